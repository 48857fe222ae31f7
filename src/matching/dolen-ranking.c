/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-ranking-private.h"

#include <glib/gi18n-lib.h>

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
DolenBand
dolen_ranking_band (const DolenVerdicts *verdicts)
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

  match.band = dolen_ranking_band (verdicts);
  match.score = verdicts->score;
  match.distance_km = verdicts->look.km;
  match.precision_km = verdicts->look.precision_km;
  match.in_district = verdicts->look.in_district;
  match.asks_who = verdicts->of[DOLEN_CRITERION_ELIGIBILITY] == DOLEN_VERDICT_UNKNOWN;
  match.asks_where = verdicts->of[DOLEN_CRITERION_DISTANCE] == DOLEN_VERDICT_UNKNOWN;
  for (guint w = 0; w < MIN (query->n_wishes, DOLEN_MOST_WISHES_COMBINED); w++)
    match.met |= (guint64) (verdicts->look.wishes[w].worth >= DOLEN_WORTH_MET) << w;
  match.interim = verdicts->of[DOLEN_CRITERION_CAPACITY] == DOLEN_VERDICT_YES
                  && match.band != DOLEN_BAND_UNSUITABLE
                  && (verdicts->of[DOLEN_CRITERION_INTEREST] == DOLEN_VERDICT_YES
                      || verdicts->of[DOLEN_CRITERION_INTEREST] == DOLEN_VERDICT_HELPED);
  return match;
}

/* What would suit best, were there a place, and whether there is a wait for it. */
typedef struct {
  int fit;
  DolenBand band;
} Best;

/* A ranking under way. */
typedef struct {
  DolenRanking *ranking;
  DolenQuery *query;
  DolenMatchList list;
  DolenMatchList pool; /* for combinations: the best of each wish, by its place */
  Best best;
  guint64 fullest; /* the most wishes that one suitable service meets */
  gboolean weak;   /* which of the two: what meets a wish, or what only comes close */
} Run;

static void
count_bars (DolenRanking *ranking, guint32 barred_by)
{
  for (guint c = 0; barred_by >> c != 0; c++)
    if ((barred_by >> c) & 1) {
      ranking->barred[c]++;
      ranking->barred_alone[c] += barred_by == 1u << c;
    }
}

/* Whether nothing unsuitable can enter any more: then nobody needs to know what all bars it. */
static gboolean
is_full_of_suitable (const DolenMatchList *list)
{
  return list->n == list->limit && list->n > 0 && list->matches[0].band != DOLEN_BAND_UNSUITABLE;
}

/* The best for each wish, for combinations. */
static void
keep_for_wishes (Run *run, const DolenMatch *match)
{
  for (guint w = 0; w < MIN (run->query->n_wishes, DOLEN_MOST_WISHES_COMBINED); w++) {
    DolenMatch *held = &run->pool.matches[w];

    if (((match->met >> w) & 1)
        && (held->band == DOLEN_N_BANDS
            || dolen_match_compare_to_build (match, held, run->ranking->facts) < 0))
      *held = *match;
  }
}

static void
take (Run *run, const DolenMatch *match, const DolenVerdicts *verdicts)
{
  DolenMatch plain = *match;

  plain.interim = FALSE;
  if (match->interim)
    dolen_ranking_keep_interim (run->ranking, match);
  dolen_match_list_keep (&run->list, &plain);
  if (match->band == DOLEN_BAND_UNSUITABLE)
    return;
  keep_for_wishes (run, &plain);
  if (__builtin_popcountll (plain.met) > __builtin_popcountll (run->fullest))
    run->fullest = plain.met;
  /* Of equals, the one without a wait. */
  if (verdicts->fit > run->best.fit
      || (verdicts->fit == run->best.fit && match->band < run->best.band))
    run->best = (Best){ verdicts->fit, match->band };
}

static void
consider (Run *run, guint i)
{
  DolenRanking *ranking = run->ranking;
  DolenVerdicts verdicts;
  DolenMatch match;
  gboolean weak;
  gboolean relevant = dolen_query_glance (run->query, i, &weak);

  if (!relevant || weak != run->weak) {
    ranking->n_close += relevant && !run->weak;
    return;
  }
  if (run->weak || is_full_of_suitable (&run->list)) {
    if (dolen_query_is_barred (run->query, i, &verdicts)) {
      ranking->counts[DOLEN_BAND_UNSUITABLE] += !run->weak;
      return;
    }
  } else {
    dolen_query_look (run->query, i, &verdicts);
    dolen_query_judge_looked (run->query, i, &verdicts);
    count_bars (ranking, verdicts.barred_by);
  }
  ranking->counts[dolen_ranking_band (&verdicts)] += !run->weak;
  dolen_query_score (run->query, i, &verdicts);
  match = match_of (run->query, i, &verdicts);
  match.weak = run->weak;
  take (run, &match, &verdicts);
}

