/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/dolen-writer.h"
#include "directory/privacy/dolen-erased.h"

G_BEGIN_DECLS

/* Shared by the files of the writer only. */

struct _DolenDirectoryWriter {
  DolenDirectory *dir;
  DolenTransaction *transaction; /* (owned) */
  DolenSource *source;           /* (owned) */
  gint64 at;                     /* the instant of this import */
  gint64 history;                /* the id its entry has, once anything is changed */
  GHashTable *seen;              /* (owned) set of gint64: source records that were in the feed */
  GArray *services;              /* (owned) of gint64: ids whose search rows are to be written */
  DolenErased *erased;           /* (owned) contacts that no feed brings back */
};

/** dolen_writer_keep_before: the record as it was, to be undone; before it is changed. */
gboolean dolen_writer_keep_before (DolenDirectoryWriter *writer,
                                   const char *kind,
                                   const char *uid,
                                   GError **error);
gboolean dolen_writer_keep_venues_before (DolenDirectoryWriter *writer,
                                          const DolenService *service,
                                          GError **error);

/** DolenWriterKnown: what is kept of a record that is read. */
typedef struct {
  gint64 id; /* 0: nothing */
  gboolean same;
  gboolean gone;
  gboolean hidden; /* its id (privacy/dolen-made-ids.h) */
} DolenWriterKnown;

/** dolen_writer_find_record: by kind and id; "same" by the hash. */
gboolean dolen_writer_find_record (DolenDirectoryWriter *writer,
                                   const DolenSourceRecord *record,
                                   DolenWriterKnown *known,
                                   GError **error);

/** dolen_writer_remember_service: its search rows are written at the end. @id: of its row. */
void dolen_writer_remember_service (DolenDirectoryWriter *writer, gint64 id);

/** dolen_writer_store_organisation: and remembers its services. */
gboolean dolen_writer_store_organisation (DolenDirectoryWriter *writer,
                                          DolenOrganisation *organisation,
                                          GError **error);

G_END_DECLS
