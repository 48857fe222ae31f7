/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db.h"

#include "base/dolen-error.h"
#include "base/dolen-profile-folder.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _DolenDb {
  sqlite3 *handle; /* (owned) */
  char *path;      /* (owned) (nullable) */
  const DolenSchema *schema;
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean read_only;
  gboolean open; /* the open sequence is over: the authorizer watches */
  gboolean attaching;
  int depth; /* of nested transactions */
};

struct _DolenTransaction {
  DolenDb *db;
  int depth; /* 0: the transaction; more: savepoint of that number */
  gboolean over;
};

static gboolean
sqlite_failed (DolenDb *db, int result, const char *what, GError **error)
{
  const char *message = db->handle != NULL ? sqlite3_errmsg (db->handle) : NULL;
  g_propagate_error (error, dolen_error_from_sqlite (result, message, what));
  return FALSE;
}

static const char *
describe (DolenDb *db)
{
  return db->schema->name;
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

static void
set_defences (sqlite3 *handle)
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
  if (mode != DOLEN_DB_MEMORY && !dolen_profile_folder_check_file (db->path, error))
    return FALSE;
  result
      = sqlite3_open_v2 (mode == DOLEN_DB_MEMORY ? ":memory:" : db->path, &db->handle, flags, NULL);
  if (result != SQLITE_OK)
    return sqlite_failed (db, result, describe (db), error);
  if (mode == DOLEN_DB_READ_WRITE && g_chmod (db->path, 0600) != 0)
    g_debug ("%s: the mode could not be set", db->schema->name);
  set_defences (db->handle);
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

  if (from > 0 && db->path != NULL && !keep_copy (db, from, error))
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

DolenDb *
dolen_db_open (const char *path, DolenDbMode mode, const DolenSchema *schema, GError **error)
{
  g_autoptr (DolenDb) db = g_new0 (DolenDb, 1);

  g_return_val_if_fail (schema != NULL && (path != NULL || mode == DOLEN_DB_MEMORY), NULL);
  db->path = mode == DOLEN_DB_MEMORY ? NULL : g_strdup (path);
  db->schema = schema;
  db->read_only = mode == DOLEN_DB_READ_ONLY;
  if (!open_handle (db, mode, error) || !set_pragmas (db, mode, error)
      || (schema->prepare != NULL && !schema->prepare (db, error)) || !check_schema (db, error))
    return NULL;
  sqlite3_progress_handler (db->handle, 1000, check_cancelled, db);
  db->open = TRUE;
  return g_steal_pointer (&db);
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
  return result == SQLITE_OK || sqlite_failed (db, result, describe (db), error);
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
                  describe (db),
                  dolen_statement_get_text (statement, 0));
  return FALSE;
}

gboolean
dolen_db_check (DolenDb *db, GError **error)
{
  return check_rows (db, "PRAGMA integrity_check(1)", "ok", error)
         && check_rows (db, "PRAGMA foreign_key_check", NULL, error);
}

static gboolean
sync_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
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
    result
        = sqlite3_exec (target, "PRAGMA journal_mode=DELETE; PRAGMA quick_check", NULL, NULL, NULL);
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
                 _ ("The copy could not be written (%s)."), path);
    return FALSE;
  }
  return TRUE;
}

gboolean
dolen_db_attach (DolenDb *db, const char *path, const char *as, GError **error)
{
  g_autofree char *uri = NULL;
  g_autoptr (DolenStatement) statement = NULL;
  gboolean ok;

  g_return_val_if_fail (db->schema->attaches, FALSE);
  if (!dolen_profile_folder_check_file (path, error))
    return FALSE;
  db->attaching = TRUE;
  statement = dolen_db_prepare (db, "ATTACH ?1 AS ?2", error);
  ok = statement != NULL;
  if (ok) {
    dolen_statement_bind_text (statement, 1, path);
    dolen_statement_bind_text (statement, 2, as);
    ok = dolen_statement_run (statement, error);
  }
  db->attaching = FALSE;
  return ok;
}

DolenStatement *
dolen_db_prepare (DolenDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v3 (db->handle, sql, -1, 0, &statement, NULL);

  if (result != SQLITE_OK) {
    sqlite_failed (db, result, describe (db), error);
    return NULL;
  }
  return statement;
}

void
dolen_statement_free (DolenStatement *statement)
{
  sqlite3_finalize (statement);
}

static void
expect_ok (DolenStatement *statement, int result)
{
  if (G_UNLIKELY (result != SQLITE_OK && result != SQLITE_NOMEM && result != SQLITE_TOOBIG))
    g_critical ("bind: %s: %s", sqlite3_errstr (result), sqlite3_sql (statement));
}

