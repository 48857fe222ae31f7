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

/** DolenConsentState: how a consent to share stands on a day. */
typedef enum {
  DOLEN_CONSENT_STATE_NOT_BEGUN, /* given later than that day */
  DOLEN_CONSENT_STATE_IN_FORCE,
  DOLEN_CONSENT_STATE_ENDED, /* its own day has passed, or the episode has closed */
  DOLEN_CONSENT_STATE_WITHDRAWN,
} DolenConsentState;

/**
 * dolen_consent_state_on:
 * @closed: (nullable): civil date on which its episode closed; NULL: it is open
 * @day: civil date
 *
 * A consent with a day of its own (.until) is in force to the end of that day, whatever becomes of
 * the episode; one without to the end of the day on which the episode closes. Withdrawn is
 * withdrawn from that day on.
 */
DolenConsentState
dolen_consent_state_on (const DolenShareConsent *consent, const char *closed, const char *day);

/** dolen_consent_in_force: whether anything may be shared under it on @day. */
gboolean
dolen_consent_in_force (const DolenShareConsent *consent, const char *closed, const char *day);

/** dolen_consent_allows: whether line @code is ticked; says nothing of the day. */
gboolean dolen_consent_allows (const DolenShareConsent *consent, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenShareConsent, dolen_consent_free)

G_END_DECLS
