/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "casework/records/dolen-share-line.h"

G_BEGIN_DECLS

/** DolenShareConsent: consent to share with one recipient, line by line. It ends with the episode
 * unless it was renewed or has a day of its own, and may be withdrawn at any time. Texts are
 * (nullable) unless said; dates are civil. */
typedef struct {
  char *uid;            /* never NULL */
  char *person;         /* uid */
  char *episode;        /* uid */
  char *referral;       /* uid of the referral it was given for */
  char *recipient_kind; /* code: "group", "referrer", "gp", "family", "professional", "other" */
  char *recipient;      /* uid of the service or the referral in */
  char *recipient_name; /* never empty in a stored record */
  GPtrArray *lines;     /* (element-type DolenShareLine) */
  char *given_by;       /* code: "person", "attorney", "best-interests" */
  char *given_on;       /* never NULL in a stored record */
  char *until;          /* NULL: with the episode */
  char *renewed_on;
  char *withdrawn_on;
  char *withdrawn_note;
  gint64 created;
} DolenShareConsent;

extern const DolenRecordType dolen_consent_type;

/** dolen_consent_new: (transfer full): given today. */
DolenShareConsent *dolen_consent_new (const char *person);
DolenShareConsent *dolen_consent_copy (const DolenShareConsent *consent);
void dolen_consent_free (DolenShareConsent *consent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenShareConsent, dolen_consent_free)

G_END_DECLS
