/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-find-filters.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenChipRow: what is asked, a chip each with a cross, and a button that puts things back.
 * Signals: "remove" (DolenFilterChip *): its cross was clicked; "reset" ().
 */
#define DOLEN_TYPE_CHIP_ROW (dolen_chip_row_get_type ())
G_DECLARE_FINAL_TYPE (DolenChipRow, dolen_chip_row, DOLEN, CHIP_ROW, AdwBin)

/** dolen_chip_row_show: @chips: (transfer full) (element-type DolenFilterChip); @reset: (nullable):
 *  what the button says; NULL: none. Hidden where there is nothing to show. */
void dolen_chip_row_show (DolenChipRow *self, GPtrArray *chips, const char *reset);

G_END_DECLS
