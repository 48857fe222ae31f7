/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-holders-merge.h"
#include "casework/vault/dolen-passphrase.h"
#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * keys.db: the vault key wrapped by each worker's passphrase and by the recovery key; the keys of
 * people (and the office key, for what is about nobody) wrapped by the vault key; tombstones of
 * keys destroyed. A file of its own, so that backups may keep it for a short time only.
 */
typedef struct _DolenKeys DolenKeys;

/** dolen_keys_exist: whether the file holds a vault's keys. */
gboolean dolen_keys_exist (const char *path);

/**
 * dolen_keys_create:
 * @cost: what Argon2id may cost
 * @error: DOLEN_ERROR_NOT_ALLOWED where keys stand there already; the store's
 *
 * A new vault: its id, its office key, its key in the slots of its first worker (a lead without a
 * name yet) and of the recovery key, in one transaction. It is unlocked by that worker.
 */
DolenKeys *dolen_keys_create (const char *path,
                              const char *passphrase,
                              const DolenSecret *recovery_key,
                              DolenPassphraseCost cost,
                              GError **error);

/** dolen_keys_open: locked. @error: DOLEN_ERROR_NOT_FOUND, _KEY_DAMAGED, the store's */
DolenKeys *dolen_keys_open (const char *path, GError **error);

/** dolen_keys_serialize: (transfer full): the file's bytes, for a backup; dolen_keys_open_image:
 *  reads such bytes, locked and not to be written. */
GBytes *dolen_keys_serialize (DolenKeys *keys, GError **error);
DolenKeys *dolen_keys_open_image (GBytes *image, GError **error);
/** dolen_keys_open_scratch: (transfer full): the same, to be written in, in memory alone. */
DolenKeys *dolen_keys_open_scratch (GBytes *image, GError **error);

/** dolen_keys_close: wipes the vault key. NULL is allowed. */
void dolen_keys_close (DolenKeys *keys);

/** dolen_keys_unlock: the passphrase tells which worker it is. @error:
 * DOLEN_ERROR_WRONG_PASSPHRASE; _KEY_DAMAGED where a slot does not hold together */
gboolean dolen_keys_unlock (DolenKeys *keys, const char *passphrase, GError **error);
gboolean dolen_keys_unlock_with_recovery_key (DolenKeys *keys,
                                              const DolenSecret *recovery_key,
                                              GError **error);

/** dolen_keys_unlock_like: takes the vault key of @open, another copy of the same vault's keys that
 *  is unlocked. @error: DOLEN_ERROR_NOT_OURS where it is another vault's; the store's */
gboolean dolen_keys_unlock_like (DolenKeys *keys, DolenKeys *open, GError **error);

/** dolen_keys_check_passphrase: whether @passphrase is that of the worker who unlocked (of any one
 *  where none did), without unlocking; errors as above. */
gboolean dolen_keys_check_passphrase (DolenKeys *keys, const char *passphrase, GError **error);

/** dolen_keys_change_passphrase: of the worker who unlocked; where the recovery key did, of the
 *  first lead (dolen_holders_reset() for another). */
gboolean dolen_keys_change_passphrase (DolenKeys *keys,
                                       const char *passphrase,
                                       DolenPassphraseCost cost,
                                       GError **error);

/** dolen_keys_get_holders: (transfer none) (nullable): the workers; NULL while locked. */
DolenHolders *dolen_keys_get_holders (DolenKeys *keys);

/** dolen_keys_get_vault: the vault's id; dolen_keys_get_office: the id of the office key. */
const guint8 *dolen_keys_get_vault (DolenKeys *keys);
const guint8 *dolen_keys_get_office (DolenKeys *keys);

/** dolen_keys_get_version: counts every write of the file; an older copy has a smaller one. */
gint64 dolen_keys_get_version (DolenKeys *keys);

/** dolen_keys_derive: (transfer full): a key of the vault key's for @purpose, for this vault. */
DolenSecret *dolen_keys_derive (DolenKeys *keys, const char *purpose);

/** dolen_keys_add: a fresh key with id @key for a person; TRUE too where there is one.
 *  DOLEN_ERROR_NOT_ALLOWED where it was destroyed. */
gboolean dolen_keys_add (DolenKeys *keys, const guint8 *key, GError **error);

