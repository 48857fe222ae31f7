/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-why-not.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

#include <string.h>

/* "Why not?" of a service that somebody has in mind. */

static char *
why_not (DolenFacts *facts, const DolenProfile *profile, guint index, guint place)
{
  g_autoptr (GPtrArray) reasons = dolen_reasons_new (
      facts, profile, index, NULL, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_KM);

  return dolen_why_not (facts, profile, index, place, reasons, DOLEN_LANGUAGE_EN);
}

static void
test_what_bars_it (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *said = NULL;

  test_wish (profile, "interest:gardening");
  test_tag (facts, 0, "+interest:gardening");
  profile->age = 70;
  facts->eligible[0].min_age = 16;
  facts->eligible[0].max_age = 25;
  said = why_not (facts, profile, 0, 3);
  g_assert_true (g_str_has_prefix (said, "Not suitable: "));
  g_assert_nonnull (strstr (said, "16"));
  g_assert_nonnull (strstr (said, "25"));
}

static void
test_nothing_sought_is_said_of_it (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *said = NULL;

  test_wish (profile, "interest:gardening");
  test_tag (facts, 0, "+interest:singing");
  said = why_not (facts, profile, 0, 0);
  g_assert_cmpstr (said, ==, "Nothing of what is sought is said of it.");
}

/* Both are left out of a list: what only comes close, and what fits far less than the best. */
static void
test_left_out_of_the_list (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *close = NULL;
  g_autofree char *behind = NULL;

  test_wish (profile, "interest:line-dancing");
  test_tag (facts, 0, "interest:dance");
  test_tag (facts, 1, "+interest:line-dancing");
  close = why_not (facts, profile, 0, 0);
  g_assert_cmpstr (close, ==, "It only comes close to what is sought.");
  behind = why_not (facts, profile, 1, 0);
  g_assert_cmpstr (behind, ==, "Others suit much better.");
}

static void
test_its_place_and_what_holds_it_back (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autofree char *first = NULL;
  g_autofree char *said = NULL;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "barrier:no-car");
  test_tag (facts, 0, "+interest:gardening");
  first = why_not (facts, profile, 0, DOLEN_AMONG_THE_FIRST);
  g_assert_null (first);
  said = why_not (facts, profile, 0, DOLEN_AMONG_THE_FIRST + 1);
  g_assert_true (g_str_has_prefix (said, "Number 6. What holds it back: "));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/why-not/bars", test_what_bars_it);
  g_test_add_func ("/why-not/nothing", test_nothing_sought_is_said_of_it);
  g_test_add_func ("/why-not/left-out", test_left_out_of_the_list);
  g_test_add_func ("/why-not/place", test_its_place_and_what_holds_it_back);
  return g_test_run ();
}
