/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-words.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

#include <string.h>

/* A ranking says in words what it counted. */

static DolenRanking *
rank (DolenFacts *facts, const DolenProfile *profile)
{
  g_autoptr (GError) error = NULL;
  DolenRanking *ranking = dolen_ranking_run (facts, profile, 0, NULL, &error);

  g_assert_no_error (error);
  return ranking;
}

static void
test_what_bars_most_is_the_reason (void)
{
  g_autoptr (DolenFacts) facts = test_facts (4);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autofree char *said = NULL;
  g_autofree char *welsh = NULL;

  test_wish (profile, "interest:gardening");
  profile->age = 70;
  profile->max_pence = 100;
  for (guint i = 0; i < 4; i++)
    test_tag (facts, i, "+interest:gardening");
  facts->eligible[0].max_age = facts->eligible[1].max_age = facts->eligible[2].max_age = 25;
  facts->pence[3] = 900;
  test_tag (facts, 3, "!enabler:subsidised"); /* and nobody is let off: else it is asked */
  ranking = rank (facts, profile);
  said = dolen_ranking_say_nothing (ranking, DOLEN_LANGUAGE_EN);
  welsh = dolen_ranking_say_nothing (ranking, DOLEN_LANGUAGE_CY);
  g_assert_cmpstr (said,
                   ==,
                   "Nothing here suits, because what offers it is for another age (3 of 4). "
                   "If it may cost more: 1.");
  g_assert_nonnull (strstr (welsh, "(3 o 4)"));
}

static void
test_for_another_age (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autofree char *said = NULL;

  test_wish (profile, "interest:gardening");
  profile->age = 70;
  for (guint i = 0; i < 2; i++) {
    test_tag (facts, i, "+interest:gardening");
    facts->eligible[i].max_age = 25;
  }
  ranking = rank (facts, profile);
  said = dolen_ranking_say_nothing (ranking, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (
      said, ==, "Nothing here suits, because what offers it is for another age (2 of 2).");
}

static void
test_nobody_says_that_it_offers_it (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autofree char *said = NULL;

  test_wish (profile, "interest:gardening");
  ranking = rank (facts, profile);
  said = dolen_ranking_say_nothing (ranking, DOLEN_LANGUAGE_EN);
  g_assert_true (g_str_has_suffix (said, "no group says that it offers what is sought."));
}

static void
test_what_suits_is_not_denied (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "interest:gardening");
  test_tag (facts, 0, "+interest:gardening");
  ranking = rank (facts, profile);
  g_assert_null (dolen_ranking_say_nothing (ranking, DOLEN_LANGUAGE_EN));
  g_assert_null (dolen_ranking_say_nobody (ranking, profile, DOLEN_LANGUAGE_EN));
}

static void
test_each_of_several_adds_something (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  const DolenCombination *together;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *nobody = NULL;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "need:debt");
  test_wish (profile, "need:foot-care");
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "+need:debt");
  ranking = rank (facts, profile);
  together = dolen_ranking_combination (ranking);
  g_assert_nonnull (together);
  g_assert_cmpuint (together->n, ==, 2);
  g_assert_cmpuint (
      dolen_combination_adds (together, 0) & dolen_combination_adds (together, 1), ==, 0);
  first = dolen_ranking_say_wishes (
      ranking, profile, dolen_combination_adds (together, 0), DOLEN_LANGUAGE_EN);
  second = dolen_ranking_say_wishes (
      ranking, profile, dolen_combination_adds (together, 1), DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (together->members[0].index == 0 ? first : second, ==, "Gardening");
  g_assert_cmpstr (together->members[0].index == 0 ? second : first, ==, "Debt");
  nobody = dolen_ranking_say_nobody (ranking, profile, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (
      nobody, dolen_term_label (test_term (DOLEN_TERM_NEED, "foot-care"), DOLEN_LANGUAGE_EN)));
}

/* "Found nowhere" of what is too far away would be untrue. */
static void
test_what_only_does_not_suit_was_found (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autofree char *nobody = NULL;

  profile->age = 70;
  test_wish (profile, "interest:gardening");
  test_wish (profile, "interest:kurling-boccia");
  test_wish (profile, "need:foot-care");
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "+interest:kurling-boccia");
  facts->eligible[1].max_age = 25;
  ranking = rank (facts, profile);
  nobody = dolen_ranking_say_nobody (ranking, profile, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (
      nobody,
      ==,
      "Found nowhere: Foot and personal health checks. Found only where it does not suit: Boccia and kurling.");
}

/* Together they are no better than what it is sure of. */
static void
test_what_may_be_for_others_is_nothing_to_build_upon (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  const DolenCombination *together;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "interest:walking");
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "+interest:walking");
  test_tag (facts, 2, "interest:walking");
  test_make_ready (facts, 1);
  facts->eligible[1].audience = DOLEN_AUDIENCE_LGBTQ;
  ranking = rank (facts, profile);
  together = dolen_ranking_combination (ranking);
  g_assert_nonnull (together);
  for (guint m = 0; m < together->n; m++)
    g_assert_cmpuint (together->members[m].index, !=, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/ranking-words/most", test_what_bars_most_is_the_reason);
  g_test_add_func ("/ranking-words/age", test_for_another_age);
  g_test_add_func ("/ranking-words/nobody", test_nobody_says_that_it_offers_it);
  g_test_add_func ("/ranking-words/suits", test_what_suits_is_not_denied);
  g_test_add_func ("/ranking-words/together", test_each_of_several_adds_something);
  g_test_add_func ("/ranking-words/not-suitable", test_what_only_does_not_suit_was_found);
  g_test_add_func ("/ranking-words/for-others",
                   test_what_may_be_for_others_is_nothing_to_build_upon);
  return g_test_run ();
}
