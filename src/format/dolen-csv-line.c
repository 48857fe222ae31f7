/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-csv-line.h"

#include <csv.h>
#include <string.h>

void
dolen_csv_add_line (GString *csv, const char *const *fields, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    gsize length = strlen (fields[i]);
    gsize most = 2 * length + 2;
    g_autofree char *quoted = g_malloc (most);

    g_string_append_len (csv, quoted, (gssize) csv_write (quoted, most, fields[i], length));
    g_string_append (csv, i + 1 < n ? "," : "\r\n");
  }
}
