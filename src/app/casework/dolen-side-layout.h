/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Words and the button that answers them: side by side where there is room, the button beneath
 * where there is none. For a widget with two children; @libadwaita 1.2 has no breakpoints.
 */
#define DOLEN_TYPE_SIDE_LAYOUT (dolen_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (DolenSideLayout, dolen_side_layout, DOLEN, SIDE_LAYOUT, GtkLayoutManager)

/** dolen_side_box_new: (transfer floating): a widget with this layout and these two children. */
GtkWidget *dolen_side_box_new (GtkWidget *words, GtkWidget *button);

G_END_DECLS
