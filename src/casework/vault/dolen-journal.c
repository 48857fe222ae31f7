/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-journal-private.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define HEAD_LABEL "dolen-head-1"

static const char *const migrations[] = {
  "CREATE TABLE vault (id INTEGER PRIMARY KEY CHECK (id = 1), vault BLOB NOT NULL) STRICT;"
  "CREATE TABLE journal (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,"
  " device BLOB NOT NULL, device_seq INTEGER NOT NULL, prev BLOB NOT NULL, key BLOB NOT NULL,"
  " nonce BLOB NOT NULL, sealed_hash BLOB NOT NULL, sealed BLOB,"
  " UNIQUE (device, device_seq)) STRICT;"
  "CREATE INDEX journal_key ON journal (key);"
  "CREATE TABLE head (device BLOB PRIMARY KEY, nonce BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;"
  "CREATE TABLE quarantine (seq INTEGER PRIMARY KEY, id BLOB NOT NULL,"
  " device BLOB NOT NULL, device_seq INTEGER NOT NULL, prev BLOB NOT NULL, key BLOB NOT NULL,"
  " nonce BLOB NOT NULL, sealed_hash BLOB NOT NULL, sealed BLOB) STRICT;"
  "CREATE TABLE draft (place BLOB PRIMARY KEY, key BLOB NOT NULL, nonce BLOB NOT NULL,"
  " sealed BLOB NOT NULL) STRICT;",
};

static const DolenSchema schema = {
  "casework.db", 0x444c4a31, G_N_ELEMENTS (migrations), migrations, .sheds = TRUE,
};

/* ---- opening ---- */

static gboolean
take_vault (DolenJournal *journal, GError **error)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      journal->db, "INSERT INTO vault (id, vault) VALUES (1, ?1)", error);

  if (insert == NULL)
    return FALSE;
  dolen_statement_bind_blob (insert, 1, journal->vault, DOLEN_ID_SIZE);
  return dolen_statement_run (insert, error);
}

static gboolean
check_vault (DolenJournal *journal, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (journal->db, "SELECT vault FROM vault", error);
  guint8 vault[DOLEN_ID_SIZE];
  gboolean found = FALSE;

  if (row == NULL || !dolen_statement_step (row, &found, error))
    return FALSE;
  if (!found)
    return take_vault (journal, error);
  if (dolen_statement_copy_blob (row, 0, vault, sizeof vault)
      && memcmp (vault, journal->vault, sizeof vault) == 0)
    return TRUE;
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_OURS,
                       _ ("casework.db and keys.db do not belong together."));
  return FALSE;
}

static gboolean
prepare (DolenJournal *journal, GError **error)
{
  journal->insert = dolen_db_prepare (
      journal->db,
      "INSERT INTO journal (id, device, device_seq, prev, key, nonce, sealed_hash, sealed)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  journal->head = journal->insert != NULL ? dolen_db_prepare (
                      journal->db,
                      "INSERT OR REPLACE INTO head (device, nonce, sealed) VALUES (?1, ?2, ?3)",
                      error)
                                          : NULL;
  return journal->head != NULL;
}

/* Takes @db (nullable) and @head_key. */
static DolenJournal *
open_on (DolenDb *db, const guint8 *vault, DolenSecret *head_key, GError **error)
{
  g_autoptr (DolenJournal) journal = g_new0 (DolenJournal, 1);

  journal->head_key = head_key;
  journal->rows = -1;
  memcpy (journal->vault, vault, DOLEN_ID_SIZE);
  journal->db = db;
  if (journal->db == NULL || !check_vault (journal, error) || !prepare (journal, error))
    return NULL;
  return g_steal_pointer (&journal);
}

DolenJournal *
dolen_journal_open (const char *path, const guint8 *vault, DolenSecret *head_key, GError **error)
{
  return open_on (
      dolen_db_open (path, DOLEN_DB_READ_WRITE, &schema, error), vault, head_key, error);
}

DolenJournal *
dolen_journal_open_image (GBytes *image, const guint8 *vault, DolenSecret *head_key, GError **error)
{
  return open_on (dolen_db_open_image (image, &schema, error), vault, head_key, error);
}

