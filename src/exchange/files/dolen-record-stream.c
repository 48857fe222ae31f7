/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-record-stream.h"

#include "base/dolen-error.h"

#include "exchange/files/dolen-csv-stream.h"
#include "exchange/files/dolen-file-kind.h"
#include "exchange/files/dolen-hsds-stream.h"
#include "exchange/files/dolen-openactive.h"
#include "exchange/files/dolen-osm-stream.h"

#include <glib/gstdio.h>

struct _DolenRecordStream {
  const DolenRecordReader *kind;
  gpointer reader; /* (owned) */
};

/* Feeds in JSON; what speaks of sessions in OpenActive's words is put into those of HSDS. */
typedef struct {
  DolenJsonStream *json;
  json_object *converted;
  GError *refused;
} Feed;

static gpointer
feed_new (const char *path)
{
  Feed *feed = g_new0 (Feed, 1);

  feed->json = dolen_json_stream_new (&path, 1);
  return feed;
}

static gboolean
feed_next (gpointer reader, DolenJsonItem *item, GCancellable *cancellable, GError **error)
{
  Feed *feed = reader;
  const char *why = NULL;

  g_clear_pointer (&feed->converted, json_object_put);
  g_clear_error (&feed->refused);
  if (!dolen_json_stream_next (feed->json, item, cancellable, error))
    return FALSE;
  if (item->kind != DOLEN_JSON_RECORD || !dolen_openactive_is_item (item->value))
    return TRUE;
  feed->converted = dolen_openactive_convert (item->value, &why);
  item->value = feed->converted;
  if (!item->value) {
    g_set_error_literal (&feed->refused, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
    item->kind = DOLEN_JSON_REFUSED;
    item->refused = feed->refused;
  }
  return TRUE;
}

static const char *
feed_envelope (gpointer reader, const char *key)
{
  return dolen_json_stream_envelope (((Feed *) reader)->json, key);
}

static goffset
feed_position (gpointer reader)
{
  return dolen_json_stream_position (((Feed *) reader)->json);
}

static void
feed_free (gpointer reader)
{
  Feed *feed = reader;

  dolen_json_stream_free (feed->json);
  json_object_put (feed->converted);
  g_clear_error (&feed->refused);
  g_free (feed);
}

static const DolenRecordReader JSON = {
  .next = feed_next, .envelope = feed_envelope, .position = feed_position, .free = feed_free
};

DolenRecordStream *
dolen_record_stream_new (const char *path, const char *columns)
{
  DolenRecordStream *stream = g_new0 (DolenRecordStream, 1);

  switch (dolen_file_kind (path)) {
  case DOLEN_FILE_CSV:
    stream->kind = dolen_csv_stream_kind ();
    stream->reader = dolen_csv_stream_new (path, columns);
    break;
  case DOLEN_FILE_OSM:
    stream->kind = dolen_osm_stream_kind ();
    stream->reader = dolen_osm_stream_new (path);
    break;
  case DOLEN_FILE_HSDS:
    stream->kind = dolen_hsds_stream_kind ();
    stream->reader = dolen_hsds_stream_new (path);
    break;
  case DOLEN_FILE_JSON:
  default:
    stream->kind = &JSON;
    stream->reader = feed_new (path);
  }
  return stream;
}

DolenRecordStream *
dolen_record_stream_of (const DolenRecordReader *kind, gpointer reader)
{
  DolenRecordStream *stream = g_new0 (DolenRecordStream, 1);

  stream->kind = kind;
  stream->reader = reader;
  return stream;
}

void
dolen_record_stream_free (DolenRecordStream *stream)
{
  if (stream == NULL)
    return;
  stream->kind->free (stream->reader);
  g_free (stream);
}

gboolean
dolen_record_stream_next (DolenRecordStream *stream,
                          DolenJsonItem *item,
                          GCancellable *cancellable,
                          GError **error)
{
  return stream->kind->next (stream->reader, item, cancellable, error);
}

const char *
dolen_record_stream_envelope (DolenRecordStream *stream, const char *key)
{
  return stream->kind->envelope ? stream->kind->envelope (stream->reader, key) : NULL;
}

goffset
dolen_record_stream_position (DolenRecordStream *stream)
{
  return stream->kind->position (stream->reader);
}

const GPtrArray *
dolen_record_stream_notes (DolenRecordStream *stream)
{
  return stream->kind->notes ? stream->kind->notes (stream->reader) : NULL;
}

const struct _DolenCsvColumns *
dolen_record_stream_columns (DolenRecordStream *stream)
{
  return stream->kind->columns ? stream->kind->columns (stream->reader) : NULL;
}

gboolean
dolen_record_stream_has_rows (DolenRecordStream *stream)
{
  return stream->kind->rows;
}

goffset
dolen_record_file_size (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GStatBuf about;
  goffset size = 0;
  const char *name;

  if (!folder)
    return g_stat (path, &about) == 0 ? about.st_size : 0;
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    size += g_stat (file, &about) == 0 && S_ISREG (about.st_mode) ? about.st_size : 0;
  }
  return size;
}
