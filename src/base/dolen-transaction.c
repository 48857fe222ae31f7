/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-private.h"

struct _DolenTransaction {
  DolenDb *db;
  int depth; /* 0: the transaction; more: savepoint of that number */
  gboolean over;
};

static gboolean
run_at_depth (DolenDb *db, const char *outermost, const char *nested, int depth, GError **error)
{
  g_autofree char *sql
      = depth == 0 ? g_strdup (outermost) : g_strdup_printf ("%s dolen_%d", nested, depth);
  return dolen_db_exec (db, sql, error);
}

DolenTransaction *
dolen_transaction_begin (DolenDb *db, GError **error)
{
  DolenTransaction *transaction;

  if (!run_at_depth (db, "BEGIN IMMEDIATE", "SAVEPOINT", db->depth, error))
    return NULL;
  transaction = g_new0 (DolenTransaction, 1);
  transaction->db = db;
  transaction->depth = db->depth++;
  return transaction;
}

/* SQLite asks whether to go on once more when it has stored everything: what is stopped there is
 * committed all the same. */
static gboolean
is_committed (const DolenTransaction *transaction, const GError *error)
{
  return transaction->depth == 0 && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && sqlite3_get_autocommit (transaction->db->handle);
}

gboolean
dolen_transaction_commit (DolenTransaction *transaction, GError **error)
{
  g_autoptr (GError) stopped = NULL;

  g_return_val_if_fail (transaction != NULL && !transaction->over, FALSE);

  if (!run_at_depth (transaction->db, "COMMIT", "RELEASE", transaction->depth, &stopped)
      && !is_committed (transaction, stopped)) {
    g_propagate_error (error, g_steal_pointer (&stopped));
    return FALSE;
  }
  transaction->over = TRUE;
  transaction->db->depth--;
  return TRUE;
}

void
dolen_transaction_free (DolenTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (!transaction->over) {
    DolenDb *db = transaction->db;
    GCancellable *cancellable = g_steal_pointer (&db->cancellable);

    /* After a full disk or an interrupt SQLite may have rolled back by itself. */
    if (!sqlite3_get_autocommit (db->handle)) {
      run_at_depth (db, "ROLLBACK", "ROLLBACK TO", transaction->depth, NULL);
      if (transaction->depth > 0)
        run_at_depth (db, NULL, "RELEASE", transaction->depth, NULL);
    }
    db->cancellable = cancellable;
    db->depth--;
  }
  g_free (transaction);
}
