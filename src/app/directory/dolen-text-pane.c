/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-text-pane.h"

GtkWidget *
dolen_text_pane_new (const char *label, int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN); /* its corners are round */
  return scrolled;
}

GtkWidget *
dolen_text_pane_get_view (GtkWidget *pane)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (pane));
}

static GtkTextBuffer *
buffer_of (GtkWidget *pane)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (dolen_text_pane_get_view (pane)));
}

char *
dolen_text_pane_dup_text (GtkWidget *pane)
{
  GtkTextBuffer *buffer = buffer_of (pane);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
dolen_text_pane_set_text (GtkWidget *pane, const char *text)
{
  g_autofree char *now = dolen_text_pane_dup_text (pane);

  if (!g_str_equal (now, text))
    gtk_text_buffer_set_text (buffer_of (pane), text, -1);
}