/* Whether it is this vault's journal at all: something in it opens. */
static gboolean
has_own_head (DolenJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) devices = dolen_journal_list_devices (journal, error);
  DolenHead head;

  for (guint i = 0; devices != NULL && i < devices->len; i++) {
    GBytes *device = g_ptr_array_index (devices, i);

    if (g_bytes_get_size (device) == DOLEN_ID_SIZE
        && dolen_journal_read_head (journal, g_bytes_get_data (device, NULL), &head)
               == DOLEN_HEAD_GOOD)
      return TRUE;
  }
  g_clear_error (error);
  g_set_error_literal (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_CORRUPT,
      _ ("casework.db is damaged so much that nothing in it can be read. Put a backup copy in its "
         "place."));
  return FALSE;
}

DolenJournal *
dolen_journal_open_salvaged (const char *path,
                             const guint8 *vault,
                             DolenSecret *head_key,
                             GError **error)
{
  g_autoptr (DolenSecret) key
             = dolen_secret_new_from (dolen_secret_peek (head_key), dolen_secret_size (head_key));
  gint64 n = 0;
  DolenDb *db = dolen_db_salvage (path, &schema, &n, NULL);
  g_autoptr (DolenJournal) journal = NULL;

  journal = open_on (db, vault, head_key, NULL);
  /* Its page, too, may be the damaged one; then a seal of this vault's must speak for it. */
  if (journal == NULL && (db = dolen_db_salvage (path, &schema, &n, error)) != NULL) {
    dolen_db_exec (db, "DELETE FROM vault", NULL);
    journal = open_on (
        db, vault, dolen_secret_new_from (dolen_secret_peek (key), DOLEN_KEY_SIZE), error);
    if (journal != NULL && !has_own_head (journal, error))
      return NULL;
  }
  if (journal == NULL || !dolen_journal_tidy_quarantine (journal, error))
    return NULL;
  return g_steal_pointer (&journal);
}

DolenJournal *
dolen_journal_wrap (DolenDb *db, const guint8 *vault, DolenSecret *head_key)
{
  DolenJournal *journal = g_new0 (DolenJournal, 1);

  journal->db = db;
  journal->head_key = head_key;
  journal->rows = -1;
  memcpy (journal->vault, vault, DOLEN_ID_SIZE);
  return journal;
}

const DolenSchema *
dolen_journal_schema (void)
{
  return &schema;
}

void
dolen_journal_close (DolenJournal *journal)
{
  if (journal == NULL)
    return;
  dolen_statement_free (journal->insert);
  dolen_statement_free (journal->head);
  dolen_db_close (journal->db);
  dolen_secret_free (journal->head_key);
  g_free (journal);
}

DolenDb *
dolen_journal_get_db (DolenJournal *journal)
{
  return journal->db;
}

/* ---- writing ---- */

