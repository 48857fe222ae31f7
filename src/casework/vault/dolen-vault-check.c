/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-check.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-vault-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* First what can be seen from outside, in copies that are read and left alone; then, with a key,
 * what an unlock finds. */
typedef struct {
  DolenVaultReport *report;
  char *folder;           /* (owned) */
  DolenDb *keys;          /* (owned) (nullable) */
  DolenDb *journal;       /* (owned by rows once they are wrapped) (nullable) */
  DolenJournal *rows;     /* (owned) (nullable) */
  GHashTable *wrapped;    /* (owned) GBytes: ids of keys that are there */
  GHashTable *tombstones; /* (owned) GBytes: ids of those destroyed */
} Look;

void
dolen_vault_report_free (DolenVaultReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->problems);
  g_free (report);
}

static void
look_clear (Look *look)
{
  g_free (look->folder);
  dolen_db_close (look->keys);
  if (look->rows != NULL)
    dolen_journal_close (look->rows);
  else
    dolen_db_close (look->journal);
  g_hash_table_unref (look->wrapped);
  g_hash_table_unref (look->tombstones);
}

static void
add_problem (Look *look, int code, const char *key, const char *sentence)
{
  g_ptr_array_add (look->report->problems, dolen_problem_new (code, key, sentence));
}

/* ---- from outside ---- */

static DolenDb *
look_at_file (Look *look, const char *name, const DolenSchema *schema)
{
  g_autofree char *path = g_build_filename (look->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  DolenDb *db = dolen_db_open_copy (path, schema, &error);

  if (db == NULL || !dolen_db_check (db, &error))
    add_problem (look, error->code, name, error->message);
  return db;
}

static GHashTable *
list_ids (DolenDb *db, const char *sql)
{
  GHashTable *ids
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (DolenStatement) row = db != NULL ? dolen_db_prepare (db, sql, NULL) : NULL;
  gboolean found = FALSE;

  while (row != NULL && dolen_statement_step (row, &found, NULL) && found) {
    gsize size = 0;
    const void *id = dolen_statement_get_blob (row, 0, &size);

    g_hash_table_add (ids, g_bytes_new (id, size));
  }
  return ids;
}

static gint64
count_rows (DolenDb *db, const char *sql)
{
  gint64 n = 0;

  if (db != NULL)
    dolen_db_get_int64 (db, sql, &n, NULL);
  return n;
}

static void
count_all (Look *look)
{
  DolenVaultReport *report = look->report;

  report->n_events = count_rows (look->journal, "SELECT count(*) FROM journal");
  report->n_destroyed
      = count_rows (look->journal, "SELECT count(*) FROM journal WHERE sealed IS NULL");
  report->n_quarantined = count_rows (look->journal, "SELECT count(*) FROM quarantine");
  report->n_devices = count_rows (look->journal, "SELECT count(DISTINCT device) FROM journal");
  report->n_drafts = count_rows (look->journal, "SELECT count(*) FROM draft");
  report->n_keys = g_hash_table_size (look->wrapped);
}

static void
look_at_vault_ids (Look *look)
{
  g_autoptr (GHashTable) here = list_ids (look->journal, "SELECT vault FROM vault");
  g_autoptr (GHashTable) there = list_ids (look->keys, "SELECT vault FROM vault");
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, here);
  if (look->journal == NULL || look->keys == NULL
      || (g_hash_table_iter_next (&iter, &id, NULL) && g_hash_table_contains (there, id)))
    return;
  add_problem (
      look, DOLEN_ERROR_NOT_OURS, "vault", _ ("casework.db and keys.db do not belong together."));
}

static void
look_at_device_file (Look *look)
{
  g_autofree char *path = g_build_filename (look->folder, "device", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !dolen_device_looks_right (path))
    add_problem (look,
                 DOLEN_ERROR_OLDER_COPY,
                 "device",
                 _ ("The note of what was last used on this computer (the file “device”) is "
                    "damaged or was altered; the case records may be an older copy."));
}

static void
look_at_drafts (Look *look)
{
  gint64 n = count_rows (look->journal,
                         "SELECT count(*) FROM draft WHERE length (place) != 16 OR length (key) != "
                         "16 OR length (nonce) != 24");

  if (n > 0)
    add_problem (look,
                 DOLEN_ERROR_EVENT_DAMAGED,
                 "draft",
                 /* Translators: a draft (drafft, masc.) is what was being typed in a form. */
                 _ ("A draft in the case records is damaged."));
}

/* ---- rows, without a key ---- */

static DolenOutcome
judge_row (const Look *look, const DolenJournalRow *row)
{
  g_autoptr (GBytes) key = g_bytes_new (row->header.key, DOLEN_ID_SIZE);

  if (row->malformed)
    return DOLEN_ROW_DAMAGED;
  if (row->sealed == NULL || g_hash_table_contains (look->tombstones, key))
    return DOLEN_ROW_REDACTED;
  if (!dolen_journal_row_is_as_hashed (row))
    return DOLEN_ROW_DAMAGED;
  return g_hash_table_contains (look->wrapped, key) ? DOLEN_ROW_OPENED : DOLEN_ROW_NO_KEY;
}

