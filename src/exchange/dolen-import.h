/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "exchange/dolen-oddity.h"
#include "exchange/files/dolen-csv-fields.h"
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
  gboolean accept_loss;      /* even where that is more than half */
  gboolean given_out;        /* everybody in it said yes: contacts may be given out */
  const char *columns;       /* (nullable): of tables: else what the source remembers, else what the
                                headings say (dolen_csv_columns_to_json()) */
  GHashTable *as_were;       /* (nullable): set of those of the files (char *) that hold what is
                                known already: their records are marked as seen, nothing else */
  gboolean dry_run;          /* report what would be done, and leave everything as it was */
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
  char *heading;
  DolenCsvField field; /* what it was read as; DOLEN_CSV_SKIP: it was not read */
} DolenImportColumn;

typedef struct {
  char *source_uid;
  char *source_name;
  DolenImportCount services;
  DolenImportCount organisations;
  DolenOddities oddities;
  DolenOddityExamples examples; /* of them; not in what the history keeps */
  GPtrArray *rejected; /* of DolenImportRefusal; at most DOLEN_IMPORT_REFUSALS, all are counted */
  GPtrArray *noted;    /* of DolenImportRefusal: cells of tables that could not be read as they
                          should; at most as many */
  GPtrArray *same;     /* of DolenImportRefusal: rows of tables that are a record read before,
                          though their name or postcode is another now; at most as many */
  GPtrArray *doubtful; /* of DolenImportRefusal: rows that may be one, and came in as new */
  GPtrArray *changes;  /* of char *: what changed of a service; complete where they are at most
                          DOLEN_IMPORT_CHANGES; not in what the history keeps */
  GPtrArray *columns;  /* of DolenImportColumn: of tables, each heading once */
  guint rows;          /* of tables: how many were read */
  guint rows_services; /* how many services they are */
  guint withheld;      /* contacts of people that the source knows and that are not given out */
  guint clashes;       /* that came up: somebody edited what the files say otherwise now */
  guint gone;          /* services now "not in the feed since" */
  gboolean bodiless;   /* no column of the tables says whose the groups are */
  gboolean only_list;  /* pages of a list: no places, times, contacts or costs */
  gboolean shrunk;     /* more than half was missing: nothing was marked, for that looks wrong */
  /* Of a register or of grants, which say more of organisations that are known already: */
  guint matched;  /* organisations that it knows */
  guint filled;   /* of these, something was not known before */
  guint proposed; /* suggestions for the queue */
  guint passed;   /* records about nobody known, or that say nothing here */
} DolenImportReport;

#define DOLEN_IMPORT_REFUSALS 1000
#define DOLEN_IMPORT_CHANGES 10 /* services that are named one by one */

/** dolen_import_shrunk_sentence, _only_list_sentence, _withheld_sentence: what is to be said where
 *  that is so. The last is (transfer full). */
const char *dolen_import_shrunk_sentence (void);
const char *dolen_import_only_list_sentence (void);
char *dolen_import_withheld_sentence (guint withheld);

/** dolen_import_clashes_sentence: (transfer full): "1 clash, see the queue". */
char *dolen_import_clashes_sentence (guint clashes);

/** dolen_import_rows_sentence: (transfer full) (nullable): how many rows of tables became how many
 *  services; NULL where there were no tables. */
char *dolen_import_rows_sentence (const DolenImportReport *report);

/** dolen_import_columns_sentence: (transfer full) (nullable): the headings of tables that were not
 *  read, and that none says whose the groups are; NULL where there is nothing to say. */
char *dolen_import_columns_sentence (const DolenImportReport *report);

void dolen_import_report_free (DolenImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenImportReport, dolen_import_report_free)

/** dolen_import_report_place: (transfer full): "services.json, record 3"; @byte: -1 where @record
 *  is the row of a table, or DOLEN_IMPORT_NO_BYTE. */
#define DOLEN_IMPORT_NO_BYTE ((goffset) -2)
char *dolen_import_report_place (const char *path, guint64 record, goffset byte);

/** dolen_import_report_with_examples: (transfer full): the same with "examples" of each oddity
 *  ([{"record","field","given","where"}]) and its "group", and "changes" where few changed; for
 * whoever asked, not to be kept. */
char *dolen_import_report_with_examples (const DolenImportReport *report);

/** dolen_import_report_to_json: (transfer full): {"services":{"added","changed","unchanged",
 *  "rejected"},"organisations":{...},"oddities":[{"kind","count"}],"rejected":[{"where","why"}]},
 *  and where there are any "gone", "clashes", "withheld", "only_list":true, "bodiless":true,
 * "shrunk":true, "noted", "same", "doubtful", each
 *  [{"where","why"}]; of tables "rows":{"read","services"}, "columns":[{"heading","field"}] and
 * "unread":["heading"] */
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

/** DolenImportFormer: a source whose table or feed came before. */
typedef struct {
  char *name;  /* (nullable): NULL: there is none */
  guint rows;  /* of the table now, or services of the feed */
  guint known; /* of these, known from that source */
} DolenImportFormer;

void dolen_import_former_clear (DolenImportFormer *former);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenImportFormer, dolen_import_former_clear)

/**
 * dolen_import_find_former:
 * @columns: (nullable): as DolenImportOptions
 * @former: (out caller-allocates): the source that most rows of the tables are known from, or at
 *   least half of the services of other files; none where they have a source by their own name
 *
 * A table or feed under another name would be another source, and everything in it would come in
 * twice.
 */
gboolean dolen_import_find_former (DolenDirectory *directory,
                                   const char *const *paths,
                                   gsize n_paths,
                                   const char *columns,
                                   DolenImportFormer *former,
                                   GCancellable *cancellable,
                                   GError **error);

/** dolen_import_is_word_of_feed: whether @json as it is kept of a record is all the feed said then
 *  (@hash is of it, as this reader or one before it makes it), or something is withheld here. */
gboolean dolen_import_is_word_of_feed (const char *json, const char *hash);

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
