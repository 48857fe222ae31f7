/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-referral-steps.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

gboolean
dolen_referral_has_ended (DolenReferralState state)
{
  return state >= DOLEN_REFERRAL_COMPLETED;
}

gboolean
dolen_referral_ends_badly (DolenReferralState state)
{
  return state > DOLEN_REFERRAL_COMPLETED;
}

gboolean
dolen_referral_is_under_way (DolenReferralState state)
{
  return state > DOLEN_REFERRAL_DRAFT && state < DOLEN_REFERRAL_COMPLETED;
}

gboolean
dolen_referral_may_leave_draft (const DolenReferral *referral)
{
  if (referral->consent == DOLEN_CONSENT_YES || referral->kind == DOLEN_SIGNPOSTING)
    return TRUE;
  return referral->override != DOLEN_OVERRIDE_NONE
         && !dolen_text_is_empty (referral->override_note);
}

/* ---- the days ---- */

#define DAY(field) G_STRUCT_OFFSET (DolenReferral, field)

static const gsize days[DOLEN_N_REFERRAL_STATES] = {
  [DOLEN_REFERRAL_SENT] = DAY (sent_on),
  [DOLEN_REFERRAL_RECEIVED] = DAY (received_on),
  [DOLEN_REFERRAL_ACCEPTED] = DAY (accepted_on),
  [DOLEN_REFERRAL_WAITING] = DAY (waiting_on),
  [DOLEN_REFERRAL_STARTED] = DAY (started_on),
  [DOLEN_REFERRAL_ATTENDING] = DAY (attending_on),
  [DOLEN_REFERRAL_COMPLETED] = DAY (completed_on),
  [DOLEN_REFERRAL_DECLINED] = DAY (declined_on),
  [DOLEN_REFERRAL_NOT_REACHED] = DAY (not_reached_on),
  [DOLEN_REFERRAL_DID_NOT_START] = DAY (did_not_start_on),
  [DOLEN_REFERRAL_LEFT_EARLY] = DAY (left_early_on),
  [DOLEN_REFERRAL_CANCELLED] = DAY (cancelled_on),
  [DOLEN_REFERRAL_IN_ERROR] = DAY (in_error_on),
};

static char **
day_of (DolenReferral *referral, DolenReferralState state)
{
  return days[state] != 0 ? (char **) ((void *) ((char *) referral + days[state])) : NULL;
}

const char *
dolen_referral_state_date (const DolenReferral *referral, DolenReferralState state)
{
  g_return_val_if_fail (state < DOLEN_N_REFERRAL_STATES, NULL);
  if (days[state] == 0)
    return NULL;
  return *(char *const *) ((const void *) ((const char *) referral + days[state]));
}

const char *
dolen_referral_agreed_on (const DolenReferral *referral)
{
  return referral->accepted_on != NULL ? referral->accepted_on : referral->waiting_on;
}

int
dolen_referral_weeks_going (const DolenReferral *referral)
{
  const char *last = referral->still_on != NULL ? referral->still_on : referral->attending_on;
  int between;

  if (!dolen_date_is_valid (referral->started_on) || !dolen_date_is_valid (last))
    return -1;
  between = dolen_date_days_between (referral->started_on, last);
  return between >= 0 ? between / 7 : -1;
}

