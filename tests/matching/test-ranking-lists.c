/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

/* A list as a whole: never filled up, room for several, and several that go together. */

static DolenRanking *
rank (DolenFacts *facts, const DolenProfile *profile)
{
  g_autoptr (GError) error = NULL;
  DolenRanking *ranking = dolen_ranking_run (facts, profile, 0, NULL, &error);

  g_assert_no_error (error);
  return ranking;
}

/* Services @from up to @to are of one organisation that offers so many. */
static void
give_to (DolenFacts *facts, guint owner, guint from, guint to)
{
  if (facts->owners == NULL)
    facts->owners = g_new0 (DolenOwnerFact, 8);
  facts->n_owners = MAX (facts->n_owners, owner + 1);
  for (guint i = from; i < to; i++)
    facts->owner[i] = owner;
  facts->owners[owner].n_services = (guint16) (to - from);
}

static void
test_a_small_group_is_not_crowded_out_by_a_large_body (void)
{
  g_autoptr (DolenFacts) facts = test_facts (7);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  guint of_the_large = 0;

  test_wish (profile, "interest:gardening");
  for (guint i = 0; i < facts->n; i++)
    test_tag (facts, i, "+interest:gardening");
  give_to (facts, 0, 0, 5);
  give_to (facts, 1, 5, 6);
  give_to (facts, 2, 6, 7);
  facts->confirmed[0] = facts->confirmed[1] = 200; /* somewhat better known */
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->n_matches, ==, 7);
  for (guint m = 0; m < 3; m++)
    of_the_large += facts->owner[ranking->matches[m].index] == 0;
  g_assert_cmpuint (of_the_large, <=, 1);
}

static void
test_what_fits_better_stays_before_what_is_small (void)
{
  g_autoptr (DolenFacts) facts = test_facts (6);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "interest:gardening");
  for (guint i = 0; i < 5; i++)
    test_tag (facts, i, "+interest:gardening");
  test_tag (facts, 5, "interest:gardening"); /* only mentioned */
  give_to (facts, 0, 0, 5);
  give_to (facts, 1, 5, 6);
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->matches[5].index, ==, 5);
}

static void
test_an_unmet_wish_gets_a_place_among_equals (void)
{
  g_autoptr (DolenFacts) facts = test_facts (10);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "interest:singing");
  for (guint i = 0; i < 5; i++)
    test_tag (facts, i, "+interest:gardening");
  for (guint i = 5; i < 10; i++)
    test_tag (facts, i, "+interest:singing"); /* by name they would come last */
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->matches[0].index, ==, 0);
  g_assert_cmpuint (ranking->matches[1].index, ==, 5);
}

/* Half the directory offers company, one group what they need. */
static void
test_what_few_offer_says_more (void)
{
  g_autoptr (DolenFacts) facts = test_facts (20);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "need:loneliness");
  test_wish (profile, "need:stroke");
  for (guint i = 0; i < 19; i++)
    test_tag (facts, i, "+need:loneliness");
  test_tag (facts, 19, "+need:stroke");
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->matches[0].index, ==, 19);
}

/* Advice for carers comes before advice for all, for a carer who needs it. */
static void
test_help_for_people_like_them_comes_first (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenRanking) others = NULL;

  test_wish (profile, "need:benefits");
  for (guint i = 0; i < facts->n; i++)
    test_tag (facts, i, "+need:benefits");
  facts->confirmed[0] = facts->confirmed[1] = 1; /* better known */
  facts->eligible[2].audience = DOLEN_AUDIENCE_CARERS;
  others = rank (facts, profile);
  g_assert_cmpuint (others->matches[2].index, ==, 2);
  profile->about = DOLEN_ABOUT_CARER;
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->matches[0].index, ==, 2);
  g_assert_cmpint (ranking->matches[0].score, <=, DOLEN_SCORE_WHOLE);
}

