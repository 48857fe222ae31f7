/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-quick.h"

#include "casework/vault/dolen-bytes.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#define LABEL "dolen-quick-1"
#define LABEL_SIZE (sizeof LABEL - 1)
/* What stands in the open, all of it associated data. */
#define FRONT_SIZE (LABEL_SIZE + 2 * DOLEN_ID_SIZE + 8 + 2 * DOLEN_HASH_SIZE)
#define KEYS_SIZE (2 * DOLEN_KEY_SIZE)
#define FILE_SIZE (FRONT_SIZE + DOLEN_NONCE_SIZE + KEYS_SIZE + DOLEN_TAG_SIZE)

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

char *
dolen_quick_path (const char *folder)
{
  return g_build_filename (folder, "quick", NULL);
}

static void
encode_front (const DolenQuick *quick, guint8 *file)
{
  guint64 made = GUINT64_TO_BE ((guint64) quick->made);
  guint8 *at = dolen_bytes_put (file, LABEL, LABEL_SIZE);

  at = dolen_bytes_put (at, quick->vault, DOLEN_ID_SIZE);
  at = dolen_bytes_put (at, quick->worker, DOLEN_ID_SIZE);
  at = dolen_bytes_put (at, &made, 8);
  at = dolen_bytes_put (at, quick->boot, DOLEN_HASH_SIZE);
  dolen_bytes_put (at, quick->slot, DOLEN_HASH_SIZE);
}

static void
decode_front (const guint8 *file, DolenQuick *quick)
{
  guint64 made = 0;
  const guint8 *at = dolen_bytes_take (file + LABEL_SIZE, quick->vault, DOLEN_ID_SIZE);

  at = dolen_bytes_take (at, quick->worker, DOLEN_ID_SIZE);
  at = dolen_bytes_take (at, &made, 8);
  at = dolen_bytes_take (at, quick->boot, DOLEN_HASH_SIZE);
  dolen_bytes_take (at, quick->slot, DOLEN_HASH_SIZE);
  quick->made = (gint64) GUINT64_FROM_BE (made);
}

/* (transfer full) (nullable): FILE_SIZE bytes. */
static guint8 *
read_file (const char *path)
{
  g_autofree char *file = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &file, &size, NULL) || size != FILE_SIZE
      || memcmp (file, LABEL, LABEL_SIZE) != 0)
    return NULL;
  return (guint8 *) g_steal_pointer (&file);
}

gboolean
dolen_quick_read (const char *path, DolenQuick *quick)
{
  g_autofree guint8 *file = read_file (path);

  if (file == NULL)
    return FALSE;
  decode_front (file, quick);
  return TRUE;
}

void
dolen_quick_tie (DolenQuick *quick, gint64 now, const char *boot_id)
{
  quick->made = now;
  dolen_hash (boot_id, strlen (boot_id), quick->boot);
}

DolenQuickState
dolen_quick_judge (const DolenQuick *quick, gint64 now, const char *boot_id)
{
  DolenQuick today;

  if (boot_id == NULL || now < quick->made || now - quick->made >= DOLEN_QUICK_DAYS * DAY)
    return DOLEN_QUICK_STALE;
  dolen_quick_tie (&today, now, boot_id);
  return memcmp (today.boot, quick->boot, DOLEN_HASH_SIZE) == 0 ? DOLEN_QUICK_READY
                                                                : DOLEN_QUICK_STALE;
}

static DolenSecret *
derive (const DolenSecret *device_key, const DolenQuick *quick)
{
  return dolen_secret_derive (device_key, LABEL, quick->vault, DOLEN_ID_SIZE);
}

gboolean
dolen_quick_write (const char *path,
                   const DolenQuick *quick,
                   const DolenSecret *device_key,
                   const DolenSecret *vault_key,
                   const DolenSecret *pair,
                   GError **error)
{
  g_autoptr (DolenSecret) wrapping = derive (device_key, quick);
  g_autoptr (DolenSecret) keys = dolen_secret_new (KEYS_SIZE);
  guint8 file[FILE_SIZE], *nonce = file + FRONT_SIZE;

  encode_front (quick, file);
  randombytes_buf (nonce, DOLEN_NONCE_SIZE);
  memcpy (dolen_secret_bytes (keys), dolen_secret_peek (vault_key), DOLEN_KEY_SIZE);
  memcpy (dolen_secret_bytes (keys) + DOLEN_KEY_SIZE, dolen_secret_peek (pair), DOLEN_KEY_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (nonce + DOLEN_NONCE_SIZE,
                                              NULL,
                                              dolen_secret_peek (keys),
                                              KEYS_SIZE,
                                              file,
                                              FRONT_SIZE,
                                              NULL,
                                              nonce,
                                              dolen_secret_peek (wrapping));
  return g_file_set_contents_full (path,
                                   (const char *) file,
                                   sizeof file,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

gboolean
dolen_quick_open (const char *path,
                  const DolenSecret *device_key,
                  DolenQuick *quick,
                  DolenSecret **vault_key,
                  DolenSecret **pair)
{
  g_autofree guint8 *file = read_file (path);
  g_autoptr (DolenSecret) keys = dolen_secret_new (KEYS_SIZE);
  g_autoptr (DolenSecret) wrapping = NULL;
  const guint8 *nonce;

  if (file == NULL)
    return FALSE;
  nonce = file + FRONT_SIZE;
  decode_front (file, quick);
  wrapping = derive (device_key, quick);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (dolen_secret_bytes (keys),
                                                  NULL,
                                                  NULL,
                                                  nonce + DOLEN_NONCE_SIZE,
                                                  KEYS_SIZE + DOLEN_TAG_SIZE,
                                                  file,
                                                  FRONT_SIZE,
                                                  nonce,
                                                  dolen_secret_peek (wrapping))
      != 0)
    return FALSE;
  *vault_key = dolen_secret_new_from (dolen_secret_peek (keys), DOLEN_KEY_SIZE);
  *pair = dolen_secret_new_from (dolen_secret_peek (keys) + DOLEN_KEY_SIZE, DOLEN_KEY_SIZE);
  return TRUE;
}

gboolean
dolen_quick_drop (const char *path)
{
  return g_unlink (path) == 0 || errno == ENOENT;
}