gboolean
dolen_journal_insert (DolenStatement *insert, const DolenJournalRow *row, GError **error)
{
  const DolenHeader *header = &row->header;

  dolen_statement_bind_blob (insert, 1, header->id, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (insert, 2, header->device, DOLEN_ID_SIZE);
  dolen_statement_bind_int64 (insert, 3, (gint64) header->device_seq);
  dolen_statement_bind_blob (insert, 4, header->prev, DOLEN_HASH_SIZE);
  dolen_statement_bind_blob (insert, 5, header->key, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (insert, 6, header->nonce, DOLEN_NONCE_SIZE);
  dolen_statement_bind_blob (insert, 7, header->sealed_hash, DOLEN_HASH_SIZE);
  dolen_statement_bind_blob (insert, 8, row->sealed, row->sealed_size);
  return dolen_statement_run (insert, error);
}

static void
associate_head (DolenJournal *journal, const guint8 *device, guint8 *associated)
{
  memcpy (associated, HEAD_LABEL, sizeof HEAD_LABEL - 1);
  memcpy (associated + sizeof HEAD_LABEL - 1, journal->vault, DOLEN_ID_SIZE);
  memcpy (associated + sizeof HEAD_LABEL - 1 + DOLEN_ID_SIZE, device, DOLEN_ID_SIZE);
}

#define HEAD_ASSOCIATED_SIZE (sizeof HEAD_LABEL - 1 + 2 * DOLEN_ID_SIZE)

static void
encode_head (const DolenHead *head, guint8 plain[DOLEN_HEAD_SIZE])
{
  guint64 device_seq = GUINT64_TO_BE (head->device_seq), rows = GUINT64_TO_BE (head->rows);

  memcpy (plain, &device_seq, 8);
  memcpy (plain + 8, head->hash, DOLEN_HASH_SIZE);
  memcpy (plain + 8 + DOLEN_HASH_SIZE, &rows, 8);
}

static gboolean
write_head (DolenJournal *journal, const DolenHeader *last, gint64 rows, GError **error)
{
  guint8 associated[HEAD_ASSOCIATED_SIZE], plain[DOLEN_HEAD_SIZE], nonce[DOLEN_NONCE_SIZE];
  guint8 sealed[DOLEN_HEAD_SIZE + DOLEN_TAG_SIZE];
  DolenHead head = { .device_seq = last->device_seq, .rows = (guint64) rows };

  dolen_header_hash (last, head.hash);
  encode_head (&head, plain);
  associate_head (journal, last->device, associated);
  randombytes_buf (nonce, sizeof nonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed,
                                              NULL,
                                              plain,
                                              sizeof plain,
                                              associated,
                                              sizeof associated,
                                              NULL,
                                              nonce,
                                              dolen_secret_peek (journal->head_key));
  dolen_statement_bind_blob (journal->head, 1, last->device, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (journal->head, 2, nonce, sizeof nonce);
  dolen_statement_bind_blob (journal->head, 3, sealed, sizeof sealed);
  return dolen_statement_run (journal->head, error);
}

gboolean
dolen_journal_append (DolenJournal *journal, DolenJournalRow *row, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (journal->db, error);
  gint64 rows = 0;

  if (transaction == NULL || !dolen_journal_count (journal, &rows, error))
    return FALSE;
  journal->rows = -1;
  if (!dolen_journal_insert (journal->insert, row, error))
    return FALSE;
  row->seq = dolen_db_last_id (journal->db);
  if (!write_head (journal, &row->header, rows + 1, error)
      || !dolen_transaction_commit (transaction, error))
    return FALSE;
  journal->rows = rows + 1;
  return TRUE;
}

void
dolen_journal_recount (DolenJournal *journal)
{
  journal->rows = -1;
}

gboolean
dolen_journal_count (DolenJournal *journal, gint64 *rows, GError **error)
{
  if (journal->rows < 0
      && !dolen_db_get_int64 (journal->db, "SELECT count(*) FROM journal", &journal->rows, error))
    return FALSE;
  *rows = journal->rows;
  return TRUE;
}

/* ---- reading ---- */

GPtrArray *
dolen_journal_list_devices (DolenJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) devices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      journal->db,
      "SELECT device, min(first) FROM (SELECT device, min(seq) AS first FROM"
      " journal GROUP BY device UNION ALL SELECT device, 9223372036854775807 FROM head)"
      " GROUP BY device ORDER BY 2, 1",
      error);
  gboolean found = FALSE, ok;

  if (row == NULL)
    return NULL;
  while ((ok = dolen_statement_step (row, &found, error)) && found) {
    gsize size = 0;
    const void *device = dolen_statement_get_blob (row, 0, &size);

    g_ptr_array_add (devices, g_bytes_new (device, size));
  }
  return ok ? g_steal_pointer (&devices) : NULL;
}

DolenStatement *
dolen_journal_walk (DolenJournal *journal, GBytes *device, GError **error)
{
  DolenStatement *statement = dolen_db_prepare (
      journal->db,
      "SELECT " DOLEN_JOURNAL_COLUMNS " FROM journal WHERE device = ?1 ORDER BY device_seq",
      error);

  if (statement != NULL)
    dolen_statement_bind_blob (
        statement, 1, g_bytes_get_data (device, NULL), g_bytes_get_size (device));
  return statement;
}

DolenStatement *
dolen_journal_walk_places (DolenJournal *journal, GError **error)
{
  return dolen_db_prepare (journal->db,
                           "SELECT " DOLEN_JOURNAL_COLUMNS " FROM journal WHERE seq = ?1 UNION ALL"
                           " SELECT " DOLEN_QUARANTINE_COLUMNS " FROM quarantine WHERE seq = -?1",
                           error);
}

void
dolen_journal_forget_pages (DolenJournal *journal)
{
  sqlite3_db_release_memory (dolen_db_get_handle (journal->db));
}

DolenStatement *
dolen_journal_find (DolenJournal *journal, const guint8 *id, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (
      journal->db,
      "SELECT " DOLEN_JOURNAL_COLUMNS " FROM journal WHERE id = ?1 UNION ALL"
      " SELECT " DOLEN_QUARANTINE_COLUMNS " FROM quarantine WHERE id = ?1",
      error);
  gboolean found = FALSE;

  if (statement == NULL)
    return NULL;
  dolen_statement_bind_blob (statement, 1, id, DOLEN_ID_SIZE);
  if (!dolen_statement_step (statement, &found, error))
    return NULL;
  if (!found) {
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such entry."));
    return NULL;
  }
  return g_steal_pointer (&statement);
}

void
dolen_journal_read_row (DolenJournal *journal, DolenStatement *statement, DolenJournalRow *row)
{
  DolenHeader *header = &row->header;

  memset (row, 0, sizeof *row);
  memcpy (header->vault, journal->vault, DOLEN_ID_SIZE);
  row->seq = dolen_statement_get_int64 (statement, 0);
  header->device_seq = (guint64) dolen_statement_get_int64 (statement, 3);
  /* Each is read even where another has the wrong size. */
  row->malformed |= !dolen_statement_copy_blob (statement, 1, header->id, DOLEN_ID_SIZE);
  row->malformed |= !dolen_statement_copy_blob (statement, 2, header->device, DOLEN_ID_SIZE);
  row->malformed |= !dolen_statement_copy_blob (statement, 4, header->prev, DOLEN_HASH_SIZE);
  row->malformed |= !dolen_statement_copy_blob (statement, 5, header->key, DOLEN_ID_SIZE);
  row->malformed |= !dolen_statement_copy_blob (statement, 6, header->nonce, DOLEN_NONCE_SIZE);
  row->malformed |= !dolen_statement_copy_blob (statement, 7, header->sealed_hash, DOLEN_HASH_SIZE);
  if (!dolen_statement_is_null (statement, 8))
    row->sealed = dolen_statement_get_blob (statement, 8, &row->sealed_size);
}

gboolean
dolen_journal_row_is_as_hashed (const DolenJournalRow *row)
{
  guint8 hash[DOLEN_HASH_SIZE];

  dolen_hash (row->sealed, row->sealed_size, hash);
  return memcmp (hash, row->header.sealed_hash, sizeof hash) == 0;
}

DolenHeadState
dolen_journal_read_head (DolenJournal *journal, const guint8 *device, DolenHead *head)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      journal->db, "SELECT nonce, sealed FROM head WHERE device = ?1", NULL);
  guint8 associated[HEAD_ASSOCIATED_SIZE], plain[DOLEN_HEAD_SIZE], nonce[DOLEN_NONCE_SIZE];
  guint8 sealed[DOLEN_HEAD_SIZE + DOLEN_TAG_SIZE];
  gboolean found = FALSE;

  if (row == NULL)
    return DOLEN_HEAD_DAMAGED;
  dolen_statement_bind_blob (row, 1, device, DOLEN_ID_SIZE);
  if (!dolen_statement_step (row, &found, NULL))
    return DOLEN_HEAD_DAMAGED;
  if (!found)
    return DOLEN_HEAD_MISSING;
  associate_head (journal, device, associated);
  if (!dolen_statement_copy_blob (row, 0, nonce, sizeof nonce)
      || !dolen_statement_copy_blob (row, 1, sealed, sizeof sealed)
      || crypto_aead_xchacha20poly1305_ietf_decrypt (plain,
                                                     NULL,
                                                     NULL,
                                                     sealed,
                                                     sizeof sealed,
                                                     associated,
                                                     sizeof associated,
                                                     nonce,
                                                     dolen_secret_peek (journal->head_key))
             != 0)
    return DOLEN_HEAD_DAMAGED;
  memcpy (&head->device_seq, plain, 8);
  memcpy (head->hash, plain + 8, DOLEN_HASH_SIZE);
  memcpy (&head->rows, plain + 8 + DOLEN_HASH_SIZE, 8);
  head->device_seq = GUINT64_FROM_BE (head->device_seq);
  head->rows = GUINT64_FROM_BE (head->rows);
  return DOLEN_HEAD_GOOD;
}

