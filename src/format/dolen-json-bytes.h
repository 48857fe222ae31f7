/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The bytes of one JSON file, 64 kB at a time, checked to be UTF-8 as they come, and the small
 * bracket scanner that steps over a value or copies it without holding more of the file. It knows
 * where values end, not whether they are right inside: what is copied json-c checks; what is
 * stepped over is never used.
 */
typedef struct {
  char *path;
  int fd;
  guint64 record; /* for messages: the record being read, 0 before the first */
  char *buffer;
  gsize at;             /* next byte to read */
  gsize valid;          /* bytes of the buffer known to be UTF-8 */
  gsize filled;         /* bytes of the buffer read; a character may be cut at the end */
  goffset start;        /* where in the file the buffer begins */
  gboolean ended;       /* nothing more to read */
  GCancellable *cancel; /* (nullable), not owned */
} DolenJsonBytes;

/** DolenJsonValueBytes: a value copied out of the file. */
typedef struct {
  GByteArray *bytes; /* what was kept, without a final NUL */
  gsize length;      /* in the file */
  guint members;     /* colons outside texts */
  guint values;      /* commas, colons and opening brackets outside texts */
  gboolean too_large;
} DolenJsonValueBytes;

/** dolen_json_bytes_open: @error: DOLEN_ERROR_CANNOT_OPEN. A byte order mark is stepped over. */
gboolean dolen_json_bytes_open (DolenJsonBytes *self, const char *path, GError **error);
void dolen_json_bytes_close (DolenJsonBytes *self);

/** dolen_json_bytes_peek: the next byte after blanks, 0 at the end of the file (a NUL in the file
 *  is an error); -1 on an error. */
int dolen_json_bytes_peek (DolenJsonBytes *self, GError **error);

/** dolen_json_bytes_expect: reads one byte, which must be one of @any. Returns: it, or -1. */
int dolen_json_bytes_expect (DolenJsonBytes *self, const char *any, GError **error);

/** dolen_json_bytes_key: (transfer full) (nullable): reads a text in quotes; of a long one only the
 *  beginning is given. Escapes stay as they are. */
char *dolen_json_bytes_key (DolenJsonBytes *self, GError **error);

/** dolen_json_bytes_skip: steps over one value. */
gboolean dolen_json_bytes_skip (DolenJsonBytes *self, GError **error);

/** dolen_json_bytes_copy: reads one value into @value; at most @limit bytes are kept. */
gboolean dolen_json_bytes_copy (DolenJsonBytes *self,
                                DolenJsonValueBytes *value,
                                gsize limit,
                                GError **error);

goffset dolen_json_bytes_tell (DolenJsonBytes *self);
gboolean dolen_json_bytes_seek (DolenJsonBytes *self, goffset offset, GError **error);

/** dolen_json_bytes_fail: sets an error that names file, record and byte; returns FALSE. */
gboolean dolen_json_bytes_fail (DolenJsonBytes *self, int code, const char *why, GError **error);

G_END_DECLS
