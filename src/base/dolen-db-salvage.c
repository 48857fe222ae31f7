/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db-private.h"

#include "base/dolen-error.h"

#include <string.h>

/*
 * Where a page is damaged, SQLite cannot find what hangs below it; but each leaf of a table is
 * whole in itself. So every page that says it is a leaf is read on its own: an image of the file
 * gets another first page, in which each table of the schema begins at a page of its own after the
 * end, and the leaf is put there. SQLite reads it, with what it goes on in other pages; nothing of
 * its format is read here but the kind of a page. The rows go into a fresh database, whose rules
 * turn away what is of another table.
 *
 * sqlite.org/fileformat2.html: 1.3 (the first page), 1.6 (kinds of pages).
 */
#define TABLE_LEAF 0x0d
#define OUR_PAGE_SIZE 4096 /* SQLite's own choice, which is never changed here */
#define CHANGE_COUNTER 24
#define N_PAGES 28
#define VERSION_VALID_FOR 92

typedef struct {
  char *name;    /* (owned) */
  char *listing; /* (owned) its row numbers */
  char *reading; /* (owned) one row of it, by its number; a column more than it has */
  char *insert;  /* (owned) */
  int n_columns;
} Table;

typedef struct {
  DolenDb *target;   /* (owned) */
  GPtrArray *tables; /* (owned) Table */
  guint8 *image;     /* (owned) */
  guint32 n_pages;   /* of the file */
  gint64 n_rows;
} Salvage;

static void
table_free (Table *table)
{
  g_free (table->name);
  g_free (table->listing);
  g_free (table->reading);
  g_free (table->insert);
  g_free (table);
}

/* ---- the reading schema ---- */

/* The columns of @name with nothing demanded of them, and one more, which a row of it never has. */
static char *
list_columns (Salvage *salvage, Table *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (%s)", table->name);
  g_autoptr (DolenStatement) row = dolen_db_prepare (salvage->target, sql, NULL);
  GString *columns = g_string_new (NULL);
  GString *values = g_string_new (NULL);
  gboolean found = FALSE;

  while (row != NULL && dolen_statement_step (row, &found, NULL) && found) {
    gboolean number = dolen_statement_get_int64 (row, 5) != 0
                      && g_strcmp0 (dolen_statement_get_text (row, 2), "INTEGER") == 0;

    g_string_append_printf (
        columns, "%s%s, ", dolen_statement_get_text (row, 1), number ? " INTEGER PRIMARY KEY" : "");
    g_string_append_printf (values, "%s?", table->n_columns > 0 ? ", " : "");
    table->n_columns++;
  }
  g_string_append (columns, "one_more");
  table->listing = g_strdup_printf ("SELECT rowid FROM %s", table->name);
  table->reading = g_strdup_printf ("SELECT * FROM %s WHERE rowid = ?1", table->name);
  table->insert
      = g_strdup_printf ("INSERT OR IGNORE INTO %s VALUES (%s)", table->name, values->str);
  g_string_free (values, TRUE);
  return g_string_free (columns, FALSE);
}

static void
add_table (Salvage *salvage, sqlite3 *reader, const char *name)
{
  Table *table = g_new0 (Table, 1);
  g_autofree char *columns = NULL;
  g_autofree char *create = NULL;

  table->name = g_strdup (name);
  columns = list_columns (salvage, table);
  create = g_strdup_printf ("CREATE TABLE %s (%s)", name, columns);
  sqlite3_exec (reader, create, NULL, NULL, NULL);
  g_ptr_array_add (salvage->tables, table);
}

static void
list_tables (Salvage *salvage, sqlite3 *reader)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      salvage->target,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY"
      " rowid",
      NULL);
  gboolean found = FALSE;

  while (row != NULL && dolen_statement_step (row, &found, NULL) && found)
    add_table (salvage, reader, dolen_statement_get_text (row, 0));
}

static void
put_number (guint8 *at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, sizeof number);
}