void
dolen_statement_bind_text (DolenStatement *statement, int parameter, const char *text)
{
  expect_ok (statement, sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT));
}

void
dolen_statement_bind_int64 (DolenStatement *statement, int parameter, gint64 value)
{
  expect_ok (statement, sqlite3_bind_int64 (statement, parameter, value));
}

void
dolen_statement_bind_double (DolenStatement *statement, int parameter, double value)
{
  expect_ok (statement, sqlite3_bind_double (statement, parameter, value));
}

void
dolen_statement_bind_blob (DolenStatement *statement, int parameter, const void *data, gsize size)
{
  expect_ok (statement,
             data == NULL
                 ? sqlite3_bind_null (statement, parameter)
                 : sqlite3_bind_blob64 (statement, parameter, data, size, SQLITE_TRANSIENT));
}

void
dolen_statement_bind_null (DolenStatement *statement, int parameter)
{
  expect_ok (statement, sqlite3_bind_null (statement, parameter));
}

void
dolen_statement_bind_known (DolenStatement *statement, int parameter, gint64 value)
{
  if (value < 0)
    dolen_statement_bind_null (statement, parameter);
  else
    dolen_statement_bind_int64 (statement, parameter, value);
}

gboolean
dolen_statement_step (DolenStatement *statement, gboolean *row, GError **error)
{
  int result = sqlite3_step (statement);

  if (row != NULL)
    *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    g_propagate_error (
        error,
        dolen_error_from_sqlite (result, sqlite3_errmsg (sqlite3_db_handle (statement)), "query"));
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

gboolean
dolen_statement_run (DolenStatement *statement, GError **error)
{
  gboolean ok = dolen_statement_step (statement, NULL, error);

  dolen_statement_reset (statement);
  return ok;
}

void
dolen_statement_reset (DolenStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

const char *
dolen_statement_get_text (DolenStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

char *
dolen_statement_dup_text (DolenStatement *statement, int column)
{
  return g_strdup (dolen_statement_get_text (statement, column));
}

gint64
dolen_statement_get_int64 (DolenStatement *statement, int column)
{
  return sqlite3_column_int64 (statement, column);
}

gint64
dolen_statement_get_known (DolenStatement *statement, int column)
{
  return dolen_statement_is_null (statement, column) ? -1
                                                     : sqlite3_column_int64 (statement, column);
}

double
dolen_statement_get_double (DolenStatement *statement, int column)
{
  return sqlite3_column_double (statement, column);
}

gboolean
dolen_statement_is_null (DolenStatement *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL;
}

const void *
dolen_statement_get_blob (DolenStatement *statement, int column, gsize *size)
{
  const void *data = sqlite3_column_blob (statement, column);

  *size = (gsize) sqlite3_column_bytes (statement, column);
  return data;
}

static gboolean
run_at_depth (DolenDb *db, const char *outermost, const char *nested, int depth, GError **error)
{
  g_autofree char *sql
      = depth == 0 ? g_strdup (outermost) : g_strdup_printf ("%s dolen_%d", nested, depth);
  return dolen_db_exec (db, sql, error);
}

DolenTransaction *
dolen_transaction_begin (DolenDb *db, GError **error)
{
  DolenTransaction *transaction;

  if (!run_at_depth (db, "BEGIN IMMEDIATE", "SAVEPOINT", db->depth, error))
    return NULL;
  transaction = g_new0 (DolenTransaction, 1);
  transaction->db = db;
  transaction->depth = db->depth++;
  return transaction;
}

gboolean
dolen_transaction_commit (DolenTransaction *transaction, GError **error)
{
  g_return_val_if_fail (transaction != NULL && !transaction->over, FALSE);

  if (!run_at_depth (transaction->db, "COMMIT", "RELEASE", transaction->depth, error))
    return FALSE;
  transaction->over = TRUE;
  transaction->db->depth--;
  return TRUE;
}

void
dolen_transaction_free (DolenTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (!transaction->over) {
    DolenDb *db = transaction->db;
    GCancellable *cancellable = g_steal_pointer (&db->cancellable);

    /* After a full disk or an interrupt SQLite may have rolled back by itself. */
    if (!sqlite3_get_autocommit (db->handle)) {
      run_at_depth (db, "ROLLBACK", "ROLLBACK TO", transaction->depth, NULL);
      if (transaction->depth > 0)
        run_at_depth (db, NULL, "RELEASE", transaction->depth, NULL);
    }
    db->cancellable = cancellable;
    db->depth--;
  }
  g_free (transaction);
}
