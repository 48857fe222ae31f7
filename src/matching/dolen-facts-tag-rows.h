/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-facts-pass.h"

G_BEGIN_DECLS

/*
 * Rows of the table of tags read into tags, by one reader of several: each has its connection and
 * keeps what it read to itself until all have done.
 */
typedef struct _DolenTagRows DolenTagRows;

/** DOLEN_TAG_ROWS_CHUNK: so many rows, by their ids, are read at a time. */
#define DOLEN_TAG_ROWS_CHUNK 16384

/** DolenOtherTag: what is no term of the vocabulary, but read or kept in the same way. Where two
 *  say the same, the one that stands first in the table counts. */
typedef struct {
  guint chunk, service;
  const char *code; /* lives as long as the reader, as the next does */
  const char *words;
  gboolean value;
} DolenOtherTag;

/** dolen_tag_rows_new: (transfer full): a reader of @db for whoever makes @pass, whose services and
 *  names are there already. */
DolenTagRows *dolen_tag_rows_new (const DolenFactsPass *pass, DolenDb *db);
void dolen_tag_rows_free (DolenTagRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenTagRows, dolen_tag_rows_free)

/** dolen_tag_rows_read: reads a chunk, 0 being the first. @error: of the database, or
 * G_IO_ERROR_CANCELLED */
gboolean dolen_tag_rows_read (DolenTagRows *rows, guint chunk, GError **error);

/** dolen_tag_rows_loose: (transfer full): the tags read so far, as dolen_facts_take_loose() takes
 *  them; to be asked once, at the end. */
GArray *dolen_tag_rows_loose (DolenTagRows *rows);

/** dolen_tag_rows_others: (transfer none) (element-type DolenOtherTag): the rest, each chunk's in
 *  the order of its rows. */
const GArray *dolen_tag_rows_others (const DolenTagRows *rows);

G_END_DECLS
