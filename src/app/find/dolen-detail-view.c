/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-view.h"

#include "app/find/dolen-result-text.h"
#include "matching/dolen-reasons.h"

#include <glib/gi18n.h>

GtkWidget *
dolen_detail_view_part (const char *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (part), heading);
  return part;
}

/* Addresses were made by dolen_detail_uri(): http, https, mailto and tel only. */
static gboolean
on_activate_link_cb (GtkLabel *label, const char *uri, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (label));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
  return TRUE;
}

static GtkWidget *
new_words (const char *text, const char *uri)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (uri != NULL) {
    g_autofree char *markup
        = g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>", uri, uri, text);
    gtk_label_set_markup (GTK_LABEL (label), markup);
    g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link_cb), NULL);
  } else {
    gtk_label_set_text (GTK_LABEL (label), text);
  }
  return label;
}

static GtkWidget *
new_icon (const char *icon, const char *said)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  if (said != NULL)
    gtk_widget_set_tooltip_text (image, said);
  return image;
}

GtkWidget *
dolen_detail_view_line (
    const char *icon, const char *said, const char *text, const char *note, const char *uri)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *label = new_words (text, uri);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (line), new_icon (icon, said));
  gtk_box_append (GTK_BOX (words), label);
  if (note != NULL) {
    GtkWidget *small = new_words (note, NULL);

    gtk_widget_add_css_class (small, "caption");
    gtk_widget_add_css_class (small, "dim-label");
    gtk_box_append (GTK_BOX (words), small);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

GtkWidget *
dolen_detail_view_fact (const DolenDetailFact *fact)
{
  GtkWidget *line = dolen_detail_view_line (fact->icon, NULL, fact->text, fact->note, fact->uri);

  if (fact->warning)
    gtk_widget_add_css_class (line, "fact-warning");
  return line;
}

void
dolen_detail_view_questions (GtkBox *why, const GPtrArray *reasons)
{
  GtkWidget *part = NULL;

  for (guint i = 0; i < reasons->len; i++) {
    const DolenReason *reason = g_ptr_array_index (reasons, i);

    if (reason->question == NULL)
      continue;
    if (part == NULL) {
      /* Translators: a heading over questions to put to a group. */
      part = dolen_detail_view_part (_ ("What to ask"));
      gtk_box_append (why, part);
    }
    gtk_box_append (
        GTK_BOX (part),
        dolen_detail_view_line (
            dolen_verdict_icon (DOLEN_VERDICT_UNKNOWN), NULL, reason->question, NULL, NULL));
  }
}

void
dolen_detail_view_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
