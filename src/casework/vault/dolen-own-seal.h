/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-holders.h"

G_BEGIN_DECLS

/*
 * What only the worker themselves may read (the diary, a draft): sealed with a key derived from the
 * secret of their own pair, which nobody else's passphrase opens, no lead's and not the recovery
 * key. It is lost with the passphrase.
 */

/** dolen_own_seal: (transfer full): @text in base64: nonce and sealed bytes. @label: what for, part
 * of the key and of the associated data. Somebody must have opened @holders by passphrase. */
char *
dolen_own_seal (DolenHolders *holders, const guint8 *vault, const char *label, const char *text);

/** dolen_own_open: (transfer full) (nullable): NULL where it is another's or was altered. Wipe it
 *  with dolen_wipe_string(). */
char *
dolen_own_open (DolenHolders *holders, const guint8 *vault, const char *label, const char *sealed);

G_END_DECLS
