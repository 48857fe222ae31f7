/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_papers_new: (transfer floating): what went to the referrer, and the letters that
 *  can be written: to the referrer, and to the person when support closes. */
GtkWidget *dolen_person_papers_new (DolenSession *session, const char *person);

/** dolen_referrer_paper_new: (nullable): the message to whoever referred @person: on progress, or
 *  at the end where support has closed. NULL, and a toast, where no referral in is recorded. */
GtkWindow *dolen_referrer_paper_new (DolenSession *session, const char *person);

/** dolen_closing_paper_new: (nullable): the closing letter to @person in their language. */
GtkWindow *dolen_closing_paper_new (DolenSession *session, const char *person);

/** dolen_timeline_paper_new: (nullable): what was done for @person, to print: all of it, or one
 * kind of entry, or from one day until another (dolen-timeline-window.c). */
GtkWindow *dolen_timeline_paper_new (DolenSession *session, const char *person);

/** dolen_timeline_paper_choose: as if a person did it; for tests and for the tour. @kind: place in
 *  the list of kinds; @from, @until: as typed, "" none */
void
dolen_timeline_paper_choose (GtkWindow *window, guint kind, const char *from, const char *until);

G_END_DECLS
