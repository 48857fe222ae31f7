/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-load.h"
#include "support/dolen-test.h"

/* How heavy a caseload is, and who waits for nothing. The clock stands at 3 November 2026. */
#define TODAY "2026-11-03"

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static DolenLoad *
read_load (CaseworkTest *test)
{
  g_autoptr (DolenLoadWeights) weights = dolen_load_weights_new (NULL, NULL);
  GError *error = NULL;
  DolenLoad *load = dolen_caseload_read_load (caseload (test), weights, TODAY, &error);

  g_assert_no_error (error);
  return load;
}

/* Behind the back of the acts: what is weighed is the caseload, however it came to be. */
static void
change (CaseworkTest *test, const char *sql)
{
  GError *error = NULL;

  dolen_db_exec (dolen_caseload_get_db (caseload (test)), sql, &error);
  g_assert_no_error (error);
}

static const DolenLoadRow *
find_row (const DolenLoad *load, const char *called)
{
  for (guint i = 0; i < load->rows->len; i++) {
    const DolenLoadRow *row = g_ptr_array_index (load->rows, i);

    if (g_str_equal (row->called, called))
      return row;
  }
  return NULL;
}

static void
test_a_level_weighs_what_the_file_says (void)
{
  static const struct {
    const char *level;
    int weight;
  } levels[] = {
    { "not-set", 10 }, { "signpost", 3 }, { "light", 6 }, { "medium", 10 }, { "holistic", 15 }
  };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Siân");

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_autofree char *sql = g_strdup_printf (
        "UPDATE episode SET level = '%s', opened = '2026-06-01'", levels[i].level);
    g_autoptr (DolenLoad) load = NULL;

    change (test, sql);
    load = read_load (test);
    g_assert_cmpint (find_row (load, "Siân")->weight, ==, levels[i].weight);
    g_assert_null (find_row (load, "Siân")->extras);
  }
}

static void
test_what_is_harder_weighs_more_and_says_why (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Siân");
  g_autofree char *concern = g_strdup_printf (
      "INSERT INTO concern (uid, person, state) VALUES ('c', '%s', 'reported')", uid);
  g_autoptr (DolenLoadWeights) weights = dolen_load_weights_new (NULL, NULL);
  g_autoptr (DolenLoad) load = NULL;
  g_autofree char *why = NULL;

  change (test, concern);
  change (test, "UPDATE episode SET level = 'medium', attends_often = 1, opened = '2026-10-20'");
  change (test, "UPDATE person SET interpreter = 'bsl'");
  load = read_load (test);
  why = g_strjoinv (" ", find_row (load, "Siân")->extras);
  g_assert_cmpstr (why, ==, "concern attends-often interpreter first-weeks");
  g_assert_cmpint (find_row (load, "Siân")->weight, ==, 10 + 5 + 3 + 3 + 3);
  g_assert_cmpint (find_row (load, "Siân")->weeks, ==, 2);
  g_assert_cmpstr (
      dolen_load_extra_name (weights, "concern", DOLEN_LANGUAGE_CY), ==, "pryder agored");
  change (test, "UPDATE concern SET state = 'closed'");
  change (test, "UPDATE episode SET opened = '2026-10-13'");
  g_clear_pointer (&load, dolen_load_free);
  load = read_load (test);
  g_assert_cmpint (find_row (load, "Siân")->weight, ==, 10 + 3 + 3);
}

static void
test_workers_are_summed_heaviest_first (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *first = casework_test_add_person (test, "Siân");
  g_autofree char *second = casework_test_add_person (test, "Owain");
  g_autofree char *third = casework_test_add_person (test, "Mair");
  g_autofree char *gwen = g_strdup_printf (
      "UPDATE episode SET worker = 'Gwen', level = 'light' WHERE person IN ('%s', '%s')",
      first,
      second);
  g_autofree char *ali = g_strdup_printf (
      "UPDATE episode SET worker = 'Ali', level = 'holistic' WHERE person = '%s'", third);
  g_autoptr (DolenLoad) load = NULL;
  const DolenWorkerLoad *heaviest, *other;

  change (test, "UPDATE episode SET opened = '2026-06-01'");
  change (test, gwen);
  change (test, ali);
  load = read_load (test);
  g_assert_cmpuint (load->workers->len, ==, 2);
  heaviest = g_ptr_array_index (load->workers, 0);
  other = g_ptr_array_index (load->workers, 1);
  g_assert_cmpstr (heaviest->worker, ==, "Ali");
  g_assert_cmpint (heaviest->weight, ==, 15);
  g_assert_cmpint (other->n_people, ==, 2);
  g_assert_cmpint (other->weight, ==, 12);
}

