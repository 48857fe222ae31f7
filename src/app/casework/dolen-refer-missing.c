/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-details.h"

#include "base/dolen-text.h"

#include <glib/gi18n.h>

static const DolenShareLine *
find_line (const DolenReferral *referral, const char *code)
{
  for (guint i = 0; referral->shared != NULL && i < referral->shared->len; i++) {
    const DolenShareLine *line = g_ptr_array_index (referral->shared, i);

    if (g_strcmp0 (line->code, code) == 0)
      return line;
  }
  return NULL;
}

static const char *
say_communication (const DolenReferral *referral)
{
  const DolenShareLine *line = find_line (referral, "communication");

  if (line == NULL)
    return _ ("Nothing is recorded of what helps them to follow.");
  return line->ticked ? NULL : _ ("What helps them to follow is not shared.");
}

static const char *
say_risk (const DolenReferral *referral)
{
  if (referral->risk == DOLEN_RISK_NOT_DECIDED)
    return _ ("Whether a risk is shared is not decided.");
  if (referral->risk == DOLEN_RISK_SHARED && dolen_text_is_empty (referral->risk_text))
    return _ ("The risk to be shared is not written.");
  return NULL;
}

static void
add (GPtrArray *missing, gboolean is_missing, const char *sentence)
{
  if (is_missing && sentence != NULL)
    g_ptr_array_add (missing, g_strdup (sentence));
}

char **
dolen_refer_missing (const DolenReferral *r)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  add (missing,
       !dolen_referral_may_leave_draft (r),
       _ ("They have not agreed yet: without that nothing leaves."));
  add (missing, r->kind == DOLEN_REFERRAL, say_communication (r));
  add (missing,
       dolen_text_is_empty (r->need_text),
       _ ("What they would like, as worked out together, is not written."));
  add (missing, TRUE, say_risk (r));
  add (missing, r->next_contact_by == NULL, _ ("By when they are contacted is not said."));
  add (missing, r->involved_until == NULL, _ ("Until when you stay involved is not said."));
  add (missing, !r->follow_up_told, _ ("They have not been told that you will ask how it goes."));
  add (missing, r->may_return == NULL, _ ("Whether they may come back is not settled."));
  add (missing,
       r->kind == DOLEN_REFERRAL && !r->report_absence,
       _ ("The group is not asked to say if they do not come."));
  add (missing, r->outcomes_shared == NULL, _ ("Whether outcomes are shared is not settled."));
  g_ptr_array_add (missing, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&missing), FALSE);
}
