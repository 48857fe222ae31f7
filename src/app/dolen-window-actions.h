/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_window_actions_install: the actions (win.*) and keys of DolenWindow's class. */
void dolen_window_actions_install (GtkWidgetClass *widget_class);

/** dolen_window_actions_allow: all of them can be reached, or none. */
void dolen_window_actions_allow (GtkWidget *window, gboolean allow);

G_END_DECLS
