/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-key-slot.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define PASSPHRASE "passphrase"
#define RECOVERY "recovery"

typedef struct {
  guint8 salt[DOLEN_SALT_SIZE]; /* zero in the recovery slot */
  DolenPassphraseCost cost;     /* zero in the recovery slot */
  guint8 nonce[DOLEN_NONCE_SIZE];
  guint8 wrapped[DOLEN_WRAPPED_SIZE];
  guint8 hash[DOLEN_HASH_SIZE];
} Slot;

static void
hash_slot (const Slot *slot, const char *kind, const guint8 *vault, guint8 *hash)
{
  crypto_generichash_state state;
  guint64 passes = GUINT64_TO_BE (slot->cost.passes), memory = GUINT64_TO_BE (slot->cost.memory);
  guint8 purpose[16] = { 0 };

  memcpy (purpose, kind, strlen (kind));
  crypto_generichash_init (&state, NULL, 0, DOLEN_HASH_SIZE);
  crypto_generichash_update (&state, (const guint8 *) "dolen-slot-1", 12);
  crypto_generichash_update (&state, vault, DOLEN_ID_SIZE);
  crypto_generichash_update (&state, purpose, sizeof purpose);
  crypto_generichash_update (&state, slot->salt, sizeof slot->salt);
  crypto_generichash_update (&state, (const guint8 *) &passes, sizeof passes);
  crypto_generichash_update (&state, (const guint8 *) &memory, sizeof memory);
  crypto_generichash_update (&state, slot->nonce, sizeof slot->nonce);
  crypto_generichash_update (&state, slot->wrapped, sizeof slot->wrapped);
  crypto_generichash_final (&state, hash, DOLEN_HASH_SIZE);
}

static gboolean
fail_damaged (const char *kind, GError **error)
{
  g_set_error_literal (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_KEY_DAMAGED,
      g_str_equal (kind, PASSPHRASE)
          ? _ ("The place where the passphrase is checked is damaged (keys.db). The passphrase may "
               "be right; the recovery key still opens the case records.")
          : _ ("The place where the recovery key is checked is damaged (keys.db). The passphrase "
               "still opens the case records."));
  return FALSE;
}

static gboolean
read_slot (DolenDb *db, const char *kind, const guint8 *vault, Slot *slot, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      db, "SELECT salt, passes, memory, nonce, wrapped, hash FROM slot WHERE kind = ?1", error);
  gboolean found = FALSE;
  guint8 hash[DOLEN_HASH_SIZE];

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_text (row, 1, kind);
  if (!dolen_statement_step (row, &found, error))
    return FALSE;
  if (!found || !dolen_statement_copy_blob (row, 0, slot->salt, sizeof slot->salt)
      || !dolen_statement_copy_blob (row, 3, slot->nonce, sizeof slot->nonce)
      || !dolen_statement_copy_blob (row, 4, slot->wrapped, sizeof slot->wrapped)
      || !dolen_statement_copy_blob (row, 5, slot->hash, sizeof slot->hash))
    return fail_damaged (kind, error);
  slot->cost.passes = (guint64) dolen_statement_get_int64 (row, 1);
  slot->cost.memory = (guint64) dolen_statement_get_int64 (row, 2);
  hash_slot (slot, kind, vault, hash);
  return memcmp (hash, slot->hash, sizeof hash) == 0 || fail_damaged (kind, error);
}

static gboolean
store_slot (DolenDb *db, const char *kind, const Slot *slot, GError **error)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (
      db,
      "INSERT OR REPLACE INTO slot (kind, salt, passes, memory, nonce, wrapped,"
      " hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      error);

  if (insert == NULL)
    return FALSE;
  dolen_statement_bind_text (insert, 1, kind);
  dolen_statement_bind_blob (insert, 2, slot->salt, sizeof slot->salt);
  dolen_statement_bind_int64 (insert, 3, (gint64) slot->cost.passes);
  dolen_statement_bind_int64 (insert, 4, (gint64) slot->cost.memory);
  dolen_statement_bind_blob (insert, 5, slot->nonce, sizeof slot->nonce);
  dolen_statement_bind_blob (insert, 6, slot->wrapped, sizeof slot->wrapped);
  dolen_statement_bind_blob (insert, 7, slot->hash, sizeof slot->hash);
  return dolen_statement_run (insert, error);
}

/* The vault key's own id is the vault's. */
static DolenWrap
describe (const guint8 *vault, const char *kind)
{
  DolenWrap wrap = { .purpose = kind };

  memcpy (wrap.vault, vault, DOLEN_ID_SIZE);
  memcpy (wrap.key, vault, DOLEN_ID_SIZE);
  return wrap;
}

