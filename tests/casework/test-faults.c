/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-vault.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * What is damaged, altered, missing or old is told apart, names itself, and takes nothing else with
 * it: the rest stays readable and nothing is written until somebody has looked.
 */

static const char *const files[] = { "casework.db", "keys.db", "device" };

/* Two people, eight events; locked. */
static CaseworkTest *
make_locked (void)
{
  CaseworkTest *test = casework_test_new ();
  g_autofree char *anwen = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *bob = casework_test_add_person (test, "Bob Hughes");

  for (int i = 0; i < 3; i++) {
    casework_test_note (test, anwen, "rang her");
    casework_test_note (test, bob, "saw him");
  }
  dolen_casework_lock (test->casework);
  return test;
}

/* A copy of one that was made once. */
static CaseworkTest *
new_locked (void)
{
  static CaseworkTest *made = NULL;

  if (made == NULL)
    made = make_locked ();
  return casework_test_clone (made, files, G_N_ELEMENTS (files));
}

/* With the recovery key, which costs no time. */
static void
unlock (CaseworkTest *test)
{
  g_autofree char *typed = dolen_recovery_key_to_text (test->recovery);
  GError *error = NULL;

  dolen_casework_unlock_with_recovery_key_sync (test->casework, typed, &error);
  g_assert_no_error (error);
}

static void
expect_write (CaseworkTest *test, gboolean allowed)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  GError *error = NULL;

  person->name = g_strdup ("Carol Jenkins");
  g_assert_cmpint (dolen_casework_person_add (test->casework, person, NULL, &error), ==, allowed);
  if (!allowed)
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_READ_ONLY);
  g_clear_error (&error);
}

/* Opens, and is read-only for @code; then somebody goes on, and it stays so. */
static void
expect_problem (CaseworkTest *test, DolenError code, const char *words)
{
  const GError *problem;
  GError *error = NULL;

  unlock (test);
  problem = dolen_casework_get_problem (test->casework);
  g_assert_error (problem, DOLEN_ERROR, (int) code);
  g_assert_nonnull (strstr (problem->message, words));
  g_assert_cmpint (
      dolen_caseload_count_people (dolen_casework_get_caseload (test->casework)), >, 0);
  expect_write (test, FALSE);
  g_assert_true (dolen_casework_accept_problem (test->casework, "looked at it", &error));
  g_assert_no_error (error);
  dolen_casework_lock (test->casework);
  unlock (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  expect_write (test, TRUE);
}

static void
test_every_region_of_a_row_is_guarded (void)
{
  static const char *const columns[]
      = { "id", "device", "prev", "key", "nonce", "sealed_hash", "sealed" };
  static const int rows[] = { 1, 4, 8 };

  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++)
    for (gsize c = 0; c < G_N_ELEMENTS (columns); c++) {
      g_autoptr (CaseworkTest) test = new_locked ();
      g_autofree char *where = g_strdup_printf ("seq = %d", rows[r]);
      g_autofree char *words = g_strdup_printf ("Event %d ", rows[r]);

      g_test_message ("%s of row %d", columns[c], rows[r]);
      casework_test_flip (test, "casework.db", "journal", columns[c], where);
      expect_problem (test, DOLEN_ERROR_EVENT_DAMAGED, words);
    }
}

static void
test_a_row_of_the_wrong_size_or_number_is_damaged (void)
{
  static const char *const changes[] = {
    "UPDATE journal SET device_seq = 99 WHERE seq = 4",
    "UPDATE journal SET prev = x'00' WHERE seq = 4",
    "UPDATE journal SET sealed = x'0102' WHERE seq = 4",
    "UPDATE journal SET sealed = zeroblob (0) WHERE seq = 4",
    "UPDATE journal SET sealed = NULL WHERE seq = 4",
    "UPDATE journal SET device = x'01' WHERE seq = 4",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (CaseworkTest) test = new_locked ();

    g_test_message ("%s", changes[i]);
    casework_test_sql (test, "casework.db", changes[i]);
    expect_problem (test, DOLEN_ERROR_EVENT_DAMAGED, "Event 4 ");
  }
}

static void
test_swapped_texts_are_noticed (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();

  /* Both of the same person, with the same length. */
  casework_test_sql (test,
                     "casework.db",
                     "CREATE TABLE t AS SELECT seq, sealed, sealed_hash, nonce FROM journal;"
                     "UPDATE journal SET (sealed, sealed_hash, nonce) = (SELECT sealed,"
                     " sealed_hash, nonce FROM t WHERE t.seq = 5) WHERE seq = 3;"
                     "UPDATE journal SET (sealed, sealed_hash, nonce) = (SELECT sealed,"
                     " sealed_hash, nonce FROM t WHERE t.seq = 3) WHERE seq = 5;"
                     "DROP TABLE t;");
  expect_problem (test, DOLEN_ERROR_EVENT_DAMAGED, "Event 3 ");
}

