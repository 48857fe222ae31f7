/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-import.h"
#include "exchange/dolen-read.h"
#include "format/dolen-json-stream.h"

G_BEGIN_DECLS

/* Shared by the files of the import only. */

/** dolen_import_files: (transfer full) (element-type filename): @paths with folders replaced by the
 *  feeds in them. @error: DOLEN_ERROR_CANNOT_OPEN, _INVALID (none). */
GPtrArray *dolen_import_files (const char *const *paths, gsize n_paths, GError **error);

/** DolenImportSteps: how far the import is; never goes back. */
typedef struct {
  DolenImportProgress func;
  gpointer data;
  double shown;
  guint64 records;
} DolenImportSteps;

void dolen_import_step (DolenImportSteps *steps, double fraction);

/* How the work divides, roughly as measured: reading twice, then writing the search index. */
#define DOLEN_IMPORT_SCANNED 0.15
#define DOLEN_IMPORT_WRITTEN 0.6

/** DolenScanEntry: one id of a service in the files. */
typedef struct {
  gint64 key;        /* a hash of the id */
  guint count;       /* how often it occurs */
  guint left;        /* how often it is still to come */
  guint64 best;      /* the record that says most, counted over all files */
  guint weight;      /* how much that says */
  gboolean at_venue; /* some of them are one venue of the service */
  gboolean written;
} DolenScanEntry;

/** DolenImportScan: what the first reading finds out. */
typedef struct {
  GHashTable *services;      /* set of DolenScanEntry */
  GHashTable *organisations; /* set of gint64 hashes of ids */
  GPtrArray *sample_dates;   /* (nullable char*) one a file */
  char *source_name;         /* (nullable) as a file says it */
  DolenDialect dialect;
  guint64 records;
} DolenImportScan;

void dolen_import_scan_clear (DolenImportScan *scan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenImportScan, dolen_import_scan_clear)

/** dolen_import_scan: reads @files to their end; an error of the reader is an error of the import.
 */
gboolean dolen_import_scan (DolenImportScan *scan,
                            GPtrArray *files,
                            DolenImportSteps *steps,
                            GCancellable *cancellable,
                            GError **error);

/** dolen_import_key: a hash of 64 bits of an id (libsodium's short hash, fixed key). */
gint64 dolen_import_key (const char *id);

/** dolen_import_scan_entry: (transfer none) (nullable): of a service's id. */
DolenScanEntry *dolen_import_scan_entry (DolenImportScan *scan, const char *id);

/** dolen_import_hash: (transfer full): of a normalised record and the version of the reader. */
char *dolen_import_hash (const char *json, gsize length);

/** dolen_import_merge_venues: moves what @more says of further venues into @service; both are the
 *  same service of @source_uid. */
void dolen_import_merge_venues (DolenService *service,
                                DolenService *more,
                                const char *source_uid,
                                const char *foreign_id);

DolenImportReport *dolen_import_report_new (const char *source_uid, const char *source_name);
void dolen_import_report_refuse (
    DolenImportReport *report, const char *path, guint64 record, goffset byte, const char *why);
void dolen_import_count (DolenImportCount *count, int state);

G_END_DECLS
