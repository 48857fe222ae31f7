/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-concerns.h"

#include "casework/dolen-caseload-private.h"

/* Which concerns there are. */

DolenConcern *
dolen_caseload_get_concern (DolenCaseload *caseload, const char *uid)
{
  return uid != NULL ? dolen_caseload_get_record (caseload, &dolen_concern_type, uid) : NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const DolenConcern *first = *(const DolenConcern *const *) a;
  const DolenConcern *second = *(const DolenConcern *const *) b;
  int closed = (first->state == DOLEN_CONCERN_CLOSED) - (second->state == DOLEN_CONCERN_CLOSED);

  if (closed != 0)
    return closed;
  return (first->created < second->created) - (first->created > second->created);
}

GPtrArray *
dolen_caseload_list_concerns (DolenCaseload *caseload, const char *person)
{
  GPtrArray *list = dolen_caseload_list_records (caseload, &dolen_concern_type, person, NULL);

  if (list != NULL)
    g_ptr_array_sort (list, compare);
  return list;
}

int
dolen_caseload_count_open_concerns (DolenCaseload *caseload, const char *person)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      caseload->db,
      "SELECT count(*) FROM concern WHERE state != 'closed' AND (?1 IS NULL OR person = ?1)",
      NULL);
  gboolean found = FALSE;

  g_return_val_if_fail (row != NULL, 0);
  dolen_statement_bind_text (row, 1, person);
  if (!dolen_statement_step (row, &found, NULL) || !found)
    return 0;
  return (int) dolen_statement_get_int64 (row, 0);
}
