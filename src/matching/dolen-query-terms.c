/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <math.h>
#include <string.h>

/*
 * The graph of interests and needs, laid out once for each query: what a tag of any term is worth
 * for each wish. Asked of a service, it is a look into a table for each of its few tags.
 *
 * In percent of a wish met:
 *   the same term                          100
 *   a narrower one                          95, from two steps on 90
 *   a broader one                           50, from two steps on 35
 *   one under the same broader term         30 (interests; two needs of a kind are two needs)
 *   related, as the vocabulary says         its weight, at most 65; of a broader term a little less
 * A root ("connecting") stands for so much that it says less: the root itself 75, what is under it
 * 85; and as what is broader than a wish next to nothing, 8.
 */
enum {
  WORTH_SAME = 100,
  WORTH_NARROWER = 95,
  WORTH_MUCH_NARROWER = 90,
  WORTH_UNDER_ROOT = 85,
  WORTH_ROOT = 75,
  WORTH_MOST_RELATED = 65,
  WORTH_BROADER = 50,
  WORTH_MUCH_BROADER = 35,
  WORTH_SIBLING = 30,
  WORTH_BROADEST = 8,
  RELATED_OF_BROADER = 85, /* percent of the relation */
};

/* How strongly a tag speaks, percent, by dolen_fact_tag_founded(). What stands in a name is what
 * the service is about; that somebody confirmed a tag makes sure that it is so, not that it is much
 * of what they do. */
static const guint8 strengths[4] = { 55, 90, 100, 100 };

/* What a hit adds to the score, percent of one that somebody confirmed. A mention is seldom what a
 * group is about; a name nearly always says it of a need, less often of an interest ("Garden Room
 * Singers"). Something close to a wish is worth little beside what meets it. */
static const guint8 values_of_interest[4] = { 25, 100, 75, 100 };
static const guint8 values_of_need[4] = { 40, 100, 100, 100 };
#define VALUE_OF_CLOSE 40

typedef struct {
  DolenVocabulary *vocabulary;
  DolenTermKind kind;
} Graph;

static const DolenTerm *
term_at (const Graph *graph, guint index)
{
  return dolen_vocabulary_term (graph->vocabulary, graph->kind, index);
}

/* Interests stand under roots; needs do not have to: one without anything broader is a need like
 * any other. */
static gboolean
is_root (const Graph *graph, guint index)
{
  return graph->kind == DOLEN_TERM_INTEREST && term_at (graph, index)->n_broader == 0;
}

static gboolean
is_under (const Graph *graph, guint narrow, guint broad)
{
  return dolen_term_set_has (dolen_vocabulary_closure (graph->vocabulary, graph->kind, narrow),
                             broad);
}

static gboolean
is_directly_under (const Graph *graph, guint narrow, guint broad)
{
  const DolenTerm *term = term_at (graph, narrow);

  for (guint b = 0; b < term->n_broader; b++)
    if (term->broader[b] == broad)
      return TRUE;
  return FALSE;
}

static gboolean
are_siblings (const Graph *graph, guint a, guint b)
{
  const DolenTerm *term = term_at (graph, a);

  for (guint p = 0; p < term->n_broader; p++)
    if (!is_root (graph, term->broader[p]) && is_directly_under (graph, b, term->broader[p]))
      return TRUE;
  return FALSE;
}

/* What @tag is worth because it, or what is broader than it, is related to the wish. */
static guint
worth_by_relation (const Graph *graph, guint tag, guint wish)
{
  guint n = 0, best = 0;
  const DolenRelated *related = dolen_vocabulary_related (graph->vocabulary, graph->kind, wish, &n);

  for (guint r = 0; r < n; r++) {
    guint weight = MIN (related[r].weight, WORTH_MOST_RELATED);

    if (related[r].index == tag)
      best = MAX (best, weight);
    else if (!is_root (graph, related[r].index) && is_under (graph, tag, related[r].index))
      best = MAX (best, weight * RELATED_OF_BROADER / 100);
  }
  return best;
}

static guint
worth_by_place (const Graph *graph, guint tag, guint wish)
{
  if (tag == wish)
    return is_root (graph, wish) ? WORTH_ROOT : WORTH_SAME;
  if (is_under (graph, tag, wish)) {
    if (is_root (graph, wish))
      return WORTH_UNDER_ROOT;
    return is_directly_under (graph, tag, wish) ? WORTH_NARROWER : WORTH_MUCH_NARROWER;
  }
  if (is_under (graph, wish, tag)) {
    if (is_root (graph, tag))
      return WORTH_BROADEST;
    return is_directly_under (graph, wish, tag) ? WORTH_BROADER : WORTH_MUCH_BROADER;
  }
  return graph->kind == DOLEN_TERM_INTEREST && are_siblings (graph, wish, tag) ? WORTH_SIBLING : 0;
}

static guint
worth_of (const Graph *graph, guint tag, guint wish)
{
  guint worth = worth_by_place (graph, tag, wish);

  return worth < WORTH_MOST_RELATED ? MAX (worth, worth_by_relation (graph, tag, wish)) : worth;
}

static guint
add_wishes (DolenQuery *query, DolenTermKind kind, const DolenTermSet *named)
{
  guint n = dolen_vocabulary_count (query->facts->vocabulary, kind);
  guint added = 0;

  for (guint t = 0; t < n; t++)
    if (dolen_term_set_has (named, t)) {
      query->wishes[query->n_wishes++] = (guint16) dolen_fact_number (kind, t);
      added++;
    }
  return added;
}

static guint8
value_of (const Graph *graph, guint worth, guint founded)
{
  guint value
      = graph->kind == DOLEN_TERM_INTEREST ? values_of_interest[founded] : values_of_need[founded];

  if (worth < DOLEN_WORTH_MET)
    value = value * VALUE_OF_CLOSE / 100;
  return (guint8) (worth * value / 100);
}

