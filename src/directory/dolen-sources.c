/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-sources.h"

#include "base/dolen-time.h"
#include "directory/privacy/dolen-made-ids.h"

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
  g_free (source->kind);
  g_free (source->settings);
  g_free (source);
}

DolenSource *
dolen_source_copy (const DolenSource *source)
{
  DolenSource *copy = g_memdup2 (source, sizeof *copy);

  copy->uid = g_strdup (source->uid);
  copy->name = g_strdup (source->name);
  copy->address = g_strdup (source->address);
  copy->dialect = g_strdup (source->dialect);
  copy->kind = g_strdup (source->kind);
  copy->settings = g_strdup (source->settings);
  return copy;
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
  source->kind = dolen_row_take_text (row);
  source->settings = dolen_row_take_text (row);
  source->refreshed_at = dolen_row_take_int (row);
  g_ptr_array_add (sources, source);
}

GPtrArray *
dolen_directory_list_sources (DolenDirectory *dir, GError **error)
{
  g_autoptr (GPtrArray) sources
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_source_free);

  if (!dolen_directory_each (dir,
                             "SELECT id, uid, name, address, dialect, first_import_at,"
                             " last_import_at, complete, kind, settings, refreshed_at"
                             " FROM source WHERE id > ?1"
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

static gboolean
insert_source (DolenDirectory *dir, DolenSource *source, GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&source->uid);
  if (!dolen_directory_row (dir,
                            "INSERT INTO source (uid, name, address, dialect, complete, kind,"
                            " settings) VALUES (?1, ?2, ?3, ?4, ?5, coalesce (?6, 'file'), ?7)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, source->uid);
  dolen_row_put_text (&row, source->name);
  dolen_row_put_text (&row, source->address);
  dolen_row_put_text (&row, source->dialect);
  dolen_row_put_int (&row, source->complete);
  dolen_row_put_text (&row, source->kind);
  dolen_row_put_text (&row, source->settings);
  if (!dolen_statement_run (row.statement, error))
    return FALSE;
  source->id = dolen_db_last_id (dir->db);
  return TRUE;
}

static gboolean
update_source (DolenDirectory *dir, const DolenSource *source, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          "UPDATE source SET name = ?2, address = ?3, dialect = ?4, complete = ?5,"
          " kind = coalesce (?6, kind), settings = coalesce (?7, settings)"
          " WHERE uid = ?1 AND (name IS NOT ?2 OR address IS NOT ?3 OR dialect IS NOT ?4"
          " OR complete <> ?5 OR kind <> coalesce (?6, kind)"
          " OR settings IS NOT coalesce (?7, settings))",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, source->uid);
  dolen_row_put_text (&row, source->name);
  dolen_row_put_text (&row, source->address);
  dolen_row_put_text (&row, source->dialect);
  dolen_row_put_int (&row, source->complete);
  dolen_row_put_text (&row, source->kind);
  dolen_row_put_text (&row, source->settings);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_store_source (DolenDirectory *dir, DolenSource *source, GError **error)
{
  if (!dolen_directory_find_id (
          dir, "SELECT id FROM source WHERE uid = ?1", source->uid, &source->id, error))
    return FALSE;
  return source->id > 0 ? update_source (dir, source, error) : insert_source (dir, source, error);
}

gboolean
dolen_store_import_time (DolenDirectory *dir, gint64 source, gint64 at, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "UPDATE source SET last_import_at = ?2,"
                            " first_import_at = coalesce (first_import_at, ?2) WHERE id = ?1",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, source);
  dolen_row_put_int (&row, at);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_directory_note_read (DolenDirectory *dir, const char *source_uid, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, "UPDATE source SET refreshed_at = ?2 WHERE uid = ?1", &row, error))
    return FALSE;
  dolen_row_put_text (&row, source_uid);
  dolen_row_put_int (&row, dolen_time_now ());
  return dolen_statement_run (row.statement, error);
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
  g_autofree char *hidden = NULL;
  char *uid = NULL;

  if (!dolen_made_id_find_hidden (dir, foreign_id, &hidden, error)
      || !dolen_directory_row (dir,
                               "SELECT record_uid FROM source_record WHERE source ="
                               " (SELECT id FROM source WHERE uid = ?) AND kind = ?"
                               " AND foreign_id IN (?, ?)",
                               &row,
                               error))
    return NULL;
  dolen_row_put_text (&row, source_uid);
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, foreign_id);
  dolen_row_put_text (&row, hidden);
  if (!dolen_statement_step (row.statement, &found, error) || !found)
    return NULL;
  uid = dolen_statement_dup_text (row.statement, 0);
  dolen_statement_reset (row.statement);
  return uid;
}

char *
dolen_directory_get_source_json (DolenDirectory *dir,
                                 const char *source_uid,
                                 const char *kind,
                                 const char *foreign_id,
                                 char **hash,
                                 GError **error)
{
  DolenRow row;
  gboolean found = FALSE;
  g_autofree char *hidden = NULL;
  char *json;

  if (!dolen_made_id_find_hidden (dir, foreign_id, &hidden, error)
      || !dolen_directory_row (dir,
                               "SELECT json, hash FROM source_record WHERE source ="
                               " (SELECT id FROM source WHERE uid = ?) AND kind = ?"
                               " AND foreign_id IN (?, ?)",
                               &row,
                               error))
    return NULL;
  dolen_row_put_text (&row, source_uid);
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, foreign_id);
  dolen_row_put_text (&row, hidden);
  if (!dolen_statement_step (row.statement, &found, error) || !found)
    return NULL;
  json = dolen_statement_dup_text (row.statement, 0);
  if (hash != NULL)
    *hash = dolen_statement_dup_text (row.statement, 1);
  dolen_statement_reset (row.statement);
  return json;
}

gboolean
dolen_directory_each_source_record (DolenDirectory *dir,
                                    const char *source_uid,
                                    const char *kind,
                                    gboolean with_json,
                                    DolenSourceRecordFunc func,
                                    gpointer user_data,
                                    GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      dir->db,
      with_json ? "SELECT foreign_id, record_uid, gone_since IS NOT NULL, json FROM source_record"
                  " WHERE source = (SELECT id FROM source WHERE uid = ?1) AND kind = ?2"
                : "SELECT foreign_id, record_uid, gone_since IS NOT NULL FROM source_record"
                  " WHERE source = (SELECT id FROM source WHERE uid = ?1) AND kind = ?2",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_text (statement, 1, source_uid);
  dolen_statement_bind_text (statement, 2, kind);
  while (dolen_statement_step (statement, &row, error)) {
    DolenSourceRecord record = { .kind = kind };

    if (!row)
      return TRUE;
    record.foreign_id = dolen_statement_get_text (statement, 0);
    record.record_uid = dolen_statement_get_text (statement, 1);
    record.json = with_json ? dolen_statement_get_text (statement, 3) : NULL;
    func (&record, dolen_statement_get_int64 (statement, 2) != 0, user_data);
  }
  return FALSE;
}
