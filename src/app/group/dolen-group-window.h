/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * "Add a group" on one page: what, where, when, whom to ask, places. What was typed and not added
 * stays with the session until the window is opened again.
 */
#define DOLEN_TYPE_GROUP_WINDOW (dolen_group_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenGroupWindow, dolen_group_window, DOLEN, GROUP_WINDOW, AdwWindow)

GtkWindow *dolen_group_window_new (DolenSession *session);

G_END_DECLS
