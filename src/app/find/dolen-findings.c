/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-findings.h"

#include "app/find/dolen-person-profile.h"

#include <math.h>
#include <string.h>

/* How many that share no wish with the person are judged one by one for a text. */
#define MOST_JUDGED 60
/* So many ways out are offered where nothing is found. */
#define MOST_WITHOUT 3

void
dolen_find_request_free (DolenFindRequest *request)
{
  if (request == NULL)
    return;
  dolen_find_filters_free (request->filters);
  g_clear_pointer (&request->vocabulary, dolen_vocabulary_unref);
  g_clear_pointer (&request->cache, dolen_facts_cache_unref);
  g_clear_pointer (&request->known, dolen_profile_free);
  g_clear_pointer (&request->weights, dolen_weights_unref);
  g_free (request);
}

static void
clear_without (gpointer data)
{
  g_clear_pointer (&((DolenFindingsWithout *) data)->code, g_free);
}

static DolenFindings *
findings_alloc (void)
{
  DolenFindings *findings = g_new0 (DolenFindings, 1);

  g_atomic_ref_count_init (&findings->ref_count);
  findings->results = g_array_new (FALSE, FALSE, sizeof (DolenFinding));
  findings->pins = g_array_new (FALSE, FALSE, sizeof (DolenMapPin));
  findings->interim = g_array_new (FALSE, FALSE, sizeof (DolenFinding));
  findings->without = g_array_new (FALSE, FALSE, sizeof (DolenFindingsWithout));
  g_array_set_clear_func (findings->without, clear_without);
  findings->position_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return findings;
}

DolenFindings *
dolen_findings_ref (DolenFindings *findings)
{
  g_atomic_ref_count_inc (&findings->ref_count);
  return findings;
}

void
dolen_findings_unref (DolenFindings *findings)
{
  if (!g_atomic_ref_count_dec (&findings->ref_count))
    return;
  g_array_unref (findings->results);
  g_array_unref (findings->pins);
  g_array_unref (findings->interim);
  g_array_unref (findings->without);
  g_hash_table_unref (findings->position_of);
  g_clear_pointer (&findings->ranking, dolen_ranking_free);
  g_clear_pointer (&findings->facts, dolen_facts_unref);
  g_clear_pointer (&findings->profile, dolen_profile_free);
  g_free (findings->from_known);
  g_free (findings->from_postcode);
  g_free (findings);
}

guint
dolen_findings_position (const DolenFindings *findings, gint64 id)
{
  gpointer found = g_hash_table_lookup (findings->position_of, &id);
  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : G_MAXUINT;
}

guint
dolen_findings_n_suitable (const DolenFindings *findings)
{
  return findings->counts[DOLEN_BAND_READY] + findings->counts[DOLEN_BAND_HELP]
         + findings->counts[DOLEN_BAND_WAIT];
}

/* ---- ranking ---- */

static DolenFinding
finding_of (const DolenFindings *findings, const DolenMatch *match)
{
  const DolenFacts *facts = findings->facts;

  return (DolenFinding){
    .id = facts->id[match->index],
    .distance_km = (double) match->distance_km,
    .precision_km = (double) match->precision_km,
    .band = match->band,
    .score = match->score,
    .index = (int) match->index,
  };
}

/* Ids of what has the text, what helps and the capacity asked for; NULL: nothing such is asked. */
static GArray *
search_narrow (DolenDirectory *directory,
               const DolenFindRequest *request,
               DolenFindings *findings,
               GError **error)
{
  DolenSearchQuery query;
  GArray *hits;

  if (!dolen_find_filters_narrow (request->filters, request->typing, &query))
    return NULL;
  hits = dolen_search_ids (directory, &query, NULL, error);
  if (hits != NULL && hits->len > 0 && query.text != NULL)
    findings->approximate = g_array_index (hits, DolenSearchHit, 0).approximate;
  return hits;
}

static int
index_of_id (const DolenFacts *facts, gint64 id)
{
  guint low = 0, high = facts->n;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (facts->id[middle] < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < facts->n && facts->id[low] == id ? (int) low : -1;
}

static void
judge_rest (DolenFindings *findings, const GArray *hits, GHashTable *seen)
{
  guint judged = 0;

  for (guint i = 0; i < hits->len && judged < MOST_JUDGED; i++) {
    gint64 id = g_array_index (hits, DolenSearchHit, i).id;
    int index = index_of_id (findings->facts, id);
    DolenMatch match;
    DolenFinding finding;

    if (index < 0 || g_hash_table_contains (seen, &id))
      continue;
    match = dolen_ranking_judge (findings->facts, findings->profile, (guint) index);
    finding = finding_of (findings, &match);
    findings->counts[finding.band]++;
    g_array_append_val (findings->results, finding);
    judged++;
  }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const DolenFinding *x = a, *y = b;

  return x->band != y->band ? (int) x->band - (int) y->band : y->score - x->score;
}

static GHashTable *
set_of_hits (const GArray *hits)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (set, &g_array_index (hits, DolenSearchHit, i).id);
  return set;
}

