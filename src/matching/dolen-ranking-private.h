/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-query-private.h"
#include "matching/dolen-ranking.h"

G_BEGIN_DECLS

/* What the files of a ranking share. */

#define DOLEN_MOST_INTERIM 5

/** DolenMatchList: the best of many, as a heap with the worst of them on top. */
typedef struct {
  DolenMatch *matches; /* room for limit; (owned) by whoever made it */
  guint n, limit;
  const DolenFacts *facts;
} DolenMatchList;

/** dolen_match_compare: better first: what suits before what does not, what comes close after what
 * meets a wish, score, closeness, freshness, then the name and, last of all, the uid. */
int dolen_match_compare (const DolenMatch *a, const DolenMatch *b, const DolenFacts *facts);

/* dolen_match_doubt: whether it is for them at all, and after that whether it is within reach, is
 * to be asked first; 0: neither. */
static inline int
dolen_match_doubt (const DolenMatch *match)
{
  return 2 * match->asks_who + match->asks_where;
}

/* dolen_match_compare_to_build: the same for a combination, which is no better than what it is sure
 * of: what may be for others, or out of reach, comes after all that is not. */
int
dolen_match_compare_to_build (const DolenMatch *a, const DolenMatch *b, const DolenFacts *facts);

void dolen_match_list_init (DolenMatchList *list, guint limit, const DolenFacts *facts);
void dolen_match_list_keep (DolenMatchList *list, const DolenMatch *match);

/** dolen_match_list_sort: best first; nothing is kept any more afterwards. */
void dolen_match_list_sort (DolenMatchList *list);

/** dolen_ranking_keep_interim: the few interim choices, kept in order as they come. */
void dolen_ranking_keep_interim (DolenRanking *ranking, const DolenMatch *match);

/** DOLEN_VARIED: over so many of the best variety is looked after. */
#define DOLEN_VARIED 100

/** dolen_ranking_vary: puts the first DOLEN_VARIED of @matches, best first, into an order that
 * gives room to several (dolen-ranking-variety.c). */
void dolen_ranking_vary (const DolenQuery *query, DolenMatch *matches, guint n);

/** dolen_ranking_combine: fills ranking->combination: @list: the matches, best first; @pool: the
 *  best for each wish, of band DOLEN_N_BANDS where nobody suitable meets it; @fullest: the wishes
 *  met by the one that meets the most. */
void dolen_ranking_combine (const DolenQuery *query,
                            DolenRanking *ranking,
                            const DolenMatchList *list,
                            const DolenMatchList *pool,
                            guint64 fullest);

G_END_DECLS
