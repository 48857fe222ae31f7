/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-due.h"

G_BEGIN_DECLS

/** DolenDuePlace: the order in which a person goes through a day: what cannot wait, where they have
 * to be, whom to ring among the people, whom among the groups, and what is done at the desk. */
typedef enum {
  DOLEN_DUE_CONCERN,     /* a concern */
  DOLEN_DUE_AT_RISK,     /* did not come, and there is a risk */
  DOLEN_DUE_APPOINTMENT, /* our own, by the hour */
  DOLEN_DUE_PERSON,      /* to be said to the person */
  DOLEN_DUE_GROUP,       /* to be asked of a group */
  DOLEN_DUE_DESK,        /* to be decided or written */
  DOLEN_N_DUE_PLACES
} DolenDuePlace;

DolenDuePlace dolen_due_place (const DolenDue *due);

/** dolen_due_compare: of two lines of one day: by place, then by the hour, then the one that has
 * waited longest. Total: equal only for the same follow-up. */
int dolen_due_compare (const DolenDue *a, const DolenDue *b);

/** dolen_due_compare_by_day: the same, the earlier day first; for the week ahead. */
int dolen_due_compare_by_day (const DolenDue *a, const DolenDue *b);

G_END_DECLS
