/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"
#include "matching/random-helper.h"

/*
 * What must hold of every ranking, whatever the weights and the vocabulary: tried over directories
 * and people made by chance, from seeds that stand here so that a failure comes back.
 */
static const guint32 seeds[] = { 1, 7, 42, 1588, 20260505, 0xd01e4 };

/* Where a service stands: the better the smaller. */
static int
standing (const DolenQuery *query, guint i, DolenVerdicts *verdicts)
{
  DolenBand band;

  dolen_query_judge (query, i, verdicts);
  band = dolen_ranking_band (verdicts);
  return (int) band * 2 * DOLEN_SCORE_WHOLE - verdicts->score;
}

static int
standing_now (DolenFacts *facts, const DolenProfile *profile, guint i)
{
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  DolenVerdicts verdicts;

  return standing (query, i, &verdicts);
}

static DolenRanking *
rank (DolenFacts *facts, const DolenProfile *profile)
{
  g_autoptr (GError) error = NULL;
  DolenRanking *ranking = dolen_ranking_run (facts, profile, 0, NULL, &error);

  g_assert_no_error (error);
  return ranking;
}

/* The place of a service in the ranking; behind all others where it is not in it. */
static guint
place_of (DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (DolenRanking) ranking = rank (facts, profile);
  guint m = 0;

  while (m < ranking->n_matches && ranking->matches[m].index != index)
    m++;
  return m;
}

static void
test_a_supplied_enabler_never_lowers_a_rank (void)
{
  guint bettered = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    g_autoptr (DolenFacts) facts = random_facts (60, seeds[s]);

    for (guint round = 0; round < 40; round++) {
      g_autoptr (DolenProfile) profile = random_profile (random, facts);
      guint i = (guint) g_rand_int_range (random, 0, (int) facts->n);
      guint n = dolen_vocabulary_count (test_vocabulary (), DOLEN_TERM_ENABLER);
      guint e = (guint) g_rand_int_range (random, 0, (int) n);
      const DolenTerm *enabler = dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_ENABLER, e);
      int before = standing_now (facts, profile, i);
      guint place = place_of (facts, profile, i);
      int after;

      dolen_facts_add_tag (facts, i, enabler, TRUE, DOLEN_STRENGTH_SAID);
      dolen_facts_file_tags (facts);
      after = standing_now (facts, profile, i);
      g_test_message ("seed %u, round %u: %s", seeds[s], round, enabler->code);
      g_assert_cmpint (after, <=, before);
      g_assert_cmpuint (place_of (facts, profile, i), <=, place);
      bettered += after < before;
    }
  }
  g_assert_cmpuint (bettered, >, 5); /* what meets no wish has no score to better */
}

/* What is not known, what is known to be well, and what is known to be ill, of one fact. */
typedef enum {
  NOT_KNOWN,
  GOOD,
  BAD,
} Known;

static void
set_fact (DolenFacts *facts, guint i, guint fact, Known known)
{
  switch (fact) {
  case 0:
    facts->pence[i] = known == NOT_KNOWN ? -1 : known == GOOD ? 0 : 5000;
    break;
  case 1:
    facts->capacity[i] = (DolenCapacityFact){ DOLEN_CAPACITY_UNKNOWN, 0, -1, -1, -1, -1, -1 };
    if (known == GOOD)
      facts->capacity[i] = (DolenCapacityFact){ DOLEN_CAPACITY_PLACES, 0, 4, -1, -1, 2, -1 };
    if (known == BAD)
      facts->capacity[i] = (DolenCapacityFact){ DOLEN_CAPACITY_WAITING_LIST, 0, -1, 90, 99, 2, -1 };
    break;
  case 2:
    facts->eligible[i].min_age = (gint8) (known == NOT_KNOWN ? -1 : known == GOOD ? 40 : 12);
    facts->eligible[i].max_age = (gint8) (known == NOT_KNOWN ? -1 : known == GOOD ? 70 : 16);
    break;
  case 3:
    facts->eligible[i].gender = known == NOT_KNOWN ? DOLEN_GENDER_UNKNOWN
                                : known == GOOD    ? DOLEN_GENDER_FEMALE
                                                   : DOLEN_GENDER_MALE;
    break;
  case 4:
    facts->days[i] = known == NOT_KNOWN ? 0 : known == GOOD ? DOLEN_DAY_BIT (2) : DOLEN_DAY_BIT (6);
    facts->slots[i] = known == NOT_KNOWN ? 0
                      : known == GOOD    ? DOLEN_SLOT_BIT (2, DOLEN_DAY_MORNING)
                                         : DOLEN_SLOT_BIT (6, DOLEN_DAY_EVENING);
    break;
  case 5:
    facts->minutes[i] = (gint16) (known == NOT_KNOWN ? -1 : known == GOOD ? 45 : 600);
    break;
  case 6:
    facts->funded_days[i] = (gint16) (known == NOT_KNOWN ? -1 : known == GOOD ? G_MAXINT16 : 0);
    break;
  case 7:
    facts->places_all[i] = facts->places_any[i] = known == NOT_KNOWN ? 0
                                                  : known == GOOD    ? DOLEN_PLACE_LIBRARY
                                                                     : DOLEN_PLACE_CHURCH;
    break;
  case 8:
    move_venue (facts, i, known == NOT_KNOWN ? -1 : known == GOOD ? 0.5 : 300);
    break;
  case 9: /* somewhere in the district of which they are in the middle */
    move_venue (facts, i, known == NOT_KNOWN ? 0 : known == GOOD ? 0.5 : 300);
    if (known == NOT_KNOWN)
      facts->precision[i] = DOLEN_FACTS_DISTRICT | 20;
    break;
  default:
    g_assert_not_reached ();
  }
}

