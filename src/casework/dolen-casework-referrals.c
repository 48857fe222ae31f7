/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-support-acts.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

/* Acts about a referral or a signposting, and the follow-ups that come with them by rule. */

#define FIRST_REFERENCE 1001

static gint64
next_reference (DolenCasework *self)
{
  gint64 last = 0;

  dolen_db_get_int64 (dolen_caseload_get_db (self->caseload),
                      "SELECT max (CAST (substr (reference, 3) AS INTEGER)) FROM referral",
                      &last,
                      NULL);
  return MAX (last + 1, FIRST_REFERENCE);
}

static gboolean
check_referral (const DolenReferral *referral, GError **error)
{
  if (!dolen_id_is_valid (referral->uid))
    return dolen_refuse_invalid (error, _ ("The record has no number of its own."));
  if (dolen_text_is_empty (referral->service_name)
      && dolen_text_is_empty (referral->service_name_cy))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  return TRUE;
}

/* What is stored of @given: what only the acts may set is kept from @before, or set here. */
static DolenReferral *
take_draft (DolenCasework *self, const DolenReferral *given, const DolenReferral *before)
{
  DolenReferral *stored = dolen_referral_copy (given);

  g_free (stored->reference);
  stored->reference = before != NULL
                          ? g_strdup (before->reference)
                          : g_strdup_printf ("D-%" G_GINT64_FORMAT, next_reference (self));
  stored->created = before != NULL ? before->created : dolen_time_now ();
  stored->state = DOLEN_REFERRAL_DRAFT;
  return stored;
}

static gboolean
find_draft (DolenCasework *self, const DolenReferral *given, DolenReferral **before, GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, given->person, TRUE, error);

  *before = NULL;
  if (person == NULL || !check_referral (given, error))
    return FALSE;
  *before = dolen_caseload_get_referral (self->caseload, given->uid);
  if (*before != NULL && (*before)->state != DOLEN_REFERRAL_DRAFT)
    return dolen_refuse (error, _ ("It has left the draft and can no longer be rewritten."));
  if (*before != NULL && g_strcmp0 ((*before)->person, given->person) != 0)
    return dolen_refuse (error, _ ("This draft is about somebody else."));
  return TRUE;
}

gboolean
dolen_casework_referral_draft (DolenCasework *self,
                               const DolenReferral *referral,
                               DolenUndo **undo,
                               GError **error)
{
  g_autoptr (DolenReferral) before = NULL;
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!find_draft (self, referral, &before, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_DRAFT, referral->person, error);
  if (act == NULL)
    return FALSE;
  after = take_draft (self, referral, before);
  dolen_act_put (act, &dolen_referral_type, before, after);
  return dolen_act_commit (act, undo, error);
}

/* The check on a day that was chosen. */
static void
put_check_on (DolenAct *act, const DolenReferral *referral, const char *day)
{
  g_autoptr (DolenFollowUp) check
             = dolen_follow_up_new (referral->person, referral->uid, DOLEN_FOLLOW_UP_CHECK, day);

  check->rule = g_strdup ("check");
  check->from = g_strdup (referral->sent_on);
  check->created = dolen_time_now ();
  dolen_act_put (act, &dolen_follow_up_type, NULL, check);
}

/* The rule, recorded in the event with what it led to: another rule later changes nothing in the
 * past. */
static void
put_rule (DolenAct *act, const DolenReferral *referral, const char *check_on)
{
  const DolenFollowUp about = { .person = referral->person, .referral = referral->uid };

  if (referral->kind == DOLEN_REFERRAL && referral->state == DOLEN_REFERRAL_SENT)
    dolen_act_put_by_rule (act, "no-answer", &about, referral->sent_on, 0);
  if (!dolen_date_is_valid (check_on))
    dolen_act_put_by_rule (act, "check", &about, referral->sent_on, 0);
  else
    put_check_on (act, referral, check_on);
}

gboolean
dolen_casework_referral_send (DolenCasework *self,
                              const DolenReferral *referral,
                              const char *check_on,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenReferral) before = NULL;
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (!find_draft (self, referral, &before, error))
    return FALSE;
  after = take_draft (self, referral, before);
  if (!dolen_referral_check_step (after, DOLEN_REFERRAL_SENT, NULL, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_STATE, referral->person, error);
  if (act == NULL)
    return FALSE;
  after->state = DOLEN_REFERRAL_SENT;
  g_free (after->sent_on);
  after->sent_on = dolen_date_today ();
  dolen_act_put (act, &dolen_referral_type, before, after);
  dolen_act_put_consent_for_referral (act, after);
  put_rule (act, after, check_on);
  return dolen_act_commit (act, undo, error);
}

