/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "support/dolen-test.h"

/* Appointments: what each act writes and refuses, who is out, and what undo puts back. */

#define TODAY "2026-11-03" /* a Tuesday, 10:00 */

static DolenCaseload *
caseload_of (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static GPtrArray *
list_due (CaseworkTest *test, const char *person)
{
  return dolen_caseload_list_follow_ups (caseload_of (test), person, TODAY, NULL);
}

static DolenAppointment *
new_visit (const char *person)
{
  DolenAppointment *visit = dolen_appointment_new (person);

  visit->kind = DOLEN_APPOINTMENT_HOME_VISIT;
  g_free (visit->on);
  visit->on = g_strdup ("2026-11-05");
  visit->at = g_strdup ("10:30");
  visit->expected_back = g_strdup ("12:00");
  visit->place = g_strdup ("3 Heol y Bont");
  visit->told = g_strdup ("the office");
  visit->worker = g_strdup ("Non Jones");
  return visit;
}

static void
add (CaseworkTest *test, const DolenAppointment *appointment, DolenUndo **undo)
{
  GError *error = NULL;

  dolen_casework_appointment_add (test->casework, appointment, undo, &error);
  g_assert_no_error (error);
}

static void
assert_refused (gboolean ok, GError **error, int code)
{
  g_assert_false (ok);
  g_assert_error (*error, DOLEN_ERROR, code);
  g_clear_error (error);
}

static void
test_a_visit_stands_in_today_on_its_day (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  g_autoptr (DolenAppointment) back = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) timeline = NULL;
  g_autofree char *title = NULL;
  const DolenFollowUp *line;
  GError *error = NULL;

  add (test, visit, &undo);
  casework_test_reopen (test);
  back = dolen_caseload_get_appointment (caseload_of (test), visit->uid);
  g_assert_cmpint (back->state, ==, DOLEN_APPOINTMENT_PLANNED);
  g_assert_cmpstr (back->place, ==, "3 Heol y Bont");
  due = list_due (test, uid);
  g_assert_cmpint (due->len, ==, 1);
  line = ((DolenDue *) due->pdata[0])->follow_up;
  g_assert_cmpint (line->kind, ==, DOLEN_FOLLOW_UP_APPOINTMENT);
  g_assert_cmpstr (line->due, ==, "2026-11-05");
  g_assert_cmpstr (line->at, ==, "10:30");
  timeline = dolen_caseload_list_timeline (caseload_of (test), uid, DOLEN_ENTRY_ALL, 1, NULL);
  title = dolen_entry_title (timeline->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "Appointment planned for 5 November 2026: home visit");
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  g_assert_null (dolen_caseload_get_appointment (caseload_of (test), visit->uid));
  g_clear_pointer (&due, g_ptr_array_unref);
  due = list_due (test, uid);
  g_assert_cmpint (due->len, ==, 0);
}

static void
test_what_is_missing_or_cannot_be_is_refused (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  static const struct {
    const char *on, *at, *back;
  } wrong[] = {
    { "2026-02-30", "10:00", "11:00" }, { "2026-11-05", "25:00", "11:00" },
    { "2026-11-05", "10:00", "9:30" },  { "2026-11-05", "10:00", "10:00" },
    { "2026-11-05", NULL, "11:00" },    { "2026-11-05", "10:00", NULL },
  };
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (DolenAppointment) visit = new_visit (uid);

    g_free (visit->on);
    g_free (visit->at);
    g_free (visit->expected_back);
    visit->on = g_strdup (wrong[i].on);
    visit->at = g_strdup (wrong[i].at);
    visit->expected_back = g_strdup (wrong[i].back);
    assert_refused (dolen_casework_appointment_add (test->casework, visit, NULL, &error),
                    &error,
                    DOLEN_ERROR_INVALID);
    /* A call needs no hours. */
    visit->kind = DOLEN_APPOINTMENT_PHONE;
    g_clear_pointer (&visit->at, g_free);
    g_clear_pointer (&visit->expected_back, g_free);
    g_assert_cmpint (dolen_casework_appointment_add (test->casework, visit, NULL, NULL), ==, i > 0);
  }
}

