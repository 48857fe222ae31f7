/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-position.h"
#include "support/dolen-test.h"

#include <math.h>

static void
test_only_places_on_earth_are_positions (void)
{
  static const double wrong[][2] = {
    { 0, 0 }, { 91, 0.5 }, { -91, 0.5 }, { 52, 180.5 }, { 52, -181 }, { NAN, -4 }, { 52, INFINITY },
  };
  DolenPosition p;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_assert_false (dolen_position_set (&p, wrong[i][0], wrong[i][1], 0, DOLEN_POSITION_FEED));
    g_assert_false (dolen_position_is_known (&p));
  }
  g_assert_true (dolen_position_set (&p, 52.22, -3.93, 0, DOLEN_POSITION_FEED));
  g_assert_cmpfloat (p.precision_km, ==, DOLEN_POSITION_EXACT_KM);
  g_assert_true (dolen_position_set (&p, 51.478, 0, 2, DOLEN_POSITION_PLACE));
  g_assert_cmpfloat (p.precision_km, ==, 2);
  g_assert_false (dolen_position_is_known (NULL));
}

static void
test_typed_coordinates_are_read_in_any_locale (void)
{
  static const char *const wrong[]
      = { "",        "52.2",     "52.2,",      "SY25 6AA",  "52.2, -3.9, 4",
          "nan,nan", "1e1, 2e1", "0x10, 0x10", "52,2 -3,9", "inf, 2" };
  DolenPosition p;

  g_assert_true (dolen_position_parse (" 52.219, -3.933 ", &p));
  g_assert_cmpfloat (p.latitude, ==, 52.219);
  g_assert_cmpfloat (p.longitude, ==, -3.933);
  g_assert_cmpint (p.origin, ==, DOLEN_POSITION_PERSON);
  g_assert_true (dolen_position_parse ("52.219 -3.933", &p));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (dolen_position_parse (wrong[i], &p));
  g_assert_false (dolen_position_parse (NULL, &p));
}

static void
test_origins_keep_their_words_in_the_store (void)
{
  for (int i = 0; i < DOLEN_N_POSITION_ORIGINS; i++)
    g_assert_cmpint (dolen_position_origin_from_id (dolen_position_origin_id (i)), ==, i);
  g_assert_cmpstr (
      dolen_position_origin_id (DOLEN_POSITION_POSTCODE_DISTRICT), ==, "postcode-district");
  g_assert_cmpint (dolen_position_origin_from_id ("guess"), ==, DOLEN_POSITION_NONE);
  g_assert_cmpint (dolen_position_origin_from_id (NULL), ==, DOLEN_POSITION_NONE);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place/position/only places on earth are positions",
                   test_only_places_on_earth_are_positions);
  g_test_add_func ("/place/position/typed coordinates are read in any locale",
                   test_typed_coordinates_are_read_in_any_locale);
  g_test_add_func ("/place/position/origins keep their words in the store",
                   test_origins_keep_their_words_in_the_store);
  return g_test_run ();
}
