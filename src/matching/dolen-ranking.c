/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking.h"

#include "matching/dolen-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_INTERIM 5

/* Cancelling is looked for once in so many services. */
#define CANCEL_EVERY 8192

const char *
dolen_band_code (DolenBand band)
{
  static const char *const codes[] = { "ready", "help", "wait", "unsuitable" };

  g_return_val_if_fail (band < DOLEN_N_BANDS, "");
  return codes[band];
}

const char *
dolen_band_label (DolenBand band, DolenLanguage language)
{
  switch (band) {
  case DOLEN_BAND_READY:
    /* Translators: heading over suggestions; Welsh: Ar gael nawr */
    return dolen_text (language, "Ready now");
  case DOLEN_BAND_HELP:
    /* Translators: heading over suggestions where a fact must be asked or help arranged;
     * Welsh: Holi neu helpu yn gyntaf */
    return dolen_text (language, "Ask or help first");
  case DOLEN_BAND_WAIT:
    /* Translators: heading over suggestions with a waiting time; Welsh: Gwerth yr aros */
    return dolen_text (language, "Worth the wait");
  case DOLEN_BAND_UNSUITABLE:
  case DOLEN_N_BANDS:
    break;
  }
  /* Translators: heading over services that do not suit; Welsh: Ddim yn addas */
  return dolen_text (language, "Not suitable");
}

/* The rules of the bands, in DESIGN's order: a known no, a wait, something to ask, ready. */
static DolenBand
band_of (const DolenVerdicts *verdicts)
{
  if (verdicts->bars)
    return DOLEN_BAND_UNSUITABLE;
  if (verdicts->overridden != 0)
    return DOLEN_BAND_HELP;
  if (verdicts->waits)
    return DOLEN_BAND_WAIT;
  if (verdicts->blocks_ready || verdicts->of[DOLEN_CRITERION_CAPACITY] != DOLEN_VERDICT_YES)
    return DOLEN_BAND_HELP;
  return DOLEN_BAND_READY;
}

static DolenMatch
match_of (const DolenQuery *query, guint i, const DolenVerdicts *verdicts)
{
  DolenMatch match = { .index = i };

  match.band = band_of (verdicts);
  match.score = verdicts->score;
  match.distance_km = verdicts->look.km;
  match.interim = verdicts->of[DOLEN_CRITERION_CAPACITY] == DOLEN_VERDICT_YES
                  && match.band != DOLEN_BAND_UNSUITABLE
                  && (verdicts->of[DOLEN_CRITERION_INTEREST] == DOLEN_VERDICT_YES
                      || verdicts->of[DOLEN_CRITERION_INTEREST] == DOLEN_VERDICT_HELPED);
  return match;
}

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

static int
compare_matches (const DolenMatch *a, const DolenMatch *b, const DolenFacts *facts)
{
  return a->band != b->band ? (int) a->band - (int) b->band : compare_fit (a, b, facts);
}

static int
compare_for_sort (gconstpointer a, gconstpointer b, gpointer facts)
{
  return compare_matches (a, b, facts);
}

/* A heap with the worst of the best on top, so that a short list costs no sort of the long one. */
static void
sift_down (DolenMatch *heap, guint n, guint at, const DolenFacts *facts)
{
  for (;;) {
    guint worst = at;

    for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < n; child++)
      if (compare_matches (&heap[child], &heap[worst], facts) > 0)
        worst = child;
    if (worst == at)
      return;
    DolenMatch held = heap[at];
    heap[at] = heap[worst];
    heap[worst] = held;
    at = worst;
  }
}

static void
keep (DolenRanking *ranking, guint limit, const DolenMatch *match)
{
  DolenMatch *heap = ranking->matches;

  if (ranking->n_matches < limit) {
    heap[ranking->n_matches++] = *match;
    if (ranking->n_matches == limit)
      for (guint at = limit / 2 + 1; at-- > 0;)
        sift_down (heap, limit, at, ranking->facts);
  } else if (limit > 0 && compare_matches (match, &heap[0], ranking->facts) < 0) {
    heap[0] = *match;
    sift_down (heap, limit, 0, ranking->facts);
  }
}

