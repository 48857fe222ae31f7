/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/* What the benchmarks share: seeded feeds, the large directory, and one way to say a figure. */

/** dolen_bench_feed: (transfer full): the path of a made-up feed of @megabytes (or, if that is 0,
 *  of @records services); made once, kept in the build folder. */
char *dolen_bench_feed (guint megabytes, guint records);

/** dolen_bench_folder: (transfer full): the profile folder whose directory.db holds 100,000
 *  services of the feed, imported and tagged; made once. */
char *dolen_bench_folder (void);

/** dolen_bench_small_folder: (transfer full): the same with 2,000 services: one county's. */
char *dolen_bench_small_folder (void);

/** dolen_bench_queue_folder: (transfer full): the same with 30,000 services: a region's. */
char *dolen_bench_queue_folder (void);

/** dolen_bench_scan_json: the least that reading a feed takes: json-c parses it, 64 kB at a time,
 * and nothing is done with what comes. */
void dolen_bench_scan_json (const char *feed);

/** dolen_bench_now: seconds, for differences. */
double dolen_bench_now (void);

/** dolen_bench_cpu: seconds of the processor this thread has had: what a crowd does not change. */
double dolen_bench_cpu (void);

/** dolen_bench_cpu_of_all: the same, of all threads together. */
double dolen_bench_cpu_of_all (void);

/** dolen_bench_percentile: of @values (sorted in place): @p from 0 to 100. */
double dolen_bench_percentile (double *values, gsize n, double p);

/** dolen_bench_say: prints "what: measured (floor), ratio; goal" in one line. @goal: the highest
 *  ratio wished for, 0 for none. */
void dolen_bench_say (const char *what, double measured, double floor, double goal);

G_END_DECLS