/* Each table at its page after the end; then the first page is as SQLite itself wrote it. */
static gboolean
make_first_page (Salvage *salvage, sqlite3 *reader)
{
  sqlite3_int64 size = 0;
  unsigned char *bytes;
  gboolean ok;

  sqlite3_exec (reader, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
  for (guint i = 0; i < salvage->tables->len; i++) {
    const Table *table = g_ptr_array_index (salvage->tables, i);
    g_autofree char *move
        = g_strdup_printf ("UPDATE sqlite_schema SET rootpage = %u WHERE name = '%s'",
                           salvage->n_pages + 1 + i,
                           table->name);
    sqlite3_exec (reader, move, NULL, NULL, NULL);
  }
  bytes = sqlite3_serialize (reader, "main", &size, 0);
  ok = bytes != NULL && size >= OUR_PAGE_SIZE && bytes[100] == TABLE_LEAF;
  if (ok) {
    memcpy (salvage->image, bytes, OUR_PAGE_SIZE);
    put_number (salvage->image + CHANGE_COUNTER, 1);
    put_number (salvage->image + VERSION_VALID_FOR, 1);
    put_number (salvage->image + N_PAGES, salvage->n_pages + salvage->tables->len);
  }
  sqlite3_free (bytes);
  return ok;
}

static gboolean
prepare (Salvage *salvage, const char *bytes, gsize size)
{
  sqlite3 *reader = NULL;
  gboolean ok;

  if (sqlite3_open (":memory:", &reader) != SQLITE_OK)
    return FALSE;
  list_tables (salvage, reader);
  salvage->n_pages = (guint32) (size / OUR_PAGE_SIZE);
  salvage->image = g_malloc0 ((gsize) (salvage->n_pages + salvage->tables->len) * OUR_PAGE_SIZE);
  memcpy (salvage->image, bytes, (gsize) salvage->n_pages * OUR_PAGE_SIZE);
  ok = make_first_page (salvage, reader);
  sqlite3_close (reader);
  return ok;
}

/* ---- one leaf ---- */

static void
keep_row (Salvage *salvage, const Table *table, sqlite3_stmt *row)
{
  g_autoptr (DolenStatement) insert = dolen_db_prepare (salvage->target, table->insert, NULL);

  if (insert == NULL || sqlite3_column_type (row, table->n_columns) != SQLITE_NULL)
    return;
  for (int i = 0; i < table->n_columns; i++)
    sqlite3_bind_value (insert, i + 1, sqlite3_column_value (row, i));
  if (sqlite3_step (insert) == SQLITE_DONE)
    salvage->n_rows += sqlite3_changes (dolen_db_get_handle (salvage->target));
  sqlite3_reset (insert);
}

/* Row by row: one that is damaged hides none of the others. */
static void
read_table (Salvage *salvage, sqlite3 *leaf, const Table *table)
{
  sqlite3_stmt *listing = NULL, *reading = NULL;

  if (sqlite3_prepare_v2 (leaf, table->listing, -1, &listing, NULL) == SQLITE_OK
      && sqlite3_prepare_v2 (leaf, table->reading, -1, &reading, NULL) == SQLITE_OK)
    while (sqlite3_step (listing) == SQLITE_ROW) {
      sqlite3_bind_int64 (reading, 1, sqlite3_column_int64 (listing, 0));
      if (sqlite3_step (reading) == SQLITE_ROW)
        keep_row (salvage, table, reading);
      sqlite3_reset (reading);
    }
  sqlite3_finalize (listing);
  sqlite3_finalize (reading);
}

static void
read_leaf (Salvage *salvage, guint32 page)
{
  gint64 size = (gint64) (salvage->n_pages + salvage->tables->len) * OUR_PAGE_SIZE;
  sqlite3 *leaf = NULL;

  for (guint i = 0; i < salvage->tables->len; i++)
    memcpy (salvage->image + (gsize) (salvage->n_pages + i) * OUR_PAGE_SIZE,
            salvage->image + (gsize) page * OUR_PAGE_SIZE,
            OUR_PAGE_SIZE);
  if (sqlite3_open (":memory:", &leaf) == SQLITE_OK
      && sqlite3_deserialize (leaf, "main", salvage->image, size, size, SQLITE_DESERIALIZE_READONLY)
             == SQLITE_OK) {
    dolen_db_set_defences (leaf);
    for (guint i = 0; i < salvage->tables->len; i++)
      read_table (salvage, leaf, g_ptr_array_index (salvage->tables, i));
  }
  sqlite3_close (leaf);
}

static void
read_leaves (Salvage *salvage)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (salvage->target, NULL);

  for (guint32 page = 1; page < salvage->n_pages; page++)
    if (salvage->image[(gsize) page * OUR_PAGE_SIZE] == TABLE_LEAF)
      read_leaf (salvage, page);
  if (transaction != NULL)
    dolen_transaction_commit (transaction, NULL);
}

DolenDb *
dolen_db_salvage (const char *path, const DolenSchema *schema, gint64 *n_rows, GError **error)
{
  Salvage salvage = { 0 };
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, error))
    return NULL;
  salvage.target = dolen_db_open (NULL, DOLEN_DB_MEMORY, schema, error);
  if (salvage.target == NULL)
    return NULL;
  salvage.tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  if (prepare (&salvage, bytes, size))
    read_leaves (&salvage);
  g_ptr_array_unref (salvage.tables);
  g_free (salvage.image);
  *n_rows = salvage.n_rows;
  return salvage.target;
}
