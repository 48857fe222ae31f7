/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/again/dolen-row-signs.h"
#include "format/dolen-json-stream.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Rows without a number of their own that have one name, organisation and postcode are one group
 * with several times, unless they tell what cannot be one group's: three coffee mornings with three
 * telephones are three. Those get an id more that tells them apart.
 */

/** DolenRowsApart: which rows of some tables get another id. */
typedef struct _DolenRowsApart DolenRowsApart;

void dolen_rows_apart_free (DolenRowsApart *apart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRowsApart, dolen_rows_apart_free)

/** dolen_rows_apart_find: (transfer full): reads the tables among @files (char *). @columns:
 *  (nullable): as dolen_record_stream_new(); @error: of the reader. */
DolenRowsApart *dolen_rows_apart_find (const GPtrArray *files,
                                       const char *columns,
                                       GCancellable *cancellable,
                                       GError **error);

/** dolen_rows_apart_name: a row that was read gets its id. @apart: (nullable) */
void dolen_rows_apart_name (const DolenRowsApart *apart, const DolenJsonItem *item);

/* ---- of dolen-row-tells.c ---- */

/** dolen_row_tells_read: what @record tells, into @signs. */
void dolen_row_tells_read (DolenRowSigns *signs, json_object *record);

/** dolen_row_tells_fill: what only @more tells is told by @signs too. */
void dolen_row_tells_fill (DolenRowSigns *signs, const DolenRowSigns *more);

G_END_DECLS
