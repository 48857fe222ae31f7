/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* basemap.bin as build-aux/make-base-map writes it (the layout is described there). */

typedef struct {
  gint32 x, y; /* mercator 0..1 times 2^bits */
} DolenRawPoint;

/** DolenRawRing: a ring and its box. */
typedef struct {
  guint kind; /* DolenMapShapeKind */
  guint first, n;
  DolenRawPoint min, max;
} DolenRawRing;

/** DolenRawBand: one degree of detail. */
typedef struct {
  guint max_zoom; /* the greatest zoom it is fine enough for */
  GArray *rings;  /* DolenRawRing */
  GArray *points; /* DolenRawPoint */
} DolenRawBand;

typedef struct {
  guint bits;
  DolenRawPoint north_west, south_east; /* the extent */
  GPtrArray *bands;                     /* DolenRawBand, coarse to fine; at least one */
} DolenRawMap;

/**
 * dolen_raw_map_read:
 * @path: the file
 * @error: DOLEN_ERROR_CANNOT_OPEN, DOLEN_ERROR_INVALID
 *
 * Its checksum is held against its bytes first, and every count against what is left of them.
 *
 * Returns: (transfer full) (nullable): the map
 */
DolenRawMap *dolen_raw_map_read (const char *path, GError **error);
void dolen_raw_map_free (DolenRawMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRawMap, dolen_raw_map_free)

G_END_DECLS
