/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "exchange/dolen-oddity.h"
#include "place/dolen-gazetteer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DolenImportHooks: what stands above the exchange and is lent by the doors (dolen, dolenctl).
 *
 * tag_service is called in the thread of the import with each new or changed service, before it is
 * written; it adds proposals to service->tags (the rule tagger of matching/).
 */
typedef struct {
  void (*tag_service) (DolenService *service, gpointer user_data); /* (nullable) */
  gpointer user_data;
} DolenImportHooks;

/** DolenImportProgress: called in the thread of the import. @fraction: 0 to 1, never less than
 *  before; @records: read so far. */
typedef void (*DolenImportProgress) (double fraction, guint64 records, gpointer user_data);

typedef struct {
  const char *source_name;   /* (nullable): else see dolen_import_source_name() */
  const char *who;           /* (nullable): for the history */
  gboolean complete;         /* the whole of the feed: what is missing is "not in the feed since" */
  DolenGazetteer *gazetteer; /* (nullable): the bundled one */
  DolenImportHooks hooks;
  DolenImportProgress progress; /* (nullable) */
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable) */
} DolenImportOptions;

typedef struct {
  guint added, changed, unchanged, rejected;
} DolenImportCount;

typedef struct {
  char *where; /* "services.json, record 3, byte 1234" */
  char *why;   /* a sentence */
} DolenImportRefusal;

typedef struct {
  char *source_uid;
  char *source_name;
  DolenImportCount services;
  DolenImportCount organisations;
  DolenOddities oddities;
  GPtrArray *rejected; /* of DolenImportRefusal; at most DOLEN_IMPORT_REFUSALS, all are counted */
  guint gone;          /* services now "not in the feed since" */
} DolenImportReport;

#define DOLEN_IMPORT_REFUSALS 1000

void dolen_import_report_free (DolenImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenImportReport, dolen_import_report_free)

/** dolen_import_report_to_json: (transfer full): {"services":{"added","changed","unchanged",
 *  "rejected"},"organisations":{...},"oddities":[{"kind","count"}],"rejected":[{"where","why"}]} */
char *dolen_import_report_to_json (const DolenImportReport *report);

/**
 * dolen_import_source_name:
 * @given: (nullable): what stands in a file as its source ("x_dolen_source_name", "publisher")
 *
 * The name a source is known by where nobody gave one, so that the same file or folder always
 * meets the same source: @given; else the file's name without ending; for several files, and for
 * a file whose name says nothing ("services.json", "page1.json"), the name of their folder. A file
 * straight in the home folder, in Downloads and the like keeps its own name.
 *
 * Returns: (transfer full): the name
 */
char *dolen_import_source_name (const char *const *paths, gsize n_paths, const char *given);

/**
 * dolen_import_run:
 * @paths: files, and folders whose *.json, *.ndjson and *.jsonl are read in order of name
 * @options: (nullable)
 * @report: (out) (optional) (transfer full): what was done
 * @error: DOLEN_ERROR_* of the reader (file, record, byte named) or the store,
 *   G_IO_ERROR_CANCELLED
 *
 * One import: one source, one transaction. On an error, and on cancelling, nothing has changed.
 * The files are read twice: once to see that they are whole and which ids occur more than once,
 * once to write. Importing the same again changes nothing; what people edited stays.
 */
gboolean dolen_import_run (DolenDirectory *directory,
                           const char *const *paths,
                           gsize n_paths,
                           const DolenImportOptions *options,
                           DolenImportReport **report,
                           GError **error);

G_END_DECLS
