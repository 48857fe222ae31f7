/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-triage-form.h"

#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "casework/dolen-caseload-incoming.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/records/dolen-codes.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static DolenIncoming *
find (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenIncoming) incoming
             = caseload != NULL && uid != NULL ? dolen_caseload_get_incoming (caseload, uid) : NULL;

  if (incoming != NULL && !dolen_incoming_is_over (incoming->state))
    return g_steal_pointer (&incoming);
  dolen_session_toast (session, _ ("That is done already."));
  return NULL;
}

/* ---- what is read before it is decided ---- */

static void
add_fact (GtkWidget *list, const char *title, const char *text)
{
  if (!dolen_text_is_empty (text))
    dolen_boxed_list_add (list, dolen_fact_new (title, text));
}

static void
add_facts (DolenSmallForm *form, const DolenIncoming *incoming)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *list = dolen_boxed_list_new ();
  g_autofree char *day = dolen_format_date_as (language, incoming->received_on, DOLEN_DATE_FULL);
  g_autofree char *from
      = g_strdup_printf ("%s%s%s",
                         dolen_code_name (DOLEN_CODES_SOURCE, incoming->source, language),
                         incoming->source_name != NULL ? ", " : "",
                         incoming->source_name != NULL ? incoming->source_name : "");

  add_fact (list, _ ("From"), from);
  add_fact (list, _ ("Received"), day);
  add_fact (list, _ ("Why they were referred"), incoming->reason);
  add_fact (list, _ ("Risks that were passed on"), incoming->risk);
  add_fact (list, _ ("What they themselves need and want"), incoming->own_view);
  if (g_strcmp0 (incoming->consent, "no") == 0)
    add_fact (list, _ ("Have they agreed to be referred?"), _ ("They have not agreed"));
  dolen_small_form_add (form, list);
}

/* ---- deciding ---- */

static gboolean
decide (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autofree char *because = dolen_small_form_dup_text (form, "urgent-because");
  g_autofree char *wanted = dolen_small_form_dup_text (form, "wanted");
  g_autofree char *where = dolen_small_form_dup_text (form, "where");
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  guint decision = dolen_small_form_get_choice (form, "decision");
  gboolean done = FALSE;

  switch ((DolenTriage) decision) {
  case DOLEN_TRIAGE_WAIT:
    done = dolen_casework_incoming_wait (
        casework, data, dolen_small_form_get_choice (form, "priority"), because, undo, error);
    break;
  case DOLEN_TRIAGE_TAKE_UP:
    done = dolen_casework_incoming_take_up (casework, data, undo, error);
    break;
  case DOLEN_TRIAGE_ASK:
    done = dolen_casework_incoming_ask (casework, data, wanted, undo, error);
    break;
  case DOLEN_TRIAGE_RETURN:
    done = dolen_casework_incoming_return (casework, data, where, note, undo, error);
    break;
  case DOLEN_TRIAGE_DECLINE:
    done = dolen_casework_incoming_decline (casework, data, note, undo, error);
    break;
  case DOLEN_TRIAGE_IN_ERROR:
    done = dolen_casework_incoming_in_error (casework, data, note, undo, error);
    break;
  case DOLEN_TRIAGE_NOT_CHOSEN:
  default:
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, _ ("Choose what is decided."));
    break;
  }
  if (done && decision != DOLEN_TRIAGE_IN_ERROR)
    dolen_referrer_form_offer (form, data);
  return done;
}

static void
on_changed (DolenSmallForm *form)
{
  guint decision = dolen_small_form_get_choice (form, "decision");
  gboolean waits = decision == DOLEN_TRIAGE_WAIT;
  gboolean routine = dolen_small_form_get_choice (form, "priority") == DOLEN_PRIORITY_ROUTINE;

  dolen_small_form_show (form, "priority", waits);
  dolen_small_form_show (form, "urgent-because", waits && !routine);
  dolen_small_form_show (form, "wanted", decision == DOLEN_TRIAGE_ASK);
  dolen_small_form_show (form, "where", decision == DOLEN_TRIAGE_RETURN);
  dolen_small_form_show (form, "note", decision >= DOLEN_TRIAGE_RETURN);
}

