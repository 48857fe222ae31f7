/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_calls_window_new: (transfer floating): "Calls to make": the groups of which something is
 * to be asked, with their telephone numbers and the questions. It holds nothing of a person and
 * needs no case records. @parent: the window whose Find page opens a group. */
GtkWindow *dolen_calls_window_new (DolenSession *session, GtkWidget *parent);

G_END_DECLS
