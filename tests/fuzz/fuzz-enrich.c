/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import.h"
#include "fuzz/dolen-fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

/* Any file is imported or refused, and where it is of a register or of grants it brings no listing.
 */

static DolenDirectory *directory;

static const char FEED[]
    = "[{\"id\": \"s1\", \"name\": \"Lunch\", \"status\": \"active\", \"organization\": {\"id\": "
      "\"o1\", \"name\": \"Age Friendly\", \"organization_identifiers\": [{\"identifier_scheme\": "
      "\"GB-CHC\", \"identifier\": \"1090095\"}]}}]";

/* A dry run: every input meets the same directory. */
static void
import_bytes (const void *data, gsize size, gboolean dry_run)
{
  int fd = memfd_create ("file", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  const char *one = path;
  const DolenImportOptions options = { .dry_run = dry_run, .source_name = "fuzz" };
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  DolenDirectoryCounts counts;
  gboolean ok;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  ok = dolen_import_run (directory, &one, 1, &options, &report, &error);
  g_assert_true (ok == (error == NULL));
  g_assert_true (dolen_directory_get_counts (directory, &counts, NULL));
  g_assert_cmpint (counts.services, ==, 1);
  close (fd);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  directory = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_assert_no_error (error);
  import_bytes (FEED, sizeof FEED - 1, FALSE);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  import_bytes (data, size, TRUE);
  return 0;
}
