/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-try-form.h"

#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-sender.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/records/dolen-export.h"
#include "reports/dolen-incoming-letter.h"

#include <glib/gi18n.h>

/* Somebody who could not be reached: the letter in their language, or the end. */

typedef struct {
  DolenIncoming *incoming; /* (owned) */
  DolenPerson *person;     /* (owned) */
  guint shown;             /* language the letter is in */
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  dolen_incoming_free (about->incoming);
  dolen_person_free (about->person);
  g_free (about);
}

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static char *
make_letter (DolenSession *session, const About *about, DolenLanguage language)
{
  g_autoptr (DolenWriter) writer = dolen_writer_read (session);
  g_autoptr (DolenIncoming) out = dolen_incoming_copy (about->incoming);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *answer_by = NULL;

  /* As if it went out today: until when may it be answered? */
  g_free (out->letter_on);
  out->letter_on = g_strdup (today);
  answer_by = dolen_casework_dup_answer_by (dolen_session_get_casework (session), out);
  return dolen_not_reached_letter_new (about->person, answer_by, &writer->sender, language, today);
}

static void
on_changed (DolenSmallForm *form)
{
  About *about = dolen_small_form_get_data (form);
  guint language = dolen_small_form_get_choice (form, "language");
  gboolean letter = dolen_small_form_get_choice (form, "next") == DOLEN_LAST_LETTER;
  char *text;

  dolen_small_form_show (form, "language", letter);
  dolen_small_form_show (form, "large", letter);
  dolen_small_form_show (form, "how", letter);
  dolen_small_form_show (form, "why", !letter);
  if (about->shown == language)
    return;
  about->shown = language;
  text = make_letter (dolen_small_form_get_session (form),
                      about,
                      language == 0 ? DOLEN_LANGUAGE_EN : DOLEN_LANGUAGE_CY);
  dolen_small_form_set_text (form, "text", text);
  dolen_wipe_string (text);
}

static gboolean
go_on (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const About *about = data;
  DolenCasework *casework = dolen_session_get_casework (dolen_small_form_get_session (form));
  g_autofree char *why = dolen_small_form_dup_text (form, "why");

  if (dolen_small_form_get_choice (form, "next") == DOLEN_LAST_LETTER) {
    if (dolen_tell_code (dolen_small_form_get_choice (form, "how")) == NULL) {
      g_set_error_literal (error,
                           DOLEN_ERROR,
                           DOLEN_ERROR_INVALID,
                           _ ("Print, copy or save the letter first, then record it."));
      return FALSE;
    }
    return dolen_casework_letter_sent (casework, about->incoming->uid, undo, error);
  }
  if (!dolen_casework_not_reached (casework, about->incoming->uid, why, undo, error))
    return FALSE;
  dolen_referrer_form_offer (form, about->incoming->uid);
  return TRUE;
}

static void
add_fields (DolenSmallForm *form, About *about, DolenReachStep step)
{
  const char *const nexts[] = { _ ("Write to them"), _ ("Close, and tell the referrer"), NULL };
  const char *const sizes[] = { _ ("As usual"), _ ("Large print"), NULL };
  const char *const languages[] = { "English", "Cymraeg", NULL };
  gboolean may_write = !dolen_reach_is_unsafe (about->person, DOLEN_ENCOUNTER_LETTER, NULL);
  DolenLanguage language = DOLEN_LANGUAGE_EN;

  dolen_language_from_code (about->person->language_written, &language);
  if (!may_write)
    dolen_small_form_add (
        form, dolen_label_new (_ ("Post is marked as not to be used for them."), "notice"));
  dolen_small_form_add_choice (form,
                               "next",
                               _ ("What is next"),
                               nexts,
                               may_write && step != DOLEN_REACH_CLOSE ? DOLEN_LAST_LETTER
                                                                      : DOLEN_LAST_CLOSE);
  dolen_small_form_add_entry (form, "why", _ ("Why earlier than the rule says, if it is"), NULL);
  dolen_small_form_add_choice (
      form, "language", _ ("Letters and hand-outs"), languages, language == DOLEN_LANGUAGE_CY);
  dolen_small_form_add_choice (form, "large", _ ("Print"), sizes, 0);
  dolen_tell_add_how (form, FALSE);
  dolen_small_form_add_text (form, "text", _ ("The letter"));
  dolen_tell_add_buttons (form, about->person->uid, DOLEN_EXPORT_LETTER, "large", &about->shown);
}

static GtkWindow *
new_form (DolenSession *session, DolenIncoming *incoming, const char *draft)
{
  About *about = g_new0 (About, 1);
  DolenSmallFormSpec spec
      = { _ ("Not Reached"), _ ("_Go On"), draft, incoming->person, go_on, about, about_free };
  g_autofree char *answer_by
      = dolen_casework_dup_answer_by (dolen_session_get_casework (session), incoming);
  g_autofree char *sentence = NULL;
  DolenSmallForm *form;
  DolenReach reach;

  about->incoming = incoming;
  about->person = dolen_caseload_get_person (caseload_of (session), incoming->person);
  about->shown = G_MAXUINT;
  dolen_caseload_work_out_reach (
      caseload_of (session), about->person, incoming, NULL, answer_by, &reach);
  sentence = dolen_reach_sentence (&reach, dolen_language_current ());
  form = dolen_small_form_new (session, &spec);
  dolen_small_form_add (form, dolen_label_new (sentence, NULL));
  add_fields (form, about, reach.step);
  on_changed (form);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_end_form_new (DolenSession *session, const char *uid)
{
  g_autofree char *draft = g_strconcat ("end/", uid, NULL);
  DolenIncoming *incoming
      = uid != NULL ? dolen_caseload_get_incoming (caseload_of (session), uid) : NULL;

  if (incoming != NULL && !dolen_incoming_is_over (incoming->state))
    return new_form (session, incoming, draft);
  dolen_incoming_free (incoming);
  dolen_session_toast (session, _ ("That is done already."));
  return NULL;
}

/* Without a referral in (somebody added by hand) there is nobody to tell: another try it is. */
GtkWindow *
dolen_end_form_new_for_due (DolenSession *session, const DolenDue *due)
{
  if (due->follow_up->subject == NULL)
    return dolen_try_form_new_for_due (session, due);
  return dolen_end_form_new (session, due->follow_up->subject);
}
