/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Who changed what in a service or organisation, when, from what to what, newest first; each change
 * can be put back.
 */
#define DOLEN_TYPE_HISTORY_PANE (dolen_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (DolenHistoryPane, dolen_history_pane, DOLEN, HISTORY_PANE, AdwBin)

/** dolen_history_pane_new: @uid: of the record. */
GtkWidget *dolen_history_pane_new (DolenSession *session, const char *uid);

G_END_DECLS
