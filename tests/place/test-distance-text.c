/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-distance-text.h"

#include <math.h>

#include "place/dolen-gazetteer.h"
#include "support/dolen-test.h"

static void
test_a_distance_is_said_no_finer_than_it_is_known (void)
{
  static const struct {
    double km, precision;
    DolenDistanceUnit unit;
    const char *text;
  } cases[] = {
    { 1.29, 0.2, DOLEN_DISTANCE_MILES, "0.8 miles" },
    { 1.61, 0.2, DOLEN_DISTANCE_MILES, "1 mile" },
    { 5.3, 0.2, DOLEN_DISTANCE_MILES, "3.3 miles" },
    { 16.05, 0.2, DOLEN_DISTANCE_MILES, "10 miles" },
    { 40, 0.2, DOLEN_DISTANCE_MILES, "25 miles" },
    { 0.02, 0.2, DOLEN_DISTANCE_MILES, "under 0.1 miles" },
    { 0.8, 0.2, DOLEN_DISTANCE_KM, "0.8 kilometres" },
    { 5.3, 1.3, DOLEN_DISTANCE_MILES, "about 3 miles" },
    { 2, 1.3, DOLEN_DISTANCE_MILES, "about 1 mile" },
    { 0.5, 1.3, DOLEN_DISTANCE_MILES, "within about 2 miles" },
    { 15, 11, DOLEN_DISTANCE_MILES, "about 10 miles" },
    { 20, 11, DOLEN_DISTANCE_KM, "about 20 kilometres" },
    { 3, 11, DOLEN_DISTANCE_MILES, "within about 10 miles" },
    { 60, 25, DOLEN_DISTANCE_MILES, "about 40 miles" },
    { NAN, 1, DOLEN_DISTANCE_MILES, "distance not known" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text
        = dolen_distance_text (DOLEN_LANGUAGE_EN, cases[i].unit, cases[i].km, cases[i].precision);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_a_sentence_says_what_is_known (void)
{
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  DolenPosition home, hall, door, nowhere = { 0 };
  g_autofree char *home_known = NULL;
  g_autofree char *hall_known = NULL;
  g_autofree char *by_district = NULL;
  g_autofree char *by_place = NULL;
  g_autofree char *unknown = NULL;

  g_assert_true (dolen_gazetteer_locate (g, "SA44 5AB", &home, &home_known));
  g_assert_true (dolen_gazetteer_locate (g, "Tregaron", &hall, &hall_known));
  g_assert_true (dolen_position_set (&door, 52.2153, -4.3589, 0, DOLEN_POSITION_FEED));
  by_district = dolen_distance_sentence (
      DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES, &home, home_known, &door, NULL);
  g_assert_cmpstr (
      by_district, ==, "about 10 miles in a straight line: only the district SA44 is known");
  by_place = dolen_distance_sentence (
      DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES, &door, NULL, &hall, hall_known);
  g_assert_cmpstr (
      by_place, ==, "about 18 miles in a straight line: only the place is known: Tregaron");
  unknown = dolen_distance_sentence (
      DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_MILES, &home, home_known, &nowhere, NULL);
  g_assert_cmpstr (unknown, ==, "distance not known");
}

static void
test_the_unit_is_miles_unless_told (void)
{
  g_assert_cmpint (dolen_distance_unit_from_id ("km"), ==, DOLEN_DISTANCE_KM);
  g_assert_cmpint (dolen_distance_unit_from_id ("miles"), ==, DOLEN_DISTANCE_MILES);
  g_assert_cmpint (dolen_distance_unit_from_id (NULL), ==, DOLEN_DISTANCE_MILES);
}

static void
test_somewhere_in_a_district (void)
{
  static const struct {
    double km, precision;
    const char *district, *text;
  } cases[] = {
    { 0, 20, "SY23", "somewhere in SY23" },
    { 15, 20, "SY23", "somewhere in SY23" },
    { (double) NAN, 0, "SY23", "somewhere in SY23" },
    { 53, 15, "SA43", "about 50 kilometres, somewhere in SA43" },
    { 3, 0.1, NULL, "3 kilometres" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = dolen_distance_in_district (
        DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_KM, cases[i].km, cases[i].precision, cases[i].district);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place/distance-text/a distance is said no finer than it is known",
                   test_a_distance_is_said_no_finer_than_it_is_known);
  g_test_add_func ("/place/distance-text/a sentence says what is known",
                   test_a_sentence_says_what_is_known);
  g_test_add_func ("/place/distance-text/the unit is miles unless told",
                   test_the_unit_is_miles_unless_told);
  g_test_add_func ("/place/distance-text/somewhere in a district", test_somewhere_in_a_district);
  return g_test_run ();
}
