/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-second.h"

/* Below so many services a second reader saves less than it costs. */
#define MANY_SERVICES 20000

static gboolean
is_worth_it (DolenDb *first, guint hands)
{
  gint64 last = 0;

  if (hands != 0)
    return hands > 1;
  return g_get_num_processors () > 1
         && dolen_db_get_int64 (first, "SELECT max (id) FROM service", &last, NULL)
         && last >= MANY_SERVICES;
}

/* What is being changed, and what lies in memory, only its own connection sees. */
static gboolean
can_be_seen_by_others (DolenDb *first)
{
  return dolen_db_get_path (first) != NULL
         && sqlite3_get_autocommit (dolen_db_get_handle (first)) != 0;
}

/* From here on it sees what it sees now. */
static gboolean
hold_still (DolenDb *db)
{
  gint64 any = 0;

  return dolen_db_exec (db, "BEGIN", NULL)
         && dolen_db_get_int64 (
             db, "SELECT count (*) FROM (SELECT 1 FROM tag LIMIT 1)", &any, NULL);
}

void
dolen_facts_second_open (DolenFactsSecond *second, DolenDb *first, guint hands)
{
  *second = (DolenFactsSecond){ NULL, 0 };
  if (!can_be_seen_by_others (first) || !is_worth_it (first, hands))
    return;
  second->version = dolen_db_data_version (first);
  second->directory = dolen_directory_open (dolen_db_get_path (first), DOLEN_DB_READ_ONLY, NULL);
  if (second->directory != NULL && !hold_still (dolen_directory_get_db (second->directory)))
    dolen_facts_second_close (second);
}

DolenDb *
dolen_facts_second_get (DolenFactsSecond *second, DolenDb *first)
{
  if (second->directory != NULL && dolen_db_data_version (first) != second->version)
    dolen_facts_second_close (second);
  return second->directory != NULL ? dolen_directory_get_db (second->directory) : NULL;
}

void
dolen_facts_second_close (DolenFactsSecond *second)
{
  if (second->directory == NULL)
    return;
  dolen_db_exec (dolen_directory_get_db (second->directory), "ROLLBACK", NULL);
  g_clear_pointer (&second->directory, dolen_directory_close);
}
