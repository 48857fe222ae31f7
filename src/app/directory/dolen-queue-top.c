/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-top.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-page.h"
#include "app/dolen-way-out.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-call.h"
#include "language/dolen-calendar.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

#define MOST_ATTEMPTS 3

/* ---- what it is about ---- */

static void
on_listing (GtkWidget *button, gpointer user_data)
{
  dolen_page_go (button, "directory", "service", g_object_get_data (G_OBJECT (button), "uid"));
}

static GtkWidget *
new_title (const DolenQueueItem *item)
{
  GtkWidget *label = dolen_label_new (item->title, "title-2");
  GtkWidget *button;

  if (item->service == NULL)
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "queue-title");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, item->title, -1);
  /* Translators: the tooltip of a group's name: shows its listing. */
  gtk_widget_set_tooltip_text (button, _ ("Show the listing"));
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (item->service), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_listing), NULL);
  return button;
}

GtkWidget *
dolen_queue_top_new (DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GString) who = g_string_new (NULL);

  gtk_box_append (GTK_BOX (box), new_title (item));
  if (item->organisation_name != NULL && g_strcmp0 (item->organisation_name, item->title) != 0)
    g_string_append (who, item->organisation_name);
  if (item->place != NULL)
    g_string_append_printf (who,
                            "%s%s",
                            who->len > 0 ? " · " : "",
                            dolen_town_name (item->place, dolen_language_current ()));
  if (who->len > 0)
    gtk_box_append (GTK_BOX (box), dolen_label_new (who->str, "dim-label"));
  if (!dolen_text_is_empty (item->why))
    gtk_box_append (GTK_BOX (box), dolen_label_new (item->why, NULL));
  if (item->volunteer_run && item->services->len > 1)
    gtk_box_append (
        GTK_BOX (box),
        dolen_label_new (_ ("Volunteers run it: ask about all of their listings at once."),
                         "dim-label"));
  return box;
}

/* ---- the number ---- */

static void
on_copy (GtkWidget *button, DolenSession *session)
{
  DolenWayOut out = { session, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  const char *number = g_object_get_data (G_OBJECT (button), "number");

  if (dolen_way_out_copy (&out, button, number, &error))
    dolen_session_toast (session, _ ("The number is copied"));
  else
    dolen_session_report (session, error);
}

static void
on_call (GtkWidget *button, gpointer user_data)
{
  g_autofree char *uri
      = g_strconcat ("tel:", (const char *) g_object_get_data (G_OBJECT (button), "number"), NULL);
  GtkRoot *root = gtk_widget_get_root (button);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static GtkWidget *
new_number_button (const char *icon, const char *label, const char *number)
{
  GtkWidget *button = dolen_icon_button_new (icon, label);

  g_object_set_data_full (G_OBJECT (button), "number", g_strdup (number), g_free);
  return button;
}

static GtkWidget *
new_number (DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *line = dolen_wrap_box_new ();
  g_autofree char *shown = dolen_text_phone_display (item->phone);
  GtkWidget *label = dolen_label_new (shown, "title-1");
  GtkWidget *copy = new_number_button ("edit-copy-symbolic", _ ("Copy the number"), item->phone);
  GtkWidget *call = new_number_button ("call-start-symbolic", _ ("Call this number"), item->phone);

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy), session, 0);
  g_signal_connect (call, "clicked", G_CALLBACK (on_call), NULL);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), copy);
  gtk_box_append (GTK_BOX (line), call);
  return line;
}

/* ---- the last attempts ---- */

static char *
say_attempt (const DolenConfirmation *call, const char *today)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *age = dolen_format_age (language, call->on, today);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s", age, dolen_call_outcome_label (call->outcome, language));
  if (!dolen_text_is_empty (call->by))
    g_string_append_printf (text, " · %s", call->by);
  if (!dolen_text_is_empty (call->note))
    g_string_append_printf (text, " · %s", call->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_attempts (GtkBox *box, DolenSession *session, const DolenQueueItem *item)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) calls = NULL;

  if (directory != NULL && item->service != NULL)
    calls = dolen_call_history (directory, item->service, MOST_ATTEMPTS, NULL);
  if (calls == NULL || calls->len == 0) {
    gtk_box_append (box, dolen_label_new (_ ("Nobody has rung them yet."), "dim-label"));
    return;
  }
  for (guint i = 0; i < calls->len; i++) {
    g_autofree char *said = say_attempt (calls->pdata[i], today);

    gtk_box_append (box, dolen_label_new (said, "dim-label"));
  }
}

GtkWidget *
dolen_queue_number_new (DolenSession *session, const DolenQueueItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *ask_for = NULL;

  if (item->phone != NULL)
    gtk_box_append (GTK_BOX (box), new_number (session, item));
  else
    gtk_box_append (GTK_BOX (box),
                    dolen_label_new (item->email != NULL
                                         ? _ ("No telephone number is known: write to them.")
                                         : _ ("Neither a number nor an address is known."),
                                     "heading"));
  if (item->wrong_numbers > 0)
    gtk_box_append (
        GTK_BOX (box),
        dolen_label_new (_ ("Another number was wrong; this is the next one known of them."),
                         "dim-label"));
  if (item->email != NULL)
    gtk_box_append (GTK_BOX (box), dolen_label_new (item->email, NULL));
  if (item->ask_for != NULL) {
    /* Translators: whom to ask for on the telephone: a name or a role. */
    ask_for = g_strdup_printf (_ ("Ask for: %s"), item->ask_for);
    gtk_box_append (GTK_BOX (box), dolen_label_new (ask_for, NULL));
  }
  if (item->language == DOLEN_LANGUAGE_CY)
    gtk_box_append (GTK_BOX (box), dolen_label_new (_ ("They speak Welsh."), NULL));
  add_attempts (GTK_BOX (box), session, item);
  return box;
}
