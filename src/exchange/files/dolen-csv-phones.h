/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DolenCsvPhone: one of the telephone numbers of a cell. */
typedef struct {
  char *number; /* as it stands there */
  char *person; /* (nullable) whose it is: "Mair" */
  char *words;  /* (nullable) what else is said of it: "evenings" */
} DolenCsvPhone;

void dolen_csv_phone_free (DolenCsvPhone *phone);

/** dolen_csv_phone_is_number: whether a telephone number can be read from @text. */
gboolean dolen_csv_phone_is_number (const char *text);

/** dolen_csv_split_phones: (transfer full) (element-type DolenCsvPhone): the numbers of a cell that
 *  holds several, each with the words before or behind it; else the cell as the only one. */
GPtrArray *dolen_csv_split_phones (const char *text);

G_END_DECLS
