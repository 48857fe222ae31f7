/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-private.h"

/*
 * Several groups where one does not meet everything: the best one, and of all that could go with it
 * whichever meets most of what is missing.
 */

/* Whether @match adds more of what is missing than @held (nullable), or as much and stands before
 * it. */
static gboolean
better_addition (const DolenMatch *match,
                 const DolenMatch *held,
                 guint64 missing,
                 const DolenFacts *facts)
{
  int adds = __builtin_popcountll (match->met & missing);
  int holds = held != NULL ? __builtin_popcountll (held->met & missing) : 0;

  if (adds == 0 || match->band >= DOLEN_BAND_UNSUITABLE)
    return FALSE;
  return adds > holds || (adds == holds && dolen_match_compare_to_build (match, held, facts) < 0);
}

static const DolenMatch *
find_addition (const DolenMatchList *list, const DolenMatchList *pool, guint64 missing)
{
  const DolenMatch *best = NULL;

  for (guint m = 0; m < list->n && list->matches[m].band < DOLEN_BAND_UNSUITABLE; m++)
    if (better_addition (&list->matches[m], best, missing, list->facts))
      best = &list->matches[m];
  for (guint w = 0; w < pool->n; w++)
    if (better_addition (&pool->matches[w], best, missing, list->facts))
      best = &pool->matches[w];
  return best;
}

/* The best that meets any wish; what only comes close is nothing to build upon, nor is what may be
 * for others or out of reach, where there is anything else. */
static const DolenMatch *
find_first (const DolenMatchList *list)
{
  const DolenMatch *first = NULL;

  for (guint m = 0; m < list->n && list->matches[m].band < DOLEN_BAND_UNSUITABLE; m++)
    if (list->matches[m].met != 0
        && (first == NULL || dolen_match_doubt (&list->matches[m]) < dolen_match_doubt (first)))
      first = &list->matches[m];
  return first;
}

void
dolen_ranking_combine (const DolenQuery *query,
                       DolenRanking *ranking,
                       const DolenMatchList *list,
                       const DolenMatchList *pool,
                       guint64 fullest)
{
  DolenCombination *combination = &ranking->combination;
  const DolenMatch *first = find_first (list);
  guint64 wanted = 0;

  for (guint w = 0; w < pool->n; w++) {
    guint64 bit = G_GUINT64_CONSTANT (1) << w;

    if (pool->matches[w].band == DOLEN_N_BANDS)
      combination->nobody |= bit;
    else
      wanted |= bit;
  }
  if (first == NULL || fullest == wanted)
    return;
  combination->members[combination->n++] = *first;
  combination->met = first->met;
  while ((wanted & ~combination->met) != 0
         && combination->n < G_N_ELEMENTS (combination->members)) {
    const DolenMatch *next = find_addition (list, pool, wanted & ~combination->met);

    g_return_if_fail (next != NULL); /* each wish that is wanted has one in the pool */
    combination->members[combination->n++] = *next;
    combination->met |= next->met;
  }
  if (combination->met != wanted)
    combination->n = 0;
}

const DolenCombination *
dolen_ranking_combination (const DolenRanking *ranking)
{
  const DolenCombination *combination = &ranking->combination;

  return combination->n > 1 ? combination : NULL;
}
