/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands on Today beside the follow-ups: lines for a DolenLineList. */

/** dolen_today_unplanned_key, dolen_today_unplanned_new: of a DolenLoadRow: a spell of support for
 * which nothing is planned, with a button that plans the next contact ("today.plan" with the
 * person's uid) and one to their page. @user_data is not used. */
char *dolen_today_unplanned_key (gconstpointer row, gpointer user_data);
GtkWidget *dolen_today_unplanned_new (gconstpointer row, gpointer user_data);

/** dolen_today_came_back_key, dolen_today_came_back_new: of a DolenCameBack: what was heard of a
 * referral, with an arrow to the person's page. @today: (type char **): the civil date shown */
char *dolen_today_came_back_key (gconstpointer came_back, gpointer today);
GtkWidget *dolen_today_came_back_new (gconstpointer came_back, gpointer today);

G_END_DECLS
