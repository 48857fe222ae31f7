/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_csv_add_line: adds a line of a CSV file (RFC 4180): every field quoted, CR LF at the end.
 */
void dolen_csv_add_line (GString *csv, const char *const *fields, gsize n);

G_END_DECLS
