/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-moving-line.h"

GtkWidget *
dolen_moving_line_new (GtkWidget *box)
{
  GtkWidget *line = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (line), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (line), box);
  gtk_widget_set_hexpand (line, TRUE);
  return line;
}
