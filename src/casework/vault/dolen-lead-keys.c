/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-holders-private.h"

#include "base/dolen-time.h"

#include <sodium.h>
#include <string.h>

/* Whose box it is stands beside it: a worker's id, or zeros for the recovery key. */
static const guint8 recovery_id[DOLEN_ID_SIZE] = { 0 };

void
dolen_lead_keys_clear (gpointer key)
{
  g_clear_pointer (&((DolenLeadKey *) key)->secret, dolen_secret_free);
}

/* ---- opening ---- */

static gboolean
read_box (DolenHolders *self, const guint8 *key, guint8 *box)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      self->db, "SELECT box FROM lead_box WHERE key = ?1 AND worker = ?2", NULL);
  guint8 owner[DOLEN_ID_SIZE] = { 0 };
  gboolean found = FALSE;

  if (row == NULL)
    return FALSE;
  if (self->self_uid != NULL)
    dolen_uid_to_id (self->self_uid, owner);
  dolen_statement_bind_blob (row, 1, key, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (row, 2, owner, sizeof owner);
  return dolen_statement_step (row, &found, NULL) && found
         && dolen_statement_copy_blob (row, 0, box, DOLEN_BOX_SIZE);
}

void
dolen_lead_keys_take (DolenHolders *self, const guint8 *id, struct json_object *object)
{
  DolenLeadKey key = { .secret = NULL };
  guint8 box[DOLEN_BOX_SIZE], public_key[DOLEN_PUBLIC_SIZE];

  key.since = dolen_about_get_instant (object, "since");
  memcpy (key.id, id, DOLEN_ID_SIZE);
  if (!dolen_about_get_public (object, key.public_key))
    return;
  if (self->secret != NULL && read_box (self, id, box))
    key.secret = dolen_pair_open (self->secret, box);
  if (key.secret != NULL) {
    /* A box can be made by anybody: only the secret of this very pair counts. */
    dolen_pair_get_public (key.secret, public_key);
    if (memcmp (public_key, key.public_key, sizeof public_key) != 0)
      g_clear_pointer (&key.secret, dolen_secret_free);
  }
  g_array_append_val (self->lead_keys, key);
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  const DolenLeadKey *one = a, *other = b;

  if (one->since != other->since)
    return one->since < other->since ? -1 : 1;
  return memcmp (one->id, other->id, DOLEN_ID_SIZE);
}

void
dolen_lead_keys_sort (DolenHolders *self)
{
  g_array_sort (self->lead_keys, compare_keys);
}

/* ---- giving ---- */

static gboolean
put_box (DolenHolders *self,
         const DolenLeadKey *key,
         const guint8 *owner,
         const guint8 *public_key,
         GError **error)
{
  g_autoptr (DolenStatement) put = dolen_db_prepare (
      self->db, "INSERT OR REPLACE INTO lead_box (key, worker, box) VALUES (?1, ?2, ?3)", error);
  guint8 box[DOLEN_BOX_SIZE];

  if (put == NULL)
    return FALSE;
  dolen_pair_seal (public_key, key->secret, box);
  dolen_statement_bind_blob (put, 1, key->id, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (put, 2, owner, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (put, 3, box, sizeof box);
  return dolen_statement_run (put, error);
}

static gboolean
put_box_of (DolenHolders *self, const DolenLeadKey *key, const DolenHolder *holder, GError **error)
{
  guint8 id[DOLEN_ID_SIZE];

  return dolen_uid_to_id (holder->uid, id) && put_box (self, key, id, holder->public_key, error);
}

gboolean
dolen_lead_keys_adopt (DolenHolders *self, const DolenLeadKey *key, GError **error)
{
  struct json_object *object = json_object_new_object ();

  json_object_object_add (object, "kind", json_object_new_string ("lead"));
  json_object_object_add (object, "since", json_object_new_int64 (key->since));
  dolen_about_add_public (object, key->public_key);
  return dolen_about_put (&self->about, key->id, object, error);
}

/* The newest there is, whatever the clock says. */
static gint64
begin_at (DolenHolders *self)
{
  gint64 now = dolen_time_now ();

  if (self->lead_keys->len == 0)
    return now;
  return MAX (now,
              g_array_index (self->lead_keys, DolenLeadKey, self->lead_keys->len - 1).since + 1);
}

/* A new pair, for every lead but @except and for @also; both (nullable). */
static gboolean
begin_pair (DolenHolders *self, const DolenHolder *also, const char *except, GError **error)
{
  DolenLeadKey key = { .since = begin_at (self), .secret = dolen_secret_new_random () };
  gboolean ok;

  randombytes_buf (key.id, sizeof key.id);
  dolen_pair_get_public (key.secret, key.public_key);
  ok = dolen_lead_keys_adopt (self, &key, error);
  for (guint i = 0; ok && i < self->list->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (self->list, i);

    if (holder->role == DOLEN_ROLE_LEAD && g_strcmp0 (holder->uid, except) != 0
        && (also == NULL || !g_str_equal (holder->uid, also->uid)))
      ok = put_box_of (self, &key, holder, error);
  }
  ok = ok && (also == NULL || put_box_of (self, &key, also, error))
       && (!self->has_recovery_public
           || put_box (self, &key, recovery_id, self->recovery_public, error));
  dolen_lead_keys_clear (&key);
  return ok;
}

/* ---- after another copy was brought in ---- */

/* @owner: (nullable): the recovery key. */
static gboolean
has_box (DolenHolders *self, const DolenLeadKey *key, const DolenHolder *owner)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      self->db, "SELECT 1 FROM lead_box WHERE key = ?1 AND worker = ?2", NULL);
  guint8 id[DOLEN_ID_SIZE] = { 0 };
  gboolean found = FALSE;

  if (row == NULL || (owner != NULL && !dolen_uid_to_id (owner->uid, id)))
    return FALSE;
  dolen_statement_bind_blob (row, 1, key->id, DOLEN_ID_SIZE);
  dolen_statement_bind_blob (row, 2, id, sizeof id);
  return dolen_statement_step (row, &found, NULL) && found;
}

