/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-support-acts.h"

#include "base/dolen-time.h"

void
dolen_act_close_follow_up (DolenAct *act,
                           const DolenFollowUp *before,
                           gboolean done,
                           const char *why)
{
  g_autoptr (DolenFollowUp) after = dolen_follow_up_copy (before);

  after->state = done ? DOLEN_FOLLOW_UP_DONE : DOLEN_FOLLOW_UP_CANCELLED;
  after->done_on = dolen_date_today ();
  after->closed_by = g_strdup (why);
  dolen_act_put (act, &dolen_follow_up_type, before, after);
}

void
dolen_act_close_by_rule (DolenAct *act,
                         const char *person,
                         const char *rule,
                         const char *subject,
                         gboolean done,
                         const char *why)
{
  g_autoptr (GPtrArray) open = dolen_caseload_list_records (
      act->casework->caseload, &dolen_follow_up_type, person, "state = 'open'");

  for (guint i = 0; open != NULL && i < open->len; i++) {
    const DolenFollowUp *found = g_ptr_array_index (open, i);

    if (g_strcmp0 (found->rule, rule) == 0 && g_strcmp0 (found->subject, subject) == 0)
      dolen_act_close_follow_up (act, found, done, why);
  }
}
