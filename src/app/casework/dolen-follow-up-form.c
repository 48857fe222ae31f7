/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-follow-up-form.h"

#include "app/casework/dolen-reason-choice.h"
#include "app/casework/dolen-ways-list.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

#define TRY_AGAIN_WORKING_DAYS 3
#define NEXT_CONTACT_DAYS 7

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static DolenFollowUp *
find_open (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = caseload_of (session);
  g_autoptr (DolenFollowUp) found = NULL;

  if (caseload != NULL)
    found = dolen_caseload_get_follow_up (caseload, uid);
  if (found != NULL && found->state == DOLEN_FOLLOW_UP_OPEN)
    return g_steal_pointer (&found);
  dolen_session_toast (session, _ ("That is done already."));
  return NULL;
}

static gboolean
need_text (const char *text, const char *sentence, GError **error)
{
  if (text != NULL)
    return TRUE;
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

/* ---- done ---- */

static gboolean
finish (DolenSmallForm *form,
        const char *follow_up,
        const char *outcome,
        DolenUndo **undo,
        GError **error)
{
  g_autofree char *next = NULL;
  DolenSession *session = dolen_small_form_get_session (form);

  return dolen_small_form_dup_date (form, "next", &next, error)
         && dolen_casework_follow_up_done (
             dolen_session_get_casework (session), follow_up, outcome, next, undo, error);
}

static gboolean
record (DolenSmallForm *form,
        const DolenFollowUp *follow_up,
        DolenReferralState state,
        const char *note,
        DolenUndo **undo,
        GError **error)
{
  const char *reason = dolen_reason_choice_code (dolen_small_form_get_choice (form, "reason"));

  return dolen_casework_referral_record (
      dolen_session_get_casework (dolen_small_form_get_session (form)),
      follow_up->referral,
      state,
      NULL,
      dolen_referral_ends_badly (state) ? reason : NULL,
      note,
      undo,
      error);
}

/* A call to the group: an answer goes to the referral, and that ends the chase by rule. */
static gboolean
record_answer (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  static const DolenReferralState states[] = { DOLEN_REFERRAL_SENT,
                                               DOLEN_REFERRAL_ACCEPTED,
                                               DOLEN_REFERRAL_WAITING,
                                               DOLEN_REFERRAL_STARTED,
                                               DOLEN_REFERRAL_DECLINED };
  const DolenFollowUp *follow_up = data;
  guint answer = dolen_small_form_get_choice (form, "answer");
  g_autofree char *note = dolen_small_form_dup_text (form, "outcome");

  if (answer == DOLEN_ANSWER_NONE)
    return finish (form, follow_up->uid, note != NULL ? note : _ ("No answer"), undo, error);
  return record (form, follow_up, states[answer], note, undo, error);
}

/* What a check found about the group, beside what was said. */
static gboolean
record_going (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  static const DolenReferralState states[] = {
    DOLEN_REFERRAL_SENT, DOLEN_REFERRAL_STARTED, DOLEN_REFERRAL_COMPLETED, DOLEN_REFERRAL_CANCELLED
  };
  const DolenFollowUp *follow_up = data;
  DolenSession *session = dolen_small_form_get_session (form);
  guint going = dolen_small_form_get_choice (form, "answer");
  g_autofree char *note = dolen_small_form_dup_text (form, "outcome");
  g_autoptr (DolenReferral) referral
             = dolen_caseload_get_referral (caseload_of (session), follow_up->referral);
  g_autoptr (DolenUndo) first = NULL;
  g_autoptr (DolenFollowUp) now = NULL;

  if (going == DOLEN_GOING_TO_SAY
      && !need_text (note, _ ("Say in a few words what came of it."), error))
    return FALSE;
  if (going != DOLEN_GOING_TO_SAY && referral != NULL && referral->state != states[going]
      && !record (form, follow_up, states[going], note, &first, error))
    return FALSE;
  /* An end has closed the check by rule; otherwise it is done, and perhaps the next one planned. */
  now = dolen_caseload_get_follow_up (caseload_of (session), follow_up->uid);
  if (now == NULL || now->state != DOLEN_FOLLOW_UP_OPEN) {
    *undo = g_steal_pointer (&first);
    return TRUE;
  }
  dolen_session_did (session, g_steal_pointer (&first));
  return finish (form, follow_up->uid, note != NULL ? note : _ ("They are going."), undo, error);
}

static gboolean
record_done (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  g_autofree char *outcome = dolen_small_form_dup_text (form, "outcome");

  return need_text (outcome, _ ("Say in a few words what came of it."), error)
         && finish (form, follow_up->uid, outcome, undo, error);
}

static void
on_answer_changed (DolenSmallForm *form)
{
  guint answer = dolen_small_form_get_choice (form, "answer");

  dolen_small_form_show (form, "next", answer == DOLEN_ANSWER_NONE);
  dolen_small_form_show (form, "reason", answer == DOLEN_ANSWER_DECLINED);
}

static void
on_going_changed (DolenSmallForm *form)
{
  guint going = dolen_small_form_get_choice (form, "answer");

  dolen_small_form_show (form, "next", going == DOLEN_GOING_TO_SAY || going == DOLEN_GOING_STARTED);
  dolen_small_form_show (form, "reason", going == DOLEN_GOING_STOPPED);
}

static void
add_phone (DolenSmallForm *form, const char *phone)
{
  g_autofree char *number = NULL;
  GtkWidget *label;

  if (dolen_text_is_empty (phone)) {
    dolen_small_form_add (form, dolen_label_new (_ ("No number is known."), "dim-label"));
    return;
  }
  number = dolen_text_phone_display (phone);
  label = dolen_label_new (number, "title-1");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  dolen_small_form_add (form, label);
}

static void
add_answers (DolenSmallForm *form, const DolenDue *due)
{
  const char *const answers[]
      = { _ ("No answer yet"),          _ ("They accepted"), _ ("There is a waiting list"),
          _ ("The person has started"), _ ("They declined"), NULL };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *again = dolen_date_add_working_days (today, TRY_AGAIN_WORKING_DAYS);
  g_autofree char *typed = dolen_typed_date_format (again);

  add_phone (form, due->phone);
  dolen_small_form_add_choice (form, "answer", _ ("What did they say?"), answers, 0);
  dolen_reason_choice_add (form, "reason");
  dolen_small_form_add_entry (form, "next", _ ("Try again on (day/month/year)"), typed);
  dolen_small_form_add_text (form, "outcome", _ ("In words, if there is more"));
  g_signal_connect (form, "changed", G_CALLBACK (on_answer_changed), NULL);
}

static void
add_ways (DolenSmallForm *form, const DolenDue *due)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (caseload_of (session), due->follow_up->person);

  if (person != NULL)
    dolen_small_form_add (form, dolen_ways_list_new (session, person));
}

