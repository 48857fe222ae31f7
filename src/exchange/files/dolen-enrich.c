/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-enrich.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "exchange/files/dolen-file-kind.h"
#include "exchange/files/dolen-grants-csv.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

/* Its own record beside the organisation's: what a register says of somebody is not what their own
 * feed says. */
gboolean
dolen_enrich_is_news (
    DolenEnrich *enrich, const char *foreign_id, json_object *json, gboolean *news, GError **error)
{
  gsize length;
  const char *normal = dolen_json_normal (json, &length);
  g_autofree char *hash = dolen_import_hash (normal, length);
  g_autofree char *uid = dolen_id_for_foreign (enrich->source->uid, "said", foreign_id);
  const DolenSourceRecord record = { "organisation", foreign_id, uid, normal, hash };
  DolenRecordState state;

  if (!dolen_directory_writer_put_record (enrich->writer, &record, &state, error))
    return FALSE;
  *news = state != DOLEN_RECORD_UNCHANGED;
  return TRUE;
}

gboolean
dolen_enrich_propose (DolenEnrich *enrich,
                      const char *organisation_uid,
                      const char *field,
                      const char *value,
                      const char *note,
                      GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (DolenSuggestedChange) change = dolen_suggested_change_new (enrich->directory,
                                                                        "organisation",
                                                                        organisation_uid,
                                                                        field,
                                                                        value,
                                                                        note,
                                                                        enrich->source->name,
                                                                        &failed);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autofree char *key = g_strdup_printf ("%s|%s|%s", organisation_uid, field, value);
  DolenSuggestedCounts counts = { 0 };

  /* It says so already. */
  if (g_error_matches (failed, DOLEN_ERROR, DOLEN_ERROR_INVALID))
    return TRUE;
  if (!change) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  /* The same proposal is the same: one that was declined does not come back. */
  g_free (change->uid);
  change->uid = dolen_id_for_foreign (enrich->source->uid, "suggestion", key);
  g_ptr_array_add (changes, change);
  if (!dolen_suggested_changes_add (enrich->directory, changes, &counts, error))
    return FALSE;
  enrich->report->proposed += counts.added;
  return TRUE;
}

static DolenRecordStream *
open_file (const char *path)
{
  /* Grants in a table have headings of their own. */
  return dolen_file_kind (path) == DOLEN_FILE_CSV
             ? dolen_record_stream_of (dolen_grants_csv_kind (), dolen_grants_csv_new (path))
             : dolen_record_stream_new (path, NULL);
}

static gboolean
take_file (DolenEnrich *enrich,
           const DolenEnrichKind *kind,
           const char *path,
           const DolenImportOptions *options,
           DolenImportSteps *steps,
           GError **error)
{
  g_autoptr (DolenRecordStream) stream = open_file (path);
  goffset size = MAX (1, dolen_record_file_size (path));
  DolenJsonItem item;

  for (;;) {
    if (!dolen_record_stream_next (stream, &item, options->cancellable, error))
      return FALSE;
    if (item.kind == DOLEN_JSON_END)
      return TRUE;
    steps->records++;
    if (item.kind == DOLEN_JSON_REFUSED)
      dolen_import_report_refuse (enrich->report,
                                  path,
                                  item.record,
                                  dolen_record_stream_has_rows (stream) ? -1 : item.byte,
                                  item.refused->message);
    else if (!kind->take (enrich, &item, error))
      return FALSE;
    dolen_import_step (steps, (double) dolen_record_stream_position (stream) / (double) size);
  }
}

static gboolean
take_all (DolenEnrich *enrich,
          const DolenEnrichKind *kind,
          GPtrArray *files,
          const DolenImportOptions *options,
          GError **error)
{
  DolenImportSteps steps = { .func = options->progress, .data = options->progress_data };
  g_autofree char *json = NULL;

  for (guint i = 0; i < files->len; i++)
    if (!take_file (enrich, kind, files->pdata[i], options, &steps, error))
      return FALSE;
  if (kind->finish && !kind->finish (enrich, error))
    return FALSE;
  dolen_import_step (&steps, 1);
  if (options->dry_run)
    return TRUE;
  json = dolen_import_report_to_json (enrich->report);
  return dolen_directory_writer_finish (enrich->writer, options->who, json, error);
}

/* Files of several kinds are several imports. */
static const DolenEnrichKind *
kind_of (GPtrArray *files, GError **error)
{
  DolenFileKind first = dolen_file_content (files->pdata[0]);

  for (guint i = 1; i < files->len; i++)
    if (dolen_file_content (files->pdata[i]) != first) {
      g_autofree char *name = g_path_get_basename (files->pdata[i]);
      g_set_error (error,
                   DOLEN_ERROR,
                   DOLEN_ERROR_INVALID,
                   /* Translators: name of a file. */
                   _ ("%s is of another kind than the files before it. Import it by itself."),
                   name);
      return NULL;
    }
  return first == DOLEN_FILE_CHARITIES ? &dolen_enrich_charities : &dolen_enrich_grants;
}

gboolean
dolen_enrich_run (DolenDirectory *directory,
                  GPtrArray *files,
                  const char *name,
                  const DolenImportOptions *options,
                  DolenImportReport **report,
                  GError **error)
{
  const DolenEnrichKind *kind = kind_of (files, error);
  g_autoptr (DolenSource) source
             = kind ? dolen_import_find_source (
                   directory, name, files->pdata[0], kind->dialect, FALSE, error)
                    : NULL;
  g_autoptr (DolenBodies) known = source ? dolen_bodies_new (directory, error) : NULL;
  g_autoptr (DolenDirectoryWriter) writer
             = known ? dolen_directory_writer_new (directory, source, error) : NULL;
  g_autoptr (DolenImportReport) done = NULL;
  g_autofree char *today = dolen_date_today ();
  DolenEnrich enrich = { directory, writer, known, source, NULL, today, NULL };
  gboolean ok;

  if (!writer)
    return FALSE;
  done = dolen_import_report_new (source->uid, source->name);
  enrich.report = done;
  enrich.state = kind->begin ();
  ok = take_all (&enrich, kind, files, options, error);
  kind->free (enrich.state);
  if (ok && report)
    *report = g_steal_pointer (&done);
  return ok;
}
