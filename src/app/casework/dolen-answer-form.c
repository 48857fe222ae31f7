/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-answer-form.h"

#include "app/casework/dolen-reason-choice.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"

#include <glib/gi18n.h>

#define TRY_AGAIN_WORKING_DAYS 3

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
    return dolen_due_form_finish (
        form, follow_up->uid, note != NULL ? note : _ ("No answer"), undo, error);
  return dolen_reason_choice_record (form, follow_up->referral, states[answer], note, undo, error);
}

static void
on_changed (DolenSmallForm *form)
{
  guint answer = dolen_small_form_get_choice (form, "answer");

  dolen_small_form_show (form, "next", answer == DOLEN_ANSWER_NONE);
  dolen_small_form_show (form, "reason", answer == DOLEN_ANSWER_DECLINED);
}

static void
add_fields (DolenSmallForm *form, const DolenDue *due)
{
  const char *const answers[]
      = { _ ("No answer yet"),          _ ("They accepted"), _ ("There is a waiting list"),
          _ ("The person has started"), _ ("They declined"), NULL };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *again
      = dolen_date_add_working_days (today, TRY_AGAIN_WORKING_DAYS, dolen_nation_current ());
  g_autofree char *typed = dolen_typed_date_format (again);

  dolen_due_form_add_phone (form, due);
  dolen_small_form_add_choice (form, "answer", _ ("What did they say?"), answers, 0);
  dolen_reason_choice_add (form, "reason");
  dolen_small_form_add_entry (form, "next", _ ("Try again on (day/month/year)"), typed);
  dolen_small_form_add_text (form, "outcome", _ ("In words, if there is more"));
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), NULL);
}

GtkWindow *
dolen_answer_form_new (DolenSession *session, const DolenDue *due)
{
  DolenSmallForm *form = dolen_due_form_new (session, due, record_answer);

  add_fields (form, due);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}
