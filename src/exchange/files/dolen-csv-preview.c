/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-preview.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"
#include "directory/dolen-writer.h"
#include "exchange/dolen-import.h"
#include "exchange/dolen-read.h"
#include "exchange/files/dolen-csv-record.h"
#include "exchange/files/dolen-csv-stream.h"
#include "exchange/files/dolen-file-kind.h"
#include "exchange/files/dolen-hsds-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables of a package have their own form. */
static gboolean
is_flat (const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *folder = g_path_get_dirname (path);

  return dolen_file_content (path) == DOLEN_FILE_CSV
         && !(dolen_hsds_table_of (name) && dolen_hsds_is_package (folder));
}

/* The first by name, as an import reads them. */
static char *
first_in_folder (const char *folder)
{
  g_autoptr (GDir) open = dolen_hsds_is_package (folder) ? NULL : g_dir_open (folder, 0, NULL);
  g_autofree char *first = NULL;
  const char *name;

  while (open && (name = g_dir_read_name (open)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if ((!first || strcmp (path, first) < 0) && is_flat (path)) {
      g_free (first);
      first = g_steal_pointer (&path);
    }
  }
  return g_steal_pointer (&first);
}

char *
dolen_csv_first_table (const char *const *paths)
{
  char *found = NULL;

  for (; *paths && !found; paths++)
    if (g_file_test (*paths, G_FILE_TEST_IS_DIR))
      found = first_in_folder (*paths);
    else if (is_flat (*paths))
      found = g_strdup (*paths);
  return found;
}

DolenCsvColumns *
dolen_csv_columns_find (DolenDirectory *directory,
                        const char *source_name,
                        const char *const *paths,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *path = dolen_csv_first_table (paths);
  g_autofree char *name = NULL, *remembered = NULL;
  g_autoptr (DolenSource) source = NULL;
  g_autoptr (GError) failed = NULL;
  DolenCsvColumns *columns;

  if (!path) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("None of the files is a table (CSV)."));
    return NULL;
  }
  name = dolen_import_source_name (paths, g_strv_length ((GStrv) paths), source_name);
  source = dolen_directory_find_source (directory, name, &failed);
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  columns = dolen_csv_columns_propose (path, cancellable, error);
  remembered = source ? dolen_csv_columns_of_settings (source->settings) : NULL;
  if (columns)
    dolen_csv_columns_recall (columns, remembered);
  return columns;
}

void
dolen_csv_preview_row_free (DolenCsvPreviewRow *row)
{
  dolen_service_free (row->service);
  if (row->organisation)
    dolen_bilingual_clear (row->organisation);
  g_free (row->organisation);
  g_ptr_array_unref (row->notes);
  g_free (row->refused);
  g_free (row);
}

void
dolen_csv_preview_free (DolenCsvPreview *preview)
{
  if (preview == NULL)
    return;
  g_ptr_array_unref (preview->rows);
  g_ptr_array_unref (preview->problems);
  g_free (preview);
}

static void
copy_notes (DolenCsvPreviewRow *row, const GPtrArray *notes)
{
  for (guint i = 0; notes && i < notes->len; i++) {
    const DolenCsvNote *note = g_ptr_array_index (notes, i);
    DolenCsvNote *copy = g_new0 (DolenCsvNote, 1);
    copy->column = note->column;
    copy->heading = g_strdup (note->heading);
    copy->why = g_strdup (note->why);
    g_ptr_array_add (row->notes, copy);
  }
}

/* As the import would. */
static void
read_service (DolenCsvPreviewRow *row, json_object *record, const char *today)
{
  DolenReadContext context
      = { .source_uid = "11111111-1111-4111-8111-111111111111", .today = today };
  g_auto (DolenFound) found = { 0 };

  dolen_found_init (&found);
  dolen_read_record (&context, record, NULL, &found);
  if (found.organisations->len) {
    const DolenFoundOrganisation *first = found.organisations->pdata[0];
    row->organisation = g_new0 (DolenBilingual, 1);
    dolen_bilingual_copy (row->organisation, &first->organisation->name);
  }
  if (found.services->len) {
    DolenFoundService *first = found.services->pdata[0];
    row->service = g_steal_pointer (&first->service);
  } else if (found.refused->len) {
    row->refused = g_strdup (found.refused->pdata[0]);
  }
}

static DolenCsvPreviewRow *
row_new (const DolenJsonItem *item, const GPtrArray *notes)
{
  DolenCsvPreviewRow *row = g_new0 (DolenCsvPreviewRow, 1);

  row->number = item->record;
  row->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_note_free);
  copy_notes (row, notes);
  if (item->refused)
    row->refused = g_strdup (item->refused->message);
  return row;
}

static void
take_item (DolenCsvPreview *preview,
           const DolenJsonItem *item,
           const GPtrArray *notes,
           guint first,
           const char *today)
{
  preview->n_rows++;
  preview->n_refused += item->refused != NULL;
  preview->n_noted += notes != NULL && notes->len > 0;
  if ((item->refused || notes->len) && preview->problems->len < DOLEN_CSV_PROBLEMS)
    g_ptr_array_add (preview->problems, row_new (item, notes));
  if (preview->rows->len < first) {
    DolenCsvPreviewRow *row = row_new (item, notes);
    if (item->value)
      read_service (row, item->value, today);
    g_ptr_array_add (preview->rows, row);
  }
}

DolenCsvPreview *
dolen_csv_preview (const char *path,
                   const DolenCsvColumns *columns,
                   guint first,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (DolenCsvPreview) preview = g_new0 (DolenCsvPreview, 1);
  g_autofree char *json = dolen_csv_columns_to_json (columns);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenRecordStream) stream = dolen_record_stream_new (path, json);

  preview->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_preview_row_free);
  preview->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_preview_row_free);
  for (;;) {
    DolenJsonItem item;
    if (!dolen_record_stream_next (stream, &item, cancellable, error))
      return NULL;
    if (item.kind == DOLEN_JSON_END)
      return g_steal_pointer (&preview);
    take_item (preview, &item, dolen_record_stream_notes (stream), first, today);
  }
}

static void
add_piece (GString *line, const char *piece)
{
  if (piece && *piece)
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", piece);
}

char *
dolen_csv_preview_sentence (const DolenCsvPreviewRow *row,
                            DolenLanguage language,
                            const char *today)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *when = NULL, *cost = NULL;

  if (row->organisation)
    add_piece (line, dolen_bilingual_get (row->organisation, language));
  if (!row->service)
    return g_string_free (g_steal_pointer (&line), FALSE);
  if (row->service->venues->len) {
    const DolenVenue *venue = row->service->venues->pdata[0];
    add_piece (line, dolen_bilingual_get (&venue->name, language));
    add_piece (line, venue->postcode ? venue->postcode : venue->city);
  }
  when = dolen_sentence_when (language, row->service->schedules, today);
  cost = dolen_sentence_costs (language, row->service->costs, row->service->fees);
  add_piece (line, when);
  add_piece (line, cost);
  return g_string_free (g_steal_pointer (&line), FALSE);
}
