/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-appointments.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"
#include "casework/dolen-support-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Acts about appointments. */

static gboolean
check_allowed (DolenCasework *self, const DolenAppointment *appointment, GError **error)
{
  switch (dolen_scheme_may (self->scheme, appointment->kind)) {
  case DOLEN_MAY_NO:
    if (appointment->kind == DOLEN_APPOINTMENT_HOME_VISIT)
      return dolen_refuse (error, _ ("This scheme does not visit people at home."));
    return dolen_refuse (error, _ ("This scheme does not go along with people."));
  case DOLEN_MAY_ASK_LEAD:
    return !dolen_text_is_empty (appointment->lead)
           || dolen_refuse (error, _ ("This scheme asks a lead first: please write who said yes."));
  case DOLEN_MAY_YES:
  default:
    return TRUE;
  }
}

static gboolean
check_times (const DolenAppointment *appointment, GError **error)
{
  gboolean visit = appointment->kind == DOLEN_APPOINTMENT_HOME_VISIT;

  if (!dolen_date_is_valid (appointment->on))
    return dolen_refuse_invalid (error, _ ("Please give a day."));
  if (appointment->at != NULL && !dolen_clock_is_valid (appointment->at))
    return dolen_refuse_invalid (error, _ ("The time it begins is not a time of day."));
  if (appointment->expected_back != NULL && !dolen_clock_is_valid (appointment->expected_back))
    return dolen_refuse_invalid (error, _ ("The time you are expected back is not a time of day."));
  if (visit && (appointment->at == NULL || appointment->expected_back == NULL))
    return dolen_refuse_invalid (
        error, _ ("A home visit needs the time it begins and the time you are expected back."));
  if (appointment->at != NULL && appointment->expected_back != NULL
      && strcmp (appointment->expected_back, appointment->at) <= 0)
    return dolen_refuse_invalid (error, _ ("You would be back before it begins."));
  return TRUE;
}

static gboolean
check_appointment (DolenCasework *self, const DolenAppointment *appointment, GError **error)
{
  g_autoptr (DolenPerson) person
             = dolen_casework_need_person (self, appointment->person, TRUE, error);

  if (person == NULL)
    return FALSE;
  if (!dolen_id_is_valid (appointment->uid))
    return dolen_refuse_invalid (error, _ ("The record has no number of its own."));
  return check_times (appointment, error) && check_allowed (self, appointment, error);
}

gboolean
dolen_act_put_appointment (DolenAct *act, const DolenAppointment *appointment, GError **error)
{
  const DolenFollowUp about = { .person = appointment->person,
                                .referral = appointment->referral,
                                .subject = appointment->uid,
                                .at = appointment->at };
  g_autoptr (DolenAppointment) stored = NULL;

  if (!check_appointment (act->casework, appointment, error))
    return FALSE;
  stored = dolen_appointment_copy (appointment);
  stored->state = DOLEN_APPOINTMENT_PLANNED;
  stored->created = dolen_time_now ();
  stored->revision = 0;
  g_clear_pointer (&stored->back_at, g_free);
  if (stored->worker == NULL)
    stored->worker = g_strdup (dolen_casework_get_author (act->casework));
  dolen_act_put (act, &dolen_appointment_type, NULL, stored);
  dolen_act_put_by_rule (act, "appointment", &about, stored->on, 0);
  return TRUE;
}

gboolean
dolen_casework_appointment_add (DolenCasework *self,
                                const DolenAppointment *appointment,
                                DolenUndo **undo,
                                GError **error)
{
  g_autoptr (DolenAct) act
             = dolen_act_begin (self, DOLEN_EVENT_APPOINTMENT_ADD, appointment->person, error);
  g_autoptr (DolenAppointment) known = NULL;

  if (act == NULL)
    return FALSE;
  known = dolen_caseload_get_appointment (self->caseload, appointment->uid);
  if (known != NULL)
    return dolen_refuse (error, _ ("This appointment is in the case records already."));
  return dolen_act_put_appointment (act, appointment, error) && dolen_act_commit (act, undo, error);
}

/* ---- while it is planned ---- */

static DolenAppointment *
need_planned (DolenCasework *self, const char *uid, GError **error)
{
  g_autoptr (DolenAppointment) found = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_appointment (self->caseload, uid);
  if (found == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such appointment."));
    return NULL;
  }
  if (found->state != DOLEN_APPOINTMENT_PLANNED) {
    dolen_refuse (error, _ ("It is recorded already how this appointment ended."));
    return NULL;
  }
  return g_steal_pointer (&found);
}

static void
move_follow_up (DolenAct *act, const DolenAppointment *appointment)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      act->casework->caseload, &dolen_follow_up_type, appointment->person, "state = 'open'");

  g_return_if_fail (open != NULL);
  for (guint i = 0; i < open->len; i++) {
    const DolenFollowUp *before = g_ptr_array_index (open, i);
    g_autoptr (DolenFollowUp) after = NULL;

    if (g_strcmp0 (before->subject, appointment->uid) != 0)
      continue;
    after = dolen_follow_up_copy (before);
    g_free (after->due);
    after->due = g_strdup (appointment->on);
    g_free (after->at);
    after->at = g_strdup (appointment->at);
    dolen_act_put (act, &dolen_follow_up_type, before, after);
  }
}

