/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/**
 * dolen_part_prepare:
 * @record: with the part as a person gave it; brought into canonical form (telephone numbers,
 *   e-mail addresses, postcodes, numbers in registers; elements get uids)
 * @before: (nullable): the part's JSON as it stood: elements of a list that were not touched are
 *   left as they are, whatever a feed wrote in them
 *
 * Returns: FALSE with DOLEN_ERROR_INVALID, in words that name the value, where it cannot be
 */
gboolean dolen_part_prepare (
    const char *kind, gpointer record, const char *part, const char *before, GError **error);

/** dolen_parent_check: that @parent_uid may be the parent of @uid: it is in the directory, and no
 *  body is above itself. @parent_uid: (nullable) */
gboolean
dolen_parent_check (DolenDirectory *dir, const char *uid, const char *parent_uid, GError **error);

G_END_DECLS
