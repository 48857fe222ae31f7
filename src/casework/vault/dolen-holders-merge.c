/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-holders-merge.h"

#include "casework/vault/dolen-holders-private.h"
#include "casework/vault/dolen-key-slot.h"

#include <string.h>

typedef struct {
  guint8 key[DOLEN_ID_SIZE];
  guint8 owner[DOLEN_ID_SIZE]; /* a worker, or zeros: the recovery key */
  guint8 box[DOLEN_BOX_SIZE];
} Box;

struct _DolenHoldersUnion {
  DolenHolders *ours;   /* (not owned) */
  DolenHolders *theirs; /* (owned) read, never written */
  GHashTable *leads;    /* (owned) uids of who was a lead in either */
  GArray *here, *there; /* (owned) Box, as they were */
  gint64 version;
};

static const guint8 recovery_id[DOLEN_ID_SIZE] = { 0 };

/* ---- both as they stand ---- */

static GArray *
read_boxes (DolenDb *db, GError **error)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (db, "SELECT key, worker, box FROM lead_box", error);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  gboolean found = FALSE, ok;
  Box box;

  if (row == NULL)
    return NULL;
  while ((ok = dolen_statement_step (row, &found, error)) && found)
    if (dolen_statement_copy_blob (row, 0, box.key, sizeof box.key)
        && dolen_statement_copy_blob (row, 1, box.owner, sizeof box.owner)
        && dolen_statement_copy_blob (row, 2, box.box, sizeof box.box))
      g_array_append_val (boxes, box);
  return ok ? g_steal_pointer (&boxes) : NULL;
}

static void
note_leads (DolenHoldersUnion *both, DolenHolders *holders)
{
  const GPtrArray *list = dolen_holders_list (holders);

  for (guint i = 0; i < list->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (list, i);

    if (holder->role == DOLEN_ROLE_LEAD)
      g_hash_table_add (both->leads, g_strdup (holder->uid));
  }
}

DolenHoldersUnion *
dolen_holders_union_new (DolenHolders *ours, DolenDb *other, GError **error)
{
  g_autoptr (DolenHoldersUnion) both = g_new0 (DolenHoldersUnion, 1);

  both->ours = ours;
  both->leads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  both->theirs = dolen_holders_new (other, ours->vault, &both->version);
  if (!dolen_holders_load (both->theirs, ours->vault_key, NULL, NULL, error)
      || (both->here = read_boxes (ours->db, error)) == NULL
      || (both->there = read_boxes (other, error)) == NULL)
    return NULL;
  note_leads (both, ours);
  note_leads (both, both->theirs);
  return g_steal_pointer (&both);
}

void
dolen_holders_union_free (DolenHoldersUnion *both)
{
  if (both == NULL)
    return;
  dolen_holders_free (both->theirs);
  g_hash_table_unref (both->leads);
  g_clear_pointer (&both->here, g_array_unref);
  g_clear_pointer (&both->there, g_array_unref);
  g_free (both);
}

/* ---- a slot: which of two was written last ---- */

typedef struct {
  gboolean sound; /* it stands there as it was written, and is the one that is sealed */
  gint64 keyed;
  guint8 hash[DOLEN_HASH_SIZE];
} Written;

/* @is_sound: whether the slot, of @hash, holds together; @sealed: the hash noted beside it. */
static Written
describe (gboolean is_sound, const guint8 *hash, gint64 keyed, const guint8 *sealed)
{
  static const guint8 none[DOLEN_HASH_SIZE] = { 0 };
  gboolean noted = memcmp (sealed, none, sizeof none) != 0;
  Written written = { .keyed = keyed };

  written.sound = is_sound && (!noted || memcmp (hash, sealed, DOLEN_HASH_SIZE) == 0);
  memcpy (written.hash, noted || !is_sound ? sealed : hash, DOLEN_HASH_SIZE);
  return written;
}

/* Of two instants that are the same any rule will do that both copies follow. A former slot does
 * not come back in the place of a newer one that is damaged: it may open to who should not. */
