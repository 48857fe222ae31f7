/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files that the tests write and read in, and what the directory holds then. */

#include "directory/dolen-writer.h"
#include "directory/samples.h"
#include "exchange/dolen-import.h"

/* (transfer full): a path in a folder of its own: the same name is the same source. */
static inline char *
imports_write (const char *name, const char *text)
{
  g_autofree char *folder = dolen_test_folder ();
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* @options: (nullable) */
static inline DolenImportReport *
imports_read_as (DolenDirectory *dir, const char *path, const DolenImportOptions *options)
{
  DolenImportReport *report = NULL;
  GError *error = NULL;

  dolen_import_run (dir, &path, 1, options, &report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static inline DolenImportReport *
imports_read (DolenDirectory *dir, const char *path)
{
  return imports_read_as (dir, path, NULL);
}

/* A file of that @name, which is its source's too. */
static inline DolenImportReport *
imports_text (DolenDirectory *dir, const char *name, const char *text)
{
  g_autofree char *path = imports_write (name, text);

  return imports_read (dir, path);
}

/* A table of groups. */
static inline DolenImportReport *
imports_table (DolenDirectory *dir, const char *text)
{
  return imports_text (dir, "groups.csv", text);
}

/* (transfer full): the sample that comes with the program. */
static inline DolenDirectory *
imports_sample (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "data", "sample", "directory.json", NULL);
  DolenDirectory *dir = samples_open ();
  g_autoptr (DolenImportReport) report = imports_read (dir, path);

  g_assert_cmpuint (report->services.added, >, 100);
  return dir;
}

static inline gint64
imports_count (DolenDirectory *dir, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return samples_count (dir, sql);
}

/* (transfer full): the uid of what has that name, in English. */
static inline char *
imports_find (DolenDirectory *dir, const char *table, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uid FROM %s WHERE name_en = ?1", table);
  g_autoptr (DolenStatement) statement = dolen_db_prepare (dolen_directory_get_db (dir), sql, NULL);
  gboolean found = FALSE;

  dolen_statement_bind_text (statement, 1, name);
  g_assert_true (dolen_statement_step (statement, &found, NULL));
  g_assert_true (found);
  return dolen_statement_dup_text (statement, 0);
}

static inline void
imports_assert_counts (DolenDirectory *dir, gint64 services, gint64 organisations)
{
  DolenDirectoryCounts counts;
  GError *error = NULL;

  g_assert_true (dolen_directory_get_counts (dir, &counts, &error));
  g_assert_cmpint (counts.services, ==, services);
  g_assert_cmpint (counts.organisations, ==, organisations);
  g_assert_true (dolen_directory_check (dir, &error));
  g_assert_no_error (error);
}