static void
add_fields (DolenSmallForm *form, const DolenIncoming *incoming)
{
  const char *const decisions[] = { _ ("Not chosen yet"),
                                    /* Translators: what is decided about a referral to us. */
                                    _ ("Suitable: on the waiting list"),
                                    _ ("Suitable: taken up now"),
                                    _ ("More information is wanted"),
                                    _ ("Not suitable: goes back"),
                                    _ ("They do not wish it"),
                                    _ ("Recorded in error"),
                                    NULL };
  const char *priorities[DOLEN_PRIORITY_URGENT + 2] = { NULL };

  for (int i = 0; i <= DOLEN_PRIORITY_URGENT; i++)
    priorities[i] = dolen_priority_name (i, dolen_language_current ());
  dolen_small_form_add_choice (form,
                               "decision",
                               _ ("Decision"),
                               decisions,
                               incoming->state == DOLEN_INCOMING_WAITING ? DOLEN_TRIAGE_TAKE_UP
                                                                         : DOLEN_TRIAGE_NOT_CHOSEN);
  dolen_small_form_add_choice (form, "priority", _ ("How soon"), priorities, incoming->priority);
  dolen_small_form_add_entry (
      form, "urgent-because", _ ("Why it cannot wait its turn"), incoming->priority_reason);
  dolen_small_form_add_entry (
      form, "wanted", _ ("What would you like to know?"), incoming->info_wanted);
  dolen_small_form_add_entry (form, "where", _ ("Where should it go?"), NULL);
  dolen_small_form_add_entry (form, "note", _ ("Why, in words"), NULL);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
}

static GtkWindow *
new_triage (DolenSession *session, const char *uid, const char *draft)
{
  g_autoptr (DolenIncoming) incoming = find (session, uid);
  DolenSmallFormSpec spec
      = { _ ("Decide on a Referral"), _ ("_Decide"), draft, NULL, decide, NULL, g_free };
  DolenSmallForm *form;

  if (incoming == NULL)
    return NULL;
  spec.person = incoming->person;
  spec.data = g_strdup (uid);
  form = dolen_small_form_new (session, &spec);
  add_facts (form, incoming);
  add_fields (form, incoming);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_triage_form_new (DolenSession *session, const char *uid)
{
  g_autofree char *draft = g_strconcat ("triage/", uid, NULL);

  return new_triage (session, uid, draft);
}

GtkWindow *
dolen_triage_form_new_for_due (DolenSession *session, const DolenDue *due)
{
  g_autofree char *draft = g_strconcat ("follow-up/", due->follow_up->uid, NULL);

  return new_triage (session, due->follow_up->subject, draft);
}

/* ---- what was asked ---- */

enum {
  INFO_CAME,
  INFO_ASK_AGAIN
};

static gboolean
record_info (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autofree char *words = dolen_small_form_dup_text (form, "words");
  g_autoptr (DolenIncoming) incoming = find (session, data);

  if (dolen_small_form_get_choice (form, "answer") == INFO_CAME)
    return dolen_casework_incoming_answered (casework, data, words, undo, error);
  if (!dolen_casework_incoming_ask (casework,
                                    data,
                                    words != NULL || incoming == NULL ? words
                                                                      : incoming->info_wanted,
                                    undo,
                                    error))
    return FALSE;
  dolen_referrer_form_offer (form, data);
  return TRUE;
}

static GtkWindow *
new_info (DolenSession *session, const char *uid, const char *draft)
{
  const char *const answers[] = { _ ("The referrer answered"), _ ("No answer: ask again"), NULL };
  g_autoptr (DolenIncoming) incoming = find (session, uid);
  DolenSmallFormSpec spec
      = { _ ("What Was Asked"), _ ("_Record"), draft, NULL, record_info, NULL, g_free };
  DolenSmallForm *form;

  if (incoming == NULL)
    return NULL;
  spec.person = incoming->person;
  spec.data = g_strdup (uid);
  form = dolen_small_form_new (session, &spec);
  if (!dolen_text_is_empty (incoming->info_wanted)) {
    GtkWidget *list = dolen_boxed_list_new ();

    add_fact (list, _ ("What was asked"), incoming->info_wanted);
    dolen_small_form_add (form, list);
  }
  dolen_small_form_add_choice (form, "answer", _ ("What came of it"), answers, INFO_CAME);
  dolen_small_form_add_text (form, "words", _ ("What they said"));
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_info_form_new (DolenSession *session, const char *uid)
{
  g_autofree char *draft = g_strconcat ("info/", uid, NULL);

  return new_info (session, uid, draft);
}

GtkWindow *
dolen_info_form_new_for_due (DolenSession *session, const DolenDue *due)
{
  g_autofree char *draft = g_strconcat ("follow-up/", due->follow_up->uid, NULL);

  return new_info (session, due->follow_up->subject, draft);
}
