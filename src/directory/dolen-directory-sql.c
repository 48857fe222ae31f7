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

/* The best place of each word is the first; the worst column of these says where the whole stands.
 * @first: how many words stand before the query's first word. */
static int
find_place (const Fts5ExtensionApi *api, Fts5Context *fts, int *first)
{
  int phrases = api->xPhraseCount (fts), worst = 0;

  *first = 0;
  for (int phrase = 0; phrase < phrases; phrase++) {
    Fts5PhraseIter iter;
    int column = -1, offset = 0;

    /* Places come by rising column, then offset: the first is the best. */
    if (api->xPhraseFirst (fts, phrase, &iter, &column, &offset) != SQLITE_OK)
      return worst;
    worst = MAX (worst, column);
    if (phrase == 0 && column >= 0)
      *first = offset;
  }
  return worst;
}

static void
where (const Fts5ExtensionApi *api,
       Fts5Context *fts,
       sqlite3_context *context,
       int n,
       sqlite3_value **values)
{
  int first;
  sqlite3_result_int (context, find_place (api, fts, &first));
}

static void
place (const Fts5ExtensionApi *api,
       Fts5Context *fts,
       sqlite3_context *context,
       int n,
       sqlite3_value **values)
{
  int first, column = find_place (api, fts, &first);

  sqlite3_result_int (context, column * DOLEN_PLACE_OFFSETS + MIN (first, DOLEN_PLACE_OFFSETS - 1));
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
    result = fts5->xCreateFunction (fts5, "dolen_place", NULL, place, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  g_propagate_error (error, dolen_error_from_sqlite (result, sqlite3_errmsg (handle), "directory"));
  return FALSE;
}
