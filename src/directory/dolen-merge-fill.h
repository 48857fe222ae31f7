/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edit-record.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/* What the record that stays takes over of the one that goes into it (dolen-merge.h). */
typedef struct {
  DolenDirectory *dir;
  const char *kind;            /* of both */
  const char *who;             /* (nullable) */
  const DolenEditRecord *kept; /* both as they were before */
  const DolenEditRecord *gone;
  json_object *entries; /* (not owned) array: ids of the entries of the history are added */
  json_object *taken;   /* (not owned) array: names of the fields and parts that were taken over */
} DolenMergeFill;

/** dolen_merge_fill: what one says nothing of it gets from the other: fields, lists, what is
 *  missing in a contact or place of both, what people saw, told and confirmed. What it says stays
 *  as it is, and what was erased of either does not come back. Within the caller's transaction. */
gboolean dolen_merge_fill (const DolenMergeFill *fill, GError **error);

/* Shared by the files of a merge only: */

/** dolen_merge_note: adds an edit to what is noted. @id: of its entry, as an edit returns it; @as:
 *  (nullable): what was taken over is called; @failed: (transfer full) (nullable): what an editor
 *  would not take stays with the other record. */
gboolean dolen_merge_note (
    const DolenMergeFill *fill, gint64 id, const char *as, GError *failed, GError **error);

/** dolen_merge_take_part: dolen_edit_take_part(), noted. */
gboolean dolen_merge_take_part (const DolenMergeFill *fill,
                                const char *kind,
                                const char *part,
                                gconstpointer edited,
                                const char *as,
                                GError **error);

/** dolen_merge_was_taken: whether @name was noted. */
gboolean dolen_merge_was_taken (const DolenMergeFill *fill, const char *name);

/** dolen_merge_fill_told: of services, tags, the report of places, confirmations of what was taken
 *  over before; _checks: of organisations, policies and checks. */
gboolean dolen_merge_fill_told (const DolenMergeFill *fill, GError **error);
gboolean dolen_merge_fill_checks (const DolenMergeFill *fill, GError **error);

/* Those that look into the elements of a list (dolen-merge-elements.c): */

/** dolen_merge_join_contacts: puts into @own what of @other's contacts it lacks: those that it does
 *  not know, and what is missing in those that both know and that allowed the same. One of both
 *  that allowed something else and has more is a contact of its own. Returns: whether anything. */
gboolean dolen_merge_join_contacts (GPtrArray *own, const GPtrArray *other);

/** dolen_merge_is_same_place: whether two records of venues are plainly of one place, and neither
 *  is hidden: they contradict each other in nothing. */
gboolean dolen_merge_is_same_place (const DolenVenue *one, const DolenVenue *other);

/** dolen_merge_join_place: puts into @own what of @other's address and position it lacks. Returns:
 *  whether anything. */
gboolean dolen_merge_join_place (DolenVenue *own, const DolenVenue *other);

/** dolen_merge_join_venue: the same, and of its names, ways there and access. */
gboolean dolen_merge_join_venue (DolenVenue *own, const DolenVenue *other);

/* A place that other services use as well (dolen-merge-shared.c): */

/** dolen_merge_is_shared: puts into @shared whether more than one service uses the venue. */
gboolean
dolen_merge_is_shared (DolenDirectory *dir, const char *uid, gboolean *shared, GError **error);

/** dolen_merge_move_from_shared: the kept service has, instead of @own, a venue that says what both
 *  say: @other where that is all, else a new one. @own stays as it is. */
gboolean dolen_merge_move_from_shared (const DolenMergeFill *fill,
                                       const DolenVenue *own,
                                       const DolenVenue *other,
                                       GError **error);

G_END_DECLS
