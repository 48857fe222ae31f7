/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_moving_line_new: (transfer floating): @box, of small buttons, as one line however narrow:
 *  the wheel and the keyboard move it. */
GtkWidget *dolen_moving_line_new (GtkWidget *box);

G_END_DECLS
