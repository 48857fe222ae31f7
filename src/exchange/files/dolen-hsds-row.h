/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/* The rows of a table whose first row names the fields, as objects of the cells that say something.
 */
typedef struct _DolenHsdsRows DolenHsdsRows;

/** DolenHsdsRow: belongs to the reader until the next call. */
typedef struct {
  gboolean ended;
  guint64 number;
  json_object *value;  /* (nullable): NULL for a row that says nothing or is refused */
  const char *refused; /* (nullable) */
} DolenHsdsRow;

DolenHsdsRows *dolen_hsds_rows_new (const char *path, GCancellable *cancellable, GError **error);
void dolen_hsds_rows_free (DolenHsdsRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHsdsRows, dolen_hsds_rows_free)

gboolean dolen_hsds_rows_next (DolenHsdsRows *rows,
                               DolenHsdsRow *row,
                               GCancellable *cancellable,
                               GError **error);

/** dolen_hsds_rows_position: bytes read. */
goffset dolen_hsds_rows_position (DolenHsdsRows *rows);

G_END_DECLS
