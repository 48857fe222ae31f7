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
test_when_how_and_where_are_read (void)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"free\": [\"MO\", \"tu-morning\"], \"max_minutes\": 90,"
      "  \"travel\": { \"walk\": 1.5, \"lift\": null }, \"avoid_places\": [\"church\", \"pub\"],"
      "  \"outdoors\": \"out\", \"group_size\": \"small\", \"about\": [\"veteran\", \"carer\"],"
      "  \"dislikes\": [\"singing\"], \"tried\": [\"a\", \"b\"], \"risk\": \"higher\","
      "  \"overrides\": { \"c\": [\"age\", \"listing\"] }, \"support_weeks\": 12,"
      "  \"words\": [\"trombone\", \"trombone\", \"\"] }",
      &unknown);

  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
  g_assert_cmphex (profile->free, ==, DOLEN_SLOT_DAY (1) | DOLEN_SLOT_BIT (2, DOLEN_DAY_MORNING));
  g_assert_cmpint (profile->max_minutes, ==, 90);
  g_assert_cmphex (profile->means, ==, 1u << DOLEN_MEANS_WALK | 1u << DOLEN_MEANS_LIFT);
  g_assert_cmpfloat (profile->travel_km[DOLEN_MEANS_WALK], ==, 1.5);
  g_assert_cmpfloat (profile->travel_km[DOLEN_MEANS_LIFT], ==, DOLEN_TRAVEL_ANY);
  g_assert_cmphex (profile->avoid_places, ==, DOLEN_PLACE_CHURCH | DOLEN_PLACE_PUB);
  g_assert_cmpint (profile->setting, ==, DOLEN_SETTING_OUTDOORS);
  g_assert_cmpint (profile->company, ==, DOLEN_COMPANY_SMALL);
  g_assert_cmphex (profile->about, ==, DOLEN_ABOUT_VETERAN | DOLEN_ABOUT_CARER);
  g_assert_true (
      dolen_term_set_has (&profile->dislikes, test_term (DOLEN_TERM_INTEREST, "singing")->index));
  g_assert_true (dolen_profile_has_tried (profile, "b"));
  g_assert_true (dolen_profile_has_override (profile, "c", "listing"));
  g_assert_true (profile->higher_risk);
  g_assert_cmpint (profile->support_weeks, ==, 12);
  g_assert_cmpuint (g_strv_length (profile->words), ==, 1);
}

/* Each of them alone is something a service can be held against. */
static void
test_one_key_alone_is_not_empty (void)
{
  static const char *const texts[] = {
    "{ \"free\": [\"MO\"] }",          "{ \"max_minutes\": 60 }",
    "{ \"travel\": { \"bus\": 10 } }", "{ \"avoid_places\": [\"school\"] }",
    "{ \"outdoors\": \"in\" }",        "{ \"group_size\": \"one-to-one\" }",
    "{ \"about\": [\"student\"] }",    "{ \"dislikes\": [\"gardening\"] }",
    "{ \"risk\": \"higher\" }",        "{ \"support_weeks\": 6 }",
    "{ \"words\": [\"trombone\"] }",   "{ \"interests\": [\"xyzzy\"] }",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (DolenProfile) profile = read_profile (texts[i], NULL);
    g_autoptr (DolenProfile) copy = dolen_profile_copy (profile);

    g_test_message ("%s", texts[i]);
    g_assert_false (dolen_profile_is_empty (profile));
    g_assert_false (dolen_profile_is_empty (copy));
  }
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
  /* and looked for in the groups' own text */
  g_assert_cmpuint (g_strv_length (profile->words), ==, 1);
  g_assert_cmpstr (profile->words[0], ==, "xyzzy");
}

static gboolean
names (const DolenTermSet *set, DolenTermKind kind, const char *code)
{
  return dolen_term_set_has (set, test_term (kind, code)->index);
}

/* As in the conversation: several at once, of other kinds too, and not quite as they are spelt. */
static void
test_what_is_typed_is_understood (void)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"interests\": [\"gardning\", \"likes canu but not football\"],"
      "  \"needs\": [\"lonley\", \"benifits\", \"my mum has dementia\"],"
      "  \"barriers\": [\"can't do stairs, no car\"], \"dislikes\": [\"hates bingo\"] }",
      &unknown);

  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
  g_assert_true (names (&profile->interests, DOLEN_TERM_INTEREST, "gardening"));
  g_assert_true (names (&profile->interests, DOLEN_TERM_INTEREST, "singing"));
  g_assert_false (names (&profile->interests, DOLEN_TERM_INTEREST, "football"));
  g_assert_true (names (&profile->dislikes, DOLEN_TERM_INTEREST, "football"));
  g_assert_true (names (&profile->dislikes, DOLEN_TERM_INTEREST, "bingo"));
  g_assert_true (names (&profile->needs, DOLEN_TERM_NEED, "loneliness"));
  g_assert_true (names (&profile->needs, DOLEN_TERM_NEED, "benefits"));
  g_assert_true (names (&profile->needs, DOLEN_TERM_NEED, "dementia"));
  g_assert_false (names (&profile->needs, DOLEN_TERM_NEED, "parenting"));
  g_assert_true (names (&profile->barriers, DOLEN_TERM_BARRIER, "stairs"));
  g_assert_true (names (&profile->barriers, DOLEN_TERM_BARRIER, "no-car"));
  g_assert_null (profile->words);
}

