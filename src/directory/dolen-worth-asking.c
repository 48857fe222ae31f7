/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-worth-asking.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"

#include <glib/gi18n-lib.h>

#define LONGER_WAIT "longer-wait"

static gboolean
find_service (DolenDb *db, const char *service, gint64 *id, GError **error)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (db, "SELECT id FROM service WHERE uid = ?1", error);
  gboolean found = FALSE;

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_text (row, 1, service);
  if (!dolen_statement_step (row, &found, error))
    return FALSE;
  if (!found) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_FOUND,
                         _ ("That group is not in the directory any more."));
    return FALSE;
  }
  *id = dolen_statement_get_int64 (row, 0);
  return TRUE;
}

gboolean
dolen_directory_note_longer_wait (
    DolenDirectory *dir, const char *service, int weeks_told, const char *on, GError **error)
{
  DolenDb *db = dolen_directory_get_db (dir);
  g_autoptr (DolenStatement) row = NULL;
  g_autofree char *uid = dolen_id_new ();
  gint64 id = 0;

  if (!find_service (db, service, &id, error))
    return FALSE;
  row = dolen_db_prepare (db,
                          "INSERT OR IGNORE INTO worth_asking (uid, service, what, on_date,"
                          " weeks_told) VALUES (?1, ?2, '" LONGER_WAIT "', ?3, nullif (?4, 0))",
                          error);
  if (row == NULL)
    return FALSE;
  dolen_statement_bind_text (row, 1, uid);
  dolen_statement_bind_int64 (row, 2, id);
  dolen_statement_bind_text (row, 3, on);
  dolen_statement_bind_int64 (row, 4, weeks_told);
  return dolen_statement_run (row, error);
}

char *
dolen_directory_get_longer_wait (DolenDirectory *dir, const char *service)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_directory_get_db (dir),
      "SELECT max (w.on_date) FROM worth_asking w JOIN service s ON s.id = w.service"
      " WHERE s.uid = ?1 AND w.what = '" LONGER_WAIT "' AND NOT EXISTS (SELECT 1 FROM"
      " capacity_report c WHERE c.service = s.id AND c.as_of > w.on_date)",
      NULL);
  gboolean found = FALSE;

  g_return_val_if_fail (row != NULL, NULL);
  dolen_statement_bind_text (row, 1, service);
  if (!dolen_statement_step (row, &found, NULL) || !found || dolen_statement_is_null (row, 0))
    return NULL;
  return dolen_statement_dup_text (row, 0);
}
