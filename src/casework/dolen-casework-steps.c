/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

/* How a referral goes on: what each step ends, and what it brings. */

DolenReferral *
dolen_casework_need_referral (DolenCasework *self, const char *uid, GError **error)
{
  DolenReferral *found;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_referral (self->caseload, uid);
  if (found == NULL)
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such referral."));
  return found;
}

/* ---- what a step ends ---- */

typedef struct {
  const DolenReferral *referral;
  const char *but; /* (nullable) uid of the follow-up that is done with it */
} Step;

/* A declined one keeps its check: the person still waits for something. */
static gboolean
is_over (const DolenReferral *referral)
{
  return dolen_referral_has_ended (referral->state) && referral->state != DOLEN_REFERRAL_DECLINED;
}

static gboolean
ends_kind (const DolenReferral *referral, DolenFollowUpKind kind)
{
  DolenReferralState state = referral->state;

  switch (kind) {
  case DOLEN_FOLLOW_UP_NO_ANSWER:
  case DOLEN_FOLLOW_UP_PAUSED:
  case DOLEN_FOLLOW_UP_NEEDS_DECISION: /* it is decided */
    return TRUE;
  case DOLEN_FOLLOW_UP_FIRST_SESSION:
    return state >= DOLEN_REFERRAL_STARTED;
  case DOLEN_FOLLOW_UP_WAIT_OVER:
    return state != DOLEN_REFERRAL_RECEIVED;
  case DOLEN_FOLLOW_UP_NEXT_CHOICE: /* they answered after all; else it is still to be offered */
    return state <= DOLEN_REFERRAL_COMPLETED || state == DOLEN_REFERRAL_IN_ERROR;
  case DOLEN_FOLLOW_UP_TELL_GROUP: /* that sharing has ended they must hear all the same */
    return state == DOLEN_REFERRAL_IN_ERROR;
  default:
    return is_over (referral);
  }
}

static gboolean
is_ended_by (const DolenFollowUp *follow_up, gconstpointer data)
{
  const Step *step = data;

  return g_strcmp0 (follow_up->referral, step->referral->uid) == 0
         && g_strcmp0 (follow_up->uid, step->but) != 0
         && ends_kind (step->referral, follow_up->kind);
}

/* ---- what a step brings ---- */

/* Where the scheme does not let its workers go along, the promise is not kept here; the group's yes
 * is recorded all the same. */
