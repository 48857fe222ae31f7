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

struct _DolenCaseload {
  DolenDb *db; /* (owned) in memory */
  gboolean has_directory;
  DolenRecordTable **tables; /* (owned) one a record type */
  DolenStatement *entry;     /* (owned) writes a line of the timeline */
  DolenTransaction *replay;  /* (owned) (nullable) around many events */
  guint n_passed_over;       /* changes that were not understood */
  GHashTable *later;         /* (owned) GArray of gint64 by person: events that are no lines yet */
  DolenEventSource source;   /* (nullable) reads them */
  gpointer source_data;
};

/** dolen_caseload_types: the records with a table, NULL-terminated; "person" is the first. */
const DolenRecordType *const *dolen_caseload_types (void);

/** dolen_caseload_note_entry: (dolen-caseload-entry.c) the timeline's line for @event, now or
 * when it is asked for. */
void dolen_caseload_note_entry (DolenCaseload *caseload, const DolenEvent *event);

/** dolen_caseload_query: (transfer full): @make is called for each row of @statement (transfer
 * full); NULL on an error. */
typedef gpointer (*DolenMakeFunc) (DolenStatement *row, gpointer user_data);
GPtrArray *dolen_caseload_collect (DolenStatement *statement,
                                   DolenMakeFunc make,
                                   gpointer user_data,
                                   GDestroyNotify free_func,
                                   GError **error);

/** dolen_caseload_list_due: (element-type DolenDue): open follow-ups by due date. @person:
 * (nullable) */
GPtrArray *dolen_caseload_list_due (DolenCaseload *caseload,
                                    const char *person,
                                    const char *today,
                                    GError **error);

G_END_DECLS
