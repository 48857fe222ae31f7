/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/**
 * dolen_edit_list_stayed:
 * @history_id: an entry that is made of several changes (a call, a merge) and was undone
 * @error: DOLEN_ERROR_NOT_FOUND, of the database
 *
 * What was changed again since is left as it is when the whole is taken back; whoever takes it back
 * wants to be told of what.
 *
 * Returns: (transfer full) (nullable) (element-type DolenHistoryEntry): the changes among them that
 * still stand, in their order; none where the entry is one change
 */
GPtrArray *dolen_edit_list_stayed (DolenDirectory *dir, gint64 history_id, GError **error);

G_END_DECLS
