/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-retention.h"
#include "support/dolen-test.h"

#include <string.h>

/* How long a record stays: the rule at its edges, then the queue of those that are due. */

static void
expect (const char *born,
        const char *last,
        const char *died,
        gboolean supported,
        const char *due,
        DolenRetentionWhy why)
{
  g_autoptr (DolenRetentionRules) rules = dolen_retention_rules_new ();
  const DolenRetentionFacts facts = { born, last, died, supported };
  DolenRetentionWhy found;
  g_autofree char *day = dolen_retention_due (rules, &facts, &found);

  g_assert_cmpstr (day, ==, due);
  g_assert_cmpint (found, ==, why);
}

static void
test_years_after_the_last_contact (void)
{
  expect (NULL, "2026-11-03", NULL, TRUE, "2034-11-03", DOLEN_RETENTION_SUPPORTED);
  expect (NULL, "2026-11-03", NULL, FALSE, "2028-11-03", DOLEN_RETENTION_OTHER);
  expect ("1950-01-01", "2026-11-03", NULL, TRUE, "2034-11-03", DOLEN_RETENTION_SUPPORTED);
}

static void
test_a_leap_day_is_never_a_day_short (void)
{
  expect (NULL, "2024-02-29", NULL, TRUE, "2032-02-29", DOLEN_RETENTION_SUPPORTED);
  expect (NULL, "2024-02-29", NULL, FALSE, "2026-03-01", DOLEN_RETENTION_OTHER);
  expect (NULL, "2024-02-28", NULL, FALSE, "2026-02-28", DOLEN_RETENTION_OTHER);
  /* Born on 29 February: 25 on 1 March 2033, where there is no such day. */
  expect ("2008-02-29", "2024-05-01", NULL, TRUE, "2033-03-01", DOLEN_RETENTION_MINOR);
}

/* Records Management Code: the 25th birthday, or the 26th for who was 17 when it ended. */
static void
test_the_birthdays_of_the_young (void)
{
  /* The day before 17, the 17th birthday, the day before 18, the 18th birthday. */
  expect ("2009-06-15", "2026-06-14", NULL, TRUE, "2034-06-15", DOLEN_RETENTION_MINOR);
  expect ("2009-06-15", "2026-06-15", NULL, TRUE, "2035-06-15", DOLEN_RETENTION_MINOR_17);
  expect ("2009-06-15", "2027-06-14", NULL, TRUE, "2035-06-15", DOLEN_RETENTION_MINOR_17);
  expect ("2009-06-15", "2027-06-15", NULL, TRUE, "2035-06-15", DOLEN_RETENTION_SUPPORTED);
  /* Advice only: the birthday all the same, and no later for it. */
  expect ("2009-06-15", "2026-06-14", NULL, FALSE, "2034-06-15", DOLEN_RETENTION_MINOR);
  expect ("2020-06-15", "2026-06-14", NULL, TRUE, "2045-06-15", DOLEN_RETENTION_MINOR);
}

static void
test_nobody_young_goes_before_an_adult_would (void)
{
  g_autoptr (DolenRetentionRules) rules = dolen_retention_rules_new ();
  const DolenRetentionFacts facts = { "2009-06-15", "2027-06-01", NULL, TRUE };
  g_autofree char *day = NULL;

  rules->minor_birthday = 20;
  rules->minor_birthday_17 = 21;
  day = dolen_retention_due (rules, &facts, NULL);
  g_assert_cmpstr (day, ==, "2035-06-01");
}

static void
test_who_died (void)
{
  expect ("1950-01-01", "2026-11-03", "2026-12-24", TRUE, "2034-12-24", DOLEN_RETENTION_DIED);
  expect ("2012-01-01", "2026-11-03", "2026-11-01", TRUE, "2034-11-03", DOLEN_RETENTION_DIED);
}

