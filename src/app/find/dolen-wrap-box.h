/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DolenWrapBox: children beside each other at their own width, in as many lines as it takes: chips.
 * (AdwWrapBox came later; a GtkFlowBox makes columns.) */
#define DOLEN_TYPE_WRAP_BOX (dolen_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DolenWrapBox, dolen_wrap_box, DOLEN, WRAP_BOX, GtkWidget)

GtkWidget *dolen_wrap_box_new (void);

/** dolen_wrap_box_append: @child: (transfer floating) */
void dolen_wrap_box_append (DolenWrapBox *self, GtkWidget *child);

/** dolen_wrap_box_clear: takes all children away. */
void dolen_wrap_box_clear (DolenWrapBox *self);

G_END_DECLS
