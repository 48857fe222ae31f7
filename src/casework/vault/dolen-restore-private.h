/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-restore.h"

G_BEGIN_DECLS

/* What the restore's own files share; nobody else includes this. */

/** dolen_restore_read_former: what the vault in @folder, if there is one, knows was destroyed, by a
 * tombstone or an authentic event. FALSE where it is another vault than @restore's.
 * @destroyed: (out) (element-type GBytes): ids of keys
 * @redacted: (out) (element-type DolenEvent): of each redaction its .target, and .changes: what it
 *   keeps of it */
gboolean dolen_restore_read_former (DolenRestore *restore,
                                    const char *folder,
                                    GPtrArray **destroyed,
                                    GPtrArray **redacted,
                                    GError **error);

/**
 * dolen_restore_keep_keys: brings what the keys.db in @folder says of who may open the vault, if it
 * is there and sound, into @keys, those of the backup: what was set last holds
 * (dolen_keys_merge()).
 * @kept: (out): what that came to
 * @is_sound: (out) (optional): FALSE: there is none, or it is damaged; nothing was kept
 */
gboolean dolen_restore_keep_keys (DolenRestore *restore,
                                  const char *folder,
                                  DolenKeys *keys,
                                  DolenKeysUnion *kept,
                                  gboolean *is_sound,
                                  GError **error);

G_END_DECLS
