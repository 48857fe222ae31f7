/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_concerns_new: (nullable): @person's open concerns, in words, each with its next
 *  step; for the top of the page. NULL where there is none. */
GtkWidget *dolen_person_concerns_new (DolenSession *session, const char *person);

/** dolen_person_past_concerns_new: (nullable): those that were closed, with what came of each. */
GtkWidget *dolen_person_past_concerns_new (DolenSession *session, const char *person);

G_END_DECLS