static gboolean
consider_all (Run *run, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < run->ranking->facts->n; i++) {
    if (i % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    consider (run, i);
  }
  return TRUE;
}

static guint
count_suitable (const DolenRanking *ranking)
{
  return ranking->counts[DOLEN_BAND_READY] + ranking->counts[DOLEN_BAND_HELP]
         + ranking->counts[DOLEN_BAND_WAIT];
}

/* Where little fits, a few that come close are added, in their bands and marked as such. */
static gboolean
add_close (Run *run, GCancellable *cancellable, GError **error)
{
  guint suitable = count_suitable (run->ranking);
  DolenMatchList all = run->list;
  gboolean done;

  if (suitable >= DOLEN_RANKING_ENOUGH || run->ranking->n_close == 0)
    return TRUE;
  run->weak = TRUE;
  dolen_match_list_init (
      &run->list, MIN (DOLEN_RANKING_MOST_CLOSE, DOLEN_RANKING_ENOUGH - suitable), all.facts);
  done = consider_all (run, cancellable, error);
  for (guint m = 0; done && m < run->list.n; m++) {
    run->ranking->counts[run->list.matches[m].band]++;
    run->ranking->n_close--;
    dolen_match_list_keep (&all, &run->list.matches[m]);
  }
  g_free (run->list.matches);
  run->list = all;
  run->weak = FALSE;
  return done;
}

static void
run_init (Run *run, DolenRanking *ranking, DolenQuery *query, guint limit)
{
  guint n_wishes = MIN (query->n_wishes, DOLEN_MOST_WISHES_COMBINED);

  *run = (Run){ .ranking = ranking, .query = query, .best = { -1, DOLEN_N_BANDS } };
  dolen_match_list_init (&run->list, limit, ranking->facts);
  dolen_match_list_init (&run->pool, n_wishes, ranking->facts);
  run->pool.n = n_wishes;
  for (guint w = 0; w < n_wishes; w++)
    run->pool.matches[w] = (DolenMatch){ .band = DOLEN_N_BANDS };
}

/* Beyond the first few, what fits less than so much as the best is no suggestion beside it: never
 * ten rows to fill a list. Each of what is left out is counted (DolenRanking.n_behind). */
#define FAR_BEHIND 0.15

static void
leave_out_far_behind (DolenRanking *ranking, DolenMatchList *list)
{
  int best = 0;
  guint n = 0;

  for (guint m = 0; m < list->n; m++)
    if (list->matches[m].band != DOLEN_BAND_UNSUITABLE)
      best = MAX (best, list->matches[m].score);
  for (guint m = 0; m < list->n; m++) {
    const DolenMatch *match = &list->matches[m];

    if (match->band == DOLEN_BAND_UNSUITABLE || match->weak || n < DOLEN_RANKING_ENOUGH
        || match->score >= FAR_BEHIND * best) {
      list->matches[n++] = *match;
      continue;
    }
    ranking->n_behind++;
  }
  list->n = n;
}

/* Puts what was kept in order; more than was asked for was kept, so that a short list is the head
 * of a long one. */
static void
finish (Run *run, guint limit)
{
  DolenRanking *ranking = run->ranking;

  if (run->best.band != DOLEN_BAND_WAIT)
    ranking->n_interim = 0;
  ranking->farther = ranking->barred_alone[DOLEN_CRITERION_DISTANCE];
  dolen_match_list_sort (&run->list);
  leave_out_far_behind (ranking, &run->list);
  dolen_ranking_combine (run->query, ranking, &run->list, &run->pool, run->fullest);
  dolen_ranking_vary (run->query, run->list.matches, run->list.n);
  ranking->matches = g_steal_pointer (&run->list.matches);
  ranking->n_matches = MIN (run->list.n, limit);
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
  gboolean done;
  Run run;

  if (limit == 0 || limit > facts->n)
    limit = facts->n;
  ranking->facts = dolen_facts_ref (facts);
  ranking->interim = g_new (DolenMatch, DOLEN_MOST_INTERIM);
  run_init (&run, ranking, query, MIN (MAX (limit, DOLEN_VARIED), facts->n));
  done = consider_all (&run, cancellable, error) && add_close (&run, cancellable, error);
  if (done)
    finish (&run, limit);
  g_free (run.list.matches);
  g_free (run.pool.matches);
  return done ? g_steal_pointer (&ranking) : NULL;
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
