/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * What was written wrongly, put right: by a correction, by the person's own statement, or by moving
 * it to the person it is about. All are (transfer floating) (nullable): NULL where there is nothing
 * to put right any more (a toast said so).
 */

/** dolen_correct_form_new: what the entry @event should say (dolen-casework-correct.h). Field:
 *  "text". Draft: "correct/<event>". */
GtkWindow *dolen_correct_form_new (DolenSession *session, const char *event);

/** dolen_dispute_form_new: what the person says against the entry @event. Field: "text". Draft:
 *  "dispute/<event>". */
GtkWindow *dolen_dispute_form_new (DolenSession *session, const char *event);

/** dolen_wrong_record_form_new: whose record @what ("referral/<uid>", dolen-casework-move.h)
 * belongs to: found as in search before create. Fields: "name", "known" (the uid chosen), "why".
 * Draft: "wrong-record/<what>". */
GtkWindow *dolen_wrong_record_form_new (DolenSession *session, const char *what);

G_END_DECLS
