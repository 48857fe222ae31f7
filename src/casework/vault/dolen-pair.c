/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-pair.h"

#include <sodium.h>

G_STATIC_ASSERT (DOLEN_PUBLIC_SIZE == crypto_box_PUBLICKEYBYTES);
G_STATIC_ASSERT (DOLEN_KEY_SIZE == crypto_box_SECRETKEYBYTES);
G_STATIC_ASSERT (DOLEN_BOX_SIZE == DOLEN_KEY_SIZE + crypto_box_SEALBYTES);

void
dolen_pair_get_public (const DolenSecret *secret, guint8 public_key[DOLEN_PUBLIC_SIZE])
{
  crypto_scalarmult_base (public_key, dolen_secret_peek (secret));
}

void
dolen_pair_seal (const guint8 *public_key, const DolenSecret *key, guint8 box[DOLEN_BOX_SIZE])
{
  /* It fails for a public key of no order alone, which no pair of ours has. */
  if (crypto_box_seal (box, dolen_secret_peek (key), DOLEN_KEY_SIZE, public_key) != 0)
    g_error ("a public key is none");
}

DolenSecret *
dolen_pair_open (const DolenSecret *secret, const guint8 *box)
{
  g_autoptr (DolenSecret) key = dolen_secret_new (DOLEN_KEY_SIZE);
  guint8 public_key[DOLEN_PUBLIC_SIZE];

  dolen_pair_get_public (secret, public_key);
  if (crypto_box_seal_open (
          dolen_secret_bytes (key), box, DOLEN_BOX_SIZE, public_key, dolen_secret_peek (secret))
      != 0)
    return NULL;
  return g_steal_pointer (&key);
}
