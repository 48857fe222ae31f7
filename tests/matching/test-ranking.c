/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"

#include <math.h>

static DolenRanking *
rank (DolenFacts *facts, const DolenProfile *profile, guint limit)
{
  g_autoptr (GError) error = NULL;
  DolenRanking *ranking = dolen_ranking_run (facts, profile, limit, NULL, &error);

  g_assert_no_error (error);
  return ranking;
}

static DolenBand
band_of (DolenFacts *facts, guint i, const DolenProfile *profile)
{
  return dolen_ranking_judge (facts, profile, i).band;
}

static DolenProfile *
gardener (void)
{
  DolenProfile *profile = dolen_profile_new ();

  test_wish (profile, "interest:gardening");
  return profile;
}

static void
test_ready_needs_places_and_a_confirmation (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = gardener ();

  test_tag (facts, 0, "+interest:gardening");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  test_make_ready (facts, 0);
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_READY);
  facts->confirmed[0] = 184;
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  facts->confirmed[0] = -1;
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  facts->confirmed[0] = 10;
  facts->capacity[0].age = 31;
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  facts->capacity[0] = (DolenCapacityFact){ DOLEN_CAPACITY_OPEN, 0, -1, -1, -1, 90, -1 };
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_READY);
}

static void
test_ready_needs_a_yes_to_every_need_and_barrier (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = gardener ();

  test_tag (facts, 0, "interest:gardening");
  test_make_ready (facts, 0);
  test_wish (profile, "barrier:no-car");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  test_tag (facts, 0, "enabler:bus-route");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  test_tag (facts, 0, "enabler:minibus");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_READY);
  test_wish (profile, "need:loneliness");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_HELP);
  test_tag (facts, 0, "need:loneliness");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_READY);
}

static void
test_a_known_no_is_never_hidden_by_a_wait (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = gardener ();

  test_tag (facts, 0, "interest:gardening");
  facts->capacity[0] = (DolenCapacityFact){ DOLEN_CAPACITY_WAITING_LIST, 0, -1, 6, 8, 2, -1 };
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_WAIT);
  test_wish (profile, "barrier:wheelchair");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_WAIT);
  test_tag (facts, 0, "!enabler:step-free");
  g_assert_cmpint (band_of (facts, 0, profile), ==, DOLEN_BAND_UNSUITABLE);
}

static void
test_what_shares_no_wish_is_no_suggestion (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = gardener ();
  g_autoptr (DolenProfile) anything = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenRanking) all = NULL;

  test_tag (facts, 0, "interest:singing");
  test_tag (facts, 1, "interest:gardening");
  ranking = rank (facts, profile, 0);
  g_assert_cmpuint (ranking->n_matches, ==, 1);
  g_assert_cmpuint (ranking->matches[0].index, ==, 1);
  g_assert_cmpuint (ranking->counts[DOLEN_BAND_HELP], ==, 1);
  all = rank (facts, anything, 0);
  g_assert_cmpuint (all->n_matches, ==, 3);
}

static void
test_what_they_like_stands_before_what_is_easy_to_reach (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = gardener ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_wish (profile, "need:loneliness");
  test_wish (profile, "barrier:no-car");
  for (guint i = 0; i < 2; i++) {
    test_tag (facts, i, "need:loneliness");
    test_make_ready (facts, i);
  }
  test_tag (facts, 0, "enabler:minibus");
  test_tag (facts, 1, "+interest:gardening");
  ranking = rank (facts, profile, 0);
  g_assert_cmpuint (ranking->n_matches, ==, 2);
  g_assert_cmpuint (ranking->matches[0].index, ==, 1);
}

static void
test_a_name_counts_more_than_a_passing_word (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = gardener ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_tag (facts, 0, "interest:gardening");
  for (guint t = 0; t < 5; t++) {
    static const char *const more[] = {
      "interest:singing", "interest:walking", "interest:crafts", "interest:games", "interest:talks"
    };

    test_tag (facts, 0, more[t]);
  }
  test_tag (facts, 1, "interest:gardening");
  test_tag (facts, 2, "+interest:gardening");
  ranking = rank (facts, profile, 0);
  g_assert_cmpuint (ranking->matches[0].index, ==, 2);
  g_assert_cmpuint (ranking->matches[1].index, ==, 1);
  g_assert_cmpuint (ranking->matches[2].index, ==, 0);
}

static void
test_equals_stand_by_name (void)
{
  g_autoptr (DolenFacts) facts = test_facts (50);
  g_autoptr (DolenProfile) profile = gardener ();
  g_autoptr (DolenRanking) ranking = NULL;

  for (guint i = 0; i < facts->n; i++)
    test_tag (facts, i, "interest:gardening");
  ranking = rank (facts, profile, 0);
  for (guint i = 0; i < facts->n; i++)
    g_assert_cmpuint (ranking->matches[i].index, ==, i);
}

