/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-backup.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* Backups: made, read back, kept for as long as they should be, and no longer. */

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static void
back_up (CaseworkTest *test, const char *folder)
{
  GError *error = NULL;

  dolen_casework_backup_sync (test->casework, folder, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += suffix == NULL || g_str_has_suffix (name, suffix);
  return n;
}

static DolenBackup *
newest (const char *folder)
{
  g_autoptr (GPtrArray) all = dolen_backup_list (folder, NULL, NULL);

  g_assert_nonnull (all);
  g_assert_cmpuint (all->len, >, 0);
  return g_ptr_array_steal_index (all, 0);
}

static void
test_a_backup_is_two_files_and_is_on_record (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (DolenBackupRecord) none = dolen_casework_get_last_backup (test->casework);
  g_autoptr (DolenBackupRecord) last = NULL;

  g_assert_null (none);
  g_assert_true (dolen_casework_needs_backup (test->casework));
  back_up (test, folder);
  g_assert_cmpuint (count_files (folder, NULL), ==, 2);
  g_assert_cmpuint (count_files (folder, ".backup"), ==, 1);
  g_assert_cmpuint (count_files (folder, ".keys"), ==, 1);
  last = dolen_casework_get_last_backup (test->casework);
  g_assert_cmpint (last->events, ==, 1);
  g_assert_cmpstr (last->by, ==, "Carys");
  g_assert_cmpstr (last->place, ==, folder);
  g_assert_false (dolen_casework_needs_backup (test->casework));
  casework_test_note (test, person, "Rang");
  g_assert_true (dolen_casework_needs_backup (test->casework));
}

static void
test_nothing_of_a_person_can_be_read_in_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Caneri Melyn");

  casework_test_note (test, person, "caneri yn canu");
  back_up (test, folder);
  g_assert_null (dolen_test_find_in_tree (folder, "caneri"));
  g_assert_null (dolen_test_find_in_tree (folder, person));
}

/* Any bit turned over, and any cut, is found. */
static void
test_a_damaged_backup_does_not_open (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (DolenBackup) backup = NULL;
  g_autoptr (DolenKeys) keys = NULL;
  g_autoptr (DolenSecret) key = NULL;
  g_autofree char *keys_path = casework_test_file (test, "keys.db");
  g_autofree char *bytes = NULL;
  gsize size = 0;

  back_up (test, folder);
  backup = newest (folder);
  dolen_casework_lock (test->casework);
  keys = dolen_keys_open (keys_path, NULL);
  g_assert_true (dolen_keys_unlock (keys, CASEWORK_PASSPHRASE, NULL));
  key = dolen_keys_derive (keys, "dolen-backup-1");
  g_assert_true (g_file_get_contents (backup->path, &bytes, &size, NULL));
  for (gsize at = 0; at < size; at += MAX (size / 60, 1)) {
    g_autofree char *spoiled = g_memdup2 (bytes, size);
    GError *error = NULL;
    DolenBackupHeader header;

    spoiled[at] ^= 0x04;
    g_assert_true (g_file_set_contents (backup->path, spoiled, (gssize) size, NULL));
    g_assert_null (dolen_backup_file_read (backup->path, key, &header, NULL, &error));
    g_assert_true (g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_CORRUPT)
                   || g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_NOT_OURS));
    g_clear_error (&error);
    g_assert_true (g_file_set_contents (backup->path, bytes, (gssize) at, NULL));
    g_assert_null (dolen_backup_file_read (backup->path, key, &header, NULL, NULL));
  }
}

/* A stream that stops at a whole chunk lacks the final tag; one that goes on has too much. */
static void
test_a_stream_without_its_end_does_not_open (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "x.backup", NULL);
  g_autoptr (DolenSecret) key = NULL;
  g_autofree guint8 *plain = g_malloc0 (3 * 64 * 1024);
  g_autoptr (GBytes) image = g_bytes_new (plain, 3 * 64 * 1024);
  g_autoptr (GBytes) back = NULL;
  DolenBackupHeader header = { .at = 5, .rows = 6, .keys_version = 7 }, read;
  g_autofree char *bytes = NULL;
  gsize size = 0;

  dolen_process_harden ();
  key = dolen_secret_new_random ();
  g_assert_true (dolen_backup_file_write (path, &header, key, image, NULL, NULL));
  back = dolen_backup_file_read (path, key, &read, NULL, NULL);
  g_assert_true (g_bytes_equal (back, image));
  g_assert_cmpint (read.at, ==, 5);
  g_assert_cmpint (read.rows, ==, 6);
  g_assert_cmpint (read.keys_version, ==, 7);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) (size - (64 * 1024 + 17)), NULL));
  g_assert_null (dolen_backup_file_read (path, key, &read, NULL, NULL));
  bytes = g_realloc (bytes, size + 1);
  bytes[size] = 0;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size + 1, NULL));
  g_assert_null (dolen_backup_file_read (path, key, &read, NULL, NULL));
}

