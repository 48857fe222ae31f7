/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * What people change. Every act is one transaction and one entry of the history, whose id it
 * returns (0 with @error set where it failed and nothing was changed), so that it can be undone.
 * @who is the name or role of who did it, NULL if it is not known. The day and the time are those
 * of base/dolen-time.h.
 */

/** dolen_edit_set_capacity: adds a report, which becomes the current one. @report: as_of NULL is
 *  today; its uid is made here. Where somebody told it (a call, a visit, an e-mail, the group) that
 *  day counts as a confirmation too. */
gint64 dolen_edit_set_capacity (DolenDirectory *dir,
                                const char *service_uid,
                                const DolenCapacity *report,
                                const char *who,
                                GError **error);

/**
 * dolen_edit_still_true:
 * @how: how one knows
 * @asked: (nullable): who was asked
 * @facts: (nullable): which facts were confirmed, comma-separated ("capacity,times"); NULL:
 *   "capacity"
 *
 * Somebody was asked and said it still holds: a confirmation and, where "capacity" is among the
 * facts and one is known, the current capacity told anew as of today.
 */
gint64 dolen_edit_still_true (DolenDirectory *dir,
                              const char *service_uid,
                              DolenToldBy how,
                              const char *asked,
                              const char *facts,
                              const char *who,
                              GError **error);

/**
 * dolen_edit_add_group:
 * @organisation: (nullable): a new organisation, or one already stored (then it is not changed)
 * @service: a new service with its venues, schedules, contacts, costs and first capacity report;
 *   its organisation_uid is set from @organisation; ids and uids are set; where somebody told the
 *   capacity, the whole listing counts as confirmed on that day
 *
 * A group somebody adds by hand, all or nothing.
 */
gint64 dolen_edit_add_group (DolenDirectory *dir,
                             DolenOrganisation *organisation,
                             DolenService *service,
                             const char *who,
                             GError **error);

/**
 * dolen_edit_set_field:
 * @kind: "service", "organisation" or "venue"
 * @uid: of the record
 * @field: a column of its own: name_en, name_cy; not of a venue description_en, description_cy,
 *   url, email, phone (kept in canonical form); of a service also eligibility_en, eligibility_cy,
 *   how_to_join_en, how_to_join_cy, fees, alert, gender, status, minimum_age, maximum_age,
 *   do_not_list ("1", "0"), organisation_uid, areas (one a line), access and attending (codes,
 *   "drop-in,appointment"); of an organisation also governance, legal_status, parent_uid,
 *   volunteer_run, covered_by_parent; of a venue getting_there. For the rest: dolen-edit-parts.h
 * @value: (nullable): as text (numbers too); NULL empties the field
 * @error: DOLEN_ERROR_INVALID for another field or a value that cannot be one
 *
 * One side of a bilingual text edited makes the other out of date. Re-import keeps the edit.
 */
gint64 dolen_edit_set_field (DolenDirectory *dir,
                             const char *kind,
                             const char *uid,
                             const char *field,
                             const char *value,
                             const char *who,
                             GError **error);

/** dolen_edit_undo: restores what was before, by a new entry; an import by
 *  dolen_directory_undo_import(). DOLEN_ERROR_NOT_ALLOWED where that entry was undone already, or
 * the same field was changed again since. */
gint64 dolen_edit_undo (DolenDirectory *dir, gint64 history_id, const char *who, GError **error);

/** DolenHistoryEntry: one change. */
typedef struct {
  gint64 id;
  gint64 at;        /* instant */
  char *who;        /* (nullable) */
  char *act;        /* import, add-group, still-true, set-capacity, -field, -part, -tag, -check,
                       -permission, -state, close, reopen, put-back, erase-contact, undo; of two
                       take-over, merge, not-same, settle-clash; of the queue call, confirm,
                       queue-mark, question, suggestion, accept-suggestion, decline-suggestion */
  char *kind;       /* of the record: "service", "organisation", "venue", "source" */
  char *record_uid; /* (nullable) */
  char *field;      /* (nullable) of dolen_edit_set_field(), or a part (dolen-parts.h) */
  char *before;     /* (nullable) JSON */
  char *after;      /* (nullable) JSON */
  gint64 undoes;    /* id of the entry this one undid, 0 */
  gboolean undone;
} DolenHistoryEntry;

void dolen_history_entry_free (DolenHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHistoryEntry, dolen_history_entry_free)

/** dolen_directory_get_history: (transfer full) (element-type DolenHistoryEntry): newest first;
 *  @record_uid: (nullable): of one record; @limit: 0 for all. */
GPtrArray *dolen_directory_get_history (DolenDirectory *dir,
                                        const char *record_uid,
                                        guint limit,
                                        GError **error);

G_END_DECLS
