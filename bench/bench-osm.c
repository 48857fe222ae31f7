/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-bench.h"

#include "exchange/files/dolen-record-stream.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * The places of an OpenStreetMap extract against xmllint --stream --noout, which only checks that
 * the same file is XML. Both run in a child of their own, whose time of the processor counts; and
 * the peak of memory over a file and over one four times as long.
 */

/* Nodes as in a real extract: one in fifty has tags, one in five hundred is a place. */
static char *
make_extract (const char *name, guint nodes)
{
  char *path = g_build_filename (g_getenv ("DOLEN_BENCH_DIR"), name, NULL);
  FILE *file;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  file = fopen (path, "w");
  if (file == NULL)
    g_error ("%s cannot be written", path);
  fputs ("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n", file);
  for (guint i = 1; i <= nodes; i++) {
    fprintf (file,
             " <node id=\"%u\" visible=\"true\" version=\"2\" changeset=\"%u\" "
             "timestamp=\"2024-05-03T10:00:00Z\" user=\"mapper\" uid=\"%u\" lat=\"52.%07u\" "
             "lon=\"-4.%07u\"",
             i,
             i / 7,
             i % 300,
             i % 10000000,
             (i * 7) % 10000000);
    if (i % 500 == 0)
      fprintf (file,
               ">\n  <tag k=\"amenity\" v=\"community_centre\"/>\n  <tag k=\"name\" v=\"Hall "
               "%u\"/>\n  <tag k=\"name:cy\" v=\"Neuadd %u\"/>\n </node>\n",
               i,
               i);
    else if (i % 50 == 0)
      fputs (">\n  <tag k=\"highway\" v=\"crossing\"/>\n </node>\n", file);
    else
      fputs ("/>\n", file);
  }
  for (guint i = 1; i <= nodes / 8; i++) {
    fprintf (file, " <way id=\"%u\" version=\"1\" timestamp=\"2024-05-03T10:00:00Z\">\n", i);
    for (guint k = 0; k < 9; k++)
      fprintf (file, "  <nd ref=\"%u\"/>\n", (i * 8 + k) % nodes + 1);
    fputs (i % 400 == 0
               ? "  <tag k=\"leisure\" v=\"sports_centre\"/>\n  <tag k=\"name\" v=\"Leisure "
                 "Centre\"/>\n </way>\n"
               : "  <tag k=\"building\" v=\"yes\"/>\n </way>\n",
           file);
  }
  fputs ("</osm>\n", file);
  fclose (file);
  return path;
}

static void
read_places (const char *path)
{
  g_autoptr (DolenRecordStream) stream = dolen_record_stream_new (path, NULL);
  g_autoptr (GError) error = NULL;
  DolenJsonItem item;

  do {
    if (!dolen_record_stream_next (stream, &item, NULL, &error))
      g_error ("%s", error->message);
  } while (item.kind != DOLEN_JSON_END);
}

static void
run_xmllint (const char *path)
{
  execlp ("xmllint", "xmllint", "--stream", "--noout", path, (char *) NULL);
  _exit (127);
}

/* Seconds of the processor in a child. @peak_kb: (out): its memory. */
static double
measure (void (*func) (const char *), const char *path, long *peak_kb)
{
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0) {
    func (path);
    _exit (0);
  }
  if (wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status)
      || WEXITSTATUS (status) != 0)
    g_error ("a child failed: is xmllint there (libxml2-utils)?");
  *peak_kb = usage.ru_maxrss;
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

int
main (int argc, char **argv)
{
  g_autofree char *small = make_extract ("extract-small.osm", 250000);
  g_autofree char *large = make_extract ("extract-large.osm", 1000000);
  double ours = G_MAXDOUBLE, theirs = G_MAXDOUBLE;
  long small_kb = 0, large_kb = 0, other_kb;

  for (int i = 0; i < 3; i++) {
    theirs = MIN (theirs, measure (run_xmllint, large, &other_kb));
    ours = MIN (ours, measure (read_places, large, &large_kb));
  }
  measure (read_places, small, &small_kb);
  /* At least 0.7 of the speed is at most 1/0.7 of the time. */
  dolen_bench_say ("places of an OpenStreetMap extract, seconds", ours, theirs, 1 / 0.7);
  printf ("memory over %ld MB of it: %.1f MB; over a quarter of that: %.1f MB\n",
          (long) (dolen_record_file_size (large) / 1000000),
          (double) large_kb / 1024,
          (double) small_kb / 1024);
  return 0;
}
