/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-journal-private.h"

/* What bringing two copies of a journal together does to its rows; what is done, and why, decides
 * dolen-vault-merge.c. */

DolenStatement *
dolen_journal_walk_quarantine (DolenJournal *journal, GError **error)
{
  return dolen_db_prepare (
      journal->db, "SELECT " DOLEN_QUARANTINE_COLUMNS " FROM quarantine ORDER BY seq", error);
}

DolenStatement *
dolen_journal_walk_all (DolenJournal *journal, GError **error)
{
  return dolen_db_prepare (
      journal->db, "SELECT " DOLEN_JOURNAL_COLUMNS " FROM journal ORDER BY seq", error);
}

gboolean
dolen_journal_find_rival (DolenJournal *journal,
                          const DolenJournalRow *row,
                          DolenStatement **rival,
                          GError **error)
{
  gboolean found = FALSE;

  *rival = dolen_db_prepare (journal->db,
                             "SELECT " DOLEN_JOURNAL_COLUMNS
                             " FROM journal WHERE id = ?1 OR (device = ?2 AND device_seq = ?3)",
                             error);
  if (*rival == NULL)
    return FALSE;
  dolen_statement_bind_blob (*rival, 1, row->header.id, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (*rival, 2, row->header.device, DOLEN_ID_SIZE);
  dolen_statement_bind_int64 (*rival, 3, (gint64) row->header.device_seq);
  if (!dolen_statement_step (*rival, &found, error))
    return FALSE;
  if (!found)
    g_clear_pointer (rival, dolen_statement_free);
  return TRUE;
}

gboolean
dolen_journal_take (DolenJournal *journal, const DolenJournalRow *row, GError **error)
{
  journal->rows = -1;
  return dolen_journal_insert (journal->insert, row, error);
}

gboolean
dolen_journal_set_aside (DolenJournal *journal, const DolenJournalRow *row, GError **error)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      journal->db,
      "INSERT INTO quarantine (id, device, device_seq, prev, key, nonce, sealed_hash, sealed)"
      " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM quarantine WHERE"
      " (id, device, device_seq, prev, key, nonce, sealed_hash) = (?1, ?2, ?3, ?4, ?5, ?6, ?7))",
      error);

  return insert != NULL && dolen_journal_insert (insert, row, error);
}

gboolean
dolen_journal_tidy_quarantine (DolenJournal *journal, GError **error)
{
  return dolen_db_exec (
      journal->db,
      "DELETE FROM quarantine WHERE EXISTS (SELECT 1 FROM journal j WHERE j.id = quarantine.id"
      " AND (j.device, j.device_seq, j.prev, j.key, j.nonce, j.sealed_hash) = (quarantine.device,"
      " quarantine.device_seq, quarantine.prev, quarantine.key, quarantine.nonce,"
      " quarantine.sealed_hash))",
      error);
}

gboolean
dolen_journal_remove (DolenJournal *journal, gint64 seq, GError **error)
{
  g_autoptr (DolenStatement) remove
             = dolen_db_prepare (journal->db, "DELETE FROM journal WHERE seq = ?1", error);

  journal->rows = -1;
  if (remove == NULL)
    return FALSE;
  dolen_statement_bind_int64 (remove, 1, seq);
  return dolen_statement_run (remove, error);
}

gboolean
dolen_journal_restore (
    DolenJournal *journal, gint64 seq, const guint8 *sealed, gsize size, GError **error)
{
  g_autoptr (DolenStatement) restore = dolen_db_prepare (
      journal->db, "UPDATE journal SET sealed = ?2 WHERE seq = ?1", error);

  if (restore == NULL)
    return FALSE;
  dolen_statement_bind_int64 (restore, 1, seq);
  dolen_statement_bind_blob (restore, 2, sealed, size);
  return dolen_statement_run (restore, error);
}

gboolean
dolen_journal_copy_head (DolenJournal *journal,
                         DolenJournal *other,
                         const guint8 *device,
                         GError **error)
{
  g_autoptr (DolenStatement) head = dolen_db_prepare (
      other->db, "SELECT nonce, sealed FROM head WHERE device = ?1", error);
  gboolean found = FALSE;

  if (head == NULL)
    return FALSE;
  dolen_statement_bind_blob (head, 1, device, DOLEN_ID_SIZE);
  if (!dolen_statement_step (head, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  dolen_statement_bind_blob (journal->head, 1, device, DOLEN_ID_SIZE);
  for (int i = 0; i < 2; i++) {
    gsize size = 0;
    const void *bytes = dolen_statement_get_blob (head, i, &size);

    dolen_statement_bind_blob (journal->head, i + 2, bytes, size);
  }
  return dolen_statement_run (journal->head, error);
}
