/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-stream.h"

#include "base/dolen-error.h"
#include "format/dolen-json-bytes.h"
#include "format/dolen-json-shape.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef enum {
  AT_TOP,      /* before or between values at the top of the file */
  AT_ELEMENTS, /* inside an array of records */
} Place;

struct _DolenJsonStream {
  char **paths;
  gsize n_paths;
  gsize next_path;
  goffset size;
  goffset before; /* bytes of the files already read */
  goffset furthest;

  gboolean open;
  DolenJsonBytes bytes;
  DolenJsonShape shape;
  Place place;
  gboolean lines; /* records one after the other without an array */
  gboolean any;   /* something stood in this file */
  gboolean first; /* no element of this array yet */
  guint array;    /* which of the shape's arrays */
  guint depth;    /* objects of the envelope still open */

  json_tokener *tokener;
  GByteArray *buffer;
  json_object *value;
  GError *refused;
};

DolenJsonStream *
dolen_json_stream_new (const char *const *paths, gsize n_paths)
{
  DolenJsonStream *self = g_new0 (DolenJsonStream, 1);

  self->paths = g_new0 (char *, n_paths + 1);
  self->n_paths = n_paths;
  for (gsize i = 0; i < n_paths; i++) {
    GStatBuf about;
    self->paths[i] = g_strdup (paths[i]);
    if (g_stat (paths[i], &about) == 0)
      self->size += about.st_size;
  }
  dolen_json_shape_init (&self->shape);
  self->tokener = json_tokener_new_ex (DOLEN_JSON_DEPTH + 2);
  self->buffer = g_byte_array_new ();
  return self;
}

static void
close_file (DolenJsonStream *self)
{
  if (self->bytes.path) {
    self->before += dolen_json_bytes_tell (&self->bytes);
    dolen_json_bytes_close (&self->bytes);
  }
  self->open = FALSE;
}

void
dolen_json_stream_free (DolenJsonStream *self)
{
  if (!self)
    return;
  close_file (self);
  json_object_put (self->value);
  json_tokener_free (self->tokener);
  g_byte_array_unref (self->buffer);
  g_clear_error (&self->refused);
  dolen_json_shape_clear (&self->shape);
  g_strfreev (self->paths);
  g_free (self);
}

goffset
dolen_json_stream_size (DolenJsonStream *self)
{
  return self->size;
}

goffset
dolen_json_stream_position (DolenJsonStream *self)
{
  goffset now = self->before + (self->open ? dolen_json_bytes_tell (&self->bytes) : 0);

  self->furthest = MAX (self->furthest, now);
  return self->furthest;
}

const char *
dolen_json_stream_envelope (DolenJsonStream *self, const char *key)
{
  GHashTableIter each;
  gpointer name, text;

  g_hash_table_iter_init (&each, self->shape.texts);
  while (g_hash_table_iter_next (&each, &name, &text))
    if (dolen_json_key_equal (name, key))
      return text;
  return NULL;
}

static gboolean
open_next (DolenJsonStream *self, GCancellable *cancellable, GError **error)
{
  g_hash_table_remove_all (self->shape.texts);
  g_ptr_array_set_size (self->shape.arrays, 0);
  if (!dolen_json_bytes_open (&self->bytes, self->paths[self->next_path++], error))
    return FALSE;
  self->open = TRUE;
  self->bytes.cancel = cancellable;
  self->place = AT_TOP;
  self->lines = self->any = FALSE;
  self->array = self->depth = 0;
  return TRUE;
}

static gboolean
begin_array (DolenJsonStream *self, GError **error)
{
  DolenJsonArray *array = self->shape.arrays->pdata[self->array];

  self->place = AT_ELEMENTS;
  self->first = TRUE;
  self->depth = array->depth;
  return dolen_json_bytes_seek (&self->bytes, array->offset, error)
         && dolen_json_bytes_expect (&self->bytes, "[", error) > 0;
}

/* The rest of the envelope, which must close as it should. */
static gboolean
end_envelope (DolenJsonStream *self, GError **error)
{
  for (; self->depth > 0; self->depth--) {
    int next;
    while ((next = dolen_json_bytes_expect (&self->bytes, ",}", error)) == ',')
      if (!dolen_json_shape_member (&self->shape, &self->bytes, error))
        return FALSE;
    if (next < 0)
      return FALSE;
  }
  self->place = AT_TOP;
  return TRUE;
}

static gboolean
end_array (DolenJsonStream *self, GError **error)
{
  if (self->shape.arrays->len > self->array + 1) {
    self->array++;
    return begin_array (self, error);
  }
  return end_envelope (self, error);
}

static void
refuse (DolenJsonStream *self, DolenJsonItem *item, int code, const char *why)
{
  item->kind = DOLEN_JSON_REFUSED;
  g_set_error_literal (&self->refused, DOLEN_ERROR, code, why);
  item->refused = self->refused;
}

static gboolean
broken_record (DolenJsonStream *self, goffset start, gsize at, GError **error)
{
  g_autofree char *why = NULL;
  enum json_tokener_error code = json_tokener_get_error (self->tokener);

  /* Translators: what is wrong with a file; %s is the reason of the JSON reader, in English. */
  why = g_strdup_printf (_ ("this is not JSON (%s)"),
                         json_tokener_error_desc (
                             code == json_tokener_continue ? json_tokener_error_parse_eof : code));
  self->bytes.start = start + at;
  self->bytes.at = 0;
  return dolen_json_bytes_fail (&self->bytes, DOLEN_ERROR_INVALID, why, error);
}

