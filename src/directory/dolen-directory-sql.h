/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

/**
 * dolen_directory_sql_register:
 *
 * Registers on a connection what queries of the directory use and the schema never does:
 *
 * * `dolen_km (lat, lon, lat, lon)`: kilometres in a straight line; NULL where a place is not known
 * * `dolen_where (search table)`: for a hit of a full-text table, the worst place any word of the
 *   query stands best in: 0 name, 1 keywords, 2 description (the column's number)
 */
gboolean dolen_directory_sql_register (DolenDb *db, GError **error);

G_END_DECLS
