/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-detail-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lines of the detail pane as widgets. */

/** dolen_detail_view_part: (transfer floating): a heading; lines are appended below it. */
GtkWidget *dolen_detail_view_part (const char *title);

/** dolen_detail_view_line: (transfer floating): icon, words, and in small what to know of them.
 *  @said: (nullable): what the icon says, for a screen reader. @uri: (nullable): opens on a click.
 */
GtkWidget *dolen_detail_view_line (
    const char *icon, const char *said, const char *text, const char *note, const char *uri);

/** dolen_detail_view_fact: (transfer floating): the same for a fact. */
GtkWidget *dolen_detail_view_fact (const DolenDetailFact *fact);

/** dolen_detail_view_questions: what to ask the group, below @why; nothing where there is nothing.
 *  @reasons: of DolenReason. */
void dolen_detail_view_questions (GtkBox *why, const GPtrArray *reasons);

/** dolen_detail_view_clear: takes all children of @box away. */
void dolen_detail_view_clear (GtkBox *box);

G_END_DECLS
