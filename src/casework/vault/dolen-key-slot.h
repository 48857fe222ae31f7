/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-passphrase.h"
#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * The slot of keys.db that holds the vault key wrapped by the recovery key, and the one for the
 * passphrase that schema 1 had: it is read once and gives way to its worker's own. Each carries a
 * hash of itself, so that a damaged slot is told apart from a wrong passphrase. Only dolen-keys.c
 * and dolen-holders.c use this.
 */

/** dolen_key_slot_has_passphrase: whether the slot of schema 1 is there still. */
gboolean dolen_key_slot_has_passphrase (DolenDb *db);

/** dolen_key_slot_get_cost: what that slot cost; the default where it says nothing sound. */
DolenPassphraseCost dolen_key_slot_get_cost (DolenDb *db);

/** dolen_key_slot_drop_passphrase: destroys it, in the caller's transaction. */
gboolean dolen_key_slot_drop_passphrase (DolenDb *db, GError **error);

/** dolen_key_slot_write_recovery: puts it in place of a former one, in the caller's transaction.
 * @hash: (out): of the slot written */
gboolean dolen_key_slot_write_recovery (DolenDb *db,
                                        const guint8 *vault,
                                        const DolenSecret *vault_key,
                                        const DolenSecret *recovery_key,
                                        guint8 hash[DOLEN_HASH_SIZE],
                                        GError **error);

/** dolen_key_slot_is_sound: whether the recovery key's slot is as it was written. @hash: (out) */
gboolean dolen_key_slot_is_sound (DolenDb *db, const guint8 *vault, guint8 hash[DOLEN_HASH_SIZE]);

/** dolen_key_slot_copy_recovery: that of @from, which is sound, in place of that of @to, in the
 * caller's transaction of @to. */
gboolean
dolen_key_slot_copy_recovery (DolenDb *from, DolenDb *to, const guint8 *vault, GError **error);

/** dolen_key_slot_open_*: (transfer full): the vault key. @error: DOLEN_ERROR_WRONG_PASSPHRASE,
 *  _KEY_DAMAGED, the store's */
DolenSecret *dolen_key_slot_open_passphrase (DolenDb *db,
                                             const guint8 *vault,
                                             const char *passphrase,
                                             GError **error);
DolenSecret *dolen_key_slot_open_recovery (DolenDb *db,
                                           const guint8 *vault,
                                           const DolenSecret *recovery_key,
                                           GError **error);

G_END_DECLS
