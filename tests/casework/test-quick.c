/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "team-support.h"

#include "base/dolen-boot-id.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-backup.h"
#include "casework/dolen-casework-quick.h"
#include "casework/dolen-casework-restore.h"
#include "casework/dolen-casework-restricted.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Quick unlock, without a keyring: the device key is at hand here. */

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define BOOT "5c1d3b9e-93a4-4a52-8bfa-6d1c1e2f0001"
#define NEXT_BOOT "5c1d3b9e-93a4-4a52-8bfa-6d1c1e2f0002"
#define NEW_PASSPHRASE "gwylan wen ar do sinc"

/* (transfer full): a device key that opens the case records as who has them open. */
static DolenSecret *
switch_on (CaseworkTest *test)
{
  DolenSecret *key = dolen_secret_new_random ();
  GError *error = NULL;

  dolen_casework_set_boot_id (test->casework, BOOT);
  dolen_casework_quick_on (test->casework, key, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_READY);
  return key;
}

static void
enter_quick (CaseworkTest *test, const DolenSecret *key)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  dolen_casework_quick_unlock_sync (test->casework, key, &error);
  g_assert_no_error (error);
}

static void
expect_shut (CaseworkTest *test, const DolenSecret *key)
{
  GError *error = NULL;

  dolen_casework_lock (test->casework);
  team_expect_not_allowed (dolen_casework_quick_unlock_sync (test->casework, key, &error), &error);
  g_assert_false (dolen_casework_is_unlocked (test->casework));
}

static guint
count_log (CaseworkTest *test, const char *what)
{
  g_autoptr (GPtrArray) log = dolen_casework_list_audit (test->casework, NULL);
  guint n = 0;

  for (guint i = 0; i < log->len; i++)
    n += g_str_equal (((DolenAudit *) log->pdata[i])->what, what);
  return n;
}

/* ---- on ---- */

static void
test_it_is_off_until_somebody_switches_it_on (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = dolen_secret_new_random ();
  g_autofree char *path = casework_test_file (test, "quick");

  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_OFF);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  expect_shut (test, key);
}

static void
test_the_keys_open_as_whose_they_are (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *note = NULL, *words = NULL;
  g_autoptr (DolenSecret) key = NULL;

  team_enter (test, TEAM_ELIN);
  note = team_restrict (test, person);
  key = switch_on (test);
  enter_quick (test, key);
  g_assert_true (dolen_casework_is_by_quick (test->casework));
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Elin");
  /* Her own pair of keys came with it. */
  words = dolen_casework_note_read (test->casework, note, NULL, NULL);
  g_assert_cmpstr (words, ==, TEAM_SECRET);
  casework_test_note (test, person, "rang");
  team_enter (test, TEAM_ELIN);
  g_assert_false (dolen_casework_is_by_quick (test->casework));
}

static void
test_it_is_never_the_only_way (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autofree char *path = casework_test_file (test, "quick");

  team_enter (test, CASEWORK_PASSPHRASE);
  team_enter_by_recovery_key (test);
  /* The recovery key is nobody's: it cannot be left with a keyring. */
  {
    GError *error = NULL;
    team_expect_not_allowed (dolen_casework_quick_on (test->casework, key, &error), &error);
  }
  dolen_casework_lock (test->casework);
  g_assert_cmpint (g_unlink (path), ==, 0);
  team_enter (test, CASEWORK_PASSPHRASE);
}

static void
test_no_key_and_no_name_stands_in_the_file (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autofree char *path = casework_test_file (test, "quick");
  g_autofree char *file = NULL;
  gsize size = 0;
  GStatBuf about;

  g_assert_true (g_file_get_contents (path, &file, &size, NULL));
  g_assert_null (memmem (file, size, dolen_secret_peek (key), DOLEN_KEY_SIZE));
  g_assert_null (memmem (file, size, "Carys", 5));
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0077, ==, 0);
}

static void
test_another_key_does_not_open (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autoptr (DolenSecret) other = dolen_secret_new_random ();

  expect_shut (test, other);
  enter_quick (test, key);
}

/* ---- until ---- */

static void
test_the_passphrase_is_asked_again_after_seven_days (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  gint64 made = dolen_time_now ();

  dolen_time_set_fixed (made + DOLEN_QUICK_DAYS * DAY - 1);
  enter_quick (test, key);
  dolen_time_set_fixed (made + DOLEN_QUICK_DAYS * DAY);
  expect_shut (test, key);
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_STALE);
  /* A clock that was put back gains nothing. */
  dolen_time_set_fixed (made - 1);
  expect_shut (test, key);
}

