/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

#include <string.h>

static gboolean
find_place (const char *text, DolenPosition *position, gpointer data)
{
  return strcmp (text, "Llanbedr Pont Steffan") == 0
         && dolen_position_set (position, 52.11, -4.08, 1, DOLEN_POSITION_PLACE);
}

static DolenProfile *
read_profile (const char *json, char ***unknown)
{
  g_autoptr (GError) error = NULL;
  DolenProfile *profile
      = dolen_profile_from_json (json, -1, test_vocabulary (), find_place, NULL, unknown, &error);

  g_assert_no_error (error);
  return profile;
}

static void
test_every_key_is_read (void)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"interests\": [\"gardening\", \"Canu\"], \"needs\": [\"debt\"],"
      "  \"barriers\": [\"no car\"], \"languages\": [\"cym\", \"en\"], \"age\": 81,"
      "  \"gender\": \"male\", \"place\": \"Llanbedr Pont Steffan\", \"max_km\": 12.5,"
      "  \"max_wait_weeks\": 6, \"free_only\": true, \"days\": [\"TU\", \"th\"] }",
      &unknown);

  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
  g_assert_true (dolen_term_set_has (&profile->interests,
                                     test_term (DOLEN_TERM_INTEREST, "gardening")->index));
  g_assert_true (
      dolen_term_set_has (&profile->interests, test_term (DOLEN_TERM_INTEREST, "singing")->index));
  g_assert_true (dolen_term_set_has (&profile->needs, test_term (DOLEN_TERM_NEED, "debt")->index));
  g_assert_true (
      dolen_term_set_has (&profile->barriers, test_term (DOLEN_TERM_BARRIER, "no-car")->index));
  g_assert_cmpstr (profile->languages[0], ==, "cy");
  g_assert_cmpint (profile->age, ==, 81);
  g_assert_cmpint (profile->gender, ==, DOLEN_GENDER_MALE);
  g_assert_true (dolen_position_is_known (&profile->position));
  g_assert_cmpfloat (profile->max_km, ==, 12.5);
  g_assert_cmpint (profile->max_wait_weeks, ==, 6);
  g_assert_cmpint (profile->max_pence, ==, 0);
  g_assert_cmpuint (profile->days, ==, DOLEN_DAY_BIT (2) | DOLEN_DAY_BIT (4));
}

static void
test_an_empty_profile_says_nothing (void)
{
  g_autoptr (DolenProfile) profile = read_profile ("{}", NULL);

  g_assert_true (dolen_profile_is_empty (profile));
  g_assert_false (dolen_profile_names_wishes (profile));
}

static void
test_what_is_not_understood_is_told (void)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"interests\": [\"xyzzy\", \"gardening\"], \"shoe_size\": 9, \"needs\": null,"
      "  \"postcode\": \"ZZ1 1ZZ\" }",
      &unknown);

  g_assert_cmpuint (g_strv_length (unknown), ==, 3);
  g_assert_cmpstr (unknown[0], ==, "interests: xyzzy");
  g_assert_cmpstr (unknown[1], ==, "shoe_size: 9");
  g_assert_cmpstr (unknown[2], ==, "postcode: ZZ1 1ZZ");
  g_assert_true (dolen_profile_names_wishes (profile));
  g_assert_cmpstr (profile->place, ==, "ZZ1 1ZZ");
}

static void
test_coordinates_win_over_a_name (void)
{
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"latitude\": 53.5, \"longitude\": -0.6, \"place\": \"Llanbedr Pont Steffan\" }", NULL);

  g_assert_cmpfloat (profile->position.latitude, ==, 53.5);
  g_assert_cmpint (profile->position.origin, ==, DOLEN_POSITION_PERSON);
}

static void
test_a_wrong_value_is_refused_by_its_key (void)
{
  static const struct {
    const char *json;
    const char *key;
  } cases[] = {
    { "{ \"age\": -3 }", "age" },
    { "{ \"age\": \"old\" }", "age" },
    { "{ \"max_km\": 1e9 }", "max_km" },
    { "{ \"interests\": 5 }", "interests" },
    { "{ \"interests\": [5] }", "interests" },
    { "{ \"days\": [\"Tuesday\"] }", "days" },
    { "{ \"gender\": \"f\" }", "gender" },
    { "{ \"free_only\": \"yes\" }", "free_only" },
    { "{ \"languages\": [\"Welsh please\"] }", "languages" },
    { "{ \"latitude\": 53.5 }", "latitude" },
    { "{ \"place\": 7 }", "place" },
    { "[]", "JSON" },
    { "{ \"age\": ", "JSON" },
    { "{ \"a\": [[[[[[[[[[[[1]]]]]]]]]]]] }", "JSON" },
    { "{ \"place\": \"\xff\" }", "JSON" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (
        dolen_profile_from_json (cases[i].json, -1, test_vocabulary (), NULL, NULL, NULL, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, cases[i].key));
  }
}

static void
test_a_copy_stands_by_itself (void)
{
  g_autoptr (DolenProfile) profile = read_profile ("{ \"languages\": [\"cy\"], \"age\": 4 }", NULL);
  g_autoptr (DolenProfile) copy = dolen_profile_copy (profile);

  dolen_profile_set_languages (profile, NULL);
  g_assert_true (dolen_profile_has_language (copy, "cy"));
  g_assert_cmpint (copy->age, ==, 4);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/profile/keys", test_every_key_is_read);
  g_test_add_func ("/profile/empty", test_an_empty_profile_says_nothing);
  g_test_add_func ("/profile/unknown", test_what_is_not_understood_is_told);
  g_test_add_func ("/profile/coordinates", test_coordinates_win_over_a_name);
  g_test_add_func ("/profile/refused", test_a_wrong_value_is_refused_by_its_key);
  g_test_add_func ("/profile/copy", test_a_copy_stands_by_itself);
  return g_test_run ();
}
