/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-csv-reader.h"
#include "fuzz/dolen-fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

/* Any file is read to its end or refused; rows are numbered upwards, cells are UTF-8. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
read_all (DolenCsvReader *reader)
{
  guint64 number = 0;
  DolenCsvRow row;

  do {
    g_autoptr (GError) error = NULL;

    if (!dolen_csv_reader_next (reader, &row, NULL, &error)) {
      g_assert_nonnull (error);
      return;
    }
    g_assert_no_error (error);
    g_assert_true (row.n == 0 || row.number > number);
    number = row.n ? row.number : number;
    g_assert_cmpuint (row.n, <=, DOLEN_CSV_COLUMNS);
    for (guint i = 0; i < row.n; i++)
      g_assert_true (g_utf8_validate (row.cells[i], -1, NULL));
  } while (row.n > 0 || row.refused != NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("table", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GError) error = NULL;
  DolenCsvReader *reader;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  reader = dolen_csv_reader_new (path, NULL, &error);
  g_assert_true ((reader == NULL) == (error != NULL));
  if (reader != NULL)
    read_all (reader);
  dolen_csv_reader_free (reader);
  close (fd);
  return 0;
}