/* ---- destroying ---- */

static gboolean
run_with_blob (DolenJournal *journal, const char *sql, const guint8 *blob, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (journal->db, sql, error);

  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_blob (statement, 1, blob, DOLEN_ID_SIZE);
  return dolen_statement_run (statement, error);
}

gboolean
dolen_journal_redact (DolenJournal *journal, const guint8 *id, GError **error)
{
  return run_with_blob (journal, "UPDATE journal SET sealed = NULL WHERE id = ?1", id, error)
         && run_with_blob (journal, "UPDATE quarantine SET sealed = NULL WHERE id = ?1", id, error);
}

gboolean
dolen_journal_redact_key (DolenJournal *journal, const guint8 *key, GError **error)
{
  return run_with_blob (journal, "UPDATE journal SET sealed = NULL WHERE key = ?1", key, error)
         && run_with_blob (
             journal, "UPDATE quarantine SET sealed = NULL WHERE key = ?1", key, error)
         && run_with_blob (journal, "DELETE FROM draft WHERE key = ?1", key, error);
}

static gboolean
count_with_blob (
    DolenJournal *journal, const char *sql, const guint8 *blob, gint64 *n, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (journal->db, sql, error);
  gboolean found = FALSE;

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_blob (row, 1, blob, DOLEN_ID_SIZE);
  if (!dolen_statement_step (row, &found, error))
    return FALSE;
  *n = dolen_statement_get_int64 (row, 0);
  return TRUE;
}

