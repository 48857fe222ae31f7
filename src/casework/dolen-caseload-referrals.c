/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-outgoing.h"

/* A person's plan, and what is counted about referrals. */

static gpointer
make_referral (DolenStatement *row, gpointer user_data)
{
  return dolen_record_read (&dolen_referral_type, row, 0);
}

GPtrArray *
dolen_caseload_list_referrals (DolenCaseload *caseload,
                               const char *person,
                               gboolean all,
                               GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_referral_type, "");
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM referral WHERE person = ?1 AND (?2 OR state != 'in-error') ORDER BY"
      " CASE WHEN state = 'draft' THEN 0 WHEN state IN " DOLEN_UNDER_WAY_SQL
      " THEN 1 ELSE 2 END, sent_on DESC, created DESC, uid",
      columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, error);

  if (rows == NULL)
    return NULL;
  dolen_statement_bind_text (rows, 1, person);
  dolen_statement_bind_int64 (rows, 2, all);
  return dolen_caseload_collect (
      rows, make_referral, NULL, (GDestroyNotify) dolen_referral_free, error);
}

int
dolen_caseload_count_sent (DolenCaseload *caseload, const char *service, const char *since)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      caseload->db,
      "SELECT count(*) FROM referral WHERE service = ?1 AND sent_on IS NOT NULL"
      " AND state != 'in-error' AND (?2 IS NULL OR sent_on >= ?2)",
      NULL);
  gboolean found = FALSE;

  g_return_val_if_fail (row != NULL, 0);
  dolen_statement_bind_text (row, 1, service);
  dolen_statement_bind_text (row, 2, since);
  if (!dolen_statement_step (row, &found, NULL) || !found)
    return 0;
  return (int) dolen_statement_get_int64 (row, 0);
}

GHashTable *
dolen_caseload_count_waiting (DolenCaseload *caseload)
{
  GHashTable *waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (
      caseload->db,
      "SELECT service, count(DISTINCT person) FROM referral WHERE service IS NOT NULL"
      " AND kind = 'referral' AND state IN ('sent', 'received', 'waiting') GROUP BY service",
      NULL);
  gboolean more = TRUE;

  g_return_val_if_fail (rows != NULL, waiting);
  while (more && dolen_statement_step (rows, &more, NULL))
    if (more)
      g_hash_table_insert (waiting,
                           dolen_statement_dup_text (rows, 0),
                           GUINT_TO_POINTER ((guint) dolen_statement_get_int64 (rows, 1)));
  return waiting;
}

GPtrArray *
dolen_caseload_find_reference (DolenCaseload *caseload, const char *reference)
{
  g_autofree char *columns = dolen_record_columns (&dolen_referral_type, "");
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM referral WHERE reference = ?1 ORDER BY created, uid", columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, NULL);

  if (rows == NULL)
    return NULL;
  dolen_statement_bind_text (rows, 1, reference);
  return dolen_caseload_collect (
      rows, make_referral, NULL, (GDestroyNotify) dolen_referral_free, NULL);
}

gint64
dolen_caseload_sum_costs (DolenCaseload *caseload, const char *person, const char *payer, int *n)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      caseload->db,
      "SELECT count(*), coalesce (sum (cost), 0) FROM referral WHERE person = ?1 AND cost IS NOT NULL"
      " AND (currency IS NULL OR currency = 'GBP') AND (?2 IS NULL OR payer = ?2)"
      " AND state NOT IN ('draft', 'declined', 'cancelled', 'in-error')",
      NULL);
  gboolean found = FALSE;

  if (n != NULL)
    *n = 0;
  g_return_val_if_fail (row != NULL, 0);
  dolen_statement_bind_text (row, 1, person);
  dolen_statement_bind_text (row, 2, payer);
  if (!dolen_statement_step (row, &found, NULL) || !found)
    return 0;
  if (n != NULL)
    *n = (int) dolen_statement_get_int64 (row, 0);
  return dolen_statement_get_int64 (row, 1);
}
