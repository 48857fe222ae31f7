/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/* Shared by the files of this room only. */

struct _DolenDirectory {
  DolenDb *db;            /* (owned) */
  GHashTable *statements; /* (owned) literal of SQL (by address) -> (owned) DolenStatement */
  DolenTagLabelFunc labels;
  gpointer labels_data;
  DolenReadWordsFunc reader;
  gpointer reader_data;
  GDestroyNotify free_reader_data;
};

/* A row being bound or read column by column, in one order for both. */
typedef struct {
  DolenStatement *statement;
  int n; /* the last parameter bound, or the next column read */
} DolenRow;

void dolen_row_put_text (DolenRow *row, const char *text);
void dolen_row_put_int (DolenRow *row, gint64 value);
void dolen_row_put_known (DolenRow *row, gint64 value); /* negative is NULL */
void dolen_row_put_bilingual (DolenRow *row, const DolenBilingual *text);

char *dolen_row_take_text (DolenRow *row);
gint64 dolen_row_take_int (DolenRow *row);
gint64 dolen_row_take_known (DolenRow *row);  /* NULL is -1 */
double dolen_row_take_double (DolenRow *row); /* NULL is NAN */
void dolen_row_take_bilingual (DolenRow *row, DolenBilingual *text);
/* the text of a code, borrowed until the next step */
const char *dolen_row_peek_text (DolenRow *row);

/** dolen_directory_row: a kept statement with its parameters unbound, as a row to bind. */
gboolean dolen_directory_row (DolenDirectory *dir, const char *sql, DolenRow *row, GError **error);

/** dolen_directory_find_id: the first column of the first row of @sql with @uid as ?1; 0 if there
 *  is none. FALSE on an error. */
gboolean dolen_directory_find_id (
    DolenDirectory *dir, const char *sql, const char *uid, gint64 *id, GError **error);

/** dolen_directory_run: runs @sql with @id as ?1. */
gboolean dolen_directory_run (DolenDirectory *dir, const char *sql, gint64 id, GError **error);

/** dolen_directory_each: calls @func with each row of @sql, @id as ?1. */
typedef void (*DolenRowFunc) (DolenRow *row, gpointer user_data);
gboolean dolen_directory_each (DolenDirectory *dir,
                               const char *sql,
                               gint64 id,
                               DolenRowFunc func,
                               gpointer user_data,
                               GError **error);

/** dolen_ensure_uid: gives a record without one a new uid. */
void dolen_ensure_uid (char **uid);

/* Writing without search rows and without a transaction of its own: the caller has one. */
gboolean dolen_store_service (DolenDirectory *dir, DolenService *service, GError **error);
gboolean dolen_store_organisation (DolenDirectory *dir, DolenOrganisation *org, GError **error);

/* Parts. The owner is the row id of the service or organisation. */
gboolean dolen_store_venue (DolenDirectory *dir, DolenVenue *venue, GError **error);
gboolean dolen_store_venues (DolenDirectory *dir, const DolenService *service, GError **error);
gboolean dolen_store_details (DolenDirectory *dir, const DolenService *service, GError **error);
gboolean dolen_store_facts (DolenDirectory *dir, const DolenService *service, GError **error);
gboolean
dolen_store_capacity (DolenDirectory *dir, gint64 service, DolenCapacity *capacity, GError **error);
gboolean dolen_store_confirmation (DolenDirectory *dir,
                                   gint64 service,
                                   DolenConfirmation *confirmation,
                                   GError **error);
gboolean dolen_store_contacts (DolenDirectory *dir,
                               gint64 organisation,
                               gint64 service,
                               const GPtrArray *contacts,
                               GError **error);
gboolean dolen_store_funding (DolenDirectory *dir,
                              gint64 organisation,
                              gint64 service,
                              const GPtrArray *funding,
                              GError **error);

gboolean dolen_store_checks (DolenDirectory *dir,
                             gint64 organisation,
                             const GPtrArray *checks,
                             GError **error);
gboolean
dolen_load_checks (DolenDirectory *dir, gint64 organisation, GPtrArray *checks, GError **error);

gboolean dolen_load_venues (DolenDirectory *dir, DolenService *service, GError **error);
gboolean dolen_load_details (DolenDirectory *dir, DolenService *service, GError **error);
gboolean dolen_load_facts (DolenDirectory *dir, DolenService *service, GError **error);
gboolean
dolen_load_organisation_facts (DolenDirectory *dir, DolenOrganisation *org, GError **error);
DolenSchedule *dolen_load_schedule (DolenRow *row);
DolenCapacity *dolen_load_capacity (DolenRow *row);

/* What a SELECT must list for the two above. */
#define DOLEN_SCHEDULE_COLUMNS                                                                     \
  "uid, venue_uid, freq, interval, byday, bymonthday, dtstart, until, opens_at, closes_at,"        \
  " valid_from, valid_to, description_en, description_en_state, description_cy,"                   \
  " description_cy_state, closed"
#define DOLEN_CAPACITY_COLUMNS                                                                     \
  "uid, status, places_free, places_total, wait_weeks_from, wait_weeks_to, returns_on, note,"      \
  " as_of, source, told_by"

/** dolen_search_write_service: rewrites the search rows of one service; @id may be gone. */
gboolean dolen_search_write_service (DolenDirectory *dir, gint64 id, GError **error);

/** dolen_search_read_edited: has the words of an edited service read anew; search is not written.
 */
gboolean dolen_search_read_edited (DolenDirectory *dir, gint64 id, GError **error);

/** dolen_search_write_edited: the same after an edit, once its words were read anew. */
gboolean dolen_search_write_edited (DolenDirectory *dir, gint64 id, GError **error);
/** dolen_search_write_organisation: those of all its services. */
gboolean dolen_search_write_organisation (DolenDirectory *dir, gint64 id, GError **error);
/** dolen_search_check: that exactly the services stand in the search tables. */
gboolean dolen_search_check (DolenDirectory *dir, GError **error);

G_END_DECLS
