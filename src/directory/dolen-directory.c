/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

#include "directory/dolen-closed-name.h"
#include "directory/dolen-directory-schema.h"
#include "directory/dolen-search-filters.h"

DolenDirectory *
dolen_directory_open (const char *path, DolenDbMode mode, GError **error)
{
  DolenDb *db = dolen_db_open (path, mode, dolen_directory_schema (), error);
  DolenDirectory *dir;

  if (db == NULL)
    return NULL;
  dir = g_new0 (DolenDirectory, 1);
  dir->db = db;
  dir->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dolen_statement_free);
  return dir;
}

void
dolen_directory_close (DolenDirectory *dir)
{
  if (dir == NULL)
    return;
  dolen_directory_set_reader (dir, NULL, NULL, NULL);
  g_hash_table_unref (dir->statements);
  dolen_db_close (dir->db);
  g_free (dir);
}

DolenDb *
dolen_directory_get_db (DolenDirectory *dir)
{
  return dir->db;
}

void
dolen_directory_set_labels (DolenDirectory *dir, DolenTagLabelFunc func, gpointer user_data)
{
  dir->labels = func;
  dir->labels_data = user_data;
}

void
dolen_directory_set_reader (DolenDirectory *dir,
                            DolenReadWordsFunc func,
                            gpointer user_data,
                            GDestroyNotify free_data)
{
  if (dir->free_reader_data != NULL)
    dir->free_reader_data (dir->reader_data);
  dir->reader = func;
  dir->reader_data = user_data;
  dir->free_reader_data = free_data;
}

const char *
dolen_directory_get_label (DolenDirectory *dir,
                           DolenTagKind kind,
                           const char *code,
                           DolenLanguage language)
{
  const char *label
      = dir->labels != NULL ? dir->labels (kind, code, language, dir->labels_data) : NULL;

  return label != NULL ? label : code;
}

static void
count_named_closed (DolenRow *row, gpointer n)
{
  g_autofree char *english = dolen_row_take_text (row);
  g_autofree char *welsh = dolen_row_take_text (row);

  *(gint64 *) n += dolen_name_says_closed (english) || dolen_name_says_closed (welsh);
}

gboolean
dolen_directory_get_counts (DolenDirectory *dir, DolenDirectoryCounts *counts, GError **error)
{
  DolenRow row;
  gboolean more = FALSE;
  gint64 named_closed = 0;

  if (!dolen_directory_row (
          dir,
          "SELECT (SELECT count(*) FROM organisation), (SELECT count(*) FROM service),"
          " (SELECT count(*) FROM service s WHERE " DOLEN_SEARCH_LISTED "),"
          " (SELECT count(*) FROM venue),"
          " (SELECT count(DISTINCT sv.service) FROM service_venue sv JOIN venue v"
          "  ON v.id = sv.venue WHERE v.latitude IS NOT NULL),"
          " (SELECT count(DISTINCT service) FROM capacity_report WHERE status <> 'unknown'),"
          " (SELECT count(DISTINCT service) FROM confirmation WHERE outcome = 'reached'"
          " AND confirmed IS NOT NULL), (SELECT count(*) FROM source)",
          &row,
          error)
      || !dolen_statement_step (row.statement, &more, error))
    return FALSE;
  counts->organisations = dolen_row_take_int (&row);
  counts->services = dolen_row_take_int (&row);
  counts->listed = dolen_row_take_int (&row);
  counts->venues = dolen_row_take_int (&row);
  counts->located = dolen_row_take_int (&row);
  counts->with_capacity = dolen_row_take_int (&row);
  counts->confirmed = dolen_row_take_int (&row);
  counts->sources = dolen_row_take_int (&row);
  dolen_statement_reset (row.statement);
  if (!dolen_directory_each (dir,
                             "SELECT s.name_en, s.name_cy FROM service s"
                             " WHERE s.id > ?1 AND " DOLEN_SEARCH_LISTED,
                             0,
                             count_named_closed,
                             &named_closed,
                             error))
    return FALSE;
  counts->listed -= named_closed;
  return TRUE;
}

gboolean
dolen_directory_check (DolenDirectory *dir, GError **error)
{
  return dolen_db_check (dir->db, error) && dolen_search_check (dir, error);
}
