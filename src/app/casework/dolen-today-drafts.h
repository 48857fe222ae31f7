/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_today_drafts_list: what was left half written, forms first, then referrals that are not
 * sent; the elements are for the two functions below. */
GPtrArray *dolen_today_drafts_list (DolenSession *session);

/** dolen_today_draft_key, dolen_today_draft_new: a line of it for a DolenLineList: what it is, and
 * a button that goes on with it ("today.draft", "today.go-on"). @user_data is not used. */
char *dolen_today_draft_key (gconstpointer draft, gpointer user_data);
GtkWidget *dolen_today_draft_new (gconstpointer draft, gpointer user_data);

/** dolen_today_draft_open: opens the form @kind about @subject (nullable) over @from; nothing where
 * it is no draft any more. */
void dolen_today_draft_open (GtkWidget *from,
                             DolenSession *session,
                             const char *kind,
                             const char *subject);

G_END_DECLS
