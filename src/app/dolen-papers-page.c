/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-scheme-page.h"

#include "app/casework/dolen-widget-util.h"
#include "casework/dolen-scheme.h"

#include <glib/gi18n.h>

/* What every paper ends with, in both languages. An empty setting stands for our proposal, so that
 * a proposal that is mended reaches who never changed it. */

static const struct {
  const char *key;
  const char *title;
  DolenLanguage language;
  gboolean crisis;
} texts[] = {
  /* Translators: titles over texts that stand at the foot of letters. */
  { "scheme-crisis-en", N_ ("In a crisis, in English"), DOLEN_LANGUAGE_EN, TRUE },
  { "scheme-crisis-cy", N_ ("In a crisis, in Welsh"), DOLEN_LANGUAGE_CY, TRUE },
  { "scheme-hours-en", N_ ("When we work, in English"), DOLEN_LANGUAGE_EN, FALSE },
  { "scheme-hours-cy", N_ ("When we work, in Welsh"), DOLEN_LANGUAGE_CY, FALSE },
};

static const char *
proposal (gsize i)
{
  return texts[i].crisis ? dolen_scheme_get_crisis (NULL, texts[i].language)
                         : dolen_scheme_get_hours (NULL, texts[i].language);
}

static gsize
index_of (GtkTextBuffer *buffer)
{
  return GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (buffer), "text"));
}

static void
on_text_changed (GtkTextBuffer *buffer, GSettings *settings)
{
  gsize i = index_of (buffer);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strstrip (text);
  g_settings_set_string (settings, texts[i].key, g_str_equal (text, proposal (i)) ? "" : text);
}

static void
on_proposal_clicked (GtkTextBuffer *buffer)
{
  gtk_text_buffer_set_text (buffer, proposal (index_of (buffer)), -1);
}

static GtkWidget *
new_text (GSettings *settings, gsize i)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *own = g_settings_get_string (settings, texts[i].key);
  GtkWidget *frame = gtk_frame_new (NULL);

  gtk_text_buffer_set_text (buffer, *own != '\0' ? own : proposal (i), -1);
  g_object_set_data (G_OBJECT (buffer), "text", GSIZE_TO_POINTER (i));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_text_changed), settings, 0);
  g_object_set (view,
                "wrap-mode",
                GTK_WRAP_WORD_CHAR,
                "accepts-tab",
                FALSE,
                "top-margin",
                9,
                "bottom-margin",
                9,
                "left-margin",
                9,
                "right-margin",
                9,
                NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (texts[i].title), -1);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  g_object_set_data (G_OBJECT (frame), "buffer", buffer);
  return frame;
}

static GtkWidget *
new_proposal_button (GtkWidget *text)
{
  /* Translators: a button: puts the text that Dolen proposes back in. */
  GtkWidget *button = dolen_icon_button_new ("edit-undo-symbolic", _ ("Take the proposal again"));

  g_signal_connect_object (button,
                           "clicked",
                           G_CALLBACK (on_proposal_clicked),
                           g_object_get_data (G_OBJECT (text), "buffer"),
                           G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
dolen_papers_page_new (GSettings *settings)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  /* Translators: a page of the preferences: letters, hand-outs. */
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Letters"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "x-office-document-symbolic");
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Every letter and hand-out to a person or a group ends with this, in its own language, and "
         "it stands in the form of a concern. The numbers proposed are those that the emergency services, NHS 111, "
         "Samaritans and C.A.L.L. publish themselves. Check them, and add your own."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    GtkWidget *text = new_text (settings, i);
    GtkWidget *section = dolen_section_new (_ (texts[i].title), new_proposal_button (text), text);

    gtk_widget_set_margin_top (section, 12);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), section);
  }
  return page;
}
