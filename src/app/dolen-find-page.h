/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"
#include "app/find/dolen-detail-pane.h"
#include "app/find/dolen-find-list.h"
#include "app/map/dolen-results-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Find: groups as a list and on a map, narrowed by words and filters; with a person open, ranked
 * for them. Nothing of it is built before it is first shown. Opens {"service": uid}.
 */
#define DOLEN_TYPE_FIND_PAGE (dolen_find_page_get_type ())
G_DECLARE_FINAL_TYPE (DolenFindPage, dolen_find_page, DOLEN, FIND_PAGE, AdwBin)

/** dolen_find_page_new: (transfer floating): the place "find" of the window. */
GtkWidget *dolen_find_page_new (DolenSession *session);

/** dolen_find_page_set_filters: asks this instead (transfer full), as the chips do. */
void dolen_find_page_set_filters (DolenFindPage *self, DolenFindFilters *filters);
const DolenFindFilters *dolen_find_page_get_filters (DolenFindPage *self);

/** dolen_find_page_get_findings: (nullable) (transfer none): what is shown now. */
DolenFindings *dolen_find_page_get_findings (DolenFindPage *self);

/** dolen_find_page_get_list, _map, _detail: (transfer none) (nullable before it is shown) */
DolenFindList *dolen_find_page_get_list (DolenFindPage *self);
DolenResultsMap *dolen_find_page_get_map (DolenFindPage *self);
DolenDetailPane *dolen_find_page_get_detail (DolenFindPage *self);

/** dolen_find_page_is_detail_open: whether the details of a group are shown. */
gboolean dolen_find_page_is_detail_open (DolenFindPage *self);

G_END_DECLS
