/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-keys-private.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-tombstone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
dolen_keys_refuse_other (GError **error)
{
  g_set_error_literal (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_NOT_OURS,
      _ ("The keys file (keys.db) of the other copy is not of these case records."));
  return FALSE;
}

static gboolean
check_vault (DolenKeys *keys, DolenDb *other, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (other, "SELECT vault FROM vault", error);
  gboolean found = FALSE;
  const void *vault;
  gsize size = 0;

  if (row == NULL || !dolen_statement_step (row, &found, error))
    return FALSE;
  vault = found ? dolen_statement_get_blob (row, 0, &size) : NULL;
  if (size == DOLEN_ID_SIZE && memcmp (vault, keys->vault, size) == 0)
    return TRUE;
  return dolen_keys_refuse_other (error);
}

/* A mark does not say whose it is; who is a worker has a slot. */
static gboolean
is_worker (DolenDb *db, const guint8 *id)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (db, "SELECT 1 FROM worker_slot WHERE worker = ?1", NULL);
  gboolean found = FALSE;

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_blob (row, 1, id, DOLEN_ID_SIZE);
  return dolen_statement_step (row, &found, NULL) && found;
}

static gboolean
take_tombstones (DolenKeys *keys, DolenDb *other, DolenKeysUnion *result, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (other, "SELECT key, at FROM tombstone", error);
  gboolean found = FALSE, ok;

  if (row == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (row, &found, error)) && found) {
    gsize size = 0;
    const guint8 *key = dolen_statement_get_blob (row, 0, &size);

    if (size != DOLEN_ID_SIZE || dolen_keys_is_destroyed (keys, key))
      continue;
    if (is_worker (keys->db, key))
      result->n_removed++;
    else
      result->n_destroyed++;
    if (!dolen_tombstone_put (keys->db, key, dolen_statement_get_int64 (row, 1), error))
      return FALSE;
  }
  return ok;
}

static gboolean
is_buried (DolenKeys *keys, const guint8 *key)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (keys->db, "SELECT 1 FROM tombstone WHERE key = ?1", NULL);
  gboolean found = FALSE;

  if (row == NULL)
    return TRUE;
  dolen_statement_bind_blob (row, 1, key, DOLEN_ID_SIZE);
  return !dolen_statement_step (row, &found, NULL) || found;
}

static gboolean
take_wraps (DolenKeys *keys, DolenDb *other, DolenKeysUnion *result, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      other, "SELECT key, nonce, wrapped, purpose FROM wrapped_key", error);
  gboolean found = FALSE, ok;
  DolenWrapRow wrap;

  if (row == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (row, &found, error)) && found) {
    if (!dolen_keys_read_wrap (row, &wrap) || is_buried (keys, wrap.key)
        || dolen_keys_get (keys, wrap.key) != NULL || !dolen_keys_opens (keys, &wrap))
      continue;
    if (!dolen_keys_store_wrap (keys, &wrap, TRUE, error))
      return FALSE;
    result->n_taken++;
  }
  return ok;
}

/* What holds all that either held is older than neither. */
static gboolean
count_write (DolenDb *db, DolenDb *other, GError **error)
{
  g_autoptr (DolenStatement) update
             = dolen_db_prepare (db, "UPDATE vault SET version = max (version, ?1) + 1", error);
  gint64 version = 0;

  if (update == NULL || !dolen_db_get_int64 (other, "SELECT version FROM vault", &version, error))
    return FALSE;
  dolen_statement_bind_int64 (update, 1, version);
  return dolen_statement_run (update, error);
}

/* A copy from before there were workers. */
static gboolean
has_workers (DolenDb *db)
{
  gint64 n = 0;

  return dolen_db_get_int64 (
             db, "SELECT count(*) FROM sqlite_schema WHERE name = 'worker_slot'", &n, NULL)
         && n > 0;
}

static gboolean
take_all (DolenKeys *keys,
          DolenDb *other,
          DolenHoldersUnion *holders,
          DolenKeysUnion *result,
          GError **error)
{
  int before = sqlite3_total_changes (dolen_db_get_handle (keys->db));

  if (!take_tombstones (keys, other, result, error) || !take_wraps (keys, other, result, error)
      || (holders != NULL && !dolen_holders_union_take (holders, &result->holders, error)))
    return FALSE;
  return sqlite3_total_changes (dolen_db_get_handle (keys->db)) == before
         || count_write (keys->db, other, error);
}

gboolean
dolen_keys_merge (DolenKeys *keys, DolenDb *other, DolenKeysUnion *result, GError **error)
{
  DolenDb *db = keys->db;
  g_autoptr (DolenHoldersUnion) holders = NULL;
  g_autoptr (DolenTransaction) transaction = NULL;

  *result = (DolenKeysUnion){ 0 };
  g_return_val_if_fail (keys->vault_key != NULL, FALSE);
  if (!check_vault (keys, other, error))
    return FALSE;
  if (has_workers (other)) {
    holders = dolen_holders_union_new (keys->holders, other, error);
    if (holders == NULL)
      return FALSE;
  }
  transaction = dolen_transaction_begin (db, error);
  if (transaction == NULL || !take_all (keys, other, holders, result, error)
      || !dolen_transaction_commit (transaction, error)) {
    g_clear_pointer (&transaction, dolen_transaction_free);
    dolen_holders_read_again (keys->holders, NULL);
    return FALSE;
  }
  dolen_keys_scrub (keys);
  return dolen_keys_read_again (keys, error);
}
