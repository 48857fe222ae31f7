/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-restore.h"

G_BEGIN_DECLS

/** dolen_drill_compare: (transfer full): what going back to @restore would change. @present:
 *  (nullable): the open case records as they are; @folder: where they stand. Any thread. */
DolenDrill *dolen_drill_compare (DolenRestore *restore,
                                 DolenPicture *present,
                                 const char *folder,
                                 GError **error);

G_END_DECLS
