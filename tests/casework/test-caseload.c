/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the pages ask of the caseload. */

static DolenCaseload *
caseload (CaseworkTest *test)
{
  return dolen_casework_get_caseload (test->casework);
}

static void
expect_found (CaseworkTest *test, const char *search, const char *names)
{
  g_autoptr (GPtrArray) rows
             = dolen_caseload_list_people (caseload (test), search, "2026-11-03", NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (
        found, "%s%s", i > 0 ? ", " : "", ((DolenPersonRow *) rows->pdata[i])->name);
  g_assert_cmpstr (found->str, ==, names);
}

static void
test_people_are_found_however_they_are_typed (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  static const char *const names[] = { "Siân ap Rhys", "Gwenllian Hughes", "Owain O'Brien" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    G_GNUC_UNUSED g_autofree char *uid = casework_test_add_person (test, names[i]);
  }
  expect_found (test, NULL, "Gwenllian Hughes, Owain O'Brien, Siân ap Rhys");
  expect_found (test, "sian", "Siân ap Rhys");
  expect_found (test, "RHYS sia", "Siân ap Rhys");
  expect_found (test, "gwenlian", "Gwenllian Hughes");
  expect_found (test, "huhges", "Gwenllian Hughes");
  expect_found (test, "obrien", "Owain O'Brien");
  expect_found (test, "o brien", "Owain O'Brien");
  expect_found (test, "brien", "Owain O'Brien");
  expect_found (test, "xyz", "");
}

static void
test_exact_names_stand_before_slips (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  G_GNUC_UNUSED g_autofree char *near = casework_test_add_person (test, "Aled Maris");
  G_GNUC_UNUSED g_autofree char *exact = casework_test_add_person (test, "Zoe Marie");

  expect_found (test, "marie", "Zoe Marie, Aled Maris");
}

static char *
plan (CaseworkTest *test, const char *person, const char *due)
{
  g_autoptr (DolenFollowUp) follow_up
             = dolen_follow_up_new (person, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, due);
  GError *error = NULL;

  dolen_casework_follow_up_add (test->casework, follow_up, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (follow_up->uid);
}

static void
test_today_parts_what_is_due (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  /* Tuesday 3 November 2026; the week ends on Sunday the 8th. */
  static const char *const days[] = { "2026-10-30", "2026-11-02", "2026-11-03", "2026-11-04",
                                      "2026-11-08", "2026-11-09", "2026-12-01" };
  g_autoptr (DolenTodayLists) lists = NULL;
  g_autoptr (GPtrArray) people = NULL;
  const DolenDue *first;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    G_GNUC_UNUSED g_autofree char *follow_up = plan (test, uid, days[i]);
  }
  lists = dolen_caseload_list_today (caseload (test), "2026-11-03", NULL);
  g_assert_cmpint (lists->overdue->len, ==, 2);
  g_assert_cmpint (lists->today->len, ==, 1);
  g_assert_cmpint (lists->this_week->len, ==, 2);
  g_assert_cmpint (lists->n_later, ==, 2);
  g_assert_cmpstr (lists->next->follow_up->due, ==, "2026-11-09");
  first = g_ptr_array_index (lists->overdue, 0);
  g_assert_cmpint (first->days_overdue, ==, 4);
  people = dolen_caseload_list_people (caseload (test), NULL, "2026-11-03", NULL);
  g_assert_true (((DolenPersonRow *) people->pdata[0])->overdue);
  g_assert_cmpstr (((DolenPersonRow *) people->pdata[0])->next_due, ==, "2026-10-30");
}

static void
test_an_empty_day_names_what_comes_next (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenTodayLists) none
             = dolen_caseload_list_today (caseload (test), "2026-11-03", NULL);
  g_autofree char *nobody = dolen_today_empty_sentence (none, DOLEN_LANGUAGE_EN);
  G_GNUC_UNUSED g_autofree char *follow_up = plan (test, uid, "2026-11-12");
  g_autoptr (DolenTodayLists) lists
             = dolen_caseload_list_today (caseload (test), "2026-11-03", NULL);
  g_autofree char *sentence = dolen_today_empty_sentence (lists, DOLEN_LANGUAGE_EN);

  g_assert_cmpstr (nobody, ==, "Nobody is waiting.");
  g_assert_cmpstr (sentence, ==, "Next: Thursday 12 November 2026. Get in touch: Anwen Puw");
}

