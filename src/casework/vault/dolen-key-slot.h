/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-passphrase.h"
#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * The two slots of keys.db that hold the vault key: one wrapped by what Argon2id makes of the
 * passphrase, one by the recovery key. Each carries a hash of itself, so that a damaged slot is
 * told apart from a wrong passphrase. Only dolen-keys.c uses this.
 */

/** dolen_key_slot_write_*: puts the slot in place of a former one, in the caller's transaction. */
gboolean dolen_key_slot_write_passphrase (DolenDb *db,
                                          const guint8 *vault,
                                          const DolenSecret *vault_key,
                                          const char *passphrase,
                                          DolenPassphraseCost cost,
                                          GError **error);
gboolean dolen_key_slot_write_recovery (DolenDb *db,
                                        const guint8 *vault,
                                        const DolenSecret *vault_key,
                                        const DolenSecret *recovery_key,
                                        GError **error);

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
