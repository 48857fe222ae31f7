/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-stream.h"
#include "format/dolen-json-value.h"
#include "fuzz/dolen-fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

/* Any file is read to its end or refused; records lie in it, one behind the other. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

/* The tolerant readers of values, on what the record holds at its top. */
static void
read_values (json_object *record)
{
  json_object_object_foreach (record, key, value)
  {
    g_autofree char *text = dolen_json_text (value);
    g_autofree char *line = dolen_json_get_line (record, key);
    double number = 0;

    g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    g_assert_true (line == NULL || g_utf8_validate (line, -1, NULL));
    dolen_json_number (value, &number);
    g_assert_cmpint (dolen_json_get_int (record, key), >=, -1);
    g_assert_cmpint (dolen_json_pence (value), >=, -1);
    dolen_json_get_flag (record, key);
    for (guint i = 0; i < dolen_json_length (value); i++)
      dolen_json_at (value, i);
  }
}

static void
read_all (DolenJsonStream *stream, gsize size)
{
  DolenJsonItem item;
  goffset behind = 0;
  guint64 records = 0;

  do {
    g_autoptr (GError) error = NULL;

    if (!dolen_json_stream_next (stream, &item, NULL, &error)) {
      g_assert_nonnull (error);
      return;
    }
    g_assert_no_error (error);
    if (item.kind == DOLEN_JSON_END)
      return;
    g_assert_cmpuint (item.record, ==, ++records);
    g_assert_cmpint (item.byte, >=, behind);
    behind = item.byte + (goffset) item.length;
    g_assert_cmpint (behind, <=, (goffset) size);
    if (item.kind == DOLEN_JSON_RECORD) {
      g_assert_true (json_object_is_type (item.value, json_type_object));
      read_values (item.value);
    } else {
      g_assert_nonnull (item.refused);
    }
    dolen_json_stream_envelope (stream, "total_items");
  } while (TRUE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("feed", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  const char *paths[] = { path };
  DolenJsonStream *stream;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  stream = dolen_json_stream_new (paths, 1);
  read_all (stream, size);
  dolen_json_stream_free (stream);
  close (fd);
  return 0;
}
