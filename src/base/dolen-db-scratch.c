/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-scratch.h"

#include "base/dolen-db-private.h"

static gboolean
copy_all (DolenDb *from, DolenDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int result;

  if (backup == NULL)
    return dolen_db_failed (to, sqlite3_errcode (to->handle), to->schema->name, error);
  sqlite3_backup_step (backup, -1);
  result = sqlite3_backup_finish (backup);
  return result == SQLITE_OK || dolen_db_failed (to, result, to->schema->name, error);
}

DolenDb *
dolen_db_open_scratch (GBytes *image, const DolenSchema *schema, GError **error)
{
  g_autoptr (DolenDb) read = dolen_db_open_image (image, schema, error);
  g_autoptr (DolenDb) scratch
             = read != NULL ? dolen_db_open (NULL, DOLEN_DB_MEMORY, schema, error) : NULL;

  return scratch != NULL && copy_all (read, scratch, error) ? g_steal_pointer (&scratch) : NULL;
}
