/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after another in lines, as words in a text; each keeps its own width (a flow box of
 * GTK 4.8 puts them into columns). */
#define DOLEN_TYPE_WRAP_LAYOUT (dolen_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DolenWrapLayout, dolen_wrap_layout, DOLEN, WRAP_LAYOUT, GtkLayoutManager)

/** dolen_wrap_box_new: (transfer floating): a box to append children to, laid out so. */
GtkWidget *dolen_wrap_box_new (void);

/** dolen_wrap_box_set_most_natural: the width it asks for at most (it takes more where there is
 *  more), so that many children do not widen what it stands in; 0: all in one line. */
void dolen_wrap_box_set_most_natural (GtkWidget *box, int width);

/** dolen_wrap_box_set_most_lines: what does not fit into so many @lines is not shown, but for what
 *  is checked and for the last child, a button that shows all; 0: as many as it takes. Queue a
 *  resize when something is checked. */
void dolen_wrap_box_set_most_lines (GtkWidget *box, guint lines);

G_END_DECLS
