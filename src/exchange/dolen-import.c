/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-work.h"
#include "exchange/files/dolen-enrich.h"
#include "exchange/files/dolen-file-kind.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-known.h"
#include "directory/dolen-writer.h"

#include <glib/gi18n-lib.h>

static char *
say_place (gpointer data)
{
  const DolenImportPlace *place = data;

  return dolen_import_report_place (
      place->path, place->record, place->byte < 0 ? -1 : DOLEN_IMPORT_NO_BYTE);
}

static DolenOwnForm
form_of (const char *path)
{
  switch (dolen_file_kind (path)) {
  case DOLEN_FILE_CSV:
    return DOLEN_OWN_SHEET;
  case DOLEN_FILE_HSDS:
    return DOLEN_OWN_TABLES;
  default:
    return DOLEN_OWN_JSON;
  }
}

static gboolean
take_file (DolenImportWork *import, const char *path, goffset before, goffset size, GError **error)
{
  g_autoptr (DolenRecordStream) stream = dolen_record_stream_new (path, import->scan->columns);
  GHashTable *as_were = import->options->as_were;
  gboolean as_was = as_were != NULL && g_hash_table_contains (as_were, path);
  DolenJsonItem item;

  import->copy.form = form_of (path);
  import->copy.columns = NULL;
  for (;;) {
    if (!dolen_record_stream_next (stream, &item, import->options->cancellable, error))
      return FALSE;
    if (item.kind == DOLEN_JSON_END)
      return TRUE;
    if (!import->copy.columns && dolen_record_stream_columns (stream)) {
      g_ptr_array_add (import->columns,
                       dolen_csv_columns_copy (dolen_record_stream_columns (stream)));
      import->copy.columns = import->columns->pdata[import->columns->len - 1];
    }
    import->steps.records = ++import->record;
    import->place = (DolenImportPlace){ path,
                                        item.record,
                                        dolen_record_stream_has_rows (stream) ? -1 : item.byte };
    if (import->copy.form == DOLEN_OWN_SHEET)
      dolen_rows_apart_name (import->scan->apart, &item);
    dolen_import_report_note (
        import->report, path, item.record, dolen_record_stream_notes (stream));
    if (as_was ? !dolen_import_see_record (
            import->writer, &import->context, import->report, &item, error)
               : !dolen_import_take_record (import, &item, error))
      return FALSE;
    dolen_import_step (&import->steps,
                       DOLEN_IMPORT_SCANNED
                           + (DOLEN_IMPORT_WRITTEN - DOLEN_IMPORT_SCANNED)
                                 * (before + dolen_record_stream_position (stream)) / size);
  }
}

static gboolean
take_all (DolenImportWork *import, GPtrArray *files, GError **error)
{
  goffset before = 0, all = 0;

  for (guint i = 0; i < files->len; i++)
    all += dolen_record_file_size (files->pdata[i]);
  for (guint i = 0; i < files->len; i++) {
    const char *path = files->pdata[i];
    const char *sample_date = import->scan->sample_dates->pdata[i];
    import->context.sample = sample_date != NULL;
    import->context.own_word
        = import->options->given_out || dolen_file_kind (path) == DOLEN_FILE_CSV;
    import->context.bodiless = import->report->bodiless && dolen_file_kind (path) == DOLEN_FILE_CSV;
    import->context.own_file = g_hash_table_contains (import->scan->ours, path);
    import->context.shift_days
        = sample_date ? dolen_date_days_between (sample_date, import->context.today) : 0;
    if (!take_file (import, path, before, MAX (1, all), error))
      return FALSE;
    before += dolen_record_file_size (path);
  }
  return dolen_import_take_late (import, error);
}

/* A file that says only what is here leaves nothing behind, not even a source. */
static gboolean
left_anything (const DolenImportWork *import)
{
  gboolean any = FALSE;

  return !dolen_known_source_has_records (import->directory, import->context.source_uid, &any, NULL)
         || any;
}

/* How many there are now and were not before. */
static gboolean
count_clashes (DolenImportWork *import, guint before, GError **error)
{
  guint now;

  if (!dolen_directory_count_clashes (import->directory, NULL, &now, error))
    return FALSE;
  import->report->clashes = now > before ? now - before : 0;
  return TRUE;
}

static gboolean
finish (DolenImportWork *import, guint clashes, GError **error)
{
  g_autofree char *json = NULL;

  if (!count_clashes (import, clashes, error))
    return FALSE;
  if (import->complete
      && !dolen_directory_writer_mark_gone (
          import->writer, import->context.today, &import->report->gone, error))
    return FALSE;
  if (!dolen_directory_count_withheld (
          import->directory, import->context.source_uid, &import->report->withheld, error))
    return FALSE;
  dolen_import_step (&import->steps, DOLEN_IMPORT_WRITTEN);
  if (import->options->dry_run) {
    dolen_import_step (&import->steps, 1);
    return TRUE;
  }
  if (import->is_new && !left_anything (import))
    return TRUE;
  json = dolen_import_report_to_json (import->report);
  if (!dolen_directory_writer_finish (import->writer, import->options->who, json, error))
    return FALSE;
  dolen_import_step (&import->steps, 1);
  return TRUE;
}

