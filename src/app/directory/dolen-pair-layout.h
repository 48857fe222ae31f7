/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widgets that belong together, as a text in both languages: side by side, equally wide, where each
 * has room enough; one above the other where not. */
#define DOLEN_TYPE_PAIR_LAYOUT (dolen_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (DolenPairLayout, dolen_pair_layout, DOLEN, PAIR_LAYOUT, GtkLayoutManager)

/** dolen_pair_box_new: (transfer floating): a box for two widgets, laid out so. */
GtkWidget *dolen_pair_box_new (void);

G_END_DECLS
