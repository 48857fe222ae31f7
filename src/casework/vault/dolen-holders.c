/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-holders-private.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-key-slot.h"
#include "casework/vault/dolen-scrub.h"
#include "casework/vault/dolen-tombstone.h"
#include "casework/vault/dolen-worker-slot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char dolen_holders_schema[]
    = "CREATE TABLE worker_slot (id INTEGER PRIMARY KEY, worker BLOB NOT NULL UNIQUE,"
      " salt BLOB NOT NULL, passes INTEGER NOT NULL, memory INTEGER NOT NULL, nonce BLOB NOT NULL,"
      " wrapped BLOB NOT NULL, pair_nonce BLOB NOT NULL, pair BLOB NOT NULL, hash BLOB NOT NULL)"
      " STRICT;"
      "CREATE TABLE about (id INTEGER PRIMARY KEY, about BLOB NOT NULL UNIQUE,"
      " nonce BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;"
      "CREATE TABLE lead_box (id INTEGER PRIMARY KEY, key BLOB NOT NULL, worker BLOB NOT NULL,"
      " box BLOB NOT NULL, UNIQUE (key, worker)) STRICT;";

static const guint8 recovery_id[DOLEN_ID_SIZE] = { 0 };

DolenHolders *
dolen_holders_new (DolenDb *db, const guint8 *vault, gint64 *version)
{
  DolenHolders *self = g_new0 (DolenHolders, 1);

  self->db = db;
  memcpy (self->vault, vault, DOLEN_ID_SIZE);
  self->version = version;
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_holder_free);
  self->lead_keys = g_array_new (FALSE, FALSE, sizeof (DolenLeadKey));
  g_array_set_clear_func (self->lead_keys, dolen_lead_keys_clear);
  return self;
}

void
dolen_holders_free (DolenHolders *self)
{
  if (self == NULL)
    return;
  dolen_secret_free (self->vault_key);
  dolen_secret_free (self->secret);
  dolen_about_clear (&self->about);
  g_ptr_array_unref (self->list);
  g_array_unref (self->lead_keys);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_free (self->self_uid);
  g_free (self);
}

/* ---- reading ---- */

static DolenRole
read_role (const char *nick)
{
  for (int i = 0; i < DOLEN_N_ROLES; i++)
    if (g_strcmp0 (dolen_role_nick (i), nick) == 0)
      return i;
  return DOLEN_ROLE_WORKER;
}

static void
take_worker (DolenHolders *self, const guint8 *id, struct json_object *object)
{
  DolenHolder *holder = g_new0 (DolenHolder, 1);
  const char *name = dolen_about_get_text (object, "name");

  holder->uid = dolen_id_to_uid (id);
  holder->name = g_strdup (name != NULL ? name : "");
  holder->role = read_role (dolen_about_get_text (object, "role"));
  holder->since = dolen_about_get_instant (object, "since");
  dolen_about_get_public (object, holder->public_key);
  holder->named = dolen_about_get_instant (object, "named");
  holder->ranked = dolen_about_get_instant (object, "ranked");
  holder->keyed = dolen_about_get_instant (object, "keyed");
  dolen_unhex (dolen_about_get_text (object, "slot"), holder->slot, DOLEN_HASH_SIZE);
  g_ptr_array_add (self->list, holder);
}

static void
take_recovery (DolenHolders *self, struct json_object *object)
{
  self->has_recovery_public = dolen_about_get_public (object, self->recovery_public);
  self->recovery_keyed = dolen_about_get_instant (object, "keyed");
  dolen_unhex (dolen_about_get_text (object, "slot"), self->recovery_slot, DOLEN_HASH_SIZE);
}

static void
take_about (const guint8 *id, struct json_object *object, gpointer user_data)
{
  DolenHolders *self = user_data;
  const char *kind = dolen_about_get_text (object, "kind");

  if (g_strcmp0 (kind, "worker") == 0)
    take_worker (self, id, object);
  else if (g_strcmp0 (kind, "lead") == 0)
    dolen_lead_keys_take (self, id, object);
  else if (g_strcmp0 (kind, "recovery") == 0)
    take_recovery (self, object);
}

