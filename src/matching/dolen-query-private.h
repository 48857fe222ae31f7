/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-criteria.h"

G_BEGIN_DECLS

/* What the criteria, the score and the sentences share; not for other rooms. */

/** DolenBarrierQuery: one barrier of the profile, and which enablers answer it. */
typedef struct {
  guint barrier; /* index of the vocabulary */
  DolenCriterion criterion;
  DolenTermBits full;   /* enablers that remove it */
  DolenTermBits partly; /* enablers that help */
  DolenTermBits blocks; /* enablers whose known no stands in the way */
} DolenBarrierQuery;

struct _DolenQuery {
  DolenFacts *facts;
  DolenProfile *profile;
  gboolean wishes;   /* an interest or a need is named */
  DolenTermSet near; /* what is a little broader than the interests named */
  DolenTermBits needs;
  DolenTermBits not_theirs; /* needs that, in a name, say it is for others */
  guint audience;           /* DolenAudience bits the profile is known to belong to */
  DolenBarrierQuery barriers[DOLEN_TERM_MAX_BARRIERS];
  guint n_barriers;
  guint64 first_language;
  guint64 other_languages;
  gboolean asks_language;
  gboolean speaks_english;
  float *km; /* (nullable) to each venue */
};

/* dolen_term_set_meets: whether two sets share a term. */
static inline gboolean
dolen_term_set_meets (const DolenTermSet *a, const DolenTermSet *b)
{
  guint64 shared = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (a->bits); i++)
    shared |= a->bits[i] & b->bits[i];
  return shared != 0;
}

/* dolen_term_set_count_shared: how many terms two sets share. */
static inline guint
dolen_term_set_count_shared (const DolenTermSet *a, const DolenTermSet *b)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (a->bits); i++)
    n += (guint) __builtin_popcountll (a->bits[i] & b->bits[i]);
  return n;
}

/* dolen_capacity_fact_is_fresh: whether it may still be relied on. "Just come along" is a habit of
 * the group and lasts as long as a confirmation; places and waits change by the month. */
static inline gboolean
dolen_capacity_fact_is_fresh (const DolenCapacityFact *fact)
{
  int days = fact->status == DOLEN_CAPACITY_OPEN ? DOLEN_CONFIRMED_FRESH_DAYS
                                                 : DOLEN_CAPACITY_FRESH_DAYS;

  return fact->age >= 0 && fact->age <= days;
}

/* dolen_query_judge_barrier: the verdict of one barrier for service @index. */
static inline DolenVerdict
dolen_query_judge_barrier (const DolenQuery *query, guint index, const DolenBarrierQuery *barrier)
{
  const DolenTermFact *enabler = &query->facts->enabler[index];

  if (barrier->full & enabler->yes)
    return DOLEN_VERDICT_YES;
  if (barrier->blocks & enabler->no)
    return DOLEN_VERDICT_NO;
  return barrier->partly & enabler->yes ? DOLEN_VERDICT_HELPED : DOLEN_VERDICT_UNKNOWN;
}

/* dolen_query_score: sets fit and score of @verdicts, whose other answers are there already. */
void dolen_query_score (const DolenQuery *query, guint index, DolenVerdicts *verdicts);

G_END_DECLS
