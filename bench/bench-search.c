/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "directory/dolen-search.h"
#include "language/dolen-tokenizer.h"

#include <string.h>

/*
 * Search as you type: a ranked three-letter beginning over names and keywords, against the same
 * ranked beginning over all columns on a bare connection with the tokenizer registered.
 */
#define QUERIES 300
#define PAGE 50

static const char *const words[]
    = { "gar", "wal", "can", "com", "din", "art", "fam", "you", "deb", "hou", "sup", "gro", "clw",
        "gry", "cym", "coe", "lun", "kni", "cra", "mus", "men", "vol", "dri", "fis", "bow", "cyc",
        "sew", "dra", "gui", "nat", "bir", "all", "rep", "dig", "lit", "eng", "swi", "yog", "tai",
        "rea", "his", "pho", "woo", "ber", "car", "dem", "str", "ben", "foo", "par" };

/* What is measured is finding and ranking; reading the cards of the page costs the same whatever
 * the search, and is told apart. */
static double
measure (DolenDirectory *directory, gboolean with_cards, double *times)
{
  for (guint i = 0; i < QUERIES; i++) {
    DolenSearchQuery query;
    g_autoptr (GPtrArray) cards = NULL;
    g_autoptr (GArray) ids = NULL;
    double start;

    dolen_search_query_init (&query);
    query.text = words[i % G_N_ELEMENTS (words)];
    query.typing = TRUE;
    query.limit = PAGE;
    start = dolen_bench_now ();
    if (with_cards)
      cards = dolen_search (directory, &query, NULL, NULL);
    else
      ids = dolen_search_ids (directory, &query, NULL, NULL);
    times[i] = dolen_bench_now () - start;
    g_assert_true (cards != NULL || ids != NULL);
  }
  return dolen_bench_percentile (times, QUERIES, 99);
}

static gboolean
prepare (DolenDb *db, GError **error)
{
  return dolen_tokenizer_register (db, error);
}

static void
run_bare (sqlite3 *handle, const char *table, const char *match)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %1$s WHERE %1$s MATCH ?1"
                                          " ORDER BY bm25 (%1$s, 10.0, 4.0, 1.0) LIMIT %2$d",
                                          table,
                                          PAGE);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  sqlite3_finalize (statement);
}

static double
measure_floor (const char *path, DolenDirectory *directory, double *times)
{
  DolenDb *db = dolen_directory_get_db (directory);
  sqlite3 *handle = dolen_db_get_handle (db);

  g_assert_true (prepare (db, NULL));
  for (guint i = 0; i < QUERIES; i++) {
    g_auto (DolenSearchTerms) terms = { 0 };
    double start;

    g_assert_true (dolen_search_terms (words[i % G_N_ELEMENTS (words)], &terms));
    start = dolen_bench_now ();
    run_bare (handle, "search_en", terms.english);
    run_bare (handle, "search_cy", terms.mutated != NULL ? terms.mutated : terms.welsh);
    times[i] = dolen_bench_now () - start;
  }
  return dolen_bench_percentile (times, QUERIES, 99);
}

int
main (void)
{
  g_autofree char *folder = dolen_bench_folder ();
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_ONLY, &error);
  g_autofree double *times = g_new (double, QUERIES);
  g_autofree double *floor_times = g_new (double, QUERIES);
  double p99, cards_p99, floor;

  if (directory == NULL)
    g_error ("%s", error->message);
  measure (directory, FALSE, times); /* warm */
  p99 = measure (directory, FALSE, times);
  measure_floor (path, directory, floor_times);
  floor = measure_floor (path, directory, floor_times);
  dolen_bench_say ("search as you type, p99", p99, floor, 0.5);
  cards_p99 = measure (directory, TRUE, times);
  g_print ("with the %d cards of a page: p50 %.2f ms, p99 %.2f ms\n",
           PAGE,
           dolen_bench_percentile (times, QUERIES, 50) * 1e3,
           cards_p99 * 1e3);
  return 0;
}
