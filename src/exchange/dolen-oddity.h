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
  DOLEN_ODDITY_NAME_SAYS_CLOSED, /* "CLOSED - Tuesday club", and its status does not */
  DOLEN_ODDITY_NO_ID,
  DOLEN_ODDITY_NO_NAME,
  DOLEN_ODDITY_NO_ORGANISATION,
  DOLEN_ODDITY_OFF_LIST_VALUE,       /* not a value of the standard's list */
  DOLEN_ODDITY_ORGANISATION_DIFFERS, /* one organisation, told differently by two records */
  DOLEN_ODDITY_PERSONAL_MAILBOX,
  DOLEN_ODDITY_PHONE_LABEL, /* words in a telephone number */
  DOLEN_ODDITY_PHONE_UNREADABLE,
  DOLEN_ODDITY_PHONE_WITHOUT_ZERO,  /* "1970611099" */
  DOLEN_ODDITY_PLACEHOLDER_EMAIL,   /* noemail.invalid */
  DOLEN_ODDITY_PLACEHOLDER_URL,     /* example.com */
  DOLEN_ODDITY_POSITION_IMPOSSIBLE, /* latitude 100, or 0, 0 */
  DOLEN_ODDITY_POSTCODE_PARTIAL,    /* "SA48 7" */
  DOLEN_ODDITY_POSTCODE_UNREADABLE,
  DOLEN_ODDITY_REPEATED_KEY,   /* a field twice in one object */
  DOLEN_ODDITY_STATUS_UNKNOWN, /* a word that says neither that it runs nor that it does not */
  DOLEN_ODDITY_TIME_ZONE_MISSING,
  DOLEN_ODDITY_TIMES_UNREADABLE, /* days and times in words that say no one thing */
  DOLEN_ODDITY_URL_UNREADABLE,
  DOLEN_ODDITY_URL_WITHOUT_SCHEME,
  DOLEN_N_ODDITIES
} DolenOddity;

/** DolenOddities: how often each was met; all zero to begin with. */
typedef struct {
  guint count[DOLEN_N_ODDITIES];
} DolenOddities;

/* What is to be done about it. */
typedef enum {
  DOLEN_ODDITY_TO_MEND, /* something was left out or is in doubt: a person can put it right */
  DOLEN_ODDITY_READ,    /* it was read as what it means */
  DOLEN_ODDITY_OF_FORM, /* nothing is lost; the feed's publisher could write it better */
  DOLEN_N_ODDITY_GROUPS
} DolenOddityGroup;

/** dolen_oddity_group: of a kind; _title: "To put right"; _note: a sentence beneath it. Not owned.
 */
DolenOddityGroup dolen_oddity_group (DolenOddity oddity);
const char *dolen_oddity_group_title (DolenOddityGroup group, DolenLanguage language);
const char *dolen_oddity_group_note (DolenOddityGroup group, DolenLanguage language);

/** dolen_oddities_sort: the kinds that were met, most useful first: by group, and in a group what
 *  is rare before what stands in every record. @order: (out caller-allocates): room for
 *  DOLEN_N_ODDITIES. Returns: how many */
guint dolen_oddities_sort (const DolenOddities *oddities, DolenOddity *order);

/** DolenOddityExample: one that was met. */
typedef struct {
  DolenOddity kind;
  char *record; /* (nullable) what its record is called */
  char *field;  /* (nullable) the key it stood under */
  char *given;  /* (nullable) what stood there; long ones are cut */
  char *where;  /* "services.json, record 3" */
} DolenOddityExample;

/** DolenOddityExamples: those of each kind. They hold what feeds say of people, and are
 *  shown, never kept. */
typedef struct {
  GPtrArray *list; /* of DolenOddityExample */
  guint count[DOLEN_N_ODDITIES];
  char *(*where) (gpointer data); /* (transfer full): of the record at hand */
  gpointer data;
} DolenOddityExamples;

#define DOLEN_ODDITY_EXAMPLES 1000 /* of each kind, at most */
#define DOLEN_ODDITY_SHOWN 5       /* to people; the rest to whoever asks for JSON */

void dolen_oddity_examples_init (DolenOddityExamples *examples);
void dolen_oddity_examples_clear (DolenOddityExamples *examples);

/** dolen_oddity_examples_want: whether another of the kind is wanted. */
gboolean dolen_oddity_examples_want (const DolenOddityExamples *examples, DolenOddity kind);
void dolen_oddity_examples_add (DolenOddityExamples *examples,
                                DolenOddity kind,
                                const char *record,
                                const char *field,
                                const char *given);

/** dolen_oddity_example_say: (transfer full): "Band: phone “ring Gwen” (feed.json, record 3)". */
char *dolen_oddity_example_say (const DolenOddityExample *example, DolenLanguage language);

/** dolen_oddity_code: the word of reports ("age-unknown"). */
const char *dolen_oddity_code (DolenOddity oddity);

/** dolen_oddity_text: a sentence without a number, to stand beside the count. */
const char *dolen_oddity_text (DolenOddity oddity, DolenLanguage language);

/** dolen_oddities_add: counts one. @oddities may be NULL. */
void dolen_oddities_add (DolenOddities *oddities, DolenOddity oddity);

/** dolen_oddities_since: a bit for each kind that was counted more often in @now than in @before.
 */
guint64 dolen_oddities_since (const DolenOddities *before, const DolenOddities *now);

/** dolen_oddities_codes: the codes of the kinds in @bits. @codes: (out caller-allocates): room for
 *  DOLEN_N_ODDITIES and the NULL that ends them */
void dolen_oddities_codes (guint64 bits, const char **codes);

G_END_DECLS
