/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-postcode.h"
#include "support/dolen-test.h"

#include <string.h>

static void
test_any_spelling_has_one_canonical_form (void)
{
  static const char *const cases[][2] = {
    { "SA48 7AA", "SA48 7AA" },
    { "sa487aa", "SA48 7AA" },
    { " Sa48  7aA ", "SA48 7AA" },
    { "M1 1AE", "M1 1AE" },
    { "b338th", "B33 8TH" },
    { "CR2 6XH", "CR2 6XH" },
    { "DN551PT", "DN55 1PT" },
    { "W1A 0AX", "W1A 0AX" },
    { "EC1A 1BB", "EC1A 1BB" },
    { "SA12AB", "SA1 2AB" },
    { "gir0aa", "GIR 0AA" },
    { "SY25 6\u00a0AB", "SY25 6AB" },
    { "SA48 OAA", "SA48 0AA" },
    { "sy23 ibb", "SY23 1BB" },
    { "SA48", NULL },
    { "SA48 7CA", NULL },
    { "QA1 1AA", NULL },
    { "SA48 7AA Lampeter", NULL },
    { "ABC 1DE", NULL },
    { "", NULL },
    { NULL, NULL },
    { "SA487AAA", NULL },
    { "N/A", NULL },
    { "99999", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = dolen_postcode_canonical (cases[i][0]);
    g_assert_cmpstr (got, ==, cases[i][1]);
  }
}

static void
test_a_postcode_has_its_parts (void)
{
  DolenPostcode p;

  g_assert_true (dolen_postcode_parse ("sy256ab", &p));
  g_assert_cmpstr (p.area, ==, "SY");
  g_assert_cmpstr (p.outward, ==, "SY25");
  g_assert_cmpstr (p.inward, ==, "6AB");
  g_assert_true (dolen_postcode_is_whole (&p));
  g_assert_true (dolen_postcode_parse ("W1A 0AX", &p));
  g_assert_cmpstr (p.area, ==, "W");
  g_assert_cmpstr (p.outward, ==, "W1A");
  g_assert_true (dolen_postcode_parse ("GIR 0AA", &p));
  g_assert_cmpstr (p.area, ==, "");
  g_assert_cmpstr (p.outward, ==, "GIR");
}

static void
test_a_district_or_sector_stands_alone_in_its_field (void)
{
  DolenPostcode p;

  g_assert_true (dolen_postcode_parse ("sa44", &p));
  g_assert_cmpstr (p.full, ==, "SA44");
  g_assert_cmpstr (p.outward, ==, "SA44");
  g_assert_false (dolen_postcode_is_whole (&p));
  g_assert_true (dolen_postcode_parse ("SA44 5", &p));
  g_assert_cmpstr (p.outward, ==, "SA44");
  g_assert_false (dolen_postcode_parse ("Lampeter", &p));
  g_assert_cmpstr (p.full, ==, "");
}

static void
test_the_last_whole_postcode_of_a_text_is_found (void)
{
  static const char *const cases[][2] = {
    { "our hall, Lampeter, SA48 7AA", "SA48 7AA" },
    { "Write to SA48 7AA; we meet at SY25 6AB.", "SY25 6AB" },
    { "Ysgol Bro Pedr,\nLlanbedr Pont Steffan\nSA487AA\nRing first", "SA48 7AA" },
    { "(DN15 6AA)", "DN15 6AA" },
    { "take the M25 to junction 4", NULL },
    { "open 9am to 5pm, room B1 2pm", NULL },
    { "reference XSA48 7AAX", NULL },
    { "Tŷ1 2AB", NULL },
    { "", NULL },
  };
  gsize start = 0, end = 0;
  DolenPostcode p;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean found = dolen_postcode_find (cases[i][0], &p, NULL, NULL);

    g_assert_cmpint (found, ==, cases[i][1] != NULL);
    g_assert_cmpstr (p.full, ==, cases[i][1] != NULL ? cases[i][1] : "");
  }
  g_assert_true (dolen_postcode_find ("Tŷ Mawr, sa48 7aa!", &p, &start, &end));
  g_assert_cmpuint (start, ==, strlen ("Tŷ Mawr, "));
  g_assert_cmpuint (end, ==, strlen ("Tŷ Mawr, sa48 7aa"));
  g_assert_false (dolen_postcode_find (NULL, &p, NULL, NULL));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place/postcode/any spelling has one canonical form",
                   test_any_spelling_has_one_canonical_form);
  g_test_add_func ("/place/postcode/a postcode has its parts", test_a_postcode_has_its_parts);
  g_test_add_func ("/place/postcode/a district or sector stands alone in its field",
                   test_a_district_or_sector_stands_alone_in_its_field);
  g_test_add_func ("/place/postcode/the last whole postcode of a text is found",
                   test_the_last_whole_postcode_of_a_text_is_found);
  return g_test_run ();
}