/* The matches that are among @hits, then the hits that are no matches, judged. */
static void
take_narrowed (DolenFindings *findings, const DolenRanking *ranking, const GArray *hits)
{
  g_autoptr (GHashTable) wanted = set_of_hits (hits);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ranking->n_matches; i++) {
    DolenFinding finding = finding_of (findings, &ranking->matches[i]);
    gint64 *id = &findings->facts->id[finding.index];

    if (!g_hash_table_contains (wanted, id))
      continue;
    g_hash_table_add (seen, id);
    finding.place = i + 1;
    findings->counts[finding.band]++;
    g_array_append_val (findings->results, finding);
  }
  judge_rest (findings, hits, seen);
  g_array_sort (findings->results, compare_findings);
}

/* What fits far less than the best is not shown and not told as if it were. */
static void
count_shown (DolenFindings *findings, const DolenRanking *ranking)
{
  for (guint band = 0; band < DOLEN_N_BANDS; band++)
    findings->counts[band] = ranking->counts[band];
  if (ranking->n_behind == 0)
    return;
  memset (findings->counts, 0, DOLEN_BAND_UNSUITABLE * sizeof findings->counts[0]);
  for (guint i = 0; i < findings->results->len; i++) {
    guint8 band = g_array_index (findings->results, DolenFinding, i).band;

    findings->counts[band] += band != DOLEN_BAND_UNSUITABLE;
  }
}

static void
take_all (DolenFindings *findings, const DolenRanking *ranking)
{
  /* Each band under its heading, the best of it first. */
  for (guint band = 0; band < DOLEN_N_BANDS; band++)
    for (guint i = 0; i < ranking->n_matches; i++) {
      DolenFinding finding = finding_of (findings, &ranking->matches[i]);

      finding.place = i + 1;
      if (finding.band == band)
        g_array_append_val (findings->results, finding);
    }
  count_shown (findings, ranking);
  for (guint i = 0; i < ranking->n_interim; i++) {
    DolenFinding finding = finding_of (findings, &ranking->interim[i]);
    g_array_append_val (findings->interim, finding);
  }
  findings->farther = ranking->farther;
}

static void
cut (DolenFindings *findings, gboolean with_unsuitable)
{
  GArray *results = findings->results;
  guint n = MIN (results->len, DOLEN_FINDINGS_MOST_RANKED);

  while (!with_unsuitable && n > 0
         && g_array_index (results, DolenFinding, n - 1).band == DOLEN_BAND_UNSUITABLE)
    n--;
  g_array_set_size (results, n);
}

static gboolean
rank (DolenFindings *findings,
      DolenDirectory *directory,
      const DolenFindRequest *request,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GArray) hits = search_narrow (directory, request, findings, &local);
  g_autoptr (DolenRanking) ranking = NULL;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  findings->facts
      = dolen_facts_cache_get (request->cache, directory, request->vocabulary, cancellable, error);
  if (findings->facts == NULL)
    return FALSE;
  findings->profile = dolen_find_filters_to_profile (request->filters, request->vocabulary);
  if (request->known != NULL)
    dolen_person_known_add (request->known, findings->profile);
  dolen_profile_set_weights (findings->profile, request->weights);
  if (!dolen_profile_find_words (findings->profile, directory, error))
    return FALSE;
  ranking = dolen_ranking_run (findings->facts,
                               findings->profile,
                               hits != NULL ? 0 : DOLEN_FINDINGS_MOST_RANKED,
                               cancellable,
                               error);
  if (ranking == NULL)
    return FALSE;
  findings->ranked = TRUE;
  if (hits != NULL)
    take_narrowed (findings, ranking, hits);
  else
    take_all (findings, ranking);
  cut (findings, request->with_unsuitable || hits != NULL);
  if (hits == NULL)
    findings->ranking = g_steal_pointer (&ranking);
  return TRUE;
}

/* ---- searching ---- */

