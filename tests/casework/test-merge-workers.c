/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-casework-merge.h"
#include "casework/dolen-casework-restricted.h"
#include "casework/vault/dolen-keys.h"
#include "support/dolen-test.h"

/* Who may open the case records, after two copies in which that was changed apart became one. */

#define NEW_ELIN "gwylan wen ar do sinc"
#define NEWER_ELIN "tri draenog dan y goeden"
#define NEW_HUW "cloch y llan yn canu heno"

static CaseworkTest *
copy_of (CaseworkTest *test)
{
  static const char *const files[] = { "casework.db", "keys.db" };

  dolen_casework_lock (test->casework);
  return casework_test_clone (test, files, G_N_ELEMENTS (files));
}

/* Brings @other into @test, opened by @passphrase. */
static DolenMergeResult
merge_as (CaseworkTest *test, const char *passphrase, CaseworkTest *other)
{
  DolenMergeResult result;
  GError *error = NULL;

  dolen_casework_lock (other->casework);
  team_enter (test, passphrase);
  dolen_casework_merge_sync (test->casework, other->folder, &result, &error);
  g_assert_no_error (error);
  dolen_casework_lock (test->casework);
  return result;
}

static void
merge_both_ways (CaseworkTest *test, CaseworkTest *other)
{
  merge_as (test, CASEWORK_PASSPHRASE, other);
  merge_as (other, CASEWORK_PASSPHRASE, test);
}

static void
change (CaseworkTest *test, const char *current, const char *passphrase)
{
  DolenPassphraseAct act
      = { DOLEN_PASSPHRASE_CHANGE, .current = current, .passphrase = passphrase };
  GError *error = NULL;

  team_enter (test, current);
  dolen_casework_passphrase_act_sync (test->casework, &act, &error);
  g_assert_no_error (error);
  dolen_casework_lock (test->casework);
}

static void
reset (CaseworkTest *test, const char *name, const char *passphrase)
{
  g_autofree char *uid = team_uid_of (test, name);
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_RESET, .worker = uid, .passphrase = passphrase };
  GError *error = NULL;

  dolen_casework_passphrase_act_sync (test->casework, &act, &error);
  g_assert_no_error (error);
}

static const DolenHolder *
find (CaseworkTest *test, const char *uid)
{
  const GPtrArray *workers = dolen_casework_list_workers (test->casework);

  for (guint i = 0; i < workers->len; i++)
    if (g_str_equal (((const DolenHolder *) workers->pdata[i])->uid, uid))
      return workers->pdata[i];
  return NULL;
}

static void
expect_words (CaseworkTest *test, const char *note)
{
  GError *error = NULL;
  char *text = dolen_casework_note_read (test->casework, note, "the police ask", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, TEAM_SECRET);
  dolen_wipe_string (text);
}

static gint64
count_in_keys (CaseworkTest *test, const char *sql)
{
  g_autofree char *path = casework_test_file (test, "keys.db");
  g_autoptr (DolenDb) db = dolen_db_open (path, DOLEN_DB_READ_ONLY, dolen_keys_schema (), NULL);
  gint64 n = -1;

  g_assert_nonnull (db);
  g_assert_true (dolen_db_get_int64 (db, sql, &n, NULL));
  return n;
}

/* ---- passphrases ---- */

static void
test_a_passphrase_changed_in_one_opens_both (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = copy_of (test);
  DolenMergeResult result;

  casework_test_days_later (1);
  change (test, TEAM_ELIN, NEW_ELIN);
  change (other, TEAM_HUW, NEW_HUW);
  result = merge_as (test, CASEWORK_PASSPHRASE, other);
  g_assert_cmpint (result.n_workers, ==, 1);
  merge_as (other, CASEWORK_PASSPHRASE, test);
  for (int i = 0; i < 2; i++) {
    CaseworkTest *one = i == 0 ? test : other;

    team_expect_shut (one, TEAM_ELIN);
    team_expect_shut (one, TEAM_HUW);
    team_enter (one, NEW_ELIN);
    g_assert_cmpstr (dolen_casework_get_worker (one->casework)->name, ==, "Elin");
    team_enter (one, NEW_HUW);
    dolen_casework_lock (one->casework);
  }
}

static void
test_of_two_new_passphrases_the_newer_opens (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = copy_of (test);

  casework_test_days_later (1);
  change (test, TEAM_ELIN, NEW_ELIN);
  casework_test_days_later (2);
  change (other, TEAM_ELIN, NEWER_ELIN);
  merge_both_ways (test, other);
  team_expect_shut (test, NEW_ELIN);
  team_expect_shut (other, NEW_ELIN);
  team_enter (test, NEWER_ELIN);
  team_enter (other, NEWER_ELIN);
}