/* The few interim choices, kept in order as they come. */
static void
keep_interim (DolenRanking *ranking, const DolenMatch *match)
{
  DolenMatch *list = ranking->interim;
  guint at = ranking->n_interim;

  while (at > 0 && compare_fit (match, &list[at - 1], ranking->facts) < 0)
    at--;
  if (at == MAX_INTERIM)
    return;
  if (ranking->n_interim < MAX_INTERIM)
    ranking->n_interim++;
  memmove (&list[at + 1], &list[at], (ranking->n_interim - 1 - at) * sizeof *list);
  list[at] = *match;
}

static gboolean
only_distance_speaks_against (const DolenVerdicts *verdicts)
{
  if (verdicts->of[DOLEN_CRITERION_DISTANCE] != DOLEN_VERDICT_NO)
    return FALSE;
  for (guint c = 0; c < DOLEN_N_CRITERIA; c++)
    if (c != DOLEN_CRITERION_DISTANCE && verdicts->of[c] == DOLEN_VERDICT_NO)
      return FALSE;
  return TRUE;
}

/* What would suit best, were there a place, and whether there is a wait for it. */
typedef struct {
  int fit;
  DolenBand band;
} Best;

static void
consider (DolenRanking *ranking, const DolenQuery *query, guint i, guint limit, Best *best)
{
  DolenVerdicts verdicts;
  DolenMatch match;

  dolen_query_look (query, i, &verdicts);
  if (!verdicts.relevant)
    return;
  dolen_query_judge_looked (query, i, &verdicts);
  match = match_of (query, i, &verdicts);
  ranking->counts[match.band]++;
  ranking->farther += only_distance_speaks_against (&verdicts);
  if (match.interim)
    keep_interim (ranking, &match);
  match.interim = FALSE;
  keep (ranking, limit, &match);
  /* Of equals, the one without a wait. */
  if (match.band != DOLEN_BAND_UNSUITABLE
      && (verdicts.fit > best->fit || (verdicts.fit == best->fit && match.band < best->band)))
    *best = (Best){ verdicts.fit, match.band };
}

DolenRanking *
dolen_ranking_run (DolenFacts *facts,
                   const DolenProfile *profile,
                   guint limit,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  g_autoptr (DolenRanking) ranking = g_new0 (DolenRanking, 1);
  Best best = { -1, DOLEN_N_BANDS };

  if (limit == 0 || limit > facts->n)
    limit = facts->n;
  ranking->facts = dolen_facts_ref (facts);
  ranking->matches = g_new (DolenMatch, MAX (limit, 1));
  ranking->interim = g_new (DolenMatch, MAX_INTERIM);
  for (guint i = 0; i < facts->n; i++) {
    if (i % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    consider (ranking, query, i, limit, &best);
  }
  if (best.band != DOLEN_BAND_WAIT)
    ranking->n_interim = 0;
  g_qsort_with_data (ranking->matches,
                     (int) ranking->n_matches,
                     sizeof *ranking->matches,
                     compare_for_sort,
                     facts);
  return g_steal_pointer (&ranking);
}

void
dolen_ranking_free (DolenRanking *ranking)
{
  if (ranking == NULL)
    return;
  dolen_facts_unref (ranking->facts);
  g_free (ranking->matches);
  g_free (ranking->interim);
  g_free (ranking);
}

DolenMatch
dolen_ranking_judge (DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (DolenQuery) query = dolen_query_new (facts, profile);
  DolenVerdicts verdicts;
  DolenMatch match;

  dolen_query_judge (query, index, &verdicts);
  match = match_of (query, index, &verdicts);
  match.interim = FALSE;
  return match;
}
