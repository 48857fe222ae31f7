/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-private.h"

#include "base/dolen-error.h"
#include "base/dolen-profile-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

gboolean
dolen_db_failed (DolenDb *db, int result, const char *what, GError **error)
{
  const char *message = db->handle != NULL ? sqlite3_errmsg (db->handle) : NULL;
  g_propagate_error (error, dolen_error_from_sqlite (result, message, what));
  return FALSE;
}

/* Foreign text never becomes SQL here, but a damaged or prepared file could hold a view or a
 * trigger that does what we would not: once open, no schema changes, no ATTACH, no settings. */
static int
authorize (void *user_data, int action, const char *a, const char *b, const char *c, const char *d)
{
  DolenDb *db = user_data;

  if (!db->open)
    return SQLITE_OK;
  switch (action) {
  case SQLITE_ATTACH:
    return db->attaching ? SQLITE_OK : SQLITE_DENY;
  case SQLITE_DETACH:
    return db->schema->attaches ? SQLITE_OK : SQLITE_DENY;
  case SQLITE_PRAGMA:
    return b == NULL || g_strcmp0 (a, "wal_checkpoint") == 0 || g_strcmp0 (a, "optimize") == 0
                   || g_strcmp0 (a, "table_info") == 0 || g_strcmp0 (a, "integrity_check") == 0
                   || g_strcmp0 (a, "quick_check") == 0
                   || (db->schema->attaches && g_strcmp0 (a, "query_only") == 0)
               ? SQLITE_OK
               : SQLITE_DENY;
  case SQLITE_CREATE_INDEX:
  case SQLITE_CREATE_TABLE:
  case SQLITE_CREATE_TRIGGER:
  case SQLITE_CREATE_VIEW:
  case SQLITE_CREATE_VTABLE:
  case SQLITE_DROP_INDEX:
  case SQLITE_DROP_TABLE:
  case SQLITE_DROP_TRIGGER:
  case SQLITE_DROP_VIEW:
  case SQLITE_DROP_VTABLE:
  case SQLITE_ALTER_TABLE:
    return SQLITE_DENY;
  default:
    return SQLITE_OK;
  }
}

void
dolen_db_set_defences (sqlite3 *handle)
{
  static const int config[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  };
  static const int limits[][2] = {
    { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
    { SQLITE_LIMIT_VDBE_OP, 250000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 32 },
    { SQLITE_LIMIT_ATTACHED, 2 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (config); i++)
    sqlite3_db_config (handle, config[i][0], config[i][1], NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i][0], limits[i][1]);
}

static gboolean
open_handle (DolenDb *db, DolenDbMode mode, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
  int result;

  if (mode == DOLEN_DB_READ_ONLY)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  /* ATTACH can say "read only" in no other way. */
  if (db->schema->attaches)
    flags |= SQLITE_OPEN_URI;
  if (mode != DOLEN_DB_MEMORY && !dolen_profile_folder_check_file (db->path, error))
    return FALSE;
  result
      = sqlite3_open_v2 (mode == DOLEN_DB_MEMORY ? ":memory:" : db->path, &db->handle, flags, NULL);
  if (result != SQLITE_OK)
    return dolen_db_failed (db, result, db->schema->name, error);
  if (mode == DOLEN_DB_READ_WRITE && g_chmod (db->path, 0600) != 0)
    g_debug ("%s: the mode could not be set", db->schema->name);
  dolen_db_set_defences (db->handle);
  sqlite3_busy_timeout (db->handle, 5000);
  sqlite3_set_authorizer (db->handle, authorize, db);
  return TRUE;
}

static gboolean
set_pragmas (DolenDb *db, DolenDbMode mode, GError **error)
{
  if (!dolen_db_exec (db,
                      "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
                      "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA cache_size=-16384;"
                      "PRAGMA recursive_triggers=OFF;",
                      error))
    return FALSE;
  if (mode == DOLEN_DB_READ_WRITE)
    return dolen_db_exec (db,
                          "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                          "PRAGMA wal_autocheckpoint=1000;",
                          error);
  return TRUE;
}

static gboolean
keep_copy (DolenDb *db, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%d", db->path, version + 1);
  return dolen_db_backup (db, copy, error);
}

static gboolean
migrate (DolenDb *db, int from, GError **error)
{
  g_autoptr (DolenTransaction) transaction = NULL;
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                            db->schema->application_id,
                                            db->schema->version);

  if (from > 0 && db->path != NULL && !db->schema->sheds && !keep_copy (db, from, error))
    return FALSE;
  transaction = dolen_transaction_begin (db, error);
  if (transaction == NULL)
    return FALSE;
  for (int i = from; i < db->schema->version; i++)
    if (!dolen_db_exec (db, db->schema->migrations[i], error))
      return FALSE;
  if (!dolen_db_exec (db, stamp, error))
    return FALSE;
  if (from > 0 && !dolen_db_check (db, error))
    return FALSE;
  return dolen_transaction_commit (transaction, error);
}

static gboolean
check_schema (DolenDb *db, GError **error)
{
  gint64 application = 0, version = 0, tables = 0;

  if (!dolen_db_get_int64 (db, "PRAGMA application_id", &application, error)
      || !dolen_db_get_int64 (db, "PRAGMA user_version", &version, error)
      || !dolen_db_get_int64 (db, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (application != db->schema->application_id && (application != 0 || tables != 0)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_OURS,
                 _ ("The file belongs to another program, or is another file of Dolen’s (%s)."),
                 db->path != NULL ? db->path : db->schema->name);
    return FALSE;
  }
  if (version > db->schema->version && !db->read_only) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_TOO_NEW,
                 _ ("The file was written by a newer Dolen; please update Dolen (%s)."),
                 db->path != NULL ? db->path : db->schema->name);
    return FALSE;
  }
  if (version < db->schema->version) {
    if (!db->read_only)
      return migrate (db, (int) version, error);
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_READ_ONLY,
                 _ ("The file is of an older Dolen and must be opened for writing once (%s)."),
                 db->path != NULL ? db->path : db->schema->name);
    return FALSE;
  }
  return TRUE;
}

