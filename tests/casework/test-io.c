/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework-support.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-vault.h"
#include "support/dolen-test.h"

#include <string.h>

/*
 * Whatever SQLite asks of the file system fails at each moment in turn, once or from then on, and
 * so does each of its allocations: what was acknowledged is there afterwards, and nothing is half
 * written. The casework files only; the device file is written past SQLite.
 *
 * IO_STEP comes from meson: every so manieth call; with -Dlong_tests=true every one.
 */
static const char *const files[] = { "casework.db", "keys.db", "device" };

static struct {
  int countdown; /* calls that still go well; negative: all do */
  int result;    /* what the failing one gives */
  gboolean stays;
  gboolean reached;
} fault = { -1, SQLITE_OK, FALSE, FALSE };

/* @of_memory: an allocation, not a call of the file system. */
static gboolean
fails (gboolean of_memory)
{
  if (fault.countdown < 0 || of_memory != (fault.result == SQLITE_NOMEM))
    return FALSE;
  if (fault.countdown > 0) {
    fault.countdown--;
    return FALSE;
  }
  fault.reached = TRUE;
  if (!fault.stays)
    fault.countdown = -1;
  return TRUE;
}

/* ---- a file system that fails ---- */

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* stands right after */
} Shim;

static sqlite3_vfs *parent;
static sqlite3_vfs shim_vfs;

#define REAL(file) (((Shim *) (void *) (file))->real)
#define PASS(call) REAL (file)->pMethods->call

static int
shim_close (sqlite3_file *file)
{
  return PASS (xClose) (REAL (file));
}
static int
shim_read (sqlite3_file *file, void *into, int n, sqlite3_int64 at)
{
  return PASS (xRead) (REAL (file), into, n, at);
}
static int
shim_write (sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
  /* A disk that fills up has written the first half. */
  if (fails (FALSE)) {
    PASS (xWrite) (REAL (file), from, n / 2, at);
    return fault.result == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }
  return PASS (xWrite) (REAL (file), from, n, at);
}
static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails (FALSE) ? SQLITE_IOERR_TRUNCATE : PASS (xTruncate) (REAL (file), size);
}
static int
shim_sync (sqlite3_file *file, int flags)
{
  return fails (FALSE) ? SQLITE_IOERR_FSYNC : PASS (xSync) (REAL (file), flags);
}
static int
shim_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return PASS (xFileSize) (REAL (file), size);
}
static int
shim_lock (sqlite3_file *file, int level)
{
  return PASS (xLock) (REAL (file), level);
}
static int
shim_unlock (sqlite3_file *file, int level)
{
  return PASS (xUnlock) (REAL (file), level);
}
static int
shim_reserved (sqlite3_file *file, int *held)
{
  return PASS (xCheckReservedLock) (REAL (file), held);
}
static int
shim_control (sqlite3_file *file, int what, void *with)
{
  return PASS (xFileControl) (REAL (file), what, with);
}
static int
shim_sector (sqlite3_file *file)
{
  return PASS (xSectorSize) (REAL (file));
}
static int
shim_traits (sqlite3_file *file)
{
  return PASS (xDeviceCharacteristics) (REAL (file));
}
static int
shim_map (sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
  return fails (FALSE) ? SQLITE_IOERR_SHMMAP : PASS (xShmMap) (REAL (file), page, size, extend, at);
}
static int
shim_shm_lock (sqlite3_file *file, int at, int n, int flags)
{
  return PASS (xShmLock) (REAL (file), at, n, flags);
}
static void
shim_barrier (sqlite3_file *file)
{
  PASS (xShmBarrier) (REAL (file));
}
static int
shim_unmap (sqlite3_file *file, int remove)
{
  return PASS (xShmUnmap) (REAL (file), remove);
}

static const sqlite3_io_methods shim_methods = {
  2,           shim_close, shim_read,     shim_write,    shim_truncate, shim_sync,
  shim_size,   shim_lock,  shim_unlock,   shim_reserved, shim_control,  shim_sector,
  shim_traits, shim_map,   shim_shm_lock, shim_barrier,  shim_unmap,    NULL,
  NULL,
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given)
{
  Shim *shim = (Shim *) (void *) file;
  int result;

  shim->base.pMethods = NULL;
  if (fails (FALSE))
    return SQLITE_CANTOPEN;
  shim->real = (sqlite3_file *) (void *) (shim + 1);
  result = parent->xOpen (parent, name, shim->real, flags, given);
  if (result == SQLITE_OK)
    shim->base.pMethods = &shim_methods;
  return result;
}

static int
shim_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  return fails (FALSE) ? SQLITE_IOERR_DELETE : parent->xDelete (parent, name, sync);
}

static void
register_shim (void)
{
  parent = sqlite3_vfs_find (NULL);
  shim_vfs = *parent;
  shim_vfs.zName = "failing";
  shim_vfs.szOsFile = (int) sizeof (Shim) + parent->szOsFile;
  shim_vfs.xOpen = shim_open;
  shim_vfs.xDelete = shim_delete;
  g_assert_cmpint (sqlite3_vfs_register (&shim_vfs, 1), ==, SQLITE_OK);
}

