/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-mercator.h"

#include <math.h>

/* Pixels of a tile's side, and the equator in metres (2 pi * 6378137, the sphere of EPSG:3857). */
#define TILE_PX 256
#define EQUATOR_M 40075016.685578488

double
dolen_mercator_x (double longitude)
{
  return longitude / 360 + 0.5;
}

double
dolen_mercator_y (double latitude)
{
  double limited = CLAMP (latitude, -DOLEN_MERCATOR_MAX_LATITUDE, DOLEN_MERCATOR_MAX_LATITUDE);

  return CLAMP (0.5 - asinh (tan (limited * G_PI / 180)) / (2 * G_PI), 0, 1);
}

double
dolen_mercator_longitude (double x)
{
  return (x - 0.5) * 360;
}

double
dolen_mercator_latitude (double y)
{
  return atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI;
}

double
dolen_mercator_world_px (double zoom)
{
  return TILE_PX * exp2 (zoom);
}

DolenMercatorBox
dolen_mercator_tile (int zoom, int x, int y)
{
  double side = exp2 (-zoom);

  return (DolenMercatorBox){ x * side, y * side, (x + 1) * side, (y + 1) * side };
}

double
dolen_mercator_metres_per_px (double latitude, double zoom)
{
  return EQUATOR_M * cos (latitude * G_PI / 180) / dolen_mercator_world_px (zoom);
}

double
dolen_mercator_fit_zoom (const DolenMercatorBox *box, int width, int height, double max_zoom)
{
  double across = MAX (box->max_x - box->min_x, 0);
  double down = MAX (box->max_y - box->min_y, 0);
  double zoom = max_zoom;

  if (across > 0)
    zoom = MIN (zoom, log2 (MAX (width, 1) / (across * TILE_PX)));
  if (down > 0)
    zoom = MIN (zoom, log2 (MAX (height, 1) / (down * TILE_PX)));
  return MAX (zoom, 0);
}
