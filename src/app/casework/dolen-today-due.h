/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-due.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_today_due_key, dolen_today_due_new: a line of Today for a DolenLineList of DolenDue: what
 * is to be done and for whom, each said once; a button that finishes it ("today.finish") and one to
 * the person's page. @user_data is not used. */
char *dolen_today_due_key (gconstpointer due, gpointer user_data);
GtkWidget *dolen_today_due_new (gconstpointer due, gpointer user_data);

/** dolen_today_button_new: (transfer floating): a button for one of Today's actions.
 * @target: its uid */
GtkWidget *dolen_today_button_new (const char *label, const char *action, const char *target);

/** dolen_today_open_new: (transfer floating): an arrow to the page of a person ("today.person"),
 * named for screen readers. @person: uid. @called: how the person is called */
GtkWidget *dolen_today_open_new (const char *person, const char *called);

/** dolen_today_buttons_new: (transfer floating): @button, then @open; beneath the words, where
 * there is no room beside them, @button takes the width. */
GtkWidget *dolen_today_buttons_new (GtkWidget *button, GtkWidget *open);

G_END_DECLS
