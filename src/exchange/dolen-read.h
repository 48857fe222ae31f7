/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"
#include "exchange/dolen-dialect.h"
#include "exchange/dolen-oddity.h"
#include "place/dolen-gazetteer.h"

G_BEGIN_DECLS

/*
 * One record of a feed into the directory's structs. Pure: no store, no clock. What is odd is read
 * as what it means and counted.
 */

/* Raised whenever reading changes, so that an import of the same file reads it anew. */
#define DOLEN_READER_VERSION 5

/** DolenSeenFunc: whether this very organisation was read before in the same import; then it is not
 *  read again. */
typedef gboolean (*DolenSeenFunc) (const char *foreign_id, json_object *json, gpointer user_data);

/** DolenKnownUidFunc: (transfer full) (nullable): the uid by which a record of the feed is known
 *  here; NULL where it is made of source, kind and id. */
typedef char *(*DolenKnownUidFunc) (const char *kind, const char *foreign_id, gpointer user_data);

typedef struct {
  const char *source_uid;
  const char *today;               /* ISO date */
  gboolean sample;                 /* our own sample: its invented people did say yes */
  gboolean own_word;               /* a yes in it was said to whoever imports it */
  gboolean bodiless;               /* a table without a column for organisations */
  gboolean own_file;               /* another Dolen exported it: its ids are uids there */
  int shift_days;                  /* moves the dates of the sample; 0 for a real feed */
  DolenGazetteer *gazetteer;       /* (nullable): none, and no position is derived */
  DolenOddities *oddities;         /* (nullable) */
  DolenOddityExamples *examples;   /* (nullable) */
  DolenSeenFunc organisation_seen; /* (nullable) */
  gpointer seen_data;
  DolenKnownUidFunc known_uid; /* (nullable) */
  gpointer known_data;
  json_object *record;  /* (not owned) the one at hand, while it is read */
  gboolean own_ids;     /* out: the ids of the record are uids of another Dolen */
  DolenDialect dialect; /* in: what the feed spoke so far; out: what this record speaks */
} DolenReadContext;

typedef struct {
  char *foreign_id; /* the feed's id as text, or one made from the name where it has none */
  DolenOrganisation *organisation;
  json_object *json; /* (not owned) what it was read from */
} DolenFoundOrganisation;

typedef struct {
  char *foreign_id;
  char *organisation_foreign_id; /* (nullable) */
  DolenService *service;
  json_object *json; /* (not owned) */
  gboolean at_venue; /* from a service_at_location: one venue of perhaps several */
  guint64 odd;       /* what was odd in its record, a bit a kind (dolen_oddities_since()) */
} DolenFoundService;

/** DolenFound: what one record holds: a service with its organisation, an organisation with its
 *  services ... */
typedef struct {
  GPtrArray *organisations; /* of DolenFoundOrganisation */
  GPtrArray *services;      /* of DolenFoundService */
  GPtrArray *refused;       /* of char*: why a part of the record was left out */
} DolenFound;

void dolen_found_init (DolenFound *found);
void dolen_found_clear (DolenFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFound, dolen_found_clear)
void dolen_found_service_free (DolenFoundService *found);

/**
 * dolen_read_record:
 * @record: an object of a feed, RPDE items included
 * @container: (nullable): the key of the array it stood in
 * @found: initialised; what was found is added
 *
 * A record that holds nothing for a directory leaves a reason in @found->refused.
 */
void dolen_read_record (DolenReadContext *context,
                        json_object *record,
                        const char *container,
                        DolenFound *found);

/** DolenRecordKey: what a record is about, without reading all of it. */
typedef struct {
  char *kind; /* "service", "organisation" */
  char *id;   /* as dolen_read_record() gives it as foreign_id */
  gboolean at_venue;
  guint weight; /* how much it says: its fields, however deep */
} DolenRecordKey;

/** dolen_read_made_id: (transfer full) (nullable): the id of a record without one, made of what
 *  tells it from others. */
char *dolen_read_made_id (json_object *record);

/** dolen_read_keys: (transfer full) (element-type DolenRecordKey): the services and organisations
 *  in a record, for finding ids that occur twice before anything is written. */
GPtrArray *dolen_read_keys (json_object *record, const char *container);

G_END_DECLS
