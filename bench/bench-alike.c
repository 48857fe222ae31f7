/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "directory/alike/dolen-alike-find.h"

#include <math.h>

/*
 * The search for duplicates over a region's 30,000 services, against reading what is compared; and
 * how it grows from a county's 2,000: 1 is n log n.
 */
#define GOAL_SECONDS 10.0

static DolenAlikeBook *
read_book (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (DolenDirectory) directory = dolen_directory_open (path, DOLEN_DB_READ_WRITE, NULL);

  return dolen_alike_book_read (directory, DOLEN_ALIKE_SERVICES, NULL, NULL);
}

static double
find (const DolenAlikeBook *book, guint *n)
{
  double start = dolen_bench_cpu ();
  g_autoptr (GPtrArray) pairs = dolen_alike_find (book, NULL, NULL);

  *n = pairs->len;
  return dolen_bench_cpu () - start;
}

int
main (void)
{
  g_autofree char *county = dolen_bench_small_folder ();
  g_autofree char *region = dolen_bench_queue_folder ();
  g_autoptr (DolenAlikeBook) small = read_book (county);
  double start = dolen_bench_cpu ();
  g_autoptr (DolenAlikeBook) large = read_book (region);
  double reading = dolen_bench_cpu () - start;
  double few = small->records->len, many = large->records->len, one, all;
  guint n_few = 0, n_many = 0;

  one = find (small, &n_few);
  all = find (large, &n_many);
  g_print ("%u services: %.2f s, %u pairs; goal %.0f s\n",
           large->records->len,
           all,
           n_many,
           GOAL_SECONDS);
  dolen_bench_say ("duplicates found, against reading what is compared", all, reading, 0);
  dolen_bench_say ("growth from a county to a region, against n log n",
                   all / one,
                   many * log2 (many) / (few * log2 (few)),
                   2);
  return 0;
}
