/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool/dolen-tool.h"

G_BEGIN_DECLS

/* What dolen-tool-vault.c calls for "vault backup" and "vault restore". @profile: the profile
 * folder;
 * @secret: the passphrase, or the recovery key. They print no word of what is in the records. */

/** dolen_tool_back_up: @folder: where to. */
gboolean dolen_tool_back_up (
    DolenTool *tool, const char *profile, const char *secret, const char *folder, GError **error);

/** dolen_tool_restore: @path: of a backup; @only_say: what would change. */
gboolean dolen_tool_restore (DolenTool *tool,
                             const char *profile,
                             const char *secret,
                             const char *path,
                             gboolean only_say,
                             GError **error);

G_END_DECLS
