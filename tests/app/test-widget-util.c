/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/casework/dolen-widget-util.h"

#include <adwaita.h>

static GtkWidget *
window_around (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), child);
  gtk_window_set_child (GTK_WINDOW (window), box);
  return window;
}

/* Somebody else may hold the widget still, as a reading does that has not come back. */
static void
test_what_was_asked_for_is_cancelled_when_the_window_closes (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("waits"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *window;

  dolen_cancel_when_gone (label, cancellable);
  window = window_around (label);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (g_cancellable_is_cancelled (cancellable));
}

static void
test_an_older_reading_is_not_kept_by_the_widget (void)
{
  GtkWidget *label = gtk_label_new ("waits");
  GtkWidget *window = window_around (label);
  GCancellable *cancellable = g_cancellable_new ();

  dolen_cancel_when_gone (label, cancellable);
  g_assert_finalize_object (cancellable);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_bar_of_progress_has_a_name (void)
{
  GtkProgressBar *bar;
  GtkButton *stop;
  GtkWidget *box = dolen_progress_new ("The pages are being laid out", &bar, &stop);

  g_object_ref_sink (box);
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_cmpstr (gtk_button_get_label (stop), ==, "Stop");
  gtk_test_accessible_assert_property (
      bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "The pages are being laid out");
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/widget-util/what_was_asked_for_is_cancelled_when_the_window_closes",
                   test_what_was_asked_for_is_cancelled_when_the_window_closes);
  g_test_add_func ("/widget-util/an_older_reading_is_not_kept_by_the_widget",
                   test_an_older_reading_is_not_kept_by_the_widget);
  g_test_add_func ("/widget-util/a_bar_of_progress_has_a_name", test_a_bar_of_progress_has_a_name);
  return g_test_run ();
}
