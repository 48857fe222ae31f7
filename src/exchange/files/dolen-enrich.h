/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-import-private.h"
#include "exchange/files/dolen-bodies.h"

G_BEGIN_DECLS

/*
 * Files that say more of organisations that are known, and bring no listings: the register of
 * charities, grants. One source, one transaction, one entry of the history, like every import; what
 * people edited stays, and what cannot be sure is proposed in the queue.
 */

/** DolenEnrich: one import under way. */
typedef struct {
  DolenDirectory *directory;
  DolenDirectoryWriter *writer;
  DolenBodies *known;
  const DolenSource *source;
  DolenImportReport *report;
  const char *today;
  gpointer state; /* of the kind */
} DolenEnrich;

/** DolenEnrichKind: what a kind of file does with its records. */
typedef struct {
  const char *dialect; /* of the source: "charities", "360giving" */
  gpointer (*begin) (void);
  gboolean (*take) (DolenEnrich *enrich, const DolenJsonItem *item, GError **error);
  gboolean (*finish) (DolenEnrich *enrich, GError **error); /* (nullable) */
  void (*free) (gpointer state);
} DolenEnrichKind;

extern const DolenEnrichKind dolen_enrich_charities;
extern const DolenEnrichKind dolen_enrich_grants;

/** dolen_enrich_run: as dolen_import_run(), of @files that are all of one such kind. */
gboolean dolen_enrich_run (DolenDirectory *directory,
                           GPtrArray *files,
                           const char *name,
                           const DolenImportOptions *options,
                           DolenImportReport **report,
                           GError **error);

/** dolen_enrich_is_news: keeps what the file says of @foreign_id as its provenance. @news: (out):
 *  FALSE where it said the same the last time. */
gboolean dolen_enrich_is_news (
    DolenEnrich *enrich, const char *foreign_id, json_object *json, gboolean *news, GError **error);

/** dolen_enrich_propose: puts a change of a field of an organisation into the queue, once. @note: a
 *  sentence. */
gboolean dolen_enrich_propose (DolenEnrich *enrich,
                               const char *organisation_uid,
                               const char *field,
                               const char *value,
                               const char *note,
                               GError **error);

G_END_DECLS
