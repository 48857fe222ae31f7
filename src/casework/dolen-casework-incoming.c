/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-incoming-private.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-support-acts.h"
#include "casework/records/dolen-codes.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

/* ---- received ---- */

static gboolean
check_incoming (const DolenIncoming *incoming, GError **error)
{
  g_autofree char *today = dolen_date_today ();

  if (!dolen_id_is_valid (incoming->uid))
    return dolen_refuse_invalid (error, _ ("The record has no number of its own."));
  if (!dolen_date_is_valid (incoming->received_on))
    return dolen_refuse_invalid (error, _ ("On which day was it received?"));
  if (g_strcmp0 (incoming->received_on, today) > 0)
    return dolen_refuse_invalid (error, _ ("The day it was received is still to come."));
  if (dolen_text_is_empty (incoming->source))
    return dolen_refuse_invalid (error, _ ("Please choose who sent them."));
  return TRUE;
}

/* Risk issues passed on are shown with the person's own, before any address. */
static void
take_risk (DolenPerson *person, const DolenIncoming *incoming)
{
  DolenRisk *risk;

  if (dolen_text_is_empty (incoming->risk))
    return;
  risk = dolen_record_new (&dolen_risk_type);
  risk->kind = g_strdup ("other");
  risk->text = g_strdup (incoming->risk);
  risk->on = g_strdup (incoming->received_on);
  risk->source = g_strdup (
      !dolen_text_is_empty (incoming->source_name)
          ? incoming->source_name
          : dolen_code_name (DOLEN_CODES_SOURCE, incoming->source, dolen_language_current ()));
  if (person->risks == NULL)
    person->risks = g_ptr_array_new ();
  g_ptr_array_add (person->risks, risk);
}

static void
take_source (DolenPerson *person, const DolenIncoming *incoming)
{
  dolen_set_text (&person->source, incoming->source);
  dolen_set_text (&person->source_note, incoming->source_name);
  dolen_set_text (&person->came_on, incoming->received_on);
}

static gboolean
check_person (const DolenPerson *known, const DolenPerson *given, GError **error)
{
  if (known == NULL && given == NULL)
    return dolen_refuse (error, _ ("This person is not in the case records."));
  if (known != NULL && known->died_on != NULL)
    return dolen_refuse (error, _ ("This person is recorded as having died."));
  if (known == NULL && dolen_text_is_empty (given->name))
    return dolen_refuse_invalid (error, _ ("Please write a name."));
  return TRUE;
}

static void
put_person (DolenAct *act,
            const DolenIncoming *incoming,
            const DolenPerson *known,
            const DolenPerson *given)
{
  g_autoptr (DolenPerson) after = dolen_person_copy (known != NULL ? known : given);

  take_risk (after, incoming);
  if (known == NULL) {
    after->created = dolen_time_now ();
    take_source (after, incoming);
  }
  dolen_act_put (act, &dolen_person_type, known, after);
}

gboolean
dolen_casework_incoming_add (DolenCasework *self,
                             const DolenIncoming *incoming,
                             const DolenPerson *person,
                             DolenUndo **undo,
                             GError **error)
{
  const DolenFollowUp about = { .person = incoming->person, .subject = incoming->uid };
  g_autoptr (DolenIncoming) stored = NULL;
  g_autoptr (DolenIncoming) twice = NULL;
  g_autoptr (DolenPerson) known = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!dolen_casework_need_open (self, error) || !check_incoming (incoming, error))
    return FALSE;
  twice = dolen_caseload_get_incoming (self->caseload, incoming->uid);
  if (twice != NULL)
    return dolen_refuse (error, _ ("This referral is in the case records already."));
  known = dolen_caseload_get_person (self->caseload, incoming->person);
  if (!check_person (known, person, error))
    return FALSE;
  act = dolen_act_begin (self,
                         known == NULL ? DOLEN_EVENT_INCOMING_ADD : DOLEN_EVENT_INCOMING_AGAIN,
                         incoming->person,
                         error);
  if (act == NULL)
    return FALSE;
  put_person (act, incoming, known, person);
  stored = dolen_incoming_copy (incoming);
  stored->state = DOLEN_INCOMING_NEW;
  stored->created = dolen_time_now ();
  act->event->note = g_strdup (stored->reason);
  dolen_act_put (act, &dolen_incoming_type, NULL, stored);
  dolen_act_put_by_rule (act, "decide", &about, stored->received_on, 0);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_incoming_update (DolenCasework *self,
                                const DolenIncoming *incoming,
                                DolenUndo **undo,
                                GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (!check_incoming (incoming, error)
      || !dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_SET, incoming->uid, error))
    return FALSE;
  dolen_set_text (&step.after->source, incoming->source);
  dolen_set_text (&step.after->source_name, incoming->source_name);
  dolen_set_text (&step.after->source_phone, incoming->source_phone);
  dolen_set_text (&step.after->source_email, incoming->source_email);
  dolen_set_text (&step.after->source_language, incoming->source_language);
  dolen_set_text (&step.after->received_on, incoming->received_on);
  dolen_set_text (&step.after->reason, incoming->reason);
  dolen_set_text (&step.after->own_view, incoming->own_view);
  dolen_set_text (&step.after->risk, incoming->risk);
  dolen_set_text (&step.after->consent, incoming->consent);
  dolen_set_text (&step.after->feedback, incoming->feedback);
  dolen_set_text (&step.after->feedback_by, incoming->feedback_by);
  return dolen_step_commit (&step, undo, error);
}

