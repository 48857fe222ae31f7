/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * Key pairs (X25519): what is sealed to a public key opens by its secret alone. A secret is 32
 * random bytes, as dolen_secret_new_random() makes them. libsodium's sealed boxes
 * (doc.libsodium.org/public-key_cryptography/sealed_boxes).
 */
#define DOLEN_PUBLIC_SIZE 32
#define DOLEN_BOX_SIZE (DOLEN_KEY_SIZE + 48) /* a key in a sealed box */

/** dolen_pair_get_public: the public key that belongs to @secret. */
void dolen_pair_get_public (const DolenSecret *secret, guint8 public_key[DOLEN_PUBLIC_SIZE]);

/** dolen_pair_seal: @key, so that the holder of the pair opens it. */
void dolen_pair_seal (const guint8 *public_key, const DolenSecret *key, guint8 box[DOLEN_BOX_SIZE]);

/** dolen_pair_open: (transfer full) (nullable): NULL where @box was made for another pair or was
 * altered. */
DolenSecret *dolen_pair_open (const DolenSecret *secret, const guint8 *box);

G_END_DECLS