/* Who has none of @key is given one (@give), or the first of them ends it: FALSE. */
static gboolean
see_boxes (DolenHolders *self, const DolenLeadKey *key, gboolean give, GError **error)
{
  for (guint i = 0; i < self->list->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (self->list, i);

    if (holder->role == DOLEN_ROLE_LEAD && !has_box (self, key, holder)
        && !(give && put_box_of (self, key, holder, error)))
      return FALSE;
  }
  return !self->has_recovery_public || has_box (self, key, NULL)
         || (give && put_box (self, key, recovery_id, self->recovery_public, error));
}

gboolean
dolen_lead_keys_complete (DolenHolders *self, GError **error)
{
  for (guint i = 0; i < self->lead_keys->len; i++) {
    const DolenLeadKey *key = &g_array_index (self->lead_keys, DolenLeadKey, i);

    if (key->secret != NULL && !see_boxes (self, key, TRUE, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_lead_keys_is_given (DolenHolders *self)
{
  return self->lead_keys->len == 0
         || see_boxes (self,
                       &g_array_index (self->lead_keys, DolenLeadKey, self->lead_keys->len - 1),
                       FALSE,
                       NULL);
}

gboolean
dolen_lead_keys_renew (DolenHolders *self, GError **error)
{
  return begin_pair (self, NULL, NULL, error);
}

/* ---- as workers come and go ---- */

static gboolean
can_open_newest (DolenHolders *self)
{
  return self->lead_keys->len > 0
         && g_array_index (self->lead_keys, DolenLeadKey, self->lead_keys->len - 1).secret != NULL;
}

gboolean
dolen_lead_keys_give (DolenHolders *self, const DolenHolder *holder, GError **error)
{
  for (guint i = 0; i < self->lead_keys->len; i++) {
    const DolenLeadKey *key = &g_array_index (self->lead_keys, DolenLeadKey, i);

    if (key->secret != NULL && !put_box_of (self, key, holder, error))
      return FALSE;
  }
  return can_open_newest (self) || begin_pair (self, holder, NULL, error);
}

gboolean
dolen_lead_keys_give_recovery (DolenHolders *self, GError **error)
{
  for (guint i = 0; i < self->lead_keys->len; i++) {
    const DolenLeadKey *key = &g_array_index (self->lead_keys, DolenLeadKey, i);

    if (key->secret != NULL && !put_box (self, key, recovery_id, self->recovery_public, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_lead_keys_take_away (DolenHolders *self, const char *uid, gboolean renew, GError **error)
{
  g_autoptr (DolenStatement) drop
             = dolen_db_prepare (self->db, "DELETE FROM lead_box WHERE worker = ?1", error);
  guint8 id[DOLEN_ID_SIZE];

  if (drop == NULL || !dolen_uid_to_id (uid, id))
    return FALSE;
  dolen_statement_bind_blob (drop, 1, id, sizeof id);
  return dolen_statement_run (drop, error) && (!renew || begin_pair (self, NULL, uid, error));
}
