/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-restricted-note.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-text-windows.h"
#include "app/dolen-window.h"
#include "casework/dolen-casework-restricted.h"

#include <glib/gi18n.h>

typedef struct {
  DolenSession *session; /* (owned) */
  char *note;            /* (owned) uid */
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  g_object_unref (about->session);
  g_free (about->note);
  g_free (about);
}

static void
free_about_closure (gpointer data, GClosure *closure)
{
  about_free (data);
}

static About *
about_new (DolenSession *session, const char *note)
{
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->note = g_strdup (note);
  return about;
}

static GtkWindow *
new_window (DolenSession *session, const char *words)
{
  GtkBox *box;
  GtkWindow *window = dolen_text_window_new (_ ("Restricted Note"), &box);
  GtkWidget *label = dolen_label_new (words, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
  gtk_box_append (box,
                  dolen_label_new (_ ("That you have read it stands in the record."), "dim-label"));
  g_object_set (window, "default-width", 420, "default-height", 320, NULL);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (gtk_window_destroy),
                           window,
                           G_CONNECT_SWAPPED);
  return window;
}

static gboolean
read_it (GtkWidget *from, DolenSession *session, const char *note, const char *why, GError **error)
{
  char *words = dolen_casework_note_read (dolen_session_get_casework (session), note, why, error);

  if (words == NULL)
    return FALSE;
  dolen_window_present_dialog (from, new_window (session, words));
  dolen_wipe_string (words);
  return TRUE;
}

/* ---- a lead is asked why ---- */

static gboolean
break_glass (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const About *about = data;
  g_autofree char *why = dolen_small_form_dup_text (form, "why");
  GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (form));

  *undo = NULL;
  return read_it (over != NULL ? GTK_WIDGET (over) : GTK_WIDGET (form),
                  about->session,
                  about->note,
                  why,
                  error);
}

static GtkWindow *
new_form (DolenSession *session, const char *note)
{
  DolenSmallFormSpec spec = { .title = _ ("Open a Restricted Note"),
                              .button = _ ("_Open"),
                              .draft = "break-glass",
                              .func = break_glass,
                              .data = about_new (session, note),
                              .free_data = about_free };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add (
      form,
      dolen_label_new (_ ("Somebody else wrote it for themselves and the leads. Your reason stands "
                          "in the person’s record, with your name."),
                       NULL));
  dolen_small_form_add_text (form, "why", _ ("Why it must be opened now"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

static void
on_clicked (GtkWidget *button, const About *about)
{
  g_autoptr (DolenSession) session = g_object_ref (about->session);
  g_autofree char *note = g_strdup (about->note);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (button));
  g_autoptr (GError) error = NULL;

  /* Reading writes a line in the log, and with it the timeline is made anew. */
  if (dolen_casework_may_read (dolen_session_get_casework (session), note) == DOLEN_MAY_BREAK_GLASS)
    dolen_window_present_dialog (root, new_form (session, note));
  else if (!read_it (root, session, note, NULL, &error))
    dolen_session_report (session, error);
}

GtkWidget *
dolen_restricted_note_new (DolenSession *session, const char *note)
{
  DolenMayRead may = dolen_casework_may_read (dolen_session_get_casework (session), note);
  GtkWidget *button;

  if (may == DOLEN_MAY_NOT_READ)
    return dolen_label_new (_ ("Its author and the leads can read it."), "dim-label");
  button = gtk_button_new_with_label (may == DOLEN_MAY_READ ? _ ("Read") : _ ("Open…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Read the restricted note"), -1);
  g_signal_connect_data (
      button, "clicked", G_CALLBACK (on_clicked), about_new (session, note), free_about_closure, 0);
  return button;
}
