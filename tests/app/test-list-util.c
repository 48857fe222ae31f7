/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-list-util.h"

#include <adwaita.h>

/* What holds a list, as on the pages Find and People. */
typedef struct {
  AdwBin parent_instance;
} TestHolder;

typedef AdwBinClass TestHolderClass;

GType test_holder_get_type (void);
G_DEFINE_TYPE (TestHolder, test_holder, ADW_TYPE_BIN)

static void
test_holder_class_init (TestHolderClass *klass)
{
  dolen_list_tab_once (GTK_WIDGET_CLASS (klass));
}

static void
test_holder_init (TestHolder *self)
{
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, gtk_label_new ("Row"));
}

static GtkWidget *
new_list (void)
{
  static const char *const rows[] = { "a", "b", "c", "d", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *model = gtk_string_list_new (rows);
  GtkWidget *holder = g_object_new (test_holder_get_type (), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  gtk_scrolled_window_set_child (
      GTK_SCROLLED_WINDOW (scroller),
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (model))),
                         factory));
  gtk_widget_set_size_request (scroller, 200, 200);
  adw_bin_set_child (ADW_BIN (holder), scroller);
  return holder;
}

static gboolean
is_mapped (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
}

/* A window with @list between two buttons, the first of which has the focus. */
static GtkWidget *
new_window (GtkWidget *before, GtkWidget *list, GtkWidget *after)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  DOLEN_WAIT_UNTIL (is_mapped (list), 10000);
  gtk_widget_grab_focus (before);
  return window;
}

/* What there is to do stands in the middle; the first and the last row only say something. */
static void
test_tab_comes_to_what_can_be_done_in_any_row (void)
{
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkWidget *one = gtk_button_new_with_label ("One");
  GtkWidget *two = gtk_button_new_with_label ("Two");
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *const row[]
      = { gtk_label_new ("First"), one, gtk_label_new ("Between"), two, gtk_label_new ("Last") };
  GtkWidget *const way[] = { one, two, after };
  GtkWidget *const back[] = { two, one, before };
  GtkWidget *window;

  for (gsize i = 0; i < G_N_ELEMENTS (row); i++)
    dolen_boxed_list_add (list, row[i]);
  window = new_window (before, list, after);
  for (gsize i = 0; i < G_N_ELEMENTS (way); i++) {
    g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
    g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == way[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (back); i++) {
    g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
    g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == back[i]);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever has no mouse need not go through every row. */
static void
test_tab_goes_past_the_rows (void)
{
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkWidget *list = new_list ();
  GtkWidget *window = new_window (before, list, after);
  GtkWidget *row;

  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  row = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (row, list));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_DOWN));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) != row);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), list));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == after);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), list));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == before);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/list-util/tab_comes_to_what_can_be_done_in_any_row",
                   test_tab_comes_to_what_can_be_done_in_any_row);
  g_test_add_func ("/list-util/tab_goes_past_the_rows", test_tab_goes_past_the_rows);
  return g_test_run ();
}
