/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-db.h"
#include "base/dolen-error.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const migrations[] = {
  "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;",
  "ALTER TABLE a ADD COLUMN size INTEGER; CREATE TABLE b (id INTEGER PRIMARY KEY,"
  " a INTEGER NOT NULL REFERENCES a (id)) STRICT;",
};
static const DolenSchema first = { "test", 0x444f4c01, 1, migrations };
static const DolenSchema second = { "test", 0x444f4c01, 2, migrations };
static const DolenSchema other = { "other", 0x444f4c02, 1, migrations };

static char *
new_path (void)
{
  g_autofree char *folder = dolen_test_folder ();
  return g_build_filename (folder, "test.db", NULL);
}

static gint64
count (DolenDb *db, const char *sql)
{
  GError *error = NULL;
  gint64 n = 0;

  g_assert_true (dolen_db_get_int64 (db, sql, &n, &error));
  g_assert_no_error (error);
  return n;
}

static DolenDb *
open_ok (const char *path, const DolenSchema *schema)
{
  GError *error = NULL;
  DolenDb *db = dolen_db_open (path, DOLEN_DB_READ_WRITE, schema, &error);

  g_assert_no_error (error);
  return db;
}

static void
exec_ok (DolenDb *db, const char *sql)
{
  GError *error = NULL;

  dolen_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_a_transaction_rolls_back_unless_committed (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (DolenDb) db = open_ok (path, &first);

  {
    g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (db, NULL);
    exec_ok (db, "INSERT INTO a (name) VALUES ('lost')");
  }
  g_assert_cmpint (count (db, "SELECT count(*) FROM a"), ==, 0);
  {
    g_autoptr (DolenTransaction) outer = dolen_transaction_begin (db, NULL);
    exec_ok (db, "INSERT INTO a (name) VALUES ('kept')");
    {
      g_autoptr (DolenTransaction) inner = dolen_transaction_begin (db, NULL);
      exec_ok (db, "INSERT INTO a (name) VALUES ('lost')");
    }
    g_assert_true (dolen_transaction_commit (outer, NULL));
  }
  g_assert_cmpint (count (db, "SELECT count(*) FROM a"), ==, 1);
}

static void
test_an_older_schema_is_migrated_and_a_copy_kept (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *copy = g_strconcat (path, ".before-2", NULL);

  {
    g_autoptr (DolenDb) db = open_ok (path, &first);
    exec_ok (db, "INSERT INTO a (name) VALUES ('old')");
  }
  {
    g_autoptr (DolenDb) db = open_ok (path, &second);
    g_assert_cmpint (count (db, "SELECT count(*) FROM a WHERE size IS NULL"), ==, 1);
  }
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  {
    g_autoptr (DolenDb) db = open_ok (copy, &first);
    g_assert_cmpint (count (db, "SELECT count(*) FROM a"), ==, 1);
  }
}

static void
expect_refusal (const char *path, DolenDbMode mode, const DolenSchema *schema, DolenError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDb) db = dolen_db_open (path, mode, schema, &error);

  g_assert_null (db);
  g_assert_error (error, DOLEN_ERROR, (int) code);
}

static void
test_foreign_and_newer_files_are_refused (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *text = new_path ();

  dolen_db_close (open_ok (path, &second));
  expect_refusal (path, DOLEN_DB_READ_WRITE, &first, DOLEN_ERROR_TOO_NEW);
  expect_refusal (path, DOLEN_DB_READ_WRITE, &other, DOLEN_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (text,
                                      "this is a letter, and a long enough one at that "
                                      "to be taken for the header of a database by size",
                                      -1,
                                      NULL));
  expect_refusal (text, DOLEN_DB_READ_WRITE, &first, DOLEN_ERROR_CORRUPT);
}

static void
test_links_are_refused (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *link_path = g_strconcat (path, ".link", NULL);
  g_autofree char *twin = g_strconcat (path, ".twin", NULL);

  dolen_db_close (open_ok (path, &first));
  g_assert_cmpint (symlink (path, link_path), ==, 0);
  expect_refusal (link_path, DOLEN_DB_READ_WRITE, &first, DOLEN_ERROR_UNSAFE_PLACE);
  g_assert_cmpint (link (path, twin), ==, 0);
  expect_refusal (path, DOLEN_DB_READ_WRITE, &first, DOLEN_ERROR_UNSAFE_PLACE);
}