static gboolean
put_going_along (DolenAct *act, const DolenReferral *referral, GError **error)
{
  g_autoptr (DolenAppointment) appointment = dolen_appointment_new (referral->person);
  g_autoptr (GError) refused = NULL;

  appointment->referral = g_strdup (referral->uid);
  appointment->kind = DOLEN_APPOINTMENT_ACCOMPANY;
  g_free (appointment->on);
  appointment->on = g_strdup (referral->first_on);
  g_free (appointment->at);
  appointment->at = g_strdup (referral->first_at);
  appointment->place = g_strdup (referral->place);
  appointment->note = g_strdup (referral->going_along_note);
  if (dolen_act_put_appointment (act, appointment, &refused)
      || g_error_matches (refused, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

static gboolean
put_first_session (DolenAct *act,
                   const DolenReferral *before,
                   const DolenReferral *referral,
                   GError **error)
{
  const DolenFollowUp about = { .person = referral->person, .referral = referral->uid };

  if (referral->first_on == NULL || g_strcmp0 (before->first_on, referral->first_on) == 0)
    return TRUE;
  dolen_act_put_by_rule (act, "first-session", &about, referral->first_on, 0);
  return !referral->going_along || put_going_along (act, referral, error);
}

static void
put_wait (DolenAct *act,
          const DolenReferral *referral,
          const DolenReferralStep *step,
          const char *day)
{
  const DolenFollowUp about = { .person = referral->person, .referral = referral->uid };
  g_autofree char *over = NULL;

  if (step->wait_weeks <= 0)
    return;
  over = dolen_date_add_days (day, step->wait_weeks * 7);
  dolen_act_put_by_rule (act, "wait-over", &about, over, 0);
}

static gboolean
put_what_follows (DolenAct *act,
                  const DolenReferral *before,
                  const DolenReferral *after,
                  const DolenReferralStep *step,
                  GError **error)
{
  g_autofree char *today = dolen_date_today ();
  const char *day = dolen_date_is_valid (step->on) ? step->on : today;
  const DolenFollowUp about = { .person = after->person, .referral = after->uid };

  if (before->state == DOLEN_REFERRAL_DRAFT && !dolen_referral_ends_badly (after->state))
    dolen_act_put_left_draft (act, after, NULL);
  if (after->state < DOLEN_REFERRAL_STARTED && !put_first_session (act, before, after, error))
    return FALSE;
  if (after->state == DOLEN_REFERRAL_WAITING)
    put_wait (act, after, step, day);
  /* The group says that they came: how was it for them? */
  if (after->state == DOLEN_REFERRAL_STARTED && before->state != after->state && !step->by_person)
    dolen_act_put_by_rule (act, "first-session", &about, day, 0);
  if (after->state == DOLEN_REFERRAL_DECLINED)
    dolen_act_put_next_choice (act, after);
  return TRUE;
}

/* ---- the step ---- */

/* They wait still, they go still: the state stays, the day and what is said are new. */
static gboolean
is_again (const DolenReferral *referral, const DolenReferralStep *step)
{
  return referral->state == step->state
         && (step->state == DOLEN_REFERRAL_WAITING || step->state == DOLEN_REFERRAL_ATTENDING);
}

static void
take (DolenReferral *after, const DolenReferralStep *step, gboolean again)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *first = g_strdup (dolen_referral_state_date (after, step->state));
  DolenReferralStep kept = *step;

  /* Since when they wait or go stays what it was. */
  if (again && first != NULL)
    kept.on = first;
  dolen_referral_take_step (after, &kept, today);
  if (again && step->state == DOLEN_REFERRAL_ATTENDING) {
    g_free (after->still_on);
    after->still_on = g_strdup (dolen_date_is_valid (step->on) ? step->on : today);
  }
}

static gboolean
find_answered (DolenCasework *self,
               const DolenReferralStep *step,
               DolenFollowUp **follow_up,
               GError **error)
{
  if (step->follow_up == NULL)
    return TRUE;
  if (step->next != NULL && !dolen_date_is_valid (step->next))
    return dolen_refuse_invalid (error, _ ("Please give a day."));
  *follow_up = dolen_casework_need_open_follow_up (self, step->follow_up, error);
  return *follow_up != NULL;
}

gboolean
dolen_act_put_referral_step (DolenAct *act,
                             const DolenReferral *before,
                             const DolenReferralStep *step,
                             const DolenFollowUp *answered,
                             GError **error)
{
  g_autoptr (DolenReferral) after = dolen_referral_copy (before);
  const Step ended = { after, step->follow_up };

  take (after, step, is_again (before, step));
  dolen_act_put (act, &dolen_referral_type, before, after);
  if (answered != NULL)
    dolen_act_put_done (
        act, answered, step->note, dolen_referral_has_ended (after->state) ? NULL : step->next);
  dolen_act_close_follow_ups (
      act, after->person, is_ended_by, &ended, dolen_referral_state_nick (after->state));
  return put_what_follows (act, before, after, step, error);
}

gboolean
dolen_casework_referral_step (DolenCasework *self,
                              const char *referral,
                              const DolenReferralStep *step,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenReferral) before = dolen_casework_need_referral (self, referral, error);
  g_autoptr (DolenFollowUp) answered = NULL;
  g_autoptr (DolenAct) act = NULL;
  gboolean again;

  if (before == NULL || !find_answered (self, step, &answered, error))
    return FALSE;
  again = is_again (before, step);
  if (!again && !dolen_referral_check_step (before, step->state, step->reason, error))
    return FALSE;
  act = dolen_act_begin (
      self, again ? DOLEN_EVENT_REFERRAL_STILL : DOLEN_EVENT_REFERRAL_STATE, before->person, error);
  return act != NULL && dolen_act_put_referral_step (act, before, step, answered, error)
         && dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_referral_record (DolenCasework *self,
                                const char *referral,
                                DolenReferralState state,
                                const char *on,
                                const char *reason,
                                const char *note,
                                DolenUndo **undo,
                                GError **error)
{
  const DolenReferralStep step = { .state = state, .on = on, .reason = reason, .note = note };

  return dolen_casework_referral_step (self, referral, &step, undo, error);
}

/* ---- back ---- */

static gboolean
is_about (const DolenFollowUp *follow_up, gconstpointer referral)
{
  return g_strcmp0 (follow_up->referral, referral) == 0
         && follow_up->kind != DOLEN_FOLLOW_UP_TELL_GROUP;
}

/* From today on it is asked about as if it were sent today. */
static void
put_again (DolenAct *act, const DolenReferral *referral, const char *why)
{
  g_autofree char *today = dolen_date_today ();

  dolen_act_close_follow_ups (act, referral->person, is_about, referral->uid, why);
  dolen_act_put_sent (act, referral, today, NULL);
}

gboolean
dolen_casework_referral_reopen (DolenCasework *self,
                                const char *referral,
                                DolenReferralState to,
                                const char *note,
                                DolenUndo **undo,
                                GError **error)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenReferral) before = dolen_casework_need_referral (self, referral, error);
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenPerson) person = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || !dolen_referral_check_reopen (before, to, note, error))
    return FALSE;
  person = dolen_casework_need_person (self, before->person, TRUE, error);
  if (person == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_REOPEN, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_referral_copy (before);
  dolen_referral_reopen (after, to, today, note);
  act->event->note = g_strdup (after->reopen_note);
  dolen_act_put (act, &dolen_referral_type, before, after);
  put_again (act, after, "reopened");
  return dolen_act_commit (act, undo, error);
}