#define N_FACTS 10

/* Which answers may depend on a fact. */
static const guint32 criteria_of[N_FACTS] = {
  1u << DOLEN_CRITERION_COST,
  1u << DOLEN_CRITERION_CAPACITY,
  1u << DOLEN_CRITERION_AGE,
  1u << DOLEN_CRITERION_ELIGIBILITY,
  1u << DOLEN_CRITERION_DAYS | 1u << DOLEN_CRITERION_TIMES,
  1u << DOLEN_CRITERION_LENGTH,
  1u << DOLEN_CRITERION_FUNDING,
  1u << DOLEN_CRITERION_PLACE | 1u << DOLEN_CRITERION_SETTING,
  1u << DOLEN_CRITERION_DISTANCE | 1u << DOLEN_CRITERION_TRAVEL,
  1u << DOLEN_CRITERION_DISTANCE | 1u << DOLEN_CRITERION_TRAVEL,
};

static void
assert_same_but (const DolenVerdicts *a, const DolenVerdicts *b, guint32 criteria)
{
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    if (!((criteria >> c) & 1)) {
      g_test_message ("%s", dolen_criterion_code ((DolenCriterion) c));
      g_assert_cmpint (a->of[c], ==, b->of[c]);
    }
}

static void
test_what_is_not_known_stands_between_good_and_bad (void)
{
  guint differ = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    g_autoptr (DolenFacts) facts = random_facts (40, seeds[s]);

    for (guint round = 0; round < 60; round++) {
      g_autoptr (DolenProfile) profile = random_profile (random, facts);
      guint i = (guint) g_rand_int_range (random, 0, (int) facts->n);
      guint fact = round % N_FACTS;
      DolenVerdicts verdicts[3];
      int at[3];

      /* A group for women from 40 on is well for somebody of whom that is known. */
      profile->age = 55;
      profile->gender = DOLEN_GENDER_FEMALE;
      for (guint known = 0; known < 3; known++) {
        g_autoptr (DolenQuery) query = NULL;

        set_fact (facts, i, fact, (Known) known);
        query = dolen_query_new (facts, profile);
        at[known] = standing (query, i, &verdicts[known]);
      }
      g_test_message ("seed %u, round %u: fact %u", seeds[s], round, fact);
      g_assert_cmpint (at[NOT_KNOWN], <=, at[BAD]);
      g_assert_cmpint (at[NOT_KNOWN], >=, at[GOOD]);
      differ += at[GOOD] < at[BAD];
      assert_same_but (&verdicts[NOT_KNOWN], &verdicts[GOOD], criteria_of[fact]);
      assert_same_but (&verdicts[NOT_KNOWN], &verdicts[BAD], criteria_of[fact]);
    }
  }
  g_assert_cmpuint (differ, >, 50);
}

/* Wherever within reach it is: somewhere that nobody knows is no nearer. */
static void
test_an_unknown_place_never_stands_before_one_in_reach (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    g_autoptr (DolenFacts) facts = random_facts (40, seeds[s]);

    for (guint round = 0; round < 60; round++) {
      g_autoptr (DolenProfile) profile = random_profile (random, facts);
      guint i = (guint) g_rand_int_range (random, 0, (int) facts->n);
      double max_km = g_rand_double_range (random, 5, 60);
      int known;

      dolen_position_set (&profile->position, 52.2, -4.0, 0, DOLEN_POSITION_PERSON);
      profile->max_km = max_km;
      profile->means = 0;
      move_venue (facts, i, 0.9 * max_km);
      known = standing_now (facts, profile, i);
      move_venue (facts, i, -1);
      g_assert_cmpint (standing_now (facts, profile, i), >=, known);
      move_venue (facts, i, 0);
      facts->precision[i] = DOLEN_FACTS_DISTRICT | 20;
      g_assert_cmpint (standing_now (facts, profile, i), >=, known);
    }
  }
}

