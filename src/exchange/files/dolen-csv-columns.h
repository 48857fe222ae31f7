/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-csv-fields.h"
#include "format/dolen-csv-reader.h"

G_BEGIN_DECLS

/*
 * Which column of a table holds what. It is proposed by the headings, changed by whoever imports,
 * and remembered by heading for the source, so that next month's file needs no second look.
 */

typedef struct {
  char *heading; /* as it stands there; "" where nothing does */
  char *example; /* (nullable): the first that stands beneath it, on one line */
  DolenCsvField field;
} DolenCsvColumn;

typedef struct _DolenCsvColumns {
  GPtrArray *columns; /* of DolenCsvColumn */
  gboolean own;       /* it is the spreadsheet that a Dolen exports */
  guint64 row;        /* number of the row of headings; what stands above it is no data */
} DolenCsvColumns;

void dolen_csv_columns_free (DolenCsvColumns *columns);
DolenCsvColumns *dolen_csv_columns_copy (const DolenCsvColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCsvColumns, dolen_csv_columns_free)

/**
 * dolen_csv_columns_propose:
 * @error: of the reader; DOLEN_ERROR_INVALID where there is no row of headings
 *
 * The row of headings is that of the first ten which says most.
 */
DolenCsvColumns *
dolen_csv_columns_propose (const char *path, GCancellable *cancellable, GError **error);

/** dolen_csv_columns_get: (transfer none): a column by its place. */
DolenCsvColumn *dolen_csv_columns_get (const DolenCsvColumns *columns, guint index);

/** dolen_csv_columns_set: @index holds @field now; where only one column may, the other that did is
 *  left out. */
void dolen_csv_columns_set (DolenCsvColumns *columns, guint index, DolenCsvField field);

/** dolen_csv_columns_map: "Heading=field" or "3=field" (the third column). @error:
 *  DOLEN_ERROR_INVALID, names the column or field that there is not. */
gboolean dolen_csv_columns_map (DolenCsvColumns *columns, const char *text, GError **error);

/** dolen_csv_columns_has_name: whether anything says what a row is called. */
gboolean dolen_csv_columns_has_name (const DolenCsvColumns *columns);

/** dolen_csv_columns_to_json: (transfer full): {"Heading": "field" ...}, all columns; one without a
 *  heading of its own by its place ("#3"). */
char *dolen_csv_columns_to_json (const DolenCsvColumns *columns);

/** dolen_csv_columns_recall: what was remembered of the headings that are still there. @json:
 *  (nullable): of dolen_csv_columns_to_json(); what is no such thing says nothing. */
void dolen_csv_columns_recall (DolenCsvColumns *columns, const char *json);

/** dolen_csv_columns_of_settings: (transfer full) (nullable): what a source's settings (nullable)
 *  remember, for dolen_csv_columns_recall(). */
char *dolen_csv_columns_of_settings (const char *settings);

/** dolen_csv_columns_into_settings: (transfer full): @settings (nullable) with @json in them. */
char *dolen_csv_columns_into_settings (const char *settings, const char *json);

G_END_DECLS
