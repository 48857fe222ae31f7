/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A copy of everything about a person, for them to take away: what may be about others is listed
 * first, each with a switch; then the copy is saved as a PDF, and as JSON beside it.
 */

/** dolen_copy_window_new: (nullable): NULL, and a toast, where they are not in the records. */
GtkWindow *dolen_copy_window_new (DolenSession *session, const char *person);

/** dolen_copy_window_save: what "Save…" does once a file was chosen; FALSE: it says why. */
gboolean dolen_copy_window_save (GtkWindow *window, const char *path);

G_END_DECLS
