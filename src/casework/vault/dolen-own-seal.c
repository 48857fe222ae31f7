/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-own-seal.h"

#include <sodium.h>
#include <string.h>

static GBytes *
associate (const guint8 *vault, const char *label)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) label, (guint) strlen (label));
  g_byte_array_append (bytes, vault, DOLEN_ID_SIZE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

char *
dolen_own_seal (DolenHolders *holders, const guint8 *vault, const char *label, const char *text)
{
  const DolenSecret *secret = dolen_holders_get_secret (holders);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) associated = associate (vault, label);
  g_autoptr (DolenSecret) key = NULL;
  g_autofree guint8 *sealed = NULL;
  guint8 nonce[DOLEN_NONCE_SIZE];
  gsize size = 0;

  g_return_val_if_fail (secret != NULL, NULL);
  key = dolen_secret_derive (secret, label, vault, DOLEN_ID_SIZE);
  randombytes_buf (nonce, sizeof nonce);
  sealed = dolen_seal (key, nonce, associated, text, &size);
  g_byte_array_append (bytes, nonce, sizeof nonce);
  g_byte_array_append (bytes, sealed, (guint) size);
  return g_base64_encode (bytes->data, bytes->len);
}

char *
dolen_own_open (DolenHolders *holders, const guint8 *vault, const char *label, const char *sealed)
{
  const DolenSecret *secret = dolen_holders_get_secret (holders);
  g_autoptr (GBytes) associated = associate (vault, label);
  g_autoptr (DolenSecret) key = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize n = 0, size = 0;

  if (secret == NULL || sealed == NULL)
    return NULL;
  bytes = g_base64_decode (sealed, &n);
  if (n <= DOLEN_NONCE_SIZE)
    return NULL;
  key = dolen_secret_derive (secret, label, vault, DOLEN_ID_SIZE);
  return dolen_unseal (
      key, bytes, associated, bytes + DOLEN_NONCE_SIZE, n - DOLEN_NONCE_SIZE, &size);
}
