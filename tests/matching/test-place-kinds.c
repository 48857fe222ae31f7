/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/dolen-place-kinds.h"

#include <string.h>

static void
test_a_name_says_what_kind_of_place_it_is (void)
{
  static const struct {
    const char *name;
    guint kinds;
  } cases[] = {
    { "St John’s Church Hall", DOLEN_PLACE_CHURCH },
    { "St Mary's Parish Hall, Frodingham", DOLEN_PLACE_CHURCH },
    { "Capel Bethel", DOLEN_PLACE_CHURCH },
    { "Llandysul Primary School", DOLEN_PLACE_SCHOOL },
    { "Ysgol Gynradd Aberaeron", DOLEN_PLACE_SCHOOL },
    { "The Black Lion Arms", DOLEN_PLACE_PUB },
    { "Tafarn y Vale", DOLEN_PLACE_PUB },
    { "Neuadd y Dref", DOLEN_PLACE_COUNCIL },
    { "Ysbyty Bronglais", DOLEN_PLACE_HOSPITAL },
    { "Padarn Surgery", DOLEN_PLACE_HOSPITAL },
    { "Scunthorpe Jobcentre Plus", DOLEN_PLACE_COUNCIL },
    { "Brumby Police Station", DOLEN_PLACE_POLICE },
    { "Canolfan Hamdden Plascrug", DOLEN_PLACE_LEISURE },
    { "Llyfrgell Aberteifi", DOLEN_PLACE_LIBRARY },
    { "Borth Community Centre", DOLEN_PLACE_HALL },
    { "Neuadd Bentref Pontsiân", DOLEN_PLACE_HALL },
    { "Central Park", DOLEN_PLACE_OUTSIDE },
    { "Rhandiroedd Penparcau", DOLEN_PLACE_OUTSIDE },
    /* roads, and what was there once */
    { "12 School Lane", 0 },
    { "Church Street Community Centre", DOLEN_PLACE_HALL },
    { "Heol yr Ysgol", 0 },
    { "The Old School", 0 },
    { "Yr Hen Gapel", 0 },
    { "Old Chapel Community Hall", DOLEN_PLACE_HALL },
    /* a park in a name is no park where it is something else too */
    { "Park Surgery", DOLEN_PLACE_HOSPITAL },
    { "Victoria Park Community Centre", DOLEN_PLACE_HALL },
    /* a part of a word is no word */
    { "Whitchurch", 0 },
    { "Barton", 0 },
    { "", 0 },
    { " -- ", 0 },
    { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].name);
    g_assert_cmphex (dolen_place_kinds_read (cases[i].name), ==, cases[i].kinds);
  }
}

static void
test_a_name_of_any_length_is_read (void)
{
  g_autoptr (GString) name = g_string_new ("Chapel");

  for (int i = 0; i < 200; i++)
    g_string_append (name, " â’");
  g_assert_cmphex (dolen_place_kinds_read (name->str), ==, DOLEN_PLACE_CHURCH);
}

static void
test_every_kind_has_a_code_and_words (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dolen_place_kinds_check (&error));
  g_assert_no_error (error);
  for (guint k = 0; k < DOLEN_N_PLACE_KINDS; k++) {
    DolenPlaceKind kind = (DolenPlaceKind) (1u << k);

    g_assert_cmphex (dolen_place_kind_from_code (dolen_place_kind_code (kind)), ==, kind);
    g_assert_cmpint (strlen (dolen_place_kind_label (kind, DOLEN_LANGUAGE_EN)), >, 3);
    g_assert_cmpstr (dolen_place_kind_label (kind, DOLEN_LANGUAGE_CY),
                     !=,
                     dolen_place_kind_label (kind, DOLEN_LANGUAGE_EN));
  }
  g_assert_null (dolen_place_kind_code ((DolenPlaceKind) (1u << DOLEN_N_PLACE_KINDS)));
  g_assert_cmphex (dolen_place_kind_from_code ("moon"), ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place-kinds/names", test_a_name_says_what_kind_of_place_it_is);
  g_test_add_func ("/place-kinds/long", test_a_name_of_any_length_is_read);
  g_test_add_func ("/place-kinds/codes", test_every_kind_has_a_code_and_words);
  return g_test_run ();
}
