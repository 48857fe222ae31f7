/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-closing-papers.h"

#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-person-papers.h"
#include "casework/records/dolen-export.h"

#include <glib/gi18n.h>

/* NULL where nothing of that kind is to be done. */
static DolenFollowUp *
find_open (DolenSession *session, const char *person, DolenFollowUpKind kind)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autofree char *where
      = g_strdup_printf ("state = 'open' AND kind = '%s'", dolen_follow_up_kind_nick (kind));
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      dolen_casework_get_caseload (casework), &dolen_follow_up_type, person, where);

  return open != NULL && open->len > 0
             ? dolen_follow_up_copy (g_ptr_array_index (open, open->len - 1))
             : NULL;
}

static void
offer_message (GtkWindow *parent, DolenSession *session, const char *person)
{
  g_autoptr (DolenFollowUp) tell = find_open (session, person, DOLEN_FOLLOW_UP_TELL_REFERRER);

  if (parent != NULL && tell != NULL)
    dolen_form_offer (GTK_WIDGET (parent), session, dolen_referrer_paper_new, person);
}

/* ---- the letter, and what comes after it ---- */

typedef struct {
  DolenSession *session; /* (owned) */
  char *person;          /* (owned) uid */
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  g_object_unref (about->session);
  g_free (about->person);
  g_free (about);
}

static gboolean
on_close_request (GtkWindow *letter, const About *about)
{
  offer_message (gtk_window_get_transient_for (letter), about->session, about->person);
  return GDK_EVENT_PROPAGATE;
}

static void
on_not_needed (GtkWidget *button, const About *about)
{
  g_autoptr (DolenFollowUp) asked
             = find_open (about->session, about->person, DOLEN_FOLLOW_UP_CLOSING_LETTER);
  GtkWidget *letter = GTK_WIDGET (gtk_widget_get_root (button));
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (asked != NULL
      && !dolen_casework_follow_up_cancel (
          dolen_session_get_casework (about->session), asked->uid, &undo, &error)) {
    dolen_session_report (about->session, error);
    return;
  }
  dolen_session_did (about->session, g_steal_pointer (&undo));
  gtk_window_close (GTK_WINDOW (letter));
}

static About *
about_new (DolenSession *session, const char *person)
{
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->person = g_strdup (person);
  return about;
}

static GtkWindow *
new_letter (DolenSession *session, const char *person)
{
  GtkWindow *letter = dolen_closing_paper_new (session, person);
  GtkWidget *button;

  if (letter == NULL)
    return NULL;
  /* Translators: a button: the closing letter to a person is not written. */
  button = gtk_button_new_with_mnemonic (_ ("_No Letter Is Needed"));
  g_signal_connect_data (
      button, "clicked", G_CALLBACK (on_not_needed), about_new (session, person), about_free, 0);
  dolen_paper_window_add_button (DOLEN_PAPER_WINDOW (letter), button);
  g_signal_connect_data (letter,
                         "close-request",
                         G_CALLBACK (on_close_request),
                         about_new (session, person),
                         about_free,
                         0);
  return letter;
}

void
dolen_closing_papers_offer (DolenSmallForm *form, const char *person)
{
  DolenSession *session = dolen_small_form_get_session (form);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));
  g_autoptr (DolenFollowUp) letter = find_open (session, person, DOLEN_FOLLOW_UP_CLOSING_LETTER);

  if (parent != NULL && letter != NULL)
    dolen_form_offer (GTK_WIDGET (parent), session, new_letter, person);
  else
    offer_message (parent, session, person);
}

GtkWindow *
dolen_closing_paper_new_for_due (DolenSession *session, const DolenDue *due)
{
  return new_letter (session, due->follow_up->person);
}

void
dolen_closing_paper_gone (DolenSession *session, const char *person, const char *how)
{
  g_autoptr (DolenFollowUp) asked = find_open (session, person, DOLEN_FOLLOW_UP_CLOSING_LETTER);
  g_autofree char *code = dolen_export_code (DOLEN_EXPORT_CLOSING, how);
  g_autofree char *words = dolen_export_words (code, dolen_language_current ());
  g_autoptr (GError) error = NULL;

  if (asked != NULL
      && !dolen_casework_follow_up_done (
          dolen_session_get_casework (session), asked->uid, words, NULL, NULL, &error))
    dolen_session_report (session, error);
}
