/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_person_incoming_new: (transfer floating) (nullable): what is still to be done about how
 * @person came to us: decide, ask, tell the referrer, reach them; or that they may come back. NULL
 * where nothing is. */
GtkWidget *dolen_person_incoming_new (DolenSession *session, const char *person);

/** dolen_person_came_new: (transfer floating) (nullable): every referral of @person to us, as it
 * was told, newest first. */
GtkWidget *dolen_person_came_new (DolenSession *session, const char *person);

G_END_DECLS
