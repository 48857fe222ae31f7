/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What can be taken back in this session, newest last. An edit pushes how to undo it right after
 * it has been done; the window shows a toast with "Undo" by itself, and Ctrl+Z runs the newest.
 *
 *   dolen_undo_stack_push (dolen_session_get_undo (session), _("“Still true” noted"),
 * DOLEN_UNDO_OPEN, take_back_cb, data, data_free);
 *
 * The function starts the opposite edit (usually with dolen_session_run()) and reports its own
 * errors with dolen_session_report(). It must not push in its turn: undo is one step back, the
 * history of the directory and the journal keep both steps.
 */
#define DOLEN_TYPE_UNDO_STACK (dolen_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (DolenUndoStack, dolen_undo_stack, DOLEN, UNDO_STACK, GObject)

typedef void (*DolenUndoFunc) (gpointer data);

typedef enum {
  DOLEN_UNDO_OPEN,   /* of the directory: stays when the case records lock */
  DOLEN_UNDO_SEALED, /* about a person: forgotten, title and all, when the case records lock */
} DolenUndoScope;

DolenUndoStack *dolen_undo_stack_new (void);

/**
 * dolen_undo_stack_push:
 * @title: what was done, a short plain text (no markup) in the language of the window
 * @scope: whether it speaks of a person
 * @func: takes it back
 * @data: (transfer full): for @func; freed by @free_data once it has run or is forgotten
 *
 * Emits "pushed" (guint id, const char *title). At most 50 are kept.
 */
void dolen_undo_stack_push (DolenUndoStack *self,
                            const char *title,
                            DolenUndoScope scope,
                            DolenUndoFunc func,
                            gpointer data,
                            GDestroyNotify free_data);

/**
 * dolen_undo_stack_run:
 * @id: which, as "pushed" said; 0 for the newest
 *
 * Emits "withdrawn" (guint id) before it is taken back: an offer to undo it may go.
 *
 * Returns: (transfer full) (nullable): the title of what was taken back; NULL if it is not (or no
 * longer) there
 */
char *dolen_undo_stack_run (DolenUndoStack *self, guint id);

/** dolen_undo_stack_refuse: called by a function while it runs: it could not be taken back, and the
 *  function has said why; dolen_undo_stack_run() gives NULL then. */
void dolen_undo_stack_refuse (DolenUndoStack *self);

/** dolen_undo_stack_can_undo: also the property "can-undo". */
gboolean dolen_undo_stack_can_undo (DolenUndoStack *self);

/** dolen_undo_stack_forget_sealed: forgets all that speak of a person. */
void dolen_undo_stack_forget_sealed (DolenUndoStack *self);

G_END_DECLS
