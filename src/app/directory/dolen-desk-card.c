/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-desk-card.h"

#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-queue-marks.h"
#include "app/directory/dolen-queue-top.h"
#include "app/dolen-page.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

#define CARD_WIDTH 680

/* What each kind has to show of its own; the others show what the queue says of them. */
static const DolenDeskFill fills[DOLEN_QUEUE_N_KINDS] = {
  [DOLEN_QUEUE_SUGGESTION] = dolen_desk_fill_suggestions,
  [DOLEN_QUEUE_CLASH] = dolen_desk_fill_clashes,
  [DOLEN_QUEUE_ALIKE] = dolen_desk_fill_alike,
  [DOLEN_QUEUE_ODDITY] = dolen_desk_fill_oddities,
  [DOLEN_QUEUE_TAGS] = dolen_desk_fill_tags,
};

GtkWidget *
dolen_desk_section_new (const char *title, GtkWidget *list)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return dolen_section_new (title, NULL, list);
}

static void
fill_asks (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *list = dolen_boxed_list_new ();

  for (guint i = 0; i < item->asks->len; i++) {
    const DolenQueueAsk *ask = item->asks->pdata[i];

    if (!dolen_text_is_empty (ask->question))
      dolen_boxed_list_add (list, dolen_label_new (ask->question, NULL));
  }
  if (gtk_widget_get_first_child (list) != NULL)
    /* Translators: a heading over what is to be looked at in a listing. */
    gtk_box_append (box, dolen_desk_section_new (_ ("To look at"), list));
  else
    g_object_unref (g_object_ref_sink (list));
}

static void
on_listing (GtkWidget *button, gpointer user_data)
{
  dolen_page_go (button, "directory", "service", g_object_get_data (G_OBJECT (button), "uid"));
}

static GtkWidget *
new_listing_button (const DolenQueueItem *item)
{
  /* Translators: a button: shows the listing of a group. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Open the _Listing"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (item->service), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_listing), NULL);
  return button;
}

GtkWidget *
dolen_desk_card_new (DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), dolen_queue_top_new (session, item));
  (fills[item->kind] != NULL ? fills[item->kind] : fill_asks) (GTK_BOX (box), session, item);
  if (item->service != NULL)
    gtk_box_append (GTK_BOX (box), new_listing_button (item));
  gtk_box_append (GTK_BOX (box), dolen_queue_marks_new (session, item));
  gtk_widget_add_css_class (box, "queue-card");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CARD_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