/** dolen_keys_get: (transfer none) (nullable): the key, until the next call; NULL where it is not
 *  there, was destroyed or is damaged. */
const DolenSecret *dolen_keys_get (DolenKeys *keys, const guint8 *key);

/** dolen_keys_destroy: deletes the wrap, leaves a tombstone, clears the file's traces. */
gboolean dolen_keys_destroy (DolenKeys *keys, const guint8 *key, GError **error);
gboolean dolen_keys_is_destroyed (DolenKeys *keys, const guint8 *key);
/** dolen_keys_list_destroyed: (transfer full) (element-type GBytes): the ids of keys destroyed. */
GPtrArray *dolen_keys_list_destroyed (DolenKeys *keys);

/* ---- quick unlock (dolen-keys-quick.c); @path: of the file "quick" ---- */

/** dolen_keys_write_quick: wraps the keys of the worker who unlocked by @device_key. @boot_id:
 *  (nullable) of the computer as it runs. DOLEN_ERROR_NOT_ALLOWED where the recovery key unlocked,
 *  or without a boot id. */
gboolean dolen_keys_write_quick (DolenKeys *keys,
                                 const char *path,
                                 const DolenSecret *device_key,
                                 const char *boot_id,
                                 GError **error);

/** dolen_keys_unlock_quick: as the worker who switched it on. @error: DOLEN_ERROR_NOT_ALLOWED: the
 *  passphrase is wanted; the sentence says why. */
gboolean dolen_keys_unlock_quick (DolenKeys *keys,
                                  const char *path,
                                  const DolenSecret *device_key,
                                  const char *boot_id,
                                  GError **error);

/** dolen_keys_is_quick_bound: whether the file is these keys', and its worker's slot is still the
 *  one it was made beside. */
gboolean dolen_keys_is_quick_bound (DolenKeys *keys, const char *path);

/* ---- union with another copy (dolen-keys-merge.c) ---- */

/** DolenWrapRow: a wrapped key as it stands in keys.db. */
typedef struct {
  guint8 key[DOLEN_ID_SIZE];
  guint8 nonce[DOLEN_NONCE_SIZE];
  guint8 wrapped[DOLEN_WRAPPED_SIZE];
  const char *purpose; /* "person" or "office" */
} DolenWrapRow;

/** dolen_keys_get_db: (transfer none): keys.db itself. */
DolenDb *dolen_keys_get_db (DolenKeys *keys);

/** dolen_keys_schema: what keys.db is. */
const DolenSchema *dolen_keys_schema (void);

/** dolen_keys_opens: whether @row opens under the vault key of (unlocked) @keys. */
gboolean dolen_keys_opens (DolenKeys *keys, const DolenWrapRow *row);

/** dolen_keys_read_wrap: FALSE where a column of "key, nonce, wrapped, purpose" has the wrong size.
 */
gboolean dolen_keys_read_wrap (DolenStatement *row, DolenWrapRow *wrap);

/** dolen_keys_scrub: empties the log of keys.db (dolen_scrub()); dolen_keys_has_remains: that
 * failed: a wrap of a key that was destroyed stands in it until the next opening. */
void dolen_keys_scrub (DolenKeys *keys);
gboolean dolen_keys_has_remains (DolenKeys *keys);

/** dolen_keys_read_again: what stands on disk now. */
gboolean dolen_keys_read_again (DolenKeys *keys, GError **error);

/** DolenKeysUnion: what taking over the keys of another copy came to. */
typedef struct {
  gint64 n_taken;     /* keys that were not here, or did not open */
  gint64 n_destroyed; /* people's keys destroyed there, and now here */
  gint64 n_removed;   /* workers taken away there, and now here */
  DolenHoldersTaken holders;
} DolenKeysUnion;

/**
 * dolen_keys_merge:
 * @other: keys.db of another copy of this vault
 *
 * Tombstones first: a key destroyed in either is destroyed in both. Then the keys that are not here
 * or do not open, if they open there; then the workers, the recovery key and the leads' pairs
 * (dolen_holders_union_take()). One transaction; where nothing is to be taken, none.
 */
gboolean dolen_keys_merge (DolenKeys *keys, DolenDb *other, DolenKeysUnion *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenKeys, dolen_keys_close)

G_END_DECLS
