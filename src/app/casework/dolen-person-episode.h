/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_episode_new: (transfer floating): the spell of support: how much, since when, until
 *  when, sessions and time spent, what continues after; what can be done about it. */
GtkWidget *dolen_person_episode_new (DolenSession *session, const char *person);

/** dolen_person_goals_new: (transfer floating) (nullable): the goals of the open one, in their own
 *  words, with what their scores say. */
GtkWidget *dolen_person_goals_new (DolenSession *session, const char *person);

G_END_DECLS
