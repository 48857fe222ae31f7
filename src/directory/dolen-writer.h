/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * Sources (feeds) and the bulk writer: one import is one transaction and one entry of the
 * history, and what it changes is kept as it was, to be undone (dolen-undo-import.h). An import
 * that finds everything as it was writes nothing at all. Statements stay prepared; search rows are
 * written at the end, those of the changed services if they are few, else all.
 */

typedef struct {
  gint64 id;
  char *uid;
  char *name;             /* of the publisher, or as given by the person */
  char *address;          /* (nullable) where it was read from last */
  char *dialect;          /* (nullable) as detected: "oruk-1", "hsds-3" */
  gint64 first_import_at; /* instants, 0 never */
  gint64 last_import_at;  /* that changed anything */
  gint64 refreshed_at;    /* last read, whether or not anything had changed */
  gboolean complete;      /* the last import was a whole harvest */
  char *kind;             /* "file", or "feed" for an address that can be read again */
  char *settings;         /* (nullable) JSON, of the exchange */
} DolenSource;

DolenSource *dolen_source_new (void);
void dolen_source_free (DolenSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSource, dolen_source_free)
DolenSource *dolen_source_copy (const DolenSource *source);

/** dolen_directory_list_sources: (transfer full) (element-type DolenSource): by name. */
GPtrArray *dolen_directory_list_sources (DolenDirectory *dir, GError **error);

/** dolen_directory_find_source: (transfer full) (nullable): by its name, letter case ignored;
 *  NULL without an error if there is none. */
DolenSource *dolen_directory_find_source (DolenDirectory *dir, const char *name, GError **error);

/** dolen_directory_note_read: @source_uid was read just now, and brought nothing new or was
 *  imported. Nothing to do where there is no such source. */
gboolean dolen_directory_note_read (DolenDirectory *dir, const char *source_uid, GError **error);

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

/**
 * dolen_directory_get_source_json:
 * @foreign_id: the feed's id
 * @hash: (out) (optional) (transfer full): of what the feed said; unset where NULL is returned
 *
 * What @source_uid last said of one of its records, without what is withheld here (erased contacts,
 * the places of a service with a hidden address): then it is not what @hash is of, and no word of
 * the feed to be imported again.
 *
 * Returns: (transfer full) (nullable): the JSON
 */
char *dolen_directory_get_source_json (DolenDirectory *dir,
                                       const char *source_uid,
                                       const char *kind,
                                       const char *foreign_id,
                                       char **hash,
                                       GError **error);

/** DolenSourceRecordFunc: @record is borrowed; @gone: not in the feed any more. */
typedef void (*DolenSourceRecordFunc) (const DolenSourceRecord *record,
                                       gboolean gone,
                                       gpointer user_data);

/** dolen_directory_each_source_record: all that @source_uid ever said of records of @kind.
 * @with_json: whether json is read too; else it is NULL. The hash is never read. */
gboolean dolen_directory_each_source_record (DolenDirectory *dir,
                                             const char *source_uid,
                                             const char *kind,
                                             gboolean with_json,
                                             DolenSourceRecordFunc func,
                                             gpointer user_data,
                                             GError **error);

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

/** dolen_directory_writer_rename_record: what the source knew by @before it knows by @now; nothing
 *  to do where it never had it. @taken: (out): the source knows another record by @now, and nothing
 *  was done. */
gboolean dolen_directory_writer_rename_record (DolenDirectoryWriter *writer,
                                               const char *kind,
                                               const char *before,
                                               const char *now,
                                               gboolean *taken,
                                               GError **error);

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
 * dolen_directory_writer_see_record:
 * @seen: (out): FALSE where the source never had it
 *
 * The feed says of the record what it said last: it is marked as seen, and no longer gone; what is
 * kept of it stays.
 */
gboolean dolen_directory_writer_see_record (DolenDirectoryWriter *writer,
                                            const char *kind,
                                            const char *foreign_id,
                                            gboolean *seen,
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

/** dolen_directory_writer_fill_organisation: stores @organisation as
 * dolen_directory_get_organisation() gave it, with something added that another source knows (a
 * register, published grants). It is not what its feed says, so edits and clashes are left as they
 * are. */
gboolean dolen_directory_writer_fill_organisation (DolenDirectoryWriter *writer,
                                                   DolenOrganisation *organisation,
                                                   GError **error);

/** DolenSaidHow: what is done with what another source says otherwise. */
typedef enum {
  DOLEN_SAID_TAKE, /* it is taken over */
  DOLEN_SAID_MARK, /* and counts as edited here: the record's own feed does not take it back */
  DOLEN_SAID_ASK,  /* it is a clash, for somebody to settle */
} DolenSaidHow;

/** DolenSaidResult: what came of what another source says of a record. */
typedef struct {
  gboolean taken; /* something was taken over */
  gboolean clash; /* something is said otherwise, and somebody has to settle it */
} DolenSaidResult;

/**
 * dolen_directory_writer_take_service:
 * @said: a service that is here already and came from elsewhere, as this source has it
 * @base: what it said before, or what this directory would say in its words
 *
 * Takes what differs between the two, but for what people edited: that is a clash. What @said is
 * silent on stays: an export does not hold all. Nothing is written where nothing differs. Reports
 * of free places, which nobody can be asked about, are not taken with DOLEN_SAID_ASK.
 */
gboolean dolen_directory_writer_take_service (DolenDirectoryWriter *writer,
                                              const DolenService *said,
                                              const DolenService *base,
                                              DolenSaidHow how,
                                              DolenSaidResult *result,
                                              GError **error);

/** dolen_directory_writer_take_organisation: the same for an organisation. */
gboolean dolen_directory_writer_take_organisation (DolenDirectoryWriter *writer,
                                                   const DolenOrganisation *said,
                                                   const DolenOrganisation *base,
                                                   DolenSaidHow how,
                                                   DolenSaidResult *result,
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

/** dolen_directory_writer_mark_one_gone: the same for one record that the feed itself says is gone.
 *  Nothing to do where it was never there, or is gone already. @n: (inout): services are counted.
 */
gboolean dolen_directory_writer_mark_one_gone (DolenDirectoryWriter *writer,
                                               const char *kind,
                                               const char *foreign_id,
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
