/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-seal.h"

#include "casework/vault/dolen-event.h"

#include <sodium.h>
#include <string.h>

#define EVENT_LABEL "dolen-event-1"
#define WRAP_LABEL "dolen-wrap-1"
#define PURPOSE_SIZE 16

G_STATIC_ASSERT (DOLEN_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (DOLEN_TAG_SIZE == crypto_aead_xchacha20poly1305_ietf_ABYTES);
G_STATIC_ASSERT (DOLEN_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
G_STATIC_ASSERT (DOLEN_ASSOCIATED_SIZE == sizeof EVENT_LABEL - 1 + 4 * 16 + 8 + 32);

static guint8 *
put (guint8 *at, const void *bytes, gsize size)
{
  memcpy (at, bytes, size);
  return at + size;
}

void
dolen_header_associate (const DolenHeader *header, guint8 associated[DOLEN_ASSOCIATED_SIZE])
{
  guint64 device_seq = GUINT64_TO_BE (header->device_seq);
  guint8 *at = put (associated, EVENT_LABEL, sizeof EVENT_LABEL - 1);

  at = put (at, header->vault, DOLEN_ID_SIZE);
  at = put (at, header->id, DOLEN_ID_SIZE);
  at = put (at, header->device, DOLEN_ID_SIZE);
  at = put (at, &device_seq, sizeof device_seq);
  at = put (at, header->prev, DOLEN_HASH_SIZE);
  put (at, header->key, DOLEN_ID_SIZE);
}

void
dolen_hash (const void *bytes, gsize size, guint8 hash[DOLEN_HASH_SIZE])
{
  crypto_generichash (hash, DOLEN_HASH_SIZE, bytes, size, NULL, 0);
}

void
dolen_header_hash (const DolenHeader *header, guint8 hash[DOLEN_HASH_SIZE])
{
  guint8 bytes[DOLEN_ASSOCIATED_SIZE + DOLEN_NONCE_SIZE + DOLEN_HASH_SIZE];
  guint8 *at = bytes + DOLEN_ASSOCIATED_SIZE;

  dolen_header_associate (header, bytes);
  at = put (at, header->nonce, DOLEN_NONCE_SIZE);
  put (at, header->sealed_hash, DOLEN_HASH_SIZE);
  dolen_hash (bytes, sizeof bytes, hash);
}

static guint8 *
seal (const DolenSecret *key,
      const guint8 *nonce,
      const guint8 *associated,
      gsize associated_size,
      const char *text,
      gsize *sealed_size)
{
  gsize size = strlen (text), padded = 0;
  gsize room = size + DOLEN_EVENT_STEP;
  char *plain = g_malloc0 (room);
  guint8 *sealed;
  unsigned long long written = 0;

  memcpy (plain, text, size);
  if (sodium_pad (&padded, (guint8 *) plain, size, DOLEN_EVENT_STEP, room) != 0)
    g_error ("padding does not fit");
  sealed = g_malloc (padded + DOLEN_TAG_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed,
                                              &written,
                                              (const guint8 *) plain,
                                              padded,
                                              associated,
                                              associated_size,
                                              NULL,
                                              nonce,
                                              dolen_secret_peek (key));
  sodium_memzero (plain, room);
  g_free (plain);
  *sealed_size = (gsize) written;
  return sealed;
}

static char *
unseal (const DolenSecret *key,
        const guint8 *nonce,
        const guint8 *associated,
        gsize associated_size,
        const guint8 *sealed,
        gsize sealed_size,
        gsize *size)
{
  gsize room = sealed_size > DOLEN_TAG_SIZE ? sealed_size - DOLEN_TAG_SIZE : 0;
  char *plain;
  unsigned long long written = 0;

  if (room == 0 || room % DOLEN_EVENT_STEP != 0)
    return NULL;
  plain = g_malloc (room + 1);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt ((guint8 *) plain,
                                                  &written,
                                                  NULL,
                                                  sealed,
                                                  sealed_size,
                                                  associated,
                                                  associated_size,
                                                  nonce,
                                                  dolen_secret_peek (key))
          != 0
      || sodium_unpad (size, (guint8 *) plain, (gsize) written, DOLEN_EVENT_STEP) != 0) {
    g_free (plain);
    return NULL;
  }
  plain[*size] = '\0';
  return plain;
}

guint8 *
dolen_seal (const DolenSecret *key,
            const guint8 *nonce,
            GBytes *associated,
            const char *text,
            gsize *sealed_size)
{
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (associated, &n);

  return seal (key, nonce, bytes, n, text, sealed_size);
}

char *
dolen_unseal (const DolenSecret *key,
              const guint8 *nonce,
              GBytes *associated,
              const guint8 *sealed,
              gsize sealed_size,
              gsize *size)
{
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (associated, &n);

  return unseal (key, nonce, bytes, n, sealed, sealed_size, size);
}

guint8 *
dolen_seal_event (const DolenSecret *key, DolenHeader *header, const char *text, gsize *sealed_size)
{
  guint8 associated[DOLEN_ASSOCIATED_SIZE];
  guint8 *sealed;

  dolen_header_associate (header, associated);
  sealed = seal (key, header->nonce, associated, sizeof associated, text, sealed_size);
  dolen_hash (sealed, *sealed_size, header->sealed_hash);
  return sealed;
}

char *
dolen_unseal_event (const DolenSecret *key,
                    const DolenHeader *header,
                    const guint8 *sealed,
                    gsize sealed_size,
                    gsize *size)
{
  guint8 associated[DOLEN_ASSOCIATED_SIZE];

  dolen_header_associate (header, associated);
  return unseal (key, header->nonce, associated, sizeof associated, sealed, sealed_size, size);
}

#define WRAP_SIZE (sizeof WRAP_LABEL - 1 + 2 * DOLEN_ID_SIZE + PURPOSE_SIZE)

static void
associate_wrap (const DolenWrap *wrap, guint8 associated[WRAP_SIZE])
{
  guint8 *at = put (associated, WRAP_LABEL, sizeof WRAP_LABEL - 1);
  guint8 purpose[PURPOSE_SIZE] = { 0 };

  memcpy (purpose, wrap->purpose, MIN (strlen (wrap->purpose), PURPOSE_SIZE));
  at = put (at, wrap->vault, DOLEN_ID_SIZE);
  at = put (at, wrap->key, DOLEN_ID_SIZE);
  put (at, purpose, PURPOSE_SIZE);
}

void
dolen_wrap_key (const DolenSecret *wrapping,
                const DolenWrap *wrap,
                const guint8 *nonce,
                const DolenSecret *key,
                guint8 wrapped[DOLEN_WRAPPED_SIZE])
{
  guint8 associated[WRAP_SIZE];

  associate_wrap (wrap, associated);
  crypto_aead_xchacha20poly1305_ietf_encrypt (wrapped,
                                              NULL,
                                              dolen_secret_peek (key),
                                              DOLEN_KEY_SIZE,
                                              associated,
                                              sizeof associated,
                                              NULL,
                                              nonce,
                                              dolen_secret_peek (wrapping));
}

gboolean
dolen_unwrap_key (const DolenSecret *wrapping,
                  const DolenWrap *wrap,
                  const guint8 *nonce,
                  const guint8 *wrapped,
                  DolenSecret *key)
{
  guint8 associated[WRAP_SIZE];

  associate_wrap (wrap, associated);
  return crypto_aead_xchacha20poly1305_ietf_decrypt (dolen_secret_bytes (key),
                                                     NULL,
                                                     NULL,
                                                     wrapped,
                                                     DOLEN_WRAPPED_SIZE,
                                                     associated,
                                                     sizeof associated,
                                                     nonce,
                                                     dolen_secret_peek (wrapping))
         == 0;
}

char *
dolen_hex (const guint8 *bytes, gsize size)
{
  char *hex = g_malloc (size * 2 + 1);

  return sodium_bin2hex (hex, size * 2 + 1, bytes, size);
}

gboolean
dolen_unhex (const char *hex, guint8 *bytes, gsize size)
{
  gsize n = 0;

  return hex != NULL && sodium_hex2bin (bytes, size, hex, strlen (hex), NULL, &n, NULL) == 0
         && n == size && strlen (hex) == size * 2;
}
