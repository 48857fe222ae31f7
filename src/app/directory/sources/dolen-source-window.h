/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/sources/dolen-source-lines.h"
#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All about one source: its address, how often it is read by itself, the imports with "Undo", and
 * its removal. */
#define DOLEN_TYPE_SOURCE_WINDOW (dolen_source_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenSourceWindow, dolen_source_window, DOLEN, SOURCE_WINDOW, AdwWindow)

/** dolen_source_window_new: @line: copied. */
GtkWindow *dolen_source_window_new (DolenSession *session, const DolenSourceLine *line);

/** dolen_source_window_undo: as if a person pressed "Undo this import" of the newest that can be
 *  undone; FALSE where there is none. */
gboolean dolen_source_window_undo (DolenSourceWindow *self);
/** dolen_source_window_remove: as if a person pressed that button. */
void dolen_source_window_remove (DolenSourceWindow *self, DolenRemoveChoice choice);

G_END_DECLS
