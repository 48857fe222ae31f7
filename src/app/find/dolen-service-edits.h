/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-records.h"

G_BEGIN_DECLS

/* What the detail pane changes in the directory: done in the worker, each with its undo. */

/** dolen_service_edits_set_capacity: @report: (transfer full): becomes the current one. */
void dolen_service_edits_set_capacity (DolenSession *session,
                                       const char *service_uid,
                                       DolenCapacity *report);

/** dolen_service_edits_still_true: somebody was asked: places and wait still hold, as of today. */
void dolen_service_edits_still_true (DolenSession *session, const char *service_uid);

G_END_DECLS