static gboolean
is_to_take (const Written *theirs, const Written *ours)
{
  int order = memcmp (theirs->hash, ours->hash, DOLEN_HASH_SIZE);

  if (!theirs->sound)
    return FALSE;
  if (order == 0)
    return !ours->sound;
  return theirs->keyed > ours->keyed || (theirs->keyed == ours->keyed && order > 0);
}

/* ---- workers ---- */

static Written
describe_worker (DolenHolders *holders, const DolenHolder *holder, const guint8 *id)
{
  guint8 hash[DOLEN_HASH_SIZE] = { 0 };
  gboolean is_sound = dolen_worker_slot_is_sound (holders->db, holders->vault, id, hash);

  return describe (is_sound, hash, holder->keyed, holder->slot);
}

static gboolean
drop_boxes (DolenHolders *self, const guint8 *owner, GError **error)
{
  g_autoptr (DolenStatement) drop
             = dolen_db_prepare (self->db, "DELETE FROM lead_box WHERE worker = ?1", error);

  if (drop == NULL)
    return FALSE;
  dolen_statement_bind_blob (drop, 1, owner, DOLEN_ID_SIZE);
  return dolen_statement_run (drop, error);
}

/* The slot, if theirs was written last, and the pair with it. */
static gboolean
take_slot (DolenHoldersUnion *both,
           const DolenHolder *theirs,
           DolenHolder *merged,
           gboolean *changed,
           GError **error)
{
  guint8 id[DOLEN_ID_SIZE];
  Written there, here;

  if (!dolen_uid_to_id (merged->uid, id))
    return TRUE;
  there = describe_worker (both->theirs, theirs, id);
  here = describe_worker (both->ours, merged, id);
  if (!is_to_take (&there, &here))
    return TRUE;
  /* Boxes for the former pair open no more. */
  if (memcmp (theirs->public_key, merged->public_key, DOLEN_PUBLIC_SIZE) != 0
      && !drop_boxes (both->ours, id, error))
    return FALSE;
  memcpy (merged->public_key, theirs->public_key, DOLEN_PUBLIC_SIZE);
  memcpy (merged->slot, there.hash, DOLEN_HASH_SIZE);
  merged->keyed = theirs->keyed;
  *changed = TRUE;
  return dolen_worker_slot_copy (both->theirs->db, both->ours->db, both->ours->vault, id, error);
}

static gboolean
is_later (gint64 theirs, gint64 ours, int order)
{
  return order != 0 && (theirs > ours || (theirs == ours && order > 0));
}

static void
take_name_and_role (const DolenHolder *theirs, DolenHolder *merged, gboolean *changed)
{
  if (is_later (theirs->named, merged->named, g_strcmp0 (theirs->name, merged->name))) {
    g_free (merged->name);
    merged->name = g_strdup (theirs->name);
    merged->named = theirs->named;
    *changed = TRUE;
  }
  if (is_later (theirs->ranked, merged->ranked, (int) theirs->role - (int) merged->role)) {
    merged->role = theirs->role;
    merged->ranked = theirs->ranked;
    *changed = TRUE;
  }
}

static gboolean
is_buried (DolenHolders *self, const char *uid)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (self->db, "SELECT 1 FROM tombstone WHERE key = ?1", NULL);
  guint8 id[DOLEN_ID_SIZE];
  gboolean found = FALSE;

  if (row == NULL || !dolen_uid_to_id (uid, id))
    return TRUE;
  dolen_statement_bind_blob (row, 1, id, sizeof id);
  return !dolen_statement_step (row, &found, NULL) || found;
}

static gboolean
take_worker (DolenHoldersUnion *both,
             const DolenHolder *theirs,
             DolenHoldersTaken *taken,
             GError **error)
{
  const DolenHolder *ours = dolen_holders_find (both->ours, theirs->uid);
  g_autoptr (DolenHolder) merged = dolen_holder_copy (ours != NULL ? ours : theirs);
  gboolean changed = ours == NULL;

  if (is_buried (both->ours, theirs->uid))
    return TRUE;
  take_name_and_role (theirs, merged, &changed);
  if (!take_slot (both, theirs, merged, &changed, error))
    return FALSE;
  taken->n_workers += changed;
  return !changed || dolen_holders_put (both->ours, merged, error);
}

