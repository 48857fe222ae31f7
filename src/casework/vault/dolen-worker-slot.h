/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-passphrase.h"
#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * A worker's slot in keys.db: what Argon2id makes of their passphrase wraps the vault key and the
 * secret of their own pair of keys. Slots of the same cost share a salt, so that a passphrase is
 * derived once and held against all of them: nobody has to say who they are, and no name stands in
 * the open. Only dolen-holders*.c and dolen-keys*.c use this.
 */

/**
 * DolenDerived: what a passphrase comes to under a salt. Argon2id takes its time: it may be done
 * beforehand and in another thread; whoever needs the same then finds it.
 */
typedef struct {
  char *passphrase; /* wiped */
  guint8 salt[DOLEN_SALT_SIZE];
  DolenPassphraseCost cost;
  DolenSecret *key; /* (nullable) before dolen_derived_work() and where that failed */
} DolenDerived;

DolenDerived *
dolen_derived_new (const char *passphrase, const guint8 *salt, DolenPassphraseCost cost);
void dolen_derived_free (DolenDerived *derived);
/** dolen_derived_work: blocks for the time of Argon2id; touches nothing else. */
void dolen_derived_work (DolenDerived *derived);

/** dolen_worker_slot_plan: (transfer full) (element-type DolenDerived): what writing a slot for
 * @passphrase (nullable) of @cost and opening the slots with @current (nullable) will derive. */
GPtrArray *dolen_worker_slot_plan (DolenDb *db,
                                   const guint8 *vault,
                                   const char *passphrase,
                                   DolenPassphraseCost cost,
                                   const char *current,
                                   GError **error);

/** dolen_worker_slot_write: in place of a former one of @worker, in the caller's transaction.
 *  DOLEN_ERROR_NOT_ALLOWED where another's slot opens with this passphrase: the passphrase tells
 *  who it is. @known: (nullable) (element-type DolenDerived): what was derived beforehand. */
gboolean dolen_worker_slot_write (DolenDb *db,
                                  const guint8 *vault,
                                  const guint8 *worker,
                                  const DolenSecret *vault_key,
                                  const DolenSecret *pair,
                                  const char *passphrase,
                                  DolenPassphraseCost cost,
                                  GPtrArray *known,
                                  GError **error);

/**
 * dolen_worker_slot_open:
 * @worker: (out): whose slot it was
 * @pair: (out) (optional) (transfer full): the secret of their pair
 * @error: DOLEN_ERROR_WRONG_PASSPHRASE; _KEY_DAMAGED where a slot does not hold together or there
 *   is none; the store's
 *
 * Returns: (transfer full): the vault key
 */
DolenSecret *dolen_worker_slot_open (DolenDb *db,
                                     const guint8 *vault,
                                     const char *passphrase,
                                     guint8 worker[DOLEN_ID_SIZE],
                                     DolenSecret **pair,
                                     GPtrArray *known,
                                     GError **error);

/** dolen_worker_slot_get_hash: of the slot of @worker as it stands; FALSE where there is none. */
gboolean
dolen_worker_slot_get_hash (DolenDb *db, const guint8 *worker, guint8 hash[DOLEN_HASH_SIZE]);

/** dolen_worker_slot_is_sound: whether the slot of @worker is as it was written. @hash: (out) */
gboolean dolen_worker_slot_is_sound (DolenDb *db,
                                     const guint8 *vault,
                                     const guint8 *worker,
                                     guint8 hash[DOLEN_HASH_SIZE]);

/** dolen_worker_slot_copy: that of @worker in @from, which is sound, in place of theirs in @to, in
 * the caller's transaction of @to. */
gboolean dolen_worker_slot_copy (
    DolenDb *from, DolenDb *to, const guint8 *vault, const guint8 *worker, GError **error);

G_END_DECLS
