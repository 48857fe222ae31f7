/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-keys.h"

G_BEGIN_DECLS

/* What the files of the keys share; nobody else includes this. */

/* One wrapped key as it stands in memory: opened when it is used, so that one key at a time is. */
typedef DolenWrapRow WrappedKey;

struct _DolenKeys {
  DolenDb *db; /* (owned) */
  guint8 vault[DOLEN_ID_SIZE];
  guint8 office[DOLEN_ID_SIZE];
  gint64 version;
  DolenSecret *vault_key; /* (owned) (nullable) while unlocked */
  DolenHolders *holders;  /* (owned) (nullable) while unlocked */
  GHashTable *wrapped;    /* (owned) WrappedKey by id */
  GHashTable *tombstones; /* (owned) set of ids */
  DolenSecret *current;   /* (owned) the key last asked for */
  guint8 current_id[DOLEN_ID_SIZE];
  gboolean has_current;
  gboolean remains; /* dolen_keys_has_remains() */
};

/** dolen_keys_take: takes @vault_key and @secret (nullable: nobody's pair): unlocked by @worker
 * (nullable). */
gboolean dolen_keys_take (DolenKeys *keys,
                          DolenSecret *vault_key,
                          const guint8 *worker,
                          DolenSecret *secret,
                          GError **error);

/** dolen_keys_refuse_other: sets @error: the keys are another vault's. FALSE. */
gboolean dolen_keys_refuse_other (GError **error);

/** dolen_keys_store_wrap: writes a wrapped key in the caller's transaction. @replace: in place of
 * one that does not open; otherwise one that stands there is an error: what is damaged may yet come
 * back from another copy. */
gboolean
dolen_keys_store_wrap (DolenKeys *keys, const DolenWrapRow *wrap, gboolean replace, GError **error);

G_END_DECLS
