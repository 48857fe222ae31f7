/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-own-file.h"
#include "support/dolen-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_nothing_of_what_stood_there_stays (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dolen-own-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *bytes = NULL;
  struct stat status;
  GError *error = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "Quintavalle, at length", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_true (dolen_own_file_write (path, "short", 5, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, length, "short", 5);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* and nothing stands beside it */
}

static void
test_what_cannot_be_written_names_its_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) full = NULL;

  g_assert_false (dolen_own_file_write ("/no/such/folder/letter.pdf", "text", 4, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/no/such/folder/letter.pdf"));
  g_assert_false (dolen_own_file_write ("/dev/full", "text", 4, &full));
  g_assert_error (full, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/base/own-file/nothing-of-what-stood-there-stays",
                   test_nothing_of_what_stood_there_stays);
  g_test_add_func ("/base/own-file/what-cannot-be-written-names-its-place",
                   test_what_cannot_be_written_names_its_place);
  return g_test_run ();
}
