/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

#include "base/dolen-id.h"

#include <math.h>

void
dolen_row_put_text (DolenRow *row, const char *text)
{
  dolen_statement_bind_text (row->statement, ++row->n, text);
}

void
dolen_row_put_int (DolenRow *row, gint64 value)
{
  dolen_statement_bind_int64 (row->statement, ++row->n, value);
}

void
dolen_row_put_known (DolenRow *row, gint64 value)
{
  dolen_statement_bind_known (row->statement, ++row->n, value);
}

void
dolen_row_put_bilingual (DolenRow *row, const DolenBilingual *text)
{
  dolen_row_put_text (row, text->en);
  dolen_row_put_text (row, dolen_text_state_code (text->en_state));
  dolen_row_put_text (row, text->cy);
  dolen_row_put_text (row, dolen_text_state_code (text->cy_state));
}

char *
dolen_row_take_text (DolenRow *row)
{
  return dolen_statement_dup_text (row->statement, row->n++);
}

const char *
dolen_row_peek_text (DolenRow *row)
{
  return dolen_statement_get_text (row->statement, row->n++);
}

gint64
dolen_row_take_int (DolenRow *row)
{
  return dolen_statement_get_int64 (row->statement, row->n++);
}

gint64
dolen_row_take_known (DolenRow *row)
{
  return dolen_statement_get_known (row->statement, row->n++);
}

double
dolen_row_take_double (DolenRow *row)
{
  int column = row->n++;

  if (dolen_statement_is_null (row->statement, column))
    return NAN;
  return dolen_statement_get_double (row->statement, column);
}

void
dolen_row_take_bilingual (DolenRow *row, DolenBilingual *text)
{
  int n = row->n;

  row->n += 4;
  dolen_bilingual_load (
      text,
      dolen_statement_get_text (row->statement, n),
      dolen_text_state_from_code (dolen_statement_get_text (row->statement, n + 1)),
      dolen_statement_get_text (row->statement, n + 2),
      dolen_text_state_from_code (dolen_statement_get_text (row->statement, n + 3)));
}

DolenStatement *
dolen_directory_statement (DolenDirectory *dir, const char *sql, GError **error)
{
  DolenStatement *statement = g_hash_table_lookup (dir->statements, sql);

  if (statement == NULL) {
    statement = dolen_db_prepare (dir->db, sql, error);
    if (statement != NULL)
      g_hash_table_insert (dir->statements, (gpointer) sql, statement);
  }
  return statement;
}

gboolean
dolen_directory_row (DolenDirectory *dir, const char *sql, DolenRow *row, GError **error)
{
  row->statement = dolen_directory_statement (dir, sql, error);
  row->n = 0;
  return row->statement != NULL;
}

gboolean
dolen_directory_find_id (
    DolenDirectory *dir, const char *sql, const char *uid, gint64 *id, GError **error)
{
  DolenStatement *statement = dolen_directory_statement (dir, sql, error);
  gboolean row = FALSE;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_text (statement, 1, uid);
  if (!dolen_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = dolen_statement_get_int64 (statement, 0);
  dolen_statement_reset (statement);
  return TRUE;
}

gboolean
dolen_directory_run (DolenDirectory *dir, const char *sql, gint64 id, GError **error)
{
  DolenStatement *statement = dolen_directory_statement (dir, sql, error);

  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_int64 (statement, 1, id);
  return dolen_statement_run (statement, error);
}

gboolean
dolen_directory_each (DolenDirectory *dir,
                      const char *sql,
                      gint64 id,
                      DolenRowFunc func,
                      gpointer user_data,
                      GError **error)
{
  DolenRow row = { dolen_directory_statement (dir, sql, error), 0 };
  gboolean more = FALSE;

  if (row.statement == NULL)
    return FALSE;
  dolen_statement_bind_int64 (row.statement, 1, id);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return TRUE;
    row.n = 0;
    func (&row, user_data);
  }
  return FALSE;
}

void
dolen_ensure_uid (char **uid)
{
  if (*uid == NULL)
    *uid = dolen_id_new ();
}
