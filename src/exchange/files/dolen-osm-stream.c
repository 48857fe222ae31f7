/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-osm-stream.h"

#include "base/dolen-error.h"
#include "exchange/files/dolen-osm-place.h"
#include "format/dolen-xml-stream.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More than any place has; what has more is no place. */
#define TAGS 500
#define NUMBER 32

typedef enum {
  NOTHING,
  NODE,
  WAY,
  RELATION,
} Element;

typedef struct {
  double latitude, longitude;
} Corner;

typedef struct {
  char *path;
  DolenXmlStream *xml;
  gboolean corners_known; /* the first reading is done */
  gboolean is_osm;        /* the element at the top is <osm> */
  GHashTable *corners;    /* id of a node -> Corner, of the ways that are places */

  Element element; /* being read */
  char id[NUMBER], latitude[NUMBER], longitude[NUMBER];
  gint64 corner; /* of a way: its first node, 0 */
  gboolean deleted;
  DolenOsmTags tags;

  GQueue records; /* of json_object, of the piece read last */
  json_object *value;
  guint64 number;
  gboolean ended;
} OsmStream;

static void
copy_number (char *to, const DolenXmlAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = dolen_xml_attribute (attributes, name, &length);

  *to = 0;
  if (value && length < NUMBER) {
    memcpy (to, value, length);
    to[length] = 0;
  }
}

static gboolean
says (const DolenXmlAttributes *attributes, const char *name, const char *wanted)
{
  gsize length;
  const char *value = dolen_xml_attribute (attributes, name, &length);

  return value && length == strlen (wanted) && memcmp (value, wanted, length) == 0;
}

static double
number_of (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  return end != text && *end == 0 ? number : NAN;
}

static void
begin_element (OsmStream *stream, Element element, const DolenXmlAttributes *attributes)
{
  stream->element = element;
  /* The first reading is for ways alone. */
  if (!stream->corners_known && element == NODE) {
    stream->element = NOTHING;
    return;
  }
  stream->corner = 0;
  stream->deleted = says (attributes, "visible", "false") || says (attributes, "action", "delete");
  g_ptr_array_set_size (stream->tags.texts, 0);
  copy_number (stream->id, attributes, "id");
  copy_number (stream->latitude, attributes, "lat");
  copy_number (stream->longitude, attributes, "lon");
}

/* Whether a node is a corner somebody waits for. */
static void
take_corner (OsmStream *stream)
{
  gint64 id = g_ascii_strtoll (stream->id, NULL, 10);
  Corner *corner = g_hash_table_lookup (stream->corners, &id);

  if (corner) {
    corner->latitude = number_of (stream->latitude);
    corner->longitude = number_of (stream->longitude);
  }
}

static void
take_tag (OsmStream *stream, const DolenXmlAttributes *attributes)
{
  gsize key_length, value_length;
  const char *key = dolen_xml_attribute (attributes, "k", &key_length);
  const char *value = dolen_xml_attribute (attributes, "v", &value_length);

  if (!key || !value || stream->element == NOTHING || stream->tags.texts->len >= 2 * TAGS)
    return;
  g_ptr_array_add (stream->tags.texts, g_strndup (key, key_length));
  g_ptr_array_add (stream->tags.texts, g_strndup (value, value_length));
}

static void
on_start (const char *name, const DolenXmlAttributes *attributes, gpointer data)
{
  OsmStream *stream = data;

  if (strcmp (name, "nd") == 0) {
    if (stream->corner == 0) {
      char ref[NUMBER];
      copy_number (ref, attributes, "ref");
      stream->corner = g_ascii_strtoll (ref, NULL, 10);
    }
  } else if (strcmp (name, "tag") == 0) {
    take_tag (stream, attributes);
  } else if (strcmp (name, "node") == 0) {
    begin_element (stream, NODE, attributes);
    if (stream->corners_known && g_hash_table_size (stream->corners) > 0)
      take_corner (stream);
  } else if (strcmp (name, "way") == 0) {
    begin_element (stream, WAY, attributes);
  } else if (strcmp (name, "relation") == 0) {
    begin_element (stream, RELATION, attributes);
  } else if (strcmp (name, "center") == 0) {
    /* Overpass gives the middle of ways and relations where it is asked to. */
    copy_number (stream->latitude, attributes, "lat");
    copy_number (stream->longitude, attributes, "lon");
  } else if (strcmp (name, "osm") == 0) {
    stream->is_osm = TRUE;
  }
}