/* ---- more information ---- */

gboolean
dolen_casework_incoming_ask (
    DolenCasework *self, const char *incoming, const char *wanted, DolenUndo **undo, GError **error)
{
  g_auto (DolenStep) step = { NULL };
  gboolean again;

  if (dolen_text_is_empty (wanted))
    return dolen_refuse_invalid (error, _ ("Please write what you would like to know."));
  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_ASK, incoming, error))
    return FALSE;
  if (step.before->state != DOLEN_INCOMING_NEW && step.before->state != DOLEN_INCOMING_MORE_INFO)
    return dolen_refuse (error, _ ("It has been decided already."));
  again = step.before->state == DOLEN_INCOMING_MORE_INFO;
  step.after->state = DOLEN_INCOMING_MORE_INFO;
  dolen_set_text (&step.after->info_asked_on, step.today);
  dolen_set_text (&step.after->info_wanted, wanted);
  g_clear_pointer (&step.after->info_come_on, g_free);
  step.act->event->note = dolen_text_clean (wanted);
  dolen_step_close (&step, DOLEN_COMING_IN_DECISION, "asked");
  dolen_step_plan (&step, "more-info", step.today, again ? 1 : 0);
  return dolen_step_commit (&step, undo, error);
}

static void
put_note (DolenStep *step, const char *words)
{
  g_autoptr (DolenNote) note = NULL;

  if (dolen_text_is_empty (words))
    return;
  note = dolen_note_new (step->before->person, NULL, "note", words);
  note->created = dolen_time_now ();
  dolen_act_put (step->act, &dolen_note_type, NULL, note);
}

gboolean
dolen_casework_incoming_answered (
    DolenCasework *self, const char *incoming, const char *words, DolenUndo **undo, GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (dolen_text_is_empty (words))
    return dolen_refuse_invalid (error, _ ("Please write what they said."));
  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_ANSWER, incoming, error))
    return FALSE;
  if (step.before->state != DOLEN_INCOMING_MORE_INFO)
    return dolen_refuse (error, _ ("Nothing has been asked of the referrer."));
  step.after->state = DOLEN_INCOMING_NEW;
  dolen_set_text (&step.after->info_come_on, step.today);
  put_note (&step, words);
  dolen_step_close (&step, DOLEN_COMING_IN_DECISION, "answered");
  dolen_step_plan (&step, "decide", step.today, 0);
  return dolen_step_commit (&step, undo, error);
}

/* ---- suitable ---- */

static void
decide (DolenStep *step, DolenIncomingState state)
{
  gboolean first = step->before->decided_on == NULL;

  step->after->state = state;
  if (first)
    dolen_set_text (&step->after->decided_on, step->today);
  dolen_step_close (step, DOLEN_COMING_IN_DECISION, dolen_incoming_state_nick (state));
  if (!first)
    return;
  dolen_step_tell (step, dolen_step_clock (step->before));
}

