/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-error.h"
#include "exchange/files/dolen-file-kind.h"
#include "exchange/files/dolen-hsds-tables.h"
#include "exchange/files/dolen-office-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which files are meant, and what their source is called. */

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
stands_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* (transfer full) (nullable): in a folder that was published (dolen_publish()) the file that
 * holds everything; the others say parts of it again. */
static char *
feed_of_published (const char *folder)
{
  if (!stands_in (folder, "feed.json") || !stands_in (folder, "index.json")
      || !stands_in (folder, "services.json"))
    return NULL;
  return g_build_filename (folder, "feed.json", NULL);
}

static gboolean
add_folder (GPtrArray *files, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) here = g_ptr_array_new ();
  g_autoptr (GDir) open = g_dir_open (folder, 0, NULL);
  char *published = feed_of_published (folder);
  const char *name;

  if (published) {
    g_ptr_array_add (files, published);
    return TRUE;
  }
  if (!open) {
    /* Translators: the path of a folder. */
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, _ ("The folder %s cannot be read."), folder);
    return FALSE;
  }
  while ((name = g_dir_read_name (open)) != NULL) {
    char *path = g_build_filename (folder, name, NULL);
    if (dolen_file_is_known (name) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (here, path);
    else
      g_free (path);
  }
  g_ptr_array_sort (here, by_name);
  for (guint i = 0; i < here->len; i++)
    g_ptr_array_add (files, here->pdata[i]);
  if (here->len)
    return TRUE;
  /* Translators: the path of a folder. */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("There is no file to read in the folder %s: no JSON, no table."),
               folder);
  return FALSE;
}

/* The folder of a table that is part of a package, which is read whole; NULL for another file. */
static char *
package_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *folder = NULL;

  if (dolen_file_kind (path) == DOLEN_FILE_HSDS)
    return dolen_hsds_is_package (path) ? g_strdup (path) : NULL;
  folder = g_path_get_dirname (path);
  return dolen_hsds_table_of (name) && dolen_hsds_is_package (folder) ? g_steal_pointer (&folder)
                                                                      : NULL;
}

static gboolean
is_readable (const char *path, GError **error)
{
  g_autofree char *why = dolen_office_file_why (path);

  if (why)
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, why);
  return why == NULL;
}

static void
add_once (GPtrArray *files, const char *path)
{
  if (!g_ptr_array_find_with_equal_func (files, path, g_str_equal, NULL))
    g_ptr_array_add (files, g_strdup (path));
}

GPtrArray *
dolen_import_files (const char *const *paths, gsize n_paths, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_paths; i++) {
    g_autofree char *path = g_canonicalize_filename (paths[i], NULL);
    g_autofree char *package = package_of (path);
    if (package) {
      add_once (files, package);
    } else if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      if (!add_folder (files, path, error))
        return NULL;
    } else if (is_readable (path, error)) {
      add_once (files, path);
    } else {
      return NULL;
    }
  }
  if (files->len)
    return g_steal_pointer (&files);
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no file to import."));
  return NULL;
}

/* "services", "organizations_full", "page1": names that say what is in a file, not whose it is. */
static gboolean
says_nothing (const char *stem)
{
  static const char *const WORDS[]
      = { "service", "organi", "page",    "data",     "feed",     "export", "record",
          "items",   "index",  "content", "download", "response", "output" };

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_ascii_strncasecmp (stem, WORDS[i], strlen (WORDS[i])) == 0)
      return TRUE;
  return !g_ascii_isalpha (stem[0]);
}

/* Folders that are no feed's own. */
static gboolean
is_common_folder (const char *folder)
{
  static const GUserDirectory COMMON[]
      = { G_USER_DIRECTORY_DOWNLOAD, G_USER_DIRECTORY_DESKTOP, G_USER_DIRECTORY_DOCUMENTS };

  for (gsize i = 0; i < G_N_ELEMENTS (COMMON); i++)
    if (g_strcmp0 (g_get_user_special_dir (COMMON[i]), folder) == 0)
      return TRUE;
  return strcmp (folder, g_get_home_dir ()) == 0 || strcmp (folder, g_get_tmp_dir ()) == 0
         || strcmp (folder, "/") == 0;
}

char *
dolen_import_source_name (const char *const *paths, gsize n_paths, const char *given)
{
  g_autofree char *path = NULL, *folder = NULL, *stem = NULL;
  char *dot;

  if (given)
    return g_strdup (given);
  g_return_val_if_fail (n_paths > 0, NULL);
  path = g_canonicalize_filename (paths[0], NULL);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_path_get_basename (path);
  folder = g_path_get_dirname (path);
  stem = g_path_get_basename (path);
  dot = strrchr (stem, '.');
  if (dot && dot > stem)
    *dot = 0;
  if ((n_paths == 1 && !says_nothing (stem)) || is_common_folder (folder))
    return g_steal_pointer (&stem);
  return g_path_get_basename (folder);
}