gboolean
dolen_holders_read (DolenHolders *self, GError **error)
{
  g_ptr_array_set_size (self->list, 0);
  g_array_set_size (self->lead_keys, 0);
  self->has_recovery_public = FALSE;
  self->recovery_keyed = 0;
  memset (self->recovery_slot, 0, sizeof self->recovery_slot);
  if (!dolen_about_walk (&self->about, take_about, self, error))
    return FALSE;
  dolen_lead_keys_sort (self);
  return TRUE;
}

/* Another pair than the one the passphrase opened: what is sealed to that one would be lost. */
static void
forget_former_secret (DolenHolders *self)
{
  const DolenHolder *holder = dolen_holders_get_self (self);
  guint8 public_key[DOLEN_PUBLIC_SIZE];

  if (holder == NULL || self->secret == NULL)
    return;
  dolen_pair_get_public (self->secret, public_key);
  if (memcmp (public_key, holder->public_key, sizeof public_key) != 0)
    g_clear_pointer (&self->secret, dolen_secret_free);
}

gboolean
dolen_holders_read_again (DolenHolders *self, GError **error)
{
  if (!dolen_holders_read (self, error))
    return FALSE;
  forget_former_secret (self);
  return TRUE;
}

gboolean
dolen_holders_load (DolenHolders *self,
                    const DolenSecret *vault_key,
                    const guint8 *worker,
                    DolenSecret *secret,
                    GError **error)
{
  g_clear_pointer (&self->vault_key, dolen_secret_free);
  g_clear_pointer (&self->secret, dolen_secret_free);
  dolen_about_clear (&self->about);
  self->vault_key = dolen_secret_new_from (dolen_secret_peek (vault_key), DOLEN_KEY_SIZE);
  self->secret = secret;
  g_free (self->self_uid);
  self->self_uid = worker != NULL ? dolen_id_to_uid (worker) : NULL;
  dolen_about_init (&self->about, self->db, self->vault, vault_key);
  return dolen_holders_read (self, error);
}

const GPtrArray *
dolen_holders_list (DolenHolders *self)
{
  return self->list;
}

const DolenHolder *
dolen_holders_find (DolenHolders *self, const char *uid)
{
  for (guint i = 0; i < self->list->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (self->list, i);

    if (g_strcmp0 (holder->uid, uid) == 0)
      return holder;
  }
  return NULL;
}

const DolenHolder *
dolen_holders_get_self (DolenHolders *self)
{
  return self->self_uid != NULL ? dolen_holders_find (self, self->self_uid) : NULL;
}

const DolenSecret *
dolen_holders_get_secret (DolenHolders *self)
{
  return self->secret;
}

gboolean
dolen_holders_recovery_opens_notes (DolenHolders *self)
{
  return self->has_recovery_public;
}

gboolean
dolen_holders_get_lead_key (DolenHolders *self,
                            guint8 id[DOLEN_ID_SIZE],
                            guint8 public_key[DOLEN_PUBLIC_SIZE])
{
  const DolenLeadKey *newest;

  if (self->lead_keys->len == 0)
    return FALSE;
  newest = &g_array_index (self->lead_keys, DolenLeadKey, self->lead_keys->len - 1);
  memcpy (id, newest->id, DOLEN_ID_SIZE);
  memcpy (public_key, newest->public_key, DOLEN_PUBLIC_SIZE);
  return TRUE;
}

const DolenSecret *
dolen_holders_get_lead_secret (DolenHolders *self, const guint8 *id)
{
  for (guint i = 0; i < self->lead_keys->len; i++) {
    const DolenLeadKey *key = &g_array_index (self->lead_keys, DolenLeadKey, i);

    if (memcmp (key->id, id, DOLEN_ID_SIZE) == 0)
      return key->secret;
  }
  return NULL;
}

