/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-csv-reader.h"

#include "base/dolen-error.h"
#include "support/dolen-test.h"

#include <string.h>

static char *
write_bytes (const char *bytes, gssize n)
{
  static int number;
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *name = g_strdup_printf ("made %d.csv", number++);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, n, NULL));
  return path;
}

static DolenCsvReader *
open_bytes (const char *bytes, gssize n)
{
  g_autofree char *path = write_bytes (bytes, n);
  g_autoptr (GError) error = NULL;
  DolenCsvReader *reader = dolen_csv_reader_new (path, NULL, &error);

  g_assert_no_error (error);
  return reader;
}

/* All rows as "1:a|b 3:c|d". */
static char *
read_all (DolenCsvReader *reader, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  DolenCsvRow row;

  while (dolen_csv_reader_next (reader, &row, NULL, error)) {
    if (row.n == 0 && row.refused == NULL)
      return g_string_free (g_steal_pointer (&all), FALSE);
    g_string_append_printf (all, "%s%u:", all->len ? " " : "", (guint) row.number);
    if (row.refused != NULL)
      g_string_append (all, "refused");
    for (guint i = 0; i < row.n; i++)
      g_string_append_printf (all, "%s%s", i ? "|" : "", row.cells[i]);
  }
  return NULL;
}

static void
assert_rows (const char *bytes, gssize n, char delimiter, const char *charset, const char *rows)
{
  g_autoptr (DolenCsvReader) reader = open_bytes (bytes, n);
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (reader, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, rows);
  g_assert_cmpint (dolen_csv_reader_delimiter (reader), ==, delimiter);
  g_assert_cmpstr (dolen_csv_reader_charset (reader), ==, charset);
}

static void
separators_are_found_out (void)
{
  assert_rows ("a,b,c\n1,2,3\n", -1, ',', "UTF-8", "1:a|b|c 2:1|2|3");
  assert_rows ("a;b\n\"x, y, z\";2\nu, v;3\n", -1, ';', "UTF-8", "1:a|b 2:x, y, z|2 3:u, v|3");
  assert_rows ("a\tb\n1\t\n", -1, '\t', "UTF-8", "1:a|b 2:1|");
  assert_rows ("sep=;\r\na,b;c\r\n", -1, ';', "UTF-8", "2:a,b|c");
  assert_rows ("alone\none\n", -1, ',', "UTF-8", "1:alone 2:one");
}

static void
encodings_are_found_out (void)
{
  static const char LITTLE[] = "\xff\xfe"
                               "a\0,\0w\0"
                               "\x75\x01"
                               "\n\0";
  static const char BIG[] = "\xfe\xff"
                            "\0a\0,\0w"
                            "\x01\x75"
                            "\0\n";
  static const char NO_MARK[] = "a\0,\0b\0\n\0"
                                "c\0,\0d\0\n\0";

  assert_rows ("\xef\xbb\xbf"
               "a,ŵ\n",
               -1,
               ',',
               "UTF-8",
               "1:a|ŵ");
  assert_rows (LITTLE, sizeof LITTLE - 1, ',', "UTF-16LE", "1:a|wŵ");
  assert_rows (BIG, sizeof BIG - 1, ',', "UTF-16BE", "1:a|wŵ");
  assert_rows (NO_MARK, sizeof NO_MARK - 1, ',', "UTF-16LE", "1:a|b 2:c|d");
  assert_rows ("caf\xe9,\x80"
               "3\n",
               -1,
               ',',
               "WINDOWS-1252",
               "1:café|€3");
  /* A character cut between two chunks of the first reading. */
  {
    g_autoptr (GString) long_one = g_string_new (NULL);
    g_autoptr (DolenCsvReader) reader = NULL;
    while (long_one->len < 65535)
      g_string_append_c (long_one, 'x');
    g_string_append (long_one, "ŵ,b\n");
    reader = open_bytes (long_one->str, -1);
    g_assert_cmpstr (dolen_csv_reader_charset (reader), ==, "UTF-8");
  }
}

