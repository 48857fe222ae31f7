/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/** DOLEN_EDIT_NOT_SAME: what stands in the history's "field" where two records were told apart. */
#define DOLEN_EDIT_NOT_SAME "not-same"

/**
 * dolen_not_same_set:
 * @kind: "service" or "organisation"
 * @one: the smaller uid
 * @other: the larger
 *
 * Somebody says that two records are two.
 *
 * Returns: the entry of the history, which dolen_edit_undo() takes back; 0 on an error
 */
gint64 dolen_not_same_set (DolenDirectory *dir,
                           const char *kind,
                           const char *one,
                           const char *other,
                           const char *who,
                           GError **error);

/** dolen_not_same_undo: within the caller's transaction. */
gboolean dolen_not_same_undo (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error);

G_END_DECLS
