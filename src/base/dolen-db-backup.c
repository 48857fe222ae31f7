/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-private.h"

#include "base/dolen-error.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
sync_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/* For sqlite3_exec(): a row of quick_check that is not "ok" stops it with SQLITE_ABORT. */
static int
expect_whole (void *user_data, int n, char **values, char **names)
{
  return g_strcmp0 (values[0], "ok") != 0;
}

static gboolean
copy_pages (DolenDb *db, const char *path, GError **error)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup;
  int result = sqlite3_open_v2 (
      path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);

  if (result == SQLITE_OK) {
    g_chmod (path, 0600);
    backup = sqlite3_backup_init (target, "main", db->handle, "main");
    if (backup != NULL)
      sqlite3_backup_step (backup, -1);
    result = sqlite3_backup_finish (backup);
  }
  if (result == SQLITE_OK)
    result = sqlite3_exec (target, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (target, "PRAGMA quick_check", expect_whole, NULL, NULL);
  if ((result & 0xff) == SQLITE_ABORT)
    result = SQLITE_CORRUPT;
  if (result != SQLITE_OK)
    g_propagate_error (error, dolen_error_from_sqlite (result, sqlite3_errmsg (target), path));
  sqlite3_close (target);
  return result == SQLITE_OK;
}

gboolean
dolen_db_backup (DolenDb *db, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (beside);
  if (!copy_pages (db, beside, error)) {
    g_unlink (beside);
    return FALSE;
  }
  if (!sync_file (beside) || g_rename (beside, path) != 0 || !sync_file (folder)) {
    g_unlink (beside);
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_CANNOT_OPEN,
                 _ ("The copy could not be written (%s)."),
                 path);
    return FALSE;
  }
  return TRUE;
}

/* A file written with a write-ahead log says so in two bytes (sqlite.org/fileformat.html, 1.3.3);
 * one that stands alone, in memory or in a backup, has none. */
#define WRITE_VERSION 18
#define READ_VERSION 19

GBytes *
dolen_db_serialize (DolenDb *db, GError **error)
{
  sqlite3_int64 size = 0;
  unsigned char *bytes = sqlite3_serialize (db->handle, "main", &size, 0);

  if (bytes == NULL || size <= READ_VERSION) {
    sqlite3_free (bytes);
    dolen_db_failed (db, SQLITE_NOMEM, db->schema->name, error);
    return NULL;
  }
  bytes[WRITE_VERSION] = bytes[READ_VERSION] = 1;
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}
