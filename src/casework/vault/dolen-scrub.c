/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-scrub.h"

gboolean
dolen_scrub (DolenDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 busy = 1;

  /* Somebody who reads the file is told by the answer, not by an error. */
  if (!dolen_db_get_int64 (db, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, &error))
    g_debug ("the log was not emptied: %s", error->message);
  return error == NULL && busy == 0;
}