static void
put (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* ---- what is allowed ---- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

/* A draft that is dropped has not left; only what leaves needs consent. */
static gboolean
leaves_draft (const DolenReferral *referral, DolenReferralState to)
{
  return referral->state == DOLEN_REFERRAL_DRAFT && !dolen_referral_ends_badly (to);
}

/* Ends that say something that did not happen. */
static gboolean
check_end (const DolenReferral *referral, DolenReferralState to, GError **error)
{
  gboolean missed = to == DOLEN_REFERRAL_NOT_REACHED || to == DOLEN_REFERRAL_DID_NOT_START
                    || to == DOLEN_REFERRAL_LEFT_EARLY;
  gboolean before_starting = to == DOLEN_REFERRAL_DECLINED || to == DOLEN_REFERRAL_NOT_REACHED
                             || to == DOLEN_REFERRAL_DID_NOT_START;

  if (referral->state == DOLEN_REFERRAL_DRAFT && missed)
    return refuse (error, _ ("It was never sent: cancel it instead."));
  if (referral->state >= DOLEN_REFERRAL_STARTED && referral->state < DOLEN_REFERRAL_COMPLETED
      && before_starting)
    return refuse (error, _ ("They have been there: record that they left early instead."));
  return TRUE;
}

/* Nobody asked the group: it has nothing to receive, and nobody to reach. */
static gboolean
check_kind (const DolenReferral *referral, DolenReferralState to, GError **error)
{
  if (referral->kind != DOLEN_SIGNPOSTING
      || (to != DOLEN_REFERRAL_RECEIVED && to != DOLEN_REFERRAL_NOT_REACHED))
    return TRUE;
  return refuse (error, _ ("The person was given the details; the group was not asked."));
}

static gboolean
check_reason (DolenReferralState to, const char *reason, GError **error)
{
  g_autofree const char **fitting = NULL;

  if (!dolen_referral_ends_badly (to))
    return TRUE;
  if (dolen_text_is_empty (reason))
    return refuse (error, _ ("Please say why it ended."));
  fitting = dolen_referral_reasons_for (to);
  return g_strv_contains (fitting, reason)
         || refuse (error, _ ("That reason does not go with what happened."));
}

gboolean
dolen_referral_check_step (const DolenReferral *referral,
                           DolenReferralState to,
                           const char *reason,
                           GError **error)
{
  if (to >= DOLEN_N_REFERRAL_STATES || to == referral->state)
    return refuse (error, _ ("It is in that state already."));
  if (referral->state == DOLEN_REFERRAL_IN_ERROR)
    return refuse (error, _ ("It was made in error; make a new one instead."));
  if (dolen_referral_has_ended (referral->state) && to != DOLEN_REFERRAL_IN_ERROR)
    return refuse (error, _ ("It has ended; reopen it, or make a new one."));
  if (to < referral->state)
    return refuse (error, _ ("It cannot go back a step; use Undo, or reopen it."));
  if (leaves_draft (referral, to) && !dolen_referral_may_leave_draft (referral))
    return refuse (error,
                   _ ("Only a yes to sharing lets it leave the draft, or a recorded safeguarding "
                      "or vital-interests reason."));
  return check_kind (referral, to, error) && check_end (referral, to, error)
         && check_reason (to, reason, error);
}

gboolean
dolen_referral_check_reopen (const DolenReferral *referral,
                             DolenReferralState to,
                             const char *note,
                             GError **error)
{
  if (referral->state == DOLEN_REFERRAL_IN_ERROR)
    return refuse (error, _ ("It was made in error; make a new one instead."));
  if (referral->state == DOLEN_REFERRAL_DRAFT)
    return refuse (error, _ ("It is still a draft."));
  if (!dolen_referral_is_under_way (to) || to >= referral->state)
    return refuse (error, _ ("It can be reopened only at a step it had reached before."));
  if (dolen_text_is_empty (note))
    return refuse (error, _ ("Please say why it is reopened."));
  return check_kind (referral, to, error);
}

gboolean
dolen_referral_check_pause (const DolenReferral *referral, GError **error)
{
  if (!dolen_referral_is_under_way (referral->state))
    return refuse (error, _ ("Only what is under way can be paused."));
  if (referral->paused_on != NULL)
    return refuse (error, _ ("It is paused already."));
  return TRUE;
}

/* ---- taking a step ---- */

static void
take_first_session (DolenReferral *referral, const DolenReferralStep *step)
{
  if (!dolen_date_is_valid (step->first_on))
    return;
  put (&referral->first_on, step->first_on);
  put (&referral->first_at, step->first_at);
}

static void
end_pause (DolenReferral *referral)
{
  g_clear_pointer (&referral->paused_on, g_free);
  g_clear_pointer (&referral->pause_until, g_free);
  g_clear_pointer (&referral->pause_reason, g_free);
}

void
dolen_referral_take_step (DolenReferral *referral, const DolenReferralStep *step, const char *today)
{
  const char *day = dolen_date_is_valid (step->on) ? step->on : today;
  char **date = day_of (referral, step->state);

  /* What it did not end with after all: another end takes its place (only where two copies differ;
   * see dolen_casework_referral_decide()). */
  if (dolen_referral_has_ended (referral->state) && step->state != DOLEN_REFERRAL_IN_ERROR) {
    g_clear_pointer (day_of (referral, referral->state), g_free);
    g_clear_pointer (&referral->reason, g_free);
  }
  /* Asked and answered in one call: it was sent on that day too. */
  if (referral->state == DOLEN_REFERRAL_DRAFT && !dolen_referral_ends_badly (step->state))
    put (&referral->sent_on, day);
  referral->state = step->state;
  if (date != NULL)
    put (date, day);
  if (dolen_referral_ends_badly (step->state))
    put (&referral->reason, step->reason);
  if (step->state == DOLEN_REFERRAL_ATTENDING)
    put (&referral->still_on, day);
  if (step->state == DOLEN_REFERRAL_WAITING && step->wait_weeks > 0)
    referral->wait_told = step->wait_weeks;
  take_first_session (referral, step);
  end_pause (referral);
  g_free (referral->reason_note);
  referral->reason_note = dolen_text_clean (step->note);
}

void
dolen_referral_reopen (DolenReferral *referral,
                       DolenReferralState to,
                       const char *on,
                       const char *note)
{
  g_return_if_fail (to < referral->state);

  for (int state = to + 1; state < DOLEN_N_REFERRAL_STATES; state++)
    if (day_of (referral, state) != NULL)
      g_clear_pointer (day_of (referral, state), g_free);
  if (to < DOLEN_REFERRAL_ATTENDING)
    g_clear_pointer (&referral->still_on, g_free);
  g_clear_pointer (&referral->reason, g_free);
  g_clear_pointer (&referral->reason_note, g_free);
  end_pause (referral);
  referral->state = to;
  /* Reached now where it was skipped before. */
  if (*day_of (referral, to) == NULL)
    put (day_of (referral, to), on);
  put (&referral->reopened_on, on);
  g_free (referral->reopen_note);
  referral->reopen_note = dolen_text_clean (note);
}
