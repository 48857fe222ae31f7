/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <string.h>

/*
 * What the terms that a service carries do for the barriers of the profile: enablers that remove
 * them, and needs and interests by which it is at home with them.
 */

/* Barriers with a criterion of their own; every other is told under "barrier". */
static const struct {
  const char *code;
  DolenCriterion criterion;
} criterion_of[] = {
  { "cost", DOLEN_CRITERION_COST },
  { "stairs", DOLEN_CRITERION_STEP_FREE },
  { "wheelchair", DOLEN_CRITERION_STEP_FREE },
  { "walking-difficulty", DOLEN_CRITERION_STEP_FREE },
  { "no-car", DOLEN_CRITERION_TRANSPORT },
  { "remote", DOLEN_CRITERION_TRANSPORT },
  { "going-alone", DOLEN_CRITERION_COMPANY },
  { "digital-exclusion", DOLEN_CRITERION_DIGITAL },
  { "welsh-first", DOLEN_CRITERION_LANGUAGE },
  { "other-language", DOLEN_CRITERION_LANGUAGE },
};

/* Whether a barrier of theirs leaves @enabler without use to them: a voice on the telephone to
 * whoever has none. */
static gboolean
is_no_use (const DolenQuery *query, guint enabler)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;
  guint n = 0;
  const DolenBarrierTerm *no_use = dolen_vocabulary_no_use (vocabulary, &n);

  for (guint i = 0; i < n; i++)
    if (dolen_term_set_has (&query->profile->barriers, no_use[i].barrier)
        && dolen_term_set_has (dolen_vocabulary_closure (vocabulary, DOLEN_TERM_ENABLER, enabler),
                               no_use[i].index))
      return TRUE;
  return FALSE;
}

DolenCriterion
dolen_criterion_of_barrier (const DolenTerm *barrier)
{
  for (gsize i = 0; i < G_N_ELEMENTS (criterion_of); i++)
    if (strcmp (criterion_of[i].code, barrier->code) == 0)
      return criterion_of[i].criterion;
  return DOLEN_CRITERION_BARRIER;
}

/* A narrower kind of help does what the broader one does; a no of it says nothing of the broader.
 */
static void
prepare_remedy (DolenQuery *query, const DolenRemedy *remedy, guint64 bit)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;

  for (guint e = 0; e < dolen_vocabulary_count (vocabulary, DOLEN_TERM_ENABLER); e++) {
    if (!dolen_term_set_has (dolen_vocabulary_closure (vocabulary, DOLEN_TERM_ENABLER, e),
                             remedy->enabler)
        || is_no_use (query, e))
      continue;
    if (remedy->degree == DOLEN_REMEDY_FULL)
      query->enablers[e].full |= bit;
    else if (remedy->degree == DOLEN_REMEDY_PARTLY)
      query->enablers[e].partly |= bit;
  }
  if (remedy->blocks)
    query->enablers[remedy->enabler].blocks |= bit;
}

static void
prepare_barrier (DolenQuery *query, const DolenTerm *term)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << query->n_barriers;
  DolenBarrierQuery *barrier = &query->barriers[query->n_barriers++];
  guint n = 0;
  const DolenRemedy *remedies
      = dolen_vocabulary_remedies (query->facts->vocabulary, term->index, &n);

  barrier->barrier = term->index;
  barrier->criterion = dolen_criterion_of_barrier (term);
  query->barriers_told[barrier->criterion] |= bit;
  for (guint i = 0; i < n; i++)
    prepare_remedy (query, &remedies[i], bit);
}

/* A group for people with dementia is used to a poor memory: it need not say so, and whether that
 * is enough is asked. */
static void
prepare_at_home (DolenQuery *query)
{
  guint n = 0;
  const DolenBarrierTerm *at_home = dolen_vocabulary_at_home (query->facts->vocabulary, &n);

  for (guint i = 0; i < n; i++)
    for (guint b = 0; b < query->n_barriers; b++)
      if (query->barriers[b].barrier == at_home[i].barrier)
        query->terms[dolen_fact_number (at_home[i].kind, at_home[i].index)].at_home
            |= G_GUINT64_CONSTANT (1) << b;
}

/* A group that is by telephone only, or online only, is closed to whoever is not there. */
static void
prepare_ways (DolenQuery *query)
{
  static const struct {
    const char *barrier;
    guint attending; /* DolenAttending bits */
  } ways[] = {
    { "no-phone", DOLEN_ATTENDING_PHONE },
    { "digital-exclusion", DOLEN_ATTENDING_ONLINE },
  };

  for (gsize w = 0; w < G_N_ELEMENTS (ways); w++)
    for (guint b = 0; b < query->n_barriers; b++)
      if (strcmp (dolen_vocabulary_term (
                      query->facts->vocabulary, DOLEN_TERM_BARRIER, query->barriers[b].barrier)
                      ->code,
                  ways[w].barrier)
          == 0)
        query->closed_by_way[ways[w].attending] |= G_GUINT64_CONSTANT (1) << b;
}

void
dolen_query_prepare_barriers (DolenQuery *query)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;
  guint n = dolen_vocabulary_count (vocabulary, DOLEN_TERM_BARRIER);

  for (guint b = 0; b < n; b++)
    if (dolen_term_set_has (&query->profile->barriers, b))
      prepare_barrier (query, dolen_vocabulary_term (vocabulary, DOLEN_TERM_BARRIER, b));
  prepare_at_home (query);
  prepare_ways (query);
}
