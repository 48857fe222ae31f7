/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/group/dolen-group-draft.h"

G_BEGIN_DECLS

/** DolenGroupSaved: @uid: of the new service, NULL where @error is set; both borrowed. */
typedef void (*DolenGroupSaved) (const char *uid, const GError *error, gpointer user_data);

/**
 * dolen_group_save:
 * @draft: (transfer full): without problems
 * @saved: called in the main thread
 *
 * Adds the group in the worker, reads its tags out of its words, and pushes the undo.
 */
void dolen_group_save (DolenSession *session,
                       DolenGroupDraft *draft,
                       DolenGroupSaved saved,
                       gpointer user_data);

G_END_DECLS
