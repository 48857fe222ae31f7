/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-sources.h"

DolenSource *
dolen_source_new (void)
{
  return g_new0 (DolenSource, 1);
}

void
dolen_source_free (DolenSource *source)
{
  if (source == NULL)
    return;
  g_free (source->uid);
  g_free (source->name);
  g_free (source->address);
  g_free (source->dialect);
  g_free (source);
}

static void
take_source (DolenRow *row, gpointer sources)
{
  DolenSource *source = dolen_source_new ();

  source->id = dolen_row_take_int (row);
  source->uid = dolen_row_take_text (row);
  source->name = dolen_row_take_text (row);
  source->address = dolen_row_take_text (row);
  source->dialect = dolen_row_take_text (row);
  source->first_import_at = dolen_row_take_int (row);
  source->last_import_at = dolen_row_take_int (row);
  source->complete = dolen_row_take_int (row) != 0;
  g_ptr_array_add (sources, source);
}

GPtrArray *
dolen_directory_list_sources (DolenDirectory *dir, GError **error)
{
  g_autoptr (GPtrArray) sources
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_source_free);

  if (!dolen_directory_each (dir,
                             "SELECT id, uid, name, address, dialect, first_import_at,"
                             " last_import_at, complete FROM source WHERE id > ?1"
                             " ORDER BY name COLLATE NOCASE, id",
                             0,
                             take_source,
                             sources,
                             error))
    return NULL;
  return g_steal_pointer (&sources);
}

DolenSource *
dolen_directory_find_source (DolenDirectory *dir, const char *name, GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (dir, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; sources != NULL && i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);
    g_autofree char *folded = g_utf8_casefold (source->name, -1);

    if (g_str_equal (folded, wanted))
      return g_ptr_array_steal_index (sources, i);
  }
  return NULL;
}

gboolean
dolen_store_source (DolenDirectory *dir, DolenSource *source, gint64 now, GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&source->uid);
  if (!dolen_directory_row (
          dir,
          "INSERT INTO source (uid, name, address, dialect, first_import_at, last_import_at,"
          " complete) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6) ON CONFLICT (uid) DO UPDATE SET"
          " name = excluded.name, address = excluded.address, dialect = excluded.dialect,"
          " last_import_at = excluded.last_import_at, complete = excluded.complete",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, source->uid);
  dolen_row_put_text (&row, source->name);
  dolen_row_put_text (&row, source->address);
  dolen_row_put_text (&row, source->dialect);
  dolen_row_put_int (&row, now);
  dolen_row_put_int (&row, source->complete);
  return dolen_statement_run (row.statement, error)
         && dolen_directory_find_id (
             dir, "SELECT id FROM source WHERE uid = ?1", source->uid, &source->id, error);
}

char *
dolen_directory_find_by_source (DolenDirectory *dir,
                                const char *source_uid,
                                const char *kind,
                                const char *foreign_id,
                                GError **error)
{
  DolenRow row;
  gboolean found = FALSE;
  char *uid = NULL;

  if (!dolen_directory_row (dir,
                            "SELECT record_uid FROM source_record WHERE source ="
                            " (SELECT id FROM source WHERE uid = ?) AND kind = ?"
                            " AND foreign_id = ?",
                            &row,
                            error))
    return NULL;
  dolen_row_put_text (&row, source_uid);
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, foreign_id);
  if (!dolen_statement_step (row.statement, &found, error) || !found)
    return NULL;
  uid = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return uid;
}

char *
dolen_directory_get_source_json (DolenDirectory *dir, const char *record_uid, GError **error)
{
  DolenRow row;
  gboolean found = FALSE;
  char *json = NULL;

  if (!dolen_directory_row (
          dir, "SELECT json FROM source_record WHERE record_uid = ?", &row, error))
    return NULL;
  dolen_row_put_text (&row, record_uid);
  if (!dolen_statement_step (row.statement, &found, error) || !found)
    return NULL;
  json = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return json;
}