static gboolean
write_slot (DolenDb *db,
            const char *kind,
            const guint8 *vault,
            const DolenSecret *wrapping,
            const DolenSecret *vault_key,
            Slot *slot,
            GError **error)
{
  DolenWrap wrap = describe (vault, kind);

  randombytes_buf (slot->nonce, sizeof slot->nonce);
  dolen_wrap_key (wrapping, &wrap, slot->nonce, vault_key, slot->wrapped);
  hash_slot (slot, kind, vault, slot->hash);
  return store_slot (db, kind, slot, error);
}

gboolean
dolen_key_slot_has_passphrase (DolenDb *db)
{
  gint64 n = 0;

  return dolen_db_get_int64 (db, "SELECT count(*) FROM slot WHERE kind = 'passphrase'", &n, NULL)
         && n > 0;
}

DolenPassphraseCost
dolen_key_slot_get_cost (DolenDb *db)
{
  DolenPassphraseCost cost = { 0, 0 };
  gint64 passes = 0, memory = 0;

  if (dolen_db_get_int64 (db, "SELECT passes FROM slot WHERE kind = 'passphrase'", &passes, NULL)
      && dolen_db_get_int64 (
          db, "SELECT memory FROM slot WHERE kind = 'passphrase'", &memory, NULL))
    cost = (DolenPassphraseCost){ (guint64) passes, (guint64) memory };
  return dolen_passphrase_cost_is_sound (cost) ? cost : dolen_passphrase_cost_default ();
}

gboolean
dolen_key_slot_drop_passphrase (DolenDb *db, GError **error)
{
  return dolen_db_exec (db, "DELETE FROM slot WHERE kind = 'passphrase'", error);
}

gboolean
dolen_key_slot_write_recovery (DolenDb *db,
                               const guint8 *vault,
                               const DolenSecret *vault_key,
                               const DolenSecret *recovery_key,
                               guint8 hash[DOLEN_HASH_SIZE],
                               GError **error)
{
  Slot slot = { .cost = { 0, 0 } };
  g_autoptr (DolenSecret) wrapping
             = dolen_secret_derive (recovery_key, "dolen-recovery-1", vault, DOLEN_ID_SIZE);

  if (!write_slot (db, RECOVERY, vault, wrapping, vault_key, &slot, error))
    return FALSE;
  memcpy (hash, slot.hash, DOLEN_HASH_SIZE);
  return TRUE;
}

gboolean
dolen_key_slot_is_sound (DolenDb *db, const guint8 *vault, guint8 hash[DOLEN_HASH_SIZE])
{
  Slot slot;

  if (!read_slot (db, RECOVERY, vault, &slot, NULL))
    return FALSE;
  memcpy (hash, slot.hash, DOLEN_HASH_SIZE);
  return TRUE;
}

gboolean
dolen_key_slot_copy_recovery (DolenDb *from, DolenDb *to, const guint8 *vault, GError **error)
{
  Slot slot;

  return read_slot (from, RECOVERY, vault, &slot, error) && store_slot (to, RECOVERY, &slot, error);
}

static DolenSecret *
open_slot (const Slot *slot,
           const char *kind,
           const guint8 *vault,
           const DolenSecret *wrapping,
           GError **error)
{
  g_autoptr (DolenSecret) vault_key = dolen_secret_new (DOLEN_KEY_SIZE);
  DolenWrap wrap = describe (vault, kind);

  if (dolen_unwrap_key (wrapping, &wrap, slot->nonce, slot->wrapped, vault_key))
    return g_steal_pointer (&vault_key);
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_WRONG_PASSPHRASE,
                       g_str_equal (kind, PASSPHRASE)
                           ? _ ("The passphrase is not right.")
                           : _ ("This recovery key belongs to other case records."));
  return NULL;
}

DolenSecret *
dolen_key_slot_open_passphrase (DolenDb *db,
                                const guint8 *vault,
                                const char *passphrase,
                                GError **error)
{
  Slot slot;
  g_autoptr (DolenSecret) wrapping = NULL;

  if (!read_slot (db, PASSPHRASE, vault, &slot, error))
    return NULL;
  /* Within bounds before any memory is taken: a forged file must not stop the machine. */
  if (!dolen_passphrase_cost_is_sound (slot.cost)) {
    fail_damaged (PASSPHRASE, error);
    return NULL;
  }
  wrapping = dolen_passphrase_derive (passphrase, slot.salt, &slot.cost, FALSE, error);
  return wrapping != NULL ? open_slot (&slot, PASSPHRASE, vault, wrapping, error) : NULL;
}

DolenSecret *
dolen_key_slot_open_recovery (DolenDb *db,
                              const guint8 *vault,
                              const DolenSecret *recovery_key,
                              GError **error)
{
  Slot slot;
  g_autoptr (DolenSecret) wrapping = NULL;

  if (!read_slot (db, RECOVERY, vault, &slot, error))
    return NULL;
  wrapping = dolen_secret_derive (recovery_key, "dolen-recovery-1", vault, DOLEN_ID_SIZE);
  return open_slot (&slot, RECOVERY, vault, wrapping, error);
}
