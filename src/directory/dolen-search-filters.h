/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-search.h"
#include "directory/dolen-sql-builder.h"

G_BEGIN_DECLS

/** dolen_search_add_filters: " AND ..." for everything @query asks of a service `s`, but for text
 *  and distance. */
void dolen_search_add_filters (DolenSqlBuilder *sql, const DolenSearchQuery *query);

/** dolen_search_filters_need_row: whether they ask for columns of `s` other than its id. */
gboolean dolen_search_filters_need_row (const DolenSearchQuery *query);

/** dolen_search_has_filters: whether they ask anything but being listed. */
gboolean dolen_search_has_filters (const DolenSearchQuery *query);

/** Which services are not shown in lists; the schema has an index on just these, the fewest. */
#define DOLEN_UNLISTED                                                                             \
  "status IN ('inactive', 'defunct') OR gone_since IS NOT NULL OR do_not_list <> 0"

/** SQL that a service `s` may be shown in lists. */
#define DOLEN_SEARCH_LISTED "s.id NOT IN (SELECT id FROM service WHERE " DOLEN_UNLISTED ")"

G_END_DECLS