static void
test_a_list_is_not_filled_up (void)
{
  g_autoptr (DolenFacts) facts = test_facts (12);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenRanking) little = NULL;

  test_wish (profile, "interest:line-dancing");
  for (guint i = 0; i < 7; i++)
    test_tag (facts, i, "interest:dance"); /* close, and only mentioned */
  for (guint i = 7; i < 9; i++)
    test_tag (facts, i, "+interest:line-dancing");
  little = rank (facts, profile);
  g_assert_cmpuint (little->n_matches, ==, 2 + DOLEN_RANKING_MOST_CLOSE);
  g_assert_cmpuint (little->n_close, ==, 7 - DOLEN_RANKING_MOST_CLOSE);
  g_assert_cmpuint (little->counts[DOLEN_BAND_HELP], ==, little->n_matches);
  for (guint m = 0; m < little->n_matches; m++)
    g_assert_cmpint (little->matches[m].weak, ==, m >= 2);
  for (guint i = 9; i < 12; i++)
    test_tag (facts, i, "interest:line-dancing");
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->n_matches, ==, 5);
  g_assert_cmpuint (ranking->n_close, ==, 7);
}

static void
test_why_nothing_suits_is_counted (void)
{
  g_autoptr (DolenFacts) facts = test_facts (4);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "interest:gardening");
  profile->age = 80;
  profile->gender = DOLEN_GENDER_MALE;
  for (guint i = 0; i < 3; i++)
    test_tag (facts, i, "interest:gardening");
  test_tag (facts, 3, "interest:singing");
  facts->eligible[0].max_age = facts->eligible[1].max_age = facts->eligible[3].max_age = 25;
  facts->eligible[1].gender = facts->eligible[2].gender = DOLEN_GENDER_FEMALE;
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->counts[DOLEN_BAND_UNSUITABLE], ==, 3);
  g_assert_cmpuint (ranking->barred[DOLEN_CRITERION_AGE], ==, 2);
  g_assert_cmpuint (ranking->barred_alone[DOLEN_CRITERION_AGE], ==, 1);
  g_assert_cmpuint (ranking->barred[DOLEN_CRITERION_ELIGIBILITY], ==, 2);
  g_assert_cmpuint (ranking->barred_alone[DOLEN_CRITERION_ELIGIBILITY], ==, 1);
  g_assert_cmpuint (ranking->barred[DOLEN_CRITERION_COST], ==, 0);
}

static void
test_several_that_meet_everything_together (void)
{
  g_autoptr (DolenFacts) facts = test_facts (5);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  const DolenCombination *combination;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "need:debt");
  test_wish (profile, "need:bereavement");
  test_wish (profile, "need:foot-care");
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "need:bereavement");
  test_tag (facts, 2, "need:debt");
  test_tag (facts, 3, "need:debt");
  test_tag (facts, 3, "need:bereavement");
  test_tag (facts, 4, "+need:debt"); /* better, but for children */
  test_tag (facts, 4, "+need:bereavement");
  facts->eligible[4].max_age = 12;
  profile->age = 50;
  ranking = rank (facts, profile);
  combination = dolen_ranking_combination (ranking);
  g_assert_nonnull (combination);
  g_assert_cmpuint (combination->n, ==, 2);
  g_assert_true ((combination->members[0].index == 0 && combination->members[1].index == 3)
                 || (combination->members[0].index == 3 && combination->members[1].index == 0));
  g_assert_cmpuint (__builtin_popcountll (combination->met), ==, 3);
  g_assert_cmpuint (__builtin_popcountll (combination->nobody), ==, 1); /* foot care */
}

/* What stands within reach before what nobody knows the place of, though it speaks louder. */
static void
test_a_combination_is_within_reach (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  const DolenCombination *combination;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "need:debt");
  dolen_position_set (&profile->position, 52.2, -4.0, 0, DOLEN_POSITION_PERSON);
  profile->max_km = 20;
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "need:debt");
  test_tag (facts, 2, "+need:debt");
  facts->n_venues = 2;
  facts->first_venue[1] = 1;
  facts->first_venue[2] = facts->first_venue[3] = 2;
  for (guint v = 0; v < 2; v++) {
    facts->latitude[v] = 52.2f;
    facts->longitude[v] = -4.0f;
    facts->precision[v] = 1;
  }
  ranking = rank (facts, profile);
  combination = dolen_ranking_combination (ranking);
  g_assert_nonnull (combination);
  g_assert_cmpuint (combination->n, ==, 2);
  g_assert_cmpuint (combination->members[0].index + combination->members[1].index, ==, 1);
}