/* It may be that somebody found out the former one. */
static void
test_a_former_passphrase_does_not_come_back (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = copy_of (test);
  GError *error = NULL;

  casework_test_days_later (1);
  change (test, TEAM_ELIN, NEW_ELIN);
  casework_test_flip (
      test, "keys.db", "worker_slot", "wrapped", "id = (SELECT max (id) FROM worker_slot)");
  merge_as (test, CASEWORK_PASSPHRASE, other);
  g_assert_false (dolen_casework_unlock_sync (test->casework, TEAM_ELIN, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_KEY_DAMAGED);
  g_clear_error (&error);
}

static void
test_a_damaged_slot_comes_back (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = copy_of (test);

  casework_test_flip (
      test, "keys.db", "worker_slot", "wrapped", "id = (SELECT max (id) FROM worker_slot)");
  g_assert_false (dolen_casework_unlock_sync (test->casework, TEAM_HUW, NULL));
  merge_as (test, CASEWORK_PASSPHRASE, other);
  team_enter (test, TEAM_HUW);
}

/* A worker who lost theirs got another pair of keys with it: what is sealed from then on is sealed
 * to that one. */
static void
test_a_reset_brings_its_pair (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = copy_of (test);
  g_autofree char *note = NULL;

  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  reset (test, "Elin", NEW_ELIN);
  merge_both_ways (test, other);
  team_enter (other, NEW_ELIN);
  note = team_restrict (other, person);
  expect_words (other, note);
}

/* ---- workers ---- */

static void
test_a_name_and_a_role_set_apart_both_hold (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  g_autoptr (CaseworkTest) other = copy_of (test);

  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Elin", DOLEN_ROLE_LEAD);
  casework_test_days_later (2);
  team_enter (other, CASEWORK_PASSPHRASE);
  g_assert_true (
      dolen_casework_worker_set (other->casework, elin, "Elin Rhys", DOLEN_ROLE_WORKER, NULL));
  merge_both_ways (test, other);
  for (int i = 0; i < 2; i++) {
    CaseworkTest *one = i == 0 ? test : other;

    team_enter (one, CASEWORK_PASSPHRASE);
    g_assert_cmpstr (find (one, elin)->name, ==, "Elin Rhys");
    g_assert_cmpint (find (one, elin)->role, ==, DOLEN_ROLE_LEAD);
    dolen_casework_lock (one->casework);
  }
}

/* A lead of the one copy opens what was kept for leads in the other. */
static void
test_a_lead_added_in_one_is_one_in_both (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = copy_of (test);
  g_autofree char *note = NULL;

  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  team_add_worker (test, "Mair", DOLEN_ROLE_LEAD, NEW_ELIN);
  team_enter (other, TEAM_HUW);
  note = team_restrict (other, person);
  merge_both_ways (test, other);
  team_enter (other, NEW_ELIN);
  g_assert_cmpint (dolen_casework_get_worker (other->casework)->role, ==, DOLEN_ROLE_LEAD);
  expect_words (other, note);
}

static void
test_who_was_taken_away_stays_away (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  g_autoptr (CaseworkTest) other = copy_of (test);
  DolenMergeResult result;

  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_worker_remove (test->casework, elin, NULL));
  casework_test_days_later (2);
  change (other, TEAM_ELIN, NEW_ELIN);
  merge_as (test, CASEWORK_PASSPHRASE, other);
  result = merge_as (other, CASEWORK_PASSPHRASE, test);
  g_assert_cmpint (result.n_removed, ==, 1);
  team_expect_shut (test, NEW_ELIN);
  team_expect_shut (other, NEW_ELIN);
  team_expect_shut (other, TEAM_ELIN);
}

/* Each made the other one a worker: there must be a lead all the same, the same in both. */
static void
test_a_lead_is_left (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  g_autofree char *carys = team_uid_of (test, "Carys");
  g_autoptr (CaseworkTest) other = NULL;

  team_set_role (test, "Elin", DOLEN_ROLE_LEAD);
  other = copy_of (test);
  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Elin", DOLEN_ROLE_WORKER);
  casework_test_days_later (2);
  team_enter (other, TEAM_ELIN);
  team_set_role (other, "Carys", DOLEN_ROLE_WORKER);
  merge_both_ways (test, other);
  for (int i = 0; i < 2; i++) {
    CaseworkTest *one = i == 0 ? test : other;

    team_enter (one, TEAM_HUW);
    g_assert_cmpint (find (one, carys)->role, ==, DOLEN_ROLE_LEAD);
    g_assert_cmpint (find (one, elin)->role, ==, DOLEN_ROLE_WORKER);
    dolen_casework_lock (one->casework);
  }
}

