/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-private.h"
#include "support/dolen-test.h"

#include "matching/facts-helper.h"
#include "matching/random-helper.h"

/*
 * A ranking asks as little of each service as it can. What it answers must be what comes of asking
 * everything of every one: tried over directories and people made by chance.
 */
#define SERVICES 900
#define PEOPLE 60

static const guint32 seeds[] = { 3, 1588, 0xd01e4 };

/* A tag may be founded in any way, and a wish among many. */
static void
speak_of_whom (DolenFacts *facts, GRand *random)
{
  for (guint i = 0; i < facts->n; i++) {
    const guint n = dolen_vocabulary_count (test_vocabulary (), DOLEN_TERM_NEED);
    const guint need = (guint) by_chance (random, 0, (int) n - 1);

    if (by_chance (random, 0, 3) > 0)
      continue;
    dolen_facts_add_tag (facts,
                         i,
                         dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_NEED, need),
                         TRUE,
                         DOLEN_STRENGTH_SAID);
    dolen_facts_add_tag (facts,
                         i,
                         dolen_vocabulary_term (test_vocabulary (), DOLEN_TERM_NEED, need),
                         TRUE,
                         DOLEN_STRENGTH_FOR_WHOM);
    facts->listing[i] = (guint8) by_chance (random, 0, 2);
    facts->eligible[i].audience = (guint16) (1u << by_chance (random, 0, 12));
    facts->eligible[i].max_age = (gint8) by_chance (random, -1, 90);
    facts->places_any[i] = facts->places_all[i] = (guint16) by_chance (random, 0, 255);
  }
  dolen_facts_file_tags (facts);
}

/* Somebody with much to say, and of some services a rule is set aside or they were tried. */
static DolenProfile *
somebody (GRand *random, const DolenFacts *facts)
{
  DolenProfile *profile = random_profile (random, facts);
  char text[DOLEN_FACTS_UID_SIZE];

  random_terms (
      random, DOLEN_TERM_INTEREST, by_chance (random, 0, 4) == 0 ? 30 : 4, &profile->interests);
  random_terms (random, DOLEN_TERM_NEED, 4, &profile->needs);
  random_terms (random, DOLEN_TERM_BARRIER, 6, &profile->barriers);
  if (by_chance (random, 0, 3) == 0)
    profile->higher_risk = TRUE;
  if (by_chance (random, 0, 3) == 0)
    profile->max_wait_weeks = by_chance (random, 0, 8);
  if (by_chance (random, 0, 2) == 0)
    profile->age = by_chance (random, 5, 95);
  for (guint o = 0; o < 20; o++)
    dolen_profile_add_override (
        profile,
        dolen_facts_uid (facts, (guint) by_chance (random, 0, (int) facts->n - 1), text),
        dolen_criterion_code (o % 2 ? DOLEN_CRITERION_AGE : DOLEN_CRITERION_LISTING));
  return profile;
}

/* All that a ranking says of every service, asked of one after the other. */
typedef struct {
  guint counts[DOLEN_N_BANDS], n_close;
  DolenMatchList list;
} Whole;

static Whole
ask_everything (DolenFacts *facts, const DolenProfile *profile)
{
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  Whole whole = { 0 };

  dolen_match_list_init (&whole.list, facts->n, facts);
  for (guint i = 0; i < facts->n; i++) {
    DolenVerdicts verdicts;
    DolenMatch match = { .index = i };
    gboolean weak;

    dolen_query_judge (query, i, &verdicts);
    g_assert_cmpint (dolen_query_glance (query, i, &weak), ==, verdicts.relevant);
    g_assert_cmpint (weak, ==, dolen_query_is_weak (query, i, &verdicts.look));
    if (!verdicts.relevant || weak) {
      whole.n_close += verdicts.relevant;
      continue;
    }
    match.band = dolen_ranking_band (&verdicts);
    match.score = verdicts.score;
    match.distance_km = verdicts.look.km;
    whole.counts[match.band]++;
    dolen_match_list_keep (&whole.list, &match);
  }
  dolen_match_list_sort (&whole.list);
  return whole;
}

