/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-folder.h"

#include "base/dolen-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MARK "x_dolen_published"

void
dolen_out_folder_mark (json_object *object)
{
  json_object_object_add (object, MARK, json_object_new_boolean (TRUE));
}

/* Whether the file says that it was written here: others have an index.json too. */
static gboolean
is_marked (const char *path)
{
  json_object *object
      = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? json_object_from_file (path) : NULL;
  json_object *mark = NULL;
  gboolean marked = json_object_is_type (object, json_type_object)
                    && json_object_object_get_ex (object, MARK, &mark)
                    && json_object_is_type (mark, json_type_boolean)
                    && json_object_get_boolean (mark);

  json_object_put (object);
  return marked;
}

gboolean
dolen_out_folder_make (const char *path, GError **error)
{
  int failed;

  if (g_mkdir_with_parents (path, 0755) == 0)
    return TRUE;
  failed = errno;
  g_set_error (error,
               G_FILE_ERROR,
               (int) g_file_error_from_errno (failed),
               /* Translators: the path of a folder, and why, in the system's words. */
               _ ("The folder %s cannot be made: %s"),
               path,
               g_strerror (failed));
  return FALSE;
}

gboolean
dolen_out_folder_prepare (const char *path, const char *marked, GError **error)
{
  g_autofree char *file = g_build_filename (path, marked, NULL);
  g_autoptr (GDir) dir = NULL;

  if (!dolen_out_folder_make (path, error))
    return FALSE;
  dir = g_dir_open (path, 0, error);
  if (dir == NULL)
    return FALSE;
  if (g_dir_read_name (dir) == NULL || is_marked (file))
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_ALLOWED,
               /* Translators: the path of a folder. */
               _ ("The folder %s holds other files; please choose an empty one."),
               path);
  return FALSE;
}
