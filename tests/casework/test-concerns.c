/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-concerns.h"
#include "support/dolen-test.h"

#include <string.h>

/* Concerns: each step, what it refuses, and that nothing but a decision ends one. */

#define TODAY "2026-11-03" /* a Tuesday */

static DolenCaseload *
caseload_of (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static DolenTodayLists *
read_today (CaseworkTest *test, const char *today)
{
  DolenTodayLists *lists = dolen_caseload_list_today (caseload_of (test), today, NULL);

  g_assert_nonnull (lists);
  return lists;
}

static const char *
only_due (DolenTodayLists *lists)
{
  g_assert_cmpint (lists->concerns->len, ==, 1);
  return ((DolenDue *) lists->concerns->pdata[0])->follow_up->due;
}

static char *
raise_one (CaseworkTest *test, const char *person, DolenUndo **undo)
{
  g_autoptr (DolenConcern) concern = dolen_concern_new (person);
  GError *error = NULL;

  concern->kind = g_strdup ("safeguarding-adult");
  concern->text = g_strdup ("Bruises on both arms");
  dolen_casework_concern_raise (test->casework, concern, undo, &error);
  g_assert_no_error (error);
  return g_strdup (concern->uid);
}

static void
assert_refused (gboolean ok, GError **error, int code)
{
  g_assert_false (ok);
  g_assert_error (*error, DOLEN_ERROR, code);
  g_clear_error (error);
}

static void
test_it_needs_a_kind_and_a_few_words_and_no_more (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenConcern) concern = dolen_concern_new (uid);
  g_autoptr (DolenConcern) back = NULL;
  GError *error = NULL;

  dolen_casework_set_author (test->casework, "Non Jones");
  assert_refused (dolen_casework_concern_raise (test->casework, concern, NULL, &error),
                  &error,
                  DOLEN_ERROR_INVALID);
  concern->kind = g_strdup ("crisis");
  assert_refused (dolen_casework_concern_raise (test->casework, concern, NULL, &error),
                  &error,
                  DOLEN_ERROR_INVALID);
  concern->text = g_strdup ("Says she will not see Friday");
  g_assert_true (dolen_casework_concern_raise (test->casework, concern, NULL, &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  back = dolen_caseload_get_concern (caseload_of (test), concern->uid);
  g_assert_cmpstr (back->raised_on, ==, TODAY);
  /* Whoever has it open, whatever name the preferences have. */
  g_assert_cmpstr (back->raised_by, ==, "Carys");
  g_assert_cmpint (back->state, ==, DOLEN_CONCERN_RAISED);
}

static void
test_it_is_first_in_today_until_it_is_answered (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *concern = raise_one (test, uid, NULL);
  g_autoptr (DolenTodayLists) lists = read_today (test, TODAY);
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  /* There from the day it is raised, due the next working day, in no other list. */
  g_assert_cmpstr (only_due (lists), ==, "2026-11-04");
  g_assert_cmpint (lists->overdue->len + lists->today->len + lists->this_week->len, ==, 0);
  sentence = dolen_due_sentence (lists->concerns->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "Concern: Anwen Puw (safeguarding, adult: raised, no answer yet)");
  /* Three days later, a Friday: still no answer; the next working day is a Monday. */
  dolen_time_set_fixed (dolen_time_now () + 3 * G_GINT64_CONSTANT (86400000));
  assert_refused (dolen_casework_concern_wait (test->casework, concern, " ", NULL, &error),
                  &error,
                  DOLEN_ERROR_INVALID);
  for (int i = 0; i < 4; i++) {
    g_assert_true (dolen_casework_concern_wait (
        test->casework, concern, "Rang the duty desk: no answer", NULL, &error));
    g_assert_no_error (error);
  }
  g_clear_pointer (&lists, dolen_today_lists_free);
  lists = read_today (test, "2026-11-06");
  g_assert_cmpstr (only_due (lists), ==, "2026-11-09");
  g_assert_cmpint (((DolenDue *) lists->concerns->pdata[0])->follow_up->step, ==, 4);
}

static void
test_nothing_puts_it_off_by_hand (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *concern = raise_one (test, uid, NULL);
  g_autoptr (DolenTodayLists) lists = read_today (test, TODAY);
  const char *line = ((DolenDue *) lists->concerns->pdata[0])->follow_up->uid;
  GError *error = NULL;

  assert_refused (dolen_casework_follow_up_move (test->casework, line, "2027-01-01", NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  assert_refused (dolen_casework_follow_up_cancel (test->casework, line, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  assert_refused (dolen_casework_follow_up_done (test->casework, line, "seen", NULL, NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
}

static void
test_each_step_has_its_date_and_its_words (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *concern = raise_one (test, uid, NULL);
  const DolenConcernReport report
      = { "2026-11-03", "Adult social care", "ASC-77", "no", "She is afraid of him" };
  g_autoptr (DolenConcern) back = NULL;
  g_autoptr (DolenTodayLists) lists = NULL;
  g_autoptr (GPtrArray) timeline = NULL;
  g_autofree char *title = NULL;
  GError *error = NULL;

  assert_refused (dolen_casework_concern_discuss (test->casework, concern, NULL, "", NULL, &error),
                  &error,
                  DOLEN_ERROR_INVALID);
  g_assert_true (dolen_casework_concern_discuss (
      test->casework, concern, NULL, "Gwen, safeguarding lead", NULL, &error));
  g_assert_true (dolen_casework_concern_report (test->casework, concern, &report, NULL, &error));
  g_assert_no_error (error);
  back = dolen_caseload_get_concern (caseload_of (test), concern);
  g_assert_cmpint (back->state, ==, DOLEN_CONCERN_REPORTED);
  g_assert_cmpstr (back->report_reference, ==, "ASC-77");
  g_assert_cmpstr (back->consent, ==, "no");
  /* Talking about it again does not take the report back. */
  g_assert_true (
      dolen_casework_concern_discuss (test->casework, concern, NULL, "Gwen again", NULL, &error));
  g_clear_pointer (&back, dolen_concern_free);
  back = dolen_caseload_get_concern (caseload_of (test), concern);
  g_assert_cmpint (back->state, ==, DOLEN_CONCERN_REPORTED);
  assert_refused (dolen_casework_concern_answer (test->casework, concern, NULL, NULL, NULL, &error),
                  &error,
                  DOLEN_ERROR_INVALID);
  g_assert_true (dolen_casework_concern_answer (
      test->casework, concern, "2026-11-03", "A visit tomorrow", NULL, &error));
  /* Answered: once more in a week, until it is closed. */
  lists = read_today (test, TODAY);
  g_assert_cmpstr (only_due (lists), ==, "2026-11-10");
  g_assert_true (dolen_casework_concern_close (test->casework, concern, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&lists, dolen_today_lists_free);
  lists = read_today (test, TODAY);
  g_assert_cmpint (lists->concerns->len, ==, 0);
  timeline = dolen_caseload_list_timeline (caseload_of (test), uid, DOLEN_ENTRY_ALL, -1, NULL);
  g_assert_cmpint (timeline->len, ==, 7);
  title = dolen_entry_title (timeline->pdata[5], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "Concern raised: safeguarding, adult");
  g_assert_cmpstr (((DolenEntry *) timeline->pdata[5])->text, ==, "Bruises on both arms");
  g_assert_cmpstr (((DolenEntry *) timeline->pdata[3])->text, ==, "Adult social care");
  g_assert_cmpstr (((DolenEntry *) timeline->pdata[1])->text, ==, "A visit tomorrow");
  assert_refused (
      dolen_casework_concern_answer (test->casework, concern, NULL, "More", NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
}

static void
test_a_report_says_whether_they_agreed_or_why_not (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *concern = raise_one (test, uid, NULL);
  static const struct {
    DolenConcernReport report;
    gboolean ok;
  } reports[] = {
    { { NULL, NULL, NULL, "yes", NULL }, FALSE },
    { { NULL, "Police", NULL, NULL, NULL }, FALSE },
    { { NULL, "Police", NULL, "no", NULL }, FALSE },
    { { NULL, "Police", NULL, "not-asked", NULL }, FALSE },
    { { NULL, "Police", NULL, "perhaps", "x" }, FALSE },
    { { NULL, "Police", NULL, "not-asked", "He was in the room" }, TRUE },
    { { NULL, "Police", NULL, "yes", NULL }, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++) {
    GError *error = NULL;

    g_assert_cmpint (
        dolen_casework_concern_report (test->casework, concern, &reports[i].report, NULL, &error),
        ==,
        reports[i].ok);
    if (!reports[i].ok)
      g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_clear_error (&error);
  }
}

static void
test_it_is_never_closed_without_an_answer_or_a_reason (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *concern = raise_one (test, uid, NULL);
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (DolenTodayLists) lists = NULL;
  GError *error = NULL;

  assert_refused (dolen_casework_concern_close (test->casework, concern, NULL, " ", NULL, &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), uid), ==, 1);
  g_assert_true (dolen_casework_concern_close (
      test->casework, concern, NULL, "It was a misunderstanding: ...", &undo, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), uid), ==, 0);
  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), uid), ==, 1);
  lists = read_today (test, TODAY);
  g_assert_cmpstr (only_due (lists), ==, "2026-11-04");
}

static void
test_an_undo_is_seen_in_the_history (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenUndo) undo = NULL;
  g_autofree char *concern = raise_one (test, uid, &undo);
  g_autoptr (GPtrArray) timeline = NULL;
  g_autofree char *title = NULL;
  const DolenEntry *raised;
  GError *error = NULL;

  g_assert_true (dolen_casework_undo (test->casework, undo, &error));
  g_assert_no_error (error);
  casework_test_reopen (test);
  g_assert_null (dolen_caseload_get_concern (caseload_of (test), concern));
  timeline = dolen_caseload_list_timeline (caseload_of (test), uid, DOLEN_ENTRY_ALL, -1, NULL);
  g_assert_cmpint (timeline->len, ==, 3);
  title = dolen_entry_title (timeline->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "A step about a concern was taken back");
  raised = timeline->pdata[1];
  g_assert_true (raised->undone);
  g_assert_cmpstr (raised->text, ==, "Bruises on both arms");
}

static void
test_death_does_not_end_it_and_nobody_is_erased_meanwhile (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *concern = raise_one (test, uid, NULL);
  g_autofree char *after = NULL;
  g_autoptr (DolenTodayLists) lists = NULL;
  g_autoptr (GPtrArray) people = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_died (test->casework, uid, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  lists = read_today (test, TODAY);
  g_assert_cmpstr (only_due (lists), ==, "2026-11-04");
  assert_refused (dolen_casework_person_erase (test->casework, uid, "retention", &error),
                  &error,
                  DOLEN_ERROR_NOT_ALLOWED);
  people = dolen_caseload_list_people (caseload_of (test), NULL, TODAY, NULL);
  g_assert_cmpint (((DolenPersonRow *) people->pdata[0])->n_open_concerns, ==, 1);
  /* It can be decided, and another raised: somebody else may be at risk. */
  g_assert_true (dolen_casework_concern_close (
      test->casework, concern, NULL, "With the coroner now", NULL, &error));
  g_assert_no_error (error);
  after = raise_one (test, uid, NULL);
  g_assert_true (
      dolen_casework_concern_close (test->casework, after, NULL, "Double", NULL, &error));
  g_assert_true (dolen_casework_person_erase (test->casework, uid, "retention", &error));
  g_assert_no_error (error);
}

static void
test_a_rule_switched_off_does_not_lose_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *path = casework_test_file (test, "follow-ups.json");
  g_autofree char *concern = NULL;
  g_autoptr (DolenTodayLists) lists = NULL;
  GError *error = NULL;

  g_file_set_contents (path,
                       "{\"rules\": [{\"code\": \"concern\", \"kind\": \"concern\","
                       " \"off\": true, \"working_days\": [1]}]}",
                       -1,
                       &error);
  g_assert_no_error (error);
  g_assert_true (dolen_casework_set_rules (test->casework, path, &error));
  g_assert_no_error (error);
  concern = raise_one (test, uid, NULL);
  lists = read_today (test, TODAY);
  g_assert_cmpstr (only_due (lists), ==, "2026-11-04");
}

static char *
find_entry (CaseworkTest *test, const char *person, const char *type)
{
  g_autoptr (GPtrArray) lines
             = dolen_caseload_list_timeline (caseload_of (test), person, DOLEN_ENTRY_ALL, -1, NULL);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((DolenEntry *) lines->pdata[i])->type, type))
      return g_strdup (((DolenEntry *) lines->pdata[i])->event);
  return NULL;
}

static void
expect_without_words (CaseworkTest *test, const char *uid)
{
  g_autoptr (DolenConcern) concern = dolen_caseload_get_concern (caseload_of (test), uid);
  g_autoptr (DolenTodayLists) lists = read_today (test, TODAY);
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;
  g_autofree char *all = dolen_caseload_dump (caseload_of (test));

  g_assert_null (concern->text);
  g_assert_cmpstr (concern->kind, ==, "safeguarding-adult");
  g_assert_cmpint (concern->state, ==, DOLEN_CONCERN_DISCUSSED);
  g_assert_cmpstr (concern->discussed_with, ==, "Non, the lead");
  words = dolen_concern_say_words (concern, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "Its words were taken out on 3 November 2026.");
  g_assert_cmpstr (only_due (lists), ==, "2026-11-04");
  sentence = dolen_due_sentence (lists->concerns->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (sentence, "its words were taken out"));
  g_assert_null (strstr (all, "Bruises"));
}

/* What was written is destroyed; that somebody is at risk is not. */
/* "Non, the lead" stands in the step, and in what the redaction of the first words kept. */
static void
expect_words_of_a_step_to_go (CaseworkTest *test, const char *person, const char *uid)
{
  g_autofree char *step = find_entry (test, person, DOLEN_EVENT_CONCERN_DISCUSS);
  GError *error = NULL;

  g_assert_true (dolen_casework_redact (test->casework, step, "names a colleague", &error));
  g_assert_no_error (error);
  for (int opened = 0; opened < 2; opened++) {
    g_autofree char *dump = dolen_caseload_dump (caseload_of (test));
    g_autoptr (DolenConcern) concern = dolen_caseload_get_concern (caseload_of (test), uid);

    g_assert_null (strstr (dump, "Non, the lead"));
    g_assert_null (strstr (dump, "her sister's"));
    g_assert_nonnull (concern);
    g_assert_cmpstr (concern->person, ==, person);
    g_assert_cmpint (concern->state, ==, DOLEN_CONCERN_DISCUSSED);
    g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), person), ==, 1);
    casework_test_reopen (test);
  }
}

static void
test_its_words_are_taken_out_and_it_stays (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *uid = raise_one (test, person, NULL);
  g_autofree char *first = find_entry (test, person, DOLEN_EVENT_CONCERN_RAISE);
  g_autofree char *other = casework_test_add_person (test, "Beti Tudor");
  g_autofree char *apart = raise_one (test, other, NULL);
  g_autofree char *second = find_entry (test, other, DOLEN_EVENT_CONCERN_RAISE);
  GError *error = NULL;

  g_assert_true (dolen_casework_redact (test->casework, second, "another's words", &error));
  g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), other), ==, 1);
  g_assert_true (
      dolen_casework_concern_close (test->casework, apart, NULL, "Nobody at risk", NULL, &error));
  g_assert_true (
      dolen_casework_concern_discuss (test->casework, uid, NULL, "Non, the lead", NULL, &error));
  g_assert_true (dolen_casework_redact (test->casework, first, "names her sister", &error));
  expect_without_words (test, uid);
  casework_test_reopen (test);
  expect_without_words (test, uid);
  g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), other), ==, 0);
  expect_words_of_a_step_to_go (test, person, uid);
  g_assert_true (dolen_casework_concern_close (
      test->casework, uid, NULL, "She moved to her daughter's", NULL, &error));
  g_assert_cmpint (dolen_caseload_count_open_concerns (caseload_of (test), NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/casework/concerns/" #name, test_##name)
  ADD (it_needs_a_kind_and_a_few_words_and_no_more);
  ADD (it_is_first_in_today_until_it_is_answered);
  ADD (nothing_puts_it_off_by_hand);
  ADD (each_step_has_its_date_and_its_words);
  ADD (a_report_says_whether_they_agreed_or_why_not);
  ADD (it_is_never_closed_without_an_answer_or_a_reason);
  ADD (an_undo_is_seen_in_the_history);
  ADD (death_does_not_end_it_and_nobody_is_erased_meanwhile);
  ADD (a_rule_switched_off_does_not_lose_it);
  ADD (its_words_are_taken_out_and_it_stays);
#undef ADD
  return g_test_run ();
}
