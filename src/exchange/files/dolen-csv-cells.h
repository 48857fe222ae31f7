/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-csv-columns.h"
#include "exchange/files/dolen-csv-record.h"

G_BEGIN_DECLS

/** DolenCsvCells: the cells of one row that is being read, by what their columns hold. */
typedef struct {
  const DolenCsvColumns *columns;
  const DolenCsvRow *row;
  GPtrArray *notes; /* (nullable) of DolenCsvNote */
} DolenCsvCells;

/** dolen_csv_cells_next: (transfer full) (nullable): the cells of a field that say something, one
 *  after the other. @at: (inout): 0 to begin with; the column is *@at - 1. */
char *dolen_csv_cells_next (const DolenCsvCells *row, DolenCsvField field, guint *at);

/** dolen_csv_cells_first: (transfer full) (nullable) */
char *dolen_csv_cells_first (const DolenCsvCells *row, DolenCsvField field);

/** dolen_csv_cells_join: (transfer full) (nullable): all cells of a field, @between them. */
char *dolen_csv_cells_join (const DolenCsvCells *row, DolenCsvField field, const char *between);

/** dolen_csv_cells_note: notes what is wrong with the cell of a column. */
void dolen_csv_cells_note (const DolenCsvCells *row, guint column, const char *why);

G_END_DECLS