/* All meetings of one term: beside each other, so that a tag finds them in one go. */
static void
prepare_term (DolenQuery *query, const Graph *graph, guint tag, guint first_wish, guint n)
{
  DolenTermEntry *entry = &query->terms[dolen_fact_number (graph->kind, tag)];

  entry->first_meeting = (guint16) query->meetings->len;
  for (guint w = first_wish; w < first_wish + n; w++) {
    guint wish = dolen_fact_tag_index (query->wishes[w]);
    guint worth = worth_of (graph, tag, wish);
    DolenMeeting meeting = { .wish = (guint16) w, .worth = (guint8) worth };

    for (guint s = 0; s < G_N_ELEMENTS (strengths); s++) {
      meeting.strength[s] = (guint8) (worth * strengths[s] / 100);
      meeting.value[s] = value_of (graph, worth, s);
    }
    if (meeting.worth > 0 && query->meetings->len < G_MAXUINT16)
      g_array_append_val (query->meetings, meeting);
  }
  entry->n_meetings = (guint16) (query->meetings->len - entry->first_meeting);
}

static void
prepare_kind (DolenQuery *query, DolenTermKind kind, guint first_wish, guint n_wishes)
{
  const Graph graph = { query->facts->vocabulary, kind };
  guint n = dolen_vocabulary_count (graph.vocabulary, kind);

  for (guint t = 0; n_wishes > 0 && t < n; t++)
    prepare_term (query, &graph, t, first_wish, n_wishes);
}

void
dolen_query_prepare_terms (DolenQuery *query)
{
  query->wishes = g_new (guint16, DOLEN_TERM_MAX_INTERESTS + DOLEN_TERM_MAX_NEEDS);
  query->meetings = g_array_new (FALSE, FALSE, sizeof (DolenMeeting));
  query->n_interests = add_wishes (query, DOLEN_TERM_INTEREST, &query->profile->interests);
  query->n_needs = add_wishes (query, DOLEN_TERM_NEED, &query->profile->needs);
  prepare_kind (query, DOLEN_TERM_INTEREST, 0, query->n_interests);
  prepare_kind (query, DOLEN_TERM_NEED, query->n_interests, query->n_needs);
}

/* How many services meet each wish. */
static double *
count_services (const DolenQuery *query)
{
  double *services = g_new0 (double, query->n_wishes + 1);

  for (guint t = 0; t < DOLEN_FACT_N_TERMS; t++)
    for (guint m = 0; m < query->terms[t].n_meetings; m++) {
      const DolenMeeting *meeting
          = &g_array_index (query->meetings, DolenMeeting, query->terms[t].first_meeting + m);

      if (meeting->worth >= DOLEN_WORTH_MET)
        services[meeting->wish] += query->facts->services_of[t];
    }
  return services;
}

guint
dolen_query_count_offers (const DolenQuery *query, guint wish)
{
  g_autofree double *services = count_services (query);

  return (guint) services[wish];
}

/* A need counts a little more than an interest; and what all offer still counts something. Where
 * there is danger, no roof, no food or no heat, that is the main thing, whatever else they asked.
 */
#define NEED_COUNTS 1.2f
#define URGENT_COUNTS 2.0f
#define LEAST_RARITY 0.02f

static gboolean
is_urgent (const DolenQuery *query, guint wish)
{
  static const char *const urgent[]
      = { "homelessness",   "eviction",        "food", "fuel", "crisis", "self-harm",
          "domestic-abuse", "sexual-violence", NULL };

  return wish >= query->n_interests
         && g_strv_contains (urgent,
                             dolen_facts_tag_term (query->facts, query->wishes[wish])->code);
}

/* What only few offer says more than what half the directory does: a group after a stroke more than
 * "company". The inverse document frequency of search (Spärck Jones, A statistical interpretation
 * of term specificity, 1972), from 0 to 1 and made steeper. */
void
dolen_query_prepare_rarity (DolenQuery *query)
{
  double n = query->facts->n;
  g_autofree double *services = count_services (query);
  float first = 0, second = 0;

  query->rarity = g_new (float, query->n_wishes + 1);
  for (guint w = 0; w < query->n_wishes; w++) {
    double rarity = log ((n + 1) / (MIN (services[w], n) + 1)) / log (n + 1);
    float counts = MAX ((float) pow (rarity, 1.5), LEAST_RARITY);

    if (w >= query->n_interests)
      counts *= NEED_COUNTS;
    if (is_urgent (query, w))
      counts *= URGENT_COUNTS;
    query->rarity[w] = counts;
    second = MAX (second, MIN (first, counts));
    first = MAX (first, counts);
  }
  query->most_wishes = first + second;
}

void
dolen_query_prepare_asks (DolenQuery *query)
{
  for (guint number = 0; number < DOLEN_FACT_N_TERMS; number++)
    query->asks_of[number] = query->terms[number].n_meetings > 0 || query->terms[number].marks != 0
                             || query->terms[number].at_home != 0;
  for (guint e = 0; e < DOLEN_TERM_MAX_ENABLERS; e++) {
    const DolenBarrierMasks *masks = &query->enablers[e];

    if ((masks->full | masks->partly | masks->blocks) != 0)
      query->asks_of[DOLEN_FACT_ENABLERS + e] = 1;
  }
}

void
dolen_query_mark (DolenQuery *query, const DolenTerm *term, guint32 marks)
{
  g_return_if_fail (term->kind != DOLEN_TERM_BARRIER);

  query->terms[dolen_fact_number (term->kind, term->index)].marks |= marks;
}
