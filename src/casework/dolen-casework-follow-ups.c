/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

/* Acts about follow-ups. */

/* What a test means, and what may go with it. */
typedef struct {
  DolenAct *act;
  DolenFollowUpTest test;
  gconstpointer data;
} Going;

static gboolean
may_go (const DolenFollowUp *follow_up, gconstpointer data)
{
  const Going *going = data;

  /* A concern outlives the support and the person: it stays until it is decided. */
  if (!going->test (follow_up, going->data) || follow_up->kind == DOLEN_FOLLOW_UP_CONCERN)
    return FALSE;
  return follow_up->kind != DOLEN_FOLLOW_UP_APPOINTMENT
         || dolen_act_stop_appointment (going->act, follow_up->subject);
}

void
dolen_act_close_follow_ups (
    DolenAct *act, const char *person, DolenFollowUpTest test, gconstpointer data, const char *why)
{
  const Going going = { act, test, data };
  const DolenEnding ending = { DOLEN_FOLLOW_UP_CANCELLED, NULL, why };

  dolen_act_end_follow_ups (act, person, may_go, &going, &ending);
}

typedef struct {
  const char *referral; /* (nullable) */
  gboolean chase_only;
} Meant;

static gboolean
is_meant (const DolenFollowUp *follow_up, gconstpointer data)
{
  const Meant *meant = data;

  return (meant->referral == NULL || g_strcmp0 (follow_up->referral, meant->referral) == 0)
         && (!meant->chase_only || follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER);
}

void
dolen_casework_close_follow_ups (
    DolenAct *act, const char *person, const char *referral, gboolean chase_only, const char *why)
{
  const Meant meant = { referral, chase_only };

  dolen_act_close_follow_ups (act, person, is_meant, &meant, why);
}

static gboolean
check_due (const char *due, GError **error)
{
  return dolen_date_is_valid (due) || dolen_refuse_invalid (error, _ ("Please give a day."));
}

gboolean
dolen_casework_follow_up_add (DolenCasework *self,
                              const DolenFollowUp *follow_up,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenPerson) person
             = dolen_casework_need_person (self, follow_up->person, TRUE, error);
  g_autoptr (DolenFollowUp) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL || !check_due (follow_up->due, error))
    return FALSE;
  if (follow_up->kind == DOLEN_FOLLOW_UP_OTHER && dolen_text_is_empty (follow_up->note))
    return dolen_refuse_invalid (error, _ ("Please write what is to be done."));
  act = dolen_act_begin (self, DOLEN_EVENT_FOLLOW_UP_ADD, follow_up->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_follow_up_copy (follow_up);
  stored->created = dolen_time_now ();
  stored->state = DOLEN_FOLLOW_UP_OPEN;
  dolen_act_put (act, &dolen_follow_up_type, NULL, stored);
  return dolen_act_commit (act, undo, error);
}

/* Their line of Today only stands for them: what it is about is ended or moved, and takes it along.
 */
static gboolean
check_by_hand (const DolenFollowUp *follow_up, GError **error)
{
  if (follow_up->kind == DOLEN_FOLLOW_UP_CONCERN)
    return dolen_refuse (
        error, _ ("A concern is not put off: record what was done about it, or the answer."));
  if (follow_up->kind == DOLEN_FOLLOW_UP_APPOINTMENT)
    return dolen_refuse (error,
                         _ ("Say how the appointment was, or change or cancel the appointment."));
  return TRUE;
}

DolenFollowUp *
dolen_casework_need_open_follow_up (DolenCasework *self, const char *uid, GError **error)
{
  g_autoptr (DolenFollowUp) found = NULL;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_get_follow_up (self->caseload, uid);
  if (found == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such follow-up."));
    return NULL;
  }
  if (found->state != DOLEN_FOLLOW_UP_OPEN) {
    dolen_refuse (error, _ ("This follow-up is done or cancelled already."));
    return NULL;
  }
  if (!check_by_hand (found, error))
    return NULL;
  return g_steal_pointer (&found);
}

static void
put_next_try (DolenAct *act, const DolenFollowUp *done, const char *next)
{
  g_autoptr (DolenFollowUp) again
             = dolen_follow_up_new (done->person, done->referral, done->kind, next);

  again->subject = g_strdup (done->subject);
  again->rule = g_strdup (done->rule);
  again->step = done->step >= 0 ? done->step + 1 : -1;
  again->from = g_strdup (done->from);
  again->note = g_strdup (done->note);
  again->created = dolen_time_now ();
  dolen_act_put (act, &dolen_follow_up_type, NULL, again);
}

void
dolen_act_put_done (DolenAct *act,
                    const DolenFollowUp *before,
                    const char *outcome,
                    const char *next)
{
  const DolenEnding ending = { DOLEN_FOLLOW_UP_DONE, outcome, NULL };

  dolen_act_end_follow_up (act, before, &ending);
  if (next != NULL)
    put_next_try (act, before, next);
}

gboolean
dolen_casework_follow_up_done (DolenCasework *self,
                               const char *follow_up,
                               const char *outcome,
                               const char *next,
                               DolenUndo **undo,
                               GError **error)
{
  g_autoptr (DolenFollowUp) before = dolen_casework_need_open_follow_up (self, follow_up, error);
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || (next != NULL && !check_due (next, error)))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_FOLLOW_UP_DONE, before->person, error);
  if (act == NULL)
    return FALSE;
  dolen_act_put_done (act, before, outcome, next);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_follow_up_move (
    DolenCasework *self, const char *follow_up, const char *due, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenFollowUp) before = dolen_casework_need_open_follow_up (self, follow_up, error);
  g_autoptr (DolenFollowUp) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL || !check_due (due, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_FOLLOW_UP_MOVE, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_follow_up_copy (before);
  g_free (after->due);
  after->due = g_strdup (due);
  dolen_act_put (act, &dolen_follow_up_type, before, after);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_follow_up_cancel (DolenCasework *self,
                                 const char *follow_up,
                                 DolenUndo **undo,
                                 GError **error)
{
  g_autoptr (DolenFollowUp) before = dolen_casework_need_open_follow_up (self, follow_up, error);
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_FOLLOW_UP_CANCEL, before->person, error);
  if (act == NULL)
    return FALSE;
  dolen_act_end_follow_up (act, before, &(const DolenEnding){ DOLEN_FOLLOW_UP_CANCELLED });
  return dolen_act_commit (act, undo, error);
}
