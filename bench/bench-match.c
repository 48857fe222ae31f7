/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "directory/dolen-search.h"
#include "matching/dolen-facts-columns.h"
#include "matching/dolen-ranking.h"

#include <string.h>

/*
 * One person held against 100,000 services, against one SQL query with the same criteria (interest,
 * need, age, distance, cost, capacity) over the tables; a person of whom everything is said, held
 * against them; and both against ten times as many. Beside the time by the clock stands that of the
 * processor, which says what one core takes while others want it too.
 */
#define ROUNDS 50
#define SQL_ROUNDS 5
#define TIMES_AS_MANY 10
#define RANKED 500    /* DOLEN_FINDINGS_MOST_RANKED */
#define SEEN_FIRST 50 /* rows loaded at once */

static const char *const profile_json
    = "{\"interests\": [\"gardening\", \"singing\"], \"needs\": [\"loneliness\"],"
      " \"barriers\": [\"no-car\"], \"languages\": [\"cy\", \"en\"], \"age\": 74,"
      " \"latitude\": 52.219, \"longitude\": -3.935, \"max_km\": 30, \"free_only\": true}";

/* Every chip there is. */
static const char *const full_json
    = "{\"interests\": [\"gardening\", \"singing\", \"walking\", \"crafts\", \"history\"],"
      " \"needs\": [\"loneliness\", \"bereavement\", \"benefits\"],"
      " \"barriers\": [\"no-car\", \"going-alone\", \"stairs\", \"hearing\", \"cost\", \"memory\"],"
      " \"languages\": [\"cy\", \"en\"], \"age\": 74, \"gender\": \"female\","
      " \"latitude\": 52.219, \"longitude\": -3.935, \"max_km\": 60, \"max_pence\": 500,"
      " \"max_wait_weeks\": 12, \"free\": [\"MO-morning\", \"TU\", \"TH-afternoon\"],"
      " \"max_minutes\": 120, \"travel\": {\"walk\": 1, \"bus\": 15, \"lift\": 40},"
      " \"avoid_places\": [\"church\", \"school\"], \"outdoors\": \"in\", \"group_size\": \"small\","
      " \"about\": [\"carer\"], \"dislikes\": [\"bowls\"], \"risk\": \"higher\","
      " \"support_weeks\": 12}";

static const char *const sql
    = "SELECT s.id, count(DISTINCT t.code) AS fits,"
      " min((v.latitude - 52.219) * (v.latitude - 52.219)"
      "  + 0.375 * (v.longitude + 3.935) * (v.longitude + 3.935)) AS near"
      " FROM service s"
      " JOIN tag t ON t.service = s.id AND t.value = 1 AND t.state <> 'rejected'"
      "  AND ((t.kind = 'interest' AND t.code IN ('gardening', 'singing', 'choir', 'allotment'))"
      "   OR (t.kind = 'need' AND t.code = 'loneliness')"
      "   OR (t.kind = 'enabler' AND t.code IN ('minibus', 'volunteer-driver', 'home-visits')))"
      " LEFT JOIN service_venue sv ON sv.service = s.id"
      " LEFT JOIN venue v ON v.id = sv.venue"
      "  AND v.latitude BETWEEN 51.95 AND 52.49 AND v.longitude BETWEEN -4.375 AND -3.495"
      " LEFT JOIN cost c ON c.service = s.id"
      " LEFT JOIN capacity_report r ON r.service = s.id"
      " WHERE s.status = 'active' AND (s.minimum_age IS NULL OR s.minimum_age <= 74)"
      "  AND (s.maximum_age IS NULL OR s.maximum_age >= 74) AND (c.pence IS NULL OR c.pence = 0)"
      " GROUP BY s.id ORDER BY fits DESC, near LIMIT 50";

typedef struct {
  double wall[ROUNDS], cpu[ROUNDS];
} Measured;

static void
measure (DolenFacts *facts, const DolenProfile *profile, guint rounds, Measured *measured)
{
  for (guint i = 0; i < rounds; i++) {
    double start = dolen_bench_now (), cpu = dolen_bench_cpu ();
    g_autoptr (DolenRanking) ranking = dolen_ranking_run (facts, profile, 50, NULL, NULL);

    measured->wall[i] = dolen_bench_now () - start;
    measured->cpu[i] = dolen_bench_cpu () - cpu;
    g_assert_nonnull (ranking);
  }
}

static void
say (const char *what, Measured *measured, guint rounds, double goal_ms)
{
  g_print (
      "%-44s clock p50 %7.1f  p99 %7.1f ms;  processor p50 %7.1f  p99 %7.1f ms  (goal p99 %.0f)\n",
      what,
      dolen_bench_percentile (measured->wall, rounds, 50) * 1e3,
      dolen_bench_percentile (measured->wall, rounds, 99) * 1e3,
      dolen_bench_percentile (measured->cpu, rounds, 50) * 1e3,
      dolen_bench_percentile (measured->cpu, rounds, 99) * 1e3,
      goal_ms);
}

static double
measure_sql (DolenDb *db)
{
  double times[SQL_ROUNDS];

  for (guint i = 0; i < SQL_ROUNDS; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, &error);
    double start = dolen_bench_cpu ();
    gboolean row = TRUE;

    if (statement == NULL)
      g_error ("%s", error->message);
    while (dolen_statement_step (statement, &row, NULL) && row)
      ;
    times[i] = dolen_bench_cpu () - start;
  }
  return dolen_bench_percentile (times, SQL_ROUNDS, 50);
}

/* What the Find page waits for when a chip changes, without the page: the ranking, where its
 * matches are, and the cards of the rows that are seen first. The page asks in the worker, cancels
 * what was asked before, and keeps the best 500. */