/* A snapshot with everything by chance, the same at every run. */
static DolenFacts *
random_facts (guint n, GRand *random)
{
  static const char *const tags[] = {
    "interest:gardening",  "+interest:gardening", "interest:singing",    "interest:allotment",
    "need:loneliness",     "need:anxiety",        "!need:anxiety",       "enabler:minibus",
    "enabler:bus-route",   "enabler:step-free",   "!enabler:step-free",  "enabler:buddy",
    "enabler:home-visits", "enabler:free",        "enabler:small-group",
  };
  DolenFacts *facts = test_facts (n);

  for (guint i = 0; i < n; i++) {
    DolenCapacityFact *fact = &facts->capacity[i];

    for (guint t = 0; t < 5; t++)
      test_tag (facts, i, tags[g_rand_int_range (random, 0, G_N_ELEMENTS (tags))]);
    fact->status = (gint8) g_rand_int_range (random, 0, DOLEN_CAPACITY_PAUSED + 1);
    fact->age = (gint16) g_rand_int_range (random, -1, 60);
    fact->places = (gint16) g_rand_int_range (random, -1, 5);
    fact->wait_from = (gint16) g_rand_int_range (random, -1, 20);
    facts->confirmed[i] = (gint16) g_rand_int_range (random, -1, 300);
    facts->pence[i] = g_rand_int_range (random, -1, 4) * 100;
  }
  return facts;
}

static DolenProfile *
random_profile (GRand *random)
{
  static const char *const wishes[] = {
    "interest:gardening", "interest:singing",   "need:loneliness",     "need:anxiety",
    "barrier:no-car",     "barrier:wheelchair", "barrier:going-alone", "barrier:cost",
  };
  DolenProfile *profile = dolen_profile_new ();

  for (gsize w = 0; w < G_N_ELEMENTS (wishes); w++)
    if (g_rand_int_range (random, 0, 3) == 0)
      test_wish (profile, wishes[w]);
  if (g_rand_int_range (random, 0, 3) == 0)
    profile->max_wait_weeks = g_rand_int_range (random, 0, 12);
  if (g_rand_int_range (random, 0, 3) == 0)
    profile->max_pence = 0;
  return profile;
}

