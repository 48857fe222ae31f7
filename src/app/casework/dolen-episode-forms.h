/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * The small forms of the spell of support. @person: uid; NULL comes back where no support is under
 * way (a toast says so). Drafts: the form's name.
 */

/** dolen_plan_form_new: how much and how long. Fields: "level", "weeks", "sessions", "carry-on",
 *  "often". */
GtkWindow *dolen_plan_form_new (DolenSession *session, const char *person);

/** dolen_goals_form_new: the what-matters conversation. Fields: "goal-0" to "goal-2", "first-0",
 *  "wanted-0" ... (0: not scored, then 0 to 10), "on". */
GtkWindow *dolen_goals_form_new (DolenSession *session, const char *person);

/** dolen_review_form_new: a look back together. Fields: "score-0" ... as "first-0"; "text", "next".
 */
GtkWindow *dolen_review_form_new (DolenSession *session, const char *person);

/** dolen_extend_form_new: Fields: "until", "why". */
GtkWindow *dolen_extend_form_new (DolenSession *session, const char *person);

/** dolen_closing_form_new: (dolen-closing-form.c) Fields: "reason", "on", "referral-0" ... (0 not
 * decided, then as DolenLeaving), "carry-on", "note", "return". */
GtkWindow *dolen_closing_form_new (DolenSession *session, const char *person);

/** dolen_come_back_form_new: (dolen-closing-form.c) a new spell without a new referral, while that
 * may be. Field: "why". */
GtkWindow *dolen_come_back_form_new (DolenSession *session, const char *person);

/* ---- that finish a follow-up of the support ---- */

GtkWindow *dolen_review_due_form_new (DolenSession *session, const DolenDue *due);
GtkWindow *dolen_baseline_due_form_new (DolenSession *session, const DolenDue *due);
/** dolen_support_ends_form_new: Fields: "carry-on", "until" and "why" (both where it is extended).
 */
GtkWindow *dolen_support_ends_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
