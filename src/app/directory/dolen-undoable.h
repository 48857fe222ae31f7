/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/*
 * An edit of the directory that is one entry of its history: done in the worker, told by a toast,
 * and undone by that entry.
 */

/** DolenUndoableFunc: runs in the worker: makes the edit. Returns: the entry, 0 with @error,
 * negative where nothing would change (dolen-edit-parts.h). */
typedef gint64 (*DolenUndoableFunc) (DolenDirectory *directory,
                                     gpointer data,
                                     const char *who,
                                     GError **error);

/** DolenUndoableTell: runs in the worker, after it was done. Returns: (transfer full) (nullable):
 *  the title, where what came of it is worth telling. */
typedef char *(*DolenUndoableTell) (DolenDirectory *directory, gint64 entry);

/** DolenUndoableDone: in the main thread: whether it was done; what went wrong has been told. */
typedef void (*DolenUndoableDone) (gboolean done, gpointer user_data);

typedef struct {
  const char *title; /* of the toast, translated; copied */
  DolenUndoableFunc func;
  gpointer data;            /* (transfer full): for @func */
  GDestroyNotify free_data; /* (nullable) */
  DolenUndoableDone done;   /* (nullable) */
  gpointer user_data;
  DolenUndoableTell tell; /* (nullable) */
} DolenUndoable;

/** dolen_undoable_run: @edit: copied. Who does it is who works here. */
void dolen_undoable_run (DolenSession *session, const DolenUndoable *edit);

G_END_DECLS
