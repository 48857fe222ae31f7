/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-keys-private.h"

#include "base/dolen-db-scratch.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-scrub.h"
#include "casework/vault/dolen-tombstone.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

static const char *const migrations[] = {
  "CREATE TABLE vault (id INTEGER PRIMARY KEY CHECK (id = 1), vault BLOB NOT NULL,"
  " office BLOB NOT NULL, version INTEGER NOT NULL) STRICT;"
  "CREATE TABLE slot (id INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE, salt BLOB NOT NULL,"
  " passes INTEGER NOT NULL, memory INTEGER NOT NULL, nonce BLOB NOT NULL, wrapped BLOB NOT NULL,"
  " hash BLOB NOT NULL) STRICT;"
  "CREATE TABLE wrapped_key (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,"
  " purpose TEXT NOT NULL, nonce BLOB NOT NULL, wrapped BLOB NOT NULL) STRICT;"
  "CREATE TABLE tombstone (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, at INTEGER NOT NULL)"
  " STRICT;",
  dolen_holders_schema,
};

static const DolenSchema schema = {
  "keys.db", 0x444c4b31, G_N_ELEMENTS (migrations), migrations, .sheds = TRUE,
};

static guint
hash_id (gconstpointer id)
{
  guint hash;

  memcpy (&hash, id, sizeof hash);
  return hash;
}

static gboolean
equal_ids (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, DOLEN_ID_SIZE) == 0;
}

static gboolean
damaged (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_KEY_DAMAGED, sentence);
  return FALSE;
}

/* Takes @db (nullable). */
static DolenKeys *
new_keys (DolenDb *db)
{
  DolenKeys *keys;

  if (db == NULL)
    return NULL;
  keys = g_new0 (DolenKeys, 1);
  keys->wrapped = g_hash_table_new_full (hash_id, equal_ids, NULL, g_free);
  keys->tombstones = g_hash_table_new_full (hash_id, equal_ids, g_free, NULL);
  keys->current = dolen_secret_new (DOLEN_KEY_SIZE);
  keys->db = db;
  return keys;
}

void
dolen_keys_close (DolenKeys *keys)
{
  if (keys == NULL)
    return;
  dolen_holders_free (keys->holders);
  dolen_secret_free (keys->vault_key);
  dolen_secret_free (keys->current);
  g_hash_table_unref (keys->wrapped);
  g_hash_table_unref (keys->tombstones);
  dolen_db_close (keys->db);
  g_free (keys);
}

gboolean
dolen_keys_exist (const char *path)
{
  g_autoptr (DolenDb) db = NULL;
  gint64 n = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  db = dolen_db_open (path, DOLEN_DB_READ_ONLY, &schema, NULL);
  /* One that cannot be read is there, and is damaged: unlocking says so. */
  return db == NULL || !dolen_db_get_int64 (db, "SELECT count(*) FROM vault", &n, NULL) || n > 0;
}

/* ---- reading ---- */

static gboolean
read_vault (DolenKeys *keys, GError **error)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (keys->db, "SELECT vault, office, version FROM vault", error);
  gboolean found = FALSE;

  if (row == NULL || !dolen_statement_step (row, &found, error))
    return FALSE;
  if (!found) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There are no case records here yet."));
    return FALSE;
  }
  keys->version = dolen_statement_get_int64 (row, 2);
  return (dolen_statement_copy_blob (row, 0, keys->vault, DOLEN_ID_SIZE)
          && dolen_statement_copy_blob (row, 1, keys->office, DOLEN_ID_SIZE))
         || damaged (error, _ ("The keys file (keys.db) is damaged."));
}

static void
remember (DolenKeys *keys, const WrappedKey *wrapped)
{
  WrappedKey *copy = g_memdup2 (wrapped, sizeof *wrapped);

  g_hash_table_replace (keys->wrapped, copy->key, copy);
}

