/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-row.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-call-facts.h"
#include "base/dolen-text.h"

#define KEY "dolen-queue-key"
#define MOST_LINES 3 /* all of it is said by the card, and by a screen reader */
#define LINE_CHARS 36

char *
dolen_queue_item_key (const DolenQueueItem *item)
{
  return g_strconcat (item->record_uid, " ", item->mark_kind, NULL);
}

const char *
dolen_queue_row_get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

GtkWidget *
dolen_queue_row_new (const DolenQueueItem *item, const char *today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (item->call ? "call-start-symbolic"
                                                             : "document-edit-symbolic");
  g_autofree char *said = dolen_queue_item_say (item);
  g_autofree char *more = dolen_queue_item_say_more (item, today);
  g_autofree char *whole = g_strdup_printf ("%s. %s", said, more);
  GtkWidget *words = dolen_label_new (said, NULL);

  /* The list asks for no more width than that; the card has the rest. */
  gtk_label_set_max_width_chars (GTK_LABEL (words), LINE_CHARS);
  gtk_label_set_lines (GTK_LABEL (words), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), words);
  if (*more != '\0') {
    GtkWidget *small = dolen_label_new (more, "caption");

    gtk_label_set_max_width_chars (GTK_LABEL (small), LINE_CHARS);
    gtk_widget_add_css_class (small, "dim-label");
    gtk_box_append (GTK_BOX (box), small);
  }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  g_object_set_data_full (G_OBJECT (row), KEY, dolen_queue_item_key (item), g_free);
  return row;
}
