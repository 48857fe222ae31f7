/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-state.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

static const char *
say_consent (const DolenReferral *referral, const char *today)
{
  gboolean overridden = referral->override != DOLEN_OVERRIDE_NONE;

  if (referral->kind == DOLEN_SIGNPOSTING)
    return "";
  if (referral->consent != DOLEN_CONSENT_YES && overridden
      && dolen_text_is_empty (referral->override_note))
    return _ ("Say in words why it is sent without their consent.");
  if (referral->consent != DOLEN_CONSENT_YES && overridden)
    return "";
  if (referral->consent == DOLEN_CONSENT_NOT_YET)
    return _ ("Until they agree this stays a draft; nothing leaves.");
  if (referral->consent == DOLEN_CONSENT_NO)
    return _ ("They do not agree: nothing may be sent. Keep it as a draft, or cancel.");
  if (!dolen_date_is_valid (referral->consent_on))
    return _ ("On which day did they agree?");
  if (g_strcmp0 (referral->consent_on, today) > 0)
    return _ ("The day they agreed lies in the future.");
  return "";
}

DolenReferState *
dolen_refer_state_new (const DolenReferral *referral, const char *today)
{
  DolenReferState *state = g_new0 (DolenReferState, 1);

  state->consent_by_on = referral->consent == DOLEN_CONSENT_YES;
  state->override_on = referral->consent != DOLEN_CONSENT_YES;
  state->consent_sentence = g_strdup (say_consent (referral, today));
  state->can_send = *state->consent_sentence == '\0' && dolen_referral_may_leave_draft (referral);
  return state;
}

void
dolen_refer_state_free (DolenReferState *state)
{
  g_free (state->consent_sentence);
  g_free (state);
}
