/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/find/dolen-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** So many stand side by side. */
#define DOLEN_MOST_COMPARED 4

/**
 * dolen_compare_window_new:
 * @session: with the open person
 * @findings: (nullable): what was ranked for them; NULL: for nobody
 * @services: (array zero-terminated=1): uids; the first DOLEN_MOST_COMPARED that are listed
 * @parent: the window whose Find page opens one of them
 *
 * Groups side by side, or one after the other where it is narrow: in which band each falls, and by
 * criterion what is said of each, so that the same thing stands at the same height. For nobody:
 * what is known of when and where, places, cost, what helps and the like.
 *
 * It goes when the case records lock.
 *
 * Returns: (transfer floating) (nullable): NULL where fewer than two are listed
 */
GtkWindow *dolen_compare_window_new (DolenSession *session,
                                     DolenFindings *findings,
                                     const char *const *services,
                                     GtkWidget *parent);

G_END_DECLS
