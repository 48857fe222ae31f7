/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "directory/keeping/dolen-keeping-rules.h"

#include <string.h>

/* A scheme's own numbers for the queue. */

static char *
new_path (void)
{
  g_autofree char *folder = dolen_test_folder ();

  return g_build_filename (folder, DOLEN_KEEPING_FILE, NULL);
}

static char **
read_text (const char *text, DolenKeepingRules *rules)
{
  g_autofree char *path = new_path ();

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return dolen_keeping_rules_read (path, rules);
}

static void
test_without_a_file_ours (void)
{
  g_autofree char *path = new_path ();
  DolenKeepingRules rules;
  g_auto (GStrv) wrong = dolen_keeping_rules_read (path, &rules);

  g_assert_cmpuint (g_strv_length (wrong), ==, 0);
  g_assert_cmpint (rules.ask_again[DOLEN_FACT_CAPACITY].days, ==, 30);
  g_assert_cmpint (rules.ask_again[DOLEN_FACT_TIMES].months, ==, 6);
  g_assert_cmpint (rules.ask_again[DOLEN_FACT_CONTACT].months, ==, 6);
  g_assert_cmpint (rules.ask_again[DOLEN_FACT_COST].months, ==, 12);
  g_assert_cmpint (rules.ask_again[DOLEN_FACT_ACCESS].months, ==, 12);
  g_assert_cmpint (rules.ask_again[DOLEN_FACT_DESCRIPTION].months, ==, 12);
  g_assert_cmpint (rules.assurance_days, ==, 60);
  g_assert_cmpint (rules.funding_days, ==, 90);
  g_assert_true (rules.welsh);
}

static void
test_written_and_read (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *text = NULL;
  DolenKeepingRules rules, read;
  g_auto (GStrv) wrong = NULL;

  dolen_keeping_rules_init (&rules);
  rules.ask_again[DOLEN_FACT_TIMES] = (DolenKeepingSpan){ .days = 45 };
  rules.ask_again[DOLEN_FACT_COST] = (DolenKeepingSpan){ .months = 18 };
  rules.funding_days = 120;
  rules.try_again[0] = 2;
  rules.n_tries = 1;
  rules.welsh = FALSE;
  g_assert_true (g_file_set_contents (path, "{\"later\": 1, \"assurance-days\": 7}", -1, NULL));
  g_assert_true (dolen_keeping_rules_write (&rules, path, NULL));
  wrong = dolen_keeping_rules_read (path, &read);
  g_assert_cmpuint (g_strv_length (wrong), ==, 0);
  g_assert_cmpint (read.ask_again[DOLEN_FACT_TIMES].days, ==, 45);
  g_assert_cmpint (read.ask_again[DOLEN_FACT_TIMES].months, ==, 0);
  g_assert_cmpint (read.ask_again[DOLEN_FACT_COST].months, ==, 18);
  g_assert_cmpint (read.ask_again[DOLEN_FACT_CONTACT].months, ==, 6);
  g_assert_cmpint (read.assurance_days, ==, 60);
  g_assert_cmpint (read.funding_days, ==, 120);
  g_assert_cmpuint (read.n_tries, ==, 1);
  g_assert_cmpint (read.try_again[0], ==, 2);
  g_assert_false (read.welsh);
  /* What is not ours stays. */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"later\""));
}

static void
test_our_own_need_no_file (void)
{
  g_autofree char *path = new_path ();
  DolenKeepingRules rules;

  dolen_keeping_rules_init (&rules);
  rules.funding_days = 1;
  g_assert_true (dolen_keeping_rules_write (&rules, path, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  rules.funding_days = 90;
  g_assert_true (dolen_keeping_rules_write (&rules, path, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_what_cannot_be_read_is_told_and_left (void)
{
  static const struct {
    const char *text, *where;
  } cases[] = {
    { "{\"ask-again\": 7}", "“ask-again”" },
    { "{\"ask-again\": {\"colour\": {\"days\": 1}}}", "“ask-again.colour”" },
    { "{\"ask-again\": {\"times\": {\"days\": 0}}}", "“ask-again.times”" },
    { "{\"ask-again\": {\"times\": {\"days\": 1, \"months\": 1}}}", "“ask-again.times”" },
    { "{\"ask-again\": {\"times\": {\"months\": 1e9}}}", "“ask-again.times”" },
    { "{\"try-again\": []}", "“try-again”" },
    { "{\"try-again\": [1,2,3,4,5,6,7,8,9]}", "“try-again”" },
    { "{\"try-again\": [1,\"soon\"]}", "“try-again”" },
    { "{\"funding-days\": -1}", "“funding-days”" },
    { "{\"welsh\": \"no\"}", "“welsh”" },
    { "[]", "JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenKeepingRules rules, ours;
    g_auto (GStrv) wrong = read_text (cases[i].text, &rules);

    g_test_message ("%s", cases[i].text);
    dolen_keeping_rules_init (&ours);
    g_assert_cmpuint (g_strv_length (wrong), ==, 1);
    g_assert_nonnull (strstr (wrong[0], cases[i].where));
    g_assert_cmpmem (&rules, sizeof rules, &ours, sizeof ours);
  }
}

/* The first day on which a fact may have been told is the one dolen_fact_is_fresh() begins with, on
 * every day of four years. */
static void
test_the_cutoff_is_where_freshness_begins (void)
{
  DolenKeepingRules rules;
  g_autofree char *today = g_strdup ("2024-01-01");

  dolen_keeping_rules_init (&rules);
  for (guint day = 0; day < 4 * 366; day++) {
    char *next = dolen_date_add_days (today, 1);

    for (guint fact = 0; fact < DOLEN_N_FACTS; fact++) {
      g_autofree char *cutoff = dolen_keeping_rules_cutoff (&rules, (DolenFact) fact, today);
      g_autofree char *before = dolen_date_add_days (cutoff, -1);

      g_assert_true (dolen_fact_is_fresh ((DolenFact) fact, cutoff, today));
      g_assert_false (dolen_fact_is_fresh ((DolenFact) fact, before, today));
    }
    g_free (today);
    today = next;
  }
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/keeping-rules/ours", test_without_a_file_ours);
  g_test_add_func ("/directory/keeping-rules/written", test_written_and_read);
  g_test_add_func ("/directory/keeping-rules/no-file", test_our_own_need_no_file);
  g_test_add_func ("/directory/keeping-rules/told", test_what_cannot_be_read_is_told_and_left);
  g_test_add_func ("/directory/keeping-rules/cutoff", test_the_cutoff_is_where_freshness_begins);
  return g_test_run ();
}
