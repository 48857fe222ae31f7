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

/* A listing that mentions everything is about nothing in particular: -4 % a further interest. */
static double
breadth (const DolenLook *look)
{
  return look->n_interests <= 2 ? 1.0 : 1.0 - 0.04 * MIN (look->n_interests - 2, 8);
}

/* The wish that is met best counts, percent; each further one is worth a little more. */
static double
strength_of (const DolenLook *look, guint from, guint to, double further)
{
  double best = 0, all = 0;

  for (guint w = from; w < to; w++) {
    const DolenWishLook *wish = &look->wishes[w];

    best = MAX (best, wish->strength);
    all += wish->worth / 100.0;
  }
  return best + further * MAX (all - 1, 0);
}

static double
interest_strength (const DolenQuery *query, const DolenLook *look)
{
  double strength = strength_of (look, 0, query->n_interests, 8);

  /* What stands in a name is what it is about, whatever else it mentions. */
  return MIN (120.0, strength < DOLEN_WORTH_MET ? strength * breadth (look) : strength);
}

static double
need_strength (const DolenQuery *query, const DolenLook *look)
{
  return MIN (120.0, strength_of (look, query->n_interests, query->n_wishes, 10));
}

/* A need weighs a little more than an interest, and the better met of the two counts most: a
 * gardening club is a good answer to "gardening, and lonely", though it says nothing of loneliness.
 */
static double
wishes (const DolenQuery *query, const DolenLook *look)
{
  double interest = interest_strength (query, look);
  double need = need_strength (query, look);

  if (query->n_interests > 0)
    need *= 1.1;
  if (query->n_interests > 0 && query->n_needs > 0)
    return (0.7 * MAX (interest, need) + 0.3 * MIN (interest, need)) / 120 * WEIGHT_WISHES;
  return MAX (interest, need) / 120 * WEIGHT_WISHES;
}

/* Of each barrier 100 where it is removed, 60 where it is eased, 25 where nothing is known. */
static double
barriers (const DolenQuery *query, const DolenLook *look)
{
  guint64 open = ~look->barriers_full & ~look->barriers_blocked;
  guint64 all
      = query->n_barriers < 64 ? (G_GUINT64_CONSTANT (1) << query->n_barriers) - 1 : G_MAXUINT64;
  int full = __builtin_popcountll (look->barriers_full & all);
  int partly = __builtin_popcountll (look->barriers_partly & open & all);
  int unknown = __builtin_popcountll (~look->barriers_partly & open & all);

  if (query->n_barriers == 0)
    return 0;
  return (full + 0.6 * partly + 0.25 * unknown) / query->n_barriers * WEIGHT_BARRIERS;
}

/* Half at 8 km; what is not known counts as far. */
static double
closeness (const DolenLook *look)
{
  double km = (double) look->km;

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
  const DolenLook *look = &verdicts->look;
  double fit = wishes (query, look) + barriers (query, look) + closeness (look);
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
