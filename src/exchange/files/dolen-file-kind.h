/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DolenFileKind: what a file is read as. */
typedef enum {
  DOLEN_FILE_JSON, /* feeds: ORUK, HSDS, RPDE; what has no other ending */
  DOLEN_FILE_CSV,  /* a flat table: a row a group */
  DOLEN_FILE_OSM,  /* an extract of OpenStreetMap, XML */
  DOLEN_FILE_HSDS, /* a folder that is an HSDS package of tables */
  /* By content alone; these say more of organisations that are known: */
  DOLEN_FILE_CHARITIES, /* the extract of the register of charities, JSON */
  DOLEN_FILE_GRANTS,    /* 360Giving, JSON or CSV */
  DOLEN_FILE_GEOJSON,   /* a map file, which is written and not read */
} DolenFileKind;

/** dolen_file_kind: by its ending; a folder is a package. */
DolenFileKind dolen_file_kind (const char *path);

/** dolen_file_content: looks into a file for the kinds that only the content tells; else as
 *  dolen_file_kind(). A file that cannot be read is what its ending says. */
DolenFileKind dolen_file_content (const char *path);

/** dolen_file_is_known: whether a folder's file of that name is one to read. */
gboolean dolen_file_is_known (const char *name);

/** dolen_file_patterns: (transfer none): "*.json" ..., for file choosers; NULL-terminated. */
const char *const *dolen_file_patterns (void);

G_END_DECLS
