/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "exchange/files/dolen-csv-columns.h"

G_BEGIN_DECLS

/*
 * A table before it comes in: what its columns are taken to hold, and its first rows as they would
 * be read with that.
 */

/** dolen_csv_first_table: (transfer full) (nullable): the first of @paths (NULL-terminated), and of
 *  the files in those that are folders, that is a flat table; NULL where there is none. */
char *dolen_csv_first_table (const char *const *paths);

/**
 * dolen_csv_columns_find:
 * @source_name: (nullable): as in DolenImportOptions
 *
 * Returns: (transfer full): the columns of the first table among @paths, as the source remembers
 * them, else as the headings say; @error: of the reader; DOLEN_ERROR_INVALID where none is a table
 */
DolenCsvColumns *dolen_csv_columns_find (DolenDirectory *directory,
                                         const char *source_name,
                                         const char *const *paths,
                                         GCancellable *cancellable,
                                         GError **error);

/** DolenCsvPreviewRow: one row as it would be read. */
typedef struct {
  guint64 number;
  DolenService *service;        /* (owned) (nullable) */
  DolenBilingual *organisation; /* (owned) (nullable): its name */
  GPtrArray *notes;             /* of DolenCsvNote */
  char *refused;                /* (nullable): why it would be left out */
} DolenCsvPreviewRow;

void dolen_csv_preview_row_free (DolenCsvPreviewRow *row);

/** DolenCsvPreview: the first rows, and what the whole table holds. */
typedef struct {
  GPtrArray *rows;     /* of DolenCsvPreviewRow: the first */
  GPtrArray *problems; /* of DolenCsvPreviewRow: of the whole table those with notes or refused, at
                          most DOLEN_CSV_PROBLEMS; their service is not kept */
  guint n_rows;        /* of the whole table that say something */
  guint n_refused, n_noted;
} DolenCsvPreview;

#define DOLEN_CSV_PROBLEMS 200

void dolen_csv_preview_free (DolenCsvPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCsvPreview, dolen_csv_preview_free)

/** dolen_csv_preview: @first: how many rows are read in full. @error: of the reader. */
DolenCsvPreview *dolen_csv_preview (const char *path,
                                    const DolenCsvColumns *columns,
                                    guint first,
                                    GCancellable *cancellable,
                                    GError **error);

/** dolen_csv_preview_sentence: (transfer full): where and when a row's group meets and what it
 *  costs, in one line; "" where nothing is known. */
char *dolen_csv_preview_sentence (const DolenCsvPreviewRow *row,
                                  DolenLanguage language,
                                  const char *today);

G_END_DECLS
