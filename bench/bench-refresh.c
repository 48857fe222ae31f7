/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "exchange/dolen-import.h"

/*
 * A feed of 30,000 services that has not changed, read again as a whole: what it writes (nothing),
 * and how long it takes against parsing its JSON.
 */
#define SERVICES 30000

static double
import (DolenDirectory *directory, const char *feed, gint64 *changes)
{
  sqlite3 *handle = dolen_db_get_handle (dolen_directory_get_db (directory));
  DolenImportOptions options = { .source_name = "bench", .complete = TRUE };
  const char *paths[] = { feed };
  g_autoptr (GError) error = NULL;
  double start = dolen_bench_cpu ();
  gint64 before = sqlite3_total_changes64 (handle);

  if (!dolen_import_run (directory, paths, 1, &options, NULL, &error))
    g_error ("%s", error->message);
  *changes = sqlite3_total_changes64 (handle) - before;
  return dolen_bench_cpu () - start;
}

int
main (void)
{
  g_autofree char *feed = dolen_bench_feed (0, SERVICES);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) directory = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  double first, again, scanned;
  gint64 written, rewritten;

  if (directory == NULL)
    g_error ("%s", error->message);
  first = import (directory, feed, &written);
  again = import (directory, feed, &rewritten);
  scanned = dolen_bench_cpu ();
  dolen_bench_scan_json (feed);
  scanned = dolen_bench_cpu () - scanned;
  g_print ("first import: %.2f s, %" G_GINT64_FORMAT " rows written\n", first, written);
  g_print ("unchanged: %" G_GINT64_FORMAT " rows written\n", rewritten);
  if (rewritten != 0)
    g_error ("an unchanged feed was written");
  dolen_bench_say ("refresh of 30,000 unchanged services, to a bare parse", again, scanned, 0);
  return 0;
}
