/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-sql-builder.h"

typedef struct {
  enum {
    VALUE_TEXT,
    VALUE_INT,
    VALUE_DOUBLE
  } type;
  char *text;
  gint64 number;
  double real;
} DolenSqlValue;

static void
value_free (DolenSqlValue *value)
{
  g_free (value->text);
  g_free (value);
}

static DolenSqlValue *
add_value (DolenSqlBuilder *builder)
{
  DolenSqlValue *value = g_new0 (DolenSqlValue, 1);

  g_string_append_c (builder->sql, '?');
  g_ptr_array_add (builder->values, value);
  return value;
}

void
dolen_sql_builder_init (DolenSqlBuilder *builder)
{
  builder->sql = g_string_new (NULL);
  builder->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
}

void
dolen_sql_builder_clear (DolenSqlBuilder *builder)
{
  g_string_free (builder->sql, TRUE);
  g_ptr_array_unref (builder->values);
}

void
dolen_sql_add (DolenSqlBuilder *builder, const char *sql)
{
  g_string_append (builder->sql, sql);
}

void
dolen_sql_add_text (DolenSqlBuilder *builder, const char *text)
{
  DolenSqlValue *value = add_value (builder);

  value->type = VALUE_TEXT;
  value->text = g_strdup (text);
}

void
dolen_sql_add_int (DolenSqlBuilder *builder, gint64 number)
{
  DolenSqlValue *value = add_value (builder);

  value->type = VALUE_INT;
  value->number = number;
}

void
dolen_sql_add_double (DolenSqlBuilder *builder, double real)
{
  DolenSqlValue *value = add_value (builder);

  value->type = VALUE_DOUBLE;
  value->real = real;
}

void
dolen_sql_add_list (DolenSqlBuilder *builder, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++) {
    dolen_sql_add (builder, i == 0 ? "(" : ", ");
    dolen_sql_add_text (builder, values[i]);
  }
  dolen_sql_add (builder, values[0] == NULL ? "()" : ")");
}

DolenStatement *
dolen_sql_prepare (DolenSqlBuilder *builder, DolenDb *db, GError **error)
{
  DolenStatement *statement = dolen_db_prepare (db, builder->sql->str, error);

  for (guint i = 0; statement != NULL && i < builder->values->len; i++) {
    const DolenSqlValue *value = g_ptr_array_index (builder->values, i);

    if (value->type == VALUE_TEXT)
      dolen_statement_bind_text (statement, (int) i + 1, value->text);
    else if (value->type == VALUE_INT)
      dolen_statement_bind_int64 (statement, (int) i + 1, value->number);
    else
      dolen_statement_bind_double (statement, (int) i + 1, value->real);
  }
  return statement;
}
