/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-record-rows.h"

#include <string.h>

/* Where the rows of a record stand; the first of a kind is its own. ?1 is its uid. */
typedef struct {
  const char *kind;
  const char *table;
  const char *select;
} Part;

#define OF(kind, table)                                                                            \
  {                                                                                                \
    kind, table,                                                                                   \
        "SELECT * FROM " table " WHERE " kind " = (SELECT id FROM " kind " WHERE uid = ?1)"        \
        " ORDER BY id"                                                                             \
  }
#define BY_UID(kind, table, column)                                                                \
  {                                                                                                \
    kind, table, "SELECT * FROM " table " WHERE " column " = ?1 ORDER BY id"                       \
  }

static const Part parts[] = {
  BY_UID ("service", "service", "uid"),
  OF ("service", "service_venue"),
  OF ("service", "schedule"),
  OF ("service", "contact"),
  OF ("service", "cost"),
  OF ("service", "language_offered"),
  OF ("service", "tag"),
  OF ("service", "capacity_report"),
  OF ("service", "confirmation"),
  OF ("service", "funding"),
  BY_UID ("service", "field_edit", "record_uid"),
  BY_UID ("service", "source_record", "record_uid"),
  BY_UID ("organisation", "organisation", "uid"),
  OF ("organisation", "registration"),
  OF ("organisation", "contact"),
  OF ("organisation", "funding"),
  OF ("organisation", "assurance"),
  BY_UID ("organisation", "field_edit", "record_uid"),
  BY_UID ("organisation", "source_record", "record_uid"),
  BY_UID ("venue", "venue", "uid"),
  OF ("venue", "accessibility"),
  BY_UID ("venue", "field_edit", "record_uid"),
};

/* (nullable): how the uid of what a column points at is found: such columns are called after the
 * table. */
static const char *
uid_of (const char *column)
{
  static const char *const names[] = { "service", "organisation", "venue", "source" };
  static const char *const selects[] = {
    "SELECT uid FROM service WHERE id = ?1",
    "SELECT uid FROM organisation WHERE id = ?1",
    "SELECT uid FROM venue WHERE id = ?1",
    "SELECT uid FROM source WHERE id = ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (column, names[i]) == 0)
      return selects[i];
  return NULL;
}

static gboolean
points_at_record (DolenStatement *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_INTEGER
         && uid_of (sqlite3_column_name (statement, column)) != NULL;
}

static void
take_uid (DolenRow *row, gpointer uid)
{
  *(char **) uid = dolen_row_take_text (row);
}

static gboolean
read_uid (
    DolenDirectory *dir, DolenStatement *statement, int column, json_object **value, GError **error)
{
  g_autofree char *uid = NULL;

  if (!dolen_directory_each (dir,
                             uid_of (sqlite3_column_name (statement, column)),
                             dolen_statement_get_int64 (statement, column),
                             take_uid,
                             &uid,
                             error))
    return FALSE;
  *value = uid != NULL ? json_object_new_string (uid) : NULL;
  return TRUE;
}

static json_object *
read_value (DolenStatement *statement, int column)
{
  switch (sqlite3_column_type (statement, column)) {
  case SQLITE_INTEGER:
    return json_object_new_int64 (dolen_statement_get_int64 (statement, column));
  case SQLITE_FLOAT:
    return json_object_new_double (dolen_statement_get_double (statement, column));
  case SQLITE_NULL:
    return NULL;
  default:
    return json_object_new_string (dolen_statement_get_text (statement, column));
  }
}

/* Source records are seen by the day of the import, which says nothing of the record. */
static gboolean
is_left_out (const char *column)
{
  return strcmp (column, "id") == 0 || strcmp (column, "seen_at") == 0;
}

static json_object *
read_row (DolenDirectory *dir, DolenStatement *statement, GError **error)
{
  json_object *row = json_object_new_object ();

  for (int i = 0; i < sqlite3_column_count (statement); i++) {
    const char *name = sqlite3_column_name (statement, i);
    json_object *value = NULL;

    if (is_left_out (name))
      continue;
    if (!points_at_record (statement, i)) {
      value = read_value (statement, i);
    } else if (!read_uid (dir, statement, i, &value, error)) {
      json_object_put (row);
      return NULL;
    }
    json_object_object_add (row, name, value);
  }
  return row;
}

/* (transfer full): an array; NULL on an error. */
static json_object *
read_part (DolenDirectory *dir, const Part *part, const char *uid, GError **error)
{
  json_object *rows = json_object_new_array ();
  DolenRow row;
  gboolean more = FALSE;

  if (dolen_directory_row (dir, part->select, &row, error)) {
    dolen_row_put_text (&row, uid);
    while (dolen_statement_step (row.statement, &more, error)) {
      json_object *read;
      if (!more)
        return rows;
      read = read_row (dir, row.statement, error);
      if (read == NULL)
        break;
      json_object_array_add (rows, read);
    }
    dolen_statement_reset (row.statement);
  }
  json_object_put (rows);
  return NULL;
}

json_object *
dolen_record_rows_read (DolenDirectory *dir, const char *kind, const char *uid, GError **error)
{
  json_object *record = json_object_new_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    json_object *rows;
    gboolean absent;

    if (strcmp (parts[i].kind, kind) != 0)
      continue;
    rows = read_part (dir, &parts[i], uid, error);
    absent = rows != NULL && strcmp (parts[i].table, kind) == 0
             && json_object_array_length (rows) == 0;
    if (rows == NULL || absent) {
      json_object_put (rows);
      json_object_put (record);
      return NULL;
    }
    json_object_object_add (record, parts[i].table, rows);
  }
  return record;
}

