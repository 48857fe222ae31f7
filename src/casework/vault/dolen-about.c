/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-about.h"

#include <sodium.h>
#include <string.h>

#define LABEL "dolen-about-1"

void
dolen_about_init (DolenAbout *about, DolenDb *db, const guint8 *vault, const DolenSecret *vault_key)
{
  about->db = db;
  about->vault = vault;
  about->key = dolen_secret_derive (vault_key, LABEL, vault, DOLEN_ID_SIZE);
}

void
dolen_about_clear (DolenAbout *about)
{
  g_clear_pointer (&about->key, dolen_secret_free);
}

static GBytes *
associate (const DolenAbout *about, const guint8 *id)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) LABEL, sizeof LABEL - 1);
  g_byte_array_append (bytes, about->vault, DOLEN_ID_SIZE);
  g_byte_array_append (bytes, id, DOLEN_ID_SIZE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
dolen_about_put (DolenAbout *about, const guint8 *id, struct json_object *object, GError **error)
{
  g_autoptr (GBytes) associated = associate (about, id);
  g_autofree guint8 *sealed = NULL;
  guint8 nonce[DOLEN_NONCE_SIZE];
  gsize size = 0;
  /* Not INSERT OR REPLACE: a row keeps its place in the order. */
  g_autoptr (DolenStatement) put
             = dolen_db_prepare (about->db,
                                 "INSERT INTO about (about, nonce, sealed) VALUES (?1, ?2, ?3)"
                                 " ON CONFLICT (about) DO UPDATE SET nonce = ?2, sealed = ?3",
                                 error);

  if (put != NULL) {
    randombytes_buf (nonce, sizeof nonce);
    sealed = dolen_seal (about->key,
                         nonce,
                         associated,
                         json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN),
                         &size);
    dolen_statement_bind_blob (put, 1, id, DOLEN_ID_SIZE);
    dolen_statement_bind_blob (put, 2, nonce, sizeof nonce);
    dolen_statement_bind_blob (put, 3, sealed, size);
  }
  json_object_put (object);
  return put != NULL && dolen_statement_run (put, error);
}

/* What does not open is passed over: what it was about is then not known. */
static void
open_row (DolenAbout *about, DolenStatement *row, DolenAboutFunc func, gpointer user_data)
{
  guint8 id[DOLEN_ID_SIZE], nonce[DOLEN_NONCE_SIZE];
  gsize sealed_size = 0, size = 0;
  const guint8 *sealed = dolen_statement_get_blob (row, 2, &sealed_size);
  g_autoptr (GBytes) associated = NULL;
  struct json_object *object;
  char *text;

  if (sealed == NULL || !dolen_statement_copy_blob (row, 0, id, sizeof id)
      || !dolen_statement_copy_blob (row, 1, nonce, sizeof nonce))
    return;
  associated = associate (about, id);
  text = dolen_unseal (about->key, nonce, associated, sealed, sealed_size, &size);
  object = text != NULL ? json_tokener_parse (text) : NULL;
  dolen_wipe_string (text);
  if (json_object_is_type (object, json_type_object))
    func (id, object, user_data);
  json_object_put (object);
}

gboolean
dolen_about_walk (DolenAbout *about, DolenAboutFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      about->db, "SELECT about, nonce, sealed FROM about ORDER BY id", error);
  gboolean found = FALSE, ok;

  if (row == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (row, &found, error)) && found)
    open_row (about, row, func, user_data);
  return ok;
}

/* ---- members ---- */

void
dolen_about_add_public (struct json_object *object, const guint8 *public_key)
{
  g_autofree char *hex = dolen_hex (public_key, DOLEN_PUBLIC_SIZE);

  json_object_object_add (object, "public", json_object_new_string (hex));
}

gboolean
dolen_about_get_public (struct json_object *object, guint8 *public_key)
{
  return dolen_unhex (dolen_about_get_text (object, "public"), public_key, DOLEN_PUBLIC_SIZE);
}

const char *
dolen_about_get_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  if (!json_object_object_get_ex (object, name, &value)
      || !json_object_is_type (value, json_type_string))
    return NULL;
  return json_object_get_string (value);
}

gint64
dolen_about_get_instant (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value) ? json_object_get_int64 (value) : 0;
}
