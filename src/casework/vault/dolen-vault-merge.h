/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/** DolenMergeResult: what bringing in another copy came to; events but where it says keys. */
typedef struct {
  gint64 n_adopted;  /* were not here */
  gint64 n_known;    /* were here already */
  gint64 n_restored; /* were damaged or without their text here, and are whole now */
  gint64
      n_quarantined;  /* their place is taken by another event: set aside, and read all the same */
  gint64 n_left_out;  /* damaged there: nothing of them was taken */
  gint64 n_keys;      /* keys that were not here, or damaged */
  gint64 n_destroyed; /* keys destroyed there, and now here: erased people */
  gint64 n_workers;   /* workers added there, or with another name, role or passphrase */
  gint64 n_removed;   /* workers taken away there, and now here */
  gint64 n_recovery;  /* 1: the recovery key is that of the other copy now */
} DolenMergeResult;

/**
 * dolen_vault_merge:
 * @path: another copy of this vault: a folder or its casework.db; read, never written
 * @error: DOLEN_ERROR_NOT_OURS (of another vault, or this copy itself), _NOT_FOUND, the store's
 *
 * The union of both, whichever is merged into which and in whatever order. Keys first, in one
 * transaction of keys.db (tombstones before all: what either copy destroyed is destroyed; of a
 * passphrase, a role, the recovery key what was set last holds); then the
 * events in one transaction of casework.db. The same again changes nothing. Only what is authentic
 * is taken; what is damaged here is put right from there. It may be called while there are
 * problems, and is how many of them end.
 */
gboolean
dolen_vault_merge (DolenVault *vault, const char *path, DolenMergeResult *result, GError **error);

G_END_DECLS
