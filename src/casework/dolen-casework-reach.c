/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming-private.h"
#include "casework/dolen-reach.h"
#include "casework/dolen-support-acts.h"
#include "casework/dolen-casework-workers.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

/* Reaching them, and telling the referrer. */

/* ---- a contact, made or tried ---- */

static gboolean
check_encounter (const DolenPerson *person, const DolenEncounter *encounter, GError **error)
{
  if (!dolen_check_encounter_day (encounter->on, error))
    return FALSE;
  if (dolen_reach_is_unsafe (person, encounter->kind, encounter->way))
    return dolen_refuse (error,
                         _ ("This way of reaching them is marked as not to be used. Choose "
                            "another, or change the record first."));
  return TRUE;
}

static void
put_encounter (DolenAct *act, const DolenEncounter *given, const char *words)
{
  g_autoptr (DolenEncounter) stored = dolen_encounter_copy (given);
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (act->casework->caseload, given->person);
  g_autoptr (DolenNote) note = NULL;

  stored->created = dolen_time_now ();
  if (stored->episode == NULL && episode != NULL)
    stored->episode = g_strdup (episode->uid);
  if (stored->worker == NULL)
    stored->worker = g_strdup (dolen_casework_get_author (act->casework));
  if (!dolen_text_is_empty (words)) {
    note = dolen_note_new (given->person, NULL, "call", words);
    dolen_set_text (&note->on, stored->on);
    note->created = stored->created;
    dolen_set_text (&stored->note, note->uid);
    dolen_act_put (act, &dolen_note_type, NULL, note);
  }
  dolen_act_put (act, &dolen_encounter_type, NULL, stored);
}

/* Tried: what comes next, with this try among the others. */
static void
plan_next (DolenAct *act,
           const DolenPerson *person,
           const DolenIncoming *incoming,
           const DolenEncounter *encounter)
{
  const DolenFollowUp about
      = { .person = person->uid, .subject = incoming != NULL ? incoming->uid : NULL };
  g_autofree char *answer_by
      = incoming != NULL ? dolen_casework_dup_answer_by (act->casework, incoming) : NULL;
  DolenReach reach;

  dolen_caseload_work_out_reach (
      act->casework->caseload, person, incoming, encounter, answer_by, &reach);
  dolen_act_close_kinds (act, person->uid, NULL, DOLEN_COMING_IN_TRIES, "tried");
  if (reach.step == DOLEN_REACH_TRY)
    dolen_act_put_by_rule (act, "try-again", &about, encounter->on, reach.n_tries > 1 ? 1 : 0);
  else if (reach.step == DOLEN_REACH_WAIT)
    dolen_act_put_by_rule (act, "not-reached", &about, incoming->letter_on, 1);
  else
    dolen_act_put_by_rule (act, "not-reached", &about, encounter->on, 0);
}

gboolean
dolen_casework_try (DolenCasework *self,
                    const DolenEncounter *encounter,
                    const char *words,
                    DolenUndo **undo,
                    GError **error)
{
  g_autoptr (DolenPerson) person
             = dolen_casework_need_person (self, encounter->person, TRUE, error);
  g_autoptr (DolenIncoming) before = NULL;
  g_autoptr (DolenIncoming) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL || !check_encounter (person, encounter, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_CONTACT_TRY, person->uid, error);
  if (act == NULL)
    return FALSE;
  before = dolen_caseload_get_current_incoming (self->caseload, person->uid);
  put_encounter (act, encounter, words);
  if (before != NULL && before->contacted_on == NULL) {
    after = dolen_incoming_copy (before);
    after->contacted_on = g_strdup (encounter->on);
    dolen_act_put (act, &dolen_incoming_type, before, after);
  }
  dolen_act_put_reached (act, encounter);
  if (encounter->with == NULL && encounter->result != DOLEN_ENCOUNTER_REACHED)
    plan_next (act, person, before, encounter);
  return dolen_act_commit (act, undo, error);
}

/* ---- the letter, and the end ---- */