/* Numbers are those a spreadsheet shows. */
static void
rows_are_numbered_as_in_a_spreadsheet (void)
{
  assert_rows (
      "a,b\r\n\r\n\"one\r\ntwo\",2\r\n3,4", -1, ',', "UTF-8", "1:a|b 3:one\r\ntwo|2 4:3|4");
  assert_rows ("a,b\rc,d\r", -1, ',', "UTF-8", "1:a|b 2:c|d");
  assert_rows ("\n\na,\"say \"\"so\"\"\"\n", -1, ',', "UTF-8", "3:a|say \"so\"");
  assert_rows ("", 0, ',', "UTF-8", "");
}

static void
assert_fails (const char *bytes, gssize n, int code, const char *where)
{
  g_autofree char *path = write_bytes (bytes, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCsvReader) reader = dolen_csv_reader_new (path, NULL, &error);
  g_autofree char *all = reader ? read_all (reader, &error) : NULL;

  g_assert_null (all);
  g_assert_error (error, DOLEN_ERROR, code);
  g_assert_nonnull (strstr (error->message, where));
}

static void
broken_files_are_refused_by_row (void)
{
  static const char ZEROS[] = "a\0\0b,\0\0c\n";
  g_autoptr (GString) endless = g_string_new ("a,b\n1,\"");
  g_autoptr (GError) error = NULL;

  assert_fails ("a,b\n1,2\n3,\"never closed\n4,5\n", -1, DOLEN_ERROR_INVALID, "row 3");
  assert_fails (ZEROS, sizeof ZEROS - 1, DOLEN_ERROR_ENCODING, "zero");
  while (endless->len < DOLEN_CSV_ROW_BYTES + 100)
    g_string_append (endless, "and so on, line by line\n");
  assert_fails (endless->str, (gssize) endless->len, DOLEN_ERROR_TOO_LARGE, "row 2");
  g_assert_null (dolen_csv_reader_new ("/nowhere/at all.csv", NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN);
}

static void
too_wide_a_row_is_refused_alone (void)
{
  g_autoptr (GString) wide = g_string_new ("a,b\n");

  for (int i = 0; i < DOLEN_CSV_COLUMNS + 1; i++)
    g_string_append (wide, "x,");
  g_string_append (wide, "\n1,2\n");
  assert_rows (wide->str, -1, ',', "UTF-8", "1:a|b 2:refused 3:1|2");
}

/* A line end that is cut between two chunks is one line end. */
static void
chunks_do_not_count (void)
{
  for (gsize length = 65530; length < 65540; length++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (DolenCsvReader) reader = NULL;
    g_autoptr (GError) error = NULL;
    DolenCsvRow row;

    while (text->len < length)
      g_string_append_c (text, 'x');
    g_string_append (text, "\r\na,b\r\n");
    reader = open_bytes (text->str, -1);
    g_assert_true (dolen_csv_reader_next (reader, &row, NULL, &error));
    g_assert_cmpuint (strlen (row.cells[0]), ==, length);
    g_assert_true (dolen_csv_reader_next (reader, &row, NULL, &error));
    g_assert_cmpuint (row.number, ==, 2);
    g_assert_cmpuint (row.n, ==, 2);
    g_assert_true (dolen_csv_reader_next (reader, &row, NULL, &error));
    g_assert_cmpuint (row.n, ==, 0);
    g_assert_no_error (error);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/format/csv-reader/" name, function)
  ADD ("separators are found out", separators_are_found_out);
  ADD ("encodings are found out", encodings_are_found_out);
  ADD ("rows are numbered as in a spreadsheet", rows_are_numbered_as_in_a_spreadsheet);
  ADD ("broken files are refused by row", broken_files_are_refused_by_row);
  ADD ("too wide a row is refused alone", too_wide_a_row_is_refused_alone);
  ADD ("chunks do not count", chunks_do_not_count);
  return g_test_run ();
}
