/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-harvest-private.h"

#include "exchange/dolen-dialect.h"
#include "exchange/feeds/dolen-json-array-file.h"
#include "format/dolen-json-value.h"

/*
 * A feed of changes (RPDE, openactive.io/realtime-paged-data-exchange): the same record may come
 * several times, the last time counts, and "deleted" is a state like any other.
 */

typedef struct {
  GHashTable *last; /* id -> number of the record that said it last */
  guint n;
  DolenJsonArrayFile *file; /* in the second reading */
  guint kept;
} Changes;

static gboolean
note_last (json_object *record, const char *container, gpointer user_data, GError **error)
{
  Changes *changes = user_data;
  char *id = dolen_json_get_line (record, "id");

  (void) container;
  (void) error;
  changes->n++;
  if (id != NULL)
    g_hash_table_replace (changes->last, id, GUINT_TO_POINTER (changes->n));
  return TRUE;
}

static gboolean
write_last (json_object *record, const char *container, gpointer user_data, GError **error)
{
  Changes *changes = user_data;
  g_autofree char *id = dolen_json_get_line (record, "id");
  gboolean deleted = FALSE;

  (void) container;
  changes->n++;
  if (id != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (changes->last, id)) != changes->n)
    return TRUE;
  dolen_dialect_unwrap (record, &deleted);
  if (deleted)
    return TRUE;
  changes->kept++;
  return dolen_json_array_file_add (changes->file, dolen_json_normal (record, NULL), error);
}

gboolean
dolen_harvest_compact_changes (const DolenHarvestOptions *options,
                               const DolenHarvestState *state,
                               DolenHarvest *harvest,
                               GError **error)
{
  g_autofree char *path = g_build_filename (options->folder, "changes.json", NULL);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Changes changes = { .last = last };
  g_autoptr (DolenJsonArrayFile) file = NULL;

  if (!dolen_harvest_each_record (options, state, note_last, &changes, error))
    return FALSE;
  file = dolen_json_array_file_new (path, error);
  changes.n = 0;
  changes.file = file;
  if (file == NULL || !dolen_harvest_each_record (options, state, write_last, &changes, error)
      || !dolen_json_array_file_finish (file, error))
    return FALSE;
  harvest->n_records = changes.kept;
  g_ptr_array_set_size (harvest->files, 0);
  g_ptr_array_add (harvest->files, g_steal_pointer (&path));
  return TRUE;
}
