/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-due-order.h"

static const DolenDuePlace places[DOLEN_N_FOLLOW_UP_KINDS] = {
  [DOLEN_FOLLOW_UP_CONCERN] = DOLEN_DUE_CONCERN,
  [DOLEN_FOLLOW_UP_APPOINTMENT] = DOLEN_DUE_APPOINTMENT,
  [DOLEN_FOLLOW_UP_ABSENT] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_FIRST_CONTACT] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_TRY_AGAIN] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_NEXT_CONTACT] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_FIRST_SESSION] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_CHECK] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_NEXT_CHOICE] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_PAUSED] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_REVIEW] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_SUPPORT_ENDS] = DOLEN_DUE_PERSON,
  [DOLEN_FOLLOW_UP_NO_ANSWER] = DOLEN_DUE_GROUP,
  [DOLEN_FOLLOW_UP_WAIT_OVER] = DOLEN_DUE_GROUP,
  [DOLEN_FOLLOW_UP_TELL_GROUP] = DOLEN_DUE_GROUP,
  [DOLEN_FOLLOW_UP_DECIDE] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_MORE_INFO] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_NOT_REACHED] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_TELL_REFERRER] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_CLOSING_LETTER] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_BASELINE] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_CONSENT_ENDS] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_NEEDS_DECISION] = DOLEN_DUE_DESK,
  [DOLEN_FOLLOW_UP_OTHER] = DOLEN_DUE_DESK,
};

DolenDuePlace
dolen_due_place (const DolenDue *due)
{
  if (g_strcmp0 (due->follow_up->rule, "absent-risk") == 0)
    return DOLEN_DUE_AT_RISK;
  g_return_val_if_fail (due->follow_up->kind < DOLEN_N_FOLLOW_UP_KINDS, DOLEN_DUE_DESK);
  return places[due->follow_up->kind];
}

/* What has no hour comes after what has one. */
static int
compare_hours (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_strcmp0 (a, b);
}

int
dolen_due_compare (const DolenDue *a, const DolenDue *b)
{
  int order = (int) dolen_due_place (a) - (int) dolen_due_place (b);

  if (order == 0)
    order = compare_hours (a->follow_up->at, b->follow_up->at);
  if (order == 0)
    order = g_strcmp0 (a->follow_up->due, b->follow_up->due);
  if (order == 0 && a->follow_up->created != b->follow_up->created)
    order = a->follow_up->created < b->follow_up->created ? -1 : 1;
  return order != 0 ? order : g_strcmp0 (a->follow_up->uid, b->follow_up->uid);
}

int
dolen_due_compare_by_day (const DolenDue *a, const DolenDue *b)
{
  int order = g_strcmp0 (a->follow_up->due, b->follow_up->due);

  return order != 0 ? order : dolen_due_compare (a, b);
}
