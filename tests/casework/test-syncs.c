/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * How often the disk is waited for: once an event. fsync() and fdatasync() of the whole process
 * come by here, those of SQLite and of GLib too, for the program's symbols go before a library's.
 */
typedef enum {
  IN_LOG,     /* casework.db-wal */
  IN_JOURNAL, /* casework.db */
  IN_KEYS,    /* keys.db and its log */
  ELSEWHERE,  /* the device file, folders */
  N_PLACES
} Place;

static const char *folder;
static int syncs[N_PLACES];

static gboolean
is_file (const struct stat *status, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat other;

  return stat (path, &other) == 0 && other.st_ino == status->st_ino
         && other.st_dev == status->st_dev;
}

static void
count_sync (int fd)
{
  struct stat status;

  if (folder == NULL || fstat (fd, &status) != 0)
    return;
  if (is_file (&status, "casework.db-wal"))
    syncs[IN_LOG]++;
  else if (is_file (&status, "casework.db"))
    syncs[IN_JOURNAL]++;
  else if (is_file (&status, "keys.db") || is_file (&status, "keys.db-wal"))
    syncs[IN_KEYS]++;
  else
    syncs[ELSEWHERE]++;
}

int
fsync (int fd)
{
  count_sync (fd);
  return (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  count_sync (fd);
  return (int) syscall (SYS_fdatasync, fd);
}

static void
start_counting (CaseworkTest *test)
{
  memset (syncs, 0, sizeof syncs);
  folder = test->folder;
}

static void
stop_counting (void)
{
  folder = NULL;
}

static int
count_all (void)
{
  return syncs[IN_LOG] + syncs[IN_JOURNAL] + syncs[IN_KEYS] + syncs[ELSEWHERE];
}

static void
test_one_event_waits_for_the_disk_once (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");

  casework_test_note (test, person, "the first opens the log");
  for (int i = 0; i < 20; i++) {
    start_counting (test);
    casework_test_note (test, person, "rang her");
    stop_counting ();
    g_assert_cmpint (syncs[IN_LOG], ==, 1);
    g_assert_cmpint (count_all (), ==, 1);
  }
}

static void
test_an_act_on_many_records_waits_once (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenReferral) referral = casework_test_referral (person, DOLEN_REFERRAL);
  GError *error = NULL;

  start_counting (test);
  g_assert_true (dolen_casework_referral_send (test->casework, referral, NULL, NULL, &error));
  stop_counting ();
  g_assert_cmpint (count_all (), ==, 1);
  start_counting (test);
  g_assert_true (dolen_casework_died (test->casework, person, NULL, NULL, NULL, &error));
  stop_counting ();
  g_assert_cmpint (count_all (), ==, 1);
}

/* A key of its own is one write more, in the other file. */
static void
test_a_new_person_waits_once_for_each_file (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *first = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *second = NULL;

  start_counting (test);
  second = casework_test_add_person (test, "Bob Hughes");
  stop_counting ();
  g_assert_cmpint (syncs[IN_LOG], ==, 1);
  g_assert_cmpint (syncs[IN_KEYS], ==, 1);
  g_assert_cmpint (count_all (), ==, 2);
}

/* The log begins anew after a checkpoint, and its header is synced before what follows it. */
static void
test_after_a_checkpoint_it_waits_once_more (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  int checkpoints = 0, after = 0;

  for (int i = 0; i < 600; i++) {
    start_counting (test);
    casework_test_note (test, person, "rang her");
    stop_counting ();
    g_assert_cmpint (syncs[IN_KEYS] + syncs[ELSEWHERE], ==, 0);
    if (syncs[IN_JOURNAL] > 0) {
      /* The event's own, then the checkpoint's: the log, the file. */
      g_assert_cmpint (syncs[IN_LOG], <=, 2);
      g_assert_cmpint (syncs[IN_JOURNAL], ==, 1);
      checkpoints++;
      after = 1;
    } else {
      g_assert_cmpint (syncs[IN_LOG], ==, 1 + after);
      after = 0;
    }
  }
  g_assert_cmpint (checkpoints, >=, 2);
}

/* ---- the device file behind the journal ---- */

static void
test_the_device_file_is_synced_at_lock (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");

  casework_test_note (test, person, "rang her");
  start_counting (test);
  dolen_casework_lock (test->casework);
  stop_counting ();
  g_assert_cmpint (syncs[ELSEWHERE], >=, 1);
}

/* After a power cut the file may say less than the journal: no fault, and it moves on. */
static void
test_a_device_file_behind_the_journal_is_no_fault (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");

  casework_test_copy (test, "device", "older-device");
  casework_test_note (test, person, "one");
  casework_test_note (test, person, "two");
  dolen_casework_lock (test->casework);
  casework_test_copy (test, "casework.db", "older");
  casework_test_copy (test, "older-device", "device");
  casework_test_reopen (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  casework_test_note (test, person, "three");
  casework_test_reopen (test);
  g_assert_null (dolen_casework_get_problem (test->casework));
  /* And what it shows holds again from then on. */
  dolen_casework_lock (test->casework);
  casework_test_copy (test, "older", "casework.db");
  casework_test_reopen (test);
  g_assert_nonnull (dolen_casework_get_problem (test->casework));
}

#define ADD(test) g_test_add_func ("/casework/syncs/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (one_event_waits_for_the_disk_once);
  ADD (an_act_on_many_records_waits_once);
  ADD (a_new_person_waits_once_for_each_file);
  ADD (after_a_checkpoint_it_waits_once_more);
  ADD (the_device_file_is_synced_at_lock);
  ADD (a_device_file_behind_the_journal_is_no_fault);
  return g_test_run ();
}