static void
add_goings (DolenSmallForm *form, const DolenDue *due)
{
  const char *const goings[] = {
    _ ("Nothing new"), _ ("They are going"), _ ("They have finished"), _ ("They stopped"), NULL
  };

  add_ways (form, due);
  dolen_small_form_add_choice (form, "answer", _ ("How is it going?"), goings, 0);
  dolen_reason_choice_add (form, "reason");
  dolen_small_form_add_entry (form, "next", _ ("Ask again on (day/month/year)"), NULL);
  dolen_small_form_add_text (form, "outcome", _ ("What they said"));
  g_signal_connect (form, "changed", G_CALLBACK (on_going_changed), NULL);
}

static DolenDue *
find_due (DolenSession *session, const DolenFollowUp *follow_up)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) all = dolen_caseload_list_follow_ups (
      caseload_of (session), follow_up->person, today, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const DolenDue *due = g_ptr_array_index (all, i);

    if (g_str_equal (due->follow_up->uid, follow_up->uid))
      return g_ptr_array_steal_index (all, i);
  }
  return NULL;
}

static DolenSmallForm *
new_form (DolenSession *session,
          DolenFollowUp *follow_up,
          const char *title,
          const char *button,
          const char *draft,
          DolenSmallFormFunc func)
{
  g_autofree char *kind = g_strdup_printf ("%s/%s", draft, follow_up->uid);
  const DolenSmallFormSpec spec = {
    title, button, kind, follow_up->person, func, follow_up, (GDestroyNotify) dolen_follow_up_free
  };

  return dolen_small_form_new (session, &spec);
}