static gboolean
take_workers (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  const GPtrArray *theirs = dolen_holders_list (both->theirs);

  for (guint i = 0; i < theirs->len; i++)
    if (!take_worker (both, g_ptr_array_index (theirs, i), taken, error))
      return FALSE;
  return dolen_holders_read (both->ours, error);
}

/* In each copy another ceased to be a lead, or was taken away: who ceased last stays one. */
static gboolean
keep_a_lead (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  const GPtrArray *list = dolen_holders_list (both->ours);
  g_autoptr (DolenHolder) lead = NULL;
  const DolenHolder *last = NULL;

  for (guint i = 0; i < list->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (list, i);

    if (holder->role == DOLEN_ROLE_LEAD)
      return TRUE;
    if (g_hash_table_contains (both->leads, holder->uid)
        && (last == NULL || holder->ranked > last->ranked
            || (holder->ranked == last->ranked && strcmp (holder->uid, last->uid) > 0)))
      last = holder;
  }
  if (last == NULL)
    return TRUE;
  lead = dolen_holder_copy (last);
  lead->role = DOLEN_ROLE_LEAD;
  lead->ranked++;
  taken->n_workers++;
  return dolen_holders_put (both->ours, lead, error) && dolen_holders_read (both->ours, error);
}

/* ---- the recovery key ---- */

static Written
describe_recovery (DolenHolders *holders)
{
  guint8 hash[DOLEN_HASH_SIZE] = { 0 };
  gboolean is_sound = dolen_key_slot_is_sound (holders->db, holders->vault, hash);

  return describe (is_sound, hash, holders->recovery_keyed, holders->recovery_slot);
}

static gboolean
take_recovery (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  DolenHolders *ours = both->ours, *theirs = both->theirs;
  Written there = describe_recovery (theirs), here = describe_recovery (ours);

  if (!is_to_take (&there, &here) || (ours->has_recovery_public && !theirs->has_recovery_public))
    return TRUE;
  if (memcmp (ours->recovery_public, theirs->recovery_public, DOLEN_PUBLIC_SIZE) != 0
      && !drop_boxes (ours, recovery_id, error))
    return FALSE;
  memcpy (ours->recovery_public, theirs->recovery_public, DOLEN_PUBLIC_SIZE);
  memcpy (ours->recovery_slot, there.hash, DOLEN_HASH_SIZE);
  ours->has_recovery_public = theirs->has_recovery_public;
  ours->recovery_keyed = theirs->recovery_keyed;
  taken->recovery_key = TRUE;
  return dolen_key_slot_copy_recovery (theirs->db, ours->db, ours->vault, error)
         && dolen_holders_put_recovery (ours, error);
}

/* ---- the leads' pairs ---- */

