/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-about.h"
#include "casework/vault/dolen-holders.h"

G_BEGIN_DECLS

/* What the holders' own files share; nobody else includes this. */

/** DolenLeadKey: a leads' pair. */
typedef struct {
  guint8 id[DOLEN_ID_SIZE];
  guint8 public_key[DOLEN_PUBLIC_SIZE];
  gint64 since;        /* instant */
  DolenSecret *secret; /* (owned) (nullable) for who is a lead */
} DolenLeadKey;

struct _DolenHolders {
  DolenDb *db; /* (not owned) */
  guint8 vault[DOLEN_ID_SIZE];
  gint64 *version;        /* (not owned) of keys.db */
  DolenSecret *vault_key; /* (owned) (nullable) until it is loaded */
  DolenAbout about;
  GPtrArray *list;     /* (owned) DolenHolder */
  GArray *lead_keys;   /* (owned) DolenLeadKey, the newest last */
  char *self_uid;      /* (owned) (nullable) */
  DolenSecret *secret; /* (owned) (nullable) of the own pair */
  guint8 recovery_public[DOLEN_PUBLIC_SIZE];
  gboolean has_recovery_public;
  gint64 recovery_keyed; /* as DolenHolder.keyed and .slot */
  guint8 recovery_slot[DOLEN_HASH_SIZE];
  GPtrArray *known; /* (owned) (nullable) DolenDerived: of the act under way */
};

/* ---- dolen-holders.c: in the caller's transaction ---- */

/** dolen_holders_read: what stands there now, in a transaction that may yet be taken back. */
gboolean dolen_holders_read (DolenHolders *self, GError **error);

/** dolen_holders_put: what is known of @holder, in place of what was. */
gboolean dolen_holders_put (DolenHolders *self, const DolenHolder *holder, GError **error);

/** dolen_holders_put_recovery: what is known of the recovery key: the fields of @self. */
gboolean dolen_holders_put_recovery (DolenHolders *self, GError **error);

/* ---- dolen-lead-keys.c: in the caller's transaction ---- */

void dolen_lead_keys_clear (gpointer key);

/** dolen_lead_keys_take: a row of "about" of kind "lead": opens its secret if it is for us. */
void dolen_lead_keys_take (DolenHolders *self, const guint8 *id, struct json_object *object);

/** dolen_lead_keys_give: all pairs we can open, to @holder; the first pair where there is none that
 * we can open. */
gboolean dolen_lead_keys_give (DolenHolders *self, const DolenHolder *holder, GError **error);

/** dolen_lead_keys_give_recovery: the same to the recovery key's pair. */
gboolean dolen_lead_keys_give_recovery (DolenHolders *self, GError **error);

/** dolen_lead_keys_sort: the newest last; of one instant in the order of their ids, so that every
 * copy seals to the same. */
void dolen_lead_keys_sort (DolenHolders *self);

/** dolen_lead_keys_adopt: @key of another copy, without its boxes. */
gboolean dolen_lead_keys_adopt (DolenHolders *self, const DolenLeadKey *key, GError **error);

/** dolen_lead_keys_complete: every pair we can open, to every lead and the recovery key. */
gboolean dolen_lead_keys_complete (DolenHolders *self, GError **error);

/** dolen_lead_keys_is_given: whether every lead and the recovery key have a box of the newest pair.
 */
gboolean dolen_lead_keys_is_given (DolenHolders *self);

/** dolen_lead_keys_renew: a new pair for all who are leads. */
gboolean dolen_lead_keys_renew (DolenHolders *self, GError **error);

/** dolen_lead_keys_take_away: @uid can open none any more. @renew: and a new pair begins for the
 * leads that are left. */
gboolean
dolen_lead_keys_take_away (DolenHolders *self, const char *uid, gboolean renew, GError **error);

G_END_DECLS
