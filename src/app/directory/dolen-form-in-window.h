/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_form_in_window_new: (transfer floating): "Read a Filled Form": what came back is put in as
 *  it came, what it would confirm and change is shown line by line, and only then is it saved, each
 *  listing as one call with its undo. */
GtkWindow *dolen_form_in_window_new (DolenSession *session);

/** dolen_form_in_window_put: as somebody puts the text in; for tests and for the tour. */
void dolen_form_in_window_put (GtkWindow *window, const char *text);

/** dolen_form_in_window_open: as somebody opens the text file @path; for tests. */
void dolen_form_in_window_open (GtkWindow *window, const char *path);

G_END_DECLS
