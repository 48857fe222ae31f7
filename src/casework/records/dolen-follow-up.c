/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-follow-up.h"

#include "base/dolen-id.h"
#include "casework/records/dolen-said.h"

static const char *const kinds[] = {
  "no-answer",     "check",         "next-contact",   "other",          "decide",
  "more-info",     "first-contact", "try-again",      "not-reached",    "tell-referrer",
  "first-session", "absent",        "wait-over",      "next-choice",    "tell-group",
  "support-ends",  "review",        "baseline",       "consent-ends",   "concern",
  "appointment",   "paused",        "needs-decision", "closing-letter", NULL,
};
static const char *const states[] = { "open", "done", "cancelled", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == DOLEN_N_FOLLOW_UP_KINDS + 1);

#define FIELD(field, kind, ...) DOLEN_FIELD (DolenFollowUp, field, kind, __VA_ARGS__)

static const DolenField follow_up_fields[] = {
  FIELD (uid, TEXT),
  FIELD (person, TEXT),
  FIELD (referral, TEXT),
  FIELD (subject, TEXT),
  FIELD (kind, ENUM, .nicks = kinds),
  FIELD (rule, TEXT),
  FIELD (step, INT, .unset = -1),
  FIELD (due, TEXT),
  FIELD (at, TEXT),
  FIELD (from, TEXT),
  FIELD (note, TEXT),
  FIELD (was, ROWS, .rows = &dolen_said_type),
  FIELD (state, ENUM, .nicks = states),
  FIELD (done_on, TEXT),
  FIELD (outcome, TEXT),
  FIELD (closed_by, TEXT),
  FIELD (created, TIME),
};

const DolenRecordType dolen_follow_up_type = { "follow_up",
                                               sizeof (DolenFollowUp),
                                               follow_up_fields,
                                               G_N_ELEMENTS (follow_up_fields),
                                               (GDestroyNotify) dolen_follow_up_free };

DolenFollowUp *
dolen_follow_up_new (const char *person,
                     const char *referral,
                     DolenFollowUpKind kind,
                     const char *due)
{
  DolenFollowUp *follow_up = dolen_record_new (&dolen_follow_up_type);

  follow_up->uid = dolen_id_new ();
  follow_up->person = g_strdup (person);
  follow_up->referral = g_strdup (referral);
  follow_up->kind = kind;
  follow_up->due = g_strdup (due);
  return follow_up;
}

DolenFollowUp *
dolen_follow_up_copy (const DolenFollowUp *follow_up)
{
  return dolen_record_copy (&dolen_follow_up_type, follow_up);
}

void
dolen_follow_up_free (DolenFollowUp *follow_up)
{
  dolen_record_free (&dolen_follow_up_type, follow_up);
}

const char *
dolen_follow_up_kind_nick (DolenFollowUpKind kind)
{
  g_return_val_if_fail (kind < DOLEN_N_FOLLOW_UP_KINDS, "");
  return kinds[kind];
}

gboolean
dolen_follow_up_kind_from_nick (const char *nick, DolenFollowUpKind *kind)
{
  for (int i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], nick)) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}
