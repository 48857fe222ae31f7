/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-import-before.h"

#include "directory/dolen-record-rows.h"

void
dolen_before_free (DolenBefore *before)
{
  if (before == NULL)
    return;
  g_free (before->kind);
  g_free (before->uid);
  g_free (before->difference);
  g_free (before);
}

/* Finds out by the table, not by a list in memory: what is rolled back with a refused record is not
 * kept either. */
static gboolean
is_kept (DolenDirectory *dir, gint64 history, const char *uid, gboolean *kept, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir, "SELECT 1 FROM import_before WHERE history = ? AND record_uid = ?", &row, error))
    return FALSE;
  dolen_row_put_int (&row, history);
  dolen_row_put_text (&row, uid);
  if (!dolen_statement_step (row.statement, kept, error))
    return FALSE;
  dolen_statement_reset (row.statement);
  return TRUE;
}

static gboolean
insert (DolenDirectory *dir,
        gint64 history,
        const char *kind,
        const char *uid,
        json_object *record,
        GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT INTO import_before (history, kind, record_uid, before)"
                            " VALUES (?, ?, ?, ?)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, history);
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, record != NULL ? json_object_to_json_string (record) : NULL);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_import_before_keep (
    DolenDirectory *dir, gint64 history, const char *kind, const char *uid, GError **error)
{
  g_autoptr (GError) failed = NULL;
  json_object *record;
  gboolean kept = FALSE, ok;

  if (!is_kept (dir, history, uid, &kept, error))
    return FALSE;
  if (kept)
    return TRUE;
  record = dolen_record_rows_read (dir, kind, uid, &failed);
  if (failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  ok = insert (dir, history, kind, uid, record, error);
  json_object_put (record);
  return ok;
}

static void
take_before (DolenRow *row, gpointer list)
{
  DolenBefore *before = g_new0 (DolenBefore, 1);

  before->kind = dolen_row_take_text (row);
  before->uid = dolen_row_take_text (row);
  before->difference = dolen_row_take_text (row);
  g_ptr_array_add (list, before);
}

GPtrArray *
dolen_import_before_list (DolenDirectory *dir, gint64 history, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_before_free);

  return dolen_directory_each (dir,
                               "SELECT kind, record_uid, before FROM import_before"
                               " WHERE history = ?1 ORDER BY id",
                               history,
                               take_before,
                               list,
                               error)
             ? g_steal_pointer (&list)
             : NULL;
}

/* (transfer full) (nullable): NULL where the record is as it was, or gone. */
static char *
compare (DolenDirectory *dir, const DolenBefore *before, GError **error)
{
  json_object *old = json_tokener_parse (before->difference);
  json_object *now = dolen_record_rows_read (dir, before->kind, before->uid, error);
  json_object *difference
      = old != NULL && now != NULL ? dolen_record_rows_difference (before->kind, old, now) : NULL;
  char *json = difference != NULL ? g_strdup (json_object_to_json_string (difference)) : NULL;

  json_object_put (difference);
  json_object_put (now);
  json_object_put (old);
  return json;
}

static gboolean
write_difference (
    DolenDirectory *dir, gint64 history, const char *uid, const char *difference, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          difference != NULL
              ? "UPDATE import_before SET before = ?3 WHERE history = ?1 AND record_uid = ?2"
              : "DELETE FROM import_before WHERE history = ?1 AND record_uid = ?2",
          &row,
          error))
    return FALSE;
  dolen_row_put_int (&row, history);
  dolen_row_put_text (&row, uid);
  if (difference != NULL)
    dolen_row_put_text (&row, difference);
  return dolen_statement_run (row.statement, error);
}

static void
take_changed (DolenRow *row, gpointer list)
{
  DolenBefore *before = g_new0 (DolenBefore, 1);

  before->kind = dolen_row_take_text (row);
  before->uid = dolen_row_take_text (row);
  g_ptr_array_add (list, before);
}

static gboolean
finish_one (DolenDirectory *dir, gint64 history, DolenBefore *before, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *difference = NULL;
  DolenRow row;
  gboolean found = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT before FROM import_before WHERE history = ? AND record_uid = ?",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, history);
  dolen_row_put_text (&row, before->uid);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  before->difference = found ? dolen_statement_dup_text (row.statement, 0) : NULL;
  dolen_statement_reset (row.statement);
  difference = compare (dir, before, &failed);
  if (failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  return write_difference (dir, history, before->uid, difference, error);
}

static gboolean
let_go_of_old (DolenDirectory *dir, gint64 history, GError **error)
{
  return dolen_directory_run (
      dir,
      "DELETE FROM import_before WHERE history IN (SELECT h.id FROM history h"
      " WHERE h.act = 'import' AND h.record_uid = (SELECT record_uid FROM history WHERE id = ?1)"
      " ORDER BY h.id DESC LIMIT -1 OFFSET " G_STRINGIFY (DOLEN_IMPORTS_KEPT) ")",
      history,
      error);
}

gboolean
dolen_import_before_finish (DolenDirectory *dir, gint64 history, GError **error)
{
  g_autoptr (GPtrArray) changed
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_before_free);

  if (!dolen_directory_each (dir,
                             "SELECT kind, record_uid FROM import_before"
                             " WHERE history = ?1 AND before IS NOT NULL ORDER BY id",
                             history,
                             take_changed,
                             changed,
                             error))
    return FALSE;
  for (guint i = 0; i < changed->len; i++) {
    DolenBefore *before = g_ptr_array_index (changed, i);
    if (!finish_one (dir, history, before, error))
      return FALSE;
    g_clear_pointer (&before->difference, g_free);
  }
  return let_go_of_old (dir, history, error);
}
