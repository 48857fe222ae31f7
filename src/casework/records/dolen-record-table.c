/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-record-table.h"

struct _DolenRecordTable {
  DolenDb *db; /* (not owned) */
  const DolenRecordType *type;
  DolenStatement *insert;   /* (owned) all columns */
  DolenStatement *remove;   /* (owned) */
  DolenStatement **updates; /* (owned) (nullable) one a field, made when first needed */
  gboolean of_person;
};

char *
dolen_record_table_sql (const DolenRecordType *type)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (
      sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE", type->name);
  for (gsize i = 1; i < type->n_fields; i++) {
    const DolenField *field = &type->fields[i];

    g_string_append_printf (sql, ", \"%s\"", field->name);
    if (field->kind == DOLEN_FIELD_ENUM)
      g_string_append_printf (sql, " TEXT NOT NULL DEFAULT '%s'", field->nicks[0]);
    else if (field->kind == DOLEN_FIELD_BOOL)
      g_string_append (sql, " INTEGER NOT NULL DEFAULT 0");
    else if (field->kind == DOLEN_FIELD_INT || field->kind == DOLEN_FIELD_TIME)
      g_string_append (sql, " INTEGER");
    else
      g_string_append (sql, " TEXT");
  }
  g_string_append (sql, ") STRICT;");
  return g_string_free (sql, FALSE);
}

char *
dolen_record_columns (const DolenRecordType *type, const char *prefix)
{
  GString *columns = g_string_new (NULL);

  for (gsize i = 0; i < type->n_fields; i++)
    g_string_append_printf (columns, "%s%s\"%s\"", i > 0 ? ", " : "", prefix, type->fields[i].name);
  return g_string_free (columns, FALSE);
}

/* ---- reading ---- */

static void
read_column (const DolenField *field, DolenStatement *row, int column, void *record)
{
  struct json_object *value;

  if (dolen_statement_is_null (row, column))
    return;
  switch (field->kind) {
  case DOLEN_FIELD_TEXT:
  case DOLEN_FIELD_ENUM:
    dolen_field_from_text (field, record, dolen_statement_get_text (row, column));
    break;
  case DOLEN_FIELD_INT:
  case DOLEN_FIELD_TIME:
  case DOLEN_FIELD_BOOL:
    dolen_field_from_number (field, record, dolen_statement_get_int64 (row, column));
    break;
  case DOLEN_FIELD_LIST:
  case DOLEN_FIELD_ROWS:
  default:
    value = json_tokener_parse (dolen_statement_get_text (row, column));
    dolen_field_from_json (field, record, value);
    json_object_put (value);
    break;
  }
}

void *
dolen_record_read (const DolenRecordType *type, DolenStatement *row, int first)
{
  void *record = dolen_record_new (type);

  for (gsize i = 0; i < type->n_fields; i++)
    read_column (&type->fields[i], row, first + (int) i, record);
  return record;
}

/* ---- writing ---- */

static const char *
known_nick (const DolenField *field, struct json_object *value)
{
  const char *nick = json_object_get_string (value);

  for (gsize i = 0; nick != NULL && field->nicks[i] != NULL; i++)
    if (g_str_equal (field->nicks[i], nick))
      return field->nicks[i];
  return field->nicks[0];
}

/* Values of another kind than the field's count as not known, as in dolen_record_merge_json(). */
static void
bind_field (DolenStatement *statement,
            int parameter,
            const DolenField *field,
            struct json_object *value)
{
  json_type type = json_object_get_type (value);

