/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "base/dolen-time.h"
#include "directory/keeping/dolen-completeness.h"
#include "directory/keeping/dolen-queue.h"

/*
 * The queue over 30,000 services: counted, ordered, and its first 50 rows read, against one plain
 * SQL count of the services of which some fact is too old, by the same indices. Both in time of the
 * processor.
 */
#define RUNS 21
#define PAGE 50
#define GOAL_MS 100.0

#define TOLD(fact, cutoff)                                                                         \
  " OR NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.service = s.id AND c.on_date >= " cutoff   \
  "  AND c.outcome = 'reached' AND (',' || c.confirmed || ',' LIKE '%," fact                       \
  ",%' OR ',' || c.confirmed || ',' LIKE '%,listing,%'))"

static const char count_stale[]
    = "SELECT count(*) FROM service s WHERE s.status NOT IN ('inactive', 'defunct')"
      " AND s.do_not_list = 0 AND (NOT EXISTS (SELECT 1 FROM capacity_report r"
      "  WHERE r.service = s.id AND r.status <> 'unknown' AND r.as_of >= date (?1, '-30 days'))" TOLD (
          "times", "date (?1, '-6 months')") TOLD ("contact", "date (?1, '-6 months')")
          TOLD ("cost", "date (?1, '-12 months')") TOLD ("access", "date (?1, '-12 months')")
              TOLD ("description", "date (?1, '-12 months')") ")";

static double
read_queue (DolenDirectory *directory, const char *today, guint kinds, guint *total)
{
  DolenQueueQuery query = { .limit = PAGE, .today = today, .kinds = kinds };
  g_autoptr (GError) error = NULL;
  double start = dolen_bench_cpu ();
  g_autoptr (DolenQueueList) list
             = dolen_queue_read (directory, &query, NULL, DOLEN_LANGUAGE_EN, &error);

  if (list == NULL)
    g_error ("%s", error->message);
  *total = list->total;
  return dolen_bench_cpu () - start;
}

static double
run_plain (DolenDirectory *directory, const char *today, gint64 *stale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (dolen_directory_get_db (directory), count_stale, &error);
  gboolean more = FALSE;
  double start = dolen_bench_cpu ();

  if (row == NULL)
    g_error ("%s", error->message);
  dolen_statement_bind_text (row, 1, today);
  if (!dolen_statement_step (row, &more, &error))
    g_error ("%s", error->message);
  *stale = dolen_statement_get_int64 (row, 0);
  return dolen_bench_cpu () - start;
}

static void
measure_completeness (DolenDirectory *directory, const char *today)
{
  double times[5];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (GError) error = NULL;
    double start = dolen_bench_cpu ();
    g_autoptr (DolenCompleteness) completeness
               = dolen_completeness_count (directory, NULL, today, &error);

    if (completeness == NULL)
      g_error ("%s", error->message);
    times[i] = dolen_bench_cpu () - start;
  }
  g_print ("completeness of the directory: p50 %.1f ms\n",
           dolen_bench_percentile (times, G_N_ELEMENTS (times), 50) * 1e3);
}

int
main (void)
{
  g_autofree char *folder = dolen_bench_queue_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_ONLY, &error);
  double times[RUNS], plain[RUNS], first, median;
  gint64 stale = 0;
  guint total = 0, calls = 0;

  if (directory == NULL)
    g_error ("%s", error->message);
  first = read_queue (directory, today, 0, &total);
  for (guint i = 0; i < RUNS; i++) {
    times[i] = read_queue (directory, today, 0, &total);
    plain[i] = run_plain (directory, today, &stale);
  }
  read_queue (directory, today, DOLEN_QUEUE_BIT (DOLEN_QUEUE_STALE), &calls);
  g_print ("%u rows, %u calls about old facts; plain SQL counts %" G_GINT64_FORMAT "\n",
           total,
           calls,
           stale);
  median = dolen_bench_percentile (times, RUNS, 50);
  dolen_bench_say (
      "queue over 30,000 services, p50", median, dolen_bench_percentile (plain, RUNS, 50), 0);
  g_print ("first time %.1f ms, p50 %.1f ms, p99 %.1f ms; goal %.0f ms %s\n",
           first * 1e3,
           median * 1e3,
           dolen_bench_percentile (times, RUNS, 99) * 1e3,
           GOAL_MS,
           median * 1e3 <= GOAL_MS ? "met" : "MISSED");
  measure_completeness (directory, today);
  return 0;
}