static void
cancel_halfway (gint64 done, gint64 all, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_a_cancelled_backup_leaves_nothing (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const DolenBackupWatch watch = { cancel_halfway, cancellable, cancellable };
  g_autoptr (DolenBackupRecord) last = NULL;
  GError *error = NULL;

  g_assert_false (dolen_casework_backup_sync (test->casework, folder, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (folder, NULL), ==, 0);
  last = dolen_casework_get_last_backup (test->casework);
  g_assert_null (last);
}

static void
expect_refusal (CaseworkTest *test, const char *folder, int code)
{
  GError *error = NULL;

  g_assert_false (dolen_casework_backup_sync (test->casework, folder, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, code);
  g_clear_error (&error);
}

static void
test_bad_places_are_told_apart (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *gone = g_build_filename (test->folder, "..", "no-such-stick", NULL);
  g_autofree char *inside = g_build_filename (test->folder, "copies", NULL);

  g_mkdir (inside, 0700);
  expect_refusal (test, gone, DOLEN_ERROR_NOT_FOUND);
  expect_refusal (test, test->folder, DOLEN_ERROR_UNSAFE_PLACE);
  expect_refusal (test, inside, DOLEN_ERROR_UNSAFE_PLACE);
  dolen_casework_lock (test->casework);
  expect_refusal (test, gone, DOLEN_ERROR_LOCKED);
}

/* The limit on a file's size stands in for a full stick: a write fails half-way. */
static void
test_a_full_stick_says_so_and_keeps_nothing (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autofree char *long_text = g_strnfill (300 * 1024, 'a');
  struct rlimit before, small;
  GError *error = NULL;
  gboolean ok;

  casework_test_note (test, person, long_text);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  /* The keys fit, the journal does not. */
  small.rlim_cur = 160 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  ok = dolen_casework_backup_sync (test->casework, folder, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (ok);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (folder, NULL), ==, 0);
}

static void
test_damaged_case_records_are_not_backed_up (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");

  dolen_casework_lock (test->casework);
  casework_test_flip (test, "casework.db", "journal", "sealed", "seq = 1");
  g_assert_true (dolen_casework_unlock_sync (test->casework, CASEWORK_PASSPHRASE, NULL));
  expect_refusal (test, folder, DOLEN_ERROR_READ_ONLY);
  g_assert_cmpuint (count_files (folder, NULL), ==, 0);
}

/* A year of a backup each day: the newest of 7 days, 4 weeks, 12 months stay. */
static void
test_generations (void)
{
  gint64 at[400];
  gboolean kept[400];
  guint n = 0;

  for (int i = 0; i < 400; i++)
    at[i] = G_GINT64_CONSTANT (1793700000000) - i * DAY; /* Tuesday 3 November 2026 back */
  dolen_backup_choose_kept (at, G_N_ELEMENTS (at), kept);
  for (int i = 0; i < 7; i++)
    g_assert_true (kept[i]);
  g_assert_false (kept[7]);   /* Tuesday 27 October */
  g_assert_true (kept[9]);    /* Sunday 25 October: the last of its week */
  g_assert_true (kept[16]);   /* Sunday 18 October */
  g_assert_false (kept[23]);  /* the fifth week */
  g_assert_true (kept[34]);   /* Wednesday 30 September: the last of its month */
  g_assert_true (kept[307]);  /* 31 December 2025 */
  g_assert_false (kept[338]); /* 30 November 2025: the thirteenth month */
  for (int i = 0; i < 400; i++)
    n += kept[i];
  g_assert_cmpuint (n, ==, 7 + 2 + 10);
}

static void
test_several_of_a_day_leave_the_newest (void)
{
  const gint64 noon = G_GINT64_CONSTANT (1793700000000);
  const gint64 at[] = { noon, noon - 1000, noon - 2000, noon - DAY, noon - DAY - 1 };
  gboolean kept[G_N_ELEMENTS (at)];

  dolen_backup_choose_kept (at, G_N_ELEMENTS (at), kept);
  g_assert_true (kept[0]);
  g_assert_false (kept[1]);
  g_assert_false (kept[2]);
  g_assert_true (kept[3]);
  g_assert_false (kept[4]);
}

/* It takes the place of the first only once it was read back. */
static void
test_a_second_of_one_instant_overwrites_nothing (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DolenBackupWatch watch = { .cancellable = cancellable };
  g_autoptr (DolenBackup) first = NULL;
  g_autoptr (DolenBackup) still = NULL;
  g_autoptr (DolenBackup) second = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  back_up (test, folder);
  first = newest (folder);
  casework_test_note (test, person, "Rang");
  g_cancellable_cancel (cancellable);
  g_assert_false (dolen_casework_backup_sync (test->casework, folder, &watch, NULL));
  g_assert_cmpuint (count_files (folder, NULL), ==, 2);
  still = newest (folder);
  g_assert_cmpstr (still->path, ==, first->path);
  back_up (test, folder);
  second = newest (folder);
  g_assert_cmpint (second->header.at, ==, first->header.at);
  g_assert_cmpstr (second->path, !=, first->path);
  g_assert_cmpint (second->header.rows, >, first->header.rows);
  keys = dolen_backup_list_keys (folder, NULL, NULL);
  g_assert_cmpuint (keys->len, ==, 2);
}

static void
test_keys_go_after_35_days (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  gint64 start = dolen_time_now ();

  back_up (test, folder);
  g_assert_false (dolen_backup_keys_are_due (start, start + 34 * DAY));
  g_assert_true (dolen_backup_keys_are_due (start, start + 35 * DAY));
  dolen_time_set_fixed (start + 34 * DAY);
  back_up (test, folder);
  g_assert_cmpuint (count_files (folder, ".keys"), ==, 2);
  dolen_time_set_fixed (start + 35 * DAY);
  dolen_casework_tend (test->casework, folder);
  g_assert_cmpuint (count_files (folder, ".keys"), ==, 1);
  /* The only one is replaced before it goes: no backup is left without keys. */
  dolen_time_set_fixed (start + 90 * DAY);
  dolen_casework_tend (test->casework, folder);
  g_assert_cmpuint (count_files (folder, ".keys"), ==, 1);
  {
    g_autoptr (GPtrArray) keys = dolen_backup_list_keys (folder, NULL, NULL);

    g_assert_cmpint (((DolenBackup *) keys->pdata[0])->header.at, ==, start + 90 * DAY);
  }
}

static void
test_others_files_stay (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (CaseworkTest) other = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *note = g_build_filename (folder, "holiday.backup", NULL);
  gint64 start = dolen_time_now ();

  g_assert_true (g_file_set_contents (note, "not ours", -1, NULL));
  back_up (other, folder);
  dolen_time_set_fixed (start + 40 * DAY);
  back_up (test, folder);
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (folder, ".keys"), ==, 2);
  g_assert_cmpuint (count_files (folder, ".backup"), ==, 3);
}

static void
test_old_is_a_week (void)
{
  const gint64 now = G_GINT64_CONSTANT (1793700000000);
  g_autofree char *none = dolen_backup_sentence (0, DOLEN_LANGUAGE_EN);
  g_autofree char *some = dolen_backup_sentence (now, DOLEN_LANGUAGE_EN);

  g_assert_true (dolen_backup_is_old (0, now));
  g_assert_false (dolen_backup_is_old (now - 6 * DAY, now));
  g_assert_true (dolen_backup_is_old (now - 7 * DAY, now));
  g_assert_cmpstr (none, ==, "There is no backup of the case records yet.");
  g_assert_cmpstr (some, ==, "Last backup: 3 November 2026.");
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  dolen_casework_backup_finish (DOLEN_CASEWORK (source), result, user_data, &error);
  g_assert_no_error (error);
}

/* "Back up when locking": what was begun goes on behind the lock and is recorded afterwards. */
static void
test_locking_does_not_wait_for_it (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *person = casework_test_add_person (test, "Beti Tudor");
  g_autoptr (DolenBackup) made = NULL;
  g_autoptr (DolenBackupRecord) last = NULL;
  GError *error = NULL;

  dolen_casework_backup_async (test->casework, folder, NULL, on_backed_up, &made);
  dolen_casework_lock (test->casework);
  DOLEN_WAIT_UNTIL (made != NULL, 2000);
  g_assert_cmpuint (count_files (folder, ".backup"), ==, 1);
  casework_test_reopen (test);
  dolen_casework_note_backup (test->casework, made, &error);
  g_assert_no_error (error);
  last = dolen_casework_get_last_backup (test->casework);
  g_assert_cmpint (last->events, ==, 1);
  dolen_casework_note_backup (test->casework, made, &error);
  g_assert_false (dolen_casework_needs_backup (test->casework));
}

#define ADD(test) g_test_add_func ("/casework/backup/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (a_backup_is_two_files_and_is_on_record);
  ADD (nothing_of_a_person_can_be_read_in_it);
  ADD (a_damaged_backup_does_not_open);
  ADD (a_stream_without_its_end_does_not_open);
  ADD (a_cancelled_backup_leaves_nothing);
  ADD (bad_places_are_told_apart);
  ADD (a_full_stick_says_so_and_keeps_nothing);
  ADD (damaged_case_records_are_not_backed_up);
  ADD (generations);
  ADD (several_of_a_day_leave_the_newest);
  ADD (a_second_of_one_instant_overwrites_nothing);
  ADD (keys_go_after_35_days);
  ADD (others_files_stay);
  ADD (old_is_a_week);
  ADD (locking_does_not_wait_for_it);
  return g_test_run ();
}
