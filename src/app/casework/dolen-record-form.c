/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-record-form.h"

#include "app/casework/dolen-reason-choice.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"

#include <glib/gi18n.h>

#define MOST_WEEKS 520
#define TOLD_BY_PERSON 1

typedef struct {
  DolenReferral *referral; /* (owned) */
  DolenReferralState steps[DOLEN_N_REFERRAL_STATES];
  guint n_steps;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  dolen_referral_free (record->referral);
  g_free (record);
}

const char *
dolen_record_step_name (DolenReferralState state)
{
  static const char *const names[DOLEN_N_REFERRAL_STATES] = {
    [DOLEN_REFERRAL_DRAFT] = N_ ("Draft"),
    [DOLEN_REFERRAL_SENT] = N_ ("Sent"),
    /* Translators: what happened to a referral (atgyfeiriad, masc.). */
    [DOLEN_REFERRAL_RECEIVED] = N_ ("The group has received it"),
    [DOLEN_REFERRAL_ACCEPTED] = N_ ("The group accepted"),
    [DOLEN_REFERRAL_WAITING] = N_ ("On the waiting list"),
    [DOLEN_REFERRAL_STARTED] = N_ ("Went the first time"),
    [DOLEN_REFERRAL_ATTENDING] = N_ ("Still going"),
    [DOLEN_REFERRAL_COMPLETED] = N_ ("Finished"),
    [DOLEN_REFERRAL_DECLINED] = N_ ("The group declined"),
    [DOLEN_REFERRAL_NOT_REACHED] = N_ ("The group could not reach the person"),
    [DOLEN_REFERRAL_DID_NOT_START] = N_ ("The person did not start"),
    [DOLEN_REFERRAL_LEFT_EARLY] = N_ ("The person left early"),
    [DOLEN_REFERRAL_CANCELLED] = N_ ("Cancel it"),
    [DOLEN_REFERRAL_IN_ERROR] = N_ ("Made in error"),
  };

  g_return_val_if_fail (state >= 0 && state < DOLEN_N_REFERRAL_STATES, "");
  return _ (names[state]);
}

guint
dolen_record_form_steps (const DolenReferral *referral, DolenReferralState *steps)
{
  guint n = 0;

  /* Leaving the draft is the referral form's; any reason stands in for the one still to come.
   * Waiting and going are recorded again: still so. */
  for (int state = DOLEN_REFERRAL_RECEIVED; state < DOLEN_N_REFERRAL_STATES; state++) {
    gboolean again = (int) referral->state == state
                     && (state == DOLEN_REFERRAL_WAITING || state == DOLEN_REFERRAL_ATTENDING);

    if ((referral->state != DOLEN_REFERRAL_DRAFT || state >= DOLEN_REFERRAL_CANCELLED)
        && (again || dolen_referral_check_step (referral, state, "other", NULL)))
      steps[n++] = state;
  }
  return n;
}

static DolenReferralState
chosen (DolenSmallForm *form, const Record *record)
{
  return record->steps[MIN (dolen_small_form_get_choice (form, "state"), record->n_steps - 1)];
}

static gboolean
do_record (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Record *record = data;
  DolenReferralStep step = { .state = chosen (form, record) };
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  g_autofree char *at = dolen_small_form_dup_text (form, "first-at");
  g_autofree char *on = NULL;
  g_autofree char *first = NULL;

  if (!dolen_small_form_dup_date (form, "on", &on, error)
      || !dolen_small_form_dup_date (form, "first", &first, error)
      || !dolen_small_form_dup_number (form, "weeks", MOST_WEEKS, &step.wait_weeks, error))
    return FALSE;
  step.reason = dolen_reason_choice_get (form, step.state);
  step.on = on;
  step.note = note;
  step.by_person = dolen_small_form_get_choice (form, "who") == TOLD_BY_PERSON;
  if (step.state < DOLEN_REFERRAL_STARTED) {
    step.first_on = first;
    step.first_at = at;
  }
  if (step.state != DOLEN_REFERRAL_WAITING)
    step.wait_weeks = 0;
  return dolen_casework_referral_step (
      dolen_session_get_casework (dolen_small_form_get_session (form)),
      record->referral->uid,
      &step,
      undo,
      error);
}

static void
on_changed (DolenSmallForm *form, const Record *record)
{
  DolenReferralState state = chosen (form, record);
  gboolean agreed = state == DOLEN_REFERRAL_ACCEPTED || state == DOLEN_REFERRAL_WAITING;

  dolen_reason_choice_show (form, state);
  dolen_small_form_show (form, "who", state == DOLEN_REFERRAL_STARTED);
  dolen_small_form_show (form, "first", agreed);
  dolen_small_form_show (form, "first-at", agreed);
  dolen_small_form_show (form, "weeks", state == DOLEN_REFERRAL_WAITING);
}

static void
add_fields (DolenSmallForm *form, const Record *record, DolenReferralState state)
{
  const char *names[DOLEN_N_REFERRAL_STATES + 1] = { NULL };
  /* Translators: who told that somebody went: the group (grŵp, masc.), the person (unigolyn). */
  const char *const who[] = { _ ("The group"), _ ("The person"), NULL };
  g_autofree char *today = dolen_date_today ();
  g_autofree char *typed = dolen_typed_date_format (today);
  guint selected = 0;

  for (guint i = 0; i < record->n_steps; i++) {
    names[i] = dolen_record_step_name (record->steps[i]);
    if (record->steps[i] == state)
      selected = i;
  }
  dolen_small_form_add (form,
                        dolen_label_new (dolen_referral_get_service_name (
                                             record->referral, dolen_language_current ()),
                                         "heading"));
  dolen_small_form_add_choice (form, "state", _ ("What happened"), names, selected);
  dolen_small_form_add_entry (form, "on", _ ("On (day/month/year)"), typed);
  dolen_small_form_add_choice (
      form, "who", _ ("Who said so"), who, record->referral->kind == DOLEN_SIGNPOSTING);
  dolen_reason_choice_add (form);
  dolen_small_form_add_entry (form, "first", _ ("First session on (day/month/year)"), NULL);
  dolen_small_form_add_entry (form, "first-at", _ ("At (such as 10:00)"), NULL);
  dolen_small_form_add_entry (form, "weeks", _ ("How many weeks they say"), NULL);
  dolen_small_form_add_text (form, "note", _ ("In words, if there is more"));
}

GtkWindow *
dolen_record_form_new (DolenSession *session, const char *referral, DolenReferralState state)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  Record *record = g_new0 (Record, 1);
  g_autofree char *kind = g_strconcat ("record/", referral, NULL);
  DolenSmallFormSpec spec = { .title = _ ("What Happened"),
                              .button = _ ("_Record"),
                              .draft = kind,
                              .func = do_record,
                              .data = record,
                              .free_data = record_free };
  DolenSmallForm *form;

  if (caseload != NULL)
    record->referral = dolen_caseload_get_referral (caseload, referral);
  if (record->referral != NULL)
    record->n_steps = dolen_record_form_steps (record->referral, record->steps);
  if (record->n_steps == 0) {
    record_free (record);
    dolen_session_toast (session, _ ("There is nothing more to record of it."));
    return NULL;
  }
  spec.person = record->referral->person;
  form = dolen_small_form_new (session, &spec);
  add_fields (form, record, state);
  g_signal_connect (form, "changed", G_CALLBACK (on_changed), record);
  dolen_small_form_begin (form);
  on_changed (form, record);
  return GTK_WINDOW (form);
}
