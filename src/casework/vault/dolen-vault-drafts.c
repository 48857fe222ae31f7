/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-own-seal.h"

#include <sodium.h>
#include <string.h>

/*
 * Drafts: one sealed row a form, overwritten as the typing goes on. They are no part of the
 * journal: a form autosaves every two seconds, and what is not yet said is no record. What is being
 * typed is nobody else's yet: inside, it is sealed to the worker who types. Drafts from before
 * there were workers, and those typed under the recovery key, are everybody's.
 */
#define LABEL "dolen-draft-1"
#define OWN_LABEL "dolen-own-draft-1"

void
dolen_draft_free (DolenDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->kind);
  g_free (draft->subject);
  dolen_wipe_string (draft->json);
  g_free (draft);
}

static const DolenHolder *
get_worker (DolenVault *vault)
{
  return dolen_holders_get_self (dolen_keys_get_holders (vault->keys));
}

/* The same form about the same person has the same place; without the key it tells nothing.
 * @worker: (nullable): whose it is. */
static void
find_place (
    DolenVault *vault, const char *kind, const char *subject, const char *worker, guint8 *place)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state,
                           dolen_secret_peek (vault->draft_key),
                           dolen_secret_size (vault->draft_key),
                           DOLEN_ID_SIZE);
  crypto_generichash_update (&state, (const guint8 *) kind, strlen (kind) + 1);
  if (subject != NULL)
    crypto_generichash_update (&state, (const guint8 *) subject, strlen (subject));
  if (worker != NULL) {
    crypto_generichash_update (&state, (const guint8 *) "", 1);
    crypto_generichash_update (&state, (const guint8 *) worker, strlen (worker));
  }
  crypto_generichash_final (&state, place, DOLEN_ID_SIZE);
}

static GBytes *
associate (DolenVault *vault, const DolenDraftRow *row)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) LABEL, sizeof LABEL - 1);
  g_byte_array_append (bytes, dolen_keys_get_vault (vault->keys), DOLEN_ID_SIZE);
  g_byte_array_append (bytes, row->place, DOLEN_ID_SIZE);
  g_byte_array_append (bytes, row->key, DOLEN_ID_SIZE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
add_json (DolenVault *vault, struct json_object *object, const char *json)
{
  const DolenHolder *worker = get_worker (vault);
  g_autofree char *sealed = NULL;

  if (worker == NULL) {
    json_object_object_add (object, "json", json_object_new_string (json));
    return;
  }
  sealed = dolen_own_seal (
      dolen_keys_get_holders (vault->keys), dolen_keys_get_vault (vault->keys), OWN_LABEL, json);
  json_object_object_add (object, "worker", json_object_new_string (worker->uid));
  json_object_object_add (object, "own", json_object_new_string (sealed));
}

static char *
encode (DolenVault *vault, const DolenDraft *draft)
{
  struct json_object *object = json_object_new_object ();
  char *text;

  json_object_object_add (object, "v", json_object_new_int (1));
  json_object_object_add (object, "kind", json_object_new_string (draft->kind));
  if (draft->subject != NULL)
    json_object_object_add (object, "subject", json_object_new_string (draft->subject));
  json_object_object_add (object, "saved", json_object_new_int64 (draft->saved));
  add_json (vault, object, draft->json);
  text = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return text;
}

static const char *
get_text (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value) ? json_object_get_string (value) : NULL;
}

/* NULL where it is another worker's. */
static char *
dup_json (DolenVault *vault, struct json_object *object)
{
  const DolenHolder *worker = get_worker (vault);

  if (get_text (object, "own") == NULL)
    return g_strdup (get_text (object, "json"));
  if (worker == NULL || g_strcmp0 (worker->uid, get_text (object, "worker")) != 0)
    return NULL;
  return dolen_own_open (dolen_keys_get_holders (vault->keys),
                         dolen_keys_get_vault (vault->keys),
                         OWN_LABEL,
                         get_text (object, "own"));
}

static DolenDraft *
decode (DolenVault *vault, const char *text)
{
  struct json_object *object = json_tokener_parse (text), *saved = NULL;
  DolenDraft *draft = NULL;
  char *json = json_object_is_type (object, json_type_object) ? dup_json (vault, object) : NULL;

  if (json != NULL && get_text (object, "kind") != NULL) {
    draft = g_new0 (DolenDraft, 1);
    draft->kind = g_strdup (get_text (object, "kind"));
    draft->subject = g_strdup (get_text (object, "subject"));
    draft->json = g_steal_pointer (&json);
    if (json_object_object_get_ex (object, "saved", &saved))
      draft->saved = json_object_get_int64 (saved);
  }
  dolen_wipe_string (json);
  json_object_put (object);
  return draft;
}

static const char *
get_worker_uid (DolenVault *vault)
{
  const DolenHolder *worker = get_worker (vault);

  return worker != NULL ? worker->uid : NULL;
}

