/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include <string.h>

/*
 * From starting the process to the end of its first frame (Today, locked), with 100,000 services
 * in the directory, against an empty AdwApplicationWindow. Both print the time of the frame by the
 * same clock; they run by turns.
 */
#define ROUNDS 15

static double
measure (const char *const *argv)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status = 0;

  if (!g_spawn_sync (
          NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", argv[0], error->message);
  return (double) (g_ascii_strtoll (output, NULL, 10) - start) / G_USEC_PER_SEC;
}

int
main (void)
{
  g_autofree char *folder = dolen_bench_folder ();
  const char *const dolen[]
      = { g_getenv ("DOLEN_BINARY"), "--directory", folder, "--exit-after-startup", NULL };
  const char *const empty[] = { g_getenv ("DOLEN_EMPTY_WINDOW"), NULL };
  double dolen_times[ROUNDS], empty_times[ROUNDS];

  measure (dolen); /* warm */
  measure (empty);
  for (guint i = 0; i < ROUNDS; i++) {
    dolen_times[i] = measure (dolen);
    empty_times[i] = measure (empty);
  }
  dolen_bench_say ("first frame with 100,000 services, p50",
                   dolen_bench_percentile (dolen_times, ROUNDS, 50),
                   dolen_bench_percentile (empty_times, ROUNDS, 50),
                   1.5);
  return 0;
}