static void
test_the_timeline_is_newest_first_and_filtered (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) referrals = NULL;
  g_autofree char *title = NULL;
  GError *error = NULL;

  casework_test_note (test, uid, "first");
  g_assert_true (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  casework_test_note (test, uid, "second");
  all = dolen_caseload_list_timeline (caseload (test), uid, DOLEN_ENTRY_ALL, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, 4);
  g_assert_cmpstr (((DolenEntry *) all->pdata[0])->text, ==, "second");
  g_assert_cmpstr (((DolenEntry *) all->pdata[3])->type, ==, "person.add");
  notes = dolen_caseload_list_timeline (caseload (test), uid, DOLEN_ENTRY_NOTES, -1, &error);
  g_assert_cmpint (notes->len, ==, 2);
  referrals = dolen_caseload_list_timeline (caseload (test), uid, DOLEN_ENTRY_REFERRALS, 5, &error);
  g_assert_cmpint (referrals->len, ==, 1);
  title = dolen_entry_title (referrals->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "D-1001, Clwb Cinio Neuadd Fach: sent");
}

static void
test_the_plan_puts_what_runs_before_what_ended (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) ended = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (DolenReferral) running = casework_test_referral (uid, DOLEN_SIGNPOSTING);
  g_autoptr (DolenReferral) draft = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (GPtrArray) list = NULL;
  GError *error = NULL;

  ended->service = g_strdup ("s1");
  running->service = g_strdup ("s1");
  g_assert_true (dolen_casework_referral_send (test->casework, ended, NULL, NULL, &error));
  g_assert_true (dolen_casework_referral_record (test->casework,
                                                 ended->uid,
                                                 DOLEN_REFERRAL_DECLINED,
                                                 "2026-11-02",
                                                 "full",
                                                 "until spring",
                                                 NULL,
                                                 &error));
  g_assert_true (dolen_casework_referral_send (test->casework, running, NULL, NULL, &error));
  g_assert_true (dolen_casework_referral_draft (test->casework, draft, NULL, &error));
  list = dolen_caseload_list_referrals (caseload (test), uid, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (list->len, ==, 3);
  g_assert_cmpstr (((DolenReferral *) list->pdata[0])->uid, ==, draft->uid);
  g_assert_cmpstr (((DolenReferral *) list->pdata[1])->uid, ==, running->uid);
  g_assert_cmpstr (((DolenReferral *) list->pdata[2])->declined_on, ==, "2026-11-02");
  g_assert_cmpint (dolen_caseload_count_sent (caseload (test), "s1", NULL), ==, 2);
  g_assert_cmpint (dolen_caseload_count_sent (caseload (test), "s1", "2026-12-01"), ==, 0);
}

/* Who was sent and has no answer yet waits; who was only told of a group, declined or not sent yet
 * does not. Two referrals of one person are one who waits. */
static void
test_who_waits_on_a_group (void)
{
  static const struct {
    DolenReferralKind kind;
    const char *service;
    gboolean send, decline;
  } referrals[] = { { DOLEN_REFERRAL, "s1", TRUE, FALSE },
                    { DOLEN_REFERRAL, "s1", TRUE, FALSE },
                    { DOLEN_SIGNPOSTING, "s2", TRUE, FALSE },
                    { DOLEN_REFERRAL, "s3", TRUE, TRUE },
                    { DOLEN_REFERRAL, "s4", FALSE, FALSE } };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (GHashTable) waiting = NULL;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (referrals); i++) {
    g_autoptr (DolenReferral) referral = casework_test_referral (uid, referrals[i].kind);

    g_free (referral->service);
    referral->service = g_strdup (referrals[i].service);
    if (referrals[i].send)
      dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error);
    else
      dolen_casework_referral_draft (test->casework, referral, NULL, &error);
    g_assert_no_error (error);
    if (referrals[i].decline)
      dolen_casework_referral_record (test->casework,
                                      referral->uid,
                                      DOLEN_REFERRAL_DECLINED,
                                      "2026-11-02",
                                      "full",
                                      NULL,
                                      NULL,
                                      &error);
    g_assert_no_error (error);
  }
  waiting = dolen_caseload_count_waiting (caseload (test));
  g_assert_cmpuint (g_hash_table_size (waiting), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (waiting, "s1")), ==, 1);
}

/* ---- with a directory beside it ---- */

static char *
make_directory (CaseworkTest *test, const char *sql)
{
  casework_test_sql (test, "directory.db", sql);
  return casework_test_file (test, "directory.db");
}

