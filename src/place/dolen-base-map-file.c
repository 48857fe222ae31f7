/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-base-map-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/dolen-error.h"
#include "place/dolen-base-map.h"

#define MAGIC "DolenMap"
#define VERSION 1
#define CHECKSUM_BYTES 32

/* What is left to read; once something is amiss nothing more is read and bad stays TRUE. */
typedef struct {
  const guint8 *p, *end;
  gboolean bad;
} Cursor;

static guint32
read_u32 (Cursor *c)
{
  guint32 value;

  if (c->bad || c->end - c->p < 4) {
    c->bad = TRUE;
    return 0;
  }
  memcpy (&value, c->p, 4);
  c->p += 4;
  return GUINT32_FROM_LE (value);
}

static guint32
read_leb128 (Cursor *c)
{
  guint32 value = 0;

  for (guint shift = 0; shift < 35; shift += 7) {
    if (c->bad || c->p == c->end)
      break;
    value |= (guint32) (*c->p & 127) << shift;
    if ((*c->p++ & 128) == 0)
      return value;
  }
  c->bad = TRUE;
  return 0;
}

static gint32
read_zigzag (Cursor *c)
{
  guint32 n = read_leb128 (c);

  return (gint32) (n >> 1) ^ -(gint32) (n & 1);
}

static void
raw_band_free (DolenRawBand *band)
{
  g_array_unref (band->rings);
  g_array_unref (band->points);
  g_free (band);
}

static void
read_ring (Cursor *c, DolenRawBand *band, guint32 n_points)
{
  DolenRawRing ring = { 0 };
  DolenRawPoint point = { 0, 0 };

  ring.kind = read_leb128 (c);
  ring.n = read_leb128 (c);
  ring.first = band->points->len;
  c->bad |= ring.kind > DOLEN_MAP_LAKE || ring.n < 3 || ring.n > n_points - ring.first;
  for (guint i = 0; i < ring.n && !c->bad; i++) {
    /* Added as unsigned: a wrong file must not overflow. */
    point.x = (gint32) ((guint32) point.x + (guint32) read_zigzag (c));
    point.y = (gint32) ((guint32) point.y + (guint32) read_zigzag (c));
    if (i == 0)
      ring.min = ring.max = point;
    ring.min.x = MIN (ring.min.x, point.x);
    ring.min.y = MIN (ring.min.y, point.y);
    ring.max.x = MAX (ring.max.x, point.x);
    ring.max.y = MAX (ring.max.y, point.y);
    g_array_append_val (band->points, point);
  }
  if (!c->bad)
    g_array_append_val (band->rings, ring);
}

static DolenRawBand *
read_band (Cursor *c)
{
  DolenRawBand *band = g_new0 (DolenRawBand, 1);
  guint32 n_rings, n_points;

  band->max_zoom = read_u32 (c);
  n_rings = read_u32 (c);
  n_points = read_u32 (c);
  /* A point takes two bytes at least; so no more is set aside than the file could hold. */
  c->bad |= n_points > (guint64) (c->end - c->p) / 2;
  band->rings = g_array_new (FALSE, FALSE, sizeof (DolenRawRing));
  band->points = g_array_sized_new (FALSE, FALSE, sizeof (DolenRawPoint), c->bad ? 0 : n_points);
  for (guint i = 0; i < n_rings && !c->bad; i++)
    read_ring (c, band, n_points);
  c->bad |= band->points->len != n_points;
  return band;
}

static gboolean
checksum_holds (const guint8 *bytes, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[CHECKSUM_BYTES];
  gsize digest_length = sizeof digest;

  if (length < CHECKSUM_BYTES)
    return FALSE;
  g_checksum_update (checksum, bytes, (gssize) (length - CHECKSUM_BYTES));
  g_checksum_get_digest (checksum, digest, &digest_length);
  return memcmp (digest, bytes + length - CHECKSUM_BYTES, CHECKSUM_BYTES) == 0;
}

static DolenRawMap *
read_map (Cursor *c)
{
  DolenRawMap *map = g_new0 (DolenRawMap, 1);
  guint32 n_bands;

  map->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) raw_band_free);
  c->bad |= read_u32 (c) != VERSION;
  map->bits = read_u32 (c);
  map->north_west.x = (gint32) read_u32 (c);
  map->north_west.y = (gint32) read_u32 (c);
  map->south_east.x = (gint32) read_u32 (c);
  map->south_east.y = (gint32) read_u32 (c);
  n_bands = read_u32 (c);
  c->bad |= map->bits < 8 || map->bits > 30 || n_bands == 0 || n_bands > 16;
  for (guint i = 0; i < n_bands && !c->bad; i++)
    g_ptr_array_add (map->bands, read_band (c));
  c->bad |= c->p != c->end;
  return map;
}

DolenRawMap *
dolen_raw_map_read (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (DolenRawMap) map = NULL;
  gsize length = 0;
  Cursor cursor;

  if (!g_file_get_contents (path, &bytes, &length, &local)) {
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, local->message);
    return NULL;
  }
  if (length > strlen (MAGIC) && memcmp (bytes, MAGIC, strlen (MAGIC)) == 0
      && checksum_holds ((const guint8 *) bytes, length)) {
    cursor.p = (const guint8 *) bytes + strlen (MAGIC);
    cursor.end = (const guint8 *) bytes + length - CHECKSUM_BYTES;
    cursor.bad = FALSE;
    map = read_map (&cursor);
    if (!cursor.bad)
      return g_steal_pointer (&map);
  }
  /* Translators: %s is a file's path. */
  g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("The base map “%s” is damaged."), path);
  return NULL;
}

void
dolen_raw_map_free (DolenRawMap *map)
{
  if (map == NULL)
    return;
  g_ptr_array_unref (map->bands);
  g_free (map);
}