static json_object *
pair (json_object *before, json_object *after)
{
  json_object *two = json_object_new_array_ext (2);

  json_object_array_add (two, json_object_get (before));
  json_object_array_add (two, json_object_get (after));
  return two;
}

static json_object *
own_row (const char *kind, json_object *record)
{
  return json_object_array_get_idx (json_object_object_get (record, kind), 0);
}

/* What a feed said is known by its hash where it need not be put back. */
static void
forget_json (json_object *source_records)
{
  for (gsize i = 0; i < json_object_array_length (source_records); i++)
    json_object_object_del (json_object_array_get_idx (source_records, i), "json");
}

json_object *
dolen_record_rows_difference (const char *kind, json_object *before, json_object *after)
{
  json_object *columns = json_object_new_object ();
  json_object *tables = json_object_new_object ();
  json_object *difference = json_object_new_object ();

  json_object_object_foreach (own_row (kind, before), column, old)
  {
    json_object *now = json_object_object_get (own_row (kind, after), column);
    if (!json_object_equal (old, now))
      json_object_object_add (columns, column, pair (old, now));
  }
  json_object_object_foreach (before, table, rows)
  {
    json_object *now = json_object_object_get (after, table);
    if (strcmp (table, kind) == 0 || json_object_equal (rows, now))
      continue;
    if (strcmp (table, "source_record") == 0)
      forget_json (now);
    json_object_object_add (tables, table, pair (rows, now));
  }
  json_object_object_add (difference, "columns", columns);
  json_object_object_add (difference, "parts", tables);
  if (json_object_object_length (columns) == 0 && json_object_object_length (tables) == 0)
    g_clear_pointer (&difference, json_object_put);
  return difference;
}

/* Names come from the directory's own file, and are looked at all the same before they become SQL.
 */
static gboolean
is_name (const char *name)
{
  return name[0] != 0 && strspn (name, "abcdefghijklmnopqrstuvwxyz_") == strlen (name);
}

