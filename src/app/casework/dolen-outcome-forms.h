/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-outcome-form.h"

G_BEGIN_DECLS

/*
 * The forms of what goes out, one a kind of follow-up; what they share stands in
 * dolen-outcome-form.h. The enumerations are the positions in "answer".
 */

/** DolenAnswer: a group that has not answered. */
typedef enum {
  DOLEN_ANSWER_NONE, /* nobody answered, or they do not know yet: try again */
  DOLEN_ANSWER_RECEIVED,
  DOLEN_ANSWER_ACCEPTED,
  DOLEN_ANSWER_WAITING,
  DOLEN_ANSWER_STARTED,
  DOLEN_ANSWER_DECLINED,
} DolenAnswer;

/** DolenGoing: a check with the person. */
typedef enum {
  DOLEN_GOING_TO_SAY, /* nothing new about the group: only what was said */
  DOLEN_GOING_ON,     /* they are going */
  DOLEN_GOING_COMPLETED,
  DOLEN_GOING_STOPPED,
  DOLEN_GOING_PAUSED,
} DolenGoing;

/** DolenFirst: how was the first time? */
typedef enum {
  DOLEN_FIRST_WENT,
  DOLEN_FIRST_ANOTHER_TIME,
  DOLEN_FIRST_NOT_REACHED,
  DOLEN_FIRST_NOT_WANTED,
} DolenFirst;

/** DolenAbsent: the group says they did not come. */
typedef enum {
  DOLEN_ABSENT_NOT_REACHED,
  DOLEN_ABSENT_GOES_AGAIN,
  DOLEN_ABSENT_PAUSED,
  DOLEN_ABSENT_STOPPED,
} DolenAbsent;

/** DolenWaitOver: they wait longer than was said. "Still waiting" is noted in the directory as
 * worth asking, without anything of the person. */
typedef enum {
  DOLEN_WAIT_NO_ANSWER,
  DOLEN_WAIT_STILL,
  DOLEN_WAIT_ACCEPTED,
  DOLEN_WAIT_STARTED,
  DOLEN_WAIT_DECLINED,
} DolenWaitOver;

/** DolenPaused: can it go on? */
typedef enum {
  DOLEN_PAUSED_NOT_YET,
  DOLEN_PAUSED_GOES_ON,
  DOLEN_PAUSED_STOPPED,
} DolenPaused;

/** DolenNextChoice: the next one of the plan. */
typedef enum {
  DOLEN_NEXT_CHOICE_REFER,
  DOLEN_NEXT_CHOICE_SIGNPOST,
  DOLEN_NEXT_CHOICE_NOT_WANTED,
  DOLEN_NEXT_CHOICE_LATER,
} DolenNextChoice;

GtkWindow *dolen_answer_form_new (DolenSession *session, const DolenDue *due);
/** dolen_check_form_new: one that is about no referral gets the plain form. */
GtkWindow *dolen_check_form_new (DolenSession *session, const DolenDue *due);
GtkWindow *dolen_first_session_form_new (DolenSession *session, const DolenDue *due);
GtkWindow *dolen_absent_form_new (DolenSession *session, const DolenDue *due);
GtkWindow *dolen_wait_over_form_new (DolenSession *session, const DolenDue *due);
GtkWindow *dolen_paused_form_new (DolenSession *session, const DolenDue *due);
/** dolen_next_choice_form_new: where nothing more stands on the plan: the plain form, saying so. */
GtkWindow *dolen_next_choice_form_new (DolenSession *session, const DolenDue *due);
/** dolen_tell_group_form_new: sharing has ended: ring them, and say what came of it. */
GtkWindow *dolen_tell_group_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
