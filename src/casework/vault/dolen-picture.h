/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/*
 * DolenPicture: a vault as it stood at one moment, in memory, with keys of its own: sealed events
 * and wrapped keys as they are on disk. What takes long (a backup, a comparison) works on it in
 * another thread while the vault is used on.
 */
typedef struct {
  GBytes *journal;   /* the bytes of casework.db */
  GBytes *keys;      /* the bytes of keys.db */
  DolenKeys *opened; /* those keys; unlocked or not */
} DolenPicture;

/** dolen_picture_take: (transfer full): of an open vault; its keys are unlocked. */
DolenPicture *dolen_picture_take (DolenVault *vault, GError **error);

/** dolen_picture_new: (transfer full): of bytes that were read; its keys are locked. @error:
 *  DOLEN_ERROR_CORRUPT, _KEY_DAMAGED, the store's */
DolenPicture *dolen_picture_new (GBytes *journal, GBytes *keys, GError **error);
void dolen_picture_free (DolenPicture *picture);

/**
 * dolen_picture_read:
 * @reader: (nullable): gets every event in order, as at unlock
 * @n_events: (out) (optional): how many rows there are
 * @problems: (out) (optional) (transfer full) (element-type DolenProblem): what is wrong with them
 *
 * Checks the database, opens every event and checks every chain. The keys must be unlocked.
 */
gboolean dolen_picture_read (DolenPicture *picture,
                             const DolenVaultReader *reader,
                             gpointer user_data,
                             gint64 *n_events,
                             GPtrArray **problems,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenPicture, dolen_picture_free)

G_END_DECLS
