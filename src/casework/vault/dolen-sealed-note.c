/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-sealed-note.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define LABEL "dolen-note-1"

/* Its first bytes, of fixed width; the sealed words follow. */
typedef struct {
  guint8 nonce[DOLEN_NONCE_SIZE];
  guint8 author[DOLEN_ID_SIZE];
  guint8 author_box[DOLEN_BOX_SIZE];
  guint8 lead[DOLEN_ID_SIZE]; /* which leads' pair */
  guint8 lead_box[DOLEN_BOX_SIZE];
} Front;

G_STATIC_ASSERT (sizeof (Front) == 24 + 2 * (16 + 80));

static GBytes *
associate (const guint8 *vault, const char *note)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 id[DOLEN_ID_SIZE] = { 0 };

  dolen_uid_to_id (note, id);
  g_byte_array_append (bytes, (const guint8 *) LABEL, sizeof LABEL - 1);
  g_byte_array_append (bytes, vault, DOLEN_ID_SIZE);
  g_byte_array_append (bytes, id, sizeof id);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

char *
dolen_sealed_note_make (
    DolenHolders *holders, const guint8 *vault, const char *note, const char *text, GError **error)
{
  const DolenHolder *author = dolen_holders_get_self (holders);
  g_autoptr (DolenSecret) key = dolen_secret_new_random ();
  g_autoptr (GBytes) associated = associate (vault, note);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *sealed = NULL;
  guint8 lead[DOLEN_PUBLIC_SIZE];
  Front front;
  gsize size = 0;

  if (author == NULL || !dolen_holders_get_lead_key (holders, front.lead, lead)) {
    g_set_error_literal (
        error,
        DOLEN_ERROR,
        DOLEN_ERROR_NOT_ALLOWED,
        _ ("A restricted note needs its author: unlock with your own passphrase first."));
    return NULL;
  }
  randombytes_buf (front.nonce, sizeof front.nonce);
  dolen_uid_to_id (author->uid, front.author);
  dolen_pair_seal (author->public_key, key, front.author_box);
  dolen_pair_seal (lead, key, front.lead_box);
  sealed = dolen_seal (key, front.nonce, associated, text, &size);
  g_byte_array_append (bytes, (const guint8 *) &front, sizeof front);
  g_byte_array_append (bytes, sealed, (guint) size);
  return g_base64_encode (bytes->data, bytes->len);
}

/* (transfer full) (nullable): the front and, after it, @n_words sealed bytes. */
static Front *
read_front (const char *sealed, gsize *n_words)
{
  gsize n = 0;
  guint8 *bytes = sealed != NULL ? g_base64_decode (sealed, &n) : NULL;

  if (bytes == NULL || n <= sizeof (Front)) {
    g_free (bytes);
    return NULL;
  }
  *n_words = n - sizeof (Front);
  return (Front *) (void *) bytes;
}

static DolenSecret *
open_as_author (DolenHolders *holders, const Front *front)
{
  const DolenHolder *self = dolen_holders_get_self (holders);
  guint8 id[DOLEN_ID_SIZE];

  if (self == NULL || !dolen_uid_to_id (self->uid, id)
      || memcmp (id, front->author, sizeof id) != 0)
    return NULL;
  return dolen_pair_open (dolen_holders_get_secret (holders), front->author_box);
}

gboolean
dolen_sealed_note_is_own (DolenHolders *holders, const char *sealed)
{
  gsize n_words = 0;
  g_autofree Front *front = read_front (sealed, &n_words);
  g_autoptr (DolenSecret) key = front != NULL ? open_as_author (holders, front) : NULL;

  return key != NULL;
}

char *
dolen_sealed_note_open (DolenHolders *holders,
                        const guint8 *vault,
                        const char *note,
                        const char *sealed)
{
  gsize n_words = 0, size = 0;
  g_autofree Front *front = read_front (sealed, &n_words);
  g_autoptr (GBytes) associated = associate (vault, note);
  g_autoptr (DolenSecret) key = NULL;
  const DolenSecret *lead;

  if (front == NULL)
    return NULL;
  key = open_as_author (holders, front);
  lead = dolen_holders_get_lead_secret (holders, front->lead);
  if (key == NULL && lead != NULL)
    key = dolen_pair_open (lead, front->lead_box);
  return key != NULL ? dolen_unseal (
             key, front->nonce, associated, (const guint8 *) front + sizeof *front, n_words, &size)
                     : NULL;
}
