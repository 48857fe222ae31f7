/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-office-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* An archive holds the names of its parts as they are; those of Microsoft that are none are old. */
#define LOOK_AT 4096

static const struct {
  const char *ending;
  const char *within; /* (nullable) what stands in its beginning, whatever it is called */
  const char *program;
  gboolean table;
} KINDS[] = {
  { ".xlsx", "xl/", "Excel", TRUE },
  { ".xlsm", NULL, "Excel", TRUE },
  { ".xls", NULL, "Excel", TRUE },
  { ".ods", "opendocument.spreadsheet", "LibreOffice", TRUE },
  { ".numbers", NULL, "Numbers", TRUE },
  { ".docx", "word/", "Word", FALSE },
  { ".doc", NULL, "Word", FALSE },
  { ".odt", "opendocument.text", "LibreOffice", FALSE },
};

static gsize
read_beginning (const char *path, char *bytes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  gsize read = 0;

  if (stream)
    g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, LOOK_AT, &read, NULL, NULL);
  return read;
}

static gboolean
holds (const char *bytes, gsize length, const char *text)
{
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, text, n) == 0)
      return TRUE;
  return FALSE;
}

/* -1: none */
static int
kind_of (const char *path, const char *bytes, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (int i = 0; i < (int) G_N_ELEMENTS (KINDS); i++)
    if (g_str_has_suffix (lower, KINDS[i].ending))
      return i;
  for (int i = 0; i < (int) G_N_ELEMENTS (KINDS); i++)
    if (KINDS[i].within && holds (bytes, length, KINDS[i].within))
      return i;
  return -1;
}

char *
dolen_office_file_why (const char *path)
{
  char bytes[LOOK_AT];
  gsize length = read_beginning (path, bytes);
  g_autofree char *name = g_path_get_basename (path);
  gboolean archive = length > 4 && memcmp (bytes, "PK\3\4", 4) == 0;
  int kind;

  if (!archive && !(length > 4 && memcmp (bytes, "\xd0\xcf\x11\xe0", 4) == 0))
    return NULL;
  kind = kind_of (path, bytes, length);
  if (kind < 0)
    return NULL;
  if (!KINDS[kind].table)
    /* Translators: name of a file, name of a program such as Word. */
    return g_strdup_printf (
        _ ("“%1$s” is a document of the program %2$s, and no table. Put what is "
           "in it into a spreadsheet, save that as CSV and read the CSV file."),
        name,
        KINDS[kind].program);
  /* Translators: name of a file, name of a program such as Excel. */
  return g_strdup_printf (
      _ ("“%1$s” is a spreadsheet of the program %2$s. Open it there, save it as "
         "CSV and read the CSV file."),
      name,
      KINDS[kind].program);
}
