/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-consent.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

#include <string.h>

#define TEXT(field) DOLEN_FIELD (DolenShareConsent, field, TEXT)

static const DolenField consent_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  TEXT (referral),
  TEXT (recipient_kind),
  TEXT (recipient),
  TEXT (recipient_name),
  DOLEN_FIELD (DolenShareConsent, lines, ROWS, .rows = &dolen_share_line_type),
  TEXT (given_by),
  TEXT (given_on),
  TEXT (until),
  TEXT (renewed_on),
  TEXT (withdrawn_on),
  TEXT (withdrawn_note),
  DOLEN_FIELD (DolenShareConsent, created, TIME),
};

const DolenRecordType dolen_consent_type = { "consent",
                                             sizeof (DolenShareConsent),
                                             consent_fields,
                                             G_N_ELEMENTS (consent_fields),
                                             (GDestroyNotify) dolen_consent_free };

DolenShareConsent *
dolen_consent_new (const char *person)
{
  DolenShareConsent *consent = dolen_record_new (&dolen_consent_type);

  consent->uid = dolen_id_new ();
  consent->person = g_strdup (person);
  consent->given_on = dolen_date_today ();
  return consent;
}

DolenShareConsent *
dolen_consent_copy (const DolenShareConsent *consent)
{
  return dolen_record_copy (&dolen_consent_type, consent);
}

void
dolen_consent_free (DolenShareConsent *consent)
{
  dolen_record_free (&dolen_consent_type, consent);
}

DolenConsentState
dolen_consent_state_on (const DolenShareConsent *consent, const char *closed, const char *day)
{
  const char *last = dolen_date_is_valid (consent->until) ? consent->until : closed;

  if (dolen_date_is_valid (consent->withdrawn_on) && strcmp (consent->withdrawn_on, day) <= 0)
    return DOLEN_CONSENT_STATE_WITHDRAWN;
  if (!dolen_date_is_valid (consent->given_on) || strcmp (consent->given_on, day) > 0)
    return DOLEN_CONSENT_STATE_NOT_BEGUN;
  if (dolen_date_is_valid (last) && strcmp (last, day) < 0)
    return DOLEN_CONSENT_STATE_ENDED;
  return DOLEN_CONSENT_STATE_IN_FORCE;
}

gboolean
dolen_consent_in_force (const DolenShareConsent *consent, const char *closed, const char *day)
{
  return dolen_consent_state_on (consent, closed, day) == DOLEN_CONSENT_STATE_IN_FORCE;
}

gboolean
dolen_consent_allows (const DolenShareConsent *consent, const char *code)
{
  for (guint i = 0; consent->lines != NULL && i < consent->lines->len; i++) {
    const DolenShareLine *line = g_ptr_array_index (consent->lines, i);

    if (line->ticked && g_strcmp0 (line->code, code) == 0)
      return TRUE;
  }
  return FALSE;
}
