/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Which small form finishes which kind of follow-up: one table. Today and a person's page ask here.
 * A kind without a line falls to the plain form, "what came of it".
 */

/** DolenFollowUpFormFunc: the form that finishes @due (copied); NULL where there is nothing to
 *  finish any more, after a toast that says so. Its draft is "follow-up/<uid>". */
typedef GtkWindow *(*DolenFollowUpFormFunc) (DolenSession *session, const DolenDue *due);

/** dolen_follow_up_form_new: (nullable): finishes the open follow-up @uid; NULL where there is none
 *  any more (a toast says so). */
GtkWindow *dolen_follow_up_form_new (DolenSession *session, const char *uid);

/** dolen_follow_up_form_find: the table's line for @kind; never NULL. */
DolenFollowUpFormFunc dolen_follow_up_form_find (DolenFollowUpKind kind);

G_END_DECLS
