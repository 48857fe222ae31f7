/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-caseload.h"
#include "casework/records/dolen-record-table.h"

G_BEGIN_DECLS

/* What the caseload's own files share; nobody else includes this. */

/* The states of a referral that is under way. */
#define DOLEN_UNDER_WAY_SQL "('sent', 'received', 'accepted', 'waiting', 'started', 'attending')"

/* The states of a referral in that is to be decided, or waits. */
#define DOLEN_COMING_IN_SQL "('new', 'more-info', 'waiting')"

/** DolenPersonEvents: where a person's events stand in the journal, in the order of their clocks.
 */
typedef struct {
  GArray *seqs;       /* (owned) of gint64 */
  gboolean has_lines; /* the timeline's lines of all of them are made */
} DolenPersonEvents;

void dolen_person_events_free (DolenPersonEvents *events);

struct _DolenCaseload {
  DolenDb *db; /* (owned) in memory */
  gboolean has_directory;
  DolenRecordTable **tables; /* (owned) one a record type */
  int last_table;            /* the one of them last asked for */
  DolenStatement *entry;     /* (owned) writes a line of the timeline */
  DolenTransaction *replay;  /* (owned) (nullable) around many events */
  guint n_passed_over;       /* changes that were not understood */
  GHashTable *events;        /* (owned) DolenPersonEvents by person */
  DolenEventSource source;   /* (nullable) reads them */
  gpointer source_data;
};

/** dolen_caseload_types: the records with a table, NULL-terminated; "person" is the first. */
const DolenRecordType *const *dolen_caseload_types (void);

/** dolen_caseload_find_type: (nullable): the one of them named @name ("referral"). @name:
 * (nullable) */
const DolenRecordType *dolen_caseload_find_type (const char *name);

/** dolen_caseload_note_entry: (dolen-caseload-entry.c) the timeline's line for @event, now or
 * when it is asked for. */
void dolen_caseload_note_entry (DolenCaseload *caseload, const DolenEvent *event);

/** dolen_caseload_put_change: (dolen-caseload.c) applies one of the changes of an event
 * of @person (nullable). */
void
dolen_caseload_put_change (DolenCaseload *caseload, struct json_object *change, const char *person);

/** dolen_caseload_take_away: removes the record that @change names. */
void dolen_caseload_take_away (DolenCaseload *caseload, struct json_object *change);

/** dolen_caseload_forget_lines: removes @person's rows of "entry". */
void dolen_caseload_forget_lines (DolenCaseload *caseload, const char *person);

/** dolen_caseload_query: (transfer full): @make is called for each row of @statement (transfer
 * full); NULL on an error. */
typedef gpointer (*DolenMakeFunc) (DolenStatement *row, gpointer user_data);
GPtrArray *dolen_caseload_collect (DolenStatement *statement,
                                   DolenMakeFunc make,
                                   gpointer user_data,
                                   GDestroyNotify free_func,
                                   GError **error);

G_END_DECLS
