/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-private.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

/* Where a database says that it uses a write-ahead log: sqlite.org/fileformat2.html, 1.3. In
 * memory there is none. */
#define WRITE_VERSION 18
#define READ_VERSION 19
#define ROLLBACK_JOURNAL 1

static gboolean
has_open_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0;
}

/* Takes what was read; SQLite frees it. */
static int
deserialize (sqlite3 *handle, const char *bytes, gsize size)
{
  unsigned char *image = sqlite3_malloc64 (MAX (size, 1));

  if (image == NULL)
    return SQLITE_NOMEM;
  memcpy (image, bytes, size);
  if (size > READ_VERSION)
    image[WRITE_VERSION] = image[READ_VERSION] = ROLLBACK_JOURNAL;
  return sqlite3_deserialize (handle,
                              "main",
                              image,
                              (sqlite3_int64) size,
                              (sqlite3_int64) size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
}

static gboolean
read_whole (DolenDb *db, const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  int result;

  if (!g_file_get_contents (path, &bytes, &size, error))
    return FALSE;
  result = sqlite3_open_v2 (":memory:",
                            &db->handle,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            NULL);
  if (result == SQLITE_OK)
    result = deserialize (db->handle, bytes, size);
  return result == SQLITE_OK || dolen_db_failed (db, result, path, error);
}

static gboolean
open_in_place (DolenDb *db, const char *path, GError **error)
{
  int result = sqlite3_open_v2 (
      path, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (result != SQLITE_OK)
    return dolen_db_failed (db, result, path, error);
  sqlite3_busy_timeout (db->handle, 5000);
  return TRUE;
}

static gboolean
check_kind (DolenDb *db, const char *path, GError **error)
{
  gint64 application = 0;

  if (!dolen_db_get_int64 (db, "PRAGMA application_id", &application, error))
    return FALSE;
  if (application == db->schema->application_id)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_OURS,
               _ ("The file belongs to another program, or is another file of Dolen’s (%s)."),
               path);
  return FALSE;
}

DolenDb *
dolen_db_open_copy (const char *path, const DolenSchema *schema, GError **error)
{
  g_autoptr (DolenDb) db = g_new0 (DolenDb, 1);

  db->schema = schema;
  db->read_only = TRUE;
  if (!(has_open_log (path) ? open_in_place (db, path, error) : read_whole (db, path, error)))
    return NULL;
  dolen_db_set_defences (db->handle);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  if (!dolen_db_exec (db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;", error)
      || !check_kind (db, path, error))
    return NULL;
  db->open = TRUE;
  return g_steal_pointer (&db);
}