/* The same for what helps: a known no never stands before what is not said. */
static void
test_a_known_no_of_an_enabler_never_raises_a_rank (void)
{
  guint worsened = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    g_autoptr (DolenFacts) facts = random_facts (40, seeds[s]);

    for (guint round = 0; round < 60; round++) {
      g_autoptr (DolenProfile) profile = random_profile (random, facts);
      guint i = (guint) g_rand_int_range (random, 0, (int) facts->n);
      guint n = dolen_vocabulary_count (test_vocabulary (), DOLEN_TERM_ENABLER);
      guint e = (guint) g_rand_int_range (random, 0, (int) n);
      int before, after;

      if (dolen_facts_find_tag (facts, i, DOLEN_TERM_ENABLER, e, TRUE) != NULL)
        continue;
      before = standing_now (facts, profile, i);
      dolen_facts_add_tag (facts,
                           i,
                           dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_ENABLER, e),
                           FALSE,
                           DOLEN_STRENGTH_SAID);
      dolen_facts_file_tags (facts);
      after = standing_now (facts, profile, i);
      g_assert_cmpint (after, >=, before);
      worsened += after > before;
    }
  }
  g_assert_cmpuint (worsened, >, 0);
}

static void
assert_same_order (const DolenRanking *a, const DolenRanking *b, const guint *number)
{
  g_assert_cmpuint (a->n_matches, ==, b->n_matches);
  for (guint m = 0; m < a->n_matches; m++) {
    g_assert_cmpuint (a->matches[m].index, ==, number[b->matches[m].index]);
    g_assert_cmpint (a->matches[m].score, ==, b->matches[m].score);
  }
  g_assert_cmpuint (a->n_interim, ==, b->n_interim);
  for (guint m = 0; m < a->n_interim; m++)
    g_assert_cmpuint (a->interim[m].index, ==, number[b->interim[m].index]);
  g_assert_cmpuint (a->combination.n, ==, b->combination.n);
  for (guint m = 0; m < a->combination.n; m++)
    g_assert_cmpuint (a->combination.members[m].index, ==, number[b->combination.members[m].index]);
  g_assert_cmpmem (a->counts, sizeof a->counts, b->counts, sizeof b->counts);
}

static void
test_the_order_of_the_rows_and_their_ids_decide_nothing (void)
{
  enum {
    N = 150
  };

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    guint number[N], same[N];
    g_autoptr (DolenFacts) facts = random_facts (N, seeds[s]);
    g_autoptr (DolenFacts) shuffled = NULL;
    g_autoptr (DolenFacts) renamed = NULL;

    for (guint i = 0; i < N; i++)
      number[i] = same[i] = i;
    for (guint i = N - 1; i > 0; i--) {
      guint other = (guint) g_rand_int_range (random, 0, (int) i + 1);
      guint held = number[i];

      number[i] = number[other];
      number[other] = held;
    }
    shuffled = random_facts_in_order (N, seeds[s], number, "club");
    renamed = random_facts_in_order (N, seeds[s], same, "other");
    for (guint round = 0; round < 25; round++) {
      g_autoptr (DolenProfile) profile = random_profile (random, facts);
      g_autoptr (DolenRanking) ranking = rank (facts, profile);
      g_autoptr (DolenRanking) in_other_order = rank (shuffled, profile);
      g_autoptr (DolenRanking) by_other_ids = rank (renamed, profile);

      assert_same_order (ranking, in_other_order, number);
      assert_same_order (ranking, by_other_ids, same);
    }
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/properties/enabler", test_a_supplied_enabler_never_lowers_a_rank);
  g_test_add_func ("/properties/not-known", test_what_is_not_known_stands_between_good_and_bad);
  g_test_add_func ("/properties/unknown-place",
                   test_an_unknown_place_never_stands_before_one_in_reach);
  g_test_add_func ("/properties/known-no", test_a_known_no_of_an_enabler_never_raises_a_rank);
  g_test_add_func ("/properties/order", test_the_order_of_the_rows_and_their_ids_decide_nothing);
  return g_test_run ();
}