gboolean
dolen_casework_appointment_change (DolenCasework *self,
                                   const DolenAppointment *appointment,
                                   DolenUndo **undo,
                                   GError **error)
{
  g_autoptr (DolenAppointment) before = need_planned (self, appointment->uid, error);
  g_autoptr (DolenAppointment) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || !check_appointment (self, appointment, error))
    return FALSE;
  if (g_strcmp0 (before->person, appointment->person) != 0)
    return dolen_refuse (error, _ ("This appointment is with somebody else."));
  act = dolen_act_begin (self, DOLEN_EVENT_APPOINTMENT_SET, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_appointment_copy (appointment);
  after->state = before->state;
  after->created = before->created;
  after->revision = before->revision;
  if (!dolen_record_equal (&dolen_appointment_type, before, after))
    after->revision++;
  dolen_act_put (act, &dolen_appointment_type, before, after);
  move_follow_up (act, after);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_appointment_back (DolenCasework *self,
                                 const char *appointment,
                                 DolenUndo **undo,
                                 GError **error)
{
  g_autoptr (DolenAppointment) before = need_planned (self, appointment, error);
  g_autoptr (DolenAppointment) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  if (!dolen_appointment_goes_out (before->kind) || before->back_at != NULL)
    return dolen_refuse (error, _ ("Nobody is out on this appointment."));
  act = dolen_act_begin (self, DOLEN_EVENT_APPOINTMENT_BACK, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_appointment_copy (before);
  after->back_at = dolen_clock_now ();
  dolen_act_put (act, &dolen_appointment_type, before, after);
  return dolen_act_commit (act, undo, error);
}

/* ---- how it ended ---- */

/* Who says how it was is back from it. */
static DolenAppointment *
end (const DolenAppointment *before, DolenAppointmentState state, const char *ending)
{
  DolenAppointment *after = dolen_appointment_copy (before);

  after->state = state;
  after->revision++;
  g_free (after->ending);
  after->ending = dolen_text_clean (ending);
  if (state != DOLEN_APPOINTMENT_CANCELLED && after->expected_back != NULL
      && after->back_at == NULL)
    after->back_at = dolen_clock_now ();
  return after;
}

/* How it ended, and that its line of Today goes. */
static void
put_end (DolenAct *act,
         const DolenAppointment *before,
         DolenAppointmentState state,
         const char *ending)
{
  static const char *const whys[] = { [DOLEN_APPOINTMENT_DONE] = "done",
                                      [DOLEN_APPOINTMENT_MISSED] = "missed",
                                      [DOLEN_APPOINTMENT_CANCELLED] = "cancelled" };
  g_autoptr (DolenAppointment) after = end (before, state, ending);
  const DolenEnding gone
      = { state == DOLEN_APPOINTMENT_CANCELLED ? DOLEN_FOLLOW_UP_CANCELLED : DOLEN_FOLLOW_UP_DONE,
          NULL,
          whys[state] };

  dolen_act_put (act, &dolen_appointment_type, before, after);
  dolen_act_end_subject (act, before->person, before->uid, &gone);
}

static DolenEncounterKind
encounter_kind (DolenAppointmentKind kind)
{
  switch (kind) {
  case DOLEN_APPOINTMENT_HOME_VISIT:
    return DOLEN_ENCOUNTER_VISIT;
  case DOLEN_APPOINTMENT_PHONE:
    return DOLEN_ENCOUNTER_PHONE;
  case DOLEN_APPOINTMENT_VIDEO:
    return DOLEN_ENCOUNTER_VIDEO;
  case DOLEN_APPOINTMENT_MEETING:
  case DOLEN_APPOINTMENT_ACCOMPANY:
  case DOLEN_N_APPOINTMENT_KINDS:
  default:
    return DOLEN_ENCOUNTER_MEETING;
  }
}

static DolenEncounter *
new_encounter (DolenAct *act, const DolenAppointment *appointment)
{
  DolenEncounter *encounter = dolen_encounter_new (appointment->person);
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (act->casework->caseload, appointment->person);

  encounter->episode = episode != NULL ? g_strdup (episode->uid) : NULL;
  encounter->referral = g_strdup (appointment->referral);
  encounter->kind = encounter_kind (appointment->kind);
  g_free (encounter->on);
  encounter->on = g_strdup (appointment->on);
  encounter->at = g_strdup (appointment->at);
  encounter->worker = g_strdup (appointment->worker);
  encounter->created = dolen_time_now ();
  return encounter;
}

static void
put_note (DolenAct *act,
          const DolenAppointment *appointment,
          const char *text,
          DolenEncounter *encounter)
{
  g_autofree char *cleaned = dolen_text_clean (text);
  g_autofree char *link = g_strconcat ("appointment:", appointment->uid, NULL);
  const char *kind = dolen_appointment_goes_out (appointment->kind) ? "visit" : "call";
  g_autoptr (DolenNote) note = NULL;

  if (cleaned == NULL)
    return;
  note = dolen_note_new (appointment->person, appointment->referral, kind, cleaned);
  g_free (note->on);
  note->on = g_strdup (appointment->on);
  note->links = g_strdupv ((char *[]){ link, NULL });
  note->created = dolen_time_now ();
  encounter->note = g_strdup (note->uid);
  dolen_act_put (act, &dolen_note_type, NULL, note);
}

/* We went along, so we know that they came, and how it was. */
static gboolean
put_started (DolenAct *act, const DolenAppointment *appointment, GError **error)
{
  const DolenReferralStep step
      = { .state = DOLEN_REFERRAL_STARTED, .on = appointment->on, .by_person = TRUE };
  g_autoptr (DolenReferral) referral = NULL;

  if (appointment->kind != DOLEN_APPOINTMENT_ACCOMPANY || appointment->referral == NULL)
    return TRUE;
  referral = dolen_caseload_get_referral (act->casework->caseload, appointment->referral);
  if (referral == NULL || !dolen_referral_is_under_way (referral->state)
      || !dolen_referral_check_step (referral, step.state, NULL, NULL))
    return TRUE; /* it is further on already, or has ended */
  return dolen_act_put_referral_step (act, referral, &step, NULL, error);
}

gboolean
dolen_casework_appointment_done (DolenCasework *self,
                                 const char *appointment,
                                 const DolenAppointmentOutcome *outcome,
                                 DolenUndo **undo,
                                 GError **error)
{
  g_autoptr (DolenAppointment) before = need_planned (self, appointment, error);
  g_autoptr (DolenEncounter) encounter = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_APPOINTMENT_DONE, before->person, error);
  if (act == NULL)
    return FALSE;
  put_end (act, before, DOLEN_APPOINTMENT_DONE, NULL);
  encounter = new_encounter (act, before);
  encounter->minutes = outcome->minutes;
  encounter->session = outcome->session;
  put_note (act, before, outcome->note, encounter);
  dolen_act_put (act, &dolen_encounter_type, NULL, encounter);
  dolen_act_put_reached (act, encounter);
  return put_started (act, before, error) && dolen_act_commit (act, undo, error);
}

/* ---- missed ---- */

gboolean
dolen_casework_appointment_missed (DolenCasework *self,
                                   const char *appointment,
                                   const char *note,
                                   DolenUndo **undo,
                                   GError **error)
{
  g_autoptr (DolenAppointment) before = need_planned (self, appointment, error);
  g_autoptr (DolenEncounter) encounter = NULL;
  g_autoptr (DolenAct) act = NULL;
  g_autofree char *today = dolen_date_today ();
  DolenFollowUp about = { NULL };

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_APPOINTMENT_MISSED, before->person, error);
  if (act == NULL)
    return FALSE;
  put_end (act, before, DOLEN_APPOINTMENT_MISSED, note);
  encounter = new_encounter (act, before);
  encounter->result = DOLEN_ENCOUNTER_NOT_THERE;
  dolen_act_put (act, &dolen_encounter_type, NULL, encounter);
  about.person = before->person;
  about.subject = before->uid;
  /* Translators: why somebody is to be contacted: they were not there. */
  about.note = (char *) _ ("missed the appointment");
  dolen_act_put_by_rule (act,
                         dolen_casework_has_risk (self, before->person) ? "missed-risk" : "missed",
                         &about,
                         today,
                         0);
  return dolen_act_commit (act, undo, error);
}

