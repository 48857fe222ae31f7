/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-scrub-tables.h"

#include "base/dolen-error.h"

#include <string.h>

/* What a table is of, by its columns. */
typedef struct {
  char *name;
  GPtrArray *texts; /* of char*: columns of text */
  gboolean record_uid, service, organisation, venue, merged;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->texts);
  g_free (table);
}

/* Names of tables come from our own schema; what the search keeps is left, and what is kept of
 * those erased is no text of theirs. */
static gboolean
list_tables (DolenDirectory *dir, GPtrArray *tables, GError **error)
{
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT name FROM sqlite_schema WHERE type = 'table'"
                            " AND name NOT GLOB 'search_*' AND name NOT GLOB 'sqlite_*'"
                            " AND name NOT IN ('erased_contact', 'erasure')"
                            " AND sql NOT LIKE '%WITHOUT ROWID%'",
                            &row,
                            error))
    return FALSE;
  while (dolen_statement_step (row.statement, &more, error)) {
    Table *table;

    if (!more)
      return TRUE;
    table = g_new0 (Table, 1);
    table->name = dolen_statement_dup_text (row.statement, 0);
    table->texts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (tables, table);
  }
  return FALSE;
}

/* Codes, dates and uids are no words of a person; they are tested all the same but for these. */
static gboolean
is_kept (const char *column)
{
  static const char *const kept[]
      = { "uid",    "record_uid", "foreign_id", "hash",  "kind",     "act",      "state",
          "status", "scheme",     "code",       "field", "gone_uid", "kept_uid", NULL };

  return g_strv_contains (kept, column);
}

static void
take_column (Table *table, const char *name, const char *type)
{
  if (g_strcmp0 (type, "TEXT") == 0 && !is_kept (name))
    g_ptr_array_add (table->texts, g_strdup (name));
  table->record_uid = table->record_uid || strcmp (name, "record_uid") == 0;
  table->service = table->service || strcmp (name, "service") == 0;
  table->organisation = table->organisation || strcmp (name, "organisation") == 0;
  table->venue = table->venue || strcmp (name, "venue") == 0;
  table->merged = table->merged || strcmp (name, "kept_uid") == 0;
}

static gboolean
read_columns (DolenDirectory *dir, Table *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s LIMIT 0", table->name);
  g_autoptr (DolenStatement) statement = dolen_db_prepare (dir->db, sql, error);

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    take_column (table, sqlite3_column_name (statement, i), sqlite3_column_decltype (statement, i));
  return TRUE;
}

/* "AND ..." that holds for rows of the records whose uids the function dolen_scrub_has() knows;
 * NULL: such a table has none. */
static char *
get_scope (const Table *table)
{
  GString *scope = g_string_new (NULL);

  if (strcmp (table->name, "service") == 0 || strcmp (table->name, "organisation") == 0
      || strcmp (table->name, "venue") == 0)
    g_string_append (scope, " OR dolen_scrub_has (uid)");
  else {
    if (table->service)
      g_string_append (scope,
                       " OR service IN (SELECT id FROM service WHERE dolen_scrub_has (uid))");
    if (table->organisation)
      g_string_append (
          scope, " OR organisation IN (SELECT id FROM organisation WHERE dolen_scrub_has (uid))");
    if (table->venue)
      g_string_append (scope, " OR venue IN (SELECT id FROM venue WHERE dolen_scrub_has (uid))");
  }
  if (table->record_uid)
    g_string_append (scope, " OR dolen_scrub_has (record_uid)");
  if (table->merged)
    g_string_append (scope, " OR dolen_scrub_has (gone_uid) OR dolen_scrub_has (kept_uid)");
  if (scope->len == 0) {
    g_string_free (scope, TRUE);
    return NULL;
  }
  g_string_prepend (scope, " AND (0");
  g_string_append_c (scope, ')');
  return g_string_free (scope, FALSE);
}

/* What a body or group is called is no contact of it. */
static gboolean
is_own_name (const Table *table, const char *column)
{
  return (strcmp (table->name, "service") == 0 || strcmp (table->name, "organisation") == 0
          || strcmp (table->name, "venue") == 0)
         && g_str_has_prefix (column, "name_");
}

static gboolean
scrub_column (
    DolenDirectory *dir, const Table *table, const char *column, const char *scope, GError **error)
{
  /* The scope first: it is the cheaper question. */
  g_autofree char *sql
      = g_strdup_printf ("UPDATE %s SET %s = dolen_scrub (%s) WHERE %s IS NOT NULL%s"
                         " AND dolen_scrub (%s) IS NOT NULL",
                         table->name,
                         column,
                         column,
                         column,
                         scope,
                         column);

  return dolen_db_exec (dir->db, sql, error);
}

static gboolean
scrub_table (DolenDirectory *dir, Table *table, gboolean scoped, GError **error)
{
  g_autofree char *scope = NULL;

  if (!read_columns (dir, table, error))
    return FALSE;
  scope = scoped ? get_scope (table) : g_strdup ("");
  for (guint i = 0; scope != NULL && i < table->texts->len; i++) {
    const char *column = g_ptr_array_index (table->texts, i);

    if (!(scoped && is_own_name (table, column))
        && !scrub_column (dir, table, column, scope, error))
      return FALSE;
  }
  return TRUE;
}

static void
scrub_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const DolenScrub *scrub = sqlite3_user_data (context);
  char *rest = dolen_scrub_any (scrub, (const char *) sqlite3_value_text (values[0]));

  (void) n;
  if (rest == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, rest, -1, g_free);
}

static void
has_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const GPtrArray *uids = sqlite3_user_data (context);
  const char *uid = (const char *) sqlite3_value_text (values[0]);
  gboolean found = FALSE;

  (void) n;
  for (guint i = 0; i < uids->len && !found; i++)
    found = g_strcmp0 (g_ptr_array_index (uids, i), uid) == 0;
  sqlite3_result_int (context, found);
}

static gboolean
set_functions (DolenDirectory *dir, const DolenScrub *scrub, const GPtrArray *uids, GError **error)
{
  sqlite3 *handle = dolen_db_get_handle (dir->db);
  int result = sqlite3_create_function (handle,
                                        "dolen_scrub",
                                        1,
                                        SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                        (gpointer) scrub,
                                        scrub != NULL ? scrub_function : NULL,
                                        NULL,
                                        NULL);

  if (result == SQLITE_OK)
    result = sqlite3_create_function (handle,
                                      "dolen_scrub_has",
                                      1,
                                      SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                      (gpointer) uids,
                                      uids != NULL ? has_function : NULL,
                                      NULL,
                                      NULL);
  if (result == SQLITE_OK)
    return TRUE;
  if (error != NULL)
    *error = dolen_error_from_sqlite (result, sqlite3_errmsg (handle), "directory");
  return FALSE;
}

gboolean
dolen_scrub_tables (DolenDirectory *dir,
                    const DolenScrub *scrub,
                    const GPtrArray *uids,
                    GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);
  gboolean ok = list_tables (dir, tables, error) && set_functions (dir, scrub, uids, error);

  for (guint i = 0; ok && i < tables->len; i++)
    ok = scrub_table (dir, g_ptr_array_index (tables, i), uids != NULL, error);
  set_functions (dir, NULL, NULL, NULL);
  return ok;
}
