/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-private.h"

G_BEGIN_DECLS

/* How follow-ups end: the one place where an act puts it into its event. Private to casework/. */

/** DolenEnding: with what a follow-up ends today; (not owned). */
typedef struct {
  DolenFollowUpState state; /* _DONE or _CANCELLED */
  const char *outcome;      /* (nullable) what came of it, in words; NULL leaves what stood there */
  const char *why;          /* (nullable) code of what ended it, where nobody did */
} DolenEnding;

/** dolen_act_end_follow_up: puts the end of one open follow-up. */
void
dolen_act_end_follow_up (DolenAct *act, const DolenFollowUp *before, const DolenEnding *ending);

/** dolen_act_end_follow_ups: puts the end of those of @person's open follow-ups that @test means.
 */
void dolen_act_end_follow_ups (DolenAct *act,
                               const char *person,
                               DolenFollowUpTest test,
                               gconstpointer data,
                               const DolenEnding *ending);

/** dolen_act_end_subject: of those about the record @subject. */
void dolen_act_end_subject (DolenAct *act,
                            const char *person,
                            const char *subject,
                            const DolenEnding *ending);

/** dolen_act_end_rule: of those that @rule made about @subject. @done: they are done, not
 * cancelled; @why: code. */
void dolen_act_end_rule (DolenAct *act,
                         const char *person,
                         const char *rule,
                         const char *subject,
                         gboolean done,
                         const char *why);

G_END_DECLS
