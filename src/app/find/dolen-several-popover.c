/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-several-popover.h"

#include "directory/dolen-search.h"

#include <glib/gi18n.h>

#define MOST_ROWS 50

typedef struct {
  DolenSeveralFunc func;
  gpointer user_data;
} Several;

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkPopover *popover)
{
  const Several *several = g_object_get_data (G_OBJECT (popover), "several");
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (popover);
  several->func (*id, several->user_data);
}

static gboolean
drop_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its click may still be under way. */
static void
on_closed_cb (GtkPopover *popover)
{
  if (gtk_widget_get_parent (GTK_WIDGET (popover)) != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
new_row (const DolenServiceCard *card)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (dolen_bilingual_get (&card->name, dolen_language_current ()));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "place-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&card->id, sizeof card->id), g_free);
  return row;
}

static GtkWidget *
new_list (const GPtrArray *cards)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < cards->len; i++)
    if (g_ptr_array_index (cards, i) != NULL)
      gtk_list_box_append (GTK_LIST_BOX (list), new_row (g_ptr_array_index (cards, i)));
  /* Translators: the name of a list of groups that meet at one place of the map. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Groups at this place"), -1);
  return list;
}

void
dolen_several_popover_show (GtkWidget *parent,
                            const GdkRectangle *at,
                            DolenSession *session,
                            const gint64 *ids,
                            guint n,
                            DolenSeveralFunc func,
                            gpointer user_data)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *popover, *scroller, *list;
  Several *several;

  if (directory != NULL)
    cards = dolen_directory_load_cards (directory, ids, MIN (n, MOST_ROWS), NULL);
  if (cards == NULL)
    return;
  several = g_new0 (Several, 1);
  several->func = func;
  several->user_data = user_data;
  popover = gtk_popover_new ();
  list = new_list (cards);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_object_set_data_full (G_OBJECT (popover), "several", several, g_free);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated_cb), popover);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect_object (
      parent, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_popup (GTK_POPOVER (popover));
}
