/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "casework/dolen-came-back.h"
#include "casework/records/dolen-due-order.h"
#include "support/dolen-test.h"

/* The order of a day, and what came back. */

static DolenDue *
make_due (DolenFollowUpKind kind, const char *day, const char *at, const char *rule)
{
  DolenDue *due = g_new0 (DolenDue, 1);

  due->follow_up = dolen_follow_up_new ("p", NULL, kind, day);
  due->follow_up->at = g_strdup (at);
  due->follow_up->rule = g_strdup (rule);
  return due;
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return dolen_due_compare (*(DolenDue *const *) a, *(DolenDue *const *) b);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return dolen_due_compare_by_day (*(DolenDue *const *) a, *(DolenDue *const *) b);
}

static char *
say_order (GPtrArray *lines)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const DolenDue *due = g_ptr_array_index (lines, i);

    g_string_append_printf (said,
                            "%s%s%s",
                            i > 0 ? " " : "",
                            dolen_follow_up_kind_nick (due->follow_up->kind),
                            due->follow_up->at != NULL ? due->follow_up->at : "");
  }
  return g_string_free (said, FALSE);
}

static GPtrArray *
make_day (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_due_free);

  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_DECIDE, "2026-11-02", NULL, "decide"));
  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-01", NULL, "no-answer"));
  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_CHECK, "2026-11-03", NULL, "check"));
  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_APPOINTMENT, "2026-11-03", "14:00", NULL));
  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_APPOINTMENT, "2026-11-03", "09:30", NULL));
  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_ABSENT, "2026-11-03", NULL, "absent-risk"));
  g_ptr_array_add (lines, make_due (DOLEN_FOLLOW_UP_CONCERN, "2026-11-03", NULL, "concern"));
  return lines;
}

static void
test_a_day_is_in_the_order_it_is_done (void)
{
  g_autoptr (GPtrArray) lines = make_day ();
  g_autofree char *order = NULL;

  g_ptr_array_sort (lines, compare_pointers);
  order = say_order (lines);
  g_assert_cmpstr (
      order, ==, "concern absent appointment09:30 appointment14:00 check no-answer decide");
}

static void
test_a_week_is_by_day_first (void)
{
  g_autoptr (GPtrArray) lines = make_day ();
  g_autofree char *order = NULL;

  g_ptr_array_sort (lines, compare_days);
  order = say_order (lines);
  g_assert_cmpstr (
      order, ==, "no-answer decide concern absent appointment09:30 appointment14:00 check");
}

static void
test_every_kind_has_its_place (void)
{
  for (int kind = 0; kind < DOLEN_N_FOLLOW_UP_KINDS; kind++) {
    g_autoptr (DolenDue) due = make_due (kind, "2026-11-03", NULL, NULL);

    /* A kind that was forgotten in the table would stand among the concerns. */
    g_assert_true ((dolen_due_place (due) == DOLEN_DUE_CONCERN)
                   == (kind == DOLEN_FOLLOW_UP_CONCERN));
  }
}

static char *
send (CaseworkTest *test, const char *person)
{
  g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
  GError *error = NULL;

  dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (referral->uid);
}

static void
test_what_came_back_is_the_newest_state (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Siân");
  g_autofree char *silent = send (test, person);
  g_autofree char *answered = send (test, person);
  g_autoptr (GPtrArray) came = NULL;
  g_autofree char *sentence = NULL;
  const DolenCameBack *first;
  GError *error = NULL;

  dolen_casework_referral_record (
      test->casework, answered, DOLEN_REFERRAL_ACCEPTED, "2026-11-02", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  came = dolen_caseload_list_came_back (
      dolen_casework_get_caseload (test->casework), "2026-11-02", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (came->len, ==, 1);
  first = g_ptr_array_index (came, 0);
  g_assert_cmpstr (first->referral->uid, ==, answered);
  g_assert_cmpstr (first->on, ==, "2026-11-02");
  sentence = dolen_came_back_sentence (first, DOLEN_LANGUAGE_EN);
  g_assert_true (g_str_has_suffix (sentence, ": accepted (Siân)"));
  g_clear_pointer (&came, g_ptr_array_unref);
  came = dolen_caseload_list_came_back (
      dolen_casework_get_caseload (test->casework), "2026-11-03", &error);
  g_assert_cmpuint (came->len, ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/day/it-is-in-the-order-it-is-done",
                   test_a_day_is_in_the_order_it_is_done);
  g_test_add_func ("/casework/day/a-week-is-by-day-first", test_a_week_is_by_day_first);
  g_test_add_func ("/casework/day/every-kind-has-its-place", test_every_kind_has_its_place);
  g_test_add_func ("/casework/day/what-came-back-is-the-newest-state",
                   test_what_came_back_is_the_newest_state);
  return g_test_run ();
}
