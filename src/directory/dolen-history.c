/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-history.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

void
dolen_history_entry_free (DolenHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->who);
  g_free (entry->act);
  g_free (entry->kind);
  g_free (entry->record_uid);
  g_free (entry->field);
  g_free (entry->before);
  g_free (entry->after);
  g_free (entry);
}

gint64
dolen_history_add (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  g_autofree char *uid = dolen_id_new ();
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT INTO history (uid, at, who, act, kind, record_uid, field,"
                            " before, after, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            &row,
                            error))
    return 0;
  dolen_row_put_text (&row, uid);
  dolen_row_put_int (&row, dolen_time_now ());
  dolen_row_put_text (&row, entry->who);
  dolen_row_put_text (&row, entry->act);
  dolen_row_put_text (&row, entry->kind);
  dolen_row_put_text (&row, entry->record_uid);
  dolen_row_put_text (&row, entry->field);
  dolen_row_put_text (&row, entry->before);
  dolen_row_put_text (&row, entry->after);
  dolen_row_put_known (&row, entry->undoes > 0 ? entry->undoes : -1);
  return dolen_statement_run (row.statement, error) ? dolen_db_last_id (dir->db) : 0;
}

#define SELECT_ENTRIES                                                                             \
  "SELECT h.id, h.at, h.who, h.act, h.kind, h.record_uid, h.field, h.before, h.after, h.undoes,"   \
  " EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id) FROM history h"

static void
take_entry (DolenRow *row, gpointer entries)
{
  DolenHistoryEntry *entry = g_new0 (DolenHistoryEntry, 1);

  entry->id = dolen_row_take_int (row);
  entry->at = dolen_row_take_int (row);
  entry->who = dolen_row_take_text (row);
  entry->act = dolen_row_take_text (row);
  entry->kind = dolen_row_take_text (row);
  entry->record_uid = dolen_row_take_text (row);
  entry->field = dolen_row_take_text (row);
  entry->before = dolen_row_take_text (row);
  entry->after = dolen_row_take_text (row);
  entry->undoes = dolen_row_take_int (row);
  entry->undone = dolen_row_take_int (row) != 0;
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_history_entry_free);
}

DolenHistoryEntry *
dolen_history_get (DolenDirectory *dir, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = new_entries ();

  if (!dolen_directory_each (
          dir, SELECT_ENTRIES " WHERE h.id = ?1", id, take_entry, entries, error))
    return NULL;
  if (entries->len == 1)
    return g_ptr_array_steal_index (entries, 0);
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_FOUND,
                       _ ("There is no such change in the history of the directory."));
  return NULL;
}

GPtrArray *
dolen_directory_get_history (DolenDirectory *dir,
                             const char *record_uid,
                             guint limit,
                             GError **error)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (dir,
                            SELECT_ENTRIES " WHERE ?1 IS NULL OR h.record_uid = ?1 OR h.record_uid"
                                           " IN (SELECT gone_uid FROM merged WHERE kept_uid = ?1)"
                                           " ORDER BY h.id DESC LIMIT ?2",
                            &row,
                            error))
    return NULL;
  dolen_row_put_text (&row, record_uid);
  dolen_row_put_int (&row, limit > 0 ? (gint64) limit : -1);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&entries);
    row.n = 0;
    take_entry (&row, entries);
  }
  return NULL;
}

gboolean
dolen_history_damaged (GError **error)
{
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_CORRUPT,
                       _ ("What the history keeps of this change cannot be read."));
  return FALSE;
}
