/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-time.h"
#include "casework/dolen-casework-restore.h"
#include "casework/dolen-casework-retention.h"
#include "casework/vault/dolen-journal.h"
#include "reports/dolen-erasure-proof.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* The end of a record: nothing of it is left, and the proof says so without naming anybody. */

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define CANARY "Caneriawel"

static DolenErasure *
erase (CaseworkTest *test, const char *person)
{
  DolenErasure *erasure = NULL;
  GError *error = NULL;

  dolen_casework_erase (test->casework, person, "Asked by the person", &erasure, &error);
  g_assert_no_error (error);
  return erasure;
}

static void
back_up (CaseworkTest *test, const char *folder)
{
  GError *error = NULL;

  dolen_casework_backup_sync (test->casework, folder, NULL, &error);
  g_assert_no_error (error);
}

static char *
add_canary (CaseworkTest *test)
{
  char *person = casework_test_add_person (test, CANARY " Tudor");

  casework_test_note (test, person, CANARY " rang");
  g_assert_true (
      dolen_draft_save (test->casework, "note", person, "{\"text\":\"" CANARY "\"}", NULL));
  return person;
}

static void
test_the_proof_says_what_when_who (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = add_canary (test);
  g_autoptr (DolenErasure) erasure = erase (test, person);
  g_autofree char *proof = dolen_erasure_proof_new (erasure, "CAVO", DOLEN_LANGUAGE_EN);
  g_autofree char *key = NULL;
  g_auto (GStrv) parts = g_strsplit (person, "-", -1);

  key = g_strjoinv ("", parts);
  g_assert_cmpint (erasure->entries, ==, 2);
  g_assert_cmpint (erasure->drafts, ==, 1);
  g_assert_cmpstr (erasure->key, ==, key);
  g_assert_cmpstr (erasure->on, ==, "2026-11-03");
  g_assert_cmpstr (erasure->by, ==, "Carys");
  g_assert_cmpstr (erasure->reference, ==, "E-1001");
  g_assert_null (erasure->backup_on);
  g_assert_cmpstr (erasure->dies_on, ==, "2026-11-03");
  g_assert_nonnull (strstr (proof, "E-1001"));
  g_assert_nonnull (strstr (proof, "2 sealed entries"));
  g_assert_nonnull (strstr (proof, "1 sealed draft"));
  g_assert_nonnull (strstr (proof, key));
  g_assert_nonnull (strstr (proof, "3 November 2026"));
  g_assert_nonnull (strstr (proof, "Carys"));
  g_assert_nonnull (strstr (proof, "No backup was ever recorded"));
  g_assert_null (strstr (proof, CANARY));
}

static void
test_the_last_copy_dies_35_days_after_the_backup (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = add_canary (test);
  g_autoptr (DolenErasure) erasure = NULL;
  g_autofree char *proof = NULL;
  gint64 start = dolen_time_now ();

  back_up (test, folder);
  dolen_time_set_fixed (start + 10 * DAY);
  erasure = erase (test, person);
  proof = dolen_erasure_proof_new (erasure, NULL, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (erasure->backup_on, ==, "2026-11-03");
  g_assert_cmpstr (erasure->dies_on, ==, "2026-12-08");
  g_assert_nonnull (strstr (proof, "8 December 2026"));
  /* And it does: on that day no keys file that holds the key is left. */
  dolen_time_set_fixed (start + 35 * DAY);
  dolen_casework_tend (test->casework, folder);
  {
    g_autoptr (GPtrArray) keys = dolen_backup_list_keys (folder, NULL, NULL);
    guint8 id[DOLEN_ID_SIZE];

    g_assert_true (dolen_unhex (erasure->key, id, sizeof id));
    g_assert_cmpuint (keys->len, >, 0);
    for (guint i = 0; i < keys->len; i++) {
      DolenBackupHeader header;
      g_autoptr (GBytes) image
                 = dolen_backup_keys_read (((DolenBackup *) keys->pdata[i])->path, &header, NULL);
      g_autoptr (DolenKeys) opened = dolen_keys_open_image (image, NULL);

      g_assert_true (dolen_keys_is_destroyed (opened, id));
    }
  }
}

/* The keys file of the last backup was due and a fresh one took its place, the key in it. */
static void
test_a_keys_file_that_was_renewed_counts (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = add_canary (test);
  g_autoptr (DolenErasure) erasure = NULL;
  gint64 start = dolen_time_now ();

  back_up (test, folder);
  dolen_time_set_fixed (start + 40 * DAY);
  dolen_casework_tend (test->casework, folder);
  dolen_time_set_fixed (start + 41 * DAY);
  erasure = erase (test, person);
  g_assert_cmpstr (erasure->on, ==, "2026-12-14");
  g_assert_cmpstr (erasure->backup_on, ==, "2026-11-03");
  /* The fresh one is of 13 December: the day named is no earlier than the day it goes. */
  g_assert_cmpstr (erasure->dies_on, ==, "2027-01-18");
}

static void
test_the_proof_is_kept_and_names_nobody (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = add_canary (test);
  g_autofree char *second = casework_test_add_person (test, "Emlyn Prys");
  g_autoptr (DolenErasure) first = erase (test, person);
  g_autoptr (DolenErasure) other = erase (test, second);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *dump = NULL;

  g_assert_cmpstr (other->reference, ==, "E-1002");
  casework_test_reopen (test);
  kept = dolen_caseload_list_records (
      dolen_casework_get_caseload (test->casework), &dolen_erasure_type, NULL, NULL);
  g_assert_cmpuint (kept->len, ==, 2);
  dump = dolen_caseload_dump (dolen_casework_get_caseload (test->casework));
  g_assert_null (strstr (dump, CANARY));
  g_assert_null (strstr (dump, "Emlyn"));
  g_assert_no_error (dolen_casework_get_problem (test->casework));
}

static guint
count_search (CaseworkTest *test)
{
  g_autoptr (GPtrArray) found = dolen_caseload_list_people (
      dolen_casework_get_caseload (test->casework), CANARY, "2026-11-03", NULL);

  return found->len;
}

static void
test_gone_from_search_caseload_and_drafts (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = add_canary (test);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) timeline = NULL;

  g_assert_cmpuint (count_search (test), ==, 1);
  dolen_erasure_free (erase (test, person));
  g_assert_cmpuint (count_search (test), ==, 0);
  drafts = dolen_draft_list (test->casework, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  timeline = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_ALL, -1, NULL);
  g_assert_cmpuint (timeline->len, ==, 0);
}

