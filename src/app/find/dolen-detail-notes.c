/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-notes.h"

#include "app/dolen-window.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-service-note-form.h"
#include "casework/dolen-casework-service-notes.h"
#include "casework/dolen-casework-workers.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

typedef struct {
  DolenSession *session; /* (owned) */
  char *about;           /* (owned) as the form takes it */
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  (void) closure;
  g_object_unref (about->session);
  g_free (about->about);
  g_free (about);
}

static void
on_open_cb (GtkButton *button, const About *about)
{
  GtkWindow *form = dolen_service_note_form_new (about->session, about->about);

  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (button), form);
}

static GtkWidget *
new_button (const char *label, DolenSession *session, char *about)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  About *data = g_new0 (About, 1);

  data->session = g_object_ref (session);
  data->about = about;
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_open_cb), data, about_free, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static char *
say_when (const DolenServiceNote *note)
{
  g_autofree char *day = dolen_format_date_as (dolen_language_current (), note->on, DOLEN_DATE_DAY);

  return note->by != NULL ? g_strdup_printf ("%s – %s", day, note->by) : g_strdup (day);
}

static GtkWidget *
new_line (DolenSession *session, const DolenServiceNote *note)
{
  g_autofree char *when = say_when (note);
  GtkWidget *line = dolen_detail_view_line (NULL, NULL, note->text, when, NULL);
  GtkWidget *change
      = new_button (_ ("Change…"), session, g_strdup_printf ("%s/%s", note->service, note->uid));

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note->text, -1);
  gtk_box_append (GTK_BOX (line), change);
  return line;
}

gboolean
dolen_detail_notes_add (GtkBox *facts, DolenSession *session, const char *service, gboolean empty)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  DolenCaseload *caseload = dolen_casework_get_caseload (casework);
  g_autoptr (GPtrArray) notes = NULL;
  GtkWidget *part, *add;

  if (caseload == NULL || dolen_casework_is_editor (casework))
    return FALSE;
  notes = dolen_caseload_list_service_notes (caseload, service);
  if ((notes == NULL || notes->len == 0) && !empty)
    return FALSE;
  /* Translators: a heading over notes on a group that no hand-out and no export carries. */
  part = dolen_detail_view_part (_ ("Private notes"));
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    gtk_box_append (GTK_BOX (part), new_line (session, g_ptr_array_index (notes, i)));
  /* Translators: a button: a private note on a group is written; short. */
  add = new_button (_ ("Add a Note…"), session, g_strdup (service));
  gtk_widget_set_name (add, "add-private-note");
  gtk_widget_set_tooltip_text (add, _ ("Sealed with the case records; no hand-out carries it"));
  gtk_box_append (GTK_BOX (part), add);
  gtk_box_append (facts, part);
  return TRUE;
}
