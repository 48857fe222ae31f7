/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-view-private.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-queue-keys.h"

#include <glib/gi18n.h>

#define LIST_WIDTH 340

static GtkWidget *
new_loading (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The queue is being read"), -1);
  return spinner;
}

static GtkWidget *
new_rows (DolenQueueView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "queue-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The queue"), -1);
  g_signal_connect_swapped (
      self->list, "row-selected", G_CALLBACK (dolen_queue_view_on_row_selected), self);
  g_signal_connect_swapped (
      self->list, "row-activated", G_CALLBACK (dolen_queue_view_on_row_activated), self);
  /* Translators: a button beneath a list: shows more of its rows. */
  self->more_button = gtk_button_new_with_mnemonic (_ ("Show _More"));
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (self->more_button, 12);
  g_signal_connect_swapped (
      self->more_button, "clicked", G_CALLBACK (dolen_queue_view_on_more), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->more_button);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
new_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Read a Filled Form…"), "queue.read-form");
  g_menu_append (menu, _ ("Read a _Change File…"), "queue.read-changes");
  g_menu_append (menu, _ ("_Send Suggested Changes…"), "queue.send-changes");
  g_menu_append (menu, _ ("_How Complete It Is…"), "queue.completeness");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("More about the queue"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More about the queue"), -1);
  return button;
}

static GtkWidget *
new_top (DolenQueueView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->filter = DOLEN_QUEUE_FILTER (dolen_queue_filter_new ());
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (dolen_queue_view_on_filter), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->filter), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (line), new_menu ());
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  return line;
}

static GtkWidget *
new_list_side (DolenQueueView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty_bin = ADW_BIN (adw_bin_new ());
  gtk_stack_add_named (self->stack, new_loading (), "loading");
  gtk_stack_add_named (self->stack, new_rows (self), "rows");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty_bin), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (side), new_top (self));
  gtk_box_append (GTK_BOX (side), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->stack));
  gtk_widget_set_size_request (side, LIST_WIDTH, -1);
  gtk_widget_set_hexpand (side, FALSE);
  return side;
}

static GtkWidget *
new_card_side (DolenQueueView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: a button: from the card of a row back to the queue. */
  GtkWidget *back = dolen_icon_button_new ("go-previous-symbolic", _ ("Back to the queue"));

  self->back_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->back_bar), back);
  gtk_box_append (GTK_BOX (self->back_bar), dolen_label_new (_ ("The queue"), "heading"));
  gtk_widget_set_visible (self->back_bar, FALSE);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (dolen_queue_view_on_back), self);
  self->card_bin = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->card_bin), TRUE);
  gtk_box_append (GTK_BOX (side), self->back_bar);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->card_bin));
  gtk_widget_set_hexpand (side, TRUE);
  gtk_widget_set_size_request (side, LIST_WIDTH, -1);
  return side;
}

static void
add_page (DolenQueueView *self, GtkWidget *child, const char *name, gboolean navigatable)
{
  AdwLeafletPage *page = adw_leaflet_append (self->leaflet, child);

  adw_leaflet_page_set_name (page, name);
  adw_leaflet_page_set_navigatable (page, navigatable);
}

void
dolen_queue_view_build (DolenQueueView *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  add_page (self, new_list_side (self), "list", TRUE);
  add_page (self, gtk_separator_new (GTK_ORIENTATION_VERTICAL), "line", FALSE);
  add_page (self, new_card_side (self), "card", TRUE);
  g_signal_connect_swapped (
      self->leaflet, "notify::folded", G_CALLBACK (dolen_queue_view_on_folded), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
  dolen_queue_keys_attach (self, self->session);
  dolen_queue_view_on_folded (self);
}
