/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-mercator.h"
#include "support/dolen-test.h"

static void
test_degrees_go_to_the_square_and_back (void)
{
  g_assert_cmpfloat (dolen_mercator_x (-180), ==, 0);
  g_assert_cmpfloat (dolen_mercator_x (0), ==, 0.5);
  g_assert_cmpfloat_with_epsilon (dolen_mercator_y (0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (dolen_mercator_y (DOLEN_MERCATOR_MAX_LATITUDE), 0, 1e-12);
  g_assert_cmpfloat (dolen_mercator_y (90), >=, 0);
  g_assert_cmpfloat (dolen_mercator_y (-90), <=, 1);
  for (double latitude = -85; latitude <= 85; latitude += 17)
    g_assert_cmpfloat_with_epsilon (
        dolen_mercator_latitude (dolen_mercator_y (latitude)), latitude, 1e-9);
  for (double longitude = -180; longitude <= 180; longitude += 45)
    g_assert_cmpfloat_with_epsilon (
        dolen_mercator_longitude (dolen_mercator_x (longitude)), longitude, 1e-9);
}

/* Known answer: the tile of Aberystwyth at zoom 10 is 10/500/336 (slippy map numbering). */
static void
test_tiles_are_counted_from_the_north_west (void)
{
  DolenMercatorBox tile = dolen_mercator_tile (10, 500, 336);
  double x = dolen_mercator_x (-4.0829), y = dolen_mercator_y (52.4153);

  g_assert_true (tile.min_x <= x && x < tile.max_x);
  g_assert_true (tile.min_y <= y && y < tile.max_y);
  g_assert_cmpfloat (dolen_mercator_world_px (0), ==, 256);
  g_assert_cmpfloat_with_epsilon (dolen_mercator_metres_per_px (0, 0), 156543.03, 0.01);
}

static void
test_zoom_is_fitted_to_a_window (void)
{
  DolenMercatorBox box = { 0.5, 0.5, 0.5 + 1 / 16., 0.5 + 1 / 64. };
  DolenMercatorBox point = { 0.3, 0.3, 0.3, 0.3 };

  g_assert_cmpfloat_with_epsilon (dolen_mercator_fit_zoom (&box, 256, 256, 16), 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (dolen_mercator_fit_zoom (&box, 1024, 64, 16), 4, 1e-9);
  g_assert_cmpfloat (dolen_mercator_fit_zoom (&point, 256, 256, 14), ==, 14);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place/mercator/degrees go to the square and back",
                   test_degrees_go_to_the_square_and_back);
  g_test_add_func ("/place/mercator/tiles are counted from the north west",
                   test_tiles_are_counted_from_the_north_west);
  g_test_add_func ("/place/mercator/zoom is fitted to a window", test_zoom_is_fitted_to_a_window);
  return g_test_run ();
}