/* ---- writing ---- */

/* What was destroyed must not stand in the write-ahead log either. */
static gboolean
finish (DolenHolders *self, DolenTransaction *transaction, GError **error)
{
  if (!dolen_db_exec (self->db, "UPDATE vault SET version = version + 1", error)
      || !dolen_transaction_commit (transaction, error))
    return FALSE;
  ++*self->version;
  if (sqlite3_get_autocommit (dolen_db_get_handle (self->db)))
    dolen_scrub (self->db);
  return dolen_holders_read (self, error);
}

/* Later than @before, whatever the clock says. */
static gint64
stamp (gint64 before)
{
  return MAX (dolen_time_now (), before + 1);
}

/* When the slot was written, and which it is, beside what is sealed. */
static void
add_keyed (struct json_object *object, gint64 keyed, const guint8 *slot)
{
  g_autofree char *hex = dolen_hex (slot, DOLEN_HASH_SIZE);

  json_object_object_add (object, "keyed", json_object_new_int64 (keyed));
  json_object_object_add (object, "slot", json_object_new_string (hex));
}

gboolean
dolen_holders_put (DolenHolders *self, const DolenHolder *holder, GError **error)
{
  struct json_object *object = json_object_new_object ();
  guint8 id[DOLEN_ID_SIZE];

  json_object_object_add (object, "kind", json_object_new_string ("worker"));
  json_object_object_add (object, "name", json_object_new_string (holder->name));
  json_object_object_add (object, "role", json_object_new_string (dolen_role_nick (holder->role)));
  json_object_object_add (object, "since", json_object_new_int64 (holder->since));
  dolen_about_add_public (object, holder->public_key);
  json_object_object_add (object, "named", json_object_new_int64 (holder->named));
  json_object_object_add (object, "ranked", json_object_new_int64 (holder->ranked));
  add_keyed (object, holder->keyed, holder->slot);
  dolen_uid_to_id (holder->uid, id);
  return dolen_about_put (&self->about, id, object, error);
}

/* The slot with @pair, and what is known. */
static gboolean
write_slot (DolenHolders *self,
            DolenHolder *holder,
            const char *passphrase,
            DolenPassphraseCost cost,
            const DolenSecret *pair,
            GError **error)
{
  guint8 id[DOLEN_ID_SIZE];

  dolen_uid_to_id (holder->uid, id);
  if (!dolen_worker_slot_write (
          self->db, self->vault, id, self->vault_key, pair, passphrase, cost, self->known, error))
    return FALSE;
  dolen_pair_get_public (pair, holder->public_key);
  holder->keyed = stamp (holder->keyed);
  dolen_worker_slot_get_hash (self->db, id, holder->slot);
  return dolen_holders_put (self, holder, error);
}

/* With a new pair of their own. */
static gboolean
write_holder (DolenHolders *self,
              DolenHolder *holder,
              const char *passphrase,
              DolenPassphraseCost cost,
              GError **error)
{
  g_autoptr (DolenSecret) pair = dolen_secret_new_random ();

  return write_slot (self, holder, passphrase, cost, pair, error)
         && (holder->role != DOLEN_ROLE_LEAD || dolen_lead_keys_give (self, holder, error));
}

gboolean
dolen_holders_add (DolenHolders *self,
                   const char *name,
                   DolenRole role,
                   const char *passphrase,
                   DolenPassphraseCost cost,
                   char **uid,
                   GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (self->db, error);
  g_autoptr (DolenHolder) holder = g_new0 (DolenHolder, 1);
  gboolean first = self->list->len == 0;

  holder->uid = dolen_id_new ();
  holder->name = g_strdup (name != NULL ? name : "");
  holder->role = first ? DOLEN_ROLE_LEAD : role;
  holder->since = holder->named = holder->ranked = dolen_time_now ();
  if (transaction == NULL || !write_holder (self, holder, passphrase, cost, error))
    return FALSE;
  if (first && !dolen_key_slot_drop_passphrase (self->db, error))
    return FALSE;
  if (!finish (self, transaction, error))
    return FALSE;
  if (uid != NULL)
    *uid = g_strdup (holder->uid);
  return TRUE;
}

