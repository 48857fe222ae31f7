/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/* Another copy of a vault, open for reading; nothing is written in it or beside it. */
typedef struct {
  DolenJournal *journal; /* (owned) */
  DolenDb *keys;         /* (owned) (nullable) there is no keys.db beside it */
} DolenVaultCopy;

/**
 * dolen_vault_copy_open:
 * @path: a folder that holds casework.db, or such a file; keys.db beside it is used if it is there
 * @keys: of this vault, unlocked
 * @error: DOLEN_ERROR_NOT_OURS (of another vault), _NOT_FOUND, the store's
 */
DolenVaultCopy *dolen_vault_copy_open (const char *path, DolenKeys *keys, GError **error);
void dolen_vault_copy_close (DolenVaultCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenVaultCopy, dolen_vault_copy_close)

G_END_DECLS
