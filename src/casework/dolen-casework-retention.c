/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-retention.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- the rules ---- */

static gboolean
check_rules (const DolenRetentionRules *rules, GError **error)
{
  const int years[] = { rules->supported_years, rules->other_years };
  const int birthdays[] = { rules->minor_birthday, rules->minor_birthday_17 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    if (years[i] < 1 || years[i] > 30)
      return dolen_refuse_invalid (error, _ ("Records are kept for 1 to 30 years."));
  for (gsize i = 0; i < G_N_ELEMENTS (birthdays); i++)
    if (birthdays[i] < 18 || birthdays[i] > 40)
      return dolen_refuse_invalid (error, _ ("The birthday lies between 18 and 40."));
  if (rules->minor_birthday_17 < rules->minor_birthday)
    return dolen_refuse_invalid (error, _ ("Who was 17 is kept no shorter than who was younger."));
  return TRUE;
}

gboolean
dolen_casework_set_retention (DolenCasework *self,
                              const DolenRetentionRules *rules,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_RETENTION, NULL, error);
  g_autoptr (DolenRetentionRules) before = NULL;
  g_autoptr (DolenRetentionRules) after = NULL;

  if (act == NULL || !check_rules (rules, error))
    return FALSE;
  before = dolen_caseload_get_record (
      self->caseload, &dolen_retention_rules_type, DOLEN_RETENTION_RULES_UID);
  after = dolen_record_copy (&dolen_retention_rules_type, rules);
  g_free (after->set_on);
  g_free (after->set_by);
  after->set_on = dolen_date_today ();
  after->set_by = g_strdup (dolen_casework_get_author (self));
  after->created = before != NULL ? before->created : dolen_time_now ();
  dolen_act_put (act, &dolen_retention_rules_type, before, after);
  return dolen_act_commit (act, undo, error);
}

/* ---- decisions about one record ---- */

static gboolean
check_reason (const char *reason, GError **error)
{
  return !dolen_text_is_empty (reason) || dolen_refuse_invalid (error, _ ("Please write why."));
}

/* Takes @decision. */
static gboolean
decide (DolenCasework *self, DolenRetentionDecision *decision, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenRetentionDecision) made = decision;
  g_autoptr (DolenPerson) person
             = dolen_casework_need_person (self, decision->person, FALSE, error);
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL || !check_reason (made->reason, error))
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_RETENTION_DECIDED, made->person, error);
  if (act == NULL)
    return FALSE;
  made->by = g_strdup (dolen_casework_get_author (self));
  act->event->note = g_strdup (made->reason);
  dolen_act_put (act, &dolen_retention_decision_type, NULL, made);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_keep (DolenCasework *self,
                     const char *person,
                     const char *until,
                     const char *reason,
                     DolenUndo **undo,
                     GError **error)
{
  g_autofree char *today = dolen_date_today ();
  DolenRetentionDecision *decision;

  if (!dolen_date_is_valid (until) || strcmp (until, today) <= 0)
    return dolen_refuse_invalid (error, _ ("Please give a day after today."));
  decision = dolen_retention_decision_new (person, DOLEN_RETENTION_KEEP);
  decision->until = g_strdup (until);
  decision->reason = g_strdup (reason);
  return decide (self, decision, undo, error);
}

gboolean
dolen_casework_hold (
    DolenCasework *self, const char *person, const char *reason, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenRetentionDecision) held = NULL;
  DolenRetentionDecision *decision;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  held = dolen_caseload_get_hold (self->caseload, person);
  if (held != NULL)
    return dolen_refuse (error, _ ("This record is under a legal hold already."));
  decision = dolen_retention_decision_new (person, DOLEN_RETENTION_HOLD);
  decision->reason = g_strdup (reason);
  return decide (self, decision, undo, error);
}

gboolean
dolen_casework_lift_hold (DolenCasework *self, const char *person, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_RETENTION_DECIDED, person, error);
  g_autoptr (DolenRetentionDecision) held = NULL;
  g_autoptr (DolenRetentionDecision) lifted = NULL;

  if (act == NULL)
    return FALSE;
  held = dolen_caseload_get_hold (self->caseload, person);
  if (held == NULL)
    return dolen_refuse (error, _ ("This record is under no legal hold."));
  lifted = dolen_retention_decision_copy (held);
  lifted->lifted_on = dolen_date_today ();
  lifted->lifted_by = g_strdup (dolen_casework_get_author (self));
  dolen_act_put (act, &dolen_retention_decision_type, held, lifted);
  return dolen_act_commit (act, undo, error);
}
