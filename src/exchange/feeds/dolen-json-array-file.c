/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-json-array-file.h"

struct _DolenJsonArrayFile {
  GOutputStream *stream; /* (owned) */
  gboolean any;
};

static gboolean
put (DolenJsonArrayFile *file, const char *text, GError **error)
{
  return g_output_stream_printf (file->stream, NULL, NULL, error, "%s", text);
}

DolenJsonArrayFile *
dolen_json_array_file_new (const char *path, GError **error)
{
  g_autoptr (GFile) at = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) raw = g_file_replace (
      at, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  g_autoptr (DolenJsonArrayFile) file = NULL;

  if (raw == NULL)
    return NULL;
  file = g_new0 (DolenJsonArrayFile, 1);
  file->stream = g_buffered_output_stream_new (G_OUTPUT_STREAM (raw));
  return put (file, "{\"items\":[", error) ? g_steal_pointer (&file) : NULL;
}

gboolean
dolen_json_array_file_add (DolenJsonArrayFile *file, const char *json, GError **error)
{
  gboolean first = !file->any;

  file->any = TRUE;
  return (first || put (file, ",\n", error)) && put (file, json, error);
}

gboolean
dolen_json_array_file_finish (DolenJsonArrayFile *file, GError **error)
{
  return put (file, "]}\n", error) && g_output_stream_close (file->stream, NULL, error);
}

void
dolen_json_array_file_free (DolenJsonArrayFile *file)
{
  if (file == NULL)
    return;
  g_clear_object (&file->stream);
  g_free (file);
}