static void
test_rows_missing_from_the_middle_are_named (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();

  casework_test_sql (test, "casework.db", "DELETE FROM journal WHERE seq IN (4, 5)");
  expect_problem (test, DOLEN_ERROR_EVENTS_MISSING, "Events 4 to 5 ");
}

static void
test_rows_missing_from_the_end_are_named (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();

  casework_test_sql (test, "casework.db", "DELETE FROM journal WHERE seq >= 8");
  expect_problem (test, DOLEN_ERROR_EVENTS_MISSING, "Event 8 ");
}

static void
test_the_head_is_guarded (void)
{
  {
    g_autoptr (CaseworkTest) test = new_locked ();
    casework_test_flip (test, "casework.db", "head", "sealed", "1");
    expect_problem (test, DOLEN_ERROR_EVENT_DAMAGED, "seal at the end");
  }
  {
    g_autoptr (CaseworkTest) test = new_locked ();
    casework_test_sql (test, "casework.db", "DELETE FROM head");
    expect_problem (test, DOLEN_ERROR_EVENT_DAMAGED, "seal at the end");
  }
}

static void
test_an_older_copy_of_the_journal_is_told (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();

  casework_test_copy (test, "casework.db", "older");
  unlock (test);
  expect_write (test, TRUE);
  dolen_casework_lock (test->casework);
  casework_test_copy (test, "older", "casework.db");
  expect_problem (test, DOLEN_ERROR_OLDER_COPY, "older copy");
}

static void
test_a_journal_that_vanished_is_an_older_copy (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autofree char *path = casework_test_file (test, "casework.db");

  g_assert_cmpint (g_unlink (path), ==, 0);
  unlock (test);
  g_assert_error (dolen_casework_get_problem (test->casework), DOLEN_ERROR, DOLEN_ERROR_OLDER_COPY);
}

static void
test_an_older_copy_of_the_keys_is_told (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();

  casework_test_copy (test, "keys.db", "older");
  unlock (test);
  expect_write (test, TRUE);
  dolen_casework_lock (test->casework);
  casework_test_copy (test, "older", "keys.db");
  unlock (test);
  /* The key of the person added since is not in it. */
  g_assert_error (
      dolen_casework_get_problem (test->casework), DOLEN_ERROR, DOLEN_ERROR_KEY_DAMAGED);
  g_assert_cmpint (
      dolen_caseload_count_people (dolen_casework_get_caseload (test->casework)), ==, 2);
}

