/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "place/dolen-base-map.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/*
 * The bundled base map as tiles, painted here: no network. Painting runs in the pool of threads;
 * a tile takes some 10 ms.
 */
#define DOLEN_TYPE_BASE_MAP_SOURCE (dolen_base_map_source_get_type ())
G_DECLARE_FINAL_TYPE (
    DolenBaseMapSource, dolen_base_map_source, DOLEN, BASE_MAP_SOURCE, ShumateMapSource)

/** dolen_base_map_source_new: @dark and @language of the names hold for its life: make another for
 *  another look. */
DolenBaseMapSource *
dolen_base_map_source_new (DolenBaseMap *map, DolenLanguage language, gboolean dark);

/** dolen_base_map_source_get_painted: how many tiles were painted, for tests. */
guint dolen_base_map_source_get_painted (DolenBaseMapSource *self);

/** dolen_base_map_source_is_idle: tiles were painted and none is under way. */
gboolean dolen_base_map_source_is_idle (DolenBaseMapSource *self);

/** dolen_base_map_paint: (transfer full): one tile as a picture; any thread. */
GdkTexture *dolen_base_map_paint (
    DolenBaseMap *map, int zoom, int x, int y, DolenLanguage language, gboolean dark);

/** dolen_base_map_draw: what dolen_base_map_view() gave, on the sea: onto a picture or a page of
 *  which a pixel of the view is a unit; any thread. */
void dolen_base_map_draw (cairo_t *cr, const DolenMapView *view, gboolean dark);

/** dolen_base_map_bundled: (transfer none) (nullable): the bundled one, read once a process and
 *  kept; main thread. */
DolenBaseMap *dolen_base_map_bundled (void);

G_END_DECLS