static guint
count_suitable (const guint *counts)
{
  return counts[DOLEN_BAND_READY] + counts[DOLEN_BAND_HELP] + counts[DOLEN_BAND_WAIT];
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  const DolenMatch *x = a, *y = b;

  return (x->index > y->index) - (x->index < y->index);
}

/* Among the first hundred variety may change the order; which they are it may not. */
static void
assert_same_best (DolenRanking *ranking, const Whole *whole)
{
  guint n = MIN (DOLEN_VARIED, whole->list.n);

  g_assert_cmpuint (ranking->n_matches, ==, n);
  qsort (ranking->matches, n, sizeof *ranking->matches, compare_indices);
  qsort (whole->list.matches, n, sizeof *whole->list.matches, compare_indices);
  for (guint m = 0; m < n; m++) {
    const DolenMatch *a = &ranking->matches[m], *b = &whole->list.matches[m];

    g_assert_cmpuint (a->index, ==, b->index);
    g_assert_cmpint (a->band, ==, b->band);
    g_assert_cmpint (a->score, ==, b->score);
  }
}

static void
test_it_is_what_asking_everything_says (void)
{
  guint full = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    g_autoptr (DolenFacts) facts = random_facts (SERVICES, seeds[s]);

    speak_of_whom (facts, random);
    for (guint p = 0; p < PEOPLE; p++) {
      g_autoptr (DolenProfile) profile = somebody (random, facts);
      g_autoptr (DolenRanking) ranking = dolen_ranking_run (facts, profile, 100, NULL, NULL);
      Whole whole = ask_everything (facts, profile);

      if (count_suitable (whole.counts) >= DOLEN_RANKING_ENOUGH) {
        g_assert_cmpuint (ranking->n_close, ==, whole.n_close);
        g_assert_cmpmem (
            ranking->counts, sizeof ranking->counts, whole.counts, sizeof whole.counts);
        if (ranking->n_behind == 0)
          assert_same_best (ranking, &whole);
        full += count_suitable (whole.counts) > DOLEN_VARIED && ranking->n_behind == 0;
      }
      g_free (whole.list.matches);
    }
  }
  g_assert_cmpuint (full, >, PEOPLE / 4);
}

/* A list that is never full keeps everything and asks everything: its head, what is for meanwhile
 * and what goes together are those of a short one. */
static void
test_a_short_list_leaves_nothing_out (void)
{
  guint together = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seeds[s]);
    g_autoptr (DolenFacts) facts = random_facts (SERVICES, seeds[s]);

    speak_of_whom (facts, random);
    for (guint p = 0; p < PEOPLE; p++) {
      g_autoptr (DolenProfile) profile = somebody (random, facts);
      g_autoptr (DolenRanking) all = dolen_ranking_run (facts, profile, 0, NULL, NULL);
      g_autoptr (DolenRanking) few = dolen_ranking_run (facts, profile, 50, NULL, NULL);

      g_assert_cmpuint (few->n_matches, <=, MIN (50, all->n_matches));
      /* What fits far less than the best is left out; what does not suit at all comes after. */
      if (few->n_matches < MIN (50, all->n_matches))
        g_assert_cmpint (all->matches[few->n_matches].band, ==, DOLEN_BAND_UNSUITABLE);
      for (guint m = 0; m < few->n_matches; m++)
        g_assert_cmpuint (few->matches[m].index, ==, all->matches[m].index);
      g_assert_cmpmem (few->counts, sizeof few->counts, all->counts, sizeof all->counts);
      g_assert_cmpuint (few->n_close, ==, all->n_close);
      g_assert_cmpuint (few->n_interim, ==, all->n_interim);
      for (guint m = 0; m < few->n_interim; m++)
        g_assert_cmpuint (few->interim[m].index, ==, all->interim[m].index);
      g_assert_cmpuint (few->combination.n, ==, all->combination.n);
      for (guint m = 0; m < few->combination.n; m++)
        g_assert_cmpuint (few->combination.members[m].index, ==, all->combination.members[m].index);
      together += few->combination.n > 1;
    }
  }
  g_assert_cmpuint (together, >, 5);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/ranking-whole/everything", test_it_is_what_asking_everything_says);
  g_test_add_func ("/ranking-whole/short", test_a_short_list_leaves_nothing_out);
  return g_test_run ();
}
