/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-file.h"

#include <string.h>

struct _DolenOutFile {
  GOutputStream *stream; /* (owned) */
  gboolean finished;
};

DolenOutFile *
dolen_out_file_new (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) bare
             = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  DolenOutFile *out;

  if (bare == NULL)
    return NULL;
  out = g_new0 (DolenOutFile, 1);
  out->stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (bare), 64 * 1024);
  return out;
}

/* A stream closed by a cancelled call leaves the former file (g_file_replace()). */
void
dolen_out_file_free (DolenOutFile *file)
{
  g_autoptr (GCancellable) abandon = g_cancellable_new ();

  if (file == NULL)
    return;
  if (!file->finished) {
    g_cancellable_cancel (abandon);
    g_output_stream_close (file->stream, abandon, NULL);
  }
  g_object_unref (file->stream);
  g_free (file);
}

gboolean
dolen_out_file_add (DolenOutFile *file, const char *text, GError **error)
{
  return g_output_stream_write_all (file->stream, text, strlen (text), NULL, NULL, error);
}

gboolean
dolen_out_file_add_json (DolenOutFile *file, json_object *value, GError **error)
{
  return dolen_out_file_add (file,
                             json_object_to_json_string_ext (
                                 value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE),
                             error);
}

gboolean
dolen_out_file_finish (DolenOutFile *file, GError **error)
{
  file->finished = g_output_stream_close (file->stream, NULL, error);
  return file->finished;
}

gboolean
dolen_out_file_write (const char *path, const char *text, GError **error)
{
  g_autoptr (DolenOutFile) file = dolen_out_file_new (path, error);

  return file != NULL && dolen_out_file_add (file, text, error)
         && dolen_out_file_finish (file, error);
}