/* ---- cancelled ---- */

gboolean
dolen_casework_appointment_cancel (
    DolenCasework *self, const char *appointment, const char *why, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenAppointment) before = need_planned (self, appointment, error);
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_APPOINTMENT_CANCEL, before->person, error);
  if (act == NULL)
    return FALSE;
  put_end (act, before, DOLEN_APPOINTMENT_CANCELLED, why);
  return dolen_act_commit (act, undo, error);
}

/* Somebody who is out now is to come back whatever is decided meanwhile. */
static gboolean
is_out (const DolenAppointment *appointment)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *now = dolen_clock_now ();

  if (appointment->expected_back == NULL || appointment->back_at != NULL)
    return FALSE;
  return strcmp (appointment->on, today) < 0
         || (g_str_equal (appointment->on, today) && g_strcmp0 (appointment->at, now) <= 0);
}

gboolean
dolen_act_stop_appointment (DolenAct *act, const char *uid)
{
  g_autoptr (DolenAppointment) before
             = dolen_caseload_get_appointment (act->casework->caseload, uid);
  g_autoptr (DolenAppointment) after = NULL;

  if (before == NULL || before->state != DOLEN_APPOINTMENT_PLANNED)
    return TRUE;
  if (is_out (before))
    return FALSE;
  after = end (before, DOLEN_APPOINTMENT_CANCELLED, NULL);
  dolen_act_put (act, &dolen_appointment_type, before, after);
  return TRUE;
}
