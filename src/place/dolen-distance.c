/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-distance.h"

#include <geodesic.h>
#include <math.h>

/* WGS84: semi-major axis in metres and flattening (EPSG:7030). */
#define WGS84_A 6378137.0
#define WGS84_F (1 / 298.257223563)

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

double
dolen_distance_km (const DolenPosition *from, const DolenPosition *to)
{
  struct geod_geodesic earth;
  double metres = NAN;

  if (!dolen_position_is_known (from) || !dolen_position_is_known (to))
    return NAN;
  geod_init (&earth, WGS84_A, WGS84_F);
  geod_inverse (
      &earth, from->latitude, from->longitude, to->latitude, to->longitude, &metres, NULL, NULL);
  return metres / 1000;
}

/* Kilometres in one degree of latitude and of longitude at a latitude: the ellipsoid's meridional
 * radius and the radius of its parallel. */
static void
km_per_degree (double latitude, double *north, double *east)
{
  double e2 = WGS84_F * (2 - WGS84_F);
  double s = sin (radians (latitude));
  double w = sqrt (1 - e2 * s * s);

  *north = radians (WGS84_A * (1 - e2) / (w * w * w)) / 1000;
  *east = radians (WGS84_A / w * cos (radians (latitude))) / 1000;
}

void
dolen_distance_many_km (
    const DolenPosition *from, const float *latitudes, const float *longitudes, gsize n, float *km)
{
  double north, east, narrowing;
  float lat0, lon0;

  g_return_if_fail (dolen_position_is_known (from));

  km_per_degree (from->latitude, &north, &east);
  /* The parallels shorten towards the pole: the width in the middle of the two latitudes is taken,
   * as its slope at @from. */
  narrowing = -radians (tan (radians (from->latitude))) / 2;
  lat0 = (float) from->latitude;
  lon0 = (float) from->longitude;
  for (gsize i = 0; i < n; i++) {
    float dlat = latitudes[i] - lat0;
    float dlon = longitudes[i] - lon0;
    float y = dlat * (float) north;
    float x;

    if (dlon > 180)
      dlon -= 360;
    else if (dlon < -180)
      dlon += 360;
    x = dlon * (float) east * (1 + (float) narrowing * dlat);
    km[i] = sqrtf (x * x + y * y);
  }
}

DolenDegreeBox
dolen_distance_box (const DolenPosition *centre, double km)
{
  DolenDegreeBox box = { -90, 90, -180, 180 };
  double north, east, unused;

  g_return_val_if_fail (dolen_position_is_known (centre) && km >= 0, box);

  km_per_degree (centre->latitude, &north, &unused);
  /* 1 % more than computed: a degree of latitude varies by that much between equator and pole. */
  box.south = MAX (-90, centre->latitude - km / north * 1.01);
  box.north = MIN (90, centre->latitude + km / north * 1.01);
  /* The parallel nearest to a pole is the shortest, so the most degrees are needed there. */
  km_per_degree (MAX (fabs (box.south), fabs (box.north)), &unused, &east);
  if (MAX (fabs (box.south), fabs (box.north)) > 89 || centre->longitude - km / east < -180
      || centre->longitude + km / east > 180)
    return box;
  box.west = centre->longitude - km / east;
  box.east = centre->longitude + km / east;
  return box;
}