static void
test_the_scheme_says_what_a_worker_may_do (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  g_autoptr (DolenAppointment) along = new_visit (uid);
  GError *error = NULL;

  along->kind = DOLEN_APPOINTMENT_ACCOMPANY;
  scheme->home_visit = DOLEN_MAY_NO;
  scheme->accompany = DOLEN_MAY_ASK_LEAD;
  dolen_casework_set_scheme (test->casework, scheme);
  visit->lead = g_strdup ("Gwen Lead");
  assert_refused (dolen_casework_appointment_add (test->casework, visit, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  assert_refused (dolen_casework_appointment_add (test->casework, along, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  along->lead = g_strdup ("Gwen Lead");
  add (test, along, NULL);
  /* One that is planned cannot be turned into one that is barred. */
  along->kind = DOLEN_APPOINTMENT_HOME_VISIT;
  assert_refused (dolen_casework_appointment_change (test->casework, along, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
}

static void
test_another_day_moves_the_line_of_today (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  g_autoptr (DolenAppointment) back = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  const DolenFollowUp *line;
  GError *error = NULL;

  add (test, visit, NULL);
  g_free (visit->on);
  visit->on = g_strdup ("2026-11-09");
  g_free (visit->at);
  visit->at = g_strdup ("11:00");
  g_assert_true (dolen_casework_appointment_change (test->casework, visit, &undo, &error));
  back = dolen_caseload_get_appointment (caseload_of (test), visit->uid);
  g_assert_cmpint (back->revision, ==, 1);
  due = list_due (test, uid);
  line = ((DolenDue *) due->pdata[0])->follow_up;
  g_assert_cmpstr (line->due, ==, "2026-11-09");
  g_assert_cmpstr (line->at, ==, "11:00");
  /* It is not moved, ended or stopped behind the appointment's back. */
  assert_refused (
      dolen_casework_follow_up_move (test->casework, line->uid, "2026-12-01", NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
  assert_refused (
      dolen_casework_follow_up_done (test->casework, line->uid, "was nice", NULL, NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
  assert_refused (dolen_casework_follow_up_cancel (test->casework, line->uid, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  g_clear_pointer (&due, g_ptr_array_unref);
  due = list_due (test, uid);
  g_assert_cmpstr (((DolenDue *) due->pdata[0])->follow_up->due, ==, "2026-11-05");
}

static void
test_a_kept_one_logs_the_contact_in_the_same_act (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  g_autoptr (DolenAppointment) back = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (DolenNote) note = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  const DolenAppointmentOutcome outcome = { 75, TRUE, "Showed me her garden" };
  const DolenEncounter *contact;
  GError *error = NULL;

  add (test, visit, NULL);
  g_assert_true (
      dolen_casework_appointment_done (test->casework, visit->uid, &outcome, &undo, &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  contacts = dolen_caseload_list_records (caseload_of (test), &dolen_encounter_type, uid, NULL);
  g_assert_cmpint (contacts->len, ==, 1);
  contact = contacts->pdata[0];
  episode = dolen_caseload_get_open_episode (caseload_of (test), uid);
  g_assert_cmpint (contact->kind, ==, DOLEN_ENCOUNTER_VISIT);
  g_assert_cmpint (contact->result, ==, DOLEN_ENCOUNTER_REACHED);
  g_assert_cmpint (contact->minutes, ==, 75);
  g_assert_true (contact->session);
  g_assert_cmpstr (contact->on, ==, "2026-11-05");
  g_assert_cmpstr (contact->episode, ==, episode->uid);
  g_assert_cmpstr (contact->worker, ==, "Non Jones");
  note = dolen_caseload_get_note (caseload_of (test), contact->note);
  g_assert_cmpstr (note->text, ==, "Showed me her garden");
  back = dolen_caseload_get_appointment (caseload_of (test), visit->uid);
  g_assert_cmpint (back->state, ==, DOLEN_APPOINTMENT_DONE);
  g_assert_cmpstr (back->back_at, ==, "10:00");
  /* Nothing of the appointment is left; they were met, so what follows from that is planned. */
  due = list_due (test, uid);
  for (guint i = 0; i < due->len; i++) {
    const char *rule = ((DolenDue *) due->pdata[i])->follow_up->rule;

    g_assert_true (g_str_equal (rule, "baseline") || g_str_equal (rule, "support-ends"));
  }
  g_assert_cmpint (due->len, ==, 2);
  assert_refused (
      dolen_casework_appointment_done (test->casework, visit->uid, &outcome, NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  g_clear_pointer (&contacts, g_ptr_array_unref);
  contacts = dolen_caseload_list_records (caseload_of (test), &dolen_encounter_type, uid, NULL);
  g_assert_cmpint (contacts->len, ==, 0);
  g_clear_pointer (&due, g_ptr_array_unref);
  due = list_due (test, uid);
  g_assert_cmpint (due->len, ==, 1);
}

static void
check_missed (gboolean risk, const char *expected)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autofree char *uid = NULL;
  g_autoptr (DolenAppointment) visit = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  person->name = g_strdup ("Anwen Puw");
  if (risk) {
    DolenRisk *dog = dolen_record_new (&dolen_risk_type);

    dog->kind = g_strdup ("self-harm");
    person->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) NULL);
    g_ptr_array_add (person->risks, dog);
  }
  uid = casework_test_add_person (test, person->name);
  g_free (person->uid);
  person->uid = g_strdup (uid);
  dolen_casework_person_update (test->casework, person, NULL, &error);
  g_assert_no_error (error);
  visit = new_visit (person->uid);
  add (test, visit, NULL);
  g_assert_true (dolen_casework_appointment_missed (
      test->casework, visit->uid, "Curtains drawn", NULL, &error));
  g_assert_no_error (error);
  due = list_due (test, person->uid);
  g_assert_cmpint (due->len, ==, 1);
  g_assert_cmpstr (((DolenDue *) due->pdata[0])->follow_up->due, ==, expected);
  sentence = dolen_due_sentence (due->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "Get in touch: Anwen Puw (missed the appointment)");
  contacts
      = dolen_caseload_list_records (caseload_of (test), &dolen_encounter_type, person->uid, NULL);
  g_assert_cmpint (contacts->len, ==, 1);
  g_assert_cmpint (((DolenEncounter *) contacts->pdata[0])->result, ==, DOLEN_ENCOUNTER_NOT_THERE);
}

static void
test_who_missed_one_is_contacted (void)
{
  check_missed (FALSE, "2026-11-04");
  check_missed (TRUE, "2026-11-03");
}

static void
test_somebody_out_is_late_when_the_hour_has_passed (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  static const struct {
    const char *today, *now;
    guint out;
    gboolean late;
  } times[] = {
    { "2026-11-04", "23:59", 0, FALSE }, { "2026-11-05", "10:29", 0, FALSE },
    { "2026-11-05", "10:30", 1, FALSE }, { "2026-11-05", "12:00", 1, FALSE },
    { "2026-11-05", "12:01", 1, TRUE },  { "2026-11-06", "00:01", 1, TRUE },
  };
  GError *error = NULL;

  add (test, visit, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (GPtrArray) out
               = dolen_caseload_list_out (caseload_of (test), times[i].today, times[i].now, NULL);
    g_autofree char *sentence = NULL;

    g_assert_cmpint (out->len, ==, times[i].out);
    if (out->len == 0)
      continue;
    g_assert_cmpint (((DolenAppointmentLine *) out->pdata[0])->late_back, ==, times[i].late);
    sentence = dolen_appointment_back_sentence (out->pdata[0], DOLEN_LANGUAGE_EN);
    g_assert_true (g_str_has_prefix (sentence, times[i].late ? "Not back yet: Non Jones" : "Out:"));
    g_assert_nonnull (strstr (sentence, "Who knows: the office."));
    /* Not on a screen that others may see. */
    g_assert_null (strstr (sentence, "Heol y Bont"));
  }
  g_assert_true (dolen_casework_appointment_back (test->casework, visit->uid, NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (GPtrArray) out
               = dolen_caseload_list_out (caseload_of (test), "2026-11-06", "00:01", NULL);
    g_autoptr (GPtrArray) due = list_due (test, uid);

    g_assert_cmpint (out->len, ==, 0);
    /* How it was is still to be said. */
    g_assert_cmpint (due->len, ==, 1);
  }
  assert_refused (dolen_casework_appointment_back (test->casework, visit->uid, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
}

static void
test_died_cancels_what_is_planned_but_nobody_out_is_forgotten (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  g_autoptr (DolenAppointment) now = new_visit (uid);
  g_autoptr (DolenAppointment) stopped = NULL;
  g_autoptr (GPtrArray) out = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  g_free (now->on);
  now->on = g_strdup (TODAY);
  g_free (now->at);
  now->at = g_strdup ("09:30");
  add (test, visit, NULL);
  add (test, now, NULL);
  g_assert_true (dolen_casework_died (test->casework, uid, NULL, NULL, &undo, &error));
  g_assert_no_error (error);
  stopped = dolen_caseload_get_appointment (caseload_of (test), visit->uid);
  g_assert_cmpint (stopped->state, ==, DOLEN_APPOINTMENT_CANCELLED);
  out = dolen_caseload_list_out (caseload_of (test), TODAY, "13:00", NULL);
  g_assert_cmpint (out->len, ==, 1);
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_clear_pointer (&stopped, dolen_appointment_free);
  stopped = dolen_caseload_get_appointment (caseload_of (test), visit->uid);
  g_assert_cmpint (stopped->state, ==, DOLEN_APPOINTMENT_PLANNED);
}

static void
test_a_cancelled_one_is_gone_from_the_week (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenAppointment) visit = new_visit (uid);
  g_autoptr (DolenAppointment) call = dolen_appointment_new (uid);
  g_autoptr (GPtrArray) week = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  call->kind = DOLEN_APPOINTMENT_PHONE;
  add (test, visit, NULL);
  add (test, call, NULL);
  week = dolen_caseload_list_appointments (caseload_of (test), NULL, TODAY, "2026-11-08", NULL);
  g_assert_cmpint (week->len, ==, 2);
  sentence = dolen_appointment_line_sentence (week->pdata[1], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "10:30, Anwen Puw: home visit");
  g_clear_pointer (&week, g_ptr_array_unref);
  week = dolen_caseload_list_appointments (caseload_of (test), uid, TODAY, "2026-11-04", NULL);
  g_assert_cmpint (week->len, ==, 1);
  g_assert_true (
      dolen_casework_appointment_cancel (test->casework, visit->uid, "She is away", NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&week, g_ptr_array_unref);
  week = dolen_caseload_list_appointments (caseload_of (test), NULL, NULL, NULL, NULL);
  g_assert_cmpint (week->len, ==, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/casework/appointments/" #name, test_##name)
  ADD (a_visit_stands_in_today_on_its_day);
  ADD (what_is_missing_or_cannot_be_is_refused);
  ADD (the_scheme_says_what_a_worker_may_do);
  ADD (another_day_moves_the_line_of_today);
  ADD (a_kept_one_logs_the_contact_in_the_same_act);
  ADD (who_missed_one_is_contacted);
  ADD (somebody_out_is_late_when_the_hour_has_passed);
  ADD (died_cancels_what_is_planned_but_nobody_out_is_forgotten);
  ADD (a_cancelled_one_is_gone_from_the_week);
#undef ADD
  return g_test_run ();
}
