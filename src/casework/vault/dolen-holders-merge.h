/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-holders.h"

G_BEGIN_DECLS

/** DolenHoldersUnion: who holds a key to the vault in this copy and in another, before anything of
 * one came into the other. */
typedef struct _DolenHoldersUnion DolenHoldersUnion;

/** DolenHoldersTaken: what it came to. */
typedef struct {
  gint64 n_workers;      /* added, or another name, role or passphrase */
  gint64 n_pairs;        /* leads' pairs and boxes of theirs; workers are not counted for them */
  gboolean recovery_key; /* it is that of the other copy now */
} DolenHoldersTaken;

/**
 * dolen_holders_union_new:
 * @ours: loaded; outlives it
 * @other: (transfer none): keys.db of another copy of the same vault; outlives it
 *
 * To be made before tombstones of @other are put here: whom a box was for says who could open it.
 */
DolenHoldersUnion *dolen_holders_union_new (DolenHolders *ours, DolenDb *other, GError **error);
void dolen_holders_union_free (DolenHoldersUnion *both);

/**
 * dolen_holders_union_take: in the caller's transaction, after the tombstones: of a worker's name,
 * role and passphrase (with their pair), and of the recovery key, what was set last holds, each by
 * itself. Leads' pairs come over; their boxes stay for leads alone, and where one who is none could
 * open the newest, or one who is cannot, a new pair begins. Of what we read only that is taken
 * which the vault key sealed. Where that fails: dolen_holders_read_again() once it is taken back.
 */
gboolean
dolen_holders_union_take (DolenHoldersUnion *both, DolenHoldersTaken *taken, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHoldersUnion, dolen_holders_union_free)

G_END_DECLS