static gboolean
write_all (DolenImportWork *import, GPtrArray *files, const DolenSource *source, GError **error)
{
  DolenDb *db = dolen_directory_get_db (import->directory);
  guint clashes;
  gboolean ok;

  if (!dolen_directory_count_clashes (import->directory, NULL, &clashes, error))
    return FALSE;
  import->writer = dolen_directory_writer_new (import->directory, source, error);
  if (!import->writer)
    return FALSE;
  import->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  import->gathering
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dolen_import_waiting_free);
  import->late = g_ptr_array_new_with_free_func (dolen_import_waiting_free);
  import->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_columns_free);
  import->copy = (DolenImportCopy){ .directory = import->directory,
                                    .writer = import->writer,
                                    .context = &import->context,
                                    .report = import->report,
                                    .is_feed = g_strcmp0 (source->kind, "feed") == 0 };
  dolen_db_set_cancellable (db, import->options->cancellable);
  ok = dolen_import_know_again (&import->before, import->writer, import->report, error)
       && take_all (import, files, error) && finish (import, clashes, error);
  /* Rolling back must not be interrupted too. */
  dolen_db_set_cancellable (db, NULL);
  dolen_directory_writer_free (import->writer);
  g_hash_table_unref (import->organisations);
  g_hash_table_unref (import->gathering);
  g_ptr_array_unref (import->late);
  g_ptr_array_unref (import->columns);
  return ok;
}

/* A whole list with nothing in it is none, whatever is accepted. */
static gboolean
is_something (const DolenImportWork *import, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!import->options->complete || import->before.present == 0
      || g_hash_table_size (import->scan->services) > 0
      || g_hash_table_size (import->scan->organisations) > 0)
    return TRUE;
  name = g_path_get_basename (path);
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: name of a file. */
               _ ("%s: There is nothing in it now. Nothing was changed."),
               name);
  return FALSE;
}

static gboolean
run (DolenImportWork *import, GPtrArray *files, const char *name, GError **error)
{
  g_autoptr (DolenSource) source
             = dolen_import_find_source (import->directory,
                                         name,
                                         files->pdata[0],
                                         dolen_dialect_code (import->scan->dialect),
                                         import->options->complete,
                                         error);
  g_autofree char *today = dolen_date_today ();
  gboolean ok;

  if (!source)
    return FALSE;
  if (import->options->columns)
    dolen_import_remember_columns (source, import->options->columns);
  if (!dolen_import_look_back (&import->before, import->directory, source->uid, import->scan, error)
      || !is_something (import, files->pdata[0], error))
    return FALSE;
  import->is_new = source->first_import_at == 0;
  import->complete = import->options->complete
                     && (import->options->accept_loss || !dolen_import_is_loss (&import->before));
  source->complete = import->complete;
  dolen_import_known_init (&import->known, import->directory, source->uid);
  import->report = dolen_import_report_new (source->uid, source->name);
  import->report->shrunk = import->options->complete && !import->complete;
  import->report->only_list = import->scan->listed > 0 && import->scan->detailed == 0;
  import->report->rows = import->scan->n_rows;
  import->report->rows_services = g_hash_table_size (import->scan->rows);
  g_ptr_array_extend_and_steal (import->report->columns,
                                g_steal_pointer (&import->scan->table_columns));
  import->report->bodiless = dolen_import_columns_are_bodiless (import->report->columns);
  import->context = (DolenReadContext){
    .source_uid = source->uid,
    .today = today,
    .gazetteer
    = import->options->gazetteer ? import->options->gazetteer : dolen_gazetteer_get_bundled (),
    .oddities = &import->report->oddities,
    .examples = &import->report->examples,
    .organisation_seen = dolen_import_organisation_seen,
    .seen_data = import,
    .known_uid = dolen_import_known_uid,
    .known_data = &import->known,
    .dialect = import->scan->dialect,
  };
  import->report->examples.where = say_place;
  import->report->examples.data = &import->place;
  ok = write_all (import, files, source, error);
  import->report->examples.where = NULL;
  import->report->examples.data = NULL;
  return ok;
}

gboolean
dolen_import_run (DolenDirectory *directory,
                  const char *const *paths,
                  gsize n_paths,
                  const DolenImportOptions *options,
                  DolenImportReport **report,
                  GError **error)
{
  static const DolenImportOptions none;
  g_autoptr (GPtrArray) files = dolen_import_files (paths, n_paths, error);
  g_auto (DolenImportScan) scan = { 0 };
  g_autofree char *name = NULL;
  g_autoptr (GError) failed = NULL;
  DolenImportWork import
      = { .directory = directory, .options = options ? options : &none, .scan = &scan };
  gboolean ok;

  if (!files)
    return FALSE;
  switch (dolen_file_content (files->pdata[0])) {
  case DOLEN_FILE_CHARITIES:
  case DOLEN_FILE_GRANTS:
    name = dolen_import_source_name (paths, n_paths, import.options->source_name);
    return dolen_enrich_run (directory, files, name, import.options, report, error);
  case DOLEN_FILE_GEOJSON:
    name = g_path_get_basename (files->pdata[0]);
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: name of a file; what is in quotes are ways to export. */
                 _ ("%s is a map file (GeoJSON), which Dolen writes for mapping programs and does "
                    "not read. Open the directory as it was exported “For another Dolen”, or as a "
                    "spreadsheet (CSV)."),
                 name);
    return FALSE;
  default:
    break;
  }
  import.steps.func = import.options->progress;
  import.steps.data = import.options->progress_data;
  scan.columns = dolen_import_find_columns (directory, import.options, paths, n_paths, &failed);
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (!dolen_import_scan (&scan, files, &import.steps, import.options->cancellable, error))
    return FALSE;
  name = import.options->source_name ? g_strdup (import.options->source_name)
                                     : dolen_import_source_name (paths, n_paths, scan.source_name);
  ok = run (&import, files, name, error);
  if (ok && report)
    *report = g_steal_pointer (&import.report);
  dolen_import_report_free (import.report);
  dolen_import_before_clear (&import.before);
  dolen_import_known_clear (&import.known);
  return ok;
}
