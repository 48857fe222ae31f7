/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/find/dolen-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenDetailPane: all that is known of one service, and what can be done with it. Signal "close"
 * () from its button and Esc.
 */
#define DOLEN_TYPE_DETAIL_PANE (dolen_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (DolenDetailPane, dolen_detail_pane, DOLEN, DETAIL_PANE, AdwBin)

GtkWidget *dolen_detail_pane_new (DolenSession *session, DolenVocabulary *vocabulary);

/** dolen_detail_pane_show: @uid: (nullable): NULL shows nothing. FALSE: it is not there. */
gboolean dolen_detail_pane_show (DolenDetailPane *self, const char *uid);
/** dolen_detail_pane_show_id: the same by the row number, as lists have it. */
gboolean dolen_detail_pane_show_id (DolenDetailPane *self, gint64 id);

/** dolen_detail_pane_set_findings: (nullable): where they are ranked, why it suits is said. */
void dolen_detail_pane_set_findings (DolenDetailPane *self, DolenFindings *findings);

/** dolen_detail_pane_reload: reads it again: something of it, or the open person, has changed. */
void dolen_detail_pane_reload (DolenDetailPane *self);

/** dolen_detail_pane_get_uid: (transfer none) (nullable): of what is shown. */
const char *dolen_detail_pane_get_uid (DolenDetailPane *self);
/** dolen_detail_pane_get_id: its row number, 0. */
gint64 dolen_detail_pane_get_id (DolenDetailPane *self);

G_END_DECLS
