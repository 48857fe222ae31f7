/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

/* The floor of the start: an empty AdwApplicationWindow that leaves after its first frame. */

static gboolean
on_idle (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock, gpointer application)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, application);
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_idle_add (on_idle, application);
}

static void
on_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (
      gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), application);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application
             = adw_application_new ("cymru.dolen.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
