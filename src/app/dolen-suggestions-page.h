/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "matching/dolen-weights.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** dolen_suggestions_page_new: (transfer floating): the page of the preferences that says how
 *  suggestions are put in order: every weight in words with "a lot, some, a little, not at all",
 *  and what a worker may do. Each change takes effect at once: Find ranks again. */
GtkWidget *dolen_suggestions_page_new (DolenSession *session);

/** dolen_suggestions_page_set_level: as if that was chosen; for tests. */
void dolen_suggestions_page_set_level (GtkWidget *page, DolenWeight weight, DolenWeightLevel level);

G_END_DECLS
