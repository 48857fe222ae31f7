/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenFindList: the findings as a list with one selection, kept by id when other findings come.
 * Signals: "selected" (gint64 id): another row was chosen by somebody, 0 none; "activated" (gint64
 * id): clicked, or Enter.
 */
#define DOLEN_TYPE_FIND_LIST (dolen_find_list_get_type ())
G_DECLARE_FINAL_TYPE (DolenFindList, dolen_find_list, DOLEN, FIND_LIST, AdwBin)

/** dolen_find_list_set_session: once, before anything is shown. */
void dolen_find_list_set_session (DolenFindList *self, DolenSession *session);

/** dolen_find_list_show: (nullable): NULL empties it. */
void dolen_find_list_show (DolenFindList *self, DolenFindings *findings);

/** dolen_find_list_set_selected: by id, scrolled to; 0 or one that is not there: none. Without
 *  "selected". */
void dolen_find_list_set_selected (DolenFindList *self, gint64 id);
gint64 dolen_find_list_get_selected (DolenFindList *self);

/** dolen_find_list_get_model: (transfer none): for tests. */
GListModel *dolen_find_list_get_model (DolenFindList *self);

/** dolen_find_list_focus: the cursor to the selected row, or the first. */
void dolen_find_list_focus (DolenFindList *self);

G_END_DECLS
