/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/*
 * What the history keeps of acts in the queue, and how they are undone: for this room and
 * dolen-edit-undo.c.
 */

/* What stands in the history's "field": */
#define DOLEN_KEEPING_MARK "queue-mark"       /* before, after: a mark */
#define DOLEN_KEEPING_SEVERAL "several"       /* after: {"entries": [ids], "reason"} */
#define DOLEN_KEEPING_QUESTION "question"     /* {"uid": ..., "done_on": ...} */
#define DOLEN_KEEPING_SUGGESTION "suggestion" /* {"uid": ..., "state": ...} */

/* A row of queue_mark. */
typedef struct {
  char *kind;
  char *assigned_to;
  char *due_on;
  char *snoozed_until;
  char *reason;
} DolenKeepingMark;

void dolen_keeping_mark_clear (DolenKeepingMark *mark);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenKeepingMark, dolen_keeping_mark_clear)

/** dolen_keeping_mark_load: an empty one where there is none; _store: an empty one is taken away.
 */
gboolean dolen_keeping_mark_load (DolenDirectory *dir,
                                  const char *record_uid,
                                  const char *kind,
                                  DolenKeepingMark *mark,
                                  GError **error);
gboolean dolen_keeping_mark_store (DolenDirectory *dir,
                                   const char *record_uid,
                                   const DolenKeepingMark *mark,
                                   GError **error);
char *dolen_keeping_mark_json (const DolenKeepingMark *mark);

/** dolen_keeping_record_kind: (transfer full): "service" or "organisation"; DOLEN_ERROR_NOT_FOUND.
 */
char *dolen_keeping_record_kind (DolenDirectory *dir, const char *uid, GError **error);

/** dolen_keeping_set_state: of a question (done_on) or a suggestion (state), with its entry of the
 *  history. @field: one of the two names above. Returns: the entry's id, 0 with @error. Within the
 *  caller's transaction. */
gint64 dolen_keeping_set_state (DolenDirectory *dir,
                                const char *field,
                                const char *uid,
                                const char *state,
                                const char *who,
                                GError **error);

/** dolen_keeping_add_several: @reason: (nullable): why, in words. The entry of an act that is
 * several entries; undone together, but for what was changed again since, which stays. */
gint64 dolen_keeping_add_several (DolenDirectory *dir,
                                  const char *act,
                                  const char *kind,
                                  const char *record_uid,
                                  const GArray *entries,
                                  const char *reason,
                                  const char *who,
                                  GError **error);

/** dolen_keeping_knows: whether an entry with that "field" is undone here. */
gboolean dolen_keeping_knows (const char *field);

/** dolen_keeping_undo: puts back what @entry changed; within the caller's transaction, which writes
 *  the new entry. */
gboolean dolen_keeping_undo (DolenDirectory *dir,
                             const DolenHistoryEntry *entry,
                             const char *who,
                             GError **error);

G_END_DECLS
