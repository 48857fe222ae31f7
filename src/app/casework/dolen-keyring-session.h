/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-keyring.h"

G_BEGIN_DECLS

/** dolen_keyring_session_new: (transfer full): the Secret Service on the session bus
 *  (specifications.freedesktop.org/secret-service), by libsecret. What is kept is the key in
 * base64, in the default collection, under the vault's random id; no name of anybody. */
DolenKeyring *dolen_keyring_session_new (void);

G_END_DECLS
