/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-worked-on.h"

#define OF_SERVICE "(SELECT id FROM service WHERE uid = ?1)"

gboolean
dolen_record_worked_on (DolenDirectory *dir,
                        const char *uid,
                        gint64 since,
                        const char *source_uid,
                        gboolean *worked_on,
                        GError **error)
{
  DolenRow row;
  gboolean found = FALSE;

  if (!dolen_directory_row (
          dir,
          "SELECT EXISTS (SELECT 1 FROM history h WHERE h.record_uid = ?1 AND h.id > ?2"
          "  AND h.act NOT IN ('import', 'undo')"
          "  AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id))"
          " OR EXISTS (SELECT 1 FROM field_edit WHERE record_uid = ?1)"
          " OR EXISTS (SELECT 1 FROM merged WHERE kept_uid = ?1)"
          " OR EXISTS (SELECT 1 FROM confirmation WHERE service = " OF_SERVICE ")"
          " OR EXISTS (SELECT 1 FROM worth_asking WHERE service = " OF_SERVICE ")"
          " OR EXISTS (SELECT 1 FROM assurance WHERE organisation ="
          "  (SELECT id FROM organisation WHERE uid = ?1))"
          " OR EXISTS (SELECT 1 FROM source_record r JOIN source s ON s.id = r.source"
          "  WHERE r.record_uid = ?1 AND s.uid <> ?3)",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  dolen_row_put_int (&row, since);
  dolen_row_put_text (&row, source_uid);
  if (!dolen_statement_step (row.statement, &found, error))
    return FALSE;
  *worked_on = found && dolen_statement_get_int64 (row.statement, 0) != 0;
  dolen_statement_reset (row.statement);
  return TRUE;
}
