/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-stream.h"

#include "base/dolen-error.h"
#include "exchange/files/dolen-csv-record.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *path;
  char *remembered; /* (nullable) */
  DolenCsvColumns *columns;
  DolenCsvReader *reader;
  json_object *value;
  GPtrArray *notes;
  GError *refused;
} CsvStream;

gpointer
dolen_csv_stream_new (const char *path, const char *columns)
{
  CsvStream *stream = g_new0 (CsvStream, 1);

  stream->path = g_strdup (path);
  stream->remembered = g_strdup (columns);
  stream->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_csv_note_free);
  return stream;
}

static void
csv_free (gpointer reader)
{
  CsvStream *stream = reader;

  dolen_csv_reader_free (stream->reader);
  dolen_csv_columns_free (stream->columns);
  json_object_put (stream->value);
  g_ptr_array_unref (stream->notes);
  g_clear_error (&stream->refused);
  g_free (stream->remembered);
  g_free (stream->path);
  g_free (stream);
}

/* A table whose columns say nothing of a name is not read as if it did. */
static gboolean
begin (CsvStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (stream->path);

  stream->columns = dolen_csv_columns_propose (stream->path, cancellable, error);
  if (!stream->columns)
    return FALSE;
  dolen_csv_columns_recall (stream->columns, stream->remembered);
  if (!dolen_csv_columns_has_name (stream->columns)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: name of a file. */
                 _ ("No column of the table %s is known to hold the name of a group or an "
                    "organisation. Say which one does."),
                 name);
    return FALSE;
  }
  stream->reader = dolen_csv_reader_new (stream->path, cancellable, error);
  return stream->reader != NULL;
}

static void
refuse (CsvStream *stream, DolenJsonItem *item, const char *why)
{
  g_set_error_literal (&stream->refused, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
  item->kind = DOLEN_JSON_REFUSED;
  item->value = NULL;
  item->refused = stream->refused;
}

/* A row goes by its name or its organisation's; the first words of a description are no name in a
 * table that has a column for it. */
static gboolean
is_nameless (json_object *record)
{
  json_object *service = dolen_json_get (record, "service");

  return dolen_json_get_any (service, "name", "organization", NULL) == NULL;
}

/* Returns: whether the row is an item. */
static gboolean
take_row (CsvStream *stream, const DolenCsvRow *row, DolenJsonItem *item)
{
  if (row->number <= stream->columns->row)
    return FALSE;
  if (row->refused) {
    refuse (stream, item, row->refused);
  } else {
    stream->value = dolen_csv_record_new (stream->columns, row, stream->notes);
    item->kind = DOLEN_JSON_RECORD;
    item->value = stream->value;
    if (item->value && dolen_csv_is_sum (stream->columns, row))
      /* Translators: why a row of a table was left out. */
      refuse (stream, item, _ ("It is a total beneath the table, not a group."));
    else if (item->value && is_nameless (item->value))
      /* Translators: why one record of a feed was left out. */
      refuse (stream, item, _ ("Nothing in it says what it is called."));
  }
  item->path = stream->path;
  item->record = row->number;
  item->byte = dolen_csv_reader_position (stream->reader);
  return item->refused || item->value;
}

static gboolean
csv_next (gpointer reader, DolenJsonItem *item, GCancellable *cancellable, GError **error)
{
  CsvStream *stream = reader;
  DolenCsvRow row;

  g_clear_pointer (&stream->value, json_object_put);
  g_clear_error (&stream->refused);
  g_ptr_array_set_size (stream->notes, 0);
  if (!stream->reader && !begin (stream, cancellable, error))
    return FALSE;
  do {
    *item = (DolenJsonItem){ .kind = DOLEN_JSON_END };
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !dolen_csv_reader_next (stream->reader, &row, cancellable, error))
      return FALSE;
    if (row.n == 0 && !row.refused)
      return TRUE;
  } while (!take_row (stream, &row, item));
  return TRUE;
}

static goffset
csv_position (gpointer reader)
{
  CsvStream *stream = reader;

  return stream->reader ? dolen_csv_reader_position (stream->reader) : 0;
}

static const GPtrArray *
csv_notes (gpointer reader)
{
  return ((CsvStream *) reader)->notes;
}

static const struct _DolenCsvColumns *
csv_columns (gpointer reader)
{
  return ((CsvStream *) reader)->columns;
}

const DolenRecordReader *
dolen_csv_stream_kind (void)
{
  static const DolenRecordReader CSV = { .next = csv_next,
                                         .position = csv_position,
                                         .notes = csv_notes,
                                         .columns = csv_columns,
                                         .free = csv_free,
                                         .rows = TRUE };

  return &CSV;
}
