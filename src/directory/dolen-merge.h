/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/*
 * Two records that are one. The record that goes is not deleted: it stays with its history and its
 * provenance, not to be listed, so that its feed does not bring it back and taking the merge back
 * loses nothing. What casework knows under its uid is shown as the one kept (service_card).
 */

/**
 * dolen_merge_records:
 * @kind: "service" or "organisation"
 * @kept: uid of the record that stays
 * @gone: uid of the one that goes into it
 * @who: (nullable)
 * @error: DOLEN_ERROR_NOT_FOUND, DOLEN_ERROR_NOT_ALLOWED where they are the same or either was
 *   merged already
 *
 * What @kept lacks it gets from @gone: fields and texts, lists such as schedules, what is missing
 * in a contact or a place of both, tags, what people saw of policies, the newer report of places.
 * Nothing @kept has is written over, and its status is its own. That somebody confirmed a fact
 * comes along with it, as of that day. Each is an entry of the history of its own ("take-over");
 * open questions of @gone become those of @kept too; the services of an organisation move, and what
 * had gone into @gone before is @kept's with it.
 *
 * Returns: the entry of the history, which dolen_edit_undo() takes back; 0 on an error
 */
gint64 dolen_merge_records (DolenDirectory *dir,
                            const char *kind,
                            const char *kept,
                            const char *gone,
                            const char *who,
                            GError **error);

/** dolen_merge_list_taken: (transfer full) (nullable) (element-type utf8): the names of the fields
 *  and parts (dolen_field_label()) that the merge of @entry took over. DOLEN_ERROR_NOT_FOUND. */
GPtrArray *dolen_merge_list_taken (DolenDirectory *dir, gint64 entry, GError **error);

/** dolen_merge_taken_text: (transfer full) (nullable): "Taken over: Telephone, Cost"; NULL where
 *  nothing was. */
char *dolen_merge_taken_text (const GPtrArray *names, DolenLanguage language);

/** dolen_merged_into: (transfer full) (nullable): the uid of the record that @uid is now: what it
 *  went into, or what that went into since; NULL without an error where it went into none. */
char *dolen_merged_into (DolenDirectory *dir, const char *uid, GError **error);

/** DOLEN_EDIT_MERGE: what stands in the history's "field" of a merge. */
#define DOLEN_EDIT_MERGE "merge"

/** dolen_merge_undo: takes the merge of @entry back, within the caller's transaction; @who
 *  (nullable) takes it back. What was changed since in what the merge had filled stays. */
gboolean dolen_merge_undo (DolenDirectory *dir,
                           const DolenHistoryEntry *entry,
                           const char *who,
                           GError **error);

G_END_DECLS
