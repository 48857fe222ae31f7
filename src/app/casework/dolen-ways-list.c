/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-ways-list.h"

#include "app/casework/dolen-ways-editor.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-way-out.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

/* A value and the session, for the buttons of one row. */
static char *
value_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "value");
}

static void
on_copy_clicked (GtkWidget *button, DolenSession *session)
{
  /* A number to ring is used here and now; it is not handed out. */
  const DolenWayOut out = { session, NULL, NULL };

  if (dolen_way_out_copy (&out, button, value_of (button), NULL))
    dolen_session_toast (session, _ ("Copied: it goes from the clipboard when you lock."));
}

static void
on_call_clicked (GtkWidget *button, DolenSession *session)
{
  g_autofree char *number = dolen_text_phone (value_of (button));
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);
  GtkRoot *root = gtk_widget_get_root (button);

  gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static gboolean
can_be_called (const DolenWay *way)
{
  static const char *const kinds[] = { "phone", "mobile", NULL };
  g_autofree char *number = dolen_text_phone (way->value);
  g_autoptr (GAppInfo) caller = NULL;

  if (number == NULL || way->kind == NULL || !g_strv_contains (kinds, way->kind))
    return FALSE;
  caller = g_app_info_get_default_for_uri_scheme ("tel");
  return caller != NULL;
}

static void
add_button (GtkWidget *row, GtkWidget *button, const DolenWay *way)
{
  g_object_set_data_full (
      G_OBJECT (button), "value", g_strdup (way->value), (GDestroyNotify) dolen_wipe_string);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
describe (const DolenWay *way)
{
  GString *words = g_string_new (dolen_way_kind_name (way->kind));

  if (way->avoid)
    /* Translators: before a number or address that must not be used for somebody's safety. */
    g_string_printf (words, _ ("Do not use: %s"), dolen_way_kind_name (way->kind));
  else if (way->preferred)
    /* Translators: after a way to reach a person ("Mobile: they like this best"). */
    g_string_append_printf (words, ": %s", _ ("they like this best"));
  if (!dolen_text_is_empty (way->note))
    g_string_append_printf (words, "\n%s", way->note);
  return g_string_free (words, FALSE);
}

static GtkWidget *
new_row (DolenSession *session, const DolenWay *way)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value = g_markup_escape_text (way->value != NULL ? way->value : "", -1);
  g_autofree char *words = describe (way);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  GtkWidget *button;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (way->avoid) {
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
    gtk_widget_add_css_class (row, "way-avoid");
    return row;
  }
  if (can_be_called (way)) {
    button = dolen_icon_button_new ("call-start-symbolic", _ ("Call this number"));
    g_signal_connect_object (button, "clicked", G_CALLBACK (on_call_clicked), session, 0);
    add_button (row, button, way);
  }
  button = dolen_icon_button_new ("edit-copy-symbolic", _ ("Copy this"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked), session, 0);
  add_button (row, button, way);
  return row;
}

static gboolean
belongs (const DolenWay *way, int pass)
{
  if (pass == 0)
    return way->avoid;
  return !way->avoid && way->preferred == (pass == 1);
}

GtkWidget *
dolen_ways_list_new (DolenSession *session, const DolenPerson *person)
{
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *none = dolen_label_new (_ ("No way to reach them is known yet."), "dim-label");

  gtk_widget_set_margin_top (none, 12);
  gtk_widget_set_margin_bottom (none, 12);
  gtk_widget_set_margin_start (none, 12);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), none);
  /* The ways not to use stand before any number; then the one they like best. */
  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; person->ways != NULL && i < person->ways->len; i++) {
      const DolenWay *way = g_ptr_array_index (person->ways, i);

      if (belongs (way, pass))
        gtk_list_box_append (GTK_LIST_BOX (list), new_row (session, way));
    }
  return list;
}