static gboolean
fail (GError **error, DolenError code, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, code, sentence);
  return FALSE;
}

static const DolenHolder *
need (DolenHolders *self, const char *uid, GError **error)
{
  const DolenHolder *holder = dolen_holders_find (self, uid);

  if (holder == NULL)
    fail (error, DOLEN_ERROR_NOT_FOUND, _ ("There is no such worker."));
  return holder;
}

static gboolean
is_last_lead (DolenHolders *self, const DolenHolder *holder)
{
  int n = 0;

  for (guint i = 0; i < self->list->len; i++)
    n += ((const DolenHolder *) self->list->pdata[i])->role == DOLEN_ROLE_LEAD;
  return holder->role == DOLEN_ROLE_LEAD && n == 1;
}

/* Whoever makes a lead must be able to hand the leads' secrets on; only the recovery key may begin
 * anew. */
static gboolean
may_make_lead (DolenHolders *self, GError **error)
{
  guint8 id[DOLEN_ID_SIZE], public_key[DOLEN_PUBLIC_SIZE];

  if (self->self_uid == NULL || !dolen_holders_get_lead_key (self, id, public_key)
      || dolen_holders_get_lead_secret (self, id) != NULL)
    return TRUE;
  return fail (error, DOLEN_ERROR_NOT_ALLOWED, _ ("Only a lead can make somebody a lead."));
}

gboolean
dolen_holders_set (
    DolenHolders *self, const char *uid, const char *name, DolenRole role, GError **error)
{
  const DolenHolder *before = need (self, uid, error);
  g_autoptr (DolenTransaction) transaction = NULL;
  g_autoptr (DolenHolder) after = NULL;

  if (before == NULL)
    return FALSE;
  if (is_last_lead (self, before) && role != DOLEN_ROLE_LEAD)
    return fail (error,
                 DOLEN_ERROR_NOT_ALLOWED,
                 _ ("There must be a lead. Make somebody else a lead first."));
  if (role == DOLEN_ROLE_LEAD && before->role != role && !may_make_lead (self, error))
    return FALSE;
  after = dolen_holder_copy (before);
  if (g_strcmp0 (before->name, name) != 0)
    after->named = stamp (before->named);
  if (before->role != role)
    after->ranked = stamp (before->ranked);
  g_free (after->name);
  after->name = g_strdup (name);
  after->role = role;
  transaction = dolen_transaction_begin (self->db, error);
  if (transaction == NULL || !dolen_holders_put (self, after, error))
    return FALSE;
  if (before->role != role && role == DOLEN_ROLE_LEAD && !dolen_lead_keys_give (self, after, error))
    return FALSE;
  if (before->role != role && before->role == DOLEN_ROLE_LEAD
      && !dolen_lead_keys_take_away (self, uid, TRUE, error))
    return FALSE;
  return finish (self, transaction, error);
}

gboolean
dolen_holders_remove (DolenHolders *self, const char *uid, GError **error)
{
  const DolenHolder *holder = need (self, uid, error);
  g_autoptr (DolenTransaction) transaction = NULL;
  guint8 id[DOLEN_ID_SIZE];

  if (holder == NULL)
    return FALSE;
  if (g_strcmp0 (uid, self->self_uid) == 0)
    return fail (
        error, DOLEN_ERROR_NOT_ALLOWED, _ ("You cannot take yourself away. Another lead can."));
  if (is_last_lead (self, holder))
    return fail (error,
                 DOLEN_ERROR_NOT_ALLOWED,
                 _ ("There must be a lead. Make somebody else a lead first."));
  transaction = dolen_transaction_begin (self->db, error);
  dolen_uid_to_id (uid, id);
  if (transaction == NULL || !dolen_tombstone_put (self->db, id, dolen_time_now (), error)
      || !dolen_lead_keys_take_away (self, uid, holder->role == DOLEN_ROLE_LEAD, error))
    return FALSE;
  return finish (self, transaction, error);
}