static void
test_and_after_a_restart (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);

  dolen_casework_set_boot_id (test->casework, NEXT_BOOT);
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_STALE);
  expect_shut (test, key);
  dolen_casework_set_boot_id (test->casework, NULL);
  expect_shut (test, key);
}

static void
test_neither_the_day_nor_the_restart_can_be_forged (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autofree char *path = casework_test_file (test, "quick");
  g_autofree char *file = NULL;
  gsize size = 0;

  dolen_casework_lock (test->casework);
  g_assert_true (g_file_get_contents (path, &file, &size, NULL));
  for (gsize i = 0; i < size; i++) {
    DolenSecret *vault_key = NULL, *pair = NULL;
    DolenQuick quick;

    file[i] ^= 1;
    g_assert_true (g_file_set_contents (path, file, (gssize) size, NULL));
    g_assert_false (dolen_quick_open (path, key, &quick, &vault_key, &pair));
    file[i] ^= 1;
  }
  g_assert_true (g_file_set_contents (path, file, (gssize) size - 1, NULL));
  expect_shut (test, key);
  g_assert_true (g_file_set_contents (path, file, (gssize) size, NULL));
  enter_quick (test, key);
}

static void
test_the_passphrase_gives_seven_days_more (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autoptr (DolenSecret) fresh = dolen_secret_new_random ();
  GError *error = NULL;

  enter_quick (test, key);
  /* Quick unlock itself does not. */
  team_expect_not_allowed (dolen_casework_quick_renew (test->casework, fresh, &error), &error);
  dolen_time_set_fixed (dolen_time_now () + 8 * DAY);
  dolen_casework_set_boot_id (test->casework, NEXT_BOOT);
  expect_shut (test, key);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_quick_renew (test->casework, fresh, &error));
  g_assert_no_error (error);
  expect_shut (test, key);
  enter_quick (test, fresh);
}

/* ---- off ---- */

static void
test_it_is_off_after_a_new_passphrase (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  DolenPassphraseAct act
      = { DOLEN_PASSPHRASE_CHANGE, .current = CASEWORK_PASSPHRASE, .passphrase = NEW_PASSPHRASE };
  g_autofree char *path = casework_test_file (test, "quick");
  g_autofree char *kept = NULL;
  gsize size = 0;
  GError *error = NULL;

  g_assert_true (g_file_get_contents (path, &kept, &size, NULL));
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &act, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_OFF);
  g_assert_cmpint (count_log (test, DOLEN_AUDIT_QUICK_OFF), ==, 1);
  expect_shut (test, key);
  /* A copy of the file does not bring it back. */
  g_assert_true (g_file_set_contents (path, kept, (gssize) size, NULL));
  expect_shut (test, key);
}

static void
test_a_colleagues_new_passphrase_leaves_it_on (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  DolenPassphraseAct act
      = { DOLEN_PASSPHRASE_CHANGE, .current = TEAM_ELIN, .passphrase = NEW_PASSPHRASE };

  team_enter (test, TEAM_ELIN);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &act, NULL));
  enter_quick (test, key);
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Carys");
}

static void
test_it_is_off_when_the_worker_is_taken_away (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  g_autoptr (DolenSecret) key = NULL;
  GError *error = NULL;

  team_enter (test, TEAM_ELIN);
  key = switch_on (test);
  team_enter (test, CASEWORK_PASSPHRASE);
  dolen_casework_worker_remove (test->casework, elin, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_OFF);
  expect_shut (test, key);
}

static void
test_it_is_off_when_somebody_sets_her_another_passphrase (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autofree char *elin = team_uid_of (test, "Elin");
  g_autoptr (DolenSecret) key = NULL;
  DolenPassphraseAct act = { DOLEN_PASSPHRASE_RESET, .worker = elin, .passphrase = NEW_PASSPHRASE };

  team_enter (test, TEAM_ELIN);
  key = switch_on (test);
  team_enter (test, CASEWORK_PASSPHRASE);
  g_assert_true (dolen_casework_passphrase_act_sync (test->casework, &act, NULL));
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_OFF);
  expect_shut (test, key);
}