static void
test_keys_with_an_older_passphrase_are_an_older_copy (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  GError *error = NULL;

  casework_test_copy (test, "keys.db", "older");
  casework_test_reopen (test);
  g_assert_true (dolen_casework_change_passphrase_sync (
      test->casework, CASEWORK_PASSPHRASE, "llwyfan arall yn y niwl", &error));
  g_assert_no_error (error);
  dolen_casework_lock (test->casework);
  g_assert_false (dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  casework_test_copy (test, "older", "keys.db");
  expect_problem (test, DOLEN_ERROR_OLDER_COPY, "keys.db");
}

static void
test_an_altered_device_file_is_told (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autofree char *path = casework_test_file (test, "device");
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  bytes[60] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  expect_problem (test, DOLEN_ERROR_OLDER_COPY, "“device”");
}

static void
test_a_restored_vault_starts_a_new_device (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autofree char *path = casework_test_file (test, "device");

  g_assert_cmpint (g_unlink (path), ==, 0);
  unlock (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  expect_write (test, TRUE);
  casework_test_reopen (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  g_assert_cmpint (
      dolen_caseload_count_people (dolen_casework_get_caseload (test->casework)), ==, 3);
}

static void
test_a_whole_device_missing_is_told (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autofree char *path = casework_test_file (test, "device");

  g_assert_cmpint (g_unlink (path), ==, 0);
  unlock (test);
  expect_write (test, TRUE);
  dolen_casework_lock (test->casework);
  casework_test_sql (test,
                     "casework.db",
                     "DELETE FROM head WHERE device = (SELECT device FROM journal WHERE seq = 1);"
                     "DELETE FROM journal WHERE seq <= 8");
  unlock (test);
  g_assert_error (
      dolen_casework_get_problem (test->casework), DOLEN_ERROR, DOLEN_ERROR_EVENTS_MISSING);
}

static void
expect_refused (CaseworkTest *test, const char *passphrase, DolenError code)
{
  GError *error = NULL;

  g_assert_false (dolen_casework_unlock_sync (test->casework, passphrase, &error));
  g_assert_error (error, DOLEN_ERROR, (int) code);
  g_clear_error (&error);
}

static void
test_a_wrong_passphrase_is_not_a_damaged_slot (void)
{
  static const char *const columns[] = { "salt", "nonce", "wrapped", "hash" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (CaseworkTest) test = new_locked ();
    g_autofree char *typed = dolen_recovery_key_to_text (test->recovery);
    GError *error = NULL;

    expect_refused (test, "something else", DOLEN_ERROR_WRONG_PASSPHRASE);
    casework_test_flip (test, "keys.db", "worker_slot", columns[i], "1");
    expect_refused (test, CASEWORK_PASSPHRASE, DOLEN_ERROR_KEY_DAMAGED);
    /* The other slot still opens, and a new passphrase mends this one. */
    g_assert_true (dolen_casework_unlock_with_recovery_key_sync (test->casework, typed, &error));
    g_assert_true (dolen_casework_change_passphrase_sync (
        test->casework, NULL, "llwyfan arall yn y niwl", &error));
    g_assert_no_error (error);
    dolen_casework_lock (test->casework);
    g_assert_true (dolen_casework_unlock_sync (test->casework, "llwyfan arall yn y niwl", &error));
  }
}

static void
test_a_forged_cost_takes_no_memory (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();

  casework_test_sql (test, "keys.db", "UPDATE worker_slot SET memory = 1099511627776");
  expect_refused (test, CASEWORK_PASSPHRASE, DOLEN_ERROR_KEY_DAMAGED);
}

static void
test_a_foreign_recovery_key_is_told (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autoptr (DolenSecret) other = dolen_recovery_key_new ();
  g_autofree char *typed = dolen_recovery_key_to_text (other);
  GError *error = NULL;

  g_assert_false (dolen_casework_unlock_with_recovery_key_sync (test->casework, typed, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE);
  g_assert_nonnull (strstr (error->message, "recovery key"));
  g_clear_error (&error);
}

static void
test_missing_keys_are_told (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autofree char *path = casework_test_file (test, "keys.db");

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (dolen_casework_exists (test->casework));
  expect_refused (test, CASEWORK_PASSPHRASE, DOLEN_ERROR_KEY_DAMAGED);
}

static void
test_files_of_two_vaults_do_not_mix (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  g_autoptr (CaseworkTest) other = make_locked ();
  g_autofree char *from = casework_test_file (other, "casework.db");
  g_autofree char *to = casework_test_file (test, "casework.db");

  g_assert_cmpint (g_rename (from, to), ==, 0);
  expect_refused (test, CASEWORK_PASSPHRASE, DOLEN_ERROR_NOT_OURS);
}

static void
test_one_process_has_the_vault (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenCasework) second = dolen_casework_new (test->folder, NULL);
  GError *error = NULL;

  g_assert_false (dolen_casework_unlock_sync (second, CASEWORK_PASSPHRASE, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_BUSY);
  g_clear_error (&error);
}

static void
test_a_vault_is_made_once (void)
{
  g_autoptr (CaseworkTest) test = new_locked ();
  GError *error = NULL;

  g_assert_false (
      dolen_casework_create_sync (test->casework, CASEWORK_PASSPHRASE, test->recovery, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

#define ADD(test) g_test_add_func ("/casework/faults/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (every_region_of_a_row_is_guarded);
  ADD (a_row_of_the_wrong_size_or_number_is_damaged);
  ADD (swapped_texts_are_noticed);
  ADD (rows_missing_from_the_middle_are_named);
  ADD (rows_missing_from_the_end_are_named);
  ADD (the_head_is_guarded);
  ADD (an_older_copy_of_the_journal_is_told);
  ADD (a_journal_that_vanished_is_an_older_copy);
  ADD (an_older_copy_of_the_keys_is_told);
  ADD (keys_with_an_older_passphrase_are_an_older_copy);
  ADD (an_altered_device_file_is_told);
  ADD (a_restored_vault_starts_a_new_device);
  ADD (a_whole_device_missing_is_told);
  ADD (a_wrong_passphrase_is_not_a_damaged_slot);
  ADD (a_forged_cost_takes_no_memory);
  ADD (a_foreign_recovery_key_is_told);
  ADD (missing_keys_are_told);
  ADD (files_of_two_vaults_do_not_mix);
  ADD (one_process_has_the_vault);
  ADD (a_vault_is_made_once);
  return g_test_run ();
}