static void
queue_record (OsmStream *stream)
{
  static const char *const KINDS[] = { "", "node", "way", "relation" };
  g_autofree char *id = g_strdup_printf ("%s/%s", KINDS[stream->element], stream->id);
  double latitude = number_of (stream->latitude), longitude = number_of (stream->longitude);
  const Corner *corner = g_hash_table_lookup (stream->corners, &stream->corner);

  if (isnan (latitude) && corner) {
    latitude = corner->latitude;
    longitude = corner->longitude;
  }
  g_queue_push_tail (&stream->records, dolen_osm_record (&stream->tags, id, latitude, longitude));
}

static void
want_corner (OsmStream *stream)
{
  Corner *corner = g_new (Corner, 1);

  *corner = (Corner){ NAN, NAN };
  g_hash_table_insert (stream->corners, g_memdup2 (&stream->corner, sizeof stream->corner), corner);
}

static void
end_element (OsmStream *stream)
{
  gboolean place = stream->element != NOTHING && stream->tags.texts->len > 0 && !stream->deleted
                   && *stream->id && dolen_osm_is_place (&stream->tags);

  if (place && stream->corners_known)
    queue_record (stream);
  else if (place && stream->element == WAY && stream->corner && !*stream->latitude)
    want_corner (stream);
  stream->element = NOTHING;
}

static void
on_end (const char *name, gpointer data)
{
  if (strcmp (name, "node") == 0 || strcmp (name, "way") == 0 || strcmp (name, "relation") == 0)
    end_element (data);
}

static const DolenXmlHandler HANDLER = { on_start, on_end };

gpointer
dolen_osm_stream_new (const char *path)
{
  OsmStream *stream = g_new0 (OsmStream, 1);

  stream->path = g_strdup (path);
  stream->corners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  stream->tags.texts = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&stream->records);
  return stream;
}

static void
record_free (gpointer record)
{
  json_object_put (record);
}

static void
osm_free (gpointer reader)
{
  OsmStream *stream = reader;

  dolen_xml_stream_free (stream->xml);
  g_queue_clear_full (&stream->records, record_free);
  json_object_put (stream->value);
  g_hash_table_unref (stream->corners);
  g_ptr_array_unref (stream->tags.texts);
  g_free (stream->path);
  g_free (stream);
}

static gboolean
check_is_osm (OsmStream *stream, GError **error)
{
  g_autofree char *name = g_path_get_basename (stream->path);

  if (stream->is_osm)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_UNSUPPORTED,
               /* Translators: name of a file. */
               _ ("%s is XML, but no extract of OpenStreetMap."),
               name);
  return FALSE;
}

/* The first reading, for the corners. */
static gboolean
find_corners (OsmStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenXmlStream) xml = dolen_xml_stream_new (stream->path, &HANDLER, stream, error);
  gboolean ended = FALSE;

  while (xml && !ended)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !dolen_xml_stream_read (xml, &ended, cancellable, error))
      return FALSE;
  if (!xml || !check_is_osm (stream, error))
    return FALSE;
  stream->corners_known = TRUE;
  stream->xml = dolen_xml_stream_new (stream->path, &HANDLER, stream, error);
  return stream->xml != NULL;
}

static gboolean
osm_next (gpointer reader, DolenJsonItem *item, GCancellable *cancellable, GError **error)
{
  OsmStream *stream = reader;

  g_clear_pointer (&stream->value, json_object_put);
  *item = (DolenJsonItem){ .kind = DOLEN_JSON_END };
  if (!stream->corners_known && !find_corners (stream, cancellable, error))
    return FALSE;
  while (!stream->ended && g_queue_is_empty (&stream->records))
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !dolen_xml_stream_read (stream->xml, &stream->ended, cancellable, error))
      return FALSE;
  if (g_queue_is_empty (&stream->records))
    return TRUE;
  stream->value = g_queue_pop_head (&stream->records);
  *item = (DolenJsonItem){ .kind = DOLEN_JSON_RECORD,
                           .path = stream->path,
                           .record = ++stream->number,
                           .byte = dolen_xml_stream_position (stream->xml),
                           .container = "services",
                           .value = stream->value };
  return TRUE;
}

static const char *
osm_envelope (gpointer reader, const char *key)
{
  return strcmp (key, "publisher") == 0 ? DOLEN_OSM_SOURCE : NULL;
}

static goffset
osm_position (gpointer reader)
{
  OsmStream *stream = reader;

  return stream->xml ? dolen_xml_stream_position (stream->xml) : 0;
}

const DolenRecordReader *
dolen_osm_stream_kind (void)
{
  static const DolenRecordReader OSM
      = { .next = osm_next, .envelope = osm_envelope, .position = osm_position, .free = osm_free };

  return &OSM;
}
