/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What one worker chooses, what their scheme settles, what its papers end with. Each takes effect
 * at once. */
#define DOLEN_TYPE_PREFERENCES_WINDOW (dolen_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenPreferencesWindow,
                      dolen_preferences_window,
                      DOLEN,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/** dolen_preferences_window_new: (transfer floating) */
GtkWidget *dolen_preferences_window_new (DolenSession *session);

G_END_DECLS
