/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * Reads the records of feeds one after the other, from one file or several. A file may be a bare
 * array, one record, records line after line (NDJSON), or an array inside an envelope; which of
 * them is found out here. Memory does not grow with the file: 64 kB and the record in hand.
 *
 * Broken files (not UTF-8, cut short, brackets or commas that do not fit, nested too deep) end the
 * reading with an error that names file, record and byte. A record that is merely too large is
 * refused by name and the next one read.
 */
typedef struct _DolenJsonStream DolenJsonStream;

#define DOLEN_JSON_RECORD_BYTES (8 * 1024 * 1024)
/* A record of a few bytes a value would unfold to hundreds of megabytes (measured: 400 B each). */
#define DOLEN_JSON_RECORD_VALUES 100000
#define DOLEN_JSON_DEPTH 64

typedef enum {
  DOLEN_JSON_END,     /* no more */
  DOLEN_JSON_RECORD,  /* a record */
  DOLEN_JSON_REFUSED, /* a record that cannot be read: see .refused */
} DolenJsonItemKind;

/** DolenJsonItem: one record and its place; all of it belongs to the stream until the next call. */
typedef struct {
  DolenJsonItemKind kind;
  const char *path;      /* the file, as it was given */
  guint64 record;        /* 1 is the first of the file */
  goffset byte;          /* where in the file it begins */
  gsize length;          /* bytes it takes there */
  const char *container; /* (nullable): the key of the array it stands in ("contents") */
  json_object *value;    /* RECORD: always an object */
  guint repeated_keys;   /* keys that stood twice in one object; the last one counts */
  const GError *refused; /* REFUSED: why (DOLEN_ERROR_TOO_LARGE, _INVALID) */
} DolenJsonItem;

/** dolen_json_stream_new: (transfer full): reads @paths in this order; nothing is opened yet. */
DolenJsonStream *dolen_json_stream_new (const char *const *paths, gsize n_paths);
void dolen_json_stream_free (DolenJsonStream *stream);

/**
 * dolen_json_stream_next:
 * @item: (out caller-allocates)
 * @cancellable: (nullable)
 * @error: DOLEN_ERROR_INVALID, _ENCODING, _TOO_LARGE (depth), _CANNOT_OPEN, G_IO_ERROR_CANCELLED
 *
 * Returns: FALSE on an error; the stream is of no further use then. At the end TRUE and END.
 */
gboolean dolen_json_stream_next (DolenJsonStream *stream,
                                 DolenJsonItem *item,
                                 GCancellable *cancellable,
                                 GError **error);

/** dolen_json_stream_envelope: (transfer none) (nullable): a text or number that stood beside the
 *  records in the envelope of the present or last file (@key as there or in any other spelling);
 *  what stands behind the records is known only when they have been read. */
const char *dolen_json_stream_envelope (DolenJsonStream *stream, const char *key);

/** dolen_json_stream_position: bytes read over all files; never goes back. */
goffset dolen_json_stream_position (DolenJsonStream *stream);

/** dolen_json_stream_size: bytes of all files together; those that are not there count 0. */
goffset dolen_json_stream_size (DolenJsonStream *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenJsonStream, dolen_json_stream_free)

G_END_DECLS
