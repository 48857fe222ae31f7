/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support-test.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/dolen-casework-private.h"
#include "casework/records/dolen-episode-words.h"
#include "support/dolen-test.h"

/* The spell of support: what each act writes, what comes by rule, what undo puts back. */

static int
count_open (CaseworkTest *test, const char *person)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      support_test_caseload (test), &dolen_follow_up_type, person, "state = 'open'");

  return (int) open->len;
}

/* ---- the plan ---- */

static void
test_goals_and_length_bring_their_reminders (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenEpisode) back = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  episode->level = DOLEN_LEVEL_MEDIUM;
  episode->sessions_offered = 6;
  dolen_episode_add_goal (episode, "Canu eto");
  g_assert_true (dolen_casework_episode_set (test->casework, episode, &undo, &error));
  casework_test_reopen (test);
  back = support_test_episode (test, person);
  g_assert_cmpint (back->level, ==, DOLEN_LEVEL_MEDIUM);
  g_assert_cmpstr (back->goals_on, ==, SUPPORT_TODAY);
  g_assert_cmpint (back->goals->len, ==, 1);
  support_test_assert_due (
      test, person, "support-ends", "2027-01-12"); /* twelve weeks, two weeks before */
  support_test_assert_due (test, person, "baseline", "2026-11-17");
  support_test_assert_due (test, person, "review", "2026-12-15");
  /* Changed again: nothing comes twice; a score is the first measure; the end moves its reminder.
   */
  ((DolenGoal *) back->goals->pdata[0])->first = 3;
  back->planned_weeks = 6;
  g_assert_true (dolen_casework_episode_set (test->casework, back, NULL, &error));
  support_test_assert_due (test, person, "baseline", "");
  support_test_assert_due (test, person, "support-ends", "2026-12-01");
  support_test_assert_due (test, person, "review", "2026-12-15");
}

static void
test_undo_of_a_plan_takes_its_reminders_away (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenEpisode) back = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenUndo) later = NULL;
  GError *error = NULL;
  int before = count_open (test, person);

  dolen_episode_add_goal (episode, "To sing again");
  g_assert_true (dolen_casework_episode_set (test->casework, episode, &undo, &error));
  g_assert_cmpint (count_open (test, person), ==, before + 3);
  episode->attends_often = TRUE;
  g_assert_true (dolen_casework_episode_set (test->casework, episode, &later, &error));
  support_test_undo (test, later);
  support_test_undo (test, undo);
  back = support_test_episode (test, person);
  g_assert_null (back->goals);
  g_assert_false (back->attends_often);
  g_assert_cmpint (count_open (test, person), ==, before);
}

