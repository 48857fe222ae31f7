/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/vault/dolen-vault-merge.h"

G_BEGIN_DECLS

/**
 * dolen_casework_merge_sync:
 * @path: another copy of these case records: a folder or its casework.db
 * @result: (out): what it came to
 * @error: DOLEN_ERROR_LOCKED, _NOT_OURS, _NOT_FOUND, the store's
 *
 * Brings it in (dolen_vault_merge()) and reads the caseload anew. Both copies say the same once
 * each was merged into the other. It may take as long as an unlock.
 */
gboolean dolen_casework_merge_sync (DolenCasework *self,
                                    const char *path,
                                    DolenMergeResult *result,
                                    GError **error);

/** dolen_merge_result_sentence: (transfer full): "12 events were taken over; ..." */
char *dolen_merge_result_sentence (const DolenMergeResult *result, DolenLanguage language);

G_END_DECLS
