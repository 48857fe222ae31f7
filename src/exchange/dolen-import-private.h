/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-writer.h"
#include "exchange/again/dolen-again.h"
#include "exchange/again/dolen-own-word.h"
#include "exchange/again/dolen-rows-apart.h"
#include "exchange/dolen-import.h"
#include "exchange/dolen-read.h"
#include "exchange/files/dolen-record-stream.h"

G_BEGIN_DECLS

/* Shared by the files of the import only. */

/** dolen_import_files: (transfer full) (element-type filename): @paths with folders replaced by the
 *  feeds in them. @error: DOLEN_ERROR_CANNOT_OPEN, _INVALID (none). */
GPtrArray *dolen_import_files (const char *const *paths, gsize n_paths, GError **error);

/** dolen_import_envelope_name: (transfer none) (nullable): what stands in a file that was read to
 *  its end as its source. */
const char *dolen_import_envelope_name (DolenRecordStream *stream);

/** dolen_import_find_former_by_ids: as dolen_import_find_former(), of feeds, by the ids of their
 *  services; @former: initialised. */
gboolean dolen_import_find_former_by_ids (DolenDirectory *directory,
                                          const GPtrArray *files,
                                          DolenImportFormer *former,
                                          GCancellable *cancellable,
                                          GError **error);

/** dolen_import_find_source: (transfer full): the source of that name, or a new one. */
DolenSource *dolen_import_find_source (DolenDirectory *directory,
                                       const char *name,
                                       const char *path,
                                       const char *dialect,
                                       gboolean complete,
                                       GError **error);

/** dolen_import_remember_columns: what the columns of the source's tables hold. */
void dolen_import_remember_columns (DolenSource *source, const char *columns);

/** dolen_import_find_columns: (transfer full) (nullable): as given in @options, else as the source
 *  remembers. */
char *dolen_import_find_columns (DolenDirectory *directory,
                                 const DolenImportOptions *options,
                                 const char *const *paths,
                                 gsize n_paths,
                                 GError **error);

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
  GHashTable *rows;          /* of tables: id -> DolenRowSigns */
  GHashTable *places;        /* of tables: set of the ids of places (char *) */
  GHashTable *ours;          /* set of the paths of files that a Dolen exported */
  DolenRowsApart *apart;     /* of tables: which rows of one name are several groups */
  guint listed, detailed;    /* services in pages of a list, and how many say more than a line */
  guint n_rows;              /* of tables: that say what they are */
  GPtrArray *table_columns;  /* of tables: DolenImportColumn */
  GHashTable *hidden;        /* (nullable) of tables: hidden id -> id of a row */
  char *source_name;         /* (nullable) as a file says it */
  char *columns;             /* (nullable) given: what the columns of tables hold */
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

/** dolen_import_scan_rows: (transfer container) (element-type DolenRowSigns): of tables, in their
 *  order. */
GPtrArray *dolen_import_scan_rows (const DolenImportScan *scan);

/** DolenImportBefore: what an import meets of its own source. */
typedef struct {
  DolenAgain again; /* of tables */
  guint present;    /* services that were in its last reading */
  guint missing;    /* of these, how many are not in the files */
} DolenImportBefore;

void dolen_import_before_clear (DolenImportBefore *before);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenImportBefore, dolen_import_before_clear)

/** dolen_import_look_back: reads only. */
gboolean dolen_import_look_back (DolenImportBefore *before,
                                 DolenDirectory *directory,
                                 const char *source_uid,
                                 DolenImportScan *scan,
                                 GError **error);

/** dolen_import_know_again: what is the same record is known by its new id from now on, and @report
 *  says so. */
gboolean dolen_import_know_again (const DolenImportBefore *before,
                                  DolenDirectoryWriter *writer,
                                  DolenImportReport *report,
                                  GError **error);

/** DolenImportKnown: under which uids records are here already. */
typedef struct {
  DolenDirectory *directory;
  const char *source_uid;
  GHashTable *venues; /* new uid of a venue -> the uid it has here (char *) */
  GHashTable *here;   /* set of the uids of the places in the tables, once it is asked for */
  GHashTable *taken;  /* set of the uids of venues that have another address now */
} DolenImportKnown;

void dolen_import_known_init (DolenImportKnown *known,
                              DolenDirectory *directory,
                              const char *source_uid);
void dolen_import_known_clear (DolenImportKnown *known);

/** dolen_import_known_uid: DolenKnownUidFunc of a DolenImportKnown. */
char *dolen_import_known_uid (const char *kind, const char *foreign_id, gpointer user_data);

/** dolen_import_keep_venue: the only place of a service whose address was mended in a table is the
 *  place it was, with what people said of it. */
