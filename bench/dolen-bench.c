/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "exchange/dolen-import.h"
#include "matching/dolen-lending.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#define SERVICES 100000
#define FEW_SERVICES 2000
#define QUEUE_SERVICES 30000

double
dolen_bench_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

double
dolen_bench_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

double
dolen_bench_cpu_of_all (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return x < y ? -1 : x > y;
}

double
dolen_bench_percentile (double *values, gsize n, double p)
{
  gsize i = (gsize) ((double) (n - 1) * p / 100 + 0.5);

  qsort (values, n, sizeof *values, compare_doubles);
  return values[MIN (i, n - 1)];
}

void
dolen_bench_say (const char *what, double measured, double floor, double goal)
{
  g_print ("%-44s %10.3f ms  floor %10.3f ms  ratio %5.2f",
           what,
           measured * 1e3,
           floor * 1e3,
           measured / floor);
  if (goal > 0)
    g_print ("  goal %.2f %s", goal, measured / floor <= goal ? "met" : "MISSED");
  g_print ("\n");
}

static char *
in_bench_folder (const char *name)
{
  const char *folder = g_getenv ("DOLEN_BENCH_DIR");

  g_assert_nonnull (folder);
  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

char *
dolen_bench_feed (guint megabytes, guint records)
{
  g_autofree char *name = g_strdup_printf ("feed-%u-%u.json", megabytes, records);
  g_autofree char *path = in_bench_folder (name);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *command = NULL;
  g_autofree char *quoted = g_shell_quote (part);
  g_autofree char *size = megabytes > 0 ? g_strdup_printf ("--megabytes %u", megabytes)
                                        : g_strdup_printf ("--records %u", records);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  command = g_strdup_printf ("%s %s > %s", g_getenv ("DOLEN_BENCH_FEED"), size, quoted);
  if (system (command) != 0 || g_rename (part, path) != 0)
    g_error ("the feed could not be made: %s", command);
  return g_steal_pointer (&path);
}

static void
fill_directory (const char *path, guint services)
{
  g_autofree char *feed = dolen_bench_feed (0, services);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, &error);
  DolenImportOptions options = { 0 };
  g_autoptr (DolenTagger) tagger = dolen_lend_tagging (&options.hooks, &error);

  if (directory != NULL)
    dolen_lend_vocabulary (directory);
  if (directory == NULL || tagger == NULL
      || !dolen_import_run (directory, (const char *const[]){ feed }, 1, &options, NULL, &error))
    g_error ("the directory could not be made: %s", error->message);
}

static char *
make_folder (const char *name, guint services)
{
  g_autofree char *done_name = g_strconcat (name, ".done", NULL);
  g_autofree char *folder = in_bench_folder (name);
  g_autofree char *done = in_bench_folder (done_name);
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);

  if (!g_file_test (done, G_FILE_TEST_EXISTS)) {
    g_mkdir_with_parents (folder, 0700);
    g_unlink (path);
    fill_directory (path, services);
    g_file_set_contents (done, "", 0, NULL);
  }
  return g_steal_pointer (&folder);
}

char *
dolen_bench_folder (void)
{
  return make_folder ("directory", SERVICES);
}

char *
dolen_bench_queue_folder (void)
{
  return make_folder ("queue-directory", QUEUE_SERVICES);
}

char *
dolen_bench_small_folder (void)
{
  return make_folder ("small-directory", FEW_SERVICES);
}

void
dolen_bench_scan_json (const char *feed)
{
  g_autofree char *buffer = g_malloc (65536);
  struct json_tokener *tokener = json_tokener_new ();
  FILE *file = fopen (feed, "re");
  gboolean started = FALSE;
  gsize n;

  g_assert_nonnull (file);
  while ((n = fread (buffer, 1, 65536, file)) > 0)
    for (gsize p = 0; p < n;) {
      struct json_object *object;

      if (!started) {
        while (p < n && memchr ("[], \n\r\t", buffer[p], 7) != NULL)
          p++;
        if (p == n)
          break;
        started = TRUE;
      }
      object = json_tokener_parse_ex (tokener, buffer + p, (int) (n - p));
      if (json_tokener_get_error (tokener) == json_tokener_continue)
        break;
      g_assert_nonnull (object);
      p += json_tokener_get_parse_end (tokener);
      json_object_put (object);
      started = FALSE;
      json_tokener_reset (tokener);
    }
  fclose (file);
  json_tokener_free (tokener);
}
