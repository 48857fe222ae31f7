/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/find/dolen-findings.h"
#include "directory/dolen-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dolen_detail_why_add:
 * @why: an empty box
 * @session: whose person it is for
 * @findings: (nullable): what was ranked for them
 * @service: the service shown
 *
 * The upper part of the detail pane while a person is open: the band, why it is not among the
 * first, what the case records know, the reasons, what could help and what to ask.
 *
 * Returns: (transfer full) (nullable) (element-type DolenReason): the reasons shown; NULL where
 *   nobody is open or it was not ranked, and nothing was added
 */
GPtrArray *dolen_detail_why_add (GtkBox *why,
                                 DolenSession *session,
                                 DolenFindings *findings,
                                 const DolenService *service);

G_END_DECLS
