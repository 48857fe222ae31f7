/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-import-private.h"

G_BEGIN_DECLS

/* One import under way: what the files that do it share. */

/* Where in the files a record stands, for the report. */
typedef struct {
  const char *path; /* of the list of files, which outlives the import */
  guint64 record;
  goffset byte; /* -1: a row of a table */
} DolenImportPlace;

/* One import under way. */
typedef struct {
  DolenDirectory *directory;
  DolenDirectoryWriter *writer;
  const DolenImportOptions *options;
  DolenImportScan *scan;
  DolenImportReport *report;
  DolenImportSteps steps;
  DolenReadContext context;
  DolenImportBefore before;
  gboolean complete; /* what is missing is gone */
  DolenImportKnown known;
  DolenImportCopy copy;
  GPtrArray *columns;        /* of DolenCsvColumns: of the tables so far */
  gboolean is_new;           /* there was no such source */
  GHashTable *organisations; /* key of an id -> hash of what was written (char *) */
  GHashTable *gathering;     /* foreign id -> Waiting: services whose venues are still to come */
  GPtrArray *late;           /* of Waiting: services whose organisation is still to come */
  guint64 record;            /* counted over all files */
  DolenImportPlace place;    /* of the record being read */
} DolenImportWork;

/** dolen_import_waiting_free: of what stands in gathering and late. */
void dolen_import_waiting_free (gpointer waiting);

/** dolen_import_organisation_seen: DolenSeenFunc of a DolenImportWork. */
gboolean
dolen_import_organisation_seen (const char *foreign_id, json_object *json, gpointer user_data);

/** dolen_import_take_record: one record of a file into the directory. */
gboolean
dolen_import_take_record (DolenImportWork *import, const DolenJsonItem *item, GError **error);

/** dolen_import_take_late: what waited for an organisation or a venue that never came (a record
 *  refused on the way). */
gboolean dolen_import_take_late (DolenImportWork *import, GError **error);

G_END_DECLS
