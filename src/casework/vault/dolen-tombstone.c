/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-tombstone.h"

/* A mark may come from another copy or from before a backup: then what it speaks of is still here,
 * and whether it is a person's or a worker's the mark does not say. */
static const char *const destroying[] = {
  "DELETE FROM wrapped_key WHERE key = ?1",
  "DELETE FROM worker_slot WHERE worker = ?1",
  "DELETE FROM lead_box WHERE worker = ?1",
  "DELETE FROM about WHERE about = ?1",
};

gboolean
dolen_tombstone_put (DolenDb *db, const guint8 *id, gint64 at, GError **error)
{
  g_autoptr (DolenStatement) mark = dolen_db_prepare (
      db, "INSERT OR IGNORE INTO tombstone (key, at) VALUES (?1, ?2)", error);

  if (mark == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (destroying); i++) {
    g_autoptr (DolenStatement) destroy = dolen_db_prepare (db, destroying[i], error);

    if (destroy == NULL)
      return FALSE;
    dolen_statement_bind_blob (destroy, 1, id, DOLEN_ID_SIZE);
    if (!dolen_statement_run (destroy, error))
      return FALSE;
  }
  dolen_statement_bind_blob (mark, 1, id, DOLEN_ID_SIZE);
  dolen_statement_bind_int64 (mark, 2, at);
  return dolen_statement_run (mark, error);
}
