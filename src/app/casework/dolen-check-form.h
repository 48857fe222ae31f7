/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-follow-up-form.h"

G_BEGIN_DECLS

/** DolenGoing: the choices of "answer". */
typedef enum {
  DOLEN_GOING_TO_SAY, /* nothing new about the group: only what was said */
  DOLEN_GOING_STARTED,
  DOLEN_GOING_COMPLETED,
  DOLEN_GOING_STOPPED,
} DolenGoing;

/** dolen_check_form_new: a check with the person: how is it going? Fields: "answer", "reason",
 *  "next", "outcome". One that is about no referral gets the plain form. */
GtkWindow *dolen_check_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