static void
test_a_plan_is_checked (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  GError *error = NULL;

  episode->planned_weeks = 0;
  support_test_expect (dolen_casework_episode_set (test->casework, episode, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  episode->planned_weeks = 12;
  for (int i = 0; i <= DOLEN_MOST_GOALS; i++)
    dolen_episode_add_goal (episode, "one more");
  support_test_expect (dolen_casework_episode_set (test->casework, episode, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  dolen_record_free (&dolen_goal_type, g_ptr_array_steal_index (episode->goals, 3));
  ((DolenGoal *) episode->goals->pdata[0])->first = 11;
  support_test_expect (dolen_casework_episode_set (test->casework, episode, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  ((DolenGoal *) episode->goals->pdata[0])->first = 10;
  g_assert_true (dolen_casework_episode_set (test->casework, episode, NULL, &error));
}

static void
test_a_review_scores_goals_again_and_asks_for_the_next (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenEpisode) back = NULL;
  g_autoptr (DolenReview) review = dolen_review_new (NULL);
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *english = NULL;
  g_autofree char *welsh = NULL;
  DolenGoal *goal = dolen_episode_add_goal (episode, "To sing again");
  DolenGoalScore *score = dolen_record_new (&dolen_goal_score_type);
  GError *error = NULL;

  goal->first = 3;
  goal->wanted = 8;
  g_assert_true (dolen_casework_episode_set (test->casework, episode, NULL, &error));
  support_test_days_later (30);
  review->episode = g_strdup (episode->uid);
  g_free (review->on);
  review->on = dolen_date_today ();
  score->goal = g_strdup (goal->uid);
  score->score = 6;
  review->scores = g_ptr_array_new ();
  g_ptr_array_add (review->scores, score);
  g_assert_true (dolen_casework_review_add (test->casework, review, &undo, &error));
  back = support_test_episode (test, person);
  goal = back->goals->pdata[0];
  g_assert_cmpint (goal->first, ==, 3);
  g_assert_cmpint (goal->latest, ==, 6);
  g_assert_cmpstr (goal->last_on, ==, "2026-12-03");
  english = dolen_goal_say_scores (goal, DOLEN_LANGUAGE_EN);
  welsh = dolen_goal_say_scores (goal, DOLEN_LANGUAGE_CY);
  g_assert_cmpstr (english, ==, "3 of 10 at first, 6 now: higher. They would like 8.");
  g_assert_cmpstr (welsh, ==, "3 allan o 10 ar y dechrau, 6 nawr: uwch. Hoffen nhw gael 8.");
  support_test_assert_due (test, person, "review", "2027-01-14");
  support_test_undo (test, undo);
  support_test_assert_due (test, person, "review", "2026-12-15");
}

static void
test_no_review_is_asked_for_after_the_end_foreseen (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenReview) review = dolen_review_new (NULL);
  GError *error = NULL;

  dolen_episode_add_goal (episode, "To sing again");
  g_assert_true (dolen_casework_episode_set (test->casework, episode, NULL, &error));
  support_test_days_later (50);
  review->episode = g_strdup (episode->uid);
  g_free (review->on);
  review->on = dolen_date_today ();
  g_assert_true (dolen_casework_review_add (test->casework, review, NULL, &error));
  support_test_assert_due (test, person, "review", "");
  support_test_assert_due (test, person, "baseline", "2026-11-17"); /* nothing was scored */
}

static void
test_support_is_extended_with_a_reason (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  support_test_expect (dolen_casework_episode_extend (
                           test->casework, episode->uid, "2027-02-23", NULL, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  support_test_expect (dolen_casework_episode_extend (
                           test->casework, episode->uid, "2027-01-26", "the choir", NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  g_assert_true (dolen_casework_episode_extend (
      test->casework, episode->uid, "2027-02-23", "the choir begins late", &undo, &error));
  support_test_assert_due (test, person, "support-ends", "2027-02-09");
  support_test_undo (test, undo);
  support_test_assert_due (test, person, "support-ends", "");
}

/* ---- contacts ---- */

static void
test_a_contact_is_one_event_with_its_note_and_is_counted (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEncounter) visit = dolen_encounter_new (person);
  g_autoptr (DolenEncounter) call = dolen_encounter_new (person);
  g_autoptr (DolenNote) note = dolen_note_new (person, NULL, "note", "She showed me the piano.");
  g_autoptr (DolenNote) stored = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *title = NULL;
  DolenTimeSpent spent;
  GError *error = NULL;

  visit->kind = DOLEN_ENCOUNTER_VISIT;
  visit->minutes = 45;
  visit->session = TRUE;
  call->result = DOLEN_ENCOUNTER_NO_ANSWER;
  g_assert_true (dolen_casework_contact_add (test->casework, call, NULL, NULL, &error));
  support_test_assert_due (
      test, person, "baseline", ""); /* nobody was reached: support has not begun */
  g_assert_true (dolen_casework_contact_add (test->casework, visit, note, &undo, &error));
  casework_test_reopen (test);
  support_test_assert_due (test, person, "baseline", "2026-11-17");
  support_test_assert_due (test, person, "support-ends", "2027-01-12");
  g_assert_true (dolen_caseload_time_spent (support_test_caseload (test), person, NULL, &spent));
  g_assert_cmpint (spent.all_count, ==, 2);
  g_assert_cmpint (spent.all_minutes, ==, 45);
  g_assert_cmpint (spent.minutes[DOLEN_ENCOUNTER_VISIT], ==, 45);
  g_assert_cmpint (spent.count[DOLEN_ENCOUNTER_PHONE], ==, 1);
  g_assert_cmpint (spent.sessions, ==, 1);
  g_assert_cmpint (spent.reached, ==, 1);
  g_assert_true (dolen_caseload_time_spent (support_test_caseload (test), person, "none", &spent));
  g_assert_cmpint (spent.all_count, ==, 0);
  stored = dolen_caseload_get_note (support_test_caseload (test), note->uid);
  g_assert_cmpstr (stored->kind, ==, "visit");
  lines = dolen_caseload_list_timeline (
      support_test_caseload (test), person, DOLEN_ENTRY_NOTES, -1, NULL);
  g_assert_cmpint (lines->len, ==, 2);
  title = dolen_entry_title (lines->pdata[0], DOLEN_LANGUAGE_CY);
  g_assert_cmpstr (title, ==, "Ymweliad cartref, 45 mun");
  g_assert_cmpstr (((DolenEntry *) lines->pdata[0])->text, ==, "She showed me the piano.");
  support_test_undo (test, undo);
  g_assert_true (dolen_caseload_time_spent (support_test_caseload (test), person, NULL, &spent));
  g_assert_cmpint (spent.all_count, ==, 1);
  g_assert_null (dolen_caseload_get_note (support_test_caseload (test), note->uid));
}

/* The first measure is never asked for before they were met, whichever way that was. */
static void
test_the_first_measure_waits_for_the_first_contact (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) called = dolen_person_new ();
  g_autoptr (DolenPerson) visited = dolen_person_new ();
  g_autoptr (DolenEncounter) call = dolen_encounter_new (called->uid);
  g_autoptr (DolenAppointment) visit = dolen_appointment_new (visited->uid);
  const DolenAppointmentOutcome outcome = { -1, TRUE, NULL };
  GError *error = NULL;

  called->name = g_strdup ("Anwen Puw");
  visited->name = g_strdup ("Beti Tudor");
  g_assert_true (dolen_casework_person_add (test->casework, called, NULL, &error));
  g_assert_true (dolen_casework_person_add (test->casework, visited, NULL, &error));
  support_test_days_later (20);
  call->result = DOLEN_ENCOUNTER_NO_ANSWER;
  g_assert_true (dolen_casework_try (test->casework, call, NULL, NULL, &error));
  support_test_assert_due (test, called->uid, "baseline", "");
  g_free (call->uid);
  call->uid = dolen_id_new ();
  call->result = DOLEN_ENCOUNTER_REACHED;
  g_free (call->on);
  call->on = dolen_date_today ();
  g_assert_true (dolen_casework_try (test->casework, call, NULL, NULL, &error));
  support_test_assert_due (test, called->uid, "baseline", "2026-12-07");

  visit->kind = DOLEN_APPOINTMENT_MEETING;
  g_free (visit->on);
  visit->on = dolen_date_today ();
  g_assert_true (dolen_casework_appointment_add (test->casework, visit, NULL, &error));
  support_test_assert_due (test, visited->uid, "baseline", "");
  g_assert_true (
      dolen_casework_appointment_done (test->casework, visit->uid, &outcome, NULL, &error));
  g_assert_no_error (error);
  support_test_assert_due (test, visited->uid, "baseline", "2026-12-07");
  support_test_assert_due (test, visited->uid, "first-contact", "");
}

static void
test_a_contact_is_not_of_a_day_to_come (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEncounter) call = dolen_encounter_new (person);
  DolenTimeSpent spent;
  GError *error = NULL;

  g_free (call->on);
  call->on = g_strdup ("2026-11-04");
  g_assert_false (dolen_casework_contact_add (test->casework, call, NULL, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "That day is still to come.");
  g_clear_error (&error);
  g_assert_true (dolen_caseload_time_spent (support_test_caseload (test), person, NULL, &spent));
  g_assert_cmpint (spent.all_count, ==, 0);
  call->on[9] = '3';
  g_assert_true (dolen_casework_contact_add (test->casework, call, NULL, NULL, &error));
}

/* ---- closing ---- */

/* Records whose own acts are tested elsewhere. */
static void
casework_test_put (CaseworkTest *test, const DolenRecordType *type, const void *record)
{
  const char *uid = *(char *const *) record; /* the first field of each */
  const char *person = g_str_equal (type->name, "episode")
                           ? ((const DolenEpisode *) record)->person
                           : ((const DolenIncoming *) record)->person;
  void *before = dolen_caseload_get_record (support_test_caseload (test), type, uid);
  g_autoptr (DolenAct) act = NULL;
  GError *error = NULL;

  act = dolen_act_begin (test->casework, DOLEN_EVENT_EPISODE_SET, person, &error);
  dolen_act_put (act, type, before, record);
  dolen_act_commit (act, NULL, &error);
  g_assert_no_error (error);
  dolen_record_free (type, before);
}

static void
test_closing_decides_each_referral_and_undo_brings_all_back (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autofree char *kept = support_test_send (test, person);
  g_autofree char *done = support_test_send (test, person);
  g_autofree char *dropped = support_test_send (test, person);
  const char *referrals[] = { kept, done, dropped, NULL };
  DolenLeaving leaving[]
      = { DOLEN_LEAVING_KEEP, DOLEN_LEAVING_COMPLETE, DOLEN_LEAVING_NOT_DECIDED };
  DolenClosing closing = { .episode = episode->uid,
                           .note = "She sings on Fridays.",
                           .carry_on = "The choir",
                           .return_until = "2027-02-03",
                           .referrals = referrals,
                           .leaving = leaving };
  g_autoptr (DolenReferral) referral = NULL;
  g_autoptr (DolenEpisode) closed = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;
  int open;

  dolen_episode_add_goal (episode, "To sing again");
  g_assert_true (dolen_casework_episode_set (test->casework, episode, NULL, &error));
  open = count_open (test, person);
  support_test_expect (dolen_casework_episode_close (test->casework, &closing, NULL, &error),
                       &error,
                       DOLEN_ERROR_NOT_ALLOWED); /* no reason */
  closing.reason = "completed";
  support_test_expect (dolen_casework_episode_close (test->casework, &closing, NULL, &error),
                       &error,
                       DOLEN_ERROR_NOT_ALLOWED); /* one is not decided */
  leaving[2] = DOLEN_LEAVING_CANCEL;
  g_assert_true (dolen_casework_episode_close (test->casework, &closing, &undo, &error));
  casework_test_reopen (test);
  closed = support_test_episode (test, person);
  g_assert_cmpstr (closed->closed, ==, SUPPORT_TODAY);
  g_assert_cmpstr (closed->carry_on, ==, "The choir");
  referral = dolen_caseload_get_referral (support_test_caseload (test), done);
  g_assert_cmpint (referral->state, ==, DOLEN_REFERRAL_COMPLETED);
  /* What is left is about the one that is kept: its chase, its check, its consent. */
  support_test_assert_due (test, person, "no-answer", "2026-11-06");
  support_test_assert_due (test, person, "check", "2026-12-01");
  support_test_assert_due (test, person, "consent-ends", "2027-01-20");
  support_test_assert_due (test, person, "review", "");
  support_test_assert_due (test, person, "support-ends", "");
  g_assert_cmpint (count_open (test, person), ==, 3);
  support_test_undo (test, undo);
  g_assert_cmpint (count_open (test, person), ==, open);
  g_clear_pointer (&closed, dolen_episode_free);
  closed = support_test_episode (test, person);
  g_assert_null (closed->closed);
}

/* Due the day it closes; taken back with it, and ended where they come back. */
static void
test_a_closing_letter_is_asked_for_once (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  const DolenClosing closing = {
    .episode = episode->uid, .reason = "completed", .return_until = "2027-02-03", .letter = TRUE
  };
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_episode_close (test->casework, &closing, &undo, &error));
  casework_test_reopen (test);
  support_test_assert_due (test, person, "closing-letter", SUPPORT_TODAY);
  g_assert_cmpint (dolen_caseload_count_letters (support_test_caseload (test)), ==, 1);
  support_test_undo (test, undo);
  support_test_assert_due (test, person, "closing-letter", "");
  g_assert_cmpint (dolen_caseload_count_letters (support_test_caseload (test)), ==, 0);
  g_assert_true (dolen_casework_episode_close (test->casework, &closing, NULL, &error));
  support_test_days_later (7);
  g_assert_true (dolen_casework_come_back (test->casework, person, "lonely again", NULL, &error));
  support_test_assert_due (test, person, "closing-letter", "");
}

static void
test_they_come_back_within_the_window_without_a_referral (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) first = support_test_episode (test, person);
  g_autoptr (DolenEpisode) second = NULL;
  g_autoptr (DolenEpisode) last = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  support_test_expect (dolen_casework_come_back (test->casework, person, "lonely", NULL, &error),
                       &error,
                       DOLEN_ERROR_NOT_ALLOWED); /* supported already */
  support_test_close (test, person, "2026-12-01");
  support_test_days_later (28); /* the last day of the window */
  support_test_expect (dolen_casework_come_back (test->casework, person, " ", NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  g_assert_true (dolen_casework_come_back (test->casework, person, "lonely again", &undo, &error));
  casework_test_reopen (test);
  second = support_test_episode (test, person);
  g_assert_cmpstr (second->uid, !=, first->uid);
  g_assert_cmpstr (second->former, ==, first->uid);
  g_assert_cmpstr (second->opened, ==, "2026-12-01");
  g_assert_null (second->closed);
  support_test_assert_due (test, person, "first-contact", "2026-12-08");
  support_test_undo (test, undo);
  g_assert_cmpint (count_open (test, person), ==, 0);
  last = support_test_episode (test, person);
  g_assert_cmpstr (last->uid, ==, first->uid);
  g_assert_nonnull (last->closed);
  support_test_days_later (1);
  support_test_expect (
      dolen_casework_come_back (test->casework, person, "lonely again", NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* What is open, when it is due, and who supports. */
static char *
describe_plan (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (support_test_caseload (test), person);
  g_autoptr (GPtrArray) open
             = dolen_caseload_list_records (support_test_caseload (test),
                                            &dolen_follow_up_type,
                                            person,
                                            "state = 'open' AND kind <> 'tell-referrer'");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < open->len; i++) {
    const DolenFollowUp *one = open->pdata[i];

    g_ptr_array_add (lines, g_strdup_printf ("%s %s", one->rule, one->due));
  }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, g_strdup_printf ("by %s", episode->worker));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (", ", (char **) lines->pdata);
}

static void
test_however_support_begins_it_plans_the_same (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenPerson) by_hand = dolen_person_new ();
  g_autofree char *back = casework_test_add_person (test, "Bedwyr Lewis");
  g_autoptr (DolenPerson) referred = dolen_person_new ();
  g_autoptr (DolenIncoming) incoming = dolen_incoming_new (referred->uid);
  g_autofree char *plan = NULL;
  g_autofree char *plan_back = NULL;
  g_autofree char *plan_referred = NULL;
  GError *error = NULL;

  by_hand->name = g_strdup ("Anwen Puw");
  g_assert_true (dolen_casework_person_add (test->casework, by_hand, NULL, &error));
  support_test_close (test, back, "2026-12-01");
  g_assert_true (dolen_casework_come_back (test->casework, back, "lonely again", NULL, &error));
  referred->name = g_strdup ("Carys Owen");
  incoming->source = g_strdup ("gp");
  g_free (incoming->received_on);
  incoming->received_on = g_strdup (SUPPORT_TODAY);
  incoming->reason = g_strdup ("Lonely");
  g_assert_true (dolen_casework_incoming_add (test->casework, incoming, referred, NULL, &error));
  g_assert_true (dolen_casework_incoming_take_up (test->casework, incoming->uid, NULL, &error));
  plan = describe_plan (test, by_hand->uid);
  plan_back = describe_plan (test, back);
  plan_referred = describe_plan (test, referred->uid);
  g_assert_cmpstr (plan,
                   ==,
                   /* The first measure is asked for once they were met. */
                   "first-contact 2026-11-10, support-ends 2027-01-12, by Carys");
  g_assert_cmpstr (plan_back, ==, plan);
  g_assert_cmpstr (plan_referred, ==, plan);
}

static void
test_the_referrer_hears_by_the_day_they_gave (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenIncoming) incoming = dolen_incoming_new (person);
  GError *error = NULL;

  incoming->feedback = g_strdup ("progress");
  incoming->feedback_by = g_strdup ("2026-12-18");
  casework_test_put (test, &dolen_incoming_type, incoming);
  episode->incoming = g_strdup (incoming->uid);
  casework_test_put (test, &dolen_episode_type, episode);
  episode->level = DOLEN_LEVEL_LIGHT;
  g_assert_true (dolen_casework_episode_set (test->casework, episode, NULL, &error));
  support_test_assert_due (test, person, "tell-referrer", "2026-12-18");
  episode->level = DOLEN_LEVEL_MEDIUM;
  g_assert_true (dolen_casework_episode_set (test->casework, episode, NULL, &error));
  support_test_assert_due (test, person, "tell-referrer", "2026-12-18"); /* not twice */
}

static void
test_the_referrer_is_to_hear_of_the_end (void)
{
  static const struct {
    const char *feedback;
    const char *source;
    const char *due;
  } cases[] = { { "closing", "gp", "2026-11-05" },
                { NULL, "hospital", "2026-11-05" },
                { "none", "gp", "" },
                { "closing", "self", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CaseworkTest) test = casework_test_new ();
    g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
    g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
    g_autoptr (DolenIncoming) incoming = dolen_incoming_new (person);

    incoming->feedback = g_strdup (cases[i].feedback);
    incoming->source = g_strdup (cases[i].source);
    casework_test_put (test, &dolen_incoming_type, incoming);
    episode->incoming = g_strdup (incoming->uid);
    casework_test_put (test, &dolen_episode_type, episode);
    support_test_close (test, person, NULL);
    support_test_assert_due (test, person, "tell-referrer", cases[i].due);
  }
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/support/" #name, test_##name)
  TEST (goals_and_length_bring_their_reminders);
  TEST (undo_of_a_plan_takes_its_reminders_away);
  TEST (a_plan_is_checked);
  TEST (a_review_scores_goals_again_and_asks_for_the_next);
  TEST (no_review_is_asked_for_after_the_end_foreseen);
  TEST (support_is_extended_with_a_reason);
  TEST (the_first_measure_waits_for_the_first_contact);
  TEST (a_contact_is_not_of_a_day_to_come);
  TEST (a_contact_is_one_event_with_its_note_and_is_counted);
  TEST (closing_decides_each_referral_and_undo_brings_all_back);
  TEST (a_closing_letter_is_asked_for_once);
  TEST (they_come_back_within_the_window_without_a_referral);
  TEST (however_support_begins_it_plans_the_same);
  TEST (the_referrer_hears_by_the_day_they_gave);
  TEST (the_referrer_is_to_hear_of_the_end);
#undef TEST
  return g_test_run ();
}
