/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

/* Numbers to ring, and those that were wrong. A call keeps no number: each wrong one since a number
 * or a contact was entered last was the next of those known. */

/* ?1 the listing, ?2 whether the other listings of its organisation count too. */
#define NUMBERS                                                                                    \
  "WITH own (id, organisation) AS (SELECT id, organisation FROM service WHERE id = ?1),"           \
  " number (phone, rank, id) AS ("                                                                 \
  "SELECT s.phone, 0, s.id FROM service s JOIN own ON own.id = s.id"                               \
  " UNION ALL SELECT c.phone, 1, c.id FROM contact c JOIN own ON own.id = c.service"               \
  " UNION ALL SELECT c.phone, 2, c.id FROM contact c JOIN own"                                     \
  " ON own.organisation = c.organisation"                                                          \
  " UNION ALL SELECT o.phone, 3, o.id FROM organisation o JOIN own ON own.organisation = o.id"     \
  " UNION ALL SELECT s.phone, 4, s.id FROM service s JOIN own"                                     \
  " ON own.organisation = s.organisation WHERE ?2"                                                 \
  " UNION ALL SELECT c.phone, 5, c.id FROM contact c JOIN service s ON s.id = c.service"           \
  " JOIN own ON own.organisation = s.organisation WHERE ?2)"                                       \
  " SELECT phone FROM number WHERE phone IS NOT NULL GROUP BY phone"                               \
  " ORDER BY min (rank * 1000000000 + id)"

GPtrArray *
dolen_queue_numbers (DolenQueueScan *scan, const DolenUpkeep *upkeep, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  DolenStatement *row = dolen_directory_statement (scan->dir, NUMBERS, error);
  gboolean more;

  if (row == NULL)
    return NULL;
  dolen_statement_bind_int64 (row, 1, upkeep->id);
  dolen_statement_bind_int64 (row, 2, upkeep->volunteer);
  while (dolen_statement_step (row, &more, error)) {
    if (!more)
      return g_steal_pointer (&numbers);
    g_ptr_array_add (numbers, dolen_statement_dup_text (row, 0));
  }
  return NULL;
}

/* Calls that found a wrong number since one was entered. */
static gboolean
count_wrong (DolenQueueScan *scan, const DolenUpkeep *upkeep, guint *wrong, GError **error)
{
  gboolean found;
  DolenStatement *row = dolen_directory_statement (
      scan->dir,
      "SELECT count(*) FROM service s JOIN history w ON w.record_uid = s.uid"
      " WHERE s.id = ?1 AND w.after LIKE '%\"wrong-number\"%' AND w.undoes IS NULL"
      " AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = w.id)"
      " AND w.id > coalesce ((SELECT max (h.id) FROM history h"
      "  LEFT JOIN organisation o ON o.id = s.organisation"
      "  WHERE h.record_uid IN (s.uid, o.uid) AND h.act <> 'undo'"
      "  AND (h.field LIKE '%phone%' OR h.field LIKE '%contact%')"
      "  AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id)), 0)",
      error);

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_int64 (row, 1, upkeep->id);
  if (!dolen_statement_step (row, &found, error))
    return FALSE;
  *wrong = found ? (guint) dolen_statement_get_int64 (row, 0) : 0;
  dolen_statement_reset (row);
  return TRUE;
}

gboolean
dolen_queue_count_wrong_numbers (DolenQueueScan *scan, GError **error)
{
  for (guint i = 0; i < scan->upkeep->len; i++) {
    DolenUpkeep *upkeep = &g_array_index (scan->upkeep, DolenUpkeep, i);
    g_autoptr (GPtrArray) numbers = NULL;
    guint wrong;

    if (!upkeep->wrong_seen)
      continue;
    if (!count_wrong (scan, upkeep, &wrong, error)
        || (numbers = dolen_queue_numbers (scan, upkeep, error)) == NULL)
      return FALSE;
    if (wrong > 0 && wrong >= numbers->len)
      continue;
    upkeep->wrong_number = FALSE;
    upkeep->wrong = wrong;
  }
  return TRUE;
}
