/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenOpenFunc: @path was chosen. */
typedef void (*DolenOpenFunc) (gpointer user_data, const char *path);

/** dolen_open_file: asks for a file of this computer under @title; @func hears of it, if @widget,
 *  which stands in the window the question belongs to, is still there then. */
void dolen_open_file (GtkWidget *widget, const char *title, DolenOpenFunc func, gpointer user_data);

/** dolen_open_dropped: @func hears of each file that is dropped onto @widget. */
void dolen_open_dropped (GtkWidget *widget, DolenOpenFunc func, gpointer user_data);

G_END_DECLS
