/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <math.h>

/*
 * How well a service fits within its band, 0 to 1000. The weights are here and nowhere else: what
 * it is about counts most, and a name more than a passing word; then what stands in the way, how
 * near it is, and how well it is known.
 */
enum {
  WEIGHT_WISHES = 600, /* interests and needs together */
  WEIGHT_BARRIERS = 100,
  WEIGHT_CLOSENESS = 100,
  WEIGHT_PLACES = 50,
  WEIGHT_FRESHNESS = 40,
  WEIGHT_LANGUAGE = 30,
  WEIGHT_FOR_THEM = 30, /* it says it is for people like them */
};

/* Strength of evidence for one wish, percent. */
enum {
  STRENGTH_NAMED = 100,
  STRENGTH_SAID = 55,
  STRENGTH_NEAR = 30,
};

/* A listing that mentions everything is about nothing in particular: -4 % a further interest. */
static double
breadth (const DolenInterestFact *fact)
{
  guint n = dolen_term_set_count_shared (&fact->said, &fact->said);

  return n <= 2 ? 1.0 : 1.0 - 0.04 * MIN (n - 2, 8);
}

static double
interest_strength (const DolenQuery *query, guint i, DolenVerdict verdict)
{
  const DolenInterestFact *fact = &query->facts->interest[i];
  guint named, yes;

  if (verdict == DOLEN_VERDICT_NONE)
    return 0;
  if (verdict == DOLEN_VERDICT_HELPED)
    return STRENGTH_NEAR * breadth (fact);
  named = dolen_term_set_count_shared (&query->profile->interests, &fact->named);
  yes = dolen_term_set_count_shared (&query->profile->interests, &fact->yes);
  /* One more interest met is worth a little, one in the name is worth the most. */
  return MIN (120.0,
              (named > 0 ? STRENGTH_NAMED : STRENGTH_SAID * breadth (fact)) + 8.0 * (yes - 1));
}

static double
need_strength (const DolenQuery *query, guint i)
{
  const DolenTermFact *fact = &query->facts->need[i];
  guint yes = dolen_term_bits_count (query->needs & fact->yes);
  guint named = dolen_term_bits_count (query->needs & fact->named);

  if (yes == 0)
    return 0;
  return MIN (120.0, (named > 0 ? STRENGTH_NAMED : STRENGTH_SAID) + 10.0 * (yes - 1));
}

/* A need weighs a little more than an interest, and the better met of the two counts most: a
 * gardening club is a good answer to "gardening, and lonely", though it says nothing of loneliness.
 */
static double
wishes (const DolenQuery *query, guint i, const DolenVerdicts *verdicts)
{
  gboolean interests = !dolen_term_set_is_empty (&query->profile->interests);
  double interest = interest_strength (query, i, verdicts->of[DOLEN_CRITERION_INTEREST]);
  double need = need_strength (query, i);

  if (interests)
    need *= 1.1;
  if (interests && query->needs != 0)
    return (0.7 * MAX (interest, need) + 0.3 * MIN (interest, need)) / 120 * WEIGHT_WISHES;
  return (interests ? interest : need) / 120 * WEIGHT_WISHES;
}

static double
barriers (const DolenQuery *query, guint i)
{
  static const int worth[] = { 0, 100, 60, 25, 0 };
  int sum = 0;

  if (query->n_barriers == 0)
    return 0;
  for (guint b = 0; b < query->n_barriers; b++)
    sum += worth[dolen_query_judge_barrier (query, i, &query->barriers[b])];
  return sum / 100.0 / query->n_barriers * WEIGHT_BARRIERS;
}

/* Half at 8 km; what is not known counts as far. */
static double
closeness (const DolenQuery *query, guint i)
{
  double km = dolen_query_distance_km (query, i, NULL);

  return isnan (km) ? WEIGHT_CLOSENESS / 5.0 : WEIGHT_CLOSENESS * 8.0 / (8.0 + km);
}

static double
freshness (const DolenQuery *query, guint i)
{
  int days = query->facts->confirmed[i];

  return days < 0 || days > 365 ? 0 : WEIGHT_FRESHNESS * (1.0 - days / 365.0);
}

void
dolen_query_score (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  double fit = wishes (query, index, verdicts) + barriers (query, index) + closeness (query, index);
  double now = freshness (query, index);

  if (verdicts->of[DOLEN_CRITERION_LANGUAGE] == DOLEN_VERDICT_YES)
    fit += WEIGHT_LANGUAGE;
  if (verdicts->of[DOLEN_CRITERION_ELIGIBILITY] == DOLEN_VERDICT_YES
      || verdicts->of[DOLEN_CRITERION_AGE] == DOLEN_VERDICT_YES)
    fit += WEIGHT_FOR_THEM;
  if (verdicts->of[DOLEN_CRITERION_ELIGIBILITY] == DOLEN_VERDICT_UNKNOWN)
    fit -= 3 * WEIGHT_FOR_THEM;
  if (verdicts->of[DOLEN_CRITERION_CAPACITY] == DOLEN_VERDICT_YES)
    now += WEIGHT_PLACES;
  verdicts->fit = CLAMP ((int) lround (fit), 0, 1000);
  verdicts->score = CLAMP ((int) lround (fit + now), 0, 1000);
}
