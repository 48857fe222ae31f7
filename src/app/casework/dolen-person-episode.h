/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_episode_new: (transfer floating): the spell of support: since when, how much, until
 *  when. */
GtkWidget *dolen_person_episode_new (DolenSession *session, const char *person);

G_END_DECLS
