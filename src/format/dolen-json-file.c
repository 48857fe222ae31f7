/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-file.h"

#include "base/dolen-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_DEPTH 8

json_object *
dolen_json_file_read (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  json_tokener *tokener;
  json_object *root;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length > MAX_BYTES) {
    /* Translators: %s is the path of a file. */
    g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("%s is too large."), path);
    return NULL;
  }
  tokener = json_tokener_new_ex (MAX_DEPTH);
  json_tokener_set_flags (tokener, JSON_TOKENER_VALIDATE_UTF8);
  root = json_tokener_parse_ex (tokener, text, (int) length);
  if (!json_object_is_type (root, json_type_object)) {
    g_set_error (
        error,
        DOLEN_ERROR,
        DOLEN_ERROR_INVALID,
        /* Translators: %1$s is the path of a file, %2$lu a number; JSON is a file format. */
        _ ("%1$s is not a JSON object (byte %2$lu)."),
        path,
        (gulong) json_tokener_get_parse_end (tokener));
    g_clear_pointer (&root, json_object_put);
  }
  json_tokener_free (tokener);
  return root;
}

gboolean
dolen_json_file_write (const char *path, json_object *root, GError **error)
{
  const char *text = json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE);

  return g_file_set_contents_full (path,
                                   text,
                                   (gssize) strlen (text),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

gboolean
dolen_json_file_keep (const char *path, json_object *root, GError **error)
{
  if (json_object_object_length (root) > 0)
    return dolen_json_file_write (path, root, error);
  if (g_remove (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (
      error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  return FALSE;
}
