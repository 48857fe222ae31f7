/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Going back to a backup: asks for the passphrase, says what would change, and only then offers to
 * do it. It closes when the case records lock: people's names may stand in it.
 */
#define DOLEN_TYPE_RESTORE_WINDOW (dolen_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenRestoreWindow, dolen_restore_window, DOLEN, RESTORE_WINDOW, AdwWindow)

/** dolen_restore_window_new: @path: of the backup. */
GtkWindow *dolen_restore_window_new (DolenSession *session, const char *path);

/** dolen_restore_window_look: what "Show What Would Change" does, with @secret typed; for tests and
 *  the tour. dolen_restore_window_restore: what "Go Back" does. */
void dolen_restore_window_look (DolenRestoreWindow *self, const char *secret);
void dolen_restore_window_restore (DolenRestoreWindow *self);
gboolean dolen_restore_window_is_busy (DolenRestoreWindow *self);

G_END_DECLS
