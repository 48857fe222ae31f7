/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge-list.h"

#include "directory/dolen-directory-private.h"
#include "directory/dolen-edit-record.h"
#include "format/dolen-json-value.h"

void
dolen_merge_entry_free (DolenMergeEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->who);
  g_free (entry->kind);
  g_free (entry->kept_uid);
  g_free (entry->gone_uid);
  dolen_bilingual_clear (&entry->kept_name);
  dolen_bilingual_clear (&entry->gone_name);
  g_free (entry);
}

static DolenMergeEntry *
read_row (DolenRow *row)
{
  DolenMergeEntry *entry = g_new0 (DolenMergeEntry, 1);
  g_autofree char *after = NULL;
  json_object *all;

  entry->id = dolen_row_take_int (row);
  entry->at = dolen_row_take_int (row);
  entry->who = dolen_row_take_text (row);
  entry->kind = dolen_row_take_text (row);
  entry->kept_uid = dolen_row_take_text (row);
  after = dolen_row_take_text (row);
  entry->undone = dolen_row_take_int (row) != 0;
  all = after != NULL ? json_tokener_parse (after) : NULL;
  entry->gone_uid = dolen_json_get_line (all, "gone");
  json_object_put (all);
  return entry;
}

/* Of a record that is not there any more there is no name. */
static void
read_name (DolenDirectory *dir, const char *kind, const char *uid, DolenBilingual *name)
{
  g_auto (DolenEditRecord) record = { 0 };

  if (uid != NULL && dolen_edit_record_load (dir, kind, uid, &record, NULL))
    dolen_bilingual_copy (name, dolen_field_get_bilingual (kind, record.record, "name_en"));
}

GPtrArray *
dolen_merge_list (DolenDirectory *dir, GError **error)
{
  g_autoptr (GPtrArray) entries
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_merge_entry_free);
  gboolean more = TRUE;
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "SELECT h.id, h.at, h.who, h.kind, h.record_uid, h.after,"
                            " EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id)"
                            " FROM history h WHERE h.act = 'merge' ORDER BY h.id DESC",
                            &row,
                            error))
    return NULL;
  while (more) {
    if (!dolen_statement_step (row.statement, &more, error))
      return NULL;
    row.n = 0;
    if (more)
      g_ptr_array_add (entries, read_row (&row));
  }
  for (guint i = 0; i < entries->len; i++) {
    DolenMergeEntry *entry = g_ptr_array_index (entries, i);

    read_name (dir, entry->kind, entry->kept_uid, &entry->kept_name);
    read_name (dir, entry->kind, entry->gone_uid, &entry->gone_name);
  }
  return g_steal_pointer (&entries);
}
