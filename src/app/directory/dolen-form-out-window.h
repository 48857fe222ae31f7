/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/keeping/dolen-queue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_form_out_window_new: (transfer floating) (nullable): a form for a group to fill in, for an
 *  e-mail or on paper: read before it leaves, then copied, printed or saved. Nothing is sent by
 *  itself. NULL where its listings are not there any more. */
GtkWindow *dolen_form_out_window_new (DolenSession *session, const DolenQueueItem *item);

/** dolen_form_out_window_get_text: (transfer full): what stands in it. */
char *dolen_form_out_window_get_text (GtkWindow *window);

G_END_DECLS