static gboolean
search (DolenFindings *findings,
        DolenDirectory *directory,
        const DolenFindRequest *request,
        GError **error)
{
  DolenSearchQuery query;
  g_autoptr (GArray) hits = NULL;

  dolen_find_filters_to_query (request->filters, request->typing, &query);
  hits = dolen_search_ids (directory, &query, NULL, error);
  if (hits == NULL)
    return FALSE;
  for (guint i = 0; i < hits->len; i++) {
    const DolenSearchHit *hit = &g_array_index (hits, DolenSearchHit, i);
    DolenFinding finding = { .id = hit->id,
                             .distance_km = hit->distance_km,
                             .precision_km = findings->from.precision_km,
                             .band = DOLEN_N_BANDS,
                             .index = -1 };
    g_array_append_val (findings->results, finding);
  }
  if (hits->len > 0 && query.text != NULL)
    findings->approximate = g_array_index (hits, DolenSearchHit, 0).approximate;
  return TRUE;
}

/* ---- what both need ---- */

static DolenPinShape
shape_of (guint8 band)
{
  static const DolenPinShape shapes[]
      = { DOLEN_PIN_READY, DOLEN_PIN_HELP, DOLEN_PIN_WAIT, DOLEN_PIN_UNSUITABLE, DOLEN_PIN_PLAIN };

  return shapes[MIN (band, DOLEN_N_BANDS)];
}

static void
index_results (DolenFindings *findings)
{
  int band = -1;

  for (guint i = 0; i < findings->results->len; i++) {
    DolenFinding *finding = &g_array_index (findings->results, DolenFinding, i);

    finding->first = finding->band != DOLEN_N_BANDS && finding->band != band;
    band = finding->band;
    g_hash_table_insert (findings->position_of,
                         g_memdup2 (&finding->id, sizeof finding->id),
                         GUINT_TO_POINTER (i + 1));
  }
}

static gboolean
place_pins (DolenFindings *findings, DolenDirectory *directory, GError **error)
{
  guint n = findings->results->len;
  g_autofree gint64 *ids = g_new (gint64, n + 1);
  g_autoptr (GArray) points = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = g_array_index (findings->results, DolenFinding, i).id;
  points = dolen_directory_load_points (directory, ids, n, error);
  if (points == NULL)
    return FALSE;
  for (guint i = 0; i < points->len; i++) {
    const DolenPoint *point = &g_array_index (points, DolenPoint, i);
    guint position = dolen_findings_position (findings, point->id);
    DolenMapPin pin
        = { .id = point->id, .latitude = point->latitude, .longitude = point->longitude };

    if (position == G_MAXUINT)
      continue;
    pin.shape = shape_of (g_array_index (findings->results, DolenFinding, position).band);
    g_array_append_val (findings->pins, pin);
  }
  return TRUE;
}

/* ---- nothing found ---- */

static gboolean
run (DolenFindings *findings,
     DolenDirectory *directory,
     const DolenFindRequest *request,
     GCancellable *cancellable,
     GError **error)
{
  dolen_find_filters_locate (request->filters, &findings->from, &findings->from_known);
  findings->from_postcode = dolen_find_filters_postcode (request->filters);
  return request->ranked ? rank (findings, directory, request, cancellable, error)
                         : search (findings, directory, request, error);
}

static gboolean
count_without (DolenDirectory *directory,
               const DolenFindRequest *request,
               const DolenFilterChip *chip,
               GCancellable *cancellable,
               guint *n,
               GError **error)
{
  g_autoptr (DolenFindings) findings = findings_alloc ();
  DolenFindRequest less = *request;
  gboolean found;

  less.filters = dolen_find_filters_copy (request->filters);
  dolen_find_filters_remove (less.filters, chip);
  found = run (findings, directory, &less, cancellable, error);
  dolen_find_filters_free (less.filters);
  *n = findings->results->len;
  return found;
}

/* Which one thing empties the list; what was said last (where, when, how) before what it is about.
 */
static gboolean
find_without (DolenFindings *findings,
              DolenDirectory *directory,
              const DolenFindRequest *request,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) chips = dolen_find_filters_chips (
      request->filters, request->vocabulary, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_KM);

  for (guint i = chips->len; i > 0 && findings->without->len < MOST_WITHOUT; i--) {
    const DolenFilterChip *chip = g_ptr_array_index (chips, i - 1);
    DolenFindingsWithout without = { .kind = chip->kind, .value = chip->value };

    if (!count_without (directory, request, chip, cancellable, &without.n, error))
      return FALSE;
    if (without.n == 0)
      continue;
    without.code = g_strdup (chip->code);
    g_array_append_val (findings->without, without);
  }
  return TRUE;
}

DolenFindings *
dolen_findings_new (DolenDirectory *directory,
                    const DolenFindRequest *request,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (DolenFindings) findings = findings_alloc ();

  if (!run (findings, directory, request, cancellable, error))
    return NULL;
  if (findings->results->len == 0 && !request->typing
      && !find_without (findings, directory, request, cancellable, error))
    return NULL;
  index_results (findings);
  if (!place_pins (findings, directory, error))
    return NULL;
  return g_steal_pointer (&findings);
}