/* The sealed bytes themselves are gone from both files, their logs, and copies of an update. */
static void
test_no_byte_of_it_is_left (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = add_canary (test);
  g_autofree char *journal = casework_test_file (test, "casework.db");
  g_autofree char *copy = casework_test_file (test, "keys.db.before-2");
  g_autofree char *bytes = NULL;
  g_autofree char *needle = NULL;
  gsize size = 0;
  sqlite3 *handle = NULL;
  sqlite3_stmt *row = NULL;

  casework_test_copy (test, "keys.db", "keys.db.before-2");
  back_up (test, folder);
  dolen_casework_lock (test->casework);
  g_assert_cmpint (sqlite3_open (journal, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (handle, "SELECT sealed FROM journal WHERE seq = 2", -1, &row, NULL),
      ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  needle = g_memdup2 (sqlite3_column_blob (row, 0), 64);
  sqlite3_finalize (row);
  sqlite3_close (handle);
  g_assert_true (dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, NULL));
  dolen_erasure_free (erase (test, person));
  g_assert_true (g_file_get_contents (journal, &bytes, &size, NULL));
  g_assert_null (memmem (bytes, size, needle, 64));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* A name that is nowhere in the open before and after, wherever a program may leave something. */
static void
test_a_canary_is_found_nowhere (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = add_canary (test);
  /* The folders of the test lie in a temporary folder of its own: see main(). */
  const char *const places[] = { test->folder, folder, g_get_tmp_dir (), "/dev/shm" };

  back_up (test, folder);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *found = dolen_test_find_in_tree (places[i], CANARY);

    g_assert_cmpstr (found, ==, NULL);
  }
  dolen_erasure_free (erase (test, person));
  back_up (test, folder);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *found = dolen_test_find_in_tree (places[i], CANARY);

    g_assert_cmpstr (found, ==, NULL);
  }
}

/* A program that reads the file keeps the log from being emptied: it is done all the same. */
static void
test_what_stands_in_the_log_goes_at_the_next_opening (void)
{
  static const char *const files[] = { "casework.db", "casework.db-wal", "keys.db", "device" };
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autofree char *path = casework_test_file (test, "casework.db");
  g_autoptr (CaseworkTest) after = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GPtrArray) line = NULL;
  DolenDb *reader = dolen_db_open (path, DOLEN_DB_READ_ONLY, dolen_journal_schema (), NULL);
  gint64 n = 0;
  GStatBuf status;
  GError *error = NULL;

  g_assert_nonnull (reader);
  casework_test_note (test, person, "Canari melyn");
  line = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (test->casework), person, DOLEN_ENTRY_NOTES, -1, NULL);
  g_assert_true (dolen_db_exec (reader, "BEGIN", NULL));
  g_assert_true (dolen_db_get_int64 (reader, "SELECT count(*) FROM journal", &n, NULL));
  g_assert_true (dolen_casework_redact (
      test->casework, ((DolenEntry *) line->pdata[0])->event, "wrong person", &error));
  g_assert_no_error (error);
  g_assert_nonnull (dolen_casework_get_remains (test->casework));
  /* As a crash would leave it. */
  after = casework_test_clone (test, files, G_N_ELEMENTS (files));
  log = casework_test_file (after, "casework.db-wal");
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 0);
  casework_test_reopen (after);
  g_assert_null (dolen_casework_get_remains (after->casework));
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  dolen_db_close (reader);
}

#define ADD(test) g_test_add_func ("/casework/erasure/" #test, test_##test)

int
main (int argc, char **argv)
{
  char temporary[] = "/tmp/dolen-erasure-XXXXXX";
  int status;

  g_assert_nonnull (mkdtemp (temporary));
  g_setenv ("TMPDIR", temporary, TRUE);
  dolen_test_init (&argc, &argv);
  ADD (what_stands_in_the_log_goes_at_the_next_opening);
  ADD (the_proof_says_what_when_who);
  ADD (the_last_copy_dies_35_days_after_the_backup);
  ADD (a_keys_file_that_was_renewed_counts);
  ADD (the_proof_is_kept_and_names_nobody);
  ADD (gone_from_search_caseload_and_drafts);
  ADD (no_byte_of_it_is_left);
  ADD (a_canary_is_found_nowhere);
  status = g_test_run ();
  dolen_test_remove_tree (temporary);
  return status;
}