gboolean dolen_import_keep_venue (DolenImportKnown *known,
                                  const DolenImportScan *scan,
                                  DolenService *service,
                                  GError **error);

/** DolenImportCopy: what a copy of a record is taken with. */
typedef struct {
  DolenDirectory *directory;
  DolenDirectoryWriter *writer;
  const DolenReadContext *context;
  DolenOwnForm form;
  const DolenCsvColumns *columns; /* (nullable): of a sheet */
  DolenImportReport *report;
  const char *path; /* of the record that comes */
  guint64 row;
  gboolean is_feed; /* the source is read by itself; else somebody chose a file */
} DolenImportCopy;

/** dolen_import_is_copy: whether a record with that id and uid is here from elsewhere. */
gboolean dolen_import_is_copy (const DolenImportCopy *copy,
                               const char *kind,
                               const char *foreign_id,
                               const char *uid,
                               gboolean *is_copy,
                               GError **error);

/** dolen_import_note_organisation: a row of a sheet that names another organisation than its group
 *  has here: that is said, for it is not taken over. @organisation: (nullable) */
gboolean dolen_import_note_organisation (const DolenImportCopy *copy,
                                         const char *service_uid,
                                         const DolenOrganisation *organisation,
                                         GError **error);

/** dolen_import_name_organisation: the organisation of a row of our sheet that was known by its
 * name alone (a sheet of before its number stood there) is known by that from now on. */
gboolean
dolen_import_name_organisation (const DolenImportCopy *copy, json_object *record, GError **error);

/** dolen_import_put_copy: @service or @organisation; @state: (out): whether anything was taken. */
gboolean dolen_import_put_copy (const DolenImportCopy *copy,
                                const DolenSourceRecord *record,
                                const DolenService *service,
                                const DolenOrganisation *organisation,
                                DolenRecordState *state,
                                GError **error);

/** dolen_import_key: a hash of 64 bits of an id (libsodium's short hash, fixed key). */
gint64 dolen_import_key (const char *id);

/** dolen_import_scan_entry: (transfer none) (nullable): of a service's id. */
DolenScanEntry *dolen_import_scan_entry (DolenImportScan *scan, const char *id);

/** dolen_import_scan_plain_id: (transfer none): the id of the row that is known by a hidden @id;
 *  itself where it is not hidden, or no row is it. */
const char *
dolen_import_scan_plain_id (DolenImportScan *scan, DolenDirectory *directory, const char *id);

/** dolen_import_hash: (transfer full): of a normalised record and the version of the reader. */
char *dolen_import_hash (const char *json, gsize length);

/** dolen_import_merge_venues: moves what @more says of further venues into @service; both are the
 *  same service of @source_uid. */
void dolen_import_merge_venues (DolenService *service,
                                DolenService *more,
                                const char *source_uid,
                                const char *foreign_id);

/** dolen_import_merge_rows: moves what only @more says into @service: both are rows of one group.
 */
void dolen_import_merge_rows (DolenService *service, DolenService *more);

/** dolen_import_see_record: what is known already, and may be less than the feed said: nothing of
 * it is written. */
gboolean dolen_import_see_record (DolenDirectoryWriter *writer,
                                  DolenReadContext *context,
                                  DolenImportReport *report,
                                  const DolenJsonItem *item,
                                  GError **error);

/** dolen_import_column_free, dolen_import_columns_add: the columns of one more table. */
void dolen_import_column_free (DolenImportColumn *column);
void dolen_import_columns_add (GPtrArray *list, const struct _DolenCsvColumns *columns);

/** dolen_import_columns_are_bodiless: whether there are @columns, and none for organisations. */
gboolean dolen_import_columns_are_bodiless (const GPtrArray *columns);

/** dolen_import_is_loss: more than half is missing, and more than two: that has more likely broken
 *  than ended.
 */
gboolean dolen_import_is_loss (const DolenImportBefore *before);

DolenImportReport *dolen_import_report_new (const char *source_uid, const char *source_name);
/** dolen_import_report_refuse: @byte: -1 where @record is the row of a table. */
void dolen_import_report_refuse (
    DolenImportReport *report, const char *path, guint64 record, goffset byte, const char *why);
/** dolen_import_report_row: one more of @list: @why of a row of a table. */
void dolen_import_report_row (GPtrArray *list, const char *path, guint64 row, const char *why);
/** dolen_import_report_note: (nullable) @notes of DolenCsvNote on a row. */
void dolen_import_report_note (DolenImportReport *report,
                               const char *path,
                               guint64 row,
                               const GPtrArray *notes);
void dolen_import_count (DolenImportCount *count, int state);

G_END_DECLS
