/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a table in a text file is written: dolen-csv-reader's own. */
typedef struct {
  const char *charset; /* static: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" */
  gsize mark;          /* bytes of a byte order mark */
  char delimiter;
  gboolean hint; /* the first line is Excel's "sep=;" */
} DolenCsvForm;

/** dolen_csv_form_find_charset: @input: at its start, read to its end. @error:
 * DOLEN_ERROR_ENCODING, of GIO. */
gboolean dolen_csv_form_find_charset (DolenCsvForm *form,
                                      GInputStream *input,
                                      GCancellable *cancellable,
                                      GError **error);

/** dolen_csv_form_find_delimiter: by the first rows. @text: @length bytes, decoded. */
void dolen_csv_form_find_delimiter (DolenCsvForm *form, const char *text, gsize length);

G_END_DECLS
