/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"

#include <glib/gi18n-lib.h>

/* Asking the group again, step by step; whom to contact where somebody did not come. */

/* ---- the chase ---- */

static char *
say_due (DolenCasework *self, const DolenReferral *referral, int step, const char *from)
{
  const DolenRule *rule = dolen_rules_find (dolen_casework_get_rules (self), "no-answer");

  g_return_val_if_fail (rule != NULL, NULL);
  if (referral->volunteer_run)
    return dolen_rule_due_for_volunteers (rule, step, from, referral->next_session);
  return dolen_rule_due (rule, step, from, FALSE);
}

/* A step whose day has passed while nobody rang comes as long after today as after the one before.
 */
static char *
find_due (DolenCasework *self, const DolenReferral *referral, int step, const char *from)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *due = say_due (self, referral, step, from);
  g_autofree char *former = NULL;
  DolenNation nation = dolen_nation_current ();

  if (due == NULL || step == 0 || g_strcmp0 (due, today) > 0)
    return g_steal_pointer (&due);
  former = say_due (self, referral, step - 1, from);
  return dolen_date_add_working_days (
      today, MAX (dolen_date_count_working_days (former, due, nation), 1), nation);
}

static void
put_chase (DolenAct *act, const DolenReferral *referral, const char *from)
{
  const DolenFollowUp about = { .person = referral->person, .referral = referral->uid };
  g_autofree char *due = find_due (act->casework, referral, 0, from);

  if (due != NULL)
    dolen_act_put_by_rule_on (act, "no-answer", &about, from, 0, due);
}

void
dolen_act_put_sent (DolenAct *act,
                    const DolenReferral *referral,
                    const char *from,
                    const char *check_on)
{
  const DolenFollowUp about = { .person = referral->person, .referral = referral->uid };

  if (referral->kind == DOLEN_REFERRAL && referral->state == DOLEN_REFERRAL_SENT)
    put_chase (act, referral, from);
  if (!dolen_date_is_valid (check_on))
    dolen_act_put_by_rule (act, "check", &about, from, 0);
  else /* on a day that was chosen */
    dolen_act_put_by_rule_on (act, "check", &about, from, 0, check_on);
}

static int
next_step (const DolenFollowUp *follow_up)
{
  return MAX (follow_up->step, 0) + 1;
}

char *
dolen_casework_next_try (DolenCasework *self, const DolenFollowUp *follow_up)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenReferral) referral = NULL;

  if (self->caseload == NULL || follow_up->referral == NULL)
    return NULL;
  referral = dolen_caseload_get_referral (self->caseload, follow_up->referral);
  if (referral == NULL)
    return NULL;
  return find_due (
      self, referral, next_step (follow_up), follow_up->from != NULL ? follow_up->from : today);
}

static void
put_next_try (DolenAct *act, const DolenFollowUp *done, const char *next)
{
  const DolenFollowUp about
      = { .person = done->person, .referral = done->referral, .note = done->note };

  dolen_act_put_by_rule_on (act, "no-answer", &about, done->from, next_step (done), next);
}

gboolean
dolen_casework_no_answer (DolenCasework *self,
                          const char *follow_up,
                          const char *outcome,
                          const char *next,
                          DolenUndo **undo,
                          GError **error)
{
  g_autoptr (DolenFollowUp) before = dolen_casework_need_open_follow_up (self, follow_up, error);
  g_autoptr (DolenReferral) referral = NULL;
  g_autofree char *by_rule = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  if (next != NULL && !dolen_date_is_valid (next))
    return dolen_refuse_invalid (error, _ ("Please give a day."));
  referral = dolen_casework_need_referral (self, before->referral, error);
  if (referral == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_FOLLOW_UP_DONE, before->person, error);
  if (act == NULL)
    return FALSE;
  by_rule = dolen_casework_next_try (self, before);
  dolen_act_put_done (act, before, outcome, NULL);
  if (next != NULL || by_rule != NULL)
    put_next_try (act, before, next != NULL ? next : by_rule);
  if (by_rule == NULL)
    dolen_act_put_next_choice (act, referral);
  return dolen_act_commit (act, undo, error);
}

/* ---- who did not come ---- */

gboolean
dolen_casework_has_risk (DolenCasework *self, const char *person)
{
  g_autoptr (DolenPerson) known = NULL;
  g_autoptr (GPtrArray) concerns = NULL;

  if (self->caseload == NULL)
    return FALSE;
  known = dolen_caseload_get_person (self->caseload, person);
  for (guint i = 0; known != NULL && known->risks != NULL && i < known->risks->len; i++)
    if (((const DolenRisk *) g_ptr_array_index (known->risks, i))->over_on == NULL)
      return TRUE;
  concerns = dolen_caseload_list_records (
      self->caseload, &dolen_concern_type, person, "state != 'closed'");
  return concerns != NULL && concerns->len > 0;
}

/* How the first time was is asked together with why they did not come. */
static gboolean
is_first_session (const DolenFollowUp *follow_up, gconstpointer referral)
{
  return follow_up->kind == DOLEN_FOLLOW_UP_FIRST_SESSION
         && g_strcmp0 (follow_up->referral, referral) == 0;
}

static void
add_absence (DolenReferral *referral, const char *day)
{
  guint n = referral->absences != NULL ? g_strv_length (referral->absences) : 0;

  if (n > 0 && g_strv_contains ((const char *const *) referral->absences, day))
    return;
  referral->absences = g_renew (char *, referral->absences, n + 2);
  referral->absences[n] = g_strdup (day);
  referral->absences[n + 1] = NULL;
}

gboolean
dolen_casework_referral_absent (DolenCasework *self,
                                const char *referral,
                                const char *on,
                                const char *note,
                                DolenUndo **undo,
                                GError **error)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenReferral) before = dolen_casework_need_referral (self, referral, error);
  g_autoptr (DolenReferral) after = NULL;
  g_autoptr (DolenAct) act = NULL;
  DolenFollowUp about = { 0 };

  if (before == NULL)
    return FALSE;
  if (!dolen_referral_is_under_way (before->state))
    return dolen_refuse (error, _ ("Only from what is under way can somebody be missing."));
  if (!dolen_date_is_valid (on) || g_strcmp0 (on, today) > 0)
    return dolen_refuse_invalid (error, _ ("On which day did they not come?"));
  act = dolen_act_begin (self, DOLEN_EVENT_REFERRAL_ABSENT, before->person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_referral_copy (before);
  add_absence (after, on);
  act->event->note = g_strdup (note);
  dolen_act_put (act, &dolen_referral_type, before, after);
  dolen_act_close_follow_ups (act, after->person, is_first_session, after->uid, "absent");
  about.person = after->person;
  about.referral = after->uid;
  about.note = (char *) note;
  dolen_act_put_by_rule (act,
                         dolen_casework_has_risk (self, after->person) ? "absent-risk" : "absent",
                         &about,
                         today,
                         0);
  return dolen_act_commit (act, undo, error);
}