/* ---- memory that runs out ---- */

static sqlite3_mem_methods memory;

static void *
failing_malloc (int size)
{
  return fails (TRUE) ? NULL : memory.xMalloc (size);
}
static void *
failing_realloc (void *old, int size)
{
  return fails (TRUE) ? NULL : memory.xRealloc (old, size);
}

/* Before SQLite is used for the first time. */
static void
register_memory (void)
{
  sqlite3_mem_methods failing;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory), ==, SQLITE_OK);
  failing = memory;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &failing), ==, SQLITE_OK);
}

/* ---- what is tried ---- */

typedef struct {
  int notes;
  int people;
} Seen;

static void
count_event (const DolenEvent *event, gpointer user_data)
{
  Seen *seen = user_data;

  seen->notes += g_str_equal (event->type, DOLEN_EVENT_NOTE_ADD);
  seen->people += g_str_equal (event->type, DOLEN_EVENT_PERSON_ADD);
}

static const DolenVaultReader reader = { NULL, count_event };

static gboolean
append (DolenVault *vault, const char *type, const char *person)
{
  g_autoptr (DolenEvent) event = dolen_event_new (type, person);

  return dolen_vault_append (vault, &event, 1, NULL);
}

/* Gives what was acknowledged. */
static Seen
work (CaseworkTest *test, const char *known, const char *fresh)
{
  Seen done = { 0, 0 };
  g_autoptr (DolenVault) vault
             = dolen_vault_unlock (test->folder, NULL, test->recovery, NULL, NULL, NULL);

  if (vault == NULL)
    return done;
  done.notes += append (vault, DOLEN_EVENT_NOTE_ADD, known);
  done.people += append (vault, DOLEN_EVENT_PERSON_ADD, fresh);
  done.notes += append (vault, DOLEN_EVENT_NOTE_ADD, known);
  return done;
}

static void
expect_kept (CaseworkTest *test, Seen before, Seen done, gboolean all)
{
  Seen seen = { 0, 0 };
  GError *error = NULL;
  g_autoptr (DolenVault) vault
             = dolen_vault_unlock (test->folder, NULL, test->recovery, &reader, &seen, &error);
  const GPtrArray *problems;

  g_assert_no_error (error);
  problems = dolen_vault_list_problems (vault);
  if (problems->len > 0)
    g_error ("%s", ((DolenProblem *) problems->pdata[0])->sentence);
  g_assert_cmpint (seen.notes, >=, before.notes + done.notes);
  g_assert_cmpint (seen.people, >=, before.people + done.people);
  g_assert_cmpint (seen.notes, <=, before.notes + 2);
  g_assert_cmpint (seen.people, <=, before.people + 1);
  if (all)
    g_assert_cmpint (done.notes + done.people, ==, 3);
}

static void
fail_everywhere (int result, gboolean stays)
{
  g_autoptr (CaseworkTest) whole = casework_test_new ();
  g_autofree char *known = casework_test_add_person (whole, "Anwen Puw");
  int n = 0, failed = 0;

  dolen_casework_lock (whole->casework);
  for (gboolean reached = TRUE; reached; n += IO_STEP) {
    g_autoptr (CaseworkTest) test = casework_test_clone (whole, files, G_N_ELEMENTS (files));
    const Seen before = { 0, 1 };
    Seen done;

    fault.countdown = n;
    fault.result = result;
    fault.stays = stays;
    fault.reached = FALSE;
    done = work (test, known, "8f4e2278-3a85-4f16-b56f-4db2b7b44a9f");
    reached = fault.reached;
    fault.countdown = -1;
    fault.result = SQLITE_OK;
    expect_kept (test, before, done, !reached);
    failed += reached;
  }
  g_assert_cmpint (failed, >, 3);
  g_test_message ("%d failures tried, of %d calls", failed, n);
}

static void
test_a_call_that_fails_once (void)
{
  fail_everywhere (SQLITE_IOERR, FALSE);
}

static void
test_a_disk_that_has_failed (void)
{
  fail_everywhere (SQLITE_IOERR, TRUE);
}

static void
test_a_disk_that_is_full (void)
{
  fail_everywhere (SQLITE_FULL, TRUE);
}

static void
test_no_memory_once (void)
{
  fail_everywhere (SQLITE_NOMEM, FALSE);
}

static void
test_no_memory_any_more (void)
{
  fail_everywhere (SQLITE_NOMEM, TRUE);
}

#define ADD(test) g_test_add_func ("/casework/io/" #test, test_##test)

int
main (int argc, char **argv)
{
  register_memory ();
  register_shim ();
  dolen_test_init (&argc, &argv);
  ADD (a_call_that_fails_once);
  ADD (a_disk_that_has_failed);
  ADD (a_disk_that_is_full);
  ADD (no_memory_once);
  ADD (no_memory_any_more);
  return g_test_run ();
}
