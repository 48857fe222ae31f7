/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "directory/dolen-records.h"
#include "matching/dolen-ranking.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dolen_detail_help_add:
 * @why: below the reasons
 * @session: opens the services that could help
 * @facts: the snapshot that was ranked
 * @profile: for whom
 * @index: the service shown, in @facts
 *
 * "What could help": for each barrier that the service is not known to remove, what would, which
 * other services could, as buttons that open them, and what the scheme lets a worker do. Nothing
 * where nothing is in the way.
 */
void dolen_detail_help_add (GtkBox *why,
                            DolenSession *session,
                            DolenFacts *facts,
                            const DolenProfile *profile,
                            guint index);

G_END_DECLS
