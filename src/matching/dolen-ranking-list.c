/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-private.h"

#include <math.h>
#include <string.h>

/* The order of matches, and lists that keep the best of many. */

static int
compare_float (float a, float b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return (a > b) - (a < b);
}

static int
compare_ages (int a, int b)
{
  if (a < 0 || b < 0)
    return (a < 0) - (b < 0);
  return a - b;
}

/* Better first: score, closeness, freshness, then the name and, last of all, the uid. */
static int
compare_fit (const DolenMatch *a, const DolenMatch *b, const DolenFacts *facts)
{
  int order = b->score - a->score;

  if (order == 0)
    order = compare_float (a->distance_km, b->distance_km);
  if (order == 0)
    order = compare_ages (facts->confirmed[a->index], facts->confirmed[b->index]);
  if (order == 0)
    order = (facts->name_rank[a->index] > facts->name_rank[b->index])
            - (facts->name_rank[a->index] < facts->name_rank[b->index]);
  return order != 0 ? order : dolen_facts_compare_uids (facts, a->index, b->index);
}

int
dolen_match_compare (const DolenMatch *a, const DolenMatch *b, const DolenFacts *facts)
{
  gboolean a_suits = a->band != DOLEN_BAND_UNSUITABLE;
  gboolean b_suits = b->band != DOLEN_BAND_UNSUITABLE;

  if (a_suits != b_suits)
    return b_suits - a_suits;
  return a->weak != b->weak ? a->weak - b->weak : compare_fit (a, b, facts);
}

int
dolen_match_compare_to_build (const DolenMatch *a, const DolenMatch *b, const DolenFacts *facts)
{
  int order = dolen_match_doubt (a) - dolen_match_doubt (b);

  return order != 0 ? order : dolen_match_compare (a, b, facts);
}

static int
compare_for_sort (gconstpointer a, gconstpointer b, gpointer facts)
{
  return dolen_match_compare (a, b, facts);
}

/* A heap with the worst of the best on top, so that a short list costs no sort of the long one. */
static void
sift_down (DolenMatch *heap, guint n, guint at, const DolenFacts *facts)
{
  for (;;) {
    guint worst = at;

    for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < n; child++)
      if (dolen_match_compare (&heap[child], &heap[worst], facts) > 0)
        worst = child;
    if (worst == at)
      return;
    DolenMatch held = heap[at];
    heap[at] = heap[worst];
    heap[worst] = held;
    at = worst;
  }
}

void
dolen_match_list_init (DolenMatchList *list, guint limit, const DolenFacts *facts)
{
  *list = (DolenMatchList){ g_new (DolenMatch, MAX (limit, 1)), 0, limit, facts };
}

void
dolen_match_list_keep (DolenMatchList *list, const DolenMatch *match)
{
  DolenMatch *heap = list->matches;

  if (list->n < list->limit) {
    heap[list->n++] = *match;
    if (list->n == list->limit)
      for (guint at = list->limit / 2 + 1; at-- > 0;)
        sift_down (heap, list->limit, at, list->facts);
  } else if (list->limit > 0 && dolen_match_compare (match, &heap[0], list->facts) < 0) {
    heap[0] = *match;
    sift_down (heap, list->limit, 0, list->facts);
  }
}

void
dolen_match_list_sort (DolenMatchList *list)
{
  g_qsort_with_data (list->matches,
                     (int) list->n,
                     sizeof *list->matches,
                     compare_for_sort,
                     (gpointer) list->facts);
}

/* The few interim choices, kept in order as they come. */
void
dolen_ranking_keep_interim (DolenRanking *ranking, const DolenMatch *match)
{
  DolenMatch *list = ranking->interim;
  guint at = ranking->n_interim;

  while (at > 0 && compare_fit (match, &list[at - 1], ranking->facts) < 0)
    at--;
  if (at == DOLEN_MOST_INTERIM)
    return;
  if (ranking->n_interim < DOLEN_MOST_INTERIM)
    ranking->n_interim++;
  memmove (&list[at + 1], &list[at], (ranking->n_interim - 1 - at) * sizeof *list);
  list[at] = *match;
}
