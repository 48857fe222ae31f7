/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "outgoing-support.h"

#include "base/dolen-error.h"
#include "support/dolen-test.h"

/* The rules that make follow-ups of what goes out. */
#define TODAY OUTGOING_TODAY

/* ---- the chase ---- */

static void
say_no_answer (CaseworkTest *test, const char *person, const char *next)
{
  g_autoptr (DolenFollowUp) chase = outgoing_find (test, person, DOLEN_FOLLOW_UP_NO_ANSWER);
  GError *error = NULL;

  g_assert_nonnull (chase);
  dolen_casework_no_answer (test->casework, chase->uid, "Engaged", next, NULL, &error);
  g_assert_no_error (error);
}

static void
test_the_chase_comes_after_3_6_and_10_working_days (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);

  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-06");
  outgoing_days_later (3);
  say_no_answer (test, person, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-11");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, NULL);
  outgoing_days_later (5);
  say_no_answer (test, person, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-17");
  outgoing_days_later (6);
  say_no_answer (test, person, NULL);
  /* The last: something else is offered; the check stands. */
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, "2026-11-19");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_CHECK, "2026-12-01");
  outgoing_record (test, referral, DOLEN_REFERRAL_ACCEPTED, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE, NULL);
}

static void
test_a_late_call_moves_the_next_step_on (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);

  outgoing_days_later (9); /* Thursday 12th: the second step's day has passed */
  say_no_answer (test, person, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-17");
  say_no_answer (test, person, "2026-11-20");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-20");
}

static void
test_volunteers_are_chased_after_10_days_or_their_next_session (void)
{
  static const struct {
    const char *next_session, *due;
  } cases[] = {
    { NULL, "2026-11-17" },
    { "2026-11-05", "2026-11-17" }, /* 2 days after it is earlier */
    { "2026-11-20", "2026-11-24" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CaseworkTest) test = casework_test_new ();
    g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
    g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
    g_autoptr (DolenFollowUp) next = NULL;
    GError *error = NULL;

    referral->volunteer_run = TRUE;
    referral->next_session = g_strdup (cases[i].next_session);
    dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
    g_assert_no_error (error);
    outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, cases[i].due);
    say_no_answer (test, person, NULL);
    outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, NULL);
    next = outgoing_find (test, person, DOLEN_FOLLOW_UP_NEXT_CHOICE);
    g_assert_nonnull (next);
  }
}

static void
test_a_group_of_volunteers_is_one_line_of_today (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *bryn = casework_test_add_person (test, "Bryn Ellis");
  g_autofree char *first = outgoing_send (test, anwen, "lunch", TRUE);
  g_autofree char *paid = outgoing_send (test, anwen, "advice", FALSE);
  g_autofree char *second = NULL;
  g_autoptr (DolenTodayLists) lists = NULL;
  g_autoptr (DolenDue) line = NULL;
  g_autoptr (DolenFollowUp) chase = NULL;
  g_autofree char *sentence = NULL;

  outgoing_days_later (6);
  second = outgoing_send (test, bryn, "lunch", TRUE);
  lists = dolen_caseload_list_today (outgoing_caseload (test), "2026-11-17", NULL);
  g_assert_cmpuint (lists->overdue->len, ==, 1); /* the paid one */
  g_assert_cmpuint (lists->today->len, ==, 1);
  sentence = dolen_due_sentence (lists->today->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "Ring Clwb Cinio Neuadd Fach: no answer to 2 referrals");
  chase = outgoing_find (test, bryn, DOLEN_FOLLOW_UP_NO_ANSWER);
  line = dolen_caseload_find_due (outgoing_caseload (test), chase->uid, "2026-11-17");
  g_assert_cmpuint (dolen_due_count (line), ==, 2);
  g_assert_cmpstr (line->follow_up->referral, ==, first);
  g_assert_null (dolen_caseload_find_due (outgoing_caseload (test), "none", "2026-11-17"));
}

/* ---- what else the rules bring ---- */

static void
test_the_first_session_is_asked_about (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  const DolenReferralStep accepted
      = { .state = DOLEN_REFERRAL_ACCEPTED, .first_on = "2026-11-13", .first_at = "10:00" };
  DolenUndo *undo = outgoing_step (test, referral, &accepted);
  g_autoptr (DolenFollowUp) check = outgoing_find (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION);
  g_autoptr (DolenUndo) went = NULL;
  DolenReferralStep started = { .state = DOLEN_REFERRAL_STARTED, .by_person = TRUE };

  g_assert_cmpstr (check->due, ==, "2026-11-16"); /* the working day after a Friday */
  started.follow_up = check->uid;
  went = outgoing_step (test, referral, &started);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, NULL);
  g_clear_pointer (&check, dolen_follow_up_free);
  outgoing_undo (test, g_steal_pointer (&went));
  check = outgoing_find (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION);
  g_assert_nonnull (check);
  outgoing_undo (test, undo);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-06");
  /* The group says they started: the person is asked how it was. */
  outgoing_record (test, referral, DOLEN_REFERRAL_STARTED, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, "2026-11-04");
}

