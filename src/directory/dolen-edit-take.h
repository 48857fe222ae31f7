/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edit-record.h"

G_BEGIN_DECLS

/*
 * What one record takes over from another that is the same: edits like any other (dolen-edits.h,
 * dolen-edit-parts.h), each an entry of the history, which says that nobody wrote it here.
 */

/** DOLEN_EDIT_TAKE: what stands in the history's "act". */
#define DOLEN_EDIT_TAKE "take-over"

/** dolen_edit_take_field: the field as @from (a record of @kind) has it, with the state of a text:
 *  nobody has read it anew for that, and the other side is no older for it. */
gint64 dolen_edit_take_field (DolenDirectory *dir,
                              const char *kind,
                              const char *uid,
                              const char *field,
                              gconstpointer from,
                              const char *who,
                              GError **error);

/** dolen_edit_take_part: the part as @edited has it, whose uid says whose part. Its elements have
 *  uids and are taken whatever a feed wrote in them. DOLEN_EDIT_UNCHANGED. */
gint64 dolen_edit_take_part (DolenDirectory *dir,
                             const char *kind,
                             const char *part,
                             gconstpointer edited,
                             const char *who,
                             GError **error);

/** dolen_edit_take_facts: what was told of the other service holds of this one, as it was told, by
 *  whom and when. Both are (nullable) and get uids of their own. */
gint64 dolen_edit_take_facts (DolenDirectory *dir,
                              const char *service_uid,
                              const DolenCapacity *capacity,
                              const DolenConfirmation *confirmation,
                              const char *who,
                              GError **error);

G_END_DECLS