static gboolean
knows_pair (DolenHolders *self, const guint8 *id)
{
  for (guint i = 0; i < self->lead_keys->len; i++)
    if (memcmp (g_array_index (self->lead_keys, DolenLeadKey, i).id, id, DOLEN_ID_SIZE) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_pairs (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  GArray *theirs = both->theirs->lead_keys;

  for (guint i = 0; i < theirs->len; i++) {
    const DolenLeadKey *key = &g_array_index (theirs, DolenLeadKey, i);

    if (knows_pair (both->ours, key->id))
      continue;
    if (!dolen_lead_keys_adopt (both->ours, key, error))
      return FALSE;
    taken->n_pairs++;
  }
  return dolen_holders_read (both->ours, error);
}

static const DolenHolder *
find_lead (DolenHolders *self, const guint8 *id)
{
  g_autofree char *uid = dolen_id_to_uid (id);
  const DolenHolder *holder = dolen_holders_find (self, uid);

  return holder != NULL && holder->role == DOLEN_ROLE_LEAD ? holder : NULL;
}

/* Whether the box was made for the pair that its owner has now. */
static gboolean
still_opens (DolenHoldersUnion *both, const Box *box)
{
  const DolenHolder *now, *then;
  g_autofree char *uid = NULL;

  if (memcmp (box->owner, recovery_id, DOLEN_ID_SIZE) == 0)
    return both->theirs->has_recovery_public && both->ours->has_recovery_public
           && memcmp (both->theirs->recovery_public, both->ours->recovery_public, DOLEN_PUBLIC_SIZE)
                  == 0;
  uid = dolen_id_to_uid (box->owner);
  now = find_lead (both->ours, box->owner);
  then = dolen_holders_find (both->theirs, uid);
  return now != NULL && then != NULL
         && memcmp (now->public_key, then->public_key, DOLEN_PUBLIC_SIZE) == 0;
}

static gboolean
take_box (DolenHoldersUnion *both, const Box *box, DolenHoldersTaken *taken, GError **error)
{
  g_autoptr (DolenStatement) put
             = dolen_db_prepare (both->ours->db,
                                 "INSERT OR IGNORE INTO lead_box (key, worker, box)"
                                 " VALUES (?1, ?2, ?3)",
                                 error);

  if (put == NULL)
    return FALSE;
  dolen_statement_bind_blob (put, 1, box->key, sizeof box->key);
  dolen_statement_bind_blob (put, 2, box->owner, sizeof box->owner);
  dolen_statement_bind_blob (put, 3, box->box, sizeof box->box);
  if (!dolen_statement_run (put, error))
    return FALSE;
  taken->n_pairs += dolen_db_changes (both->ours->db);
  return TRUE;
}

static gboolean
take_boxes (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  for (guint i = 0; i < both->there->len; i++) {
    const Box *box = &g_array_index (both->there, Box, i);

    if (knows_pair (both->ours, box->key) && still_opens (both, box)
        && !take_box (both, box, taken, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
drop_boxes_of_others (DolenHolders *self, GError **error)
{
  const GPtrArray *list = dolen_holders_list (self);

  for (guint i = 0; i < list->len; i++) {
    const DolenHolder *holder = g_ptr_array_index (list, i);

    if (holder->role != DOLEN_ROLE_LEAD
        && !dolen_lead_keys_take_away (self, holder->uid, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

/* In one copy a pair began while who is no lead any more, as the other knew, was one there. */
static gboolean
is_open_to_others (DolenHolders *self, GArray *boxes)
{
  const DolenLeadKey *newest;

  if (self->lead_keys->len == 0)
    return FALSE;
  newest = &g_array_index (self->lead_keys, DolenLeadKey, self->lead_keys->len - 1);
  for (guint i = 0; i < boxes->len; i++) {
    const Box *box = &g_array_index (boxes, Box, i);

    if (memcmp (box->key, newest->id, DOLEN_ID_SIZE) == 0
        && memcmp (box->owner, recovery_id, DOLEN_ID_SIZE) != 0
        && find_lead (self, box->owner) == NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
settle_pairs (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  DolenHolders *ours = both->ours;

  /* Read again: a box that came over may be ours, and what it opens can be handed on. */
  if (!drop_boxes_of_others (ours, error) || !dolen_holders_read (ours, error)
      || !dolen_lead_keys_complete (ours, error))
    return FALSE;
  if (!is_open_to_others (ours, both->here) && !is_open_to_others (ours, both->there)
      && dolen_lead_keys_is_given (ours))
    return TRUE;
  taken->n_pairs++;
  return dolen_lead_keys_renew (ours, error);
}

gboolean
dolen_holders_union_take (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error)
{
  return dolen_holders_read (both->ours, error) && take_workers (both, taken, error)
         && keep_a_lead (both, taken, error) && take_recovery (both, taken, error)
         && take_pairs (both, taken, error) && take_boxes (both, taken, error)
         && settle_pairs (both, taken, error);
}