/* ---- pauses ---- */

static void
put_pause (DolenAct *act, const DolenReferral *before, const DolenPause *pause, const char *today)
{
  g_autoptr (DolenReferral) after = dolen_referral_copy (before);
  const DolenFollowUp about = { .person = before->person, .referral = before->uid };

  after->paused_on = g_strdup (today);
  after->pause_until = g_strdup (pause->until);
  after->pause_reason = g_strdup (pause->reason);
  dolen_act_put (act, &dolen_referral_type, before, after);
  dolen_act_close_follow_ups (act, after->person, is_about, after->uid, "paused");
  if (pause->until != NULL)
    dolen_act_put_by_rule_on (act, "paused", &about, today, 0, pause->until);
  else
    dolen_act_put_by_rule (act, "paused", &about, today, 0);
}

static gboolean
check_pause (const DolenPause *pause, const char *today, GError **error)
{
  if (pause->reason == NULL || !g_strv_contains (dolen_pause_reasons (), pause->reason))
    return dolen_refuse_invalid (error, _ ("Please say why it is paused."));
  if (pause->until != NULL
      && (!dolen_date_is_valid (pause->until) || g_strcmp0 (pause->until, today) <= 0))
    return dolen_refuse_invalid (error, _ ("Please give a day that is still to come."));
  return TRUE;
}

/* (transfer full): those that are meant; NULL with an error where one cannot be paused. */
static GPtrArray *
list_to_pause (DolenCasework *self, const char *person, const DolenPause *pause, GError **error)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_referrals (self->caseload, person, FALSE, error);
  g_autoptr (GPtrArray) meant
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_referral_free);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (all, i);
    gboolean named = g_strcmp0 (referral->uid, pause->referral) == 0;

    if (named && !dolen_referral_check_pause (referral, error))
      return NULL;
    if (named || (pause->referral == NULL && dolen_referral_check_pause (referral, NULL)))
      g_ptr_array_add (meant, dolen_referral_copy (referral));
  }
  if (all == NULL)
    return NULL;
  if (meant->len == 0) {
    dolen_refuse (error, _ ("Nothing is under way that could be paused."));
    return NULL;
  }
  return g_steal_pointer (&meant);
}

gboolean
dolen_casework_pause (DolenCasework *self,
                      const char *person,
                      const DolenPause *pause,
                      DolenUndo **undo,
                      GError **error)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenPerson) living = dolen_casework_need_person (self, person, TRUE, error);
  g_autoptr (GPtrArray) meant = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (living == NULL || !check_pause (pause, today, error))
    return FALSE;
  meant = list_to_pause (self, person, pause, error);
  if (meant == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_PAUSE, person, error);
  if (act == NULL)
    return FALSE;
  act->event->note = g_strdup (pause->note);
  for (guint i = 0; i < meant->len; i++)
    put_pause (act, g_ptr_array_index (meant, i), pause, today);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_resume (
    DolenCasework *self, const char *referral, const char *note, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenReferral) before = dolen_casework_need_referral (self, referral, error);
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  if (before->paused_on == NULL)
    return dolen_refuse (error, _ ("It is not paused."));
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_RESUME, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_referral_copy (before);
  g_clear_pointer (&after->paused_on, g_free);
  g_clear_pointer (&after->pause_until, g_free);
  g_clear_pointer (&after->pause_reason, g_free);
  act->event->note = g_strdup (note);
  dolen_act_put (act, &dolen_referral_type, before, after);
  put_again (act, after, "resumed");
  return dolen_act_commit (act, undo, error);
}
