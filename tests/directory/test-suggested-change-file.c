/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/keeping/dolen-suggested-change.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file of suggested changes that is none, or in part. */

#define ID "\"id\":\"6f1e7a0e-6d1f-4a8f-9a43-0e0f4a1c2b3d\""
#define CHANGE                                                                                     \
  "{" ID ",\"kind\":\"service\",\"record\":\"r\",\"field\":\"phone\",\"value\":\"1\","             \
  "\"on\":\"2026-05-04\"}"
#define FILE_OF(changes) "{\"dolen\":\"suggested-changes\",\"version\":1,\"changes\":[" changes "]}"

static void
test_files_that_are_none (void)
{
  static const struct {
    const char *text;
    DolenError code;
  } cases[] = {
    { "", DOLEN_ERROR_INVALID },
    { "[]", DOLEN_ERROR_INVALID },
    { "{\"dolen\":\"suggested-changes\"}", DOLEN_ERROR_INVALID },
    { "{\"dolen\":\"something\",\"changes\":[]}", DOLEN_ERROR_INVALID },
    { "{\"dolen\":\"suggested-changes\",\"version\":1,\"changes\":[", DOLEN_ERROR_INVALID },
    { "{\"dolen\":\"suggested-changes\",\"version\":2,\"changes\":[]}", DOLEN_ERROR_TOO_NEW },
    { "\xff\xfe{", DOLEN_ERROR_ENCODING },
    { "{\"a\":[[[[[[[[[[[[[[]]]]]]]]]]]]]]}", DOLEN_ERROR_INVALID },
  };
  g_autoptr (GString) many = g_string_new ("{\"dolen\":\"suggested-changes\",\"changes\":[0");
  g_autofree char *large = g_strnfill (DOLEN_SUGGESTED_MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_null (dolen_suggested_changes_parse (cases[i].text, -1, NULL, &error));
    g_assert_error (error, DOLEN_ERROR, (int) cases[i].code);
    g_clear_error (&error);
  }
  for (guint i = 0; i < DOLEN_SUGGESTED_MAX_CHANGES; i++)
    g_string_append (many, ",0");
  g_string_append (many, "]}");
  g_assert_null (dolen_suggested_changes_parse (many->str, -1, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (dolen_suggested_changes_parse (large, -1, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
}

static void
assert_not_read (const char *path, DolenError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dolen_suggested_changes_read (path, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, (int) code);
}

/* A file without an end, or one that waits for somebody, is not begun. */
static void
test_only_a_file_of_its_size_is_read (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "large.json", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe.json", NULL);
  g_autofree char *none = g_build_filename (folder, "none.json", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 31), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_not_read (path, DOLEN_ERROR_TOO_LARGE);
  assert_not_read (pipe_path, DOLEN_ERROR_CANNOT_OPEN);
  assert_not_read (folder, DOLEN_ERROR_CANNOT_OPEN);
  assert_not_read (none, DOLEN_ERROR_CANNOT_OPEN);
  assert_not_read ("/dev/zero", DOLEN_ERROR_CANNOT_OPEN);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_not_read (path, DOLEN_ERROR_INVALID);
}

static void
test_a_change_that_is_none_is_named (void)
{
  static const char *const spoiled[] = {
    "7",
    "{\"id\":\"1\",\"kind\":\"service\",\"record\":\"r\",\"field\":\"phone\",\"on\":\"2026-05-04\"}",
    "{" ID ",\"kind\":\"person\",\"record\":\"r\",\"field\":\"phone\",\"on\":\"2026-05-04\"}",
    "{" ID ",\"kind\":\"service\",\"field\":\"phone\",\"on\":\"2026-05-04\"}",
    "{" ID ",\"kind\":\"service\",\"record\":\"r\",\"field\":\"nhs\",\"on\":\"2026-05-04\"}",
    "{" ID ",\"kind\":\"service\",\"record\":\"r\",\"field\":\"phone\",\"on\":\"May\"}",
    "{" ID ",\"kind\":\"service\",\"record\":\"r\",\"field\":\"phone\",\"value\":[1],"
    "\"on\":\"2026-05-04\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoiled); i++) {
    g_autofree char *text = g_strdup_printf (FILE_OF (CHANGE ",%s"), spoiled[i]);
    g_auto (GStrv) wrong = NULL;
    g_autoptr (GPtrArray) read = dolen_suggested_changes_parse (text, -1, &wrong, NULL);

    g_test_message ("%s", spoiled[i]);
    g_assert_cmpuint (read->len, ==, 1);
    g_assert_cmpuint (g_strv_length (wrong), ==, 1);
    g_assert_true (g_str_has_prefix (wrong[0], "Change 2 is left out. "));
  }
}

/* Whoever reads it sees groups called as everywhere else in the window. */
static void
test_a_group_is_called_as_in_the_window (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autofree char *uid = keeping_add (dir, "Band", NULL, KEEPING_TODAY);
  g_autoptr (DolenService) band = dolen_directory_get_service (dir, uid, NULL);
  g_autoptr (DolenSuggestedChange) change = NULL;
  g_autoptr (GError) error = NULL;

  dolen_bilingual_load (&band->name, "Band", DOLEN_TEXT_GIVEN, "Seindorf", DOLEN_TEXT_GIVEN);
  samples_save (dir, band);
  change = dolen_suggested_change_new (
      dir, "service", uid, "phone", "01970 123456", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (change->name, ==, "Band");
  dolen_language_switch (DOLEN_LANGUAGE_CY);
  dolen_suggested_change_look (dir, change, NULL, &error);
  dolen_language_switch (DOLEN_LANGUAGE_EN);
  g_assert_no_error (error);
  g_assert_cmpstr (change->name, ==, "Seindorf");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
  g_test_add_func ("/directory/suggested-change-file/size", test_only_a_file_of_its_size_is_read);
  g_test_add_func ("/directory/suggested-change-file/no-file", test_files_that_are_none);
  g_test_add_func ("/directory/suggested-change-file/named", test_a_change_that_is_none_is_named);
  g_test_add_func ("/directory/suggested-change-file/called",
                   test_a_group_is_called_as_in_the_window);
  return g_test_run ();
}
