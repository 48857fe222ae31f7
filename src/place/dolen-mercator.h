/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Web Mercator (EPSG:3857) as maps in tiles use it, with the whole world as the square 0..1:
 * x grows eastwards from the antimeridian, y southwards from about 85.05 degrees north.
 * At zoom z the world is 256 * 2^z pixels wide.
 */

/** The latitude where the square ends: atan(sinh(pi)). */
#define DOLEN_MERCATOR_MAX_LATITUDE 85.051128779806604

/** DolenMercatorBox: a part of the world. Looking across the antimeridian, min_x may be below 0 or
 *  max_x above 1. */
typedef struct {
  double min_x, min_y, max_x, max_y;
} DolenMercatorBox;

/** dolen_mercator_x: 0..1 for degrees east. */
double dolen_mercator_x (double longitude);
/** dolen_mercator_y: 0..1 for degrees north; beyond the square's edge it is the edge. */
double dolen_mercator_y (double latitude);
/** dolen_mercator_longitude: degrees east for 0..1. */
double dolen_mercator_longitude (double x);
/** dolen_mercator_latitude: degrees north for 0..1. */
double dolen_mercator_latitude (double y);

/** dolen_mercator_world_px: how many pixels wide the world is at a zoom, fractions allowed. */
double dolen_mercator_world_px (double zoom);

/** dolen_mercator_tile: the part of the world that tile (@zoom, @x, @y) shows; y counts from the
 *  north. */
DolenMercatorBox dolen_mercator_tile (int zoom, int x, int y);

/** dolen_mercator_metres_per_px: ground metres that one pixel covers at a latitude and zoom. */
double dolen_mercator_metres_per_px (double latitude, double zoom);

/** dolen_mercator_fit_zoom: the greatest zoom (fractions allowed, at most @max_zoom) at which @box
 *  fits into @width x @height pixels; @max_zoom for a single point. */
double
dolen_mercator_fit_zoom (const DolenMercatorBox *box, int width, int height, double max_zoom);

G_END_DECLS
