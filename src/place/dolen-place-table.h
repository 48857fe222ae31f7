/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "place/dolen-gazetteer.h"

G_BEGIN_DECLS

/* The files of the gazetteer, as build-aux/make-place-data writes them: tables in UTF-8, one row a
 * line, cells parted by tabs, lines with # passed over. The strings of a row point into the text.
 */

/** DolenDistrict: where a postcode district or area lies. */
typedef struct {
  const char *code; /* "SA44", or "SA" for the area */
  DolenPosition position;
  guint32 town; /* number of its post town among the places */
} DolenDistrict;

/**
 * dolen_place_table_read_places:
 * @path: the file
 * @text: (out) (transfer full): the file's bytes, cut up; keep them as long as the rows
 * @error: DOLEN_ERROR_CANNOT_OPEN, DOLEN_ERROR_INVALID naming file and line
 *
 * Returns: (transfer full) (element-type DolenPlace) (nullable): the rows in the file's order
 */
GArray *dolen_place_table_read_places (const char *path, char **text, GError **error);

/** dolen_place_table_read_districts: the same for postcodes (element-type DolenDistrict), sorted by
 *  code; @n_places: how many places there are for @town to name. */
GArray *
dolen_place_table_read_districts (const char *path, guint n_places, char **text, GError **error);

G_END_DECLS
