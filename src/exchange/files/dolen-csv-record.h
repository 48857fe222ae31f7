/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-csv-columns.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/** DolenCsvNote: what could not be read as what the column says; it is kept as a text where there
 *  is a place for one. */
typedef struct {
  guint column;  /* by its place */
  char *heading; /* of the column */
  char *why;     /* a sentence */
} DolenCsvNote;

/** dolen_csv_is_sum: whether a row is the sum of a table and no group: "Total" or "Cyfanswm" where
 *  a name would stand, or nothing but numbers. */
gboolean dolen_csv_is_sum (const DolenCsvColumns *columns, const DolenCsvRow *row);

void dolen_csv_note_free (DolenCsvNote *note);

/**
 * dolen_csv_record_new:
 * @notes: (nullable) (element-type DolenCsvNote): notes are added
 *
 * One row as a record in the form of HSDS (a service at a location). Its id is that of the column
 * for it, else made of name, organisation and postcode (of several groups that have the same:
 * dolen-rows-apart.h): rows that have the same are one service with the times of all of them.
 *
 * Returns: (transfer full) (nullable): NULL for a row that says nothing
 */
json_object *
dolen_csv_record_new (const DolenCsvColumns *columns, const DolenCsvRow *row, GPtrArray *notes);

G_END_DECLS