static void
measure_first_result (DolenDirectory *directory,
                      DolenFacts *facts,
                      const DolenProfile *profile,
                      Measured *measured)
{
  for (guint i = 0; i < ROUNDS; i++) {
    double start = dolen_bench_now (), cpu = dolen_bench_cpu ();
    g_autoptr (DolenRanking) ranking = dolen_ranking_run (facts, profile, RANKED, NULL, NULL);
    g_autoptr (GArray) points = NULL;
    g_autoptr (GPtrArray) cards = NULL;
    gint64 ids[RANKED];

    for (guint m = 0; m < ranking->n_matches; m++)
      ids[m] = facts->id[ranking->matches[m].index];
    points = dolen_directory_load_points (directory, ids, ranking->n_matches, NULL);
    cards = dolen_directory_load_cards (directory, ids, MIN (SEEN_FIRST, ranking->n_matches), NULL);
    measured->wall[i] = dolen_bench_now () - start;
    measured->cpu[i] = dolen_bench_cpu () - cpu;
    g_assert_true (points != NULL && cards != NULL);
  }
}

/* The same services over and over: what a ranking costs does not depend on their being others. */
static DolenFacts *
multiply (const DolenFacts *facts, guint times)
{
  DolenFacts *many = dolen_facts_alloc (
      facts->vocabulary, facts->today, facts->n * times, facts->n_venues * times);
  guint32 n_tags = facts->first_tag[facts->n];

  many->tags = g_renew (DolenFactTag, many->tags, n_tags * times);
  many->n_owners = facts->n_owners;
  many->owners = g_memdup2 (facts->owners, facts->n_owners * sizeof *facts->owners);
  for (guint k = 0; k < times; k++) {
    for (gsize c = 0; c < dolen_facts_n_columns; c++) {
      gsize bytes = facts->n * dolen_facts_columns[c].size;

      memcpy (DOLEN_FACTS_COLUMN (many, c) + k * bytes, DOLEN_FACTS_COLUMN (facts, c), bytes);
    }
    for (guint i = 0; i <= facts->n; i++) {
      many->first_venue[k * facts->n + i] = k * facts->n_venues + facts->first_venue[i];
      many->first_tag[k * facts->n + i] = k * n_tags + facts->first_tag[i];
    }
    memcpy (many->tags + k * n_tags, facts->tags, n_tags * sizeof *facts->tags);
    memcpy (
        many->latitude + k * facts->n_venues, facts->latitude, facts->n_venues * sizeof (float));
    memcpy (
        many->longitude + k * facts->n_venues, facts->longitude, facts->n_venues * sizeof (float));
    memcpy (many->precision + k * facts->n_venues, facts->precision, facts->n_venues);
  }
  for (guint l = 0; l < facts->language_codes->len; l++)
    dolen_facts_add_language (many, g_ptr_array_index (facts->language_codes, l));
  dolen_facts_seal (many);
  return many;
}

static DolenProfile *
read_profile (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) unknown = NULL;
  DolenProfile *profile = dolen_profile_from_json (
      json, -1, dolen_vocabulary_default (NULL), NULL, NULL, &unknown, &error);

  if (profile == NULL)
    g_error ("%s", error->message);
  for (guint u = 0; unknown[u] != NULL; u++)
    g_error ("not understood: %s", unknown[u]);
  return profile;
}

static DolenFacts *
read_facts (DolenDirectory *directory)
{
  g_autoptr (GError) error = NULL;
  double start = dolen_bench_now (), cpu = dolen_bench_cpu (), all = dolen_bench_cpu_of_all ();
  DolenFacts *facts = dolen_facts_new (
      dolen_directory_get_db (directory), dolen_vocabulary_default (NULL), NULL, &error);

  if (facts == NULL)
    g_error ("%s", error->message);
  g_print (
      "facts of %u services read in %.0f ms by the clock (goal 1000); processor: %.0f ms of the"
      " thread that waits, %.0f ms of both\n",
      facts->n,
      (dolen_bench_now () - start) * 1e3,
      (dolen_bench_cpu () - cpu) * 1e3,
      (dolen_bench_cpu_of_all () - all) * 1e3);
  g_print ("memory: %.1f bytes a service (goal 160), %.1f tags each\n",
           (double) dolen_facts_bytes (facts) / facts->n,
           (double) facts->first_tag[facts->n] / facts->n);
  return facts;
}

int
main (void)
{
  g_autofree char *folder = dolen_bench_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_ONLY, &error);
  g_autoptr (DolenProfile) profile = read_profile (profile_json);
  g_autoptr (DolenProfile) full = read_profile (full_json);
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (DolenFacts) many = NULL;
  Measured measured;
  double queried;

  if (directory == NULL)
    g_error ("%s", error->message);
  facts = read_facts (directory);
  measure (facts, profile, ROUNDS, &measured);
  queried = measure_sql (dolen_directory_get_db (directory));
  dolen_bench_say ("match over 100,000 services, processor p50",
                   dolen_bench_percentile (measured.cpu, ROUNDS, 50),
                   queried,
                   0);
  say ("the same", &measured, ROUNDS, 16);
  measure (facts, full, ROUNDS, &measured);
  say ("everything asked, 100,000 services", &measured, ROUNDS, 16);
  measure_first_result (directory, facts, full, &measured);
  say ("first rows after a chip, two frames", &measured, ROUNDS, 33);
  many = multiply (facts, TIMES_AS_MANY);
  measure (many, full, ROUNDS / 5, &measured);
  say ("everything asked, 1,000,000 services", &measured, ROUNDS / 5, 160);
  return 0;
}
