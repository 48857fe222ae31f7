/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-search.h"
#include "directory/dolen-sql-builder.h"

G_BEGIN_DECLS

/** dolen_search_add_filters: " AND ..." for everything @query asks of a service `s`, but for text
 *  and distance. */
void dolen_search_add_filters (DolenSqlBuilder *sql, const DolenSearchQuery *query);

/** dolen_search_listed: SQL that a service `s` may be shown in lists. */
#define DOLEN_SEARCH_LISTED                                                                        \
  "s.status IN ('active', 'temporarily-closed') AND s.gone_since IS NULL AND s.do_not_list = 0"

G_END_DECLS
