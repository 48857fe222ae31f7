/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/dolen-casework-private.h"

#include "casework/records/dolen-said.h"

#include <glib/gi18n-lib.h>

/* Which of two copies is right about what became of a referral. */

static const DolenSaid *
find_said (const DolenFollowUp *follow_up, guint which, GError **error)
{
  if (follow_up->kind == DOLEN_FOLLOW_UP_NEEDS_DECISION && follow_up->was != NULL
      && which < follow_up->was->len)
    return g_ptr_array_index (follow_up->was, which);
  dolen_refuse_invalid (error, _ ("Please choose which of them is right."));
  return NULL;
}

/* Back to what the other copy says: its day was recorded too, and stands in the referral. */
static gboolean
put_other (DolenAct *act,
           const DolenReferral *before,
           const DolenSaid *said,
           const char *note,
           GError **error)
{
  DolenReferralStep step = { .reason = said->reason, .note = note };

  if (!dolen_referral_state_from_nick (said->state, &step.state))
    return dolen_refuse_invalid (error, _ ("Please choose which of them is right."));
  step.on = dolen_referral_state_date (before, step.state);
  if (step.on == NULL)
    step.on = said->on;
  return dolen_act_put_referral_step (act, before, &step, NULL, error);
}

gboolean
dolen_casework_referral_decide (DolenCasework *self,
                                const char *follow_up,
                                guint which,
                                const char *note,
                                DolenUndo **undo,
                                GError **error)
{
  g_autoptr (DolenFollowUp) open = dolen_casework_need_open_follow_up (self, follow_up, error);
  const DolenSaid *said = open != NULL ? find_said (open, which, error) : NULL;
  g_autoptr (DolenReferral) referral = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (said == NULL)
    return FALSE;
  referral = dolen_casework_need_referral (self, open->referral, error);
  if (referral == NULL)
    return FALSE;
  if (g_strcmp0 (dolen_referral_state_nick (referral->state), said->state) == 0)
    return dolen_casework_follow_up_done (self, follow_up, note, NULL, undo, error);
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_STATE, referral->person, error);
  return act != NULL && put_other (act, referral, said, note, error)
         && dolen_act_commit (act, undo, error);
}