GtkWindow *
dolen_follow_up_form_new (DolenSession *session, const char *uid)
{
  DolenFollowUp *follow_up = find_open (session, uid);
  g_autoptr (DolenDue) due = follow_up != NULL ? find_due (session, follow_up) : NULL;
  g_autofree char *sentence = NULL;
  DolenSmallForm *form;
  DolenSmallFormFunc func = record_done;

  if (due == NULL) {
    dolen_follow_up_free (follow_up);
    return NULL;
  }
  if (follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER)
    func = record_answer;
  else if (follow_up->kind == DOLEN_FOLLOW_UP_CHECK && follow_up->referral != NULL)
    func = record_going;
  form = new_form (session, follow_up, _ ("What Came of It"), _ ("_Done"), "follow-up", func);
  sentence = dolen_due_sentence (due, dolen_language_current ());
  dolen_small_form_add (form, dolen_label_new (sentence, "heading"));
  if (func == record_answer) {
    add_answers (form, due);
  } else if (func == record_going) {
    add_goings (form, due);
  } else {
    add_ways (form, due);
    dolen_small_form_add_text (form, "outcome", _ ("What came of it"));
    dolen_small_form_add_entry (form, "next", _ ("Next contact on (day/month/year)"), NULL);
  }
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- another day ---- */

static gboolean
need_day (DolenSmallForm *form, char **day, GError **error)
{
  return dolen_small_form_dup_date (form, "due", day, error)
         && need_text (*day, _ ("On which day?"), error);
}

static gboolean
move (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const DolenFollowUp *follow_up = data;
  DolenSession *session = dolen_small_form_get_session (form);
  g_autofree char *due = NULL;

  return need_day (form, &due, error)
         && dolen_casework_follow_up_move (
             dolen_session_get_casework (session), follow_up->uid, due, undo, error);
}

GtkWindow *
dolen_follow_up_move_form_new (DolenSession *session, const char *uid)
{
  DolenFollowUp *follow_up = find_open (session, uid);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *later = dolen_date_add_days (today, NEXT_CONTACT_DAYS);
  g_autofree char *typed = dolen_typed_date_format (later);
  DolenSmallForm *form;

  if (follow_up == NULL)
    return NULL;
  form = new_form (session, follow_up, _ ("Another Day"), _ ("_Move"), "move", move);
  dolen_small_form_add_entry (form, "due", _ ("On (day/month/year)"), typed);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- next contact ---- */

static gboolean
add_next_contact (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenSession *session = dolen_small_form_get_session (form);
  g_autoptr (DolenFollowUp) follow_up = NULL;
  g_autofree char *due = NULL;

  if (!need_day (form, &due, error))
    return FALSE;
  follow_up = dolen_follow_up_new (data, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, due);
  follow_up->note = dolen_small_form_dup_text (form, "note");
  return dolen_casework_follow_up_add (
      dolen_session_get_casework (session), follow_up, undo, error);
}

GtkWindow *
dolen_next_contact_form_new (DolenSession *session, const char *person)
{
  const DolenSmallFormSpec spec = { _ ("Next Contact"), _ ("_Plan"),       "next-contact", person,
                                    add_next_contact,   g_strdup (person), g_free };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *later = dolen_date_add_days (today, NEXT_CONTACT_DAYS);
  g_autofree char *typed = dolen_typed_date_format (later);
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add_entry (form, "due", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_entry (form, "note", _ ("What about"), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
