/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-merge.h"
#include "exchange/dolen-import.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>

static void
import_path (DolenDirectory *directory, const char *path)
{
  GError *error = NULL;

  dolen_import_run (directory, &path, 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Two lists with one group: after a merge neither brings the other back. */
static char *
write_twin (const char *name, const char *telephone)
{
  g_autofree char *text = g_strdup_printf (
      "{\"contents\":[{\"id\":\"s-%1$s\",\"name\":\"Borth Garden\",\"status\":\"active\","
      "\"phones\":[{\"number\":\"%2$s\"}],\"organization\":{\"id\":\"o-%1$s\",\"name\":\"Borth"
      " Gardeners %1$s\",\"description\":\"\"}}]}",
      name,
      telephone);

  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *file = g_strdup_printf ("%s %s.json", name, telephone);
  char *path = g_build_filename (folder, file, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
uid_of (DolenDirectory *directory, const char *sql)
{
  g_autoptr (DolenStatement) statement
             = dolen_db_prepare (dolen_directory_get_db (directory), sql, NULL);
  gboolean row = FALSE;

  g_assert_true (dolen_statement_step (statement, &row, NULL));
  g_assert_true (row);
  return dolen_statement_dup_text (statement, 0);
}

static void
test_what_was_merged_stays_so (void)
{
  static const char of_kept[] = "SELECT count(*) FROM service s JOIN organisation o"
                                " ON o.id = s.organisation WHERE o.name_en LIKE '%one'";
  static const char listed[] = "SELECT count(*) FROM service WHERE do_not_list = 0";
  g_autoptr (DolenDirectory) directory = dolen_directory_open (NULL, DOLEN_DB_MEMORY, NULL);
  DolenDb *db = dolen_directory_get_db (directory);
  g_autofree char *one = write_twin ("one", "01632 960101");
  g_autofree char *other = write_twin ("other", "01632 960101");
  g_autofree char *changed = NULL;
  g_autofree char *kept = NULL, *gone = NULL, *house = NULL, *old_house = NULL;
  gint64 n = 0;

  import_path (directory, one);
  import_path (directory, other);
  kept = uid_of (directory, "SELECT uid FROM service ORDER BY id");
  gone = uid_of (directory, "SELECT uid FROM service ORDER BY id DESC");
  house = uid_of (directory, "SELECT uid FROM organisation ORDER BY id");
  old_house = uid_of (directory, "SELECT uid FROM organisation ORDER BY id DESC");
  g_assert_cmpint (
      dolen_merge_records (directory, "organisation", house, old_house, NULL, NULL), >, 0);
  g_assert_cmpint (dolen_merge_records (directory, "service", kept, gone, NULL, NULL), >, 0);
  changed = write_twin ("other", "01632 960102");
  g_assert_true (g_rename (changed, other) == 0);
  import_path (directory, other);
  g_assert_true (dolen_db_get_int64 (db, of_kept, &n, NULL));
  g_assert_cmpint (n, ==, 2);
  g_assert_true (dolen_db_get_int64 (db, listed, &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/exchange/merged/again", test_what_was_merged_stays_so);
  return g_test_run ();
}
