/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-named-places.h"
#include "support/dolen-test.h"

/* Names of groups around Brigg, in Lincolnshire, and the places in them by their latitudes. */
static const struct {
  const char *name;
  guint n;
  double latitude;
} cases[] = {
  { "Brigg Men in Sheds", 1, 53.552 },
  { "Carers' group, Brigg", 1, 53.552 },
  { "Kirton in Lindsey Amateur Gardeners", 1, 53.475 }, /* not Kirton near Boston */
  { "Barton-upon-Humber Lions", 1, 53.689 },
  { "Brigg and Crowle walkers", 2, 53.552 },
  { "Brigg, Crowle and Epworth walkers", 0, 0 }, /* a district */
  { "Brigg at Brigg", 1, 53.552 },
  { "Aberaeron choir", 0, 0 }, /* far away */
  { "Scunthorpe Road coffee", 0, 0 },
  { "a group that meets in brigg", 0, 0 }, /* no name */
  { "Choir", 0, 0 },
  { "", 0, 0 },
};

static void
test_names (void)
{
  DolenPosition brigg = { 0 };
  g_autoptr (DolenNamedPlaces) places = NULL;
  DolenPosition found[DOLEN_NAMED_PLACES_MOST];

  dolen_position_set (&brigg, 53.55, -0.49, 0, DOLEN_POSITION_PLACE);
  places = dolen_named_places_new (&brigg);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].name);
    g_assert_cmpuint (dolen_named_places_find (places, cases[i].name, found), ==, cases[i].n);
    if (cases[i].n == 0)
      continue;
    g_assert_cmpfloat_with_epsilon (found[0].latitude, cases[i].latitude, 0.001);
    g_assert_cmpfloat (found[0].precision_km, >=, 5);
  }
  g_assert_cmpuint (dolen_named_places_find (places, NULL, found), ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/named-places/names", test_names);
  return g_test_run ();
}
