/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "format/dolen-json-value.h"
#include "support/dolen-test.h"

#include <string.h>
#include <unistd.h>

/* dolenctl vault, over the case records of tests/casework/fixtures/v1: 14 events of two computers.
 */

typedef struct {
  char *out;
  char *err;
  int status;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* @typed: (nullable): what stands in file descriptor 3; arguments end with NULL. */
static Run
run (const char *typed, const char *first, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  int ends[2] = { -1, -1 };
  Run run = { 0 };
  va_list more;

  g_ptr_array_add (arguments, (char *) g_getenv ("DOLENCTL"));
  g_ptr_array_add (arguments, (char *) "vault");
  va_start (more, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (more);
  if (typed != NULL) {
    g_ptr_array_add (arguments, (char *) "--passphrase-fd=3");
    g_assert_cmpint (pipe (ends), ==, 0);
    g_assert_cmpint (write (ends[1], typed, strlen (typed)), ==, (gssize) strlen (typed));
    close (ends[1]);
    g_subprocess_launcher_take_fd (launcher, ends[0], 3);
  }
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run.out, &run.err, &error);
  g_assert_no_error (error);
  run.status = g_subprocess_get_exit_status (process);
  return run;
}

static void
test_whole_records_are_in_order (void)
{
  g_autoptr (CaseworkTest) test = casework_test_from_version (1);
  g_auto (Run) outside = run (NULL, "check", "--without-passphrase", "-d", test->folder, NULL);
  g_auto (Run) inside = run (CASEWORK_PASSPHRASE "\n", "check", "-d", test->folder, NULL);
  g_auto (Run) key = run (
      CASEWORK_FIXTURE_RECOVERY_KEY, "check", "--recovery-key", "-d", test->folder, NULL);

  g_assert_cmpstr (outside.err, ==, "");
  g_assert_cmpint (outside.status, ==, 0);
  g_assert_nonnull (strstr (outside.out, "without the passphrase"));
  g_assert_cmpstr (inside.err, ==, "");
  g_assert_cmpint (inside.status, ==, 0);
  g_assert_nonnull (strstr (inside.out, "        14  Events\n"));
  g_assert_nonnull (strstr (inside.out, "The case records are in order."));
  g_assert_cmpint (key.status, ==, 0);
  /* It says how many, and nothing of what. */
  g_assert_null (strstr (inside.out, "Anwen"));
}

static void
test_what_is_wrong_is_named (void)
{
  static const struct {
    const char *sql, *words;
  } faults[] = {
    { "UPDATE journal SET sealed = zeroblob (528) WHERE seq = 6", "Event 6 " },
    { "UPDATE journal SET prev = zeroblob (32) WHERE seq = 6", "Event 5 " },
    { "DELETE FROM journal WHERE seq = 8", "Event 8 " },
    { "DELETE FROM head", "The seal at the end" },
    { "UPDATE draft SET nonce = x'00'", "A draft " },
    { "UPDATE vault SET vault = zeroblob (16)", "do not belong together" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (CaseworkTest) test = casework_test_from_version (1);
    g_auto (Run) check = { 0 };

    casework_test_sql (test, "casework.db", faults[i].sql);
    check = run (NULL, "check", "--without-passphrase", "-d", test->folder, NULL);
    g_assert_cmpint (check.status, ==, 2);
    g_assert_nonnull (strstr (check.out, faults[i].words));
  }
}

static void
test_missing_keys_and_other_files_are_named (void)
{
  g_autoptr (CaseworkTest) test = casework_test_from_version (1);
  g_autofree char *device = casework_test_file (test, "device");
  g_auto (Run) check = { 0 };

  casework_test_sql (test, "keys.db", "DELETE FROM wrapped_key WHERE purpose = 'person'");
  g_assert_true (g_file_set_contents (device, "?", 1, NULL));
  check = run (NULL, "check", "--without-passphrase", "-d", test->folder, NULL);
  g_assert_cmpint (check.status, ==, 2);
  g_assert_nonnull (strstr (check.out, "The key of a person’s record is missing"));
  g_assert_nonnull (strstr (check.out, "“device”"));
}

/* A damaged draft, head or wrapped key that only the key shows. */
static void
test_what_only_the_key_shows (void)
{
  static const struct {
    const char *file, *table, *column, *where, *words;
  } faults[] = {
    { "casework.db", "draft", "sealed", "1", "A draft " },
    { "casework.db", "head", "sealed", "1", "The seal at the end" },
    { "keys.db", "wrapped_key", "wrapped", "purpose = 'person'", "A key in the keys file" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (CaseworkTest) test = casework_test_from_version (1);
    g_auto (Run) check = { 0 };

    casework_test_flip (test, faults[i].file, faults[i].table, faults[i].column, faults[i].where);
    check = run (CASEWORK_PASSPHRASE, "check", "-d", test->folder, NULL);
    g_assert_cmpint (check.status, ==, 2);
    g_assert_nonnull (strstr (check.out, faults[i].words));
  }
}

static void
test_two_copies_are_merged (void)
{
  g_autoptr (CaseworkTest) test = casework_test_from_version (1);
  g_autoptr (CaseworkTest) other = casework_test_from_version (1);
  g_autofree char *file = casework_test_file (other, "casework.db");
  g_auto (Run) merge = { 0 };
  g_auto (Run) again = { 0 };
  json_object *counts;

  casework_test_sql (test,
                     "casework.db",
                     "UPDATE journal SET sealed = zeroblob (528) WHERE seq = 6;"
                     "DELETE FROM journal WHERE seq = 8");
  merge = run (CASEWORK_PASSPHRASE, "merge", file, "--json", "-d", test->folder, NULL);
  g_assert_cmpstr (merge.err, ==, "");
  g_assert_cmpint (merge.status, ==, 0);
  counts = json_tokener_parse (merge.out);
  g_assert_cmpint (dolen_json_get_int (counts, "adopted"), ==, 1);
  g_assert_cmpint (dolen_json_get_int (counts, "known"), ==, 12);
  g_assert_cmpint (dolen_json_get_int (counts, "restored"), ==, 1);
  g_assert_cmpint (dolen_json_get_int (counts, "quarantined"), ==, 0);
  json_object_put (counts);
  again = run (CASEWORK_PASSPHRASE, "merge", other->folder, "-d", test->folder, NULL);
  g_assert_cmpstr (again.out, ==, "14 events were here already\n");
}

static void
test_mistakes_are_told (void)
{
  g_autoptr (CaseworkTest) test = casework_test_from_version (1);
  g_autofree char *empty = dolen_test_folder ();
  g_auto (Run) wrong = run ("llong", "check", "-d", test->folder, NULL);
  g_auto (Run) nothing = run ("", "check", "-d", test->folder, NULL);
  g_auto (Run) none = run (NULL, "check", "--without-passphrase", "-d", empty, NULL);
  g_auto (Run) what = run (NULL, "mend", NULL);

  g_assert_cmpint (wrong.status, ==, 1);
  g_assert_nonnull (strstr (wrong.err, "The passphrase is not right"));
  g_assert_cmpint (nothing.status, ==, 1);
  g_assert_cmpint (none.status, ==, 1);
  g_assert_nonnull (strstr (none.err, "no case records"));
  g_assert_cmpint (what.status, ==, 1);
}

#define ADD(test) g_test_add_func ("/tool/vault/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (whole_records_are_in_order);
  ADD (what_is_wrong_is_named);
  ADD (missing_keys_and_other_files_are_named);
  ADD (what_only_the_key_shows);
  ADD (two_copies_are_merged);
  ADD (mistakes_are_told);
  return g_test_run ();
}