static void
test_files_are_private (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (DolenDb) db = open_ok (path, &first);
  GStatBuf st;

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
test_an_open_database_allows_no_changes_of_schema (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (DolenDb) db = open_ok (path, &first);

  g_assert_false (dolen_db_exec (db, "CREATE TABLE c (x)", NULL));
  g_assert_false (dolen_db_exec (db, "ATTACH '/tmp/x.db' AS x", NULL));
  g_assert_false (dolen_db_exec (db, "PRAGMA journal_mode=OFF", NULL));
  g_assert_false (dolen_db_exec (db, "DROP TABLE a", NULL));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_a_cancel_interrupts_a_running_query (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (DolenDb) db = open_ok (path, &first);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 n = 0;

  dolen_db_set_cancellable (db, cancellable);
  g_assert_false (dolen_db_get_int64 (db,
                                      "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1"
                                      " FROM r) SELECT count(*) FROM r",
                                      &n,
                                      &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dolen_db_set_cancellable (db, NULL);
  exec_ok (db, "INSERT INTO a (name) VALUES ('after')");
  g_thread_join (thread);
}

static void
test_broken_rules_have_a_code_of_their_own (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (DolenDb) db = open_ok (path, &second);
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_db_exec (db, "INSERT INTO b (a) VALUES (7)", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT);
}

static void
test_what_is_too_large_is_an_error_and_not_null (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (DolenDb) db = open_ok (path, &second);
  g_autoptr (DolenStatement) insert
             = dolen_db_prepare (db, "INSERT INTO a (name, size) VALUES ('x', length (?1))", NULL);
  g_autofree char *large = g_strnfill (17 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  dolen_statement_bind_text (insert, 1, large);
  g_assert_false (dolen_statement_run (insert, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
  g_clear_error (&error);
  dolen_statement_bind_blob (insert, 1, large, strlen (large));
  g_assert_false (dolen_statement_run (insert, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
  g_assert_cmpint (count (db, "SELECT count(*) FROM a"), ==, 0);
  /* The failure is the one value's: the statement works again. */
  dolen_statement_bind_text (insert, 1, "small");
  g_assert_true (dolen_statement_run (insert, NULL));
  g_assert_cmpint (count (db, "SELECT size FROM a"), ==, 5);
}

static void
test_a_damaged_database_is_not_backed_up (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  g_autoptr (DolenDb) db = open_ok (path, &first);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;

  exec_ok (db, "INSERT INTO a (name) VALUES ('x')");
  g_clear_pointer (&db, dolen_db_close);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpint (size, >, 4096 + 16);
  /* The header of the table's page says that it holds a cell where there is none. */
  bytes[size - 4096 + 8] = 0;
  bytes[size - 4096 + 9] = 0;
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  db = open_ok (path, &first);
  g_assert_false (dolen_db_backup (db, copy, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CORRUPT);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
test_a_backup_is_whole (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  g_autoptr (DolenDb) db = open_ok (path, &first);
  g_autoptr (DolenDb) again = NULL;

  exec_ok (db, "INSERT INTO a (name) VALUES ('x'), ('y')");
  g_assert_true (dolen_db_backup (db, copy, NULL));
  again = open_ok (copy, &first);
  g_assert_cmpint (count (again, "SELECT count(*) FROM a"), ==, 2);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/base/db/" #name, test_##name)
  ADD (a_transaction_rolls_back_unless_committed);
  ADD (an_older_schema_is_migrated_and_a_copy_kept);
  ADD (foreign_and_newer_files_are_refused);
  ADD (links_are_refused);
  ADD (files_are_private);
  ADD (an_open_database_allows_no_changes_of_schema);
  ADD (a_cancel_interrupts_a_running_query);
  ADD (broken_rules_have_a_code_of_their_own);
  ADD (what_is_too_large_is_an_error_and_not_null);
  ADD (a_backup_is_whole);
  ADD (a_damaged_database_is_not_backed_up);
#undef ADD
  return g_test_run ();
}
