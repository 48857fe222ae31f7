/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "exchange/dolen-import.h"
#include "matching/dolen-lending.h"

#include <glib/gstdio.h>
#include <json-c/json.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Import of a 200 MB feed against the least that could be done: scanning its JSON, inserting the
 * same rows into the same tables with prepared statements in one transaction, and building the
 * search index once with the same tokenizers. The import runs in a child, whose peak memory counts,
 * and reads tags out of what comes in, as the program's doors let it.
 */
#define MEGABYTES 200

static char *
new_database (const char *name)
{
  const char *folder = g_getenv ("DOLEN_BENCH_DIR");
  g_autofree char *path = NULL;

  path = g_build_filename (folder, name, NULL);
  for (const char *const *ending = (const char *const[]){ "", "-wal", "-shm", NULL };
       *ending != NULL;
       ending++) {
    g_autofree char *file = g_strconcat (path, *ending, NULL);
    g_unlink (file);
  }
  return g_steal_pointer (&path);
}

static DolenDirectory *
open_directory (const char *path)
{
  g_autoptr (GError) error = NULL;
  DolenDirectory *directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, &error);

  if (directory == NULL)
    g_error ("%s", error->message);
  dolen_lend_vocabulary (directory);
  return directory;
}

static void
import_in_child (const char *path, const char *feed)
{
  g_autoptr (DolenDirectory) directory = open_directory (path);
  g_autoptr (GError) error = NULL;
  DolenImportOptions options = { 0 };
  g_autoptr (DolenTagger) tagger = dolen_lend_tagging (&options.hooks, &error);

  if (tagger == NULL
      || !dolen_import_run (directory, (const char *const[]){ feed }, 1, &options, NULL, &error))
    g_error ("%s", error->message);
}

static double
seconds (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* Time of the processor: on a machine that does other things besides, the fairer clock. */
static double
busy_now (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return seconds (&usage);
}

static double
measure_import (const char *path, const char *feed, long *peak_kb, double *busy)
{
  double start = dolen_bench_now ();
  struct rusage usage;
  pid_t child = fork ();
  int status;

  if (child == 0) {
    import_in_child (path, feed);
    _exit (0);
  }
  if (wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("the import failed");
  *peak_kb = usage.ru_maxrss;
  *busy = seconds (&usage);
  return dolen_bench_now () - start;
}

/* The tables that hold rows of their own: not the search tables nor their shadows. */
static GPtrArray *
list_tables (DolenDb *db)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      db,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
      " AND name NOT LIKE 'sqlite%' ORDER BY rowid",
      NULL);
  gboolean row;

  while (dolen_statement_step (statement, &row, NULL) && row)
    g_ptr_array_add (names, dolen_statement_dup_text (statement, 0));
  return names;
}

static void
copy_table (DolenDb *from, DolenDb *to, const char *table)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr (DolenStatement) source = dolen_db_prepare (from, select, NULL);
  int columns = sqlite3_column_count (source);
  g_autoptr (GString) insert = g_string_new (NULL);
  g_autoptr (DolenStatement) target = NULL;
  gboolean row;

  g_string_printf (insert, "INSERT OR REPLACE INTO %s VALUES (?", table);
  for (int i = 1; i < columns; i++)
    g_string_append (insert, ",?");
  g_string_append_c (insert, ')');
  target = dolen_db_prepare (to, insert->str, NULL);
  while (dolen_statement_step (source, &row, NULL) && row) {
    for (int i = 0; i < columns; i++)
      sqlite3_bind_value (target, i + 1, sqlite3_column_value (source, i));
    if (!dolen_statement_run (target, NULL))
      g_error ("%s: %s", table, sqlite3_errmsg (dolen_db_get_handle (to)));
  }
}

static double
measure_floor (const char *imported, const char *path, const char *feed)
{
  g_autoptr (DolenDirectory) from = open_directory (imported);
  g_autoptr (DolenDirectory) to = open_directory (path);
  g_autoptr (GPtrArray) tables = list_tables (dolen_directory_get_db (from));
  double start = dolen_bench_now (), scanned, copied;

  dolen_bench_scan_json (feed);
  scanned = dolen_bench_now ();
  {
    g_autoptr (DolenTransaction) transaction
               = dolen_transaction_begin (dolen_directory_get_db (to), NULL);

    for (guint i = 0; i < tables->len; i++)
      copy_table (dolen_directory_get_db (from),
                  dolen_directory_get_db (to),
                  g_ptr_array_index (tables, i));
    copied = dolen_bench_now ();
    if (!dolen_directory_rebuild_search (to, NULL) || !dolen_transaction_commit (transaction, NULL))
      g_error ("the floor's index could not be built");
  }
  g_print ("floor: scan %.2f s, rows %.2f s, index and commit %.2f s\n",
           scanned - start,
           copied - scanned,
           dolen_bench_now () - copied);
  return dolen_bench_now () - start;
}

int
main (void)
{
  const char *size = g_getenv ("DOLEN_BENCH_MEGABYTES");
  guint megabytes = size != NULL ? (guint) g_ascii_strtoull (size, NULL, 10) : MEGABYTES;
  g_autofree char *feed = dolen_bench_feed (megabytes, 0);
  g_autofree char *imported = new_database ("import.db");
  g_autofree char *floor_path = new_database ("import-floor.db");
  long peak_kb = 0;
  double import, floor, import_busy, floor_busy;

  import = measure_import (imported, feed, &peak_kb, &import_busy);
  floor_busy = busy_now ();
  floor = measure_floor (imported, floor_path, feed);
  floor_busy = busy_now () - floor_busy;
  g_print ("a feed of %u MB\n", megabytes);
  dolen_bench_say ("import", import, floor, 2.0);
  dolen_bench_say ("the same, time of the processor", import_busy, floor_busy, 2.0);
  g_print ("peak memory of the import: %.1f MB (goal: under 100)\n", (double) peak_kb / 1000);
  return 0;
}
