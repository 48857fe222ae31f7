/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-stayed.h"

#include "directory/dolen-history.h"
#include "format/dolen-json-value.h"

/* A merge may be made of merges, a call of edits: no more than that. */
#define MAX_DEPTH 4

static gboolean
add_stayed (DolenDirectory *dir, gint64 id, guint depth, GPtrArray *stayed, GError **error)
{
  g_autoptr (DolenHistoryEntry) entry = dolen_history_get (dir, id, error);
  json_object *all
      = entry != NULL && entry->after != NULL ? json_tokener_parse (entry->after) : NULL;
  json_object *list
      = json_object_is_type (all, json_type_object) ? dolen_json_get (all, "entries") : NULL;
  guint n = json_object_is_type (list, json_type_array) ? dolen_json_length (list) : 0;
  gboolean ok = entry != NULL;

  for (guint i = 0; ok && depth < MAX_DEPTH && i < n; i++)
    ok = add_stayed (
        dir, json_object_get_int64 (dolen_json_at (list, i)), depth + 1, stayed, error);
  json_object_put (all);
  if (ok && depth > 0 && n == 0 && !entry->undone)
    g_ptr_array_add (stayed, g_steal_pointer (&entry));
  return ok;
}

GPtrArray *
dolen_edit_list_stayed (DolenDirectory *dir, gint64 history_id, GError **error)
{
  g_autoptr (GPtrArray) stayed
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_history_entry_free);

  return add_stayed (dir, history_id, 0, stayed, error) ? g_steal_pointer (&stayed) : NULL;
}
