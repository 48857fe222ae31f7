/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"

G_BEGIN_DECLS

/*
 * A statement put together from parts, with its values: foreign text is always bound, never part
 * of the SQL.
 */
typedef struct {
  GString *sql;
  GPtrArray *values; /* of DolenSqlValue */
} DolenSqlBuilder;

void dolen_sql_builder_init (DolenSqlBuilder *builder);
void dolen_sql_builder_clear (DolenSqlBuilder *builder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenSqlBuilder, dolen_sql_builder_clear)

/** dolen_sql_add: appends a literal of ours. The next three append "?" and keep its value. */
void dolen_sql_add (DolenSqlBuilder *builder, const char *sql);
void dolen_sql_add_text (DolenSqlBuilder *builder, const char *value);
void dolen_sql_add_int (DolenSqlBuilder *builder, gint64 value);
void dolen_sql_add_double (DolenSqlBuilder *builder, double value);

/** dolen_sql_add_list: "(?, ?, ?)" of NULL-terminated @values. */
void dolen_sql_add_list (DolenSqlBuilder *builder, const char *const *values);

/** dolen_sql_prepare: (transfer full): the statement with all values bound. */
DolenStatement *dolen_sql_prepare (DolenSqlBuilder *builder, DolenDb *db, GError **error);

G_END_DECLS
