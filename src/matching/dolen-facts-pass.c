/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include "base/dolen-time.h"

/* Cancelling is looked for once in so many rows. */
#define CANCEL_EVERY 4096

DolenStatement *
dolen_facts_pass_prepare (DolenFactsPass *pass, const char *sql, GError **error)
{
  DolenStatement *statement = dolen_db_prepare (pass->db, sql, error);

  if (statement != NULL && sqlite3_bind_parameter_count (statement) > 0)
    dolen_statement_bind_text (statement, 1, pass->facts->today);
  return statement;
}

gboolean
dolen_facts_pass_go_to (DolenFactsPass *pass, gint64 id)
{
  const DolenFacts *facts = pass->facts;
  guint from = 0, to = facts->n;

  if (pass->at < facts->n && facts->id[pass->at] == id)
    return TRUE;
  if (pass->at + 1 < facts->n && facts->id[pass->at + 1] == id) {
    pass->at++;
    return TRUE;
  }
  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (facts->id[middle] < id)
      from = middle + 1;
    else
      to = middle;
  }
  pass->at = from;
  return from < facts->n && facts->id[from] == id;
}

gboolean
dolen_facts_pass_run (DolenFactsPass *pass, const char *sql, DolenFactsReadRow read, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_facts_pass_prepare (pass, sql, error);
  gboolean row = FALSE;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  pass->at = 0;
  for (;;) {
    if (n++ % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (pass->cancellable, error))
      return FALSE;
    if (!dolen_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (dolen_facts_pass_go_to (pass, dolen_statement_get_int64 (statement, 0)))
      read (pass, pass->at, statement);
  }
}

int
dolen_facts_pass_days_since (const DolenFactsPass *pass, const char *date)
{
  gpointer known;
  int days = -1;

  if (date == NULL)
    return -1;
  if (g_hash_table_lookup_extended (pass->days_since, date, NULL, &known))
    return GPOINTER_TO_INT (known);
  if (dolen_date_is_valid (date))
    days = CLAMP (dolen_date_days_between (date, pass->facts->today), 0, G_MAXINT16);
  g_hash_table_insert (pass->days_since, g_strdup (date), GINT_TO_POINTER (days));
  return days;
}
