/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"

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

/* ---- chips in few lines ---- */

/* Toggles of one group in a narrow window, the first of them on. */
static GtkWidget *
new_chips (GtkWidget **chips, guint n)
{
  GtkWidget *box = dolen_wrap_box_new ();
  GtkWidget *window = window_around (box);

  for (guint i = 0; i < n; i++) {
    chips[i] = gtk_toggle_button_new_with_label ("Funding that ends soon");
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chips[i]),
                                 i > 0 ? GTK_TOGGLE_BUTTON (chips[0]) : NULL);
    gtk_box_append (GTK_BOX (box), chips[i]);
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chips[0]), TRUE);
  dolen_wrap_box_set_most_natural (box, 100);
  dolen_wrap_box_set_most_lines (box, 2);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 200);
  gtk_window_present (GTK_WINDOW (window));
  DOLEN_WAIT_UNTIL (gtk_widget_get_mapped (chips[0]) && gtk_widget_get_width (chips[0]) > 0, 1000);
  return window;
}

static void
assert_whole (GtkWidget *chip, GtkWidget *window)
{
  graphene_rect_t at;

  g_assert_true (gtk_widget_get_mapped (chip));
  g_assert_true (gtk_widget_compute_bounds (chip, window, &at));
  g_assert_cmpfloat (at.origin.x + at.size.width, <=, gtk_widget_get_width (window));
}

static void
test_chips_that_do_not_fit_are_not_cut (void)
{
  GtkWidget *chips[9];
  GtkWidget *window = new_chips (chips, G_N_ELEMENTS (chips));
  GtkWidget *box = gtk_widget_get_parent (chips[0]);

  assert_whole (chips[0], window);
  assert_whole (chips[1], window);
  g_assert_false (gtk_widget_get_mapped (chips[7]));
  assert_whole (chips[8], window);
  dolen_wrap_box_set_most_lines (box, 0);
  DOLEN_WAIT_UNTIL (gtk_widget_get_mapped (chips[7]), 1000);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    assert_whole (chips[i], window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_chosen_chip_and_the_last_are_shown (void)
{
  GtkWidget *chips[9];
  GtkWidget *window = new_chips (chips, G_N_ELEMENTS (chips));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chips[6]), TRUE);
  gtk_widget_queue_resize (gtk_widget_get_parent (chips[0]));
  DOLEN_WAIT_UNTIL (gtk_widget_get_mapped (chips[6]), 1000);
  assert_whole (chips[0], window);
  assert_whole (chips[6], window);
  assert_whole (chips[8], window);
  g_assert_false (gtk_widget_get_mapped (chips[7]));
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/widget-util/chips_that_do_not_fit_are_not_cut",
                   test_chips_that_do_not_fit_are_not_cut);
  g_test_add_func ("/widget-util/the_chosen_chip_and_the_last_are_shown",
                   test_the_chosen_chip_and_the_last_are_shown);
  return g_test_run ();
}