static void
test_another_barrier_never_betters_a_band (void)
{
  static const char *const barriers[]
      = { "barrier:no-car",      "barrier:wheelchair", "barrier:hearing",
          "barrier:going-alone", "barrier:confidence", "barrier:digital-exclusion" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (DolenFacts) facts = random_facts (200, random);

  for (guint round = 0; round < 20; round++) {
    g_autoptr (DolenProfile) profile = random_profile (random);
    g_autoptr (DolenProfile) more = dolen_profile_copy (profile);

    test_wish (more, barriers[round % G_N_ELEMENTS (barriers)]);
    for (guint i = 0; i < facts->n; i++)
      g_assert_cmpint (band_of (facts, i, more), >=, band_of (facts, i, profile));
  }
}

static void
test_nothing_without_a_capacity_fact_is_ready (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (DolenFacts) facts = random_facts (200, random);
  guint ready = 0;

  for (guint round = 0; round < 20; round++) {
    g_autoptr (DolenProfile) profile = random_profile (random);

    for (guint i = 0; i < facts->n; i++) {
      DolenCapacityFact told = facts->capacity[i];

      ready += band_of (facts, i, profile) == DOLEN_BAND_READY;
      facts->capacity[i] = (DolenCapacityFact){ DOLEN_CAPACITY_UNKNOWN, 0, -1, -1, -1, 1, -1 };
      g_assert_cmpint (band_of (facts, i, profile), !=, DOLEN_BAND_READY);
      facts->capacity[i] = told;
    }
  }
  g_assert_cmpuint (ready, >, 0);
}

static void
test_a_short_list_is_the_head_of_the_long_one (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (DolenFacts) facts = random_facts (500, random);

  for (guint limit = 1; limit < 60; limit += 7) {
    g_autoptr (DolenProfile) profile = random_profile (random);
    g_autoptr (DolenRanking) whole = rank (facts, profile, 0);
    g_autoptr (DolenRanking) head = rank (facts, profile, limit);

    g_assert_cmpuint (head->n_matches, ==, MIN (limit, whole->n_matches));
    for (guint m = 0; m < head->n_matches; m++)
      g_assert_cmpuint (head->matches[m].index, ==, whole->matches[m].index);
    for (guint b = 0; b < DOLEN_N_BANDS; b++)
      g_assert_cmpuint (head->counts[b], ==, whole->counts[b]);
  }
}

static void
test_a_wait_brings_something_meanwhile (void)
{
  g_autoptr (DolenFacts) facts = test_facts (3);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;
  g_autoptr (DolenRanking) no_wait = NULL;

  test_wish (profile, "need:counselling");
  test_wish (profile, "interest:crafts");
  test_tag (facts, 0, "+need:counselling");
  facts->capacity[0] = (DolenCapacityFact){ DOLEN_CAPACITY_WAITING_LIST, 0, -1, 20, 22, 2, -1 };
  test_tag (facts, 1, "+interest:crafts");
  test_make_ready (facts, 1);
  test_tag (facts, 2, "interest:crafts"); /* nothing known of places */
  ranking = rank (facts, profile, 0);
  g_assert_cmpuint (ranking->n_interim, ==, 1);
  g_assert_cmpuint (ranking->interim[0].index, ==, 1);
  test_make_ready (facts, 0);
  no_wait = rank (facts, profile, 0);
  g_assert_cmpuint (no_wait->n_interim, ==, 0);
}

static void
test_what_is_only_too_far_is_counted (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = gardener ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_tag (facts, 0, "interest:gardening");
  facts->latitude[0] = 53;
  facts->longitude[0] = -4;
  facts->first_venue[1] = facts->n_venues = 1;
  dolen_position_set (&profile->position, 52.2, -4.0, 0, DOLEN_POSITION_PERSON);
  profile->max_km = 10;
  ranking = rank (facts, profile, 0);
  g_assert_cmpuint (ranking->farther, ==, 1);
  g_assert_cmpint (ranking->matches[0].band, ==, DOLEN_BAND_UNSUITABLE);
  g_assert_cmpfloat_with_epsilon (ranking->matches[0].distance_km, 89, 1);
}

static void
test_a_ranking_can_be_cancelled (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = gardener ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dolen_ranking_run (facts, profile, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Who says only what is in the way is shown what eases it before what is otherwise at hand. */
static void
test_without_wishes_what_takes_barriers_away_comes_first (void)
{
  g_autoptr (DolenFacts) facts = test_facts (2);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenRanking) ranking = NULL;

  test_make_ready (facts, 0);
  facts->eligible[0].gender = DOLEN_GENDER_FEMALE;
  profile->gender = DOLEN_GENDER_FEMALE;
  test_tag (facts, 1, "enabler:telephone");
  test_wish (profile, "barrier:stairs");
  test_wish (profile, "barrier:stamina");
  ranking = rank (facts, profile, 0);
  g_assert_cmpuint (ranking->n_matches, ==, 2);
  g_assert_cmpuint (ranking->matches[0].index, ==, 1);
}

/* Who has nothing to eat is first shown food, whichever stands first in the directory. */
static void
test_what_is_urgent_comes_first (void)
{
  for (guint food = 0; food < 2; food++) {
    g_autoptr (DolenFacts) facts = test_facts (2);
    g_autoptr (DolenProfile) profile = dolen_profile_new ();
    g_autoptr (DolenRanking) ranking = NULL;

    test_tag (facts, food, "+need:food");
    test_tag (facts, 1 - food, "+need:debt");
    test_wish (profile, "need:debt");
    test_wish (profile, "need:food");
    ranking = dolen_ranking_run (facts, profile, 0, NULL, NULL);
    g_assert_cmpuint (ranking->n_matches, ==, 2);
    g_assert_cmpuint (ranking->matches[0].index, ==, food);
    g_assert_cmpint (ranking->matches[0].score, >, ranking->matches[1].score);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/ranking/ready", test_ready_needs_places_and_a_confirmation);
  g_test_add_func ("/ranking/every-barrier", test_ready_needs_a_yes_to_every_need_and_barrier);
  g_test_add_func ("/ranking/known-no", test_a_known_no_is_never_hidden_by_a_wait);
  g_test_add_func ("/ranking/relevance", test_what_shares_no_wish_is_no_suggestion);
  g_test_add_func ("/ranking/liked-first", test_what_they_like_stands_before_what_is_easy_to_reach);
  g_test_add_func ("/ranking/name-first", test_a_name_counts_more_than_a_passing_word);
  g_test_add_func ("/ranking/ties", test_equals_stand_by_name);
  g_test_add_func ("/ranking/barriers-only-worsen", test_another_barrier_never_betters_a_band);
  g_test_add_func ("/ranking/no-capacity", test_nothing_without_a_capacity_fact_is_ready);
  g_test_add_func ("/ranking/limit", test_a_short_list_is_the_head_of_the_long_one);
  g_test_add_func ("/ranking/interim", test_a_wait_brings_something_meanwhile);
  g_test_add_func ("/ranking/farther", test_what_is_only_too_far_is_counted);
  g_test_add_func ("/ranking/cancel", test_a_ranking_can_be_cancelled);
  g_test_add_func ("/ranking/urgent", test_what_is_urgent_comes_first);
  g_test_add_func ("/ranking/without-wishes",
                   test_without_wishes_what_takes_barriers_away_comes_first);
  return g_test_run ();
}
