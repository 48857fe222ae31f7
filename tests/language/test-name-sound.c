/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-name-sound.h"
#include "language/dolen-welsh.h"
#include "support/dolen-test.h"

static const char *const likeness[] = { "different", "mutated", "sound", "same" };

static void
test_pairs_are_told_apart_as_listed (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "language", "names.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    g_autofree char *a = NULL;
    g_autofree char *b = NULL;

    if (lines[i][0] == '#' || lines[i][0] == '\0')
      continue;
    g_assert_cmpuint (g_strv_length (cells), ==, 3);
    a = dolen_welsh_fold (cells[0]);
    b = dolen_welsh_fold (cells[1]);
    g_test_message ("%s, %s", cells[0], cells[1]);
    g_assert_cmpstr (likeness[dolen_name_compare (a, b)], ==, cells[2]);
    g_assert_cmpstr (likeness[dolen_name_compare (b, a)], ==, cells[2]);
    n++;
  }
  g_assert_cmpuint (n, >, 60);
}

static void
test_what_is_no_name_has_no_key (void)
{
  static const char *const none[] = { "", "-", "12" };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++) {
    g_auto (GStrv) keys = dolen_name_keys (none[i]);
    g_assert_null (keys[0]);
  }
  g_assert_cmpint (dolen_name_compare ("", ""), ==, DOLEN_NAME_DIFFERENT);
}

static void
test_letters_of_other_scripts_do_no_harm (void)
{
  g_auto (GStrv) keys = dolen_name_keys ("олена");

  g_assert_null (keys[0]);
  g_assert_cmpint (dolen_name_compare ("олена", "олена"), ==, DOLEN_NAME_SAME);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/name-sound/" #name, test_##name)
  TEST (pairs_are_told_apart_as_listed);
  TEST (what_is_no_name_has_no_key);
  TEST (letters_of_other_scripts_do_no_harm);
#undef TEST
  return g_test_run ();
}
