/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/records/dolen-record.h"

G_BEGIN_DECLS

/*
 * Records as rows of the caseload: the table, the row written from an event's fields, the row read
 * back. Lists and rows stand as JSON text in their column, enums as their nicks (never NULL), flags
 * as 0 and 1; what is not known is NULL.
 */

/** dolen_record_table_sql: (transfer full): CREATE TABLE for @type. */
char *dolen_record_table_sql (const DolenRecordType *type);

/** dolen_record_columns: (transfer full): its columns by name, each after @prefix ("p."). */
char *dolen_record_columns (const DolenRecordType *type, const char *prefix);

/** dolen_record_read: (transfer full): a record from @row, whose columns from @first on are those
 * of dolen_record_columns(). */
void *dolen_record_read (const DolenRecordType *type, DolenStatement *row, int first);

/** DolenRecordTable: the prepared statements that write one table. */
typedef struct _DolenRecordTable DolenRecordTable;

DolenRecordTable *dolen_record_table_new (DolenDb *db, const DolenRecordType *type, GError **error);
void dolen_record_table_free (DolenRecordTable *table);

/** dolen_record_table_put: sets the fields in @set of the row @uid, which is made if it is not
 * there; @set NULL takes the row away. @of_somebody: the change stands in somebody's events: where
 * it changes a record whose beginning was destroyed, and so says not whose it is, it makes no row.
 * Nobody could find it, and erasing the person would pass it over. FALSE only on a fault of
 * SQLite. */
gboolean dolen_record_table_put (DolenRecordTable *table,
                                 const char *uid,
                                 struct json_object *set,
                                 gboolean of_somebody);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRecordTable, dolen_record_table_free)

G_END_DECLS
