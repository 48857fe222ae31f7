/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "directory/dolen-records.h"

G_BEGIN_DECLS

/*
 * The directory: a SQLite file of organisations and services. A plain struct around one
 * connection, so of one thread; open a second, read-only one for another thread.
 */
typedef struct _DolenDirectory DolenDirectory;

/**
 * dolen_directory_open:
 * @path: (nullable): "directory.db" of the profile folder; NULL only in DOLEN_DB_MEMORY
 * @mode: how
 * @error: as dolen_db_open()
 */
DolenDirectory *dolen_directory_open (const char *path, DolenDbMode mode, GError **error);
void dolen_directory_close (DolenDirectory *dir);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenDirectory, dolen_directory_close)

/** dolen_directory_get_db: (transfer none): the connection, for cancelling, data_version, backup
 *  and whole-column reads (matching). Writing past this header leaves the search index behind. */
DolenDb *dolen_directory_get_db (DolenDirectory *dir);

/** dolen_directory_statement: (transfer none) (nullable): a prepared statement kept for the life
 *  of the directory, found by the address of @sql (a literal). Reset it after use: dolen_statement
 *  _run() does, and so does stepping to the end. */
DolenStatement *dolen_directory_statement (DolenDirectory *dir, const char *sql, GError **error);

/**
 * DolenTagLabelFunc: the label of a tag's code in a language, borrowed; NULL if the code is not
 * known. The vocabulary stands above the directory, so whoever opens both lends it.
 */
typedef const char *(*DolenTagLabelFunc) (DolenTagKind kind,
                                          const char *code,
                                          DolenLanguage language,
                                          gpointer user_data);

/** dolen_directory_set_labels: labels for the keywords of search; without, the codes' own words
 *  are searched. @user_data must outlive @dir. Set it before writing. */
void dolen_directory_set_labels (DolenDirectory *dir, DolenTagLabelFunc func, gpointer user_data);

/**
 * DolenReadWordsFunc:
 * @id: of a service that was written; it may be gone
 *
 * Reads anew what the service's own words say of it (its proposed tags), within the transaction
 * that has written it. Like the labels it comes from above.
 */
typedef gboolean (*DolenReadWordsFunc) (DolenDirectory *dir,
                                        gint64 id,
                                        gpointer user_data,
                                        GError **error);

/** dolen_directory_set_reader: called after every edit of a service, its parts or its places, and
 *  after its undoing; an import reads by its own hooks. @free_data frees @user_data in the end. */
void dolen_directory_set_reader (DolenDirectory *dir,
                                 DolenReadWordsFunc func,
                                 gpointer user_data,
                                 GDestroyNotify free_data);

/** dolen_directory_get_label: (transfer none): what those labels say of a tag; its code where
 * nobody lent any, or the code is not known. */
const char *dolen_directory_get_label (DolenDirectory *dir,
                                       DolenTagKind kind,
                                       const char *code,
                                       DolenLanguage language);

typedef struct {
  gint64 organisations;
  gint64 services;
  gint64 listed; /* services that may be listed and are not closed by their name */
  gint64 venues;
  gint64 located;       /* services with a position */
  gint64 with_capacity; /* services with a capacity report other than unknown */
  gint64 confirmed;     /* services confirmed by somebody at least once */
  gint64 sources;
} DolenDirectoryCounts;

/** dolen_directory_get_counts: for `stats` and empty states. */
gboolean
dolen_directory_get_counts (DolenDirectory *dir, DolenDirectoryCounts *counts, GError **error);

/** dolen_directory_check: integrity of the file, of the search tables, and that exactly the
 *  services stand in them; DOLEN_ERROR_CORRUPT in words. */
gboolean dolen_directory_check (DolenDirectory *dir, GError **error);

/**
 * dolen_directory_get_service:
 * @uid: of the service
 * @error: DOLEN_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the service with all that hangs on it
 */
DolenService *dolen_directory_get_service (DolenDirectory *dir, const char *uid, GError **error);

/** dolen_directory_get_service_by_id: the same by the row number, as search gives it. */
DolenService *dolen_directory_get_service_by_id (DolenDirectory *dir, gint64 id, GError **error);

/** dolen_directory_get_organisation: (transfer full): @error: DOLEN_ERROR_NOT_FOUND. */
DolenOrganisation *
dolen_directory_get_organisation (DolenDirectory *dir, const char *uid, GError **error);

/**
 * dolen_directory_foreach_service:
 * @func: called with each service, whole; FALSE stops
 *
 * For matching and export: one service in memory at a time, by rising id.
 */
typedef gboolean (*DolenServiceFunc) (const DolenService *service, gpointer user_data);
gboolean dolen_directory_foreach_service (DolenDirectory *dir,
                                          DolenServiceFunc func,
                                          gpointer user_data,
                                          GError **error);

/**
 * dolen_directory_save_service:
 * @service: whole; where its uid, or that of a part, is NULL it gets a new one; id is set
 * @error: DOLEN_ERROR_CONSTRAINT (no name, an unknown organisation), _READ_ONLY
 *
 * Writes the service as it is over what is stored under its uid, its venues too (a venue belongs
 * to every service that names its uid), and its search rows, all or nothing. A venue with
 * hide_address keeps no street, only the outward part of its postcode, and no position; one with
 * no_map keeps no position. Writes no history: dolen-edits.h does.
 */
gboolean dolen_directory_save_service (DolenDirectory *dir, DolenService *service, GError **error);

/** dolen_directory_save_organisation: the same; the search rows of its services follow. */
gboolean dolen_directory_save_organisation (DolenDirectory *dir,
                                            DolenOrganisation *organisation,
                                            GError **error);

/** dolen_directory_get_venue: (transfer full): @error: DOLEN_ERROR_NOT_FOUND. */
DolenVenue *dolen_directory_get_venue (DolenDirectory *dir, const char *uid, GError **error);

/** dolen_directory_save_venue: the venue for every service that is there; see
 *  dolen_directory_save_service(). @venue is changed to what was stored. */
gboolean dolen_directory_save_venue (DolenDirectory *dir, DolenVenue *venue, GError **error);

/** dolen_directory_delete_service: with all that hangs on it, and venues nothing else uses. */
gboolean dolen_directory_delete_service (DolenDirectory *dir, const char *uid, GError **error);

/** dolen_directory_delete_organisation: DOLEN_ERROR_NOT_ALLOWED while it has services. */
gboolean dolen_directory_delete_organisation (DolenDirectory *dir, const char *uid, GError **error);

/** dolen_directory_rebuild_search: writes all search rows anew. */
gboolean dolen_directory_rebuild_search (DolenDirectory *dir, GError **error);

/* An organisation in a list. */
typedef struct {
  gint64 id;
  char *uid;
  DolenBilingual name;
  gint64 services; /* how many */
} DolenOrganisationCard;

void dolen_organisation_card_free (DolenOrganisationCard *card);

/** dolen_directory_list_organisations: (transfer full) (element-type DolenOrganisationCard):
 *  @matching: (nullable): part of a name in either language; by name; at most @limit, 0 for all. */
GPtrArray *dolen_directory_list_organisations (DolenDirectory *dir,
                                               const char *matching,
                                               guint limit,
                                               GError **error);

G_END_DECLS
