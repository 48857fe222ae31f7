/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-referrer-form.h"

#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-sender.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/records/dolen-export.h"
#include "reports/dolen-incoming-letter.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

typedef struct {
  DolenIncoming *incoming; /* (owned) */
  DolenPerson *person;     /* (owned) */
  guint shown;             /* language the text is in; -1 none yet */
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  dolen_incoming_free (about->incoming);
  dolen_person_free (about->person);
  g_free (about);
}

static DolenLanguage
language_of (guint choice)
{
  return choice == 0 ? DOLEN_LANGUAGE_EN : DOLEN_LANGUAGE_CY;
}

static char *
make_text (DolenSession *session, const About *about, DolenLanguage language)
{
  g_autoptr (DolenWriter) writer = dolen_writer_read (session);
  g_autofree char *today = dolen_date_today ();

  return dolen_referrer_letter_new (
      about->incoming, about->person, &writer->sender, language, today);
}

/* Another language writes it anew; what was typed into it goes. */
static void
on_changed (DolenSmallForm *form)
{
  About *about = dolen_small_form_get_data (form);
  guint chosen = dolen_small_form_get_choice (form, "language");
  char *text;

  if (about->shown == chosen)
    return;
  about->shown = chosen;
  text = make_text (dolen_small_form_get_session (form), about, language_of (chosen));
  dolen_small_form_set_text (form, "text", text);
  dolen_wipe_string (text);
}

static gboolean
tell (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const About *about = data;
  g_autoptr (DolenMessage) message = dolen_message_new (about->person->uid);

  message->incoming = g_strdup (about->incoming->uid);
  message->episode = g_strdup (about->incoming->episode);
  message->kind = about->incoming->state == DOLEN_INCOMING_NOT_REACHED ? DOLEN_MESSAGE_NOT_REACHED
                                                                       : DOLEN_MESSAGE_DECISION;
  message->language = g_strdup (
      dolen_language_code (language_of (dolen_small_form_get_choice (form, "language"))));
  message->text = dolen_small_form_dup_text (form, "text");
  message->given_out = g_strdup (dolen_tell_code (dolen_small_form_get_choice (form, "how")));
  if (message->given_out == NULL)
    dolen_small_form_lead_to (form, "how");
  return dolen_casework_incoming_told (
      dolen_session_get_casework (dolen_small_form_get_session (form)), message, undo, error);
}

static void
add_contact (DolenSmallForm *form, const DolenIncoming *incoming)
{
  g_autofree char *phone
      = incoming->source_phone != NULL ? dolen_text_phone_display (incoming->source_phone) : NULL;
  const char *words = phone != NULL ? phone : incoming->source_email;
  GtkWidget *label;

  if (words == NULL)
    return;
  label = dolen_label_new (words, "title-3");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  dolen_small_form_add (form, label);
}

static About *
find_about (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = caseload_of (session);
  About *about = g_new0 (About, 1);

  if (caseload != NULL && uid != NULL)
    about->incoming = dolen_caseload_get_incoming (caseload, uid);
  if (about->incoming != NULL)
    about->person = dolen_caseload_get_person (caseload, about->incoming->person);
  if (about->person != NULL)
    return about;
  dolen_session_toast (session, _ ("That is done already."));
  about_free (about);
  return NULL;
}

static GtkWindow *
new_form (DolenSession *session, const char *uid, const char *draft)
{
  const char *const languages[] = { "English", "Cymraeg", NULL };
  About *about = find_about (session, uid);
  DolenSmallFormSpec spec
      = { _ ("Tell the Referrer"), _ ("_Record as Told"), draft, NULL, tell, about, about_free };
  DolenLanguage language = dolen_language_current ();
  DolenSmallForm *form;

  if (about == NULL)
    return NULL;
  about->shown = G_MAXUINT;
  spec.person = about->person->uid;
  dolen_language_from_code (about->incoming->source_language, &language);
  form = dolen_small_form_new (session, &spec);
  add_contact (form, about->incoming);
  dolen_small_form_add_choice (form,
                               "language",
                               _ ("Language of letters to them"),
                               languages,
                               language == DOLEN_LANGUAGE_EN ? 0 : 1);
  /* Above the text: it is what is forgotten, and beneath a letter nobody sees it. */
  dolen_tell_add_how (form, TRUE);
  dolen_small_form_add_text (form, "text", _ ("What they are told"));
  dolen_tell_add_buttons (form, about->person->uid, DOLEN_EXPORT_MESSAGE, NULL, &about->shown);
  on_changed (form);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_referrer_form_new (DolenSession *session, const char *uid)
{
  g_autofree char *draft = g_strconcat ("tell/", uid, NULL);

  return new_form (session, uid, draft);
}

/* The decision was told before: now it is about how it goes, or how it ended. */
static gboolean
is_about_support (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = caseload_of (session);
  g_autoptr (DolenIncoming) incoming = NULL;

  if (caseload != NULL && uid != NULL)
    incoming = dolen_caseload_get_incoming (caseload, uid);
  return incoming != NULL && incoming->told_on != NULL
         && incoming->state == DOLEN_INCOMING_SUPPORTED;
}

GtkWindow *
dolen_referrer_form_new_for_due (DolenSession *session, const DolenDue *due)
{
  g_autofree char *draft = g_strconcat ("follow-up/", due->follow_up->uid, NULL);

  if (is_about_support (session, due->follow_up->subject))
    return dolen_referrer_paper_new (session, due->follow_up->person);
  return new_form (session, due->follow_up->subject, draft);
}

/* ---- right after a decision ---- */

void
dolen_referrer_form_offer (DolenSmallForm *form, const char *uid)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenIncoming) incoming = dolen_caseload_get_incoming (caseload_of (session), uid);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form));

  if (incoming != NULL && parent != NULL && g_strcmp0 (incoming->source, "self") != 0)
    dolen_form_offer (GTK_WIDGET (parent), session, dolen_referrer_form_new, uid);
}
