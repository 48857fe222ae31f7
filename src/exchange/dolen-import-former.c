/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-error.h"
#include "directory/privacy/dolen-made-id-prefixes.h"
#include "exchange/files/dolen-csv-columns.h"
#include "exchange/files/dolen-csv-record.h"
#include "exchange/files/dolen-file-kind.h"

#include <glib/gi18n-lib.h>

/* Of fewer rows that are known, the source must have no more than twice as many. */
#define FEW 3

/* What is compared with one source. */
typedef struct {
  DolenDirectory *directory;
  DolenImportScan *scan;
  GHashTable *stored; /* id -> DolenRowSigns */
  guint known, present;
} Comparing;

/* A number of the table's own is a sign only beside the name: every table counts from 1. */
static void
compare_record (const DolenSourceRecord *record, gboolean gone, gpointer user_data)
{
  Comparing *comparing = user_data;
  const char *id
      = dolen_import_scan_plain_id (comparing->scan, comparing->directory, record->foreign_id);
  const DolenRowSigns *row = g_hash_table_lookup (comparing->scan->rows, id);
  DolenRowSigns *last;

  comparing->present += !gone;
  if (!row && !g_str_has_prefix (id, DOLEN_MADE_ID) && !g_str_has_prefix (id, DOLEN_HIDDEN_ID))
    return;
  last = dolen_row_signs_parse (id, record->json);
  if (!last)
    return;
  last->gone = gone;
  if (row && dolen_names_compare (row->name, last->name) != DOLEN_NAMES_DIFFER)
    comparing->known++;
  g_hash_table_replace (comparing->stored, last->id, last);
}

/* How many rows of the table the source knows, and whether that is most of them. */
static gboolean
compare_source (DolenDirectory *directory,
                const DolenSource *source,
                DolenImportScan *scan,
                guint *known,
                gboolean *most,
                GError **error)
{
  g_autoptr (GHashTable) stored = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) dolen_row_signs_free);
  g_autoptr (GPtrArray) rows = dolen_import_scan_rows (scan);
  g_auto (DolenAgain) again = { 0 };
  Comparing comparing = { directory, scan, stored, 0, 0 };

  if (!dolen_directory_each_source_record (
          directory, source->uid, "service", TRUE, compare_record, &comparing, error))
    return FALSE;
  dolen_again_init (&again);
  dolen_again_find_rows (&again, rows, stored, comparing.present);
  *known = comparing.known + again.services->len;
  *most = *known * 2 > rows->len && (*known >= FEW || *known * 2 >= comparing.present);
  return TRUE;
}

static void
scan_free (gpointer data)
{
  dolen_import_scan_clear (data);
  g_free (data);
}

/* The files as the source remembers their columns; (nullable) where that cannot be read. */
static DolenImportScan *
scan_as (GHashTable *scans, GPtrArray *files, const char *columns, GCancellable *cancellable)
{
  const char *key = columns ? columns : "";
  DolenImportScan *scan = g_hash_table_lookup (scans, key);
  DolenImportSteps steps = { 0 };

  if (scan)
    return scan->rows ? scan : NULL;
  scan = g_new0 (DolenImportScan, 1);
  scan->columns = g_strdup (columns);
  if (!dolen_import_scan (scan, files, &steps, cancellable, NULL))
    g_clear_pointer (&scan->rows, g_hash_table_unref);
  g_hash_table_insert (scans, g_strdup (key), scan);
  return scan->rows ? scan : NULL;
}

/* Rows of tables are laid beside what they said before; other records have ids to be known by. */
static gboolean
are_tables (const GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (dolen_file_content (files->pdata[i]) != DOLEN_FILE_CSV)
      return FALSE;
  return TRUE;
}

static gboolean
look_through (DolenDirectory *directory,
              GPtrArray *files,
              const char *columns,
              DolenImportFormer *former,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (directory, error);
  g_autoptr (GHashTable) scans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, scan_free);

  for (guint i = 0; sources && i < sources->len; i++) {
    const DolenSource *source = sources->pdata[i];
    g_autofree char *remembered = dolen_csv_columns_of_settings (source->settings);
    DolenImportScan *scan = scan_as (scans, files, remembered ? remembered : columns, cancellable);
    gboolean most = FALSE;
    guint known = 0;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (g_strcmp0 (source->kind, "feed") == 0 || !scan)
      continue;
    if (!compare_source (directory, source, scan, &known, &most, error))
      return FALSE;
    if (!most || known <= former->known)
      continue;
    g_free (former->name);
    former->name = g_strdup (source->name);
    former->known = known;
    former->rows = g_hash_table_size (scan->rows);
  }
  return sources != NULL;
}

gboolean
dolen_import_find_former (DolenDirectory *directory,
                          const char *const *paths,
                          gsize n_paths,
                          const char *columns,
                          DolenImportFormer *former,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) files = dolen_import_files (paths, n_paths, error);
  g_autofree char *name = NULL;
  g_autoptr (DolenSource) source = NULL;
  g_autoptr (GError) failed = NULL;

  *former = (DolenImportFormer){ 0 };
  if (!files)
    return FALSE;
  name = dolen_import_source_name (paths, n_paths, NULL);
  source = dolen_directory_find_source (directory, name, &failed);
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (source)
    return TRUE;
  if (!are_tables (files))
    return dolen_import_find_former_by_ids (directory, files, former, cancellable, error);
  return look_through (directory, files, columns, former, cancellable, error);
}

void
dolen_import_former_clear (DolenImportFormer *former)
{
  g_clear_pointer (&former->name, g_free);
}