gboolean
dolen_keys_read_wrap (DolenStatement *row, DolenWrapRow *wrap)
{
  wrap->purpose
      = g_strcmp0 (dolen_statement_get_text (row, 3), "office") == 0 ? "office" : "person";
  return dolen_statement_copy_blob (row, 0, wrap->key, DOLEN_ID_SIZE)
         && dolen_statement_copy_blob (row, 1, wrap->nonce, DOLEN_NONCE_SIZE)
         && dolen_statement_copy_blob (row, 2, wrap->wrapped, DOLEN_WRAPPED_SIZE);
}

static gboolean
read_wrapped (DolenKeys *keys, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      keys->db, "SELECT key, nonce, wrapped, purpose FROM wrapped_key", error);
  gboolean found = FALSE, ok;
  WrappedKey one;

  if (row == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (row, &found, error)) && found)
    /* A row of the wrong size is a key that is not there; its events say so. */
    if (dolen_keys_read_wrap (row, &one))
      remember (keys, &one);
  return ok;
}

static gboolean
read_tombstones (DolenKeys *keys, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (keys->db, "SELECT key FROM tombstone", error);
  gboolean found = FALSE, ok;
  guint8 key[DOLEN_ID_SIZE];

  if (row == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (row, &found, error)) && found)
    if (dolen_statement_copy_blob (row, 0, key, DOLEN_ID_SIZE)) {
      g_hash_table_add (keys->tombstones, g_memdup2 (key, DOLEN_ID_SIZE));
      g_hash_table_remove (keys->wrapped, key);
    }
  return ok;
}

static gboolean
read_all (DolenKeys *keys, GError **error)
{
  return read_vault (keys, error) && read_wrapped (keys, error) && read_tombstones (keys, error);
}

DolenKeys *
dolen_keys_open (const char *path, GError **error)
{
  g_autoptr (DolenKeys) keys = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    damaged (error,
             _ ("The keys file (keys.db) is missing; without it the case records cannot be "
                "opened."));
    return NULL;
  }
  keys = new_keys (dolen_db_open (path, DOLEN_DB_READ_WRITE, &schema, error));
  return keys != NULL && read_all (keys, error) ? g_steal_pointer (&keys) : NULL;
}

DolenKeys *
dolen_keys_open_image (GBytes *image, GError **error)
{
  g_autoptr (DolenKeys) keys = new_keys (dolen_db_open_image (image, &schema, error));

  return keys != NULL && read_all (keys, error) ? g_steal_pointer (&keys) : NULL;
}

DolenKeys *
dolen_keys_open_scratch (GBytes *image, GError **error)
{
  g_autoptr (DolenKeys) keys = new_keys (dolen_db_open_scratch (image, &schema, error));

  return keys != NULL && read_all (keys, error) ? g_steal_pointer (&keys) : NULL;
}

GBytes *
dolen_keys_serialize (DolenKeys *keys, GError **error)
{
  return dolen_db_serialize (keys->db, error);
}

GPtrArray *
dolen_keys_list_destroyed (DolenKeys *keys)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys->tombstones);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (list, g_bytes_new (key, DOLEN_ID_SIZE));
  return list;
}

/* ---- writing ---- */

static gboolean
count_write (DolenKeys *keys, GError **error)
{
  return dolen_db_exec (keys->db, "UPDATE vault SET version = version + 1", error);
}

gboolean
dolen_keys_store_wrap (DolenKeys *keys, const DolenWrapRow *wrap, gboolean replace, GError **error)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      keys->db,
      replace ? "INSERT OR REPLACE INTO wrapped_key (key, purpose, nonce, wrapped)"
                " VALUES (?1, ?2, ?3, ?4)"
              : "INSERT INTO wrapped_key (key, purpose, nonce, wrapped) VALUES (?1, ?2, ?3, ?4)",
      error);

  if (insert == NULL)
    return FALSE;
  dolen_statement_bind_blob (insert, 1, wrap->key, DOLEN_ID_SIZE);
  dolen_statement_bind_text (insert, 2, wrap->purpose);
  dolen_statement_bind_blob (insert, 3, wrap->nonce, DOLEN_NONCE_SIZE);
  dolen_statement_bind_blob (insert, 4, wrap->wrapped, DOLEN_WRAPPED_SIZE);
  return dolen_statement_run (insert, error);
}

