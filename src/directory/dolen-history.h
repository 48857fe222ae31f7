/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/** dolen_history_add: appends an entry (its id, at, undone are not read) as of now. Returns: its
 *  id, 0 on an error. Within the caller's transaction. */
gint64 dolen_history_add (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error);

/** dolen_history_get: (transfer full): one entry; DOLEN_ERROR_NOT_FOUND. */
DolenHistoryEntry *dolen_history_get (DolenDirectory *dir, gint64 id, GError **error);

/** dolen_history_damaged: FALSE, with DOLEN_ERROR_CORRUPT: what an entry keeps does not read. */
gboolean dolen_history_damaged (GError **error);

G_END_DECLS
