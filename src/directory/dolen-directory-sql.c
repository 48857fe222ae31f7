/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-sql.h"

#include "base/dolen-error.h"
#include "place/dolen-distance.h"

#include <math.h>

static void
km (sqlite3_context *context, int n, sqlite3_value **values)
{
  DolenPosition from, to;
  double distance;

  for (int i = 0; i < 4; i++)
    if (sqlite3_value_type (values[i]) == SQLITE_NULL)
      return;
  dolen_position_set (&from,
                      sqlite3_value_double (values[0]),
                      sqlite3_value_double (values[1]),
                      0,
                      DOLEN_POSITION_FEED);
  dolen_position_set (&to,
                      sqlite3_value_double (values[2]),
                      sqlite3_value_double (values[3]),
                      0,
                      DOLEN_POSITION_FEED);
  distance = dolen_distance_km (&from, &to);
  if (isfinite (distance))
    sqlite3_result_double (context, distance);
}

/* The best column of each word is the smallest; the worst of these says where the whole stands. */
static void
where (const Fts5ExtensionApi *api,
       Fts5Context *fts,
       sqlite3_context *context,
       int n,
       sqlite3_value **values)
{
  int phrases = api->xPhraseCount (fts), worst = 0;

  for (int phrase = 0; phrase < phrases; phrase++) {
    Fts5PhraseIter iter;
    int column = -1, best = -1, offset;

    if (api->xPhraseFirst (fts, phrase, &iter, &column, &offset) != SQLITE_OK)
      return;
    for (; column >= 0; api->xPhraseNext (fts, &iter, &column, &offset)) {
      best = best < 0 ? column : MIN (best, column);
      if (best == 0)
        break;
    }
    worst = MAX (worst, best);
  }
  sqlite3_result_int (context, worst);
}

static fts5_api *
get_fts5 (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step (statement);
  }
  sqlite3_finalize (statement);
  return api;
}

gboolean
dolen_directory_sql_register (DolenDb *db, GError **error)
{
  sqlite3 *handle = dolen_db_get_handle (db);
  fts5_api *fts5 = get_fts5 (handle);
  int result = fts5 == NULL ? SQLITE_ERROR : SQLITE_OK;

  if (result == SQLITE_OK)
    result = sqlite3_create_function (
        handle, "dolen_km", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, km, NULL, NULL);
  if (result == SQLITE_OK)
    result = fts5->xCreateFunction (fts5, "dolen_where", NULL, where, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  g_propagate_error (error, dolen_error_from_sqlite (result, sqlite3_errmsg (handle), "directory"));
  return FALSE;
}
