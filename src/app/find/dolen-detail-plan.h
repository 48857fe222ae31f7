/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the pane of a group and casework have to do with one another. */

/** dolen_detail_list_reasons: (transfer container): why it suits them, as they may be told;
 *  NULL-terminated. @reasons: (nullable) (element-type DolenReason) */
GPtrArray *dolen_detail_list_reasons (const GPtrArray *reasons);

/** dolen_detail_add_to_plan: puts @service on the open person's plan, with its reasons
 *  (NULL-terminated); offers to undo it, or says why not. */
void dolen_detail_add_to_plan (DolenSession *session, const DolenService *service, char **reasons);

/** dolen_detail_add_longer_wait: a line in @part where somebody waits longer than the group said.
 */
void
dolen_detail_add_longer_wait (GtkBox *part, DolenSession *session, const DolenService *service);

G_END_DECLS
