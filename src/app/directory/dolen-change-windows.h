/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Suggested changes of listings on their way: a link worker sends them as a file, a curator reads
 * it. Nothing about anybody who is supported stands in one.
 */

/** dolen_change_in_window_new: (transfer floating): "Read a Change File": one is chosen, or dropped
 *  on the window; what it suggests is shown before it goes into the queue. */
GtkWindow *dolen_change_in_window_new (DolenSession *session);

/** dolen_change_in_window_read: as somebody chooses the file; for tests and for the tour. What
 *  stands in it is shown once the session's worker has read it. */
void dolen_change_in_window_read (GtkWindow *window, const char *path);

/** dolen_change_in_window_take: the button that puts it into the queue. */
void dolen_change_in_window_take (GtkWindow *window);

/** dolen_change_out_window_new: (transfer floating): "Send Suggested Changes": what waits here is
 *  shown, and written to a file for whoever keeps the directory. */
GtkWindow *dolen_change_out_window_new (DolenSession *session);

/** dolen_change_out_window_write: as somebody saves them at @path, once they are shown; for tests.
 * FALSE with @error. */
gboolean dolen_change_out_window_write (GtkWindow *window, const char *path, GError **error);

/** dolen_change_row_new: (transfer floating): one change in words, with its listing, who suggests
 * it and when, and the note. @change: a DolenSuggestedChange. */
GtkWidget *dolen_change_row_new (gconstpointer change);

G_END_DECLS