static void
assert_unknown (char **unknown, const char *lines)
{
  g_autofree char *joined = g_strjoinv ("\n", unknown);

  g_assert_cmpstr (joined, ==, lines);
}

/* A comma parts two things, though a phrase that both would make is known. */
static void
test_a_comma_parts_what_is_named (void)
{
  g_autoptr (DolenProfile) one = read_profile ("{ \"needs\": [\"COPD, oxygen\"] }", NULL);
  g_autoptr (DolenProfile) two = read_profile ("{ \"needs\": [\"COPD\", \"oxygen\"] }", NULL);

  g_assert_true (names (&one->needs, DOLEN_TERM_NEED, "lungs"));
  g_assert_true (names (&two->needs, DOLEN_TERM_NEED, "lungs"));
  g_assert_true (names (&one->barriers, DOLEN_TERM_BARRIER, "oxygen"));
  g_assert_true (names (&two->barriers, DOLEN_TERM_BARRIER, "oxygen"));
  dolen_profile_free (one);
  one = read_profile ("{ \"needs\": [\"oxygen, COPD\"] }", NULL);
  g_assert_cmpmem (&one->needs, sizeof one->needs, &two->needs, sizeof two->needs);
  g_assert_cmpmem (&one->barriers, sizeof one->barriers, &two->barriers, sizeof two->barriers);
}

/* What is spelt otherwise is told; nothing is made of a part of a word, nor of what is another. */
static void
test_spelling_is_put_right_with_care (void)
{
  g_auto (GStrv) unknown = NULL, left = NULL;
  g_autoptr (DolenProfile) strange = read_profile (
      "{ \"barriers\": [\"one-sided weakness\"], \"needs\": [\"shredding\"] }", &unknown);
  g_autoptr (DolenProfile) near
             = read_profile ("{ \"needs\": [\"lonley\", \"debt and zzyzx\"] }", &left);

  g_assert_true (dolen_term_set_is_empty (&strange->interests));
  g_assert_true (dolen_term_set_is_empty (&strange->needs));
  g_assert_true (dolen_term_set_is_empty (&strange->barriers));
  g_assert_null (strange->respelt);
  assert_unknown (unknown, "barriers: one-sided weakness\nneeds: shredding");
  g_assert_true (names (&near->needs, DOLEN_TERM_NEED, "loneliness"));
  g_assert_cmpstr (near->respelt[0], ==, "needs: lonley: lonely");
  g_assert_null (near->respelt[1]);
  assert_unknown (left, "needs: zzyzx"); /* told, and not looked for */
  g_assert_null (near->words);
}

/* What was put in the wrong list is taken for what it is, and for nothing that it only sounds like.
 */
static void
test_a_word_goes_where_it_belongs (void)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile
             = read_profile ("{ \"interests\": [\"no car\"], \"needs\": [\"gardening\"],"
                             "  \"dislikes\": [\"debt\"] }",
                             &unknown);

  g_assert_true (names (&profile->barriers, DOLEN_TERM_BARRIER, "no-car"));
  g_assert_true (names (&profile->interests, DOLEN_TERM_INTEREST, "gardening"));
  g_assert_false (names (&profile->needs, DOLEN_TERM_NEED, "debt"));
  g_assert_cmpuint (g_strv_length (unknown), ==, 1);
  g_assert_cmpstr (unknown[0], ==, "dislikes: debt");
}

/* What is in the way is looked for nowhere: a text that holds it speaks of something else. */
static void
test_what_is_sought_is_looked_for_and_what_is_in_the_way_is_not (void)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"interests\": [\"xyzzy\", \"singing and plugh\"], \"needs\": [\"debts since xyzzy\"],"
      "  \"barriers\": [\"no plover\"] }",
      &unknown);

  g_assert_cmpuint (g_strv_length (unknown), ==, 4); /* all of it is told */
  g_assert_cmpuint (g_strv_length (profile->words), ==, 2);
  g_assert_cmpstr (profile->words[0], ==, "xyzzy");
  g_assert_cmpstr (profile->words[1], ==, "plugh");
  g_assert_true (names (&profile->interests, DOLEN_TERM_INTEREST, "singing"));
}