static void
test_it_is_off_after_a_restore_and_in_no_backup (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *in_backup = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  dolen_casework_backup_sync (test->casework, folder, NULL, &error);
  g_assert_no_error (error);
  in_backup = dolen_test_find_in_tree (folder, "dolen-quick-1");
  g_assert_cmpstr (in_backup, ==, NULL);
  all = dolen_backup_list (folder, NULL, NULL);
  dolen_casework_lock (test->casework);
  dolen_casework_restore_sync (
      test->casework, ((DolenBackup *) all->pdata[0])->path, CASEWORK_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dolen_casework_get_quick (test->casework), ==, DOLEN_QUICK_OFF);
  expect_shut (test, key);
  /* Nor is it in what was kept aside. */
  g_clear_pointer (&in_backup, g_free);
  in_backup = dolen_test_find_in_tree (test->folder, "dolen-quick-1");
  g_assert_cmpstr (in_backup, ==, NULL);
}

static void
test_switching_is_on_the_log_and_takes_the_file_away (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  g_autofree char *path = casework_test_file (test, "quick");
  g_autofree char *carys = team_uid_of (test, "Carys");
  g_autofree char *whose = dolen_casework_dup_quick_worker (test->casework);
  GError *error = NULL;

  g_assert_cmpstr (whose, ==, carys);
  g_assert_cmpint (count_log (test, DOLEN_AUDIT_QUICK_ON), ==, 1);
  g_assert_true (dolen_casework_quick_off (test->casework, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_log (test, DOLEN_AUDIT_QUICK_OFF), ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  expect_shut (test, key);
}

static void
test_it_opens_one_worker_at_a_time (void)
{
  g_autoptr (CaseworkTest) test = team_new ();
  g_autoptr (DolenSecret) first = switch_on (test);
  g_autoptr (DolenSecret) second = NULL;

  team_enter (test, TEAM_ELIN);
  second = switch_on (test);
  expect_shut (test, first);
  enter_quick (test, second);
  g_assert_cmpstr (dolen_casework_get_worker (test->casework)->name, ==, "Elin");
}

/* ---- locking while it opens ---- */

typedef struct {
  gboolean done;
  gboolean opened;
  GError *error;
} Answer;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->opened = dolen_casework_open_finish (DOLEN_CASEWORK (source), result, &answer->error);
  answer->done = TRUE;
}

static void
test_a_lock_while_it_opens_is_a_lock (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autoptr (DolenSecret) key = switch_on (test);
  Answer answer = { 0 };

  dolen_casework_lock (test->casework);
  dolen_casework_quick_unlock_async (test->casework, key, on_opened, &answer);
  dolen_casework_lock (test->casework);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (answer.opened);
  g_assert_error (answer.error, DOLEN_ERROR, DOLEN_ERROR_LOCKED);
  g_clear_error (&answer.error);
  g_assert_false (dolen_casework_is_unlocked (test->casework));
  enter_quick (test, key);
}

/* ---- what the computer tells ---- */

static void
test_the_boot_id_is_read (void)
{
  g_autofree char *root = dolen_test_folder ();
  g_autofree char *folder = g_build_filename (root, "proc/sys/kernel/random", NULL);
  g_autofree char *path = g_build_filename (folder, "boot_id", NULL);
  g_autofree char *none = dolen_boot_id (root);
  g_autofree char *read = NULL;

  g_assert_null (none);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, BOOT "\n", -1, NULL));
  read = dolen_boot_id (root);
  g_assert_cmpstr (read, ==, BOOT);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/casework/quick/" #name, test_##name)
  TEST (it_is_off_until_somebody_switches_it_on);
  TEST (the_keys_open_as_whose_they_are);
  TEST (it_is_never_the_only_way);
  TEST (no_key_and_no_name_stands_in_the_file);
  TEST (another_key_does_not_open);
  TEST (the_passphrase_is_asked_again_after_seven_days);
  TEST (and_after_a_restart);
  TEST (neither_the_day_nor_the_restart_can_be_forged);
  TEST (the_passphrase_gives_seven_days_more);
  TEST (it_is_off_after_a_new_passphrase);
  TEST (a_colleagues_new_passphrase_leaves_it_on);
  TEST (it_is_off_when_the_worker_is_taken_away);
  TEST (it_is_off_when_somebody_sets_her_another_passphrase);
  TEST (it_is_off_after_a_restore_and_in_no_backup);
  TEST (switching_is_on_the_log_and_takes_the_file_away);
  TEST (it_opens_one_worker_at_a_time);
  TEST (a_lock_while_it_opens_is_a_lock);
  TEST (the_boot_id_is_read);
#undef TEST
  return g_test_run ();
}
