/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <math.h>
#include <string.h>

/*
 * What the query knows of single services, not of their facts: tried before, rules set aside, how
 * they answered, their own words found. A byte of flags for each service, so that most cost one
 * look; the few with more to tell stand in a list by index.
 */

static int
compare_details (gconstpointer a, gconstpointer b)
{
  const DolenServiceDetail *x = a, *y = b;

  return (x->index > y->index) - (x->index < y->index);
}

static void
flag (DolenQuery *query, guint index, guint8 flags)
{
  if (query->flags == NULL)
    query->flags = g_malloc0 (MAX (query->facts->n, 1));
  query->flags[index] |= flags;
}

/* The detail of a service, made if need be; unsorted until all are there. */
static DolenServiceDetail *
detail_of (DolenQuery *query, const char *uid)
{
  int index = dolen_facts_find (query->facts, uid);
  DolenServiceDetail detail = { .index = (guint) MAX (index, 0) };

  if (index < 0)
    return NULL;
  for (guint d = 0; d < query->details->len; d++) {
    DolenServiceDetail *known = &g_array_index (query->details, DolenServiceDetail, d);

    if (known->index == detail.index)
      return known;
  }
  flag (query, detail.index, DOLEN_FLAG_DETAIL);
  g_array_append_val (query->details, detail);
  return &g_array_index (query->details, DolenServiceDetail, query->details->len - 1);
}

static void
prepare_answers (DolenQuery *query)
{
  const DolenAnswers *answers = query->profile->answers;
  const DolenFacts *facts = query->facts;

  for (guint a = 0; answers != NULL && a < dolen_answers_count (answers); a++) {
    const DolenAnswer *answer = dolen_answers_nth (answers, a);
    int index = dolen_facts_find (facts, answer->service);
    DolenServiceDetail detail = { .index = (guint) MAX (index, 0), .answer = answer };

    if (index < 0)
      continue;
    detail.sent = dolen_answer_sent_since (answer, facts->today, facts->capacity[index].age);
    flag (query, detail.index, DOLEN_FLAG_DETAIL);
    g_array_append_val (query->details, detail);
  }
}

static void
prepare_overrides (DolenQuery *query)
{
  const GPtrArray *overrides = query->profile->overrides;

  for (guint o = 0; overrides != NULL && o < overrides->len; o++) {
    const DolenProfileOverride *override = g_ptr_array_index (overrides, o);
    DolenServiceDetail *detail = detail_of (query, override->service);

    for (guint c = 0; detail != NULL && c < DOLEN_N_CRITERIA; c++)
      if (strcmp (override->criterion, dolen_criterion_code ((DolenCriterion) c)) == 0)
        detail->overridden |= 1u << c;
  }
}

static void
prepare_tried (DolenQuery *query)
{
  char **tried = query->profile->tried;

  for (guint t = 0; tried != NULL && tried[t] != NULL; t++) {
    int index = dolen_facts_find (query->facts, tried[t]);

    if (index >= 0)
      flag (query, (guint) index, DOLEN_FLAG_TRIED);
  }
}

/* How much each of their own words says: the fewer groups use it, the more (as the rarity of
 * wishes). One in a name, or by which it is filed, says all it
 * can, one in the text less. */
#define WORD_IN_TEXT 0.4f

static void
weigh_words (const DolenQuery *query, const DolenOwnWordsHit *hits, guint n, float *weights)
{
  guint found[DOLEN_OWN_WORDS_MOST] = { 0 };

  for (guint h = 0; h < n; h++)
    for (guint w = 0; w < DOLEN_OWN_WORDS_MOST; w++)
      found[w] += (hits[h].words >> w) & 1u;
  for (guint w = 0; w < DOLEN_OWN_WORDS_MOST; w++)
    weights[w] = (float) (log ((query->facts->n + 1.0) / (MIN (found[w], query->facts->n) + 1.0))
                          / log (query->facts->n + 2.0));
}

static float
weight_of_hit (const DolenOwnWordsHit *hit, const float *weights)
{
  float sum = 0;

  for (guint w = 0; w < DOLEN_OWN_WORDS_MOST; w++)
    if ((hit->words >> w) & 1u)
      sum += weights[w] * ((hit->strong >> w) & 1u ? 1.0f : WORD_IN_TEXT);
  return sum;
}

static float
weight_of_best (const DolenOwnWordsHit *hits, guint n, const float *weights)
{
  float best = 0;

  for (guint h = 0; h < n; h++)
    best = MAX (best, weight_of_hit (&hits[h], weights));
  return MAX (best, 0.001f);
}

/* Both lists rise by id: one walk. */
static void
prepare_words (DolenQuery *query)
{
  const DolenFacts *facts = query->facts;
  const DolenOwnWords *own_words = query->profile->own_words;
  guint n = 0, i = 0;
  const DolenOwnWordsHit *hits = own_words != NULL ? dolen_own_words_hits (own_words, &n) : NULL;
  float weights[DOLEN_OWN_WORDS_MOST];
  float best;

  query->own_words = own_words != NULL && query->profile->words != NULL;
  if (n == 0)
    return;
  weigh_words (query, hits, n, weights);
  best = weight_of_best (hits, n, weights);
  query->words = g_malloc0 (MAX (facts->n, 1));
  for (guint h = 0; h < n; h++) {
    while (i < facts->n && facts->id[i] < hits[h].id)
      i++;
    if (i == facts->n || facts->id[i] != hits[h].id)
      continue;
    query->words[i] = (guint8) (weight_of_hit (&hits[h], weights) / best * 255);
    flag (query,
          i,
          hits[h].in_name != 0 ? DOLEN_FLAG_WORDS | DOLEN_FLAG_WORDS_IN_NAME : DOLEN_FLAG_WORDS);
  }
}

void
dolen_query_prepare_services (DolenQuery *query)
{
  query->details = g_array_new (FALSE, FALSE, sizeof (DolenServiceDetail));
  prepare_answers (query);
  prepare_overrides (query);
  g_array_sort (query->details, compare_details);
  prepare_tried (query);
  prepare_words (query);
}

const DolenServiceDetail *
dolen_query_find_detail (const DolenQuery *query, guint index)
{
  const DolenServiceDetail wanted = { .index = index };
  guint at = 0;

  if (!g_array_binary_search (query->details, &wanted, compare_details, &at))
    return NULL;
  return &g_array_index (query->details, DolenServiceDetail, at);
}