static void
test_whoever_waits_for_nothing_is_seen (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *seen = casework_test_add_person (test, "Siân");
  g_autofree char *unseen = casework_test_add_person (test, "Owain");
  g_autofree char *dead = casework_test_add_person (test, "Mair");
  g_autoptr (DolenFollowUp) next
             = dolen_follow_up_new (seen, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, "2026-11-10");
  g_autoptr (GPtrArray) unplanned = NULL;
  g_autoptr (DolenLoad) load = NULL;
  GError *error = NULL;

  dolen_casework_died (test->casework, dead, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  change (test, "DELETE FROM follow_up");
  dolen_casework_follow_up_add (test->casework, next, NULL, &error);
  g_assert_no_error (error);
  unplanned = dolen_caseload_list_unplanned (caseload (test), TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unplanned->len, ==, 1);
  g_assert_cmpstr (((DolenLoadRow *) unplanned->pdata[0])->called, ==, "Owain");
  load = read_load (test);
  g_assert_cmpint (load->n_unplanned, ==, 1);
  g_assert_cmpuint (load->rows->len, ==, 2);
  g_assert_cmpstr (((DolenLoadRow *) load->rows->pdata[0])->called, ==, "Owain");
  g_assert_cmpstr (find_row (load, "Siân")->next_due, ==, "2026-11-10");
}

static void
test_only_reaching_the_person_counts_as_contact (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Siân");
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO encounter (uid, person, \"on\", result, \"with\") VALUES"
      " ('a', '%1$s', '2026-10-01', 'reached', NULL), ('b', '%1$s', '2026-10-20', 'no-answer', NULL),"
      " ('c', '%1$s', '2026-10-30', 'reached', 'group')",
      uid);
  g_autoptr (DolenLoad) load = NULL;

  change (test, sql);
  load = read_load (test);
  g_assert_cmpstr (find_row (load, "Siân")->last_contact, ==, "2026-10-01");
  g_assert_cmpint (find_row (load, "Siân")->days_since, ==, 33);
}

static void
test_referrals_in_and_out_that_wait_are_counted (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Siân");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO incoming (uid, person, state, received_on) VALUES"
      " ('a', '%1$s', 'new', '2026-11-01'), ('b', '%1$s', 'more-info', '2026-10-01'),"
      " ('c', '%1$s', 'waiting', '2026-10-04'), ('d', '%1$s', 'returned', '2026-01-04')",
      uid);
  g_autoptr (DolenLoad) load = NULL;
  GError *error = NULL;

  dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
  g_assert_no_error (error);
  change (test, sql);
  load = read_load (test);
  g_assert_cmpint (load->n_undecided, ==, 2);
  g_assert_cmpint (load->n_waiting, ==, 1);
  g_assert_cmpint (load->longest_wait, ==, 30);
  g_assert_cmpint (load->n_no_answer, ==, 1);
}

static void
test_weights_of_the_scheme_that_are_not_right_are_named (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "weights.json", NULL);
  g_autoptr (DolenLoadWeights) weights = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (
      path, "{\"levels\":{\"not-set\":1,\"signpost\":1,\"light\":\"heavy\"}}", -1, NULL);
  weights = dolen_load_weights_new (path, &error);
  g_assert_null (weights);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "light"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/casework/load/a-level-weighs-what-the-file-says",
                   test_a_level_weighs_what_the_file_says);
  g_test_add_func ("/casework/load/what-is-harder-weighs-more-and-says-why",
                   test_what_is_harder_weighs_more_and_says_why);
  g_test_add_func ("/casework/load/workers-are-summed-heaviest-first",
                   test_workers_are_summed_heaviest_first);
  g_test_add_func ("/casework/load/whoever-waits-for-nothing-is-seen",
                   test_whoever_waits_for_nothing_is_seen);
  g_test_add_func ("/casework/load/only-reaching-the-person-counts-as-contact",
                   test_only_reaching_the_person_counts_as_contact);
  g_test_add_func ("/casework/load/referrals-in-and-out-that-wait-are-counted",
                   test_referrals_in_and_out_that_wait_are_counted);
  g_test_add_func ("/casework/load/weights-that-are-not-right-are-named",
                   test_weights_of_the_scheme_that_are_not_right_are_named);
  return g_test_run ();
}