static void
look_at_device (Look *look, DolenChain *chain, GBytes *device)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk (look->rows, device, NULL);
  gboolean found = FALSE;
  DolenJournalRow row;

  dolen_chain_begin_device (chain, device);
  while (rows != NULL && dolen_statement_step (rows, &found, NULL) && found) {
    dolen_journal_read_row (look->rows, rows, &row);
    dolen_chain_see_row (chain, &row, judge_row (look, &row));
  }
  dolen_chain_leave_device (chain);
}

static void
look_at_heads (Look *look)
{
  gint64 n = count_rows (
      look->journal,
      "SELECT count(*) FROM (SELECT DISTINCT device FROM journal) j LEFT JOIN head h ON"
      " h.device = j.device WHERE h.device IS NULL OR length (h.nonce) != 24 OR"
      " length (h.sealed) != 64");

  if (n > 0)
    add_problem (look,
                 DOLEN_ERROR_EVENT_DAMAGED,
                 "head",
                 _ ("The seal at the end of the case records is damaged or was altered; the last "
                    "events may be missing."));
}

/* Part of what each row is bound to. */
static void
read_vault_id (Look *look, guint8 vault[DOLEN_ID_SIZE])
{
  g_autoptr (GHashTable) ids = list_ids (look->journal, "SELECT vault FROM vault");
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, ids);
  if (g_hash_table_iter_next (&iter, &id, NULL) && g_bytes_get_size (id) == DOLEN_ID_SIZE)
    memcpy (vault, g_bytes_get_data (id, NULL), DOLEN_ID_SIZE);
}

static void
look_at_rows (Look *look)
{
  guint8 vault[DOLEN_ID_SIZE] = { 0 };
  g_autoptr (DolenChain) chain = NULL;
  g_autoptr (GPtrArray) devices = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  read_vault_id (look, vault);
  look->rows = dolen_journal_wrap (look->journal, vault, NULL);
  chain = dolen_chain_new (look->rows);
  devices = dolen_journal_list_devices (look->rows, NULL);
  for (guint i = 0; devices != NULL && i < devices->len; i++)
    look_at_device (look, chain, g_ptr_array_index (devices, i));
  problems = dolen_chain_steal_problems (chain);
  g_ptr_array_extend_and_steal (look->report->problems, g_steal_pointer (&problems));
  look_at_heads (look);
}

/* ---- with a key ---- */

static void
look_at_wraps (Look *look, DolenVault *vault)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_keys_get_db (vault->keys),
      "SELECT key, nonce, wrapped, purpose FROM wrapped_key WHERE purpose IN ('person', 'office')",
      NULL);
  gboolean found = FALSE;
  DolenWrapRow wrap;

  while (row != NULL && dolen_statement_step (row, &found, NULL) && found)
    if (!dolen_keys_read_wrap (row, &wrap) || !dolen_keys_opens (vault->keys, &wrap)) {
      add_problem (look,
                   DOLEN_ERROR_KEY_DAMAGED,
                   "wrapped-key",
                   _ ("A key in the keys file (keys.db) is damaged. Bring in a backup copy with "
                      "“dolenctl vault merge”."));
      break;
    }
}

static void
look_at_open_drafts (Look *look, DolenVault *vault)
{
  if (!dolen_vault_drafts_are_sound (vault))
    add_problem (
        look, DOLEN_ERROR_EVENT_DAMAGED, "draft", _ ("A draft in the case records is damaged."));
}

static gboolean
look_inside (Look *look, const char *passphrase, const DolenSecret *recovery_key, GError **error)
{
  g_autoptr (DolenVault) vault
             = dolen_vault_unlock (look->folder, passphrase, recovery_key, NULL, NULL, error);

  if (vault == NULL)
    return FALSE;
  look->report->opened = TRUE;
  for (guint i = 0; i < vault->problems->len; i++) {
    const DolenProblem *problem = g_ptr_array_index (vault->problems, i);
    add_problem (look, problem->code, problem->key, problem->sentence);
  }
  look_at_wraps (look, vault);
  look_at_open_drafts (look, vault);
  return TRUE;
}

DolenVaultReport *
dolen_vault_check (const char *folder,
                   const char *passphrase,
                   const DolenSecret *recovery_key,
                   GError **error)
{
  g_autoptr (DolenVaultReport) report = g_new0 (DolenVaultReport, 1);
  Look look = { .report = report, .folder = g_strdup (folder) };
  gboolean ok = TRUE;

  report->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_problem_free);
  if (!dolen_vault_exists (folder)) {
    g_free (look.folder);
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There are no case records here yet."));
    return NULL;
  }
  look.keys = look_at_file (&look, "keys.db", dolen_keys_schema ());
  look.journal = look_at_file (&look, "casework.db", dolen_journal_schema ());
  look.wrapped = list_ids (look.keys, "SELECT key FROM wrapped_key");
  look.tombstones = list_ids (look.keys, "SELECT key FROM tombstone");
  count_all (&look);
  look_at_vault_ids (&look);
  if (passphrase != NULL || recovery_key != NULL) {
    ok = look_inside (&look, passphrase, recovery_key, error);
  } else {
    look_at_device_file (&look);
    look_at_drafts (&look);
    if (look.journal != NULL)
      look_at_rows (&look);
  }
  look_clear (&look);
  return ok ? g_steal_pointer (&report) : NULL;
}