static void
test_the_rules_belong_to_the_vault (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenRetentionRules) proposed
             = dolen_caseload_get_retention_rules (dolen_casework_get_caseload (test->casework));
  g_autoptr (DolenRetentionRules) kept = NULL;
  GError *error = NULL;

  g_assert_cmpint (proposed->supported_years, ==, 8);
  g_assert_cmpint (proposed->other_years, ==, 2);
  g_assert_cmpint (proposed->minor_birthday, ==, 25);
  g_assert_cmpint (proposed->minor_birthday_17, ==, 26);
  g_assert_null (proposed->set_on);
  proposed->other_years = 3;
  g_assert_true (dolen_casework_set_retention (test->casework, proposed, NULL, &error));
  casework_test_reopen (test);
  kept = dolen_caseload_get_retention_rules (dolen_casework_get_caseload (test->casework));
  g_assert_cmpint (kept->other_years, ==, 3);
  g_assert_cmpint (kept->supported_years, ==, 8);
  g_assert_cmpstr (kept->set_on, ==, "2026-11-03");
  g_assert_cmpstr (kept->set_by, ==, "Carys");
  kept->other_years = 0;
  g_assert_false (dolen_casework_set_retention (test->casework, kept, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
}

/* ---- the queue ---- */

static void
close_episode (CaseworkTest *test, const char *person, const char *reason)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (test->casework);
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (caseload, person);
  g_autofree char *today = dolen_date_today ();
  DolenEvent *event = dolen_event_new ("episode.close", person);
  struct json_object *set = json_object_new_object ();

  /* As any close does, whatever else it does. */
  json_object_object_add (set, "closed", json_object_new_string (today));
  json_object_object_add (set, "reason", json_object_new_string (reason));
  dolen_event_add_change (event, "episode", episode->uid, set);
  dolen_caseload_apply (caseload, event);
  dolen_event_free (event);
}

static GPtrArray *
list (CaseworkTest *test, const char *today)
{
  return dolen_caseload_list_retention (dolen_casework_get_caseload (test->casework), today, today);
}

static void
test_what_is_due_waits_for_somebody (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *open = casework_test_add_person (test, "Agored");
  g_autofree char *helped = casework_test_add_person (test, "Wedi Cael Cymorth");
  g_autofree char *tried = casework_test_add_person (test, "Heb Ateb");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) both = NULL;
  const DolenRetentionLine *line;

  close_episode (test, helped, "completed");
  close_episode (test, tried, "not-reached");
  none = list (test, "2028-11-02");
  g_assert_cmpuint (none->len, ==, 0);
  one = list (test, "2028-11-03");
  g_assert_cmpuint (one->len, ==, 1);
  line = g_ptr_array_index (one, 0);
  g_assert_cmpstr (line->person, ==, tried);
  g_assert_cmpint (line->why, ==, DOLEN_RETENTION_OTHER);
  both = list (test, "2034-11-03");
  g_assert_cmpuint (both->len, ==, 2);
  line = g_ptr_array_index (both, 1);
  g_assert_cmpstr (line->person, ==, helped);
  g_assert_cmpstr (line->last_contact, ==, "2026-11-03");
  /* It was only looked at. */
  g_assert_cmpint (
      dolen_caseload_count_people (dolen_casework_get_caseload (test->casework)), ==, 3);
}

static void
test_kept_longer_with_a_reason (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Heb Ateb");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GError *error = NULL;

  close_episode (test, person, "not-reached");
  g_assert_false (dolen_casework_keep (test->casework, person, "2030-01-01", " ", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dolen_casework_keep (test->casework, person, "2026-11-03", "Cwyn", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (dolen_casework_keep (test->casework, person, "2030-01-01", "Cwyn", NULL, &error));
  before = list (test, "2029-12-31");
  g_assert_cmpuint (before->len, ==, 0);
  after = list (test, "2030-01-01");
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((DolenRetentionLine *) after->pdata[0])->kept->reason, ==, "Cwyn");
}

static void
test_a_legal_hold_holds (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Heb Ateb");
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) due = NULL;
  GError *error = NULL;

  close_episode (test, person, "not-reached");
  g_assert_true (dolen_casework_hold (test->casework, person, "Ymchwiliad", NULL, &error));
  held = list (test, "2099-01-01");
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpstr (((DolenRetentionLine *) held->pdata[0])->hold->reason, ==, "Ymchwiliad");
  g_assert_false (dolen_casework_erase (test->casework, person, "Asked", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (dolen_casework_lift_hold (test->casework, person, NULL, &error));
  g_assert_false (dolen_casework_lift_hold (test->casework, person, NULL, &error));
  g_clear_error (&error);
  due = list (test, "2099-01-01");
  g_assert_null (((DolenRetentionLine *) due->pdata[0])->hold);
  g_assert_true (dolen_casework_erase (test->casework, person, "Asked", NULL, &error));
}

#define ADD(test) g_test_add_func ("/casework/retention/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (years_after_the_last_contact);
  ADD (a_leap_day_is_never_a_day_short);
  ADD (the_birthdays_of_the_young);
  ADD (nobody_young_goes_before_an_adult_would);
  ADD (who_died);
  ADD (the_rules_belong_to_the_vault);
  ADD (what_is_due_waits_for_somebody);
  ADD (kept_longer_with_a_reason);
  ADD (a_legal_hold_holds);
  return g_test_run ();
}
