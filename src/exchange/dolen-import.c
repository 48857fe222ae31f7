/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-hidden.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "directory/dolen-writer.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where in the files a record stands, for the report. */
typedef struct {
  const char *path; /* of the list of files, which outlives the import */
  guint64 record;
  goffset byte;
} Place;

/* A service on its way into the store, with its provenance taken out of the record. */
typedef struct {
  DolenFoundService *found;
  GString *json;
  Place place;
} Waiting;

/* One import under way. */
typedef struct {
  DolenDirectory *directory;
  DolenDirectoryWriter *writer;
  const DolenImportOptions *options;
  DolenImportScan *scan;
  DolenImportReport *report;
  DolenImportSteps steps;
  DolenReadContext context;
  GHashTable *organisations; /* key of an id -> hash of what was written (char *) */
  GHashTable *gathering;     /* foreign id -> Waiting: services whose venues are still to come */
  GPtrArray *late;           /* of Waiting: services whose organisation is still to come */
  guint64 record;            /* counted over all files */
  Place place;               /* of the record being read */
} Import;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  dolen_found_service_free (waiting->found);
  g_string_free (waiting->json, TRUE);
  g_free (waiting);
}

static Waiting *
wait_for (const Import *import, DolenFoundService *found)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  gsize length;
  const char *json = dolen_json_normal (found->json, &length);

  waiting->json = g_string_new_len (json, length);
  waiting->found = found;
  waiting->place = import->place;
  found->json = NULL;
  return waiting;
}

/* For the reader: whether an organisation was read before in this import. */
static gboolean
organisation_seen (const char *foreign_id, json_object *json, gpointer user_data)
{
  Import *import = user_data;
  gint64 key = dolen_import_key (foreign_id);
  const char *before = g_hash_table_lookup (import->organisations, &key);
  g_autofree char *hash = NULL;
  const char *normal;
  gsize length;

  if (!before)
    return FALSE;
  normal = dolen_json_normal (json, &length);
  hash = dolen_import_hash (normal, length);
  if (strcmp (hash, before) != 0)
    dolen_oddities_add (&import->report->oddities, DOLEN_ODDITY_ORGANISATION_DIFFERS);
  return TRUE;
}

/* One statement of ours, kept prepared. */
static gboolean
run_kept (Import *import, const char *sql, GError **error)
{
  DolenStatement *statement = dolen_directory_statement (import->directory, sql, error);

  return statement != NULL && dolen_statement_run (statement, error);
}

/* Provenance and record together, or neither. A savepoint of kept statements: preparing two for
 * each record took a twentieth of an import. */
static gboolean
begin_part (Import *import, GError **error)
{
  return run_kept (import, "SAVEPOINT import_part", error);
}

static gboolean
end_part (Import *import, gboolean ok, GError **error)
{
  if (ok)
    return run_kept (import, "RELEASE import_part", error);
  run_kept (import, "ROLLBACK TO import_part", NULL);
  run_kept (import, "RELEASE import_part", NULL);
  return FALSE;
}

static void
refuse (Import *import, const Place *place, const char *why)
{
  dolen_import_report_refuse (import->report, place->path, place->record, place->byte, why);
}

/* What breaks a rule of the store, or is too large for it, is refused alone, and the rest goes on.
 * Control characters grow sixfold when a record is written in its normal form, so that one of 8 MB
 * may be. */
static gboolean
refuse_or_fail (Import *import, const Place *place, GError *failed, GError **error)
{
  g_autoptr (GError) owned = failed;

  if (!g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT)
      && !g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE)) {
    g_propagate_error (error, g_steal_pointer (&owned));
    return FALSE;
  }
  refuse (import, place, failed->message);
  return TRUE;
}

