/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-not-same.h"

#include "base/dolen-time.h"
#include "directory/dolen-edit-json.h"
#include "directory/dolen-history.h"

/* @other goes with the entry as its value, @one is its record. */
static gboolean
tell_apart (DolenDirectory *dir,
            const char *kind,
            const char *one,
            const char *other,
            const char *who,
            GError **error)
{
  g_autofree char *today = dolen_date_today ();
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT OR IGNORE INTO not_same (kind, one, other, who, on_date)"
                            " VALUES (?1, ?2, ?3, ?4, ?5)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, one);
  dolen_row_put_text (&row, other);
  dolen_row_put_text (&row, who);
  dolen_row_put_text (&row, today);
  return dolen_statement_run (row.statement, error);
}

static gboolean
forget (DolenDirectory *dir, const char *kind, const char *one, const char *other, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir, "DELETE FROM not_same WHERE kind = ?1 AND one = ?2 AND other = ?3", &row, error))
    return FALSE;
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, one);
  dolen_row_put_text (&row, other);
  return dolen_statement_run (row.statement, error);
}

gint64
dolen_not_same_set (DolenDirectory *dir,
                    const char *kind,
                    const char *one,
                    const char *other,
                    const char *who,
                    GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autofree char *after = dolen_edit_json_value (other, NULL);
  DolenHistoryEntry entry = { .who = (char *) who,
                              .act = (char *) "not-same",
                              .kind = (char *) kind,
                              .record_uid = (char *) one,
                              .field = (char *) DOLEN_EDIT_NOT_SAME,
                              .after = after };
  gint64 id;

  if (transaction == NULL || !tell_apart (dir, kind, one, other, who, error))
    return 0;
  id = dolen_history_add (dir, &entry, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

gboolean
dolen_not_same_undo (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error)
{
  g_autofree char *other = NULL;

  /* An undo that is undone: they are two again. */
  if (entry->after == NULL)
    return dolen_edit_json_read_value (entry->before, &other, NULL)
           && tell_apart (dir, entry->kind, entry->record_uid, other, entry->who, error);
  return dolen_edit_json_read_value (entry->after, &other, NULL)
         && forget (dir, entry->kind, entry->record_uid, other, error);
}
