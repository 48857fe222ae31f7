/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The rows of a table in a text file (libcsv), one after the other, as spreadsheets save them:
 * separated by commas, semicolons, tabs or bars; in UTF-8 or UTF-16 with or without a byte order
 * mark, or in Windows-1252; texts with line breaks in quotation marks. Which of them is found out.
 * Memory does not grow with the file.
 */
typedef struct _DolenCsvReader DolenCsvReader;

/* A row longer than this has lost its closing quotation mark. */
#define DOLEN_CSV_ROW_BYTES (8 * 1024 * 1024)
#define DOLEN_CSV_COLUMNS 1000

/** DolenCsvRow: all of it belongs to the reader until the next call. */
typedef struct {
  guint64 number;      /* as a spreadsheet numbers it: 1 is the first of the file */
  guint n;             /* cells; 0 at the end of the file */
  const char **cells;  /* valid UTF-8, as they stand there; "" where nothing does */
  const char *refused; /* (nullable): why the row cannot be read; it has no cells then */
} DolenCsvRow;

/**
 * dolen_csv_reader_new:
 * @error: DOLEN_ERROR_CANNOT_OPEN, _ENCODING (zero bytes that are no UTF-16), G_IO_ERROR_CANCELLED
 *
 * Reads the file once to see how it is written. An empty file is a table without rows.
 */
DolenCsvReader *dolen_csv_reader_new (const char *path, GCancellable *cancellable, GError **error);
void dolen_csv_reader_free (DolenCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCsvReader, dolen_csv_reader_free)

/**
 * dolen_csv_reader_next:
 * @error: DOLEN_ERROR_INVALID (a quotation mark is not closed; file and row named), _TOO_LARGE,
 *   _ENCODING, G_IO_ERROR_CANCELLED
 *
 * Blank lines are counted and stepped over. Returns: FALSE on an error; the reader is of no further
 * use then. At the end TRUE and @row->n is 0 without a reason.
 */
gboolean dolen_csv_reader_next (DolenCsvReader *reader,
                                DolenCsvRow *row,
                                GCancellable *cancellable,
                                GError **error);

/** dolen_csv_reader_position: bytes of the file read so far. */
goffset dolen_csv_reader_position (DolenCsvReader *reader);

/** dolen_csv_reader_charset: static: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252". */
const char *dolen_csv_reader_charset (DolenCsvReader *reader);

/** dolen_csv_reader_delimiter: what separates the cells. */
char dolen_csv_reader_delimiter (DolenCsvReader *reader);

G_END_DECLS
