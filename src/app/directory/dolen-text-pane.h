/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_text_pane_new: (transfer floating): several lines to read and type in, in a frame that
 *  scrolls. @label: its name for a screen reader. @height: at least, in pixels. */
GtkWidget *dolen_text_pane_new (const char *label, int height);

/** dolen_text_pane_get_view: (transfer none): the text view in it. */
GtkWidget *dolen_text_pane_get_view (GtkWidget *pane);

char *dolen_text_pane_dup_text (GtkWidget *pane);
/** dolen_text_pane_set_text: nothing happens where it is there already. */
void dolen_text_pane_set_text (GtkWidget *pane, const char *text);

G_END_DECLS