/* Turns the copied bytes into a value. FALSE only where they are not JSON. */
static gboolean
parse (DolenJsonStream *self, DolenJsonItem *item, const DolenJsonValueBytes *copy, GError **error)
{
  gsize used;

  if (copy->too_large) {
    /* Translators: why one record of a file was left out. */
    refuse (self, item, DOLEN_ERROR_TOO_LARGE, _ ("It is larger than 8 MB."));
    return TRUE;
  }
  if (copy->values > DOLEN_JSON_RECORD_VALUES) {
    /* Translators: why one record of a file was left out. */
    refuse (self, item, DOLEN_ERROR_TOO_LARGE, _ ("It holds more than 100,000 values."));
    return TRUE;
  }
  json_tokener_reset (self->tokener);
  self->value = json_tokener_parse_ex (
      self->tokener, (const char *) copy->bytes->data, (int) copy->bytes->len);
  used = json_tokener_get_parse_end (self->tokener);
  if (copy->bytes->data[0] != '{') {
    /* Translators: why one record of a file was left out. */
    refuse (self, item, DOLEN_ERROR_INVALID, _ ("It is not an object with fields."));
    return TRUE;
  }
  if (!self->value || used != copy->bytes->len)
    return broken_record (self, item->byte, used, error);
  item->kind = DOLEN_JSON_RECORD;
  item->value = self->value;
  item->repeated_keys = copy->members - MIN (copy->members, dolen_json_count_members (self->value));
  return TRUE;
}

static gboolean
read_record (DolenJsonStream *self, DolenJsonItem *item, GError **error)
{
  DolenJsonValueBytes copy = { .bytes = self->buffer };
  DolenJsonArray *array = self->place == AT_ELEMENTS && self->shape.arrays->len
                              ? self->shape.arrays->pdata[self->array]
                              : NULL;

  item->path = self->paths[self->next_path - 1];
  item->record = ++self->bytes.record;
  item->container = array ? array->key : NULL;
  if (dolen_json_bytes_peek (&self->bytes, error) < 0)
    return FALSE;
  item->byte = dolen_json_bytes_tell (&self->bytes);
  if (!dolen_json_bytes_copy (&self->bytes, &copy, DOLEN_JSON_RECORD_BYTES, error))
    return FALSE;
  item->length = copy.length;
  return parse (self, item, &copy, error);
}

/* One step inside an array. *done: a record was read. */
static gboolean
step_in_array (DolenJsonStream *self, DolenJsonItem *item, gboolean *done, GError **error)
{
  int next;

  if (self->first) {
    self->first = FALSE;
    next = dolen_json_bytes_peek (&self->bytes, error);
    if (next == ']')
      dolen_json_bytes_expect (&self->bytes, "]", error);
  } else {
    next = dolen_json_bytes_expect (&self->bytes, ",]", error);
  }
  if (next < 0)
    return FALSE;
  if (next == ']')
    return end_array (self, error);
  *done = TRUE;
  return read_record (self, item, error);
}

static gboolean
step_into_object (DolenJsonStream *self, DolenJsonItem *item, gboolean *done, GError **error)
{
  if (!self->lines) {
    goffset start = dolen_json_bytes_tell (&self->bytes);
    dolen_json_shape_find (&self->shape, &self->bytes);
    if (!self->shape.is_record) {
      self->array = 0;
      return begin_array (self, error);
    }
    self->lines = TRUE;
    if (!dolen_json_bytes_seek (&self->bytes, start, error))
      return FALSE;
  }
  *done = TRUE;
  return read_record (self, item, error);
}

/* One step at the top of a file. */
static gboolean
step_at_top (DolenJsonStream *self, DolenJsonItem *item, gboolean *done, GError **error)
{
  gboolean again = self->any;
  int next = dolen_json_bytes_peek (&self->bytes, error);

  self->any = TRUE;
  if (next < 0)
    return FALSE;
  if (next == '{')
    return step_into_object (self, item, done, error);
  if (next == '[' && !again) {
    dolen_json_bytes_expect (&self->bytes, "[", error);
    self->place = AT_ELEMENTS;
    self->first = TRUE;
    return TRUE;
  }
  if (next == 0 && again) {
    close_file (self);
    return TRUE;
  }
  return dolen_json_bytes_fail (&self->bytes,
                                DOLEN_ERROR_INVALID,
                                next == 0
                                    /* Translators: what is wrong with a file. */
                                    ? _ ("there is nothing in this file")
                                    /* Translators: what is wrong with a file. */
                                    : _ ("this is not JSON: “{” or “[” was expected"),
                                error);
}

gboolean
dolen_json_stream_next (DolenJsonStream *self,
                        DolenJsonItem *item,
                        GCancellable *cancellable,
                        GError **error)
{
  gboolean done = FALSE;

  memset (item, 0, sizeof *item);
  g_clear_error (&self->refused);
  g_clear_pointer (&self->value, json_object_put);
  self->bytes.cancel = cancellable;
  while (!done) {
    gboolean ok;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!self->open && self->next_path == self->n_paths)
      return TRUE;
    if (!self->open)
      ok = open_next (self, cancellable, error);
    else if (self->place == AT_ELEMENTS)
      ok = step_in_array (self, item, &done, error);
    else
      ok = step_at_top (self, item, &done, error);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}
