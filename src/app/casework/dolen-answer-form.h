/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-follow-up-form.h"

G_BEGIN_DECLS

/** DolenAnswer: the choices of "answer". */
typedef enum {
  DOLEN_ANSWER_NONE, /* nobody answered, or they do not know yet: try again */
  DOLEN_ANSWER_ACCEPTED,
  DOLEN_ANSWER_WAITING,
  DOLEN_ANSWER_STARTED,
  DOLEN_ANSWER_DECLINED,
} DolenAnswer;

/** dolen_answer_form_new: records a call to a group that has not answered. Fields: "answer",
 *  "reason", "next", "outcome". */
GtkWindow *dolen_answer_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
