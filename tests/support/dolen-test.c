/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "base/dolen-paths.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static GPtrArray *folders;

static void
remove_folders (void)
{
  if (folders != NULL)
    for (guint i = 0; i < folders->len; i++)
      dolen_test_remove_tree (g_ptr_array_index (folders, i));
  g_clear_pointer (&folders, g_ptr_array_unref);
}

static void
bind_catalogues (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dolen_path_locale ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  atexit (remove_folders);
}

void
dolen_test_init (int *argc, char ***argv)
{
  bind_catalogues ();
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
}

void
dolen_test_init_with_desktop (int *argc, char ***argv)
{
  static const char *const variables[]
      = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

  bind_catalogues ();
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++) {
    g_autofree char *folder = dolen_test_folder ();
    g_setenv (variables[i], folder, TRUE);
  }
  g_test_init (argc, argv, NULL);
}

char *
dolen_test_folder (void)
{
  GError *error = NULL;
  char *path = g_dir_make_tmp ("dolen-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (folders == NULL)
    folders = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (folders, g_strdup (path));
  return path;
}

char *
dolen_test_shared (const char *relative)
{
  const char *shared = g_getenv ("DOLEN_SHARED_DIR");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "..", "data", relative, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip_printf ("the real feeds are not here: %s", relative);
  return NULL;
}

void
dolen_test_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && (dir = g_dir_open (path, 0, NULL)) != NULL)
    while ((name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *child = g_build_filename (path, name, NULL);
      dolen_test_remove_tree (child);
    }
  g_remove (path);
}

static gboolean
file_holds (const char *path, const char *needle)
{
  g_autofree char *bytes = NULL;
  gsize size = 0, n = strlen (needle);
  g_autofree gunichar2 *wide = NULL;
  glong units = 0;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return FALSE;
  for (gsize i = 0; i + n <= size; i++)
    if (g_ascii_strncasecmp (bytes + i, needle, n) == 0)
      return TRUE;
  wide = g_utf8_to_utf16 (needle, -1, NULL, &units, NULL);
  return wide != NULL && memmem (bytes, size, wide, (gsize) units * 2) != NULL;
}

char *
dolen_test_find_in_tree (const char *folder, const char *needle)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (folder, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      continue;
    if (g_file_test (child, G_FILE_TEST_IS_DIR)) {
      char *found = dolen_test_find_in_tree (child, needle);
      if (found != NULL)
        return found;
    } else if (file_holds (child, needle)) {
      return g_steal_pointer (&child);
    }
  }
  return NULL;
}