static gboolean
put_organisation (Import *import, DolenFoundOrganisation *found, GError **error)
{
  gint64 key = dolen_import_key (found->foreign_id);
  gsize length;
  const char *json = dolen_json_normal (found->json, &length);
  g_autofree char *hash = dolen_import_hash (json, length);
  DolenSourceRecord record
      = { "organisation", found->foreign_id, found->organisation->uid, json, hash };
  DolenRecordState state;
  GError *failed = NULL;
  gboolean ok = begin_part (import, &failed);

  ok = ok && dolen_directory_writer_put_record (import->writer, &record, &state, &failed)
       && (state == DOLEN_RECORD_UNCHANGED
           || dolen_directory_writer_put_organisation (
               import->writer, found->organisation, &failed));
  if (!end_part (import, ok, &failed))
    return refuse_or_fail (import, &import->place, failed, error);
  g_hash_table_insert (
      import->organisations, g_memdup2 (&key, sizeof key), g_steal_pointer (&hash));
  dolen_import_count (&import->report->organisations, state);
  return TRUE;
}

/* The uid of the organisation a service points at; NULL where nobody knows it. */
static gboolean
find_organisation (Import *import, DolenFoundService *found, GError **error)
{
  g_autoptr (GError) failed = NULL;
  gint64 key;

  if (!found->organisation_foreign_id)
    return TRUE;
  key = dolen_import_key (found->organisation_foreign_id);
  if (g_hash_table_contains (import->organisations, &key)) {
    found->service->organisation_uid = dolen_id_for_foreign (
        import->context.source_uid, "organisation", found->organisation_foreign_id);
    return TRUE;
  }
  found->service->organisation_uid = dolen_directory_find_by_source (import->directory,
                                                                     import->context.source_uid,
                                                                     "organisation",
                                                                     found->organisation_foreign_id,
                                                                     &failed);
  if (!found->service->organisation_uid)
    dolen_oddities_add (&import->report->oddities, DOLEN_ODDITY_NO_ORGANISATION);
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
put_record_and_service (Import *import,
                        const DolenSourceRecord *record,
                        DolenService *service,
                        DolenRecordState *state,
                        GError **error)
{
  const DolenImportHooks *hooks = &import->options->hooks;

  if (!dolen_directory_writer_put_record (import->writer, record, state, error))
    return FALSE;
  if (*state == DOLEN_RECORD_UNCHANGED)
    return TRUE;
  if (hooks->tag_service != NULL)
    hooks->tag_service (service, hooks->user_data);
  return dolen_directory_writer_put_service (import->writer, service, error);
}

static gboolean
put_service (Import *import,
             DolenFoundService *found,
             const char *json,
             gsize length,
             const Place *place,
             GError **error)
{
  g_autofree char *hash = dolen_import_hash (json, length);
  DolenSourceRecord record = { "service", found->foreign_id, found->service->uid, json, hash };
  DolenRecordState state;
  GError *failed = NULL;
  gboolean ok;

  if (!find_organisation (import, found, error))
    return FALSE;
  ok = begin_part (import, &failed)
       && put_record_and_service (import, &record, found->service, &state, &failed);
  if (!end_part (import, ok, &failed))
    return refuse_or_fail (import, place, failed, error);
  dolen_import_count (&import->report->services, state);
  return TRUE;
}

/* Whether the organisation is still to come in these files. */
static gboolean
must_wait (Import *import, const DolenFoundService *found)
{
  gint64 key;

  if (!found->organisation_foreign_id)
    return FALSE;
  key = dolen_import_key (found->organisation_foreign_id);
  return !g_hash_table_contains (import->organisations, &key)
         && g_hash_table_contains (import->scan->organisations, &key);
}

static gboolean
put_waiting (Import *import, Waiting *waiting, GError **error)
{
  gboolean ok;

  if (must_wait (import, waiting->found)) {
    g_ptr_array_add (import->late, waiting);
    return TRUE;
  }
  ok = put_service (
      import, waiting->found, waiting->json->str, waiting->json->len, &waiting->place, error);
  waiting_free (waiting);
  return ok;
}

/* A service told venue by venue: written when the last of them was read. */
static gboolean
gather (Import *import, DolenScanEntry *entry, DolenFoundService *found, GError **error)
{
  Waiting *so_far = g_hash_table_lookup (import->gathering, found->foreign_id);
  g_autofree char *key = NULL;

  if (!so_far) {
    so_far = wait_for (import, found);
    g_hash_table_insert (import->gathering, g_strdup (found->foreign_id), so_far);
  } else {
    const char *json = dolen_json_normal (found->json, NULL);
    g_string_append_printf (so_far->json, "\n%s", json);
    dolen_import_merge_venues (
        so_far->found->service, found->service, import->context.source_uid, found->foreign_id);
    dolen_found_service_free (found);
  }
  if (entry->left > 0)
    return TRUE;
  g_hash_table_steal_extended (
      import->gathering, so_far->found->foreign_id, (gpointer *) &key, NULL);
  return put_waiting (import, so_far, error);
}

/* Takes @found. */
static gboolean
take_service (Import *import, DolenFoundService *found, GError **error)
{
  DolenScanEntry *entry = dolen_import_scan_entry (import->scan, found->foreign_id);
  gboolean ok;
  gsize length;
  const char *json;

  if (entry != NULL)
    entry->left -= entry->left > 0;
  if (entry != NULL && entry->at_venue)
    return gather (import, entry, found, error);
  if (entry != NULL && (entry->best != import->record || entry->written)) {
    dolen_oddities_add (&import->report->oddities, DOLEN_ODDITY_DUPLICATE_ID);
    dolen_found_service_free (found);
    return TRUE;
  }
  if (entry != NULL)
    entry->written = TRUE;
  if (must_wait (import, found))
    return put_waiting (import, wait_for (import, found), error);
  json = dolen_json_normal (found->json, &length);
  ok = put_service (import, found, json, length, &import->place, error);
  dolen_found_service_free (found);
  return ok;
}

static gboolean
take_record (Import *import, const DolenJsonItem *item, GError **error)
{
  g_auto (DolenFound) found = { 0 };

  if (item->kind == DOLEN_JSON_REFUSED) {
    refuse (import, &import->place, item->refused->message);
    return TRUE;
  }
  for (guint i = 0; i < item->repeated_keys; i++)
    dolen_oddities_add (&import->report->oddities, DOLEN_ODDITY_REPEATED_KEY);
  dolen_found_init (&found);
  dolen_read_record (&import->context, item->value, item->container, &found);
  dolen_hidden_strip (item->value);
  for (guint i = 0; i < found.refused->len; i++)
    refuse (import, &import->place, found.refused->pdata[i]);
  for (guint i = 0; i < found.organisations->len; i++)
    if (!put_organisation (import, found.organisations->pdata[i], error))
      return FALSE;
  while (found.services->len)
    if (!take_service (import, g_ptr_array_steal_index (found.services, 0), error))
      return FALSE;
  return TRUE;
}

static gboolean
take_file (Import *import, const char *path, goffset before, goffset size, GError **error)
{
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (&path, 1);
  DolenJsonItem item;

  for (;;) {
    if (!dolen_json_stream_next (stream, &item, import->options->cancellable, error))
      return FALSE;
    if (item.kind == DOLEN_JSON_END)
      return TRUE;
    import->steps.records = ++import->record;
    import->place = (Place){ path, item.record, item.byte };
    if (!take_record (import, &item, error))
      return FALSE;
    dolen_import_step (&import->steps,
                       DOLEN_IMPORT_SCANNED
                           + (DOLEN_IMPORT_WRITTEN - DOLEN_IMPORT_SCANNED)
                                 * (before + dolen_json_stream_position (stream)) / size);
  }
}

/* What waited for an organisation or a venue that never came (a record refused on the way). */
static gboolean
take_late (Import *import, GError **error)
{
  GHashTableIter each;
  gpointer waiting;

  g_hash_table_iter_init (&each, import->gathering);
  while (g_hash_table_iter_next (&each, NULL, &waiting)) {
    Waiting *late = waiting;
    if (!put_service (import, late->found, late->json->str, late->json->len, &late->place, error))
      return FALSE;
  }
  for (guint i = 0; i < import->late->len; i++) {
    Waiting *late = import->late->pdata[i];
    if (!put_service (import, late->found, late->json->str, late->json->len, &late->place, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_all (Import *import, GPtrArray *files, GError **error)
{
  g_autoptr (DolenJsonStream) all
             = dolen_json_stream_new ((const char *const *) files->pdata, files->len);
  goffset before = 0;

  for (guint i = 0; i < files->len; i++) {
    const char *path = files->pdata[i];
    const char *sample_date = import->scan->sample_dates->pdata[i];
    g_autoptr (DolenJsonStream) one = dolen_json_stream_new (&path, 1);
    import->context.shift_days
        = sample_date ? dolen_date_days_between (sample_date, import->context.today) : 0;
    if (!take_file (import, path, before, MAX (1, dolen_json_stream_size (all)), error))
      return FALSE;
    before += dolen_json_stream_size (one);
  }
  return take_late (import, error);
}

static gboolean
finish (Import *import, GError **error)
{
  g_autofree char *json = NULL;

  if (import->options->complete
      && !dolen_directory_writer_mark_gone (
          import->writer, import->context.today, &import->report->gone, error))
    return FALSE;
  dolen_import_step (&import->steps, DOLEN_IMPORT_WRITTEN);
  json = dolen_import_report_to_json (import->report);
  if (!dolen_directory_writer_finish (import->writer, import->options->who, json, error))
    return FALSE;
  dolen_import_step (&import->steps, 1);
  return TRUE;
}

/* The source of that name, or a new one. */
static DolenSource *
find_source (DolenDirectory *directory,
             const char *name,
             const char *path,
             DolenDialect dialect,
             GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (DolenSource) source = dolen_directory_find_source (directory, name, &failed);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  if (!source) {
    source = dolen_source_new ();
    source->uid = dolen_id_for_foreign ("dolen", "source", folded);
    source->name = g_strdup (name);
  }
  g_free (source->address);
  source->address = g_strdup (path);
  g_free (source->dialect);
  source->dialect = g_strdup (dolen_dialect_code (dialect));
  return g_steal_pointer (&source);
}

static gboolean
write_all (Import *import, GPtrArray *files, const DolenSource *source, GError **error)
{
  DolenDb *db = dolen_directory_get_db (import->directory);
  gboolean ok;

  import->writer = dolen_directory_writer_new (import->directory, source, error);
  if (!import->writer)
    return FALSE;
  import->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  import->gathering = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, waiting_free);
  import->late = g_ptr_array_new_with_free_func (waiting_free);
  dolen_db_set_cancellable (db, import->options->cancellable);
  ok = take_all (import, files, error) && finish (import, error);
  /* Rolling back must not be interrupted too. */
  dolen_db_set_cancellable (db, NULL);
  dolen_directory_writer_free (import->writer);
  g_hash_table_unref (import->organisations);
  g_hash_table_unref (import->gathering);
  g_ptr_array_unref (import->late);
  return ok;
}

static gboolean
run (Import *import, GPtrArray *files, const char *name, GError **error)
{
  g_autoptr (DolenSource) source
             = find_source (import->directory, name, files->pdata[0], import->scan->dialect, error);
  g_autofree char *today = dolen_date_today ();

  if (!source)
    return FALSE;
  import->report = dolen_import_report_new (source->uid, source->name);
  import->context = (DolenReadContext){
    .source_uid = source->uid,
    .today = today,
    .gazetteer
    = import->options->gazetteer ? import->options->gazetteer : dolen_gazetteer_get_bundled (),
    .oddities = &import->report->oddities,
    .organisation_seen = organisation_seen,
    .seen_data = import,
    .dialect = import->scan->dialect,
  };
  return write_all (import, files, source, error);
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
  Import import = { .directory = directory, .options = options ? options : &none, .scan = &scan };
  gboolean ok;

  if (!files)
    return FALSE;
  import.steps.func = import.options->progress;
  import.steps.data = import.options->progress_data;
  if (!dolen_import_scan (&scan, files, &import.steps, import.options->cancellable, error))
    return FALSE;
  name = import.options->source_name ? g_strdup (import.options->source_name)
                                     : dolen_import_source_name (paths, n_paths, scan.source_name);
  ok = run (&import, files, name, error);
  if (ok && report)
    *report = g_steal_pointer (&import.report);
  dolen_import_report_free (import.report);
  return ok;
}