static void
bind_value (DolenStatement *statement, int parameter, json_object *value)
{
  switch (json_object_get_type (value)) {
  case json_type_int:
    dolen_statement_bind_int64 (statement, parameter, json_object_get_int64 (value));
    break;
  case json_type_double:
    dolen_statement_bind_double (statement, parameter, json_object_get_double (value));
    break;
  case json_type_string:
    dolen_statement_bind_text (statement, parameter, json_object_get_string (value));
    break;
  default:
    dolen_statement_bind_null (statement, parameter);
  }
}

/* Of a report of capacity and of funding "source" is a code: who told it. */
static gboolean
is_code (const char *table, const char *column)
{
  return strcmp (column, "source") == 0
         && (strcmp (table, "capacity_report") == 0 || strcmp (table, "funding") == 0);
}

/* What stands for a value of that column in SQL: the row a uid names, or the value. */
static void
append_parameter (GString *sql, const char *table, const char *column, json_object *value)
{
  if (uid_of (column) != NULL && json_object_is_type (value, json_type_string)
      && !is_code (table, column))
    g_string_append_printf (sql, "(SELECT id FROM %s WHERE uid = ?)", column);
  else
    g_string_append_c (sql, '?');
}

static gboolean
run_with_row (DolenDirectory *dir, const char *sql, json_object *row, GError **error)
{
  g_autoptr (DolenStatement) statement = dolen_db_prepare (dir->db, sql, error);
  int n = 0;

  if (statement == NULL)
    return FALSE;
  json_object_object_foreach (row, column, value)
  {
    (void) column;
    bind_value (statement, ++n, value);
  }
  return dolen_statement_run (statement, error);
}

static gboolean
has_good_names (json_object *row)
{
  json_object_object_foreach (row, column, value)
  {
    (void) value;
    if (!is_name (column))
      return FALSE;
  }
  return json_object_object_length (row) > 0;
}

/* A row whose key somebody uses by now, or that points at what is gone, stays away. */
static gboolean
insert_row (DolenDirectory *dir, const char *table, json_object *row, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;
  gboolean seen = strcmp (table, "source_record") == 0;

  if (!has_good_names (row))
    return TRUE;
  json_object_object_foreach (row, column, value)
  {
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", column);
    g_string_append (values, values->len > 0 ? ", " : "");
    append_parameter (values, table, column, value);
  }
  sql = g_strdup_printf ("INSERT OR IGNORE INTO %s (%s%s) VALUES (%s%s)",
                         table,
                         names->str,
                         seen ? ", seen_at" : "",
                         values->str,
                         seen ? ", 0" : "");
  return run_with_row (dir, sql, row, error);
}

/* @n: (out): how many went, 0 or 1. */
static gboolean
delete_row (DolenDirectory *dir, const char *table, json_object *row, int *n, GError **error)
{
  g_autoptr (GString) where = g_string_new (NULL);
  g_autofree char *sql = NULL;

  *n = 0;
  if (!has_good_names (row))
    return TRUE;
  json_object_object_foreach (row, column, value)
  {
    g_string_append_printf (where, "%s%s IS ", where->len > 0 ? " AND " : "", column);
    append_parameter (where, table, column, value);
  }
  sql = g_strdup_printf (
      "DELETE FROM %s WHERE id = (SELECT id FROM %s WHERE %s LIMIT 1)", table, table, where->str);
  if (!run_with_row (dir, sql, row, error))
    return FALSE;
  *n = dolen_db_changes (dir->db);
  return TRUE;
}

static gboolean
holds (json_object *rows, json_object *row)
{
  for (gsize i = 0; i < json_object_array_length (rows); i++)
    if (json_object_equal (json_object_array_get_idx (rows, i), row))
      return TRUE;
  return FALSE;
}

/* Rows that are in both stay where they are, unless none was changed since: then all are written
 * anew, in their old order. */
