/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * What the small forms of follow-ups share, the plain one, and the two that plan. Fields for tests:
 * "outcome", "next", "due", "note". Drafts: "follow-up/<uid>", "move/<uid>", "next-contact".
 */

/** dolen_plain_form_new: what came of it, in words, and perhaps the next contact. For any kind. */
GtkWindow *dolen_plain_form_new (DolenSession *session, const DolenDue *due);

/** dolen_follow_up_move_form_new: (nullable): another day for it. */
GtkWindow *dolen_follow_up_move_form_new (DolenSession *session, const char *uid);

/** dolen_next_contact_form_new: plans the next contact with @person. */
GtkWindow *dolen_next_contact_form_new (DolenSession *session, const char *person);

/* ---- for forms of one kind ---- */

/** dolen_follow_up_find_due: (transfer full) (nullable): the open follow-up @uid with its names;
 *  NULL, and a toast, where it is open no more. */
DolenDue *dolen_follow_up_find_due (DolenSession *session, const char *uid);

/** dolen_due_form_new: a small form under the sentence of @due; @func's data is a DolenFollowUp.
 * Add fields, then call dolen_small_form_begin(). */
DolenSmallForm *
dolen_due_form_new (DolenSession *session, const DolenDue *due, DolenSmallFormFunc func);

/** dolen_due_form_add_phone: the group's number, large, or that none is known. */
void dolen_due_form_add_phone (DolenSmallForm *form, const DolenDue *due);

/** dolen_due_form_add_ways: the safe ways to reach the person. */
void dolen_due_form_add_ways (DolenSmallForm *form, const DolenDue *due);

/** dolen_due_form_finish: @follow_up (uid) is done with @outcome; the field "next", where a day is
 * typed, plans another of its kind. */
gboolean dolen_due_form_finish (DolenSmallForm *form,
                                const char *follow_up,
                                const char *outcome,
                                DolenUndo **undo,
                                GError **error);

/** dolen_due_form_need_text: FALSE with @sentence where @text is NULL. */
gboolean dolen_due_form_need_text (const char *text, const char *sentence, GError **error);

G_END_DECLS