static DolenWrap
describe (DolenKeys *keys, const guint8 *key, const char *purpose)
{
  DolenWrap wrap = { .purpose = purpose };

  memcpy (wrap.vault, keys->vault, DOLEN_ID_SIZE);
  memcpy (wrap.key, key, DOLEN_ID_SIZE);
  return wrap;
}

static void
make_wrapped (DolenKeys *keys, const guint8 *key, const char *purpose, WrappedKey *wrapped)
{
  g_autoptr (DolenSecret) fresh = dolen_secret_new_random ();
  DolenWrap wrap = describe (keys, key, purpose);

  memcpy (wrapped->key, key, DOLEN_ID_SIZE);
  wrapped->purpose = purpose;
  randombytes_buf (wrapped->nonce, DOLEN_NONCE_SIZE);
  dolen_wrap_key (keys->vault_key, &wrap, wrapped->nonce, fresh, wrapped->wrapped);
}

gboolean
dolen_keys_add (DolenKeys *keys, const guint8 *key, GError **error)
{
  g_autoptr (DolenTransaction) transaction = NULL;
  WrappedKey wrapped;

  g_return_val_if_fail (keys->vault_key != NULL, FALSE);
  if (g_hash_table_contains (keys->wrapped, key))
    return TRUE;
  if (dolen_keys_is_destroyed (keys, key)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, _ ("This person’s record was erased."));
    return FALSE;
  }
  make_wrapped (keys, key, "person", &wrapped);
  transaction = dolen_transaction_begin (keys->db, error);
  if (transaction == NULL || !dolen_keys_store_wrap (keys, &wrapped, FALSE, error)
      || !count_write (keys, error) || !dolen_transaction_commit (transaction, error))
    return FALSE;
  keys->version++;
  remember (keys, &wrapped);
  return TRUE;
}

gboolean
dolen_keys_destroy (DolenKeys *keys, const guint8 *key, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (keys->db, error);

  if (transaction == NULL || !dolen_tombstone_put (keys->db, key, dolen_time_now (), error)
      || !count_write (keys, error) || !dolen_transaction_commit (transaction, error))
    return FALSE;
  keys->version++;
  keys->has_current = FALSE;
  sodium_memzero (dolen_secret_bytes (keys->current), DOLEN_KEY_SIZE);
  g_hash_table_add (keys->tombstones, g_memdup2 (key, DOLEN_ID_SIZE));
  g_hash_table_remove (keys->wrapped, key);
  dolen_keys_scrub (keys);
  return TRUE;
}

void
dolen_keys_scrub (DolenKeys *keys)
{
  keys->remains = !dolen_scrub (keys->db);
}

gboolean
dolen_keys_has_remains (DolenKeys *keys)
{
  return keys->remains;
}

gboolean
dolen_keys_is_destroyed (DolenKeys *keys, const guint8 *key)
{
  return g_hash_table_contains (keys->tombstones, key);
}

gboolean
dolen_keys_read_again (DolenKeys *keys, GError **error)
{
  keys->has_current = FALSE;
  g_hash_table_remove_all (keys->wrapped);
  g_hash_table_remove_all (keys->tombstones);
  return read_all (keys, error)
         && (keys->holders == NULL || dolen_holders_read_again (keys->holders, error));
}

const DolenSchema *
dolen_keys_schema (void)
{
  return &schema;
}

gboolean
dolen_keys_opens (DolenKeys *keys, const DolenWrapRow *row)
{
  g_autoptr (DolenSecret) opened = dolen_secret_new (DOLEN_KEY_SIZE);
  DolenWrap wrap = describe (keys, row->key, row->purpose);

  return dolen_unwrap_key (keys->vault_key, &wrap, row->nonce, row->wrapped, opened);
}