gboolean
dolen_holders_reset (DolenHolders *self,
                     const char *uid,
                     const char *passphrase,
                     DolenPassphraseCost cost,
                     GError **error)
{
  const DolenHolder *before = need (self, uid, error);
  g_autoptr (DolenTransaction) transaction = NULL;
  g_autoptr (DolenHolder) after = NULL;

  if (before == NULL || (before->role == DOLEN_ROLE_LEAD && !may_make_lead (self, error)))
    return FALSE;
  after = dolen_holder_copy (before);
  transaction = dolen_transaction_begin (self->db, error);
  if (transaction == NULL || !dolen_lead_keys_take_away (self, uid, FALSE, error)
      || !write_holder (self, after, passphrase, cost, error))
    return FALSE;
  return finish (self, transaction, error);
}

gboolean
dolen_holders_change (DolenHolders *self,
                      const char *passphrase,
                      DolenPassphraseCost cost,
                      GError **error)
{
  const DolenHolder *before = dolen_holders_get_self (self);
  g_autoptr (DolenTransaction) transaction = NULL;
  g_autoptr (DolenHolder) after = NULL;

  g_return_val_if_fail (before != NULL && self->secret != NULL, FALSE);
  after = dolen_holder_copy (before);
  transaction = dolen_transaction_begin (self->db, error);
  return transaction != NULL && write_slot (self, after, passphrase, cost, self->secret, error)
         && finish (self, transaction, error);
}

GPtrArray *
dolen_holders_plan (DolenHolders *self,
                    const char *passphrase,
                    DolenPassphraseCost cost,
                    const char *current,
                    GError **error)
{
  return dolen_worker_slot_plan (self->db, self->vault, passphrase, cost, current, error);
}

void
dolen_holders_know (DolenHolders *self, GPtrArray *known)
{
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = known;
}

GPtrArray *
dolen_holders_get_known (DolenHolders *self)
{
  return self->known;
}

/* ---- the recovery key ---- */

gboolean
dolen_holders_put_recovery (DolenHolders *self, GError **error)
{
  struct json_object *object = json_object_new_object ();

  json_object_object_add (object, "kind", json_object_new_string ("recovery"));
  if (self->has_recovery_public)
    dolen_about_add_public (object, self->recovery_public);
  add_keyed (object, self->recovery_keyed, self->recovery_slot);
  return dolen_about_put (&self->about, recovery_id, object, error);
}

static gboolean
put_recovery (DolenHolders *self, const DolenSecret *recovery_key, GError **error)
{
  g_autoptr (DolenSecret) secret
             = dolen_secret_derive (recovery_key, DOLEN_RECOVERY_PAIR, self->vault, DOLEN_ID_SIZE);

  if (!dolen_key_slot_write_recovery (
          self->db, self->vault, self->vault_key, recovery_key, self->recovery_slot, error))
    return FALSE;
  dolen_pair_get_public (secret, self->recovery_public);
  self->has_recovery_public = TRUE;
  self->recovery_keyed = stamp (self->recovery_keyed);
  return dolen_holders_put_recovery (self, error) && dolen_lead_keys_give_recovery (self, error);
}

gboolean
dolen_holders_set_recovery_key (DolenHolders *self, const DolenSecret *recovery_key, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (self->db, error);

  if (transaction == NULL)
    return FALSE;
  if (put_recovery (self, recovery_key, error) && finish (self, transaction, error))
    return TRUE;
  /* Taken back first: until then the new public key would still be read. */
  g_clear_pointer (&transaction, dolen_transaction_free);
  dolen_holders_read (self, NULL);
  return FALSE;
}