static int
check_cancelled (void *user_data)
{
  DolenDb *db = user_data;
  return g_cancellable_is_cancelled (db->cancellable);
}

static gboolean
load_image (DolenDb *db, GError **error)
{
  gsize size = 0;
  gconstpointer bytes;
  int result;

  if (db->image == NULL)
    return TRUE;
  bytes = g_bytes_get_data (db->image, &size);
  result = sqlite3_deserialize (db->handle,
                                "main",
                                (unsigned char *) bytes,
                                (sqlite3_int64) size,
                                (sqlite3_int64) size,
                                SQLITE_DESERIALIZE_READONLY);
  return result == SQLITE_OK || dolen_db_failed (db, result, db->schema->name, error);
}

/* Takes @db, of which what to open is filled in. */
static DolenDb *
finish_open (DolenDb *opening, DolenDbMode mode, GError **error)
{
  g_autoptr (DolenDb) db = opening;
  const DolenSchema *schema = db->schema;

  if (!open_handle (db, mode, error) || !load_image (db, error) || !set_pragmas (db, mode, error)
      || (schema->prepare != NULL && !schema->prepare (db, error)) || !check_schema (db, error))
    return NULL;
  sqlite3_progress_handler (db->handle, 1000, check_cancelled, db);
  db->open = TRUE;
  return g_steal_pointer (&db);
}

DolenDb *
dolen_db_open (const char *path, DolenDbMode mode, const DolenSchema *schema, GError **error)
{
  DolenDb *db;

  g_return_val_if_fail (schema != NULL && (path != NULL || mode == DOLEN_DB_MEMORY), NULL);
  db = g_new0 (DolenDb, 1);
  db->path = mode == DOLEN_DB_MEMORY ? NULL : g_strdup (path);
  db->schema = schema;
  db->read_only = mode == DOLEN_DB_READ_ONLY;
  return finish_open (db, mode, error);
}

DolenDb *
dolen_db_open_image (GBytes *image, const DolenSchema *schema, GError **error)
{
  DolenDb *db = g_new0 (DolenDb, 1);

  db->schema = schema;
  db->read_only = TRUE;
  db->image = g_bytes_ref (image);
  return finish_open (db, DOLEN_DB_MEMORY, error);
}

void
dolen_db_close (DolenDb *db)
{
  if (db == NULL)
    return;
  if (db->handle != NULL) {
    g_clear_object (&db->cancellable);
    if (!db->read_only && db->path != NULL)
      sqlite3_wal_checkpoint_v2 (db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    if (sqlite3_close (db->handle) != SQLITE_OK) {
      g_critical ("%s: a statement was still in use at close", db->schema->name);
      sqlite3_close_v2 (db->handle);
    }
  }
  g_clear_pointer (&db->image, g_bytes_unref);
  g_free (db->path);
  g_free (db);
}

sqlite3 *
dolen_db_get_handle (DolenDb *db)
{
  return db->handle;
}

const char *
dolen_db_get_path (DolenDb *db)
{
  return db->path;
}

gboolean
dolen_db_is_read_only (DolenDb *db)
{
  return db->read_only;
}

gboolean
dolen_db_exec (DolenDb *db, const char *sql, GError **error)
{
  int result = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || dolen_db_failed (db, result, db->schema->name, error);
}

gboolean
dolen_db_get_int64 (DolenDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? dolen_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

gint64
dolen_db_data_version (DolenDb *db)
{
  gint64 version = 0;
  dolen_db_get_int64 (db, "PRAGMA data_version", &version, NULL);
  return version;
}

int
dolen_db_changes (DolenDb *db)
{
  return sqlite3_changes (db->handle);
}

gint64
dolen_db_last_id (DolenDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

void
dolen_db_set_cancellable (DolenDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

static gboolean
check_rows (DolenDb *db, const char *sql, const char *good, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !dolen_statement_step (statement, &row, error))
    return FALSE;
  if (!row || g_strcmp0 (dolen_statement_get_text (statement, 0), good) == 0)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CORRUPT,
               "%s (%s: %s)",
               _ ("The database is damaged; it was not changed."),
               db->schema->name,
               dolen_statement_get_text (statement, 0));
  return FALSE;
}

gboolean
dolen_db_check (DolenDb *db, GError **error)
{
  return check_rows (db, "PRAGMA integrity_check(1)", "ok", error)
         && check_rows (db, "PRAGMA foreign_key_check", NULL, error);
}

gboolean
dolen_db_attach (DolenDb *db, const char *path, const char *as, GError **error)
{
  g_autofree char *uri = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (DolenStatement) statement = NULL;
  gboolean ok;

  g_return_val_if_fail (db->schema->attaches, FALSE);
  plain = g_filename_to_uri (path, NULL, error);
  if (plain == NULL || !dolen_profile_folder_check_file (path, error))
    return FALSE;
  uri = g_strconcat (plain, "?mode=ro", NULL);
  db->attaching = TRUE;
  statement = dolen_db_prepare (db, "ATTACH ?1 AS ?2", error);
  ok = statement != NULL;
  if (ok) {
    dolen_statement_bind_text (statement, 1, uri);
    dolen_statement_bind_text (statement, 2, as);
    ok = dolen_statement_run (statement, error);
  }
  db->attaching = FALSE;
  return ok;
}