static void
test_the_directory_gives_the_newer_number (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *path = make_directory (
      test,
      "CREATE TABLE s (uid TEXT, phone TEXT); INSERT INTO s VALUES ('s1', '01632960999');"
      "CREATE VIEW service_card AS SELECT uid, 'n' AS name_en, NULL AS name_cy, 'o' AS"
      " organisation_en, NULL AS organisation_cy, 'p' AS place, phone, NULL AS email FROM s");
  g_autoptr (DolenCasework) casework = NULL;
  g_autofree char *uid = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (uid, DOLEN_REFERRAL);
  g_autoptr (GPtrArray) due = NULL;
  GError *error = NULL;

  referral->service = g_strdup ("s1");
  g_assert_true (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  dolen_casework_lock (test->casework);
  casework = dolen_casework_new (test->folder, path);
  g_assert_true (dolen_casework_unlock_sync (casework, CASEWORK_PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_true (dolen_caseload_has_directory (dolen_casework_get_caseload (casework)));
  due = dolen_caseload_list_follow_ups (
      dolen_casework_get_caseload (casework), uid, "2026-11-03", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((DolenDue *) due->pdata[0])->phone, ==, "01632960999");
  /* Another program may write to the directory meanwhile, and we may not. */
  casework_test_sql (test, "directory.db", "INSERT INTO s VALUES ('s2', NULL)");
  g_assert_false (dolen_db_exec (dolen_caseload_get_db (dolen_casework_get_caseload (casework)),
                                 "DELETE FROM directory.s",
                                 &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_READ_ONLY);
  g_clear_error (&error);
}

static void
test_it_does_without_a_directory (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *path = make_directory (test, "CREATE TABLE other (x INTEGER)");
  g_autoptr (DolenCaseload) none = dolen_caseload_new ("/nowhere/directory.db", NULL);
  g_autoptr (DolenCaseload) old = dolen_caseload_new (path, NULL);

  g_assert_nonnull (none);
  g_assert_false (dolen_caseload_has_directory (none));
  g_assert_nonnull (old);
  g_assert_false (dolen_caseload_has_directory (old));
}

static void
test_what_is_not_understood_is_passed_over (void)
{
  g_autoptr (DolenCaseload) fresh = dolen_caseload_new (NULL, NULL);
  static const char *const events[] = {
    "{\"v\":1,\"type\":\"later.kind\",\"person\":\"p\",\"changes\":[{\"record\":\"dragon\","
    "\"uid\":\"1\",\"set\":{}}]}",
    "{\"v\":1,\"type\":\"person.set\",\"person\":\"p\",\"changes\":[{\"record\":\"person\","
    "\"uid\":\"p\",\"set\":{\"name\":17,\"wings\":2,\"max_km\":\"far\"}}]}",
    "{\"v\":1,\"type\":\"note.add\",\"changes\":[7,null,[],{\"record\":5}]}",
    "{\"v\":1,\"type\":\"note.add\",\"person\":\"p\",\"changes\":{}}",
    "{\"v\":1,\"type\":\"undo\"}",
    "{\"v\":1,\"type\":\"person.erased\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++) {
    GError *error = NULL;
    g_autoptr (DolenEvent) event = dolen_event_decode (events[i], strlen (events[i]), &error);

    g_assert_no_error (error);
    event->id = g_strdup_printf ("%032x", (guint) i);
    dolen_caseload_apply (fresh, event);
  }
  g_assert_cmpint (dolen_caseload_count_people (fresh), ==, 0);
  g_assert_null (dolen_event_decode ("[]", 2, NULL));
  g_assert_null (dolen_event_decode ("{\"type\":1}", 10, NULL));
  g_assert_null (dolen_event_decode ("{", 1, NULL));
}

#define ADD(test) g_test_add_func ("/casework/caseload/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (people_are_found_however_they_are_typed);
  ADD (exact_names_stand_before_slips);
  ADD (today_parts_what_is_due);
  ADD (an_empty_day_names_what_comes_next);
  ADD (the_timeline_is_newest_first_and_filtered);
  ADD (the_plan_puts_what_runs_before_what_ended);
  ADD (the_directory_gives_the_newer_number);
  ADD (it_does_without_a_directory);
  ADD (what_is_not_understood_is_passed_over);
  ADD (who_waits_on_a_group);
  return g_test_run ();
}
