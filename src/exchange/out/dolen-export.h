/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** What the directory can be written as. */
typedef enum {
  DOLEN_EXPORT_ORUK3,    /* a file: Open Referral UK 3.0 by the letter */
  DOLEN_EXPORT_HSDS,     /* a file: HSDS 3.1 with our own keys: what another Dolen reads best */
  DOLEN_EXPORT_HSDS_CSV, /* a folder: the tabular data package of HSDS 3.1 */
  DOLEN_EXPORT_GEOJSON,  /* a file */
  DOLEN_EXPORT_CSV,      /* a file for a spreadsheet */
  DOLEN_N_EXPORTS
} DolenExportFormat;

/** dolen_export_format_code: "oruk3", "hsds", "hsds-csv", "geojson", "csv"; _from_code: FALSE for
 * another.
 */
const char *dolen_export_format_code (DolenExportFormat format);
gboolean dolen_export_format_from_code (const char *code, DolenExportFormat *format);

/** DolenExportProgress: in the thread of the export; @fraction 0 to 1. */
typedef void (*DolenExportProgress) (double fraction, gpointer user_data);

/** Who publishes: whom to ask where a page has no contact. All (nullable). */
typedef struct {
  const char *name_en;
  const char *name_cy;
  const char *phone;
  const char *email;
} DolenPublisher;

typedef struct {
  DolenLanguage language; /* of the table for a spreadsheet */
  /* (nullable) (array zero-terminated=1) whose records go out: uids of sources, DOLEN_OUT_MADE_HERE
   * for what was made here; NULL: all but what may not be passed on (dolen-out-sources.h) */
  const char *const *sources;
  const DolenPublisher *publisher; /* (nullable): of published pages */
  DolenExportProgress progress;    /* (nullable) */
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable) */
} DolenExportOptions;

/** What a format may have no place for. */
typedef enum {
  DOLEN_OUT_FOR_WHOM,
  DOLEN_OUT_AGES,
  DOLEN_OUT_GENDER,
  DOLEN_OUT_AUDIENCE, /* labels of a feed that say for whom it is */
  DOLEN_OUT_FEED_LABELS,
  DOLEN_OUT_HELPS,
  DOLEN_OUT_KNOWN_NO,
  DOLEN_OUT_CAPACITY,
  DOLEN_OUT_WAIT,
  DOLEN_OUT_HOW_TO_JOIN,   /* in words */
  DOLEN_OUT_HOW_ONE_COMES, /* drop in, by appointment ... */
  DOLEN_OUT_ATTENDING,
  DOLEN_OUT_WELSH,
  DOLEN_OUT_CLOSED_DAYS,
  DOLEN_OUT_CLOSED_FOR_NOW,
  DOLEN_OUT_GETTING_THERE,
  DOLEN_OUT_ACCESSIBILITY,
  DOLEN_OUT_MORE_PLACES,
  DOLEN_OUT_AREAS,
  DOLEN_OUT_LANGUAGES,
  DOLEN_OUT_ALERT,
  DOLEN_OUT_PEOPLE,
  DOLEN_OUT_GOVERNANCE,
  DOLEN_OUT_REGISTRATIONS,
  DOLEN_OUT_ORGANISATION_PHONE,
  DOLEN_OUT_ORGANISATION_WORDS, /* its description, e-mail and website */
  DOLEN_OUT_WELSH_MORE,         /* of for whom it is, its organisation and its place */
  DOLEN_OUT_TIMES_DATES,
  DOLEN_OUT_COST_WORDS,
  DOLEN_OUT_PLACES_MORE, /* how many in all, and who told it */
  DOLEN_N_OUT_FACTS
} DolenOutFact;

/** dolen_out_fact_code: "for-whom", "capacity" ...; _label: in words. Not owned. */
const char *dolen_out_fact_code (DolenOutFact fact);
const char *dolen_out_fact_label (DolenOutFact fact, DolenLanguage language);

/** What was written, what was kept back, and what the format has no place for. */
typedef struct {
  guint services;
  guint without_position;            /* of those, on a map (GeoJSON) alone: they stand on none */
  guint services_kept_back;          /* not listed, closed, or not in their feed any more */
  guint services_of_others;          /* of a source that was not chosen, or may not be passed on */
  guint contacts_kept_back;          /* who did not say yes */
  guint places_kept_back;            /* hidden, or not for a map */
  guint left_out[DOLEN_N_OUT_FACTS]; /* services of which it is known and was not written */
} DolenExportReport;

/** dolen_export_on_no_map: (transfer full) (nullable): "3 of these services have no position ..."
 */
char *dolen_export_on_no_map (const DolenExportReport *report, DolenLanguage language);

/** dolen_export_left_out: (transfer full) (nullable): "Known here, and left out because this form
 *  has no place for it: for whom (135 services), places free (40 services)."; NULL: nothing. */
char *dolen_export_left_out (const DolenExportReport *report, DolenLanguage language);

/**
 * dolen_export_run:
 * @path: the file, or the folder (which must be empty or hold a former export)
 * @options: (nullable)
 * @report: (out) (optional)
 * @error: of GIO with the path, DOLEN_ERROR_NOT_ALLOWED, G_IO_ERROR_CANCELLED, of the database
 *
 * Writes what may be published (exchange/out/dolen-out-rules.h says what that is). On an error, and
 * on cancelling, a file that was there before is as it was.
 */
gboolean dolen_export_run (DolenDirectory *dir,
                           DolenExportFormat format,
                           const char *path,
                           const DolenExportOptions *options,
                           DolenExportReport *report,
                           GError **error);

/**
 * dolen_publish:
 * @folder: empty, or published to before: pages of services that are gone are taken away
 *
 * Writes static pages of ORUK 3.0 that any web server can serve, our own keys for capacity among
 * them: index.json (the version, and whose records they are), LICENCES.txt, services.json (a list,
 * one page), services/ID.json (each in full) and feed.json (all in full, for another Dolen to
 * subscribe to in one request).
 */
gboolean dolen_publish (DolenDirectory *dir,
                        const char *folder,
                        const DolenExportOptions *options,
                        DolenExportReport *report,
                        GError **error);

G_END_DECLS
