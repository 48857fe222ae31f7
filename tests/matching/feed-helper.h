/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-import.h"
#include "matching/dolen-lending.h"

/* A feed as a directory in memory, tagged as the program does it; NULL where there is no @path. */
static inline DolenDirectory *
test_import_feed (const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenTagger) tagger = NULL;
  g_autoptr (DolenImportReport) report = NULL;
  DolenImportOptions options = { 0 };
  DolenDirectory *dir;

  if (path == NULL)
    return NULL;
  dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_assert_no_error (error);
  tagger = dolen_lend_tagging (&options.hooks, &error);
  g_assert_no_error (error);
  dolen_import_run (dir, paths, 1, &options, &report, &error);
  g_assert_no_error (error);
  return dir;
}