  switch (field->kind) {
  case DOLEN_FIELD_TEXT:
    if (type == json_type_string)
      dolen_statement_lend_text (statement, parameter, json_object_get_string (value));
    break;
  case DOLEN_FIELD_ENUM:
    dolen_statement_lend_text (statement, parameter, known_nick (field, value));
    break;
  case DOLEN_FIELD_BOOL:
    dolen_statement_bind_int64 (
        statement, parameter, type == json_type_boolean && json_object_get_boolean (value));
    break;
  case DOLEN_FIELD_INT:
  case DOLEN_FIELD_TIME:
    if (type == json_type_int)
      dolen_statement_bind_int64 (statement, parameter, json_object_get_int64 (value));
    break;
  case DOLEN_FIELD_LIST:
  case DOLEN_FIELD_ROWS:
  default:
    if (type == json_type_array)
      dolen_statement_lend_text (
          statement,
          parameter,
          json_object_to_json_string_ext (value,
                                          JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
    break;
  }
}

DolenRecordTable *
dolen_record_table_new (DolenDb *db, const DolenRecordType *type, GError **error)
{
  g_autoptr (DolenRecordTable) table = g_new0 (DolenRecordTable, 1);
  g_autofree char *columns = dolen_record_columns (type, "");
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s WHERE uid = ?1", type->name);
  g_autoptr (GString) insert = g_string_new (NULL);

  g_string_append_printf (insert, "INSERT OR IGNORE INTO %s (%s) VALUES (?1", type->name, columns);
  for (gsize i = 1; i < type->n_fields; i++)
    g_string_append_printf (insert, ", ?%d", (int) i + 1);
  g_string_append_c (insert, ')');
  table->db = db;
  table->type = type;
  table->of_person = dolen_record_is_of_person (type);
  table->updates = g_new0 (DolenStatement *, type->n_fields);
  table->insert = dolen_db_prepare (db, insert->str, error);
  table->remove = table->insert != NULL ? dolen_db_prepare (db, remove, error) : NULL;
  return table->remove != NULL ? g_steal_pointer (&table) : NULL;
}

void
dolen_record_table_free (DolenRecordTable *table)
{
  if (table == NULL)
    return;
  dolen_statement_free (table->insert);
  dolen_statement_free (table->remove);
  for (gsize i = 0; i < table->type->n_fields; i++)
    dolen_statement_free (table->updates[i]);
  g_free (table->updates);
  g_free (table);
}

static gboolean
remove_row (DolenRecordTable *table, const char *uid)
{
  dolen_statement_lend_text (table->remove, 1, uid);
  return dolen_statement_run (table->remove, NULL);
}

static gboolean
insert_row (DolenRecordTable *table, const char *uid, struct json_object *set, gboolean *made)
{
  dolen_statement_lend_text (table->insert, 1, uid);
  for (gsize i = 1; i < table->type->n_fields; i++)
    bind_field (table->insert,
                (int) i + 1,
                &table->type->fields[i],
                json_object_object_get (set, table->type->fields[i].name));
  if (!dolen_statement_run (table->insert, NULL))
    return FALSE;
  *made = dolen_db_changes (table->db) > 0;
  return TRUE;
}

static gboolean
update_field (DolenRecordTable *table, gsize i, const char *uid, struct json_object *value)
{
  const DolenField *field = &table->type->fields[i];

  if (table->updates[i] == NULL) {
    g_autofree char *sql = g_strdup_printf (
        "UPDATE %s SET \"%s\" = ?2 WHERE uid = ?1", table->type->name, field->name);
    table->updates[i] = dolen_db_prepare (table->db, sql, NULL);
  }
  if (table->updates[i] == NULL)
    return FALSE;
  dolen_statement_lend_text (table->updates[i], 1, uid);
  bind_field (table->updates[i], 2, field, value);
  return dolen_statement_run (table->updates[i], NULL);
}

gboolean
dolen_record_table_put (DolenRecordTable *table,
                        const char *uid,
                        struct json_object *set,
                        gboolean of_somebody)
{
  gboolean made = FALSE, ok = TRUE;

  if (set == NULL)
    return remove_row (table, uid);
  if (!json_object_is_type (set, json_type_object) || !insert_row (table, uid, set, &made))
    return FALSE;
  if (made && of_somebody && table->of_person && !json_object_object_get_ex (set, "person", NULL))
    return remove_row (table, uid);
  for (gsize i = 1; !made && ok && i < table->type->n_fields; i++) {
    struct json_object *value = NULL;

    if (json_object_object_get_ex (set, table->type->fields[i].name, &value))
      ok = update_field (table, i, uid, value);
  }
  return ok;
}
