/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands on Today beside the lines of the follow-ups. */

/** dolen_today_unplanned_new: (transfer floating) (nullable): open spells of support for which
 * nothing is planned, each with a button that plans the next contact ("today.plan" with the
 * person's uid); NULL where there is none. @today: civil date */
GtkWidget *dolen_today_unplanned_new (DolenSession *session, const char *today);

/** dolen_today_came_back_new: (transfer floating) (nullable): a list: what was heard of referrals
 * in the last week, each with an arrow to the person's page; NULL where nothing was.
 * @n: (out): how many there are; the list shows the newest */
GtkWidget *dolen_today_came_back_new (DolenSession *session, const char *today, guint *n);

G_END_DECLS
