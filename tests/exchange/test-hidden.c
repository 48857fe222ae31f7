/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import.h"
#include "support/dolen-test.h"

/* A refuge in every place where a feed may say where it is. */
static const char feed[]
    = "[{\"id\": \"1\", \"name\": \"Safe House\", \"description\": \"Ring first.\","
      " \"service_at_locations\": [{\"id\": \"2\", \"location\": {\"id\": \"3\","
      " \"name\": \"The House\", \"location_type\": \"physical\","
      " \"x_dolen_hide_address\": true, \"latitude\": 52.1234567, \"longitude\": -4.7654321,"
      " \"description\": \"behind Canary Chapel\","
      " \"addresses\": [{\"address_1\": \"7 Canary Street\", \"city\": \"Lampeter\","
      " \"postal_code\": \"SA48 7ZZ\", \"address_type\": \"physical\"}]}}]}]";

static void
test_nothing_in_the_file_tells_where_a_refuge_is (void)
{
  static const char *const telling[] = { "Canary", "7ZZ", "52.1234", "4.7654" };
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *elsewhere = dolen_test_folder ();
  g_autofree char *path = g_build_filename (elsewhere, "feed.json", NULL);
  g_autofree char *store = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  {
    g_autoptr (DolenDirectory) directory
               = dolen_directory_open (store, DOLEN_DB_READ_WRITE, &error);

    g_assert_no_error (error);
    dolen_import_run (directory, (const char *const[]){ path }, 1, NULL, NULL, &error);
    g_assert_no_error (error);
    for (gsize i = 0; i < G_N_ELEMENTS (telling); i++) {
      g_autofree char *found = dolen_test_find_in_tree (folder, telling[i]);
      g_assert_cmpstr (found, ==, NULL);
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++) {
    g_autofree char *found = dolen_test_find_in_tree (folder, telling[i]);
    g_assert_cmpstr (found, ==, NULL);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/exchange/hidden/nothing_in_the_file_tells_where_a_refuge_is",
                   test_nothing_in_the_file_tells_where_a_refuge_is);
  return g_test_run ();
}