gboolean
dolen_vault_put_draft (DolenVault *vault, const DolenDraft *draft, GError **error)
{
  DolenDraftRow row = { 0 };
  DolenDraft stamped = *draft;
  g_autoptr (GBytes) associated = NULL;
  g_autofree guint8 *sealed = NULL;
  const DolenSecret *key;
  char *text;

  if (!dolen_vault_may_write (vault, error))
    return FALSE;
  find_place (vault, draft->kind, draft->subject, get_worker_uid (vault), row.place);
  dolen_vault_key_of (vault, draft->subject, row.key);
  key = dolen_keys_get (vault->keys, row.key);
  if (key == NULL) {
    /* About somebody who is not stored yet. */
    dolen_vault_key_of (vault, NULL, row.key);
    key = dolen_keys_get (vault->keys, row.key);
  }
  g_return_val_if_fail (key != NULL, FALSE);
  randombytes_buf (row.nonce, sizeof row.nonce);
  associated = associate (vault, &row);
  stamped.saved = dolen_time_now ();
  text = encode (vault, &stamped);
  sealed = dolen_seal (key, row.nonce, associated, text, &row.sealed_size);
  dolen_wipe_string (text);
  row.sealed = sealed;
  return dolen_journal_put_draft (vault->journal, &row, error);
}

/* (transfer full) (nullable): what was sealed; of another worker's draft what they typed stays
 * sealed inside. */
static char *
unseal_draft (DolenVault *vault, DolenStatement *statement)
{
  DolenDraftRow row;
  g_autoptr (GBytes) associated = NULL;
  const DolenSecret *key;
  gsize size = 0;

  if (!dolen_journal_read_draft (statement, &row))
    return NULL;
  key = dolen_keys_get (vault->keys, row.key);
  associated = associate (vault, &row);
  return key != NULL ? dolen_unseal (key, row.nonce, associated, row.sealed, row.sealed_size, &size)
                     : NULL;
}

/* One that does not open is not given back: it was damaged, and a draft is not worth an alarm. */
static DolenDraft *
open_draft (DolenVault *vault, DolenStatement *statement)
{
  char *text = unseal_draft (vault, statement);
  DolenDraft *draft = text != NULL ? decode (vault, text) : NULL;

  dolen_wipe_string (text);
  return draft;
}

gboolean
dolen_vault_drafts_are_sound (DolenVault *vault)
{
  g_autoptr (DolenStatement) rows = dolen_journal_walk_drafts (vault->journal, NULL, NULL);
  gboolean found = FALSE, ok = rows != NULL;

  while (ok && (ok = dolen_statement_step (rows, &found, NULL)) && found) {
    char *text = unseal_draft (vault, rows);

    ok = text != NULL;
    dolen_wipe_string (text);
  }
  return ok;
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const DolenDraft *first = *(DolenDraft *const *) a, *second = *(DolenDraft *const *) b;

  return first->saved > second->saved ? -1 : first->saved < second->saved;
}

static GPtrArray *
read_drafts (DolenVault *vault, const guint8 *place, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_draft_free);
  g_autoptr (DolenStatement) statement = dolen_journal_walk_drafts (vault->journal, place, error);
  gboolean found = FALSE, ok;

  if (statement == NULL)
    return NULL;
  while ((ok = dolen_statement_step (statement, &found, error)) && found) {
    DolenDraft *draft = open_draft (vault, statement);

    if (draft != NULL)
      g_ptr_array_add (drafts, draft);
  }
  g_ptr_array_sort (drafts, compare_drafts);
  return ok ? g_steal_pointer (&drafts) : NULL;
}

/* One's own first, then everybody's. */
static DolenDraft *
get_draft_of (
    DolenVault *vault, const char *kind, const char *subject, const char *worker, GError **error)
{
  guint8 place[DOLEN_ID_SIZE];
  g_autoptr (GPtrArray) drafts = NULL;

  find_place (vault, kind, subject, worker, place);
  drafts = read_drafts (vault, place, error);
  if (drafts != NULL && drafts->len > 0)
    return g_ptr_array_steal_index (drafts, 0);
  return drafts != NULL && worker != NULL ? get_draft_of (vault, kind, subject, NULL, error) : NULL;
}

DolenDraft *
dolen_vault_get_draft (DolenVault *vault, const char *kind, const char *subject, GError **error)
{
  return get_draft_of (vault, kind, subject, get_worker_uid (vault), error);
}

gboolean
dolen_vault_drop_draft (DolenVault *vault, const char *kind, const char *subject, GError **error)
{
  guint8 own[DOLEN_ID_SIZE], shared[DOLEN_ID_SIZE];

  if (!dolen_vault_may_write (vault, error))
    return FALSE;
  find_place (vault, kind, subject, get_worker_uid (vault), own);
  find_place (vault, kind, subject, NULL, shared);
  return dolen_journal_drop_draft (vault->journal, own, error)
         && dolen_journal_drop_draft (vault->journal, shared, error);
}

GPtrArray *
dolen_vault_list_drafts (DolenVault *vault, GError **error)
{
  return read_drafts (vault, NULL, error);
}