static void
test_going_along_is_an_appointment (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
  const DolenReferralStep accepted
      = { .state = DOLEN_REFERRAL_ACCEPTED, .first_on = "2026-11-13", .first_at = "10:00" };
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  const DolenAppointment *appointment;
  GError *error = NULL;

  referral->going_along = TRUE;
  dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  undo = outgoing_step (test, referral->uid, &accepted);
  planned = dolen_caseload_list_records (
      outgoing_caseload (test), &dolen_appointment_type, person, NULL);
  g_assert_cmpuint (planned->len, ==, 1);
  appointment = planned->pdata[0];
  g_assert_cmpint (appointment->kind, ==, DOLEN_APPOINTMENT_ACCOMPANY);
  g_assert_cmpstr (appointment->on, ==, "2026-11-13");
  g_assert_cmpstr (appointment->at, ==, "10:00");
  g_assert_cmpstr (appointment->referral, ==, referral->uid);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_APPOINTMENT, "2026-11-13");
}

static void
test_a_wait_longer_than_was_said_is_asked_about (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  DolenReferralStep waiting = { .state = DOLEN_REFERRAL_WAITING, .wait_weeks = 3 };
  g_autoptr (DolenUndo) first = outgoing_step (test, referral, &waiting);
  g_autoptr (DolenFollowUp) over = outgoing_find (test, person, DOLEN_FOLLOW_UP_WAIT_OVER);
  g_autoptr (DolenUndo) second = NULL;
  g_autoptr (DolenReferral) stored = NULL;

  g_assert_cmpstr (over->due, ==, "2026-11-25");
  outgoing_days_later (22);
  waiting.wait_weeks = 2;
  waiting.follow_up = over->uid;
  second = outgoing_step (test, referral, &waiting);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_WAIT_OVER, "2026-12-10");
  stored = outgoing_read (test, referral);
  g_assert_cmpstr (stored->waiting_on, ==, TODAY); /* since when stays */
  g_assert_cmpint (stored->wait_told, ==, 2);
  outgoing_record (test, referral, DOLEN_REFERRAL_STARTED, NULL);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_WAIT_OVER, NULL);
}

static void
set_risk (CaseworkTest *test, const char *person, const char *json)
{
  g_autoptr (DolenPerson) known = dolen_caseload_get_person (outgoing_caseload (test), person);
  struct json_object *set = json_tokener_parse (json);
  GError *error = NULL;

  dolen_record_merge_json (&dolen_person_type, known, set);
  json_object_put (set);
  dolen_casework_person_update (test->casework, known, NULL, &error);
  g_assert_no_error (error);
}

static void
test_who_did_not_come_is_contacted (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  g_autoptr (DolenReferral) stored = NULL;
  DolenUndo *undo = NULL;
  GError *error = NULL;

  outgoing_record (test, referral, DOLEN_REFERRAL_STARTED, NULL);
  g_assert_false (
      dolen_casework_referral_absent (test->casework, referral, "2026-11-09", NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  dolen_casework_referral_absent (test->casework, referral, "2026-11-02", "No word", &undo, &error);
  g_assert_no_error (error);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_ABSENT, "2026-11-05");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_FIRST_SESSION, NULL);
  stored = outgoing_read (test, referral);
  g_assert_cmpstr (stored->absences[0], ==, "2026-11-02");
  outgoing_undo (test, undo);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_ABSENT, NULL);
  /* A risk that is over is none; one that is known: the same day. */
  set_risk (test,
            person,
            "{\"risks\": [{\"kind\": \"dog\", \"text\": \"It bites\", \"over_on\": "
            "\"2026-10-01\"}]}");
  g_assert_false (dolen_casework_has_risk (test->casework, person));
  set_risk (test, person, "{\"risks\": [{\"kind\": \"self-harm\", \"text\": \"As told\"}]}");
  g_assert_true (dolen_casework_has_risk (test->casework, person));
  dolen_casework_referral_absent (test->casework, referral, "2026-11-02", NULL, NULL, &error);
  g_assert_no_error (error);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_ABSENT, TODAY);
}

#define ADD(name, function) g_test_add_func ("/casework/chase/" name, function)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD ("the-chase-comes-after-3-6-and-10-working-days",
       test_the_chase_comes_after_3_6_and_10_working_days);
  ADD ("a-late-call-moves-the-next-step-on", test_a_late_call_moves_the_next_step_on);
  ADD ("volunteers-are-chased-after-10-days-or-their-next-session",
       test_volunteers_are_chased_after_10_days_or_their_next_session);
  ADD ("a-group-of-volunteers-is-one-line-of-today",
       test_a_group_of_volunteers_is_one_line_of_today);
  ADD ("the-first-session-is-asked-about", test_the_first_session_is_asked_about);
  ADD ("going-along-is-an-appointment", test_going_along_is_an_appointment);
  ADD ("a-wait-longer-than-was-said-is-asked-about",
       test_a_wait_longer_than_was_said_is_asked_about);
  ADD ("who-did-not-come-is-contacted", test_who_did_not_come_is_contacted);
  return g_test_run ();
}
