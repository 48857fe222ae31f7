/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/* Questions to a group from the window: done in the session's thread, each with an undo. */

/** dolen_question_edits_ask: @codes: of dolen_question_codes() */
void
dolen_question_edits_ask (DolenSession *session, const char *service_uid, const char *const *codes);

/** dolen_question_edits_done: @question: uid; it was put to the group, and is answered. */
void dolen_question_edits_done (DolenSession *session, const char *question);

G_END_DECLS
