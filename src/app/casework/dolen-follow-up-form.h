/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * The small forms of follow-ups. Fields for tests: "answer", "reason", "next", "outcome", "due",
 * "note". Drafts: "follow-up/<uid>", "move/<uid>", "next-contact".
 */

/** DolenAnswer: the choices of "answer" in the form that records a call to a group. */
typedef enum {
  DOLEN_ANSWER_NONE, /* nobody answered, or they do not know yet: try again */
  DOLEN_ANSWER_ACCEPTED,
  DOLEN_ANSWER_WAITING,
  DOLEN_ANSWER_STARTED,
  DOLEN_ANSWER_DECLINED,
} DolenAnswer;

/** DolenGoing: the choices of "answer" in the form of a check with the person. */
typedef enum {
  DOLEN_GOING_TO_SAY, /* nothing new about the group: only what was said */
  DOLEN_GOING_STARTED,
  DOLEN_GOING_COMPLETED,
  DOLEN_GOING_STOPPED,
} DolenGoing;

/** dolen_follow_up_form_new: (nullable): finishes the open follow-up @uid; NULL where there is none
 *  any more (a toast says so). */
GtkWindow *dolen_follow_up_form_new (DolenSession *session, const char *uid);

/** dolen_follow_up_move_form_new: (nullable): another day for it. */
GtkWindow *dolen_follow_up_move_form_new (DolenSession *session, const char *uid);

/** dolen_next_contact_form_new: plans the next contact with @person. */
GtkWindow *dolen_next_contact_form_new (DolenSession *session, const char *person);

G_END_DECLS