static void
test_a_language_may_be_named (void)
{
  g_autoptr (DolenProfile) profile = read_profile (
      "{ \"languages\": [\"Welsh\", \"Pwyleg\", \"BSL\", \"pt-BR\"] }", NULL);

  g_assert_cmpstr (profile->languages[0], ==, "cy");
  g_assert_cmpstr (profile->languages[1], ==, "pl");
  g_assert_cmpstr (profile->languages[2], ==, "bfi");
  g_assert_cmpstr (profile->languages[3], ==, "pt-br");
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
    { "{ \"free\": [\"Tuesday\"] }", "free" },
    { "{ \"free\": 7 }", "free" },
    { "{ \"max_minutes\": 0 }", "max_minutes" },
    { "{ \"max_minutes\": \"long\" }", "max_minutes" },
    { "{ \"travel\": 5 }", "travel" },
    { "{ \"travel\": { \"horse\": 5 } }", "travel" },
    { "{ \"travel\": { \"bus\": -1 } }", "travel.bus" },
    { "{ \"travel\": { \"bus\": \"far\" } }", "travel.bus" },
    { "{ \"avoid_places\": [\"moon\"] }", "school" },
    { "{ \"avoid_places\": {} }", "avoid_places" },
    { "{ \"outdoors\": true }", "outdoors" },
    { "{ \"group_size\": 4 }", "group_size" },
    { "{ \"about\": [\"nice\"] }", "veteran" },
    { "{ \"dislikes\": 5 }", "dislikes" },
    { "{ \"tried\": [5] }", "tried" },
    { "{ \"overrides\": [\"age\"] }", "overrides" },
    { "{ \"overrides\": { \"a\": [\"shoe-size\"] } }", "overrides" },
    { "{ \"overrides\": { \"a\": 1 } }", "overrides" },
    { "{ \"risk\": \"high\" }", "risk" },
    { "{ \"support_weeks\": -2 }", "support_weeks" },
    { "{ \"words\": [[]] }", "words" },
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

/* What is weighed with is shared, not copied, and let go of with the last profile. */
static void
test_a_copy_holds_what_is_weighed_with (void)
{
  g_autoptr (DolenProfile) profile = read_profile ("{ \"words\": [\"trombone\"] }", NULL);
  g_autoptr (DolenWeights) weights = dolen_weights_copy (dolen_weights_default (NULL));
  g_autoptr (DolenAnswers) answers = dolen_answers_new ();
  g_autoptr (DolenProfile) copy = NULL;

  dolen_profile_set_weights (profile, weights);
  dolen_profile_set_weights (profile, weights);
  dolen_profile_set_answers (profile, answers);
  copy = dolen_profile_copy (profile);
  dolen_profile_set_weights (profile, NULL);
  g_assert_null (profile->weights);
  g_assert_true (copy->weights == weights);
  g_assert_true (copy->answers == answers);
  g_assert_cmpstr (copy->words[0], ==, "trombone");
}

static void
test_codes_are_read_back (void)
{
  for (guint bit = 1; dolen_about_code ((DolenAbout) bit) != NULL; bit <<= 1) {
    g_assert_cmphex (dolen_about_from_code (dolen_about_code ((DolenAbout) bit)), ==, bit);
    g_assert_cmpint (strlen (dolen_about_label ((DolenAbout) bit, DOLEN_LANGUAGE_EN)), >, 5);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/profile/keys", test_every_key_is_read);
  g_test_add_func ("/profile/empty", test_an_empty_profile_says_nothing);
  g_test_add_func ("/profile/unknown", test_what_is_not_understood_is_told);
  g_test_add_func ("/profile/typed", test_what_is_typed_is_understood);
  g_test_add_func ("/profile/typed/comma", test_a_comma_parts_what_is_named);
  g_test_add_func ("/profile/typed/spelling", test_spelling_is_put_right_with_care);
  g_test_add_func ("/profile/typed/belongs", test_a_word_goes_where_it_belongs);
  g_test_add_func ("/profile/typed/looked-for",
                   test_what_is_sought_is_looked_for_and_what_is_in_the_way_is_not);
  g_test_add_func ("/profile/languages", test_a_language_may_be_named);
  g_test_add_func ("/profile/coordinates", test_coordinates_win_over_a_name);
  g_test_add_func ("/profile/refused", test_a_wrong_value_is_refused_by_its_key);
  g_test_add_func ("/profile/copy", test_a_copy_stands_by_itself);
  g_test_add_func ("/profile/limits", test_when_how_and_where_are_read);
  g_test_add_func ("/profile/one-key", test_one_key_alone_is_not_empty);
  g_test_add_func ("/profile/weighed-with", test_a_copy_holds_what_is_weighed_with);
  g_test_add_func ("/profile/codes", test_codes_are_read_back);
  return g_test_run ();
}
