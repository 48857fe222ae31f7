/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What was being typed when the case records locked, and the way back to it. The kinds of drafts:
 * "person" (subject: whom, none while adding), "note", "next-contact", "died", and
 * "referral/<service>", "follow-up/<uid>", "move/<uid>", "record/<uid>", "note-move/<uid>",
 * "note-redact/<uid>".
 */

/** dolen_draft_say: (transfer full): what it is, in words: "A note being written: Mrs P". */
char *dolen_draft_say (DolenSession *session, const DolenDraft *draft);

/** dolen_draft_open: opens the form (or the page) it belongs to, over the window of @from; the form
 *  takes it up. */
void dolen_draft_open (GtkWidget *from, DolenSession *session, const DolenDraft *draft);

G_END_DECLS
