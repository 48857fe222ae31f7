/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * The tables of an HSDS package (a folder of CSV files; HSDS 3 and the names of 1.x), held so that
 * the rows that belong to a record are found by their keys. The table of services is not held: it
 * is read one row after the other.
 *
 * Tables are known by their file names ("addresses.csv", "address.csv").
 */
typedef struct _DolenHsdsTables DolenHsdsTables;

/* All tables together. */
#define DOLEN_HSDS_BYTES ((goffset) 512 * 1024 * 1024)

/** dolen_hsds_is_package: whether the folder holds a table of services or organisations with the
 *  keys of HSDS. */
gboolean dolen_hsds_is_package (const char *folder);

/** dolen_hsds_table_of: (nullable): static, the name of HSDS 3 for a file ("services"); NULL for
 *  one that is none. @name: (nullable) */
const char *dolen_hsds_table_of (const char *name);

/** dolen_hsds_file: (transfer full) (nullable): the file of a table in the folder. */
char *dolen_hsds_file (const char *folder, const char *table);

/** dolen_hsds_tables_new: @error: of the reader, DOLEN_ERROR_TOO_LARGE. */
DolenHsdsTables *
dolen_hsds_tables_new (const char *folder, GCancellable *cancellable, GError **error);
void dolen_hsds_tables_free (DolenHsdsTables *tables);

/** dolen_hsds_tables_list: (transfer full): the rows of @table whose @column is @id, as an array of
 *  objects, empty where there are none. @id: (nullable) */
json_object *dolen_hsds_tables_list (DolenHsdsTables *tables,
                                     const char *table,
                                     const char *column,
                                     const char *id);

/** dolen_hsds_tables_get: (transfer full) (nullable): the first of them. */
json_object *dolen_hsds_tables_get (DolenHsdsTables *tables,
                                    const char *table,
                                    const char *column,
                                    const char *id);

G_END_DECLS
