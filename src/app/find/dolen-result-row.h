/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-result-text.h"
#include "app/find/dolen-result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* DolenResultRow: a row of the results. Its lines do not wrap: rows of one list are equally high.
 */
#define DOLEN_TYPE_RESULT_ROW (dolen_result_row_get_type ())
G_DECLARE_FINAL_TYPE (DolenResultRow, dolen_result_row, DOLEN, RESULT_ROW, AdwBin)

GtkWidget *dolen_result_row_new (void);

/** dolen_result_row_show: @text in words of @finding. */
void dolen_result_row_show (DolenResultRow *self,
                            const DolenFinding *finding,
                            const DolenResultText *text);

G_END_DECLS
