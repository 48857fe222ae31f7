/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lists of GTK 4.8 lack; replaced by GTK 4.12's own when the floor moves. */

/**
 * dolen_list_scroll_to:
 * @list: a GtkListView or a GtkColumnView
 *
 * Brings a row into view in the next idle moment, once the list knows its rows (4.12:
 * gtk_list_view_scroll_to()).
 */
void dolen_list_scroll_to (GtkWidget *list, guint position);

/**
 * dolen_list_label_item:
 * @child: (not nullable): the widget of a list item, in the factory's "bind"
 * @label: the whole row in words, as a screen reader says it
 *
 * List items have no name of their own (4.12: gtk_list_item_set_accessible_label()).
 */
void dolen_list_label_item (GtkWidget *child, const char *label);

/**
 * dolen_list_replace:
 * @selection: its model is taken off and @model put in its place
 *
 * Replacing the rows of a long list under a GtkSingleSelection asks for every row twice; taking the
 * model off first asks for those in view only.
 */
void dolen_list_replace (GtkSingleSelection *selection, GListModel *model);

/**
 * dolen_list_tab_once:
 * @klass: of a widget whose only child holds a list; in its class_init
 *
 * Tab goes into the list and then out of it; the arrows go from row to row. By itself a list of GTK
 * takes Tab for a row, and whoever has no mouse never comes to its end (4.12:
 * gtk_list_view_set_tab_behavior()).
 */
void dolen_list_tab_once (GtkWidgetClass *klass);

G_END_DECLS
