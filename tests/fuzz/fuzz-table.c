/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-preview.h"
#include "language/dolen-when.h"
#include "fuzz/dolen-fuzz.h"

#include <string.h>
#include <unistd.h>

/* Any file is read as a table of groups: what is read has a name, what is not says why. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
check (const DolenCsvPreview *preview)
{
  g_assert_cmpuint (preview->rows->len, <=, preview->n_rows);
  for (guint i = 0; i < preview->rows->len; i++) {
    const DolenCsvPreviewRow *row = g_ptr_array_index (preview->rows, i);
    g_autofree char *line = dolen_csv_preview_sentence (row, DOLEN_LANGUAGE_CY, "2026-11-28");

    g_assert_true (g_utf8_validate (line, -1, NULL));
    g_assert_true ((row->service == NULL) == (row->refused != NULL));
    if (row->service != NULL)
      g_assert_false (dolen_bilingual_is_empty (&row->service->name));
  }
}

/* The bytes as one text of days and times too. */
static void
read_when (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *time = dolen_when_read_time (text);

  g_assert_true (time == NULL || strlen (time) == strlen ("10:00"));
  json_object_put (dolen_when_read (text));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *name = g_strdup_printf ("dolen-fuzz-table-%d.csv", (int) getpid ());
  g_autofree char *link = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCsvColumns) columns = NULL;
  g_autoptr (DolenCsvPreview) preview = NULL;

  g_assert_true (g_file_set_contents_full (
      link, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  read_when (data, size);
  columns = dolen_csv_columns_propose (link, NULL, &error);
  g_assert_true ((columns == NULL) == (error != NULL));
  if (columns != NULL) {
    g_clear_error (&error);
    preview = dolen_csv_preview (link, columns, 20, NULL, &error);
    g_assert_true ((preview == NULL) == (error != NULL));
  }
  if (preview != NULL)
    check (preview);
  unlink (link);
  return 0;
}
