/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_top_new: (transfer floating): the calm top of a person's page: what they are
 * called, in which language, how to reach them safely, what helps them to follow; or that they
 * died. */
GtkWidget *dolen_person_top_new (DolenSession *session, const char *person);

/** dolen_person_matters_new: (transfer floating): what matters to them, in their words and as
 * chips.
 */
GtkWidget *dolen_person_matters_new (DolenSession *session, const char *person);

/** dolen_person_not_asked_new: (transfer floating) (nullable): the questions nobody has put to them
 * yet, and a button that opens the record; NULL where all were asked. */
GtkWidget *dolen_person_not_asked_new (DolenSession *session, const char *person);

G_END_DECLS
