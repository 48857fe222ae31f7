/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The choices of a person's plan: the first, and the next ones should it decline. */

/** dolen_person_choices_new: (transfer floating) (nullable): the section; NULL where there are
 * none.
 */
GtkWidget *dolen_person_choices_new (DolenSession *session, const char *person);

/** What a choice (uid) offers; all are DolenFormFunc. Those that open no form do it at once, offer
 * to undo it, and return NULL. */
GtkWindow *dolen_choice_refer (DolenSession *session, const char *choice);
GtkWindow *dolen_choice_signpost (DolenSession *session, const char *choice);
GtkWindow *dolen_choice_sooner (DolenSession *session, const char *choice);
GtkWindow *dolen_choice_later (DolenSession *session, const char *choice);
GtkWindow *dolen_choice_set_aside (DolenSession *session, const char *choice);

G_END_DECLS
