/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-private.h"

#include "base/dolen-time.h"
#include "casework/dolen-support-acts.h"

#include <string.h>

/* Follow-ups that an act brings with it, by rule. */

gboolean
dolen_casework_set_rules (DolenCasework *self, const char *path, GError **error)
{
  DolenRules *rules = dolen_rules_new (path, error);

  if (rules == NULL)
    return FALSE;
  g_clear_pointer (&self->rules, dolen_rules_free);
  self->rules = rules;
  return TRUE;
}

const DolenRules *
dolen_casework_get_rules (DolenCasework *self)
{
  g_autoptr (GError) error = NULL;

  if (self->rules == NULL && !dolen_casework_set_rules (self, NULL, &error))
    g_error ("%s", error->message); /* our own data */
  return self->rules;
}

void
dolen_act_put_by_rule_on (DolenAct *act,
                          const char *rule,
                          const DolenFollowUp *about,
                          const char *from,
                          int step,
                          const char *due)
{
  const DolenRule *found = dolen_rules_find (dolen_casework_get_rules (act->casework), rule);
  g_autoptr (DolenFollowUp) follow_up = NULL;

  g_return_if_fail (found != NULL && due != NULL);
  follow_up = dolen_follow_up_new (about->person, about->referral, found->kind, due);
  follow_up->subject = g_strdup (about->subject);
  follow_up->note = g_strdup (about->note);
  follow_up->at = g_strdup (about->at);
  follow_up->rule = g_strdup (rule);
  follow_up->step = step;
  follow_up->from = g_strdup (from);
  follow_up->created = dolen_time_now ();
  dolen_act_put (act, &dolen_follow_up_type, NULL, follow_up);
}

void
dolen_act_put_by_rule_not_before (DolenAct *act,
                                  const char *rule,
                                  const DolenFollowUp *about,
                                  const char *from,
                                  int step,
                                  const char *not_before)
{
  const DolenRule *found = dolen_rules_find (dolen_casework_get_rules (act->casework), rule);
  g_autofree char *due = found != NULL ? dolen_rule_due (found, step, from, FALSE) : NULL;
  gboolean early = not_before != NULL && g_strcmp0 (due, not_before) < 0;

  g_return_if_fail (found != NULL);
  if (due != NULL)
    dolen_act_put_by_rule_on (act, rule, about, from, step, early ? not_before : due);
}

void
dolen_act_put_by_rule (
    DolenAct *act, const char *rule, const DolenFollowUp *about, const char *from, int step)
{
  dolen_act_put_by_rule_not_before (act, rule, about, from, step, NULL);
}
