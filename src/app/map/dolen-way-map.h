/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/dolen-sheet.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * dolen_way_map_draw:
 * @map: what is on it
 * @context: for its words
 * @width, @height: units of @cr, from its origin
 * @points: of its words
 *
 * A small map for paper: coast, lakes and the names of places from the bundled base map, the place
 * as a round mark, the home (where there is one) as a square, a scale bar, north, whose data it is.
 * It asks no network.
 */
void dolen_way_map_draw (const DolenSheetMap *map,
                         cairo_t *cr,
                         PangoContext *context,
                         double width,
                         double height,
                         double points,
                         DolenLanguage language);

G_END_DECLS
