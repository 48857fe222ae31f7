/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_suggest_window_new: (transfer floating): "Suggest a Change": what a link worker knows
 * better about a listing; it waits in the queue, here or, sent as a file, with whoever keeps the
 *  directory. @service: uid. */
GtkWindow *dolen_suggest_window_new (DolenSession *session, const char *service);

/** dolen_suggest_window_type: as somebody fills it in; for tests and for the tour. @field: its
 * name. FALSE where there is no such field. */
gboolean dolen_suggest_window_type (GtkWindow *window, const char *field, const char *value);

/** dolen_suggest_window_act: what the button does. FALSE where the window stays and says why. */
gboolean dolen_suggest_window_act (GtkWindow *window);

G_END_DECLS
