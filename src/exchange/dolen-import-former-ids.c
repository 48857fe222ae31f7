/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "format/dolen-json-value.h"

#include <string.h>

/*
 * A feed under another name: its records have ids of their own, and most of them are those of one
 * source. A short one ("12") occurs everywhere and is a sign only beside the name.
 */

#define FEW 3
#define TELLING 16 /* characters */

/* What is compared with one source. */
typedef struct {
  GHashTable *names; /* id -> name, "" not known */
  guint known;
} Comparing;

/* (transfer full) (nullable): of a service that stands by itself. */
static char *
name_of (json_object *record, const char *id)
{
  g_autofree char *own = dolen_json_get_line (record, "id");

  return g_strcmp0 (own, id) == 0 ? dolen_json_get_line (record, "name") : NULL;
}

static gboolean
has_name (const char *json, const char *id, const char *name)
{
  json_object *record = json_tokener_parse (json);
  g_autofree char *last = name_of (record, id);

  json_object_put (record);
  return last != NULL && dolen_names_compare (name, last) != DOLEN_NAMES_DIFFER;
}

static void
compare_record (const DolenSourceRecord *record, gboolean gone, gpointer user_data)
{
  Comparing *comparing = user_data;
  const char *name = g_hash_table_lookup (comparing->names, record->foreign_id);

  comparing->known += name != NULL
                      && (strlen (record->foreign_id) >= TELLING
                          || (*name != '\0' && has_name (record->json, record->foreign_id, name)));
}

static void
add_names (GHashTable *names, const DolenJsonItem *item)
{
  g_autoptr (GPtrArray) keys = dolen_read_keys (item->value, item->container);

  for (guint i = 0; i < keys->len; i++) {
    const DolenRecordKey *key = keys->pdata[i];
    char *name;

    if (strcmp (key->kind, "service") != 0)
      continue;
    name = name_of (item->value, key->id);
    g_hash_table_replace (names, g_strdup (key->id), name != NULL ? name : g_strdup (""));
  }
}

/* @given: (inout) (nullable): what stands in a file as its source. */
static gboolean
read_file (
    GHashTable *names, char **given, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenRecordStream) stream = dolen_record_stream_new (path, NULL);
  DolenJsonItem item;

  do {
    if (!dolen_record_stream_next (stream, &item, cancellable, error))
      return FALSE;
    if (item.kind == DOLEN_JSON_RECORD)
      add_names (names, &item);
  } while (item.kind != DOLEN_JSON_END);
  if (*given == NULL)
    *given = g_strdup (dolen_import_envelope_name (stream));
  return TRUE;
}

/* What cannot be read has no former: the import tells where and why. */
static gboolean
read_names (GHashTable *names,
            char **given,
            const GPtrArray *files,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) failed = NULL;

  for (guint i = 0; i < files->len && failed == NULL; i++)
    read_file (names, given, files->pdata[i], cancellable, &failed);
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (failed != NULL)
    g_hash_table_remove_all (names);
  return TRUE;
}

/* It says itself whose it is, and comes in as that whatever its file is called. */
static gboolean
has_source (DolenDirectory *directory, const char *given)
{
  g_autoptr (DolenSource) source
             = given != NULL ? dolen_directory_find_source (directory, given, NULL) : NULL;

  return source != NULL;
}

gboolean
dolen_import_find_former_by_ids (DolenDirectory *directory,
                                 const GPtrArray *files,
                                 DolenImportFormer *former,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (directory, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *given = NULL;

  if (sources == NULL
      || (sources->len > 0 && !read_names (names, &given, files, cancellable, error)))
    return FALSE;
  if (has_source (directory, given))
    return TRUE;
  for (guint i = 0; i < sources->len && g_hash_table_size (names) >= FEW; i++) {
    const DolenSource *source = sources->pdata[i];
    Comparing comparing = { names, 0 };

    if (g_strcmp0 (source->kind, "feed") == 0)
      continue;
    if (!dolen_directory_each_source_record (
            directory, source->uid, "service", TRUE, compare_record, &comparing, error))
      return FALSE;
    if (comparing.known < FEW || comparing.known * 2 < g_hash_table_size (names)
        || comparing.known <= former->known)
      continue;
    g_free (former->name);
    former->name = g_strdup (source->name);
    former->known = comparing.known;
    former->rows = g_hash_table_size (names);
  }
  return TRUE;
}
