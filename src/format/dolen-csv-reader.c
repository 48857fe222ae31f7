/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-csv-reader.h"

#include "base/dolen-error.h"
#include "format/dolen-csv-form.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK 65536
/* States of libcsv between two rows and within a cell; its header keeps their names to itself. It
 * reports a quotation mark that is not closed only in strict mode, which takes no stray ones. */
#define ROW_NOT_BEGUN 0
#define FIELD_BEGUN 2

struct _DolenCsvReader {
  char *name; /* of the file, for messages */
  GInputStream *file;
  GInputStream *text; /* the same in UTF-8 */
  DolenCsvForm form;
  struct csv_parser parser;

  char *buffer; /* of CHUNK bytes */
  gsize at, filled;
  gboolean ended;
  guint64 number; /* of the row being read */
  gsize row_bytes;

  /* The row read last: cells one behind the other, each with a final zero byte. */
  GByteArray *bytes;
  GArray *starts;   /* of gsize */
  GPtrArray *cells; /* into bytes */
  gboolean complete;
  gboolean too_wide, not_utf8;
};

static gboolean
fail (DolenCsvReader *self, int code, const char *why, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, self->number);

  /* Translators: what is wrong with a table: name of the file, number of the row, the reason. */
  g_set_error (error, DOLEN_ERROR, code, _ ("%s, row %s: %s"), self->name, row, why);
  return FALSE;
}

static void
take_cell (void *text, size_t length, void *data)
{
  DolenCsvReader *self = data;
  gsize start = self->bytes->len;

  if (self->starts->len >= DOLEN_CSV_COLUMNS) {
    /* Empty columns at the end of a sheet say nothing. */
    self->too_wide |= length > 0;
    return;
  }
  self->not_utf8 |= length > 0 && !g_utf8_validate_len (text, length, NULL);
  if (length > 0)
    g_byte_array_append (self->bytes, text, (guint) length);
  g_byte_array_append (self->bytes, (const guint8 *) "", 1);
  g_array_append_val (self->starts, start);
}

static void
take_row (int end, void *data)
{
  DolenCsvReader *self = data;

  self->complete = TRUE;
}

