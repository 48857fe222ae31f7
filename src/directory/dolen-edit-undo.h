/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edit-record.h"

G_BEGIN_DECLS

/**
 * dolen_edit_restore:
 * @json: what the history kept of the field or part
 * @value: (out) (transfer full) (nullable): as dolen_edit_record_get() gives it
 *
 * Sets a field or part of @record as an entry of the history has it, with the states of a text. The
 * record is not saved.
 */
gboolean dolen_edit_restore (DolenDirectory *dir,
                             DolenEditRecord *record,
                             const char *name,
                             const char *json,
                             char **value,
                             GError **error);

G_END_DECLS
