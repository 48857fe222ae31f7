/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-check-form.h"

#include "app/casework/dolen-reason-choice.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
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
      && !dolen_due_form_need_text (note, _ ("Say in a few words what came of it."), error))
    return FALSE;
  if (going != DOLEN_GOING_TO_SAY && referral != NULL && referral->state != states[going]
      && !dolen_reason_choice_record (
          form, follow_up->referral, states[going], note, &first, error))
    return FALSE;
  /* An end has closed the check by rule; otherwise it is done, and perhaps the next one planned. */
  now = dolen_caseload_get_follow_up (caseload_of (session), follow_up->uid);
  if (now == NULL || now->state != DOLEN_FOLLOW_UP_OPEN) {
    *undo = g_steal_pointer (&first);
    return TRUE;
  }
  dolen_session_did (session, g_steal_pointer (&first));
  return dolen_due_form_finish (
      form, follow_up->uid, note != NULL ? note : _ ("They are going."), undo, error);
}

static void
on_changed (DolenSmallForm *form)
{
  guint going = dolen_small_form_get_choice (form, "answer");

  dolen_small_form_show (form, "next", going == DOLEN_GOING_TO_SAY || going == DOLEN_GOING_STARTED);
  dolen_small_form_show (form, "reason", going == DOLEN_GOING_STOPPED);
}

static void
add_fields (DolenSmallForm *form, const DolenDue *due)
{
  const char *const goings[] = {
    _ ("Nothing new"), _ ("They are going"), _ ("They have finished"), _ ("They stopped"), NULL
  };

  dolen_due_form_add_ways (form, due);
  dolen_small_form_add_choice (form, "answer", _ ("How is it going?"), goings, 0);
  dolen_reason_choice_add (form, "reason");
  dolen_small_form_add_entry (form, "next", _ ("Ask again on (day/month/year)"), NULL);
  dolen_small_form_add_text (form, "outcome", _ ("What they said"));
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
}

GtkWindow *
dolen_check_form_new (DolenSession *session, const DolenDue *due)
{
  DolenSmallForm *form;

  if (due->follow_up->referral == NULL)
    return dolen_plain_form_new (session, due);
  form = dolen_due_form_new (session, due, record_going);
  add_fields (form, due);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