/* In the copy that had not heard of it a pair began that she could open: what is sealed from now on
 * is sealed to another. */
static void
test_who_is_no_lead_opens_nothing_new (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = NULL;
  g_autofree char *note = NULL;
  GError *error = NULL;

  team_set_role (test, "Elin", DOLEN_ROLE_LEAD);
  team_set_role (test, "Huw", DOLEN_ROLE_LEAD);
  other = copy_of (test);
  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Elin", DOLEN_ROLE_WORKER);
  casework_test_days_later (2);
  team_enter (other, CASEWORK_PASSPHRASE);
  team_set_role (other, "Huw", DOLEN_ROLE_WORKER);
  merge_as (test, CASEWORK_PASSPHRASE, other);
  /* The first, one for each who ceased to be a lead, and one for both. */
  g_assert_cmpint (count_in_keys (test, "SELECT count(DISTINCT key) FROM lead_box"), ==, 4);
  team_enter (test, TEAM_HUW);
  note = team_restrict (test, person);
  merge_as (other, CASEWORK_PASSPHRASE, test);
  team_enter (other, TEAM_ELIN);
  team_expect_not_allowed (
      dolen_casework_note_read (other->casework, note, "curious", &error) != NULL, &error);
  team_enter (other, CASEWORK_PASSPHRASE);
  expect_words (other, note);
}

/* ---- the recovery key ---- */

static void
test_a_new_recovery_key_holds_in_both (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (CaseworkTest) other = copy_of (test);
  DolenSecret *fresh = dolen_recovery_key_new ();
  g_autofree char *note = NULL;
  char *former = dolen_recovery_key_to_text (test->recovery);
  DolenMergeResult result;

  casework_test_days_later (1);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_new_recovery_key (test->casework, fresh, NULL));
  team_enter (other, TEAM_HUW);
  note = team_restrict (other, person);
  result = merge_as (other, CASEWORK_PASSPHRASE, test);
  g_assert_cmpint (result.n_recovery, ==, 1);
  g_assert_false (dolen_casework_unlock_with_recovery_key_sync (other->casework, former, NULL));
  dolen_secret_free (other->recovery);
  other->recovery = fresh;
  team_enter_by_recovery_key (other);
  expect_words (other, note);
  dolen_wipe_string (former);
}

/* ---- */

/* A copy that nobody has opened since there are workers. */
static void
test_a_copy_without_workers_takes_nobody_away (void)
{
  g_autoptr (CaseworkTest) test = casework_test_from_version (1);
  g_autoptr (CaseworkTest) other = copy_of (test);
  DolenMergeResult result;

  result = merge_as (test, CASEWORK_PASSPHRASE, other);
  g_assert_cmpint (result.n_workers + result.n_removed, ==, 0);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_cmpuint (dolen_casework_list_workers (test->casework)->len, ==, 1);
}

static void
test_the_same_again_writes_nothing (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (CaseworkTest) other = copy_of (test);
  DolenMergeResult result;
  gint64 version;

  casework_test_days_later (1);
  change (other, TEAM_ELIN, NEW_ELIN);
  team_enter (test, CASEWORK_PASSPHRASE);
  team_set_role (test, "Huw", DOLEN_ROLE_LEAD);
  merge_both_ways (test, other);
  merge_as (test, CASEWORK_PASSPHRASE, other);
  version = count_in_keys (test, "SELECT version FROM vault");
  result = merge_as (test, CASEWORK_PASSPHRASE, other);
  g_assert_cmpint (result.n_workers + result.n_removed + result.n_recovery, ==, 0);
  g_assert_cmpint (count_in_keys (test, "SELECT version FROM vault"), ==, version);
}

#define ADD(test) g_test_add_func ("/casework/merge-workers/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (a_passphrase_changed_in_one_opens_both);
  ADD (of_two_new_passphrases_the_newer_opens);
  ADD (a_former_passphrase_does_not_come_back);
  ADD (a_damaged_slot_comes_back);
  ADD (a_reset_brings_its_pair);
  ADD (a_name_and_a_role_set_apart_both_hold);
  ADD (a_lead_added_in_one_is_one_in_both);
  ADD (who_was_taken_away_stays_away);
  ADD (a_lead_is_left);
  ADD (who_is_no_lead_opens_nothing_new);
  ADD (a_new_recovery_key_holds_in_both);
  ADD (a_copy_without_workers_takes_nobody_away);
  ADD (the_same_again_writes_nothing);
  return g_test_run ();
}
