/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * Sources (feeds) and the bulk writer: one import is one transaction and one entry of the
 * history. Statements stay prepared; search rows are written at the end, those of the changed
 * services if they are few, else all.
 */

typedef struct {
  gint64 id;
  char *uid;
  char *name;             /* of the publisher, or as given by the person */
  char *address;          /* (nullable) where it was read from last */
  char *dialect;          /* (nullable) as detected: "oruk-1", "hsds-3" */
  gint64 first_import_at; /* instants, 0 never */
  gint64 last_import_at;
  gboolean complete; /* the last import was a whole harvest */
} DolenSource;

DolenSource *dolen_source_new (void);
void dolen_source_free (DolenSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSource, dolen_source_free)

/** dolen_directory_list_sources: (transfer full) (element-type DolenSource): by name. */
GPtrArray *dolen_directory_list_sources (DolenDirectory *dir, GError **error);

/** dolen_directory_find_source: (transfer full) (nullable): by its name, letter case ignored;
 *  NULL without an error if there is none. */
DolenSource *dolen_directory_find_source (DolenDirectory *dir, const char *name, GError **error);

/** DolenSourceRecord: provenance: the last a feed said of one record. */
typedef struct {
  const char *kind;       /* "service", "organisation", "venue" */
  const char *foreign_id; /* the feed's id, as text */
  const char *record_uid; /* ours */
  const char *json;       /* normalised */
  const char *hash;       /* of json, as the importer makes it */
} DolenSourceRecord;

/** dolen_directory_find_by_source: (transfer full) (nullable): the uid of our record for a feed's
 *  id; NULL without an error if there is none. */
char *dolen_directory_find_by_source (DolenDirectory *dir,
                                      const char *source_uid,
                                      const char *kind,
                                      const char *foreign_id,
                                      GError **error);

/** dolen_directory_get_source_json: (transfer full) (nullable): what the feed last said of
 *  @record_uid. */
char *dolen_directory_get_source_json (DolenDirectory *dir, const char *record_uid, GError **error);

typedef struct _DolenDirectoryWriter DolenDirectoryWriter;

/**
 * dolen_directory_writer_new:
 * @source: the source written for; stored (by uid) if it is new, else brought up to date. Its
 *   import times are set by the writer.
 *
 * Begins the transaction. dolen_directory_writer_free() without _finish() rolls all back.
 */
DolenDirectoryWriter *
dolen_directory_writer_new (DolenDirectory *dir, const DolenSource *source, GError **error);
void dolen_directory_writer_free (DolenDirectoryWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDirectoryWriter, dolen_directory_writer_free)

typedef enum {
  DOLEN_RECORD_NEW,
  DOLEN_RECORD_CHANGED,
  DOLEN_RECORD_UNCHANGED, /* same hash; it was marked as seen */
} DolenRecordState;

/**
 * dolen_directory_writer_put_record:
 * @record: what the feed says now
 * @state: (out): compared by hash with what it said last
 *
 * Keeps the provenance and marks the record as seen by this import. Nothing else need be written
 * where the state is UNCHANGED. A record that came back is no longer gone.
 */
gboolean dolen_directory_writer_put_record (DolenDirectoryWriter *writer,
                                            const DolenSourceRecord *record,
                                            DolenRecordState *state,
                                            GError **error);

/**
 * dolen_directory_writer_put_service:
 * @service: as the feed has it; source_uid, uid and organisation_uid set; id is set
 *
 * Like dolen_directory_save_service(), but what people said stays: fields they edited (the feed's
 * new value is noted in the field's edit), capacity reports, confirmations and funding they gave,
 * permissions of contacts, tags they confirmed or rejected. @service is changed to what was
 * stored. The organisation must have been put before.
 */
gboolean dolen_directory_writer_put_service (DolenDirectoryWriter *writer,
                                             DolenService *service,
                                             GError **error);

/** dolen_directory_writer_put_organisation: the same for an organisation. */
gboolean dolen_directory_writer_put_organisation (DolenDirectoryWriter *writer,
                                                  DolenOrganisation *organisation,
                                                  GError **error);

/**
 * dolen_directory_writer_mark_gone:
 * @on: the date
 * @n: (out) (optional): how many services
 *
 * For a complete harvest only: services of the source that this import did not see are "not in
 * the feed since" @on; nothing is deleted.
 */
gboolean dolen_directory_writer_mark_gone (DolenDirectoryWriter *writer,
                                           const char *on,
                                           guint *n,
                                           GError **error);

/**
 * dolen_directory_writer_finish:
 * @who: (nullable): who imported
 * @report: (nullable): JSON of the import's report, kept in the history
 *
 * Writes the search rows and the history entry (only if anything changed) and commits.
 */
gboolean dolen_directory_writer_finish (DolenDirectoryWriter *writer,
                                        const char *who,
                                        const char *report,
                                        GError **error);

G_END_DECLS
