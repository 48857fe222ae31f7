/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "casework/dolen-casework-backup.h"
#include "casework/dolen-casework-workers.h"
#include "support/dolen-test.h"

#include <string.h>
#include <unistd.h>

/* dolenctl vault backup and restore: the program itself, the passphrase on standard input. */

#define PASSPHRASE "tesog melyn pysgodyn cadair"

static char *
make_vault (void)
{
  char *folder = dolen_test_folder ();
  g_autoptr (DolenSecret) recovery = NULL;
  g_autoptr (DolenCasework) casework = NULL;
  g_autoptr (DolenPerson) person = dolen_person_new ();
  GError *error = NULL;

  casework = dolen_casework_new (folder, NULL);
  recovery = dolen_recovery_key_new ();
  dolen_casework_set_cost (casework, dolen_passphrase_cost_least ());
  dolen_casework_create_sync (casework, PASSPHRASE, recovery, &error);
  g_assert_no_error (error);
  person->name = g_strdup ("Caneri Tudor");
  dolen_casework_person_add (casework, person, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_lock (casework);
  return folder;
}

/* @typed: what stands in file descriptor 3; arguments end with NULL. */
static int
run (const char *typed, char **out, char **err, const char *part, const char *folder, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  int ends[2];
  GError *error = NULL;
  va_list more;

  g_ptr_array_add (arguments, (char *) g_getenv ("DOLENCTL"));
  g_ptr_array_add (arguments, (char *) "vault");
  g_ptr_array_add (arguments, (char *) part);
  g_ptr_array_add (arguments, (char *) "--passphrase-fd=3");
  g_ptr_array_add (arguments, (char *) "-d");
  g_ptr_array_add (arguments, (char *) folder);
  va_start (more, folder);
  for (const char *next = va_arg (more, const char *); next; next = va_arg (more, const char *))
    g_ptr_array_add (arguments, (char *) next);
  va_end (more);
  g_ptr_array_add (arguments, NULL);
  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], typed, strlen (typed)), ==, (gssize) strlen (typed));
  close (ends[1]);
  g_subprocess_launcher_take_fd (launcher, ends[0], 3);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, out, err, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

static char *
only_backup (const char *folder)
{
  g_autoptr (GPtrArray) all = dolen_backup_list (folder, NULL, NULL);

  g_assert_cmpuint (all->len, ==, 1);
  return g_strdup (((DolenBackup *) all->pdata[0])->path);
}

static void
test_backup_then_restore (void)
{
  g_autofree char *folder = make_vault ();
  g_autofree char *stick = dolen_test_folder ();
  g_autofree char *elsewhere = dolen_test_folder ();
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *path = NULL;
  g_autoptr (DolenCasework) casework = NULL;
  g_autoptr (DolenCasework) live = NULL;
  GError *error = NULL;

  g_assert_cmpint (
      run (PASSPHRASE "\n", &out, &err, "backup", folder, "--json", stick, NULL), ==, 0);
  g_assert_nonnull (strstr (out, "\"verified\":true"));
  g_assert_nonnull (strstr (out, "\"events\":1"));
  path = only_backup (stick);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (
      run (PASSPHRASE "\n", &checked, &err, "restore", elsewhere, "--dry-run", path, NULL), ==, 0);
  g_assert_nonnull (strstr (checked, "It holds 1 person."));
  g_assert_null (strstr (checked, "Caneri"));
  casework = dolen_casework_new (elsewhere, NULL);
  g_assert_false (dolen_casework_exists (casework));
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (PASSPHRASE "\n", &restored, &err, "restore", elsewhere, path, NULL), ==, 0);
  dolen_casework_unlock_sync (casework, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dolen_caseload_count_people (dolen_casework_get_caseload (casework)), ==, 1);
  /* Nobody is called after the program that made the backup. */
  live = dolen_casework_new (folder, NULL);
  dolen_casework_unlock_sync (live, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dolen_casework_get_worker (live)->name, ==, "");
}

static void
expect_failure (const char *typed,
                const char *part,
                const char *folder,
                const char *argument,
                const char *words)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (run (typed, &out, &err, part, folder, argument, NULL), !=, 0);
  g_assert_nonnull (strstr (err, words));
}

static void
test_failures_say_why (void)
{
  g_autofree char *folder = make_vault ();
  g_autofree char *stick = dolen_test_folder ();

  expect_failure ("wrong\n", "backup", folder, stick, "passphrase");
  expect_failure (PASSPHRASE "\n", "backup", folder, "/no/such/stick", "is not there");
  expect_failure (PASSPHRASE "\n", "restore", folder, "/no/such.backup", "not a backup");
}

#define ADD(test) g_test_add_func ("/tool/dolenctl-backup/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (backup_then_restore);
  ADD (failures_say_why);
  return g_test_run ();
}