/* ---- how it goes on ---- */

static DolenReferral *
need_referral (DolenCasework *self, const char *uid, GError **error)
{
  DolenReferral *found;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_referral (self->caseload, uid);
  if (found == NULL)
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such referral."));
  return found;
}

static char **
state_date (DolenReferral *referral, DolenReferralState state)
{
  switch (state) {
  case DOLEN_REFERRAL_SENT:
    return &referral->sent_on;
  case DOLEN_REFERRAL_RECEIVED:
    return &referral->received_on;
  case DOLEN_REFERRAL_ACCEPTED:
    return &referral->accepted_on;
  case DOLEN_REFERRAL_WAITING:
    return &referral->waiting_on;
  case DOLEN_REFERRAL_STARTED:
    return &referral->started_on;
  case DOLEN_REFERRAL_ATTENDING:
    return &referral->attending_on;
  case DOLEN_REFERRAL_COMPLETED:
    return &referral->completed_on;
  case DOLEN_REFERRAL_DECLINED:
    return &referral->declined_on;
  case DOLEN_REFERRAL_NOT_REACHED:
    return &referral->not_reached_on;
  case DOLEN_REFERRAL_DID_NOT_START:
    return &referral->did_not_start_on;
  case DOLEN_REFERRAL_LEFT_EARLY:
    return &referral->left_early_on;
  case DOLEN_REFERRAL_CANCELLED:
    return &referral->cancelled_on;
  case DOLEN_REFERRAL_IN_ERROR:
    return &referral->in_error_on;
  case DOLEN_REFERRAL_DRAFT:
  case DOLEN_N_REFERRAL_STATES:
  default:
    return NULL;
  }
}

static void
take_step (DolenReferral *referral,
           DolenReferralState state,
           const char *on,
           const char *reason,
           const char *note)
{
  g_autofree char *day = dolen_date_is_valid (on) ? g_strdup (on) : dolen_date_today ();
  char **date = state_date (referral, state);

  /* Asked and answered in one call: it was sent on that day too. */
  if (referral->state == DOLEN_REFERRAL_DRAFT && !dolen_referral_ends_badly (state)) {
    g_free (referral->sent_on);
    referral->sent_on = g_strdup (day);
  }
  referral->state = state;
  if (date != NULL) {
    g_free (*date);
    *date = g_strdup (day);
  }
  if (dolen_referral_ends_badly (state)) {
    g_free (referral->reason);
    referral->reason = g_strdup (reason);
  }
  g_free (referral->reason_note);
  referral->reason_note = dolen_text_clean (note);
}

/* An answer ends the chase. A declined one keeps its check: the person still waits for something.
 */
static void
put_consequences (DolenAct *act, const DolenReferral *before, const DolenReferral *referral)
{
  const char *why = dolen_referral_state_nick (referral->state);
  gboolean over
      = dolen_referral_has_ended (referral->state) && referral->state != DOLEN_REFERRAL_DECLINED;

  if (before->state == DOLEN_REFERRAL_DRAFT && !dolen_referral_has_ended (referral->state))
    put_rule (act, referral, NULL);
  else
    dolen_casework_close_follow_ups (act, referral->person, referral->uid, !over, why);
}

gboolean
dolen_casework_referral_record (DolenCasework *self,
                                const char *referral,
                                DolenReferralState state,
                                const char *on,
                                const char *reason,
                                const char *note,
                                DolenUndo **undo,
                                GError **error)
{
  g_autoptr (DolenReferral) before = need_referral (self, referral, error);
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || !dolen_referral_check_step (before, state, reason, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_STATE, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_referral_copy (before);
  take_step (after, state, on, reason, note);
  dolen_act_put (act, &dolen_referral_type, before, after);
  put_consequences (act, before, after);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_referral_given_out (
    DolenCasework *self, const char *referral, const char *how, DolenTold told, GError **error)
{
  g_autoptr (DolenReferral) before = need_referral (self, referral, error);
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_SET, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_referral_copy (before);
  if (how != NULL) {
    g_free (after->given_out);
    after->given_out = g_strdup (how);
  }
  if (told != DOLEN_TOLD_NOT_YET) {
    after->told = told;
    g_free (after->told_on);
    after->told_on = dolen_date_today ();
  }
  dolen_act_put (act, &dolen_referral_type, before, after);
  return dolen_act_commit (act, NULL, error);
}
