/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

#define DOLEN_PLACE_OFFSETS 16
#define DOLEN_PLACE_SCORES (3 * DOLEN_PLACE_OFFSETS)

/**
 * dolen_directory_sql_register:
 *
 * Registers on a connection what queries of the directory use and the schema never does:
 *
 * * `dolen_km (lat, lon, lat, lon)`: kilometres in a straight line; NULL where a place is not known
 * * `dolen_where (search table)`: for a hit of a full-text table, the worst place any word of the
 *   query stands best in: 0 name, 1 keywords, 2 description (the column's number)
 * * `dolen_place (search table)`: the same, finer and cheap: DOLEN_PLACE_OFFSETS times that column,
 *   plus how many words stand before the first word of the query in it
 */
gboolean dolen_directory_sql_register (DolenDb *db, GError **error);

G_END_DECLS
