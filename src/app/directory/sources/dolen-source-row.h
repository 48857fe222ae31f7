/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/sources/dolen-feed-jobs.h"
#include "app/directory/sources/dolen-source-lines.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A source in the list: its name, facts in words, how its reading gets on and what came of it, a
 * button to read it again (or to cancel), one for all about it. */
#define DOLEN_TYPE_SOURCE_ROW (dolen_source_row_get_type ())
G_DECLARE_FINAL_TYPE (DolenSourceRow, dolen_source_row, DOLEN, SOURCE_ROW, GtkListBoxRow)

/** dolen_source_row_new: @line: (transfer full). */
GtkWidget *dolen_source_row_new (DolenSession *session, DolenSourceLine *line);
const DolenSourceLine *dolen_source_row_get_line (DolenSourceRow *self);

/** dolen_source_row_update: how its reading stands. */
void dolen_source_row_update (DolenSourceRow *self);

G_END_DECLS