static gboolean
take_back_rows (DolenDirectory *dir,
                const Part *part,
                const char *uid,
                json_object *before,
                json_object *after,
                gboolean *kept,
                GError **error)
{
  json_object *now = read_part (dir, part, uid, error);
  gboolean untouched = json_object_equal (now, after), ok = now != NULL;

  for (gsize i = 0; ok && i < json_object_array_length (after); i++) {
    json_object *row = json_object_array_get_idx (after, i);
    int n = 1;
    if (untouched || !holds (before, row))
      ok = delete_row (dir, part->table, row, &n, error);
    *kept = *kept || n == 0;
  }
  for (gsize i = 0; ok && i < json_object_array_length (before); i++) {
    json_object *row = json_object_array_get_idx (before, i);
    if (untouched || !holds (after, row))
      ok = insert_row (dir, part->table, row, error);
  }
  json_object_put (now);
  return ok;
}

static json_object *
side (json_object *two, gsize index)
{
  return json_object_array_get_idx (two, index);
}

/* (transfer full): of the columns those that still are as they were left: {column: before}. */
static json_object *
columns_to_set (json_object *columns, json_object *now, GPtrArray *kept)
{
  json_object *set = json_object_new_object ();

  json_object_object_foreach (columns, column, two)
  {
    if (json_object_equal (json_object_object_get (now, column), side (two, 1)))
      json_object_object_add (set, column, json_object_get (side (two, 0)));
    else
      g_ptr_array_add (kept, g_strdup (column));
  }
  return set;
}

/* All or none: a rule of the table (a hidden venue has no position) may forbid what was. */
static gboolean
set_columns (DolenDirectory *dir,
             const char *kind,
             const char *uid,
             json_object *set,
             GPtrArray *kept,
             GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  if (!has_good_names (set))
    return TRUE;
  g_string_append_printf (sql, "UPDATE OR IGNORE %s SET ", kind);
  json_object_object_foreach (set, column, value)
  {
    g_string_append_printf (sql, "%s = ", column);
    append_parameter (sql, kind, column, value);
    g_string_append (sql, ", ");
  }
  json_object_object_add (set, "uid", json_object_new_string (uid));
  g_string_append (sql, "uid = uid WHERE uid = ?");
  if (!run_with_row (dir, sql->str, set, error))
    return FALSE;
  json_object_object_del (set, "uid");
  if (dolen_db_changes (dir->db) == 0) {
    json_object_object_foreach (set, stayed, before)
    {
      (void) before;
      g_ptr_array_add (kept, g_strdup (stayed));
    }
  }
  return TRUE;
}

static gboolean
take_back_columns (DolenDirectory *dir,
                   const char *kind,
                   const char *uid,
                   json_object *columns,
                   GPtrArray *kept,
                   GError **error)
{
  json_object *now = dolen_record_rows_read (dir, kind, uid, error);
  json_object *set;
  gboolean ok;

  if (now == NULL)
    return FALSE;
  set = columns_to_set (columns, own_row (kind, now), kept);
  ok = set_columns (dir, kind, uid, set, kept, error);
  json_object_put (set);
  json_object_put (now);
  return ok;
}

static const Part *
find_part (const char *kind, const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].kind, kind) == 0 && strcmp (parts[i].table, table) == 0)
      return &parts[i];
  return NULL;
}

gboolean
dolen_record_rows_take_back (DolenDirectory *dir,
                             const char *kind,
                             const char *uid,
                             json_object *difference,
                             GPtrArray *kept,
                             GError **error)
{
  json_object *columns = json_object_object_get (difference, "columns");
  json_object *tables = json_object_object_get (difference, "parts");

  if (!take_back_columns (dir, kind, uid, columns, kept, error))
    return FALSE;
  json_object_object_foreach (tables, table, two)
  {
    const Part *part = find_part (kind, table);
    gboolean stayed = FALSE;

    if (part == NULL)
      continue;
    if (!take_back_rows (dir, part, uid, side (two, 0), side (two, 1), &stayed, error))
      return FALSE;
    if (stayed)
      g_ptr_array_add (kept, g_strdup (table));
  }
  return TRUE;
}
