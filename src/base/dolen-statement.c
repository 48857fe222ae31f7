/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-private.h"

#include "base/dolen-error.h"

DolenStatement *
dolen_db_prepare (DolenDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v3 (db->handle, sql, -1, 0, &statement, NULL);

  if (result != SQLITE_OK) {
    dolen_db_failed (db, result, db->schema->name, error);
    return NULL;
  }
  return statement;
}

/* Values that could not be bound (too large, no memory), by statement: SQLite would go on with NULL
 * in their place and lose them. A connection belongs to one thread, and so does this. */
static GPrivate failed_binds = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);

static void
keep_failure (DolenStatement *statement, int result)
{
  GHashTable *failed = g_private_get (&failed_binds);

  if (failed == NULL) {
    failed = g_hash_table_new (NULL, NULL);
    g_private_set (&failed_binds, failed);
  }
  g_hash_table_insert (failed, statement, GINT_TO_POINTER (result));
}

static int
take_failure (DolenStatement *statement)
{
  GHashTable *failed = g_private_get (&failed_binds);
  gpointer result = NULL;

  if (G_LIKELY (failed == NULL || g_hash_table_size (failed) == 0))
    return SQLITE_OK;
  g_hash_table_steal_extended (failed, statement, NULL, &result);
  return GPOINTER_TO_INT (result);
}

void
dolen_statement_free (DolenStatement *statement)
{
  take_failure (statement);
  sqlite3_finalize (statement);
}

static void
expect_ok (DolenStatement *statement, int result)
{
  if (G_LIKELY (result == SQLITE_OK))
    return;
  if (result != SQLITE_NOMEM && result != SQLITE_TOOBIG)
    g_critical ("bind: %s: %s", sqlite3_errstr (result), sqlite3_sql (statement));
  keep_failure (statement, result);
}

void
dolen_statement_bind_text (DolenStatement *statement, int parameter, const char *text)
{
  expect_ok (statement, sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT));
}

void
dolen_statement_lend_text (DolenStatement *statement, int parameter, const char *text)
{
  expect_ok (statement, sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC));
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
  int unbound = take_failure (statement);
  int result = unbound != SQLITE_OK ? unbound : sqlite3_step (statement);

  if (row != NULL)
    *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    g_propagate_error (
        error,
        dolen_error_from_sqlite (
            result,
            unbound != SQLITE_OK ? NULL : sqlite3_errmsg (sqlite3_db_handle (statement)),
            "query"));
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
  take_failure (statement);
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

gboolean
dolen_statement_copy_blob (DolenStatement *statement, int column, guint8 *out, gsize size)
{
  gsize n = 0;
  const void *blob = dolen_statement_get_blob (statement, column, &n);

  if (blob == NULL || n != size)
    return FALSE;
  memcpy (out, blob, size);
  return TRUE;
}