const DolenSecret *
dolen_keys_get (DolenKeys *keys, const guint8 *key)
{
  const WrappedKey *wrapped;
  DolenWrap wrap;

  if (keys->has_current && equal_ids (keys->current_id, key))
    return keys->current;
  wrapped = g_hash_table_lookup (keys->wrapped, key);
  if (wrapped == NULL || keys->vault_key == NULL)
    return NULL;
  wrap = describe (keys, key, wrapped->purpose);
  keys->has_current
      = dolen_unwrap_key (keys->vault_key, &wrap, wrapped->nonce, wrapped->wrapped, keys->current);
  memcpy (keys->current_id, key, DOLEN_ID_SIZE);
  return keys->has_current ? keys->current : NULL;
}

/* ---- a new vault ---- */

static gboolean
write_new (DolenKeys *keys, const WrappedKey *office, GError **error)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      keys->db, "INSERT INTO vault (id, vault, office, version) VALUES (1, ?1, ?2, 1)", error);

  if (insert == NULL)
    return FALSE;
  dolen_statement_bind_blob (insert, 1, keys->vault, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (insert, 2, keys->office, DOLEN_ID_SIZE);
  return dolen_statement_run (insert, error) && dolen_keys_store_wrap (keys, office, FALSE, error);
}

/* In one transaction: the vault, its first worker, the recovery key. */
static gboolean
fill_new (DolenKeys *keys,
          const char *passphrase,
          const DolenSecret *recovery_key,
          DolenPassphraseCost cost,
          GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (keys->db, error);
  WrappedKey office;

  make_wrapped (keys, keys->office, "office", &office);
  if (transaction == NULL || !write_new (keys, &office, error)
      || !dolen_holders_set_recovery_key (keys->holders, recovery_key, error)
      || !dolen_holders_add (keys->holders, NULL, DOLEN_ROLE_LEAD, passphrase, cost, NULL, error)
      || !dolen_transaction_commit (transaction, error))
    return FALSE;
  remember (keys, &office);
  return TRUE;
}

DolenKeys *
dolen_keys_create (const char *path,
                   const char *passphrase,
                   const DolenSecret *recovery_key,
                   DolenPassphraseCost cost,
                   GError **error)
{
  g_autoptr (DolenKeys) keys = NULL;

  if (dolen_keys_exist (path)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, _ ("There are case records here already."));
    return NULL;
  }
  keys = new_keys (dolen_db_open (path, DOLEN_DB_READ_WRITE, &schema, error));
  if (keys == NULL)
    return NULL;
  randombytes_buf (keys->vault, DOLEN_ID_SIZE);
  randombytes_buf (keys->office, DOLEN_ID_SIZE);
  keys->version = 1;
  if (!dolen_keys_take (keys, dolen_secret_new_random (), NULL, NULL, error)
      || !fill_new (keys, passphrase, recovery_key, cost, error))
    return NULL;
  return dolen_keys_unlock (keys, passphrase, error) ? g_steal_pointer (&keys) : NULL;
}

DolenHolders *
dolen_keys_get_holders (DolenKeys *keys)
{
  return keys->holders;
}

DolenDb *
dolen_keys_get_db (DolenKeys *keys)
{
  return keys->db;
}

const guint8 *
dolen_keys_get_vault (DolenKeys *keys)
{
  return keys->vault;
}

const guint8 *
dolen_keys_get_office (DolenKeys *keys)
{
  return keys->office;
}

gint64
dolen_keys_get_version (DolenKeys *keys)
{
  return keys->version;
}

DolenSecret *
dolen_keys_derive (DolenKeys *keys, const char *purpose)
{
  g_return_val_if_fail (keys->vault_key != NULL, NULL);
  return dolen_secret_derive (keys->vault_key, purpose, keys->vault, DOLEN_ID_SIZE);
}