gboolean
dolen_casework_letter_sent (DolenCasework *self,
                            const char *incoming,
                            DolenUndo **undo,
                            GError **error)
{
  g_auto (DolenStep) step = { NULL };
  g_autoptr (DolenEncounter) letter = NULL;
  g_autoptr (DolenPerson) person = NULL;

  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_LETTER, incoming, error))
    return FALSE;
  person = dolen_caseload_get_person (self->caseload, step.before->person);
  if (dolen_reach_is_unsafe (person, DOLEN_ENCOUNTER_LETTER, NULL))
    return dolen_refuse (error, _ ("Post is marked as not to be used for them."));
  letter = dolen_encounter_new (step.before->person);
  letter->kind = DOLEN_ENCOUNTER_LETTER;
  letter->result = DOLEN_ENCOUNTER_LEFT_MESSAGE;
  put_encounter (step.act, letter, NULL);
  dolen_set_text (&step.after->letter_on, step.today);
  dolen_step_close (&step, DOLEN_COMING_IN_TRIES, "letter");
  dolen_step_plan (&step, "not-reached", step.today, 1);
  return dolen_step_commit (&step, undo, error);
}

static gboolean
check_rule_kept (DolenCasework *self, const DolenStep *step, GError **error)
{
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (self->caseload, step->before->person);
  g_autofree char *answer_by = dolen_casework_dup_answer_by (self, step->before);
  g_autofree char *sentence = NULL;
  DolenReach reach;

  dolen_caseload_work_out_reach (self->caseload, person, step->before, NULL, answer_by, &reach);
  if (reach.step == DOLEN_REACH_CLOSE)
    return TRUE;
  sentence = dolen_reach_sentence (&reach, dolen_language_current ());
  return dolen_refuse (error,
                       *sentence != '\0' ? sentence : _ ("Nobody has tried to reach them yet."));
}

gboolean
dolen_casework_not_reached (
    DolenCasework *self, const char *incoming, const char *why, DolenUndo **undo, GError **error)
{
  g_auto (DolenStep) step = { NULL };

  if (!dolen_step_begin (&step, self, DOLEN_EVENT_INCOMING_NOT_REACHED, incoming, error))
    return FALSE;
  if (dolen_text_is_empty (why) && !check_rule_kept (self, &step, error))
    return FALSE;
  step.after->state = DOLEN_INCOMING_NOT_REACHED;
  dolen_set_text (&step.after->closed_on, step.today);
  dolen_set_text (&step.after->note, why);
  step.act->event->note = dolen_text_clean (why);
  dolen_step_close (&step, DOLEN_COMING_IN_DECISION, "not-reached");
  dolen_act_close_kinds (step.act, step.before->person, NULL, DOLEN_COMING_IN_TRIES, "not-reached");
  dolen_step_close_episode (&step, "not-reached", why);
  dolen_step_tell (&step, step.today);
  return dolen_step_commit (&step, undo, error);
}

char *
dolen_casework_dup_answer_by (DolenCasework *self, const DolenIncoming *incoming)
{
  const DolenRule *rule = dolen_rules_find (dolen_casework_get_rules (self), "not-reached");

  if (rule == NULL || !dolen_date_is_valid (incoming->letter_on))
    return NULL;
  return dolen_rule_due (rule, 1, incoming->letter_on, TRUE);
}

/* ---- the referrer knows ---- */

gboolean
dolen_casework_incoming_told (DolenCasework *self,
                              const DolenMessage *message,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, message->person, FALSE, error);
  g_autoptr (DolenIncoming) before = NULL;
  g_autoptr (DolenIncoming) after = NULL;
  g_autoptr (DolenMessage) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL)
    return FALSE;
  if (dolen_text_is_empty (message->given_out))
    return dolen_refuse_invalid (
        error,
        _ ("Please choose how they were told. Printing, copying or saving the text chooses it by itself."));
  before = message->incoming != NULL
               ? dolen_caseload_get_record (self->caseload, &dolen_incoming_type, message->incoming)
               : NULL;
  act = dolen_act_begin (self, DOLEN_EVENT_INCOMING_TOLD, message->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_message_copy (message);
  stored->created = dolen_time_now ();
  act->event->note = g_strdup (stored->text);
  dolen_act_put (act, &dolen_message_type, NULL, stored);
  if (before != NULL) {
    after = dolen_incoming_copy (before);
    dolen_set_text (&after->told_on, stored->on);
    dolen_act_put (act, &dolen_incoming_type, before, after);
    dolen_act_close_kinds (
        act, message->person, before->uid, DOLEN_KIND_BIT (DOLEN_FOLLOW_UP_TELL_REFERRER), "told");
  }
  return dolen_act_commit (act, undo, error);
}