static gboolean
fill (DolenCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;
  gsize n;

  memmove (self->buffer, self->buffer + self->at, self->filled - self->at);
  self->filled -= self->at;
  self->at = 0;
  if (!g_input_stream_read_all (self->text,
                                self->buffer + self->filled,
                                CHUNK - self->filled,
                                &n,
                                cancellable,
                                &failed)) {
    if (!g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      return fail (self, DOLEN_ERROR_ENCODING, failed->message, error);
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  self->ended = self->filled + n < CHUNK;
  if (n > 0 && memchr (self->buffer + self->filled, 0, n) != NULL)
    return fail (self, DOLEN_ERROR_ENCODING, _ ("a zero byte stands in the text"), error);
  self->filled += n;
  return TRUE;
}

/* The bytes to the end of the line, its end included, or to the end of the buffer. */
static gsize
line_length (const DolenCsvReader *self, gboolean *ends)
{
  const char *start = self->buffer + self->at;
  gsize n = self->filled - self->at;

  *ends = TRUE;
  for (gsize i = 0; i < n; i++) {
    if (start[i] == '\n')
      return i + 1;
    if (start[i] == '\r' && i + 1 == n && i > 0 && !self->ended) {
      /* What follows is in the next chunk. */
      *ends = FALSE;
      return i;
    }
    if (start[i] == '\r')
      return i + 1 < n && start[i + 1] == '\n' ? i + 2 : i + 1;
  }
  *ends = FALSE;
  return n;
}

/* Whether more must be read before the end of a line can be told. */
static gboolean
wants_more (const DolenCsvReader *self)
{
  const char *start = self->buffer + self->at;
  gsize n = self->filled - self->at;
  const char *end = n > 0 ? memchr (start, '\r', n) : NULL;

  if (self->ended)
    return FALSE;
  return n == 0 || (memchr (start, '\n', n) == NULL && (end == NULL || end == start + n - 1));
}

static gboolean
feed_line (DolenCsvReader *self, GError **error)
{
  gboolean ends;
  gsize n = line_length (self, &ends);

  self->row_bytes += n;
  if (self->row_bytes > DOLEN_CSV_ROW_BYTES)
    return fail (self,
                 DOLEN_ERROR_TOO_LARGE,
                 _ ("it is longer than 8 MB; perhaps a quotation mark is not closed"),
                 error);
  if (csv_parse (&self->parser, self->buffer + self->at, n, take_cell, take_row, self) != n)
    return fail (self, DOLEN_ERROR_INVALID, csv_strerror (csv_error (&self->parser)), error);
  self->at += n;
  /* A blank line. */
  if (ends && !self->complete && self->parser.pstate == ROW_NOT_BEGUN) {
    self->number++;
    self->row_bytes = 0;
  }
  return TRUE;
}

static gboolean
finish (DolenCsvReader *self, GError **error)
{
  if (self->parser.pstate == ROW_NOT_BEGUN)
    return TRUE;
  if (self->parser.pstate == FIELD_BEGUN && self->parser.quoted)
    return fail (self, DOLEN_ERROR_INVALID, _ ("a quotation mark is not closed"), error);
  csv_fini (&self->parser, take_cell, take_row, self);
  return TRUE;
}

static void
hand_over (DolenCsvReader *self, DolenCsvRow *row)
{
  row->number = self->number;
  if (self->too_wide)
    /* Translators: why one row of a table was left out. */
    row->refused = _ ("It has more than 1,000 columns.");
  else if (self->not_utf8)
    /* Translators: why one row of a table was left out. */
    row->refused = _ ("It holds characters that cannot be read.");
  if (row->refused == NULL) {
    for (guint i = 0; i < self->starts->len; i++)
      g_ptr_array_add (self->cells, self->bytes->data + g_array_index (self->starts, gsize, i));
    row->n = self->cells->len;
    row->cells = (const char **) (gpointer) self->cells->pdata;
  }
  self->number++;
  self->row_bytes = 0;
}

gboolean
dolen_csv_reader_next (DolenCsvReader *self,
                       DolenCsvRow *row,
                       GCancellable *cancellable,
                       GError **error)
{
  *row = (DolenCsvRow){ 0 };
  g_byte_array_set_size (self->bytes, 0);
  g_array_set_size (self->starts, 0);
  g_ptr_array_set_size (self->cells, 0);
  self->complete = self->too_wide = self->not_utf8 = FALSE;
  while (!self->complete) {
    if (wants_more (self) && !fill (self, cancellable, error))
      return FALSE;
    if (self->at == self->filled && self->ended) {
      if (!finish (self, error))
        return FALSE;
      if (!self->complete)
        return TRUE;
    } else if (!feed_line (self, error)) {
      return FALSE;
    }
  }
  hand_over (self, row);
  return TRUE;
}

static gboolean
open_text (DolenCsvReader *self, GCancellable *cancellable, GError **error)
{
  if (!g_seekable_seek (
          G_SEEKABLE (self->file), (goffset) self->form.mark, G_SEEK_SET, cancellable, error))
    return FALSE;
  if (strcmp (self->form.charset, "UTF-8") == 0) {
    self->text = g_object_ref (self->file);
  } else {
    g_autoptr (GCharsetConverter) converter
               = g_charset_converter_new ("UTF-8", self->form.charset, error);
    if (converter == NULL)
      return FALSE;
    /* Windows-1252 has five bytes that mean nothing. */
    g_charset_converter_set_use_fallback (converter, TRUE);
    self->text = g_converter_input_stream_new (self->file, G_CONVERTER (converter));
    g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (self->text), FALSE);
  }
  return TRUE;
}

static gboolean
open_file (DolenCsvReader *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) failed = NULL;

  self->file = G_INPUT_STREAM (g_file_read (file, cancellable, &failed));
  if (self->file != NULL)
    return TRUE;
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  /* Translators: the path of a file. */
  g_set_error (
      error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, _ ("The file %s cannot be read."), path);
  return FALSE;
}

static gboolean
begin (DolenCsvReader *self, const char *path, GCancellable *cancellable, GError **error)
{
  if (!open_file (self, path, cancellable, error)
      || !dolen_csv_form_find_charset (&self->form, self->file, cancellable, error)
      || !open_text (self, cancellable, error) || !fill (self, cancellable, error))
    return FALSE;
  dolen_csv_form_find_delimiter (&self->form, self->buffer, self->filled);
  csv_set_delim (&self->parser, (unsigned char) self->form.delimiter);
  if (self->form.hint) {
    gboolean ends;
    self->at += line_length (self, &ends);
    self->number++;
  }
  return TRUE;
}

DolenCsvReader *
dolen_csv_reader_new (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenCsvReader) self = g_new0 (DolenCsvReader, 1);

  self->name = g_path_get_basename (path);
  self->buffer = g_malloc (CHUNK);
  self->number = 1;
  self->bytes = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  if (csv_init (&self->parser, 0) != 0)
    g_error ("libcsv cannot be used");
  /* A long cell would be copied anew for each 128 bytes of it. */
  csv_set_blk_size (&self->parser, CHUNK);
  return begin (self, path, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

void
dolen_csv_reader_free (DolenCsvReader *self)
{
  if (self == NULL)
    return;
  csv_free (&self->parser);
  g_clear_object (&self->text);
  g_clear_object (&self->file);
  g_byte_array_unref (self->bytes);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_free (self->buffer);
  g_free (self->name);
  g_free (self);
}

goffset
dolen_csv_reader_position (DolenCsvReader *self)
{
  return g_seekable_tell (G_SEEKABLE (self->file));
}

const char *
dolen_csv_reader_charset (DolenCsvReader *self)
{
  return self->form.charset;
}

char
dolen_csv_reader_delimiter (DolenCsvReader *self)
{
  return self->form.delimiter;
}
