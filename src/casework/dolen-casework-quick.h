/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/vault/dolen-quick.h"

G_BEGIN_DECLS

/*
 * Quick unlock: the case records open by a random device key that the keyring of the desktop
 * session keeps, for seven days after a passphrase and until the computer restarts. Whoever has the
 * unlocked session can open them then. One worker a profile may have it on. It is off again after a
 * new passphrase, when the worker is taken away and after a restore. What fetches the key from the
 * keyring is the application's part; here it comes in.
 */

/** dolen_casework_get_quick: whether it is on, and whether the passphrase is wanted first; locked
 * or not. */
DolenQuickState dolen_casework_get_quick (DolenCasework *self);

/** dolen_casework_dup_quick_worker: (transfer full) (nullable): uid of the worker who has it on. */
char *dolen_casework_dup_quick_worker (DolenCasework *self);

/** dolen_casework_is_by_quick: it was the keyring's key that opened it. */
gboolean dolen_casework_is_by_quick (DolenCasework *self);

/** dolen_casework_dup_quick_name: (transfer full): how the keyring tells this vault from another;
 *  says nothing. NULL while locked and off. */
char *dolen_casework_dup_quick_name (DolenCasework *self);

/** dolen_casework_quick_on: for who has it open now, in place of another worker; a line in the log.
 *  DOLEN_ERROR_NOT_ALLOWED where the recovery key has it open; _LOCKED; the store's. */
gboolean
dolen_casework_quick_on (DolenCasework *self, const DolenSecret *device_key, GError **error);

/** dolen_casework_quick_renew: after the passphrase was typed: seven days more, with another key.
 *  Only for the worker who has it on. */
gboolean
dolen_casework_quick_renew (DolenCasework *self, const DolenSecret *device_key, GError **error);

/** dolen_casework_quick_off: anybody who has the case records open may; a line in the log. */
gboolean dolen_casework_quick_off (DolenCasework *self, GError **error);

/** dolen_casework_quick_unlock_sync: @error: DOLEN_ERROR_NOT_ALLOWED: the passphrase is wanted;
 * else as dolen_casework_unlock_sync(). */
gboolean dolen_casework_quick_unlock_sync (DolenCasework *self,
                                           const DolenSecret *device_key,
                                           GError **error);
/** The same without blocking: dolen_casework_open_finish(). */
void dolen_casework_quick_unlock_async (DolenCasework *self,
                                        const DolenSecret *device_key,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/** dolen_casework_set_boot_id: (nullable): of the computer as it runs; for tests. */
void dolen_casework_set_boot_id (DolenCasework *self, const char *boot_id);

G_END_DECLS
