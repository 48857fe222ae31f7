/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "language/dolen-language.h"
#include "place/dolen-mercator.h"

G_BEGIN_DECLS

/*
 * The bundled base map: coast and lakes of Britain and Ireland and the names of places, so that the
 * map works with no network. This says what to paint and where, as plain numbers; painting is the
 * application's. Immutable once loaded: any thread may ask for tiles.
 *
 * Sources and terms: data/place/README.md; the credit to show is dolen_base_map_credit().
 */
typedef struct _DolenBaseMap DolenBaseMap;

/**
 * dolen_base_map_load:
 * @folder: (nullable): where basemap.bin and places.tsv stand; NULL for the bundled ones
 * @error: DOLEN_ERROR_CANNOT_OPEN, DOLEN_ERROR_INVALID (a damaged file is refused, never half read)
 *
 * Returns: (transfer full) (nullable): the base map
 */
DolenBaseMap *dolen_base_map_load (const char *folder, GError **error);
DolenBaseMap *dolen_base_map_ref (DolenBaseMap *self);
void dolen_base_map_unref (DolenBaseMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBaseMap, dolen_base_map_unref)

/** dolen_base_map_credit: (transfer none): whose data it is, one line to show on the map. */
const char *dolen_base_map_credit (void);

/** DolenMapShapeKind: in the order in which they are painted. */
typedef enum {
  DOLEN_MAP_LAND, /* fill; holes do not occur: lakes are painted over */
  DOLEN_MAP_LAKE, /* fill */
} DolenMapShapeKind;

/** DolenMapPoint: pixels from the top left of what was asked for. */
typedef struct {
  float x, y;
} DolenMapPoint;

/** DolenMapShape: one closed ring (the last point joins the first), cut to the box and a margin of
 *  8 px, so that an outline along the cut is not seen. */
typedef struct {
  DolenMapShapeKind kind;
  guint first; /* into the points */
  guint n;     /* at least 3 */
} DolenMapShape;

/** DolenMapLabel: a name to write, centred below the dot. */
typedef struct {
  const char *text; /* belongs to the base map */
  float x, y;       /* where the place is, pixels */
  int rank;         /* 0 city, 1 large town, 2 town, 3 large village, 4 village */
} DolenMapLabel;

/** DolenMapView: what to paint. */
typedef struct {
  GArray *points; /* DolenMapPoint */
  GArray *shapes; /* DolenMapShape, land first */
  GArray
      *labels; /* DolenMapLabel, the most important first, none nearer than its width to another */
} DolenMapView;

void dolen_map_view_free (DolenMapView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenMapView, dolen_map_view_free)

/**
 * dolen_base_map_view:
 * @self: a base map
 * @box: which part of the world
 * @zoom: at what zoom, fractions allowed: decides detail, pixels and which names appear
 * @language: of the names
 *
 * Rings outside the box are left out, points closer than 0.7 px to the one before are dropped.
 * Which names appear depends on the zoom alone and not on the box, so that neighbouring tiles
 * agree; the labels of a margin around the box are in it too, for a name reaches over an edge:
 * paint every label in every tile.
 *
 * Returns: (transfer full): what to paint
 */
DolenMapView *dolen_base_map_view (DolenBaseMap *self,
                                   const DolenMercatorBox *box,
                                   double zoom,
                                   DolenLanguage language);

/** dolen_base_map_tile: (transfer full): the same for one tile of 256 px. */
DolenMapView *
dolen_base_map_tile (DolenBaseMap *self, int zoom, int x, int y, DolenLanguage language);

/** dolen_base_map_is_land: whether a point is on land at the finest detail, for tests and for
 *  catching positions in the sea. */
gboolean dolen_base_map_is_land (DolenBaseMap *self, double latitude, double longitude);

G_END_DECLS
