/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-secret.h"

#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

struct _DolenSecret {
  gsize size;
  guint8 *bytes; /* (owned) guarded memory */
};

static void
need_sodium (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium does not start");
}

/* The leak sanitizer looks into its own process as a debugger would. */
#if defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER 1
#endif
#endif
#ifndef UNDER_SANITIZER
#define UNDER_SANITIZER 0
#endif

void
dolen_process_harden (void)
{
  struct rlimit none = { 0, 0 };

  need_sodium ();
  if (UNDER_SANITIZER)
    return;
  if (prctl (PR_SET_DUMPABLE, 0) != 0 || setrlimit (RLIMIT_CORE, &none) != 0)
    g_warning ("core dumps could not be switched off");
}

DolenSecret *
dolen_secret_new (gsize size)
{
  DolenSecret *secret = g_new0 (DolenSecret, 1);

  need_sodium ();
  secret->size = size;
  secret->bytes = sodium_malloc (size);
  if (secret->bytes == NULL)
    g_error ("no memory for a key");
  sodium_memzero (secret->bytes, size);
  return secret;
}

DolenSecret *
dolen_secret_new_random (void)
{
  DolenSecret *secret = dolen_secret_new (DOLEN_KEY_SIZE);

  randombytes_buf (secret->bytes, secret->size);
  return secret;
}

DolenSecret *
dolen_secret_new_from (const void *bytes, gsize size)
{
  DolenSecret *secret = dolen_secret_new (size);

  memcpy (secret->bytes, bytes, size);
  return secret;
}

DolenSecret *
dolen_secret_derive (const DolenSecret *secret,
                     const char *purpose,
                     const guint8 *context,
                     gsize context_size)
{
  DolenSecret *derived = dolen_secret_new (DOLEN_KEY_SIZE);
  crypto_generichash_state state;

  crypto_generichash_init (&state, secret->bytes, secret->size, DOLEN_KEY_SIZE);
  crypto_generichash_update (&state, (const guint8 *) purpose, strlen (purpose));
  crypto_generichash_update (&state, context, context_size);
  crypto_generichash_final (&state, derived->bytes, derived->size);
  sodium_memzero (&state, sizeof state);
  return derived;
}

guint8 *
dolen_secret_bytes (DolenSecret *secret)
{
  return secret->bytes;
}

const guint8 *
dolen_secret_peek (const DolenSecret *secret)
{
  return secret->bytes;
}

gsize
dolen_secret_size (const DolenSecret *secret)
{
  return secret->size;
}

void
dolen_secret_free (DolenSecret *secret)
{
  if (secret == NULL)
    return;
  sodium_free (secret->bytes);
  g_free (secret);
}

void
dolen_wipe_string (char *text)
{
  if (text != NULL)
    sodium_memzero (text, strlen (text));
  g_free (text);
}
