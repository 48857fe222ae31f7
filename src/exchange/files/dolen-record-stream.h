/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/dolen-json-stream.h"

G_BEGIN_DECLS

/*
 * The records of one file of any kind we read, one after the other, in the shape of HSDS: what is
 * no JSON is made into it here, so that every file comes in through the same door
 * (dolen_import_run()). Memory does not grow with the file.
 */
typedef struct _DolenRecordStream DolenRecordStream;

/** DolenRecordReader: what a kind of file has to give. @reader is its own state. */
typedef struct {
  gboolean (*next) (gpointer reader,
                    DolenJsonItem *item,
                    GCancellable *cancellable,
                    GError **error);
  const char *(*envelope) (gpointer reader, const char *key); /* (nullable) */
  goffset (*position) (gpointer reader);
  void (*free) (gpointer reader);
  const GPtrArray *(*notes) (gpointer reader);                 /* (nullable) */
  const struct _DolenCsvColumns *(*columns) (gpointer reader); /* (nullable) */
  gboolean rows; /* item.record is the row of a table, as a spreadsheet numbers it */
} DolenRecordReader;

/** dolen_record_stream_new: (transfer full): nothing is opened yet. @columns: (nullable): for a
 *  table, what its columns hold (dolen_csv_columns_recall()). */
DolenRecordStream *dolen_record_stream_new (const char *path, const char *columns);

/** dolen_record_stream_of: (transfer full): of a reader in hand, which it takes. */
DolenRecordStream *dolen_record_stream_of (const DolenRecordReader *kind, gpointer reader);
void dolen_record_stream_free (DolenRecordStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRecordStream, dolen_record_stream_free)

/** dolen_record_stream_next: as dolen_json_stream_next(). */
gboolean dolen_record_stream_next (DolenRecordStream *stream,
                                   DolenJsonItem *item,
                                   GCancellable *cancellable,
                                   GError **error);

/** dolen_record_stream_envelope: (transfer none) (nullable): as dolen_json_stream_envelope(). */
const char *dolen_record_stream_envelope (DolenRecordStream *stream, const char *key);

/** dolen_record_stream_position: bytes read; never goes back. */
goffset dolen_record_stream_position (DolenRecordStream *stream);

/** dolen_record_stream_notes: (transfer none) (nullable) (element-type DolenCsvNote): what could
 * not be read as it should in the record read last. */
const GPtrArray *dolen_record_stream_notes (DolenRecordStream *stream);

/** dolen_record_stream_columns: (transfer none) (nullable): of a table whose first row was read,
 *  what its columns are taken to hold. */
const struct _DolenCsvColumns *dolen_record_stream_columns (DolenRecordStream *stream);

/** dolen_record_stream_has_rows: whether records are rows of a table. */
gboolean dolen_record_stream_has_rows (DolenRecordStream *stream);

/** dolen_record_file_size: bytes of a file, of a folder those of the files in it; 0 where it is not
 *  there. */
goffset dolen_record_file_size (const char *path);

G_END_DECLS
