/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-distance.h"
#include "support/dolen-test.h"

#include <math.h>

static DolenPosition
at (double latitude, double longitude)
{
  DolenPosition p;

  g_assert_true (dolen_position_set (&p, latitude, longitude, 0, DOLEN_POSITION_FEED));
  return p;
}

static void
test_distance_follows_the_ellipsoid (void)
{
  DolenPosition aberystwyth = at (52.4153, -4.0829), tregaron = at (52.2194, -3.9336);
  DolenPosition paris = at (48.8566, 2.3522), london = at (51.5074, -0.1278);
  DolenPosition nowhere = { 0 };
  double km = dolen_distance_km (&aberystwyth, &tregaron);

  g_assert_cmpfloat (km, >, 23);
  g_assert_cmpfloat (km, <, 27);
  g_assert_cmpfloat_with_epsilon (dolen_distance_km (&tregaron, &aberystwyth), km, 1e-9);
  g_assert_cmpfloat_with_epsilon (dolen_distance_km (&london, &paris), 343.9, 1);
  g_assert_cmpfloat (dolen_distance_km (&london, &london), ==, 0);
  g_assert_true (isnan (dolen_distance_km (&london, &nowhere)));
  g_assert_true (isnan (dolen_distance_km (NULL, &london)));
}

/* The share by which the fast way misses the geodesic, at worst, on a ring of @km around a point.
 */
static double
worst_error (const DolenPosition *from, double km)
{
  double worst = 0;

  for (int bearing = 0; bearing < 360; bearing += 5) {
    double dlat = km / 111.2 * cos (bearing * G_PI / 180);
    double dlon = km / 111.2 * sin (bearing * G_PI / 180) / cos (from->latitude * G_PI / 180);
    float lat = (float) (from->latitude + dlat), lon = (float) (from->longitude + dlon), fast;
    DolenPosition to = at (lat, lon);

    dolen_distance_many_km (from, &lat, &lon, 1, &fast);
    worst = MAX (worst, fabs (fast / dolen_distance_km (from, &to) - 1));
  }
  return worst;
}

static void
test_the_fast_way_is_as_near_as_documented (void)
{
  static const double corners[][2] = { { 50, -5 }, { 52.2, -3.9 }, { 53.6, -0.6 }, { 60.5, -1.2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++) {
    DolenPosition from = at (corners[i][0], corners[i][1]);

    g_assert_cmpfloat (worst_error (&from, 5), <, 0.001);
    g_assert_cmpfloat (worst_error (&from, 50), <, 0.001);
    g_assert_cmpfloat (worst_error (&from, 100), <, 0.003);
    g_assert_cmpfloat (worst_error (&from, 500), <, 0.02);
  }
}

static void
test_the_fast_way_minds_the_antimeridian_and_gaps (void)
{
  DolenPosition from = at (-17, 179.9);
  float lat[] = { -17, NAN, -17 }, lon[] = { -179.9f, -179.9f, 179.9f }, km[3];

  dolen_distance_many_km (&from, lat, lon, 3, km);
  g_assert_cmpfloat_with_epsilon (km[0], 21.3, 0.3);
  g_assert_true (isnan (km[1]));
  g_assert_cmpfloat_with_epsilon (km[2], 0, 0.01);
}

static void
test_the_box_holds_all_within_reach (void)
{
  DolenPosition from = at (52.2, -3.9), edge = at (-17, 179.9), north = at (89.9, 10);
  DolenDegreeBox box = dolen_distance_box (&from, 20);

  for (int bearing = 0; bearing < 360; bearing += 15) {
    double lat = from.latitude + 19.9 / 111.5 * cos (bearing * G_PI / 180);
    double lon = from.longitude + 19.9 / 111.5 / 0.62 * sin (bearing * G_PI / 180);
    DolenPosition to = at (lat, lon);

    if (dolen_distance_km (&from, &to) <= 20)
      g_assert_true (lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east);
  }
  g_assert_cmpfloat (box.north - box.south, <, 0.4);
  box = dolen_distance_box (&edge, 50);
  g_assert_cmpfloat (box.west, ==, -180);
  g_assert_cmpfloat (box.east, ==, 180);
  box = dolen_distance_box (&north, 50);
  g_assert_cmpfloat (box.north, ==, 90);
  g_assert_cmpfloat (box.east, ==, 180);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place/distance/follows the ellipsoid", test_distance_follows_the_ellipsoid);
  g_test_add_func ("/place/distance/the fast way is as near as documented",
                   test_the_fast_way_is_as_near_as_documented);
  g_test_add_func ("/place/distance/the fast way minds the antimeridian and gaps",
                   test_the_fast_way_minds_the_antimeridian_and_gaps);
  g_test_add_func ("/place/distance/the box holds all within reach",
                   test_the_box_holds_all_within_reach);
  return g_test_run ();
}