gboolean
dolen_casework_incoming_wait (DolenCasework *self,
                              const char *incoming,
                              DolenPriority priority,
                              const char *reason,
                              DolenUndo **undo,
                              GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (priority != DOLEN_PRIORITY_ROUTINE && dolen_text_is_empty (reason))
    return dolen_refuse_invalid (error, _ ("Please say why it cannot wait its turn."));
  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_WAIT, incoming, error))
    return FALSE;
  if (step.before->state == DOLEN_INCOMING_SUPPORTED)
    return dolen_refuse (error, _ ("It has been taken up already."));
  if (step.before->contacted_on == NULL && step.before->state != DOLEN_INCOMING_WAITING)
    dolen_step_plan (&step, "first-contact", dolen_step_clock (step.before), 0);
  decide (&step, DOLEN_INCOMING_WAITING);
  step.after->priority = priority;
  dolen_set_text (&step.after->priority_reason, reason);
  step.act->event->note = dolen_text_clean (reason);
  return dolen_step_commit (&step, undo, error);
}

/* The spell of support that answers it: the one that is open, else a new one. */
static void
support (DolenStep *step, const char *from)
{
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (step->act->casework->caseload,
                                                                      step->before->person);

  if (episode != NULL) {
    dolen_step_plan (step, "first-contact", from, 0);
  } else {
    episode = dolen_episode_new (step->before->person);
    episode->incoming = g_strdup (step->before->uid);
    dolen_act_open_episode (step->act, episode, from);
  }
  dolen_set_text (&step->after->episode, episode->uid);
}

gboolean
dolen_casework_incoming_take_up (DolenCasework *self,
                                 const char *incoming,
                                 DolenUndo **undo,
                                 GError **error)
{
  g_auto (DolenStep) step = { NULL };
  gboolean waited;

  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_TAKE_UP, incoming, error))
    return FALSE;
  if (step.before->state == DOLEN_INCOMING_SUPPORTED)
    return dolen_refuse (error, _ ("It has been taken up already."));
  waited = step.before->state == DOLEN_INCOMING_WAITING;
  dolen_step_close (
      &step, DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_FIRST_CONTACT), waited ? "taken-up" : "supported");
  support (&step, waited ? step.today : dolen_step_clock (step.before));
  decide (&step, DOLEN_INCOMING_SUPPORTED);
  return dolen_step_commit (&step, undo, error);
}

/* ---- not suitable, not wished, in error ---- */

static void
end (DolenStep *step, DolenIncomingState state, const char *note)
{
  step->after->state = state;
  dolen_set_text (&step->after->closed_on, step->today);
  dolen_set_text (&step->after->note, note);
  step->act->event->note = dolen_text_clean (note);
  dolen_step_close (
      step, DOLEN_COMING_IN_DECISION | DOLEN_COMING_IN_TRIES, dolen_incoming_state_nick (state));
  dolen_step_close_episode (step, dolen_incoming_state_nick (state), note);
}

gboolean
dolen_casework_incoming_return (DolenCasework *self,
                                const char *incoming,
                                const char *where,
                                const char *why,
                                DolenUndo **undo,
                                GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (dolen_text_is_empty (where))
    return dolen_refuse_invalid (error, _ ("Please write where it should go."));
  if (dolen_text_is_empty (why))
    return dolen_refuse_invalid (error, _ ("Please write why it is not suitable."));
  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_RETURN, incoming, error))
    return FALSE;
  if (step.before->state == DOLEN_INCOMING_SUPPORTED)
    return dolen_refuse (error, _ ("It has been taken up already: close the support instead."));
  end (&step, DOLEN_INCOMING_RETURNED, why);
  dolen_set_text (&step.after->decided_on, step.today);
  dolen_set_text (&step.after->returned_to, where);
  dolen_step_tell (&step, dolen_step_clock (step.before));
  return dolen_step_commit (&step, undo, error);
}

gboolean
dolen_casework_incoming_decline (
    DolenCasework *self, const char *incoming, const char *note, DolenUndo **undo, GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_DECLINE, incoming, error))
    return FALSE;
  end (&step, DOLEN_INCOMING_DECLINED, note);
  dolen_step_tell (&step, step.today);
  return dolen_step_commit (&step, undo, error);
}

gboolean
dolen_casework_incoming_in_error (
    DolenCasework *self, const char *incoming, const char *why, DolenUndo **undo, GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (dolen_text_is_empty (why))
    return dolen_refuse_invalid (error, _ ("Please write why it was recorded in error."));
  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_IN_ERROR, incoming, error))
    return FALSE;
  end (&step, DOLEN_INCOMING_IN_ERROR, why);
  dolen_step_close (&step, DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_TELL_REFERRER), "in-error");
  return dolen_step_commit (&step, undo, error);
}
