/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-act-follow-ups.h"

#include "base/dolen-time.h"

void
dolen_act_end_follow_up (DolenAct *act, const DolenFollowUp *before, const DolenEnding *ending)
{
  g_autoptr (DolenFollowUp) after = dolen_follow_up_copy (before);

  after->state = ending->state;
  g_free (after->done_on);
  after->done_on = dolen_date_today ();
  if (ending->outcome != NULL)
    dolen_set_text (&after->outcome, ending->outcome);
  if (ending->why != NULL)
    dolen_set_text (&after->closed_by, ending->why);
  dolen_act_put (act, &dolen_follow_up_type, before, after);
}

void
dolen_act_end_follow_ups (DolenAct *act,
                          const char *person,
                          DolenFollowUpTest test,
                          gconstpointer data,
                          const DolenEnding *ending)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      act->casework->caseload, &dolen_follow_up_type, person, "state = 'open'");

  g_return_if_fail (open != NULL);
  for (guint i = 0; i < open->len; i++)
    if (test (g_ptr_array_index (open, i), data))
      dolen_act_end_follow_up (act, g_ptr_array_index (open, i), ending);
}

static gboolean
is_about (const DolenFollowUp *follow_up, gconstpointer subject)
{
  return g_strcmp0 (follow_up->subject, subject) == 0;
}

void
dolen_act_end_subject (DolenAct *act,
                       const char *person,
                       const char *subject,
                       const DolenEnding *ending)
{
  dolen_act_end_follow_ups (act, person, is_about, subject, ending);
}

typedef struct {
  const char *rule;
  const char *subject;
} Made;

static gboolean
is_made (const DolenFollowUp *follow_up, gconstpointer data)
{
  const Made *made = data;

  return g_strcmp0 (follow_up->rule, made->rule) == 0 && is_about (follow_up, made->subject);
}

void
dolen_act_end_rule (DolenAct *act,
                    const char *person,
                    const char *rule,
                    const char *subject,
                    gboolean done,
                    const char *why)
{
  const Made made = { rule, subject };
  const DolenEnding ending = { done ? DOLEN_FOLLOW_UP_DONE : DOLEN_FOLLOW_UP_CANCELLED, NULL, why };

  dolen_act_end_follow_ups (act, person, is_made, &made, &ending);
}