static void
test_no_combination_where_one_does_it_all (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenProfile) nothing = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenRanking) open = NULL;

  test_wish (profile, "interest:gardening");
  test_wish (profile, "interest:singing");
  test_tag (facts, 0, "+interest:gardening");
  test_tag (facts, 1, "+interest:singing");
  test_tag (facts, 2, "interest:gardening");
  test_tag (facts, 2, "interest:singing");
  ranking = rank (facts, profile);
  g_assert_null (dolen_ranking_combination (ranking));
  open = rank (facts, nothing);
  g_assert_null (dolen_ranking_combination (open));
}

static void
test_what_was_tried_or_is_disliked_counts_against (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  const char *const tried[] = { "service 00000", NULL };

  test_wish (profile, "interest:gardening");
  for (guint i = 0; i < 3; i++)
    test_tag (facts, i, "interest:gardening");
  test_tag (facts, 1, "interest:singing");
  dolen_profile_set_tried (profile, tried);
  dolen_term_set_add (&profile->dislikes, test_term (DOLEN_TERM_INTEREST, "singing")->index);
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->matches[0].index, ==, 2);
  g_assert_cmpuint (ranking->matches[1].index, ==, 1);
  g_assert_cmpuint (ranking->matches[2].index, ==, 0);
  g_assert_cmpint (ranking->matches[2].band, ==, DOLEN_BAND_UNSUITABLE);
  g_assert_cmpuint (ranking->barred_alone[DOLEN_CRITERION_TRIED], ==, 1);
}

/* Whatever it fits: no first place, no part of a combination, nothing for the meantime. */
static void
test_what_its_name_says_is_closed_comes_last (void)
{
  g_autoptr (DolenFacts) facts = test_facts (4);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "need:counselling");
  test_wish (profile, "interest:crafts");
  test_tag (facts, 0, "+need:counselling");
  facts->capacity[0] = (DolenCapacityFact){ DOLEN_CAPACITY_WAITING_LIST, 0, -1, 20, 22, 2, -1 };
  test_tag (facts, 1, "interest:crafts");
  test_make_ready (facts, 1);
  for (guint i = 2; i < 4; i++) {
    test_tag (facts, i, "+interest:crafts"); /* better */
    test_make_ready (facts, i);
    facts->listing[i] = DOLEN_LISTING_NAMED_CLOSED;
  }
  test_tag (facts, 3, "+need:counselling"); /* alone it would do */
  ranking = rank (facts, profile);
  g_assert_cmpuint (ranking->n_matches, ==, 4);
  g_assert_cmpuint (ranking->matches[0].index, <, 2);
  g_assert_cmpuint (ranking->matches[1].index, <, 2);
  g_assert_cmpint (ranking->matches[2].band, ==, DOLEN_BAND_UNSUITABLE);
  g_assert_cmpuint (dolen_ranking_combination (ranking)->n, ==, 2);
  for (guint m = 0; m < 2; m++)
    g_assert_cmpuint (ranking->combination.members[m].index, <, 2);
  g_assert_cmpuint (ranking->n_interim, ==, 1);
  g_assert_cmpuint (ranking->interim[0].index, ==, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/lists/small-group", test_a_small_group_is_not_crowded_out_by_a_large_body);
  g_test_add_func ("/lists/better-fit", test_what_fits_better_stays_before_what_is_small);
  g_test_add_func ("/lists/unmet-wish", test_an_unmet_wish_gets_a_place_among_equals);
  g_test_add_func ("/lists/rare", test_what_few_offer_says_more);
  g_test_add_func ("/lists/people-like-them", test_help_for_people_like_them_comes_first);
  g_test_add_func ("/lists/not-filled-up", test_a_list_is_not_filled_up);
  g_test_add_func ("/lists/nothing-suits", test_why_nothing_suits_is_counted);
  g_test_add_func ("/lists/together", test_several_that_meet_everything_together);
  g_test_add_func ("/lists/within-reach", test_a_combination_is_within_reach);
  g_test_add_func ("/lists/one-does-it-all", test_no_combination_where_one_does_it_all);
  g_test_add_func ("/lists/against", test_what_was_tried_or_is_disliked_counts_against);
  g_test_add_func ("/lists/named-closed", test_what_its_name_says_is_closed_comes_last);
  return g_test_run ();
}
