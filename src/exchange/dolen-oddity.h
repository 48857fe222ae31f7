/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What feeds write that no standard means. Each is read as what it means, kept as given in the
 * provenance, and counted, so that whoever imports sees the quality of a feed.
 */
typedef enum {
  DOLEN_ODDITY_AGE_UNKNOWN,         /* -1, 999, an upper age below the lower */
  DOLEN_ODDITY_AMOUNT_NOT_A_NUMBER, /* "3 to 5 pounds" */
  DOLEN_ODDITY_ASSURED_IS_EDIT,     /* assured on the day it was modified */
  DOLEN_ODDITY_CAPACITY_IMPOSSIBLE, /* more places free than there are */
  DOLEN_ODDITY_DATE_UNREADABLE,
  DOLEN_ODDITY_DELETED_RECORD, /* an RPDE item with state "deleted" */
  DOLEN_ODDITY_DUPLICATE_ID,   /* the same id twice in one import */
  DOLEN_ODDITY_EMAIL_UNREADABLE,
  DOLEN_ODDITY_EMPTY_TEXT,   /* "" or null instead of nothing */
  DOLEN_ODDITY_HTML,         /* markup in a text */
  DOLEN_ODDITY_HTML_REFUSED, /* too large or hostile; the text is left out */
  DOLEN_ODDITY_ID_NOT_UUID,
  DOLEN_ODDITY_NO_ID,
  DOLEN_ODDITY_NO_NAME,
  DOLEN_ODDITY_NO_ORGANISATION,
  DOLEN_ODDITY_OFF_LIST_VALUE,       /* not a value of the standard's list */
  DOLEN_ODDITY_ORGANISATION_DIFFERS, /* one organisation, told differently by two records */
  DOLEN_ODDITY_PERSONAL_MAILBOX,
  DOLEN_ODDITY_PHONE_LABEL, /* words in a telephone number */
  DOLEN_ODDITY_PHONE_UNREADABLE,
  DOLEN_ODDITY_PLACEHOLDER_EMAIL,   /* noemail.invalid */
  DOLEN_ODDITY_PLACEHOLDER_URL,     /* example.com */
  DOLEN_ODDITY_POSITION_IMPOSSIBLE, /* latitude 100, or 0, 0 */
  DOLEN_ODDITY_POSTCODE_UNREADABLE,
  DOLEN_ODDITY_REPEATED_KEY, /* a field twice in one object */
  DOLEN_ODDITY_TIME_ZONE_MISSING,
  DOLEN_ODDITY_URL_UNREADABLE,
  DOLEN_ODDITY_URL_WITHOUT_SCHEME,
  DOLEN_N_ODDITIES
} DolenOddity;

/** DolenOddities: how often each was met; all zero to begin with. */
typedef struct {
  guint count[DOLEN_N_ODDITIES];
} DolenOddities;

/** dolen_oddity_code: the word of reports ("age-unknown"). */
const char *dolen_oddity_code (DolenOddity oddity);

/** dolen_oddity_text: a sentence without a number, to stand beside the count. */
const char *dolen_oddity_text (DolenOddity oddity, DolenLanguage language);

/** dolen_oddities_add: counts one. @oddities may be NULL. */
void dolen_oddities_add (DolenOddities *oddities, DolenOddity oddity);

G_END_DECLS
