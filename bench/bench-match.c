/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "matching/dolen-ranking.h"

/*
 * One person held against 100,000 services, against one SQL query with the same criteria (interest,
 * need, age, distance, cost, capacity) over the tables.
 */
#define ROUNDS 50

static const char *const profile_json
    = "{\"interests\": [\"gardening\", \"singing\"], \"needs\": [\"loneliness\"],"
      " \"barriers\": [\"no-car\"], \"languages\": [\"cy\", \"en\"], \"age\": 74,"
      " \"latitude\": 52.219, \"longitude\": -3.935, \"max_km\": 30, \"free_only\": true}";

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

static double
measure (DolenFacts *facts, const DolenProfile *profile, double *times)
{
  for (guint i = 0; i < ROUNDS; i++) {
    double start = dolen_bench_now ();
    g_autoptr (DolenRanking) ranking = dolen_ranking_run (facts, profile, 50, NULL, NULL);

    times[i] = dolen_bench_now () - start;
    g_assert_nonnull (ranking);
  }
  return dolen_bench_percentile (times, ROUNDS, 50);
}

static double
measure_sql (DolenDb *db, double *times)
{
  for (guint i = 0; i < 4; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenStatement) statement = dolen_db_prepare (db, sql, &error);
    double start = dolen_bench_now ();
    gboolean row = TRUE;

    if (statement == NULL)
      g_error ("%s", error->message);
    while (dolen_statement_step (statement, &row, NULL) && row)
      ;
    times[i] = dolen_bench_now () - start;
  }
  return dolen_bench_percentile (times, 4, 50);
}

int
main (void)
{
  g_autofree char *folder = dolen_bench_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_ONLY, &error);
  DolenVocabulary *vocabulary = dolen_vocabulary_default (&error);
  g_autoptr (DolenProfile) profile = NULL;
  g_autoptr (DolenFacts) facts = NULL;
  double times[ROUNDS], sql_times[4], start, ranked, queried;

  if (directory == NULL || vocabulary == NULL)
    g_error ("%s", error->message);
  profile = dolen_profile_from_json (profile_json, -1, vocabulary, NULL, NULL, NULL, &error);
  start = dolen_bench_now ();
  facts = dolen_facts_new (dolen_directory_get_db (directory), vocabulary, NULL, &error);
  if (profile == NULL || facts == NULL)
    g_error ("%s", error->message);
  g_print ("facts of %u services read in %.0f ms\n", facts->n, (dolen_bench_now () - start) * 1e3);
  ranked = measure (facts, profile, times);
  queried = measure_sql (dolen_directory_get_db (directory), sql_times);
  dolen_bench_say ("match over 100,000 services, p50", ranked, queried, 0);
  g_print ("p99 %.1f ms (goal: at most 50)\n", dolen_bench_percentile (times, ROUNDS, 99) * 1e3);
  return 0;
}