gboolean
dolen_journal_count_of (
    DolenJournal *journal, const guint8 *key, gint64 *events, gint64 *drafts, GError **error)
{
  return count_with_blob (journal,
                          "SELECT count(*) FROM journal WHERE key = ?1 AND sealed IS NOT NULL",
                          key,
                          events,
                          error)
         && count_with_blob (
             journal, "SELECT count(*) FROM draft WHERE key = ?1", key, drafts, error);
}

/* ---- drafts ---- */

gboolean
dolen_journal_put_draft (DolenJournal *journal, const DolenDraftRow *draft, GError **error)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      journal->db,
      "INSERT OR REPLACE INTO draft (place, key, nonce, sealed) VALUES (?1, ?2, ?3, ?4)",
      error);

  if (insert == NULL)
    return FALSE;
  dolen_statement_bind_blob (insert, 1, draft->place, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (insert, 2, draft->key, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (insert, 3, draft->nonce, DOLEN_NONCE_SIZE);
  dolen_statement_bind_blob (insert, 4, draft->sealed, draft->sealed_size);
  return dolen_statement_run (insert, error);
}

gboolean
dolen_journal_drop_draft (DolenJournal *journal, const guint8 *place, GError **error)
{
  return run_with_blob (journal, "DELETE FROM draft WHERE place = ?1", place, error);
}

DolenStatement *
dolen_journal_walk_drafts (DolenJournal *journal, const guint8 *place, GError **error)
{
  DolenStatement *statement = dolen_db_prepare (
      journal->db,
      "SELECT place, key, nonce, sealed FROM draft WHERE ?1 IS NULL OR place = ?1",
      error);

  if (statement != NULL)
    dolen_statement_bind_blob (statement, 1, place, DOLEN_ID_SIZE);
  return statement;
}

gboolean
dolen_journal_read_draft (DolenStatement *statement, DolenDraftRow *draft)
{
  draft->sealed = dolen_statement_get_blob (statement, 3, &draft->sealed_size);
  return dolen_statement_copy_blob (statement, 0, draft->place, DOLEN_ID_SIZE)
         && dolen_statement_copy_blob (statement, 1, draft->key, DOLEN_ID_SIZE)
         && dolen_statement_copy_blob (statement, 2, draft->nonce, DOLEN_NONCE_SIZE);
}
