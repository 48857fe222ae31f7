/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-undo-stack.h"
#include "casework/dolen-casework.h"
#include "directory/dolen-directory.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * DolenSession: everything a window works on that is not a widget: the profile folder, the
 * directory, the settings, what can be undone. Pages get it when they are made, hold a reference,
 * and listen to its signals; they come and go with the language, the session stays.
 *
 * Two connections to the directory, one owner each. The worker's may write and does what takes
 * time: dolen_session_run(). The main thread's is read-only and is for what a list page needs at
 * once (0.3 ms a page): dolen_session_get_directory().
 *
 * Signals:
 *   "directory-changed" ()      the directory was opened, or something in it was written, by us or
 *                               by another process: read again
 *   "person-changed" ()         another person is open, or none
 *   "locking" ()                the case records are about to lock: seal what is being typed
 *   "toast" (const char *)      a small message for whoever shows this session
 *   "idle" ()                   no job is queued or under way any more
 */
#define DOLEN_TYPE_SESSION (dolen_session_get_type ())
G_DECLARE_FINAL_TYPE (DolenSession, dolen_session, DOLEN, SESSION, GObject)

/**
 * dolen_session_new:
 * @folder: the profile folder; made if it is not there
 *
 * Starts opening (and, for a new profile, making) the directory in the worker and returns at once;
 * "directory-changed" tells when it is there, dolen_session_get_error() when it will never be.
 */
DolenSession *dolen_session_new (const char *folder, GError **error);

/** dolen_session_close: ends the worker (what is queued is done first), closes everything. Called
 *  by dispose too. */
void dolen_session_close (DolenSession *self);

/** dolen_session_get_folder: the real path of the profile folder. */
const char *dolen_session_get_folder (DolenSession *self);

/** dolen_session_get_settings: (transfer none): the application's GSettings. */
GSettings *dolen_session_get_settings (DolenSession *self);

/** dolen_session_get_undo: (transfer none): see dolen-undo-stack.h. */
DolenUndoStack *dolen_session_get_undo (DolenSession *self);

/** dolen_session_get_directory: (transfer none) (nullable): the main thread's read-only connection;
 *  NULL until the worker has opened the directory. */
DolenDirectory *dolen_session_get_directory (DolenSession *self);

/** dolen_session_get_error: (transfer none) (nullable): why the directory cannot be opened. */
const GError *dolen_session_get_error (DolenSession *self);

/** dolen_session_is_empty: whether the directory is open and holds nothing yet: the welcome page.
 */
gboolean dolen_session_is_empty (DolenSession *self);

/** dolen_session_set_sample: marks the profile as the sample: the window says so.
 *  @home: (nullable): the profile folder that closing the sample goes back to. */
void dolen_session_set_sample (DolenSession *self, const char *home);
gboolean dolen_session_is_sample (DolenSession *self);

/** dolen_session_is_invented: whether it is the sample and nothing but the sample has come into its
 *  directory, by whatever door. */
gboolean dolen_session_is_invented (DolenSession *self);
const char *dolen_session_get_home (DolenSession *self);

/* ---- asynchronous jobs ---- */

/**
 * DolenSessionFunc: runs in the worker.
 * @directory: the worker's connection; it may write
 * @data: the job's
 * @cancellable: (nullable): already set on @directory
 *
 * Returns: (transfer full) (nullable): the result. Failed exactly when @error is set.
 */
typedef gpointer (*DolenSessionFunc) (DolenDirectory *directory,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);

/** DolenSessionJob: what is to be done; copied by dolen_session_run(). */
typedef struct {
  const char *name;           /* static, for debuggers: "save capacity" */
  int priority;               /* G_PRIORITY_*: what a person waits for is G_PRIORITY_DEFAULT */
  DolenSessionFunc func;      /* calls the x_sync() of a room and nothing of GTK */
  gpointer data;              /* (transfer full): for @func alone */
  GDestroyNotify free_data;   /* (nullable) */
  GDestroyNotify free_result; /* (nullable) for a result that nobody takes */
} DolenSessionJob;

/**
 * dolen_session_run:
 * @cancellable: (nullable): interrupts a running query too
 * @callback: (nullable): in the main thread, after "directory-changed" where the job wrote
 *
 * How a page does something slow, or writes:
 *
 *   DolenSessionJob job = { "save capacity", G_PRIORITY_DEFAULT, save_capacity, data, data_free };
 *   dolen_session_run (session, &job, self->cancellable, on_saved_cb, g_object_ref (self));
 *
 * A newer search cancels the older one, and a page cancels what it asked for in its dispose; the
 * callback comes all the same, with G_IO_ERROR_CANCELLED.
 */
void dolen_session_run (DolenSession *self,
                        const DolenSessionJob *job,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

/** dolen_session_run_finish: (transfer full) (nullable): what the function returned. */
gpointer dolen_session_run_finish (DolenSession *self, GAsyncResult *result, GError **error);

/** dolen_session_is_busy: whether a job is queued or under way; for tests and the tour. */
gboolean dolen_session_is_busy (DolenSession *self);

/** dolen_session_check_changed: looks whether another process has written, and emits
 *  "directory-changed" if so. The window calls it when it gets the focus. */
void dolen_session_check_changed (DolenSession *self);

/** dolen_session_run_told: the end of a job that leaves nothing but its outcome: what its error
 *  means as a toast, else @text. @text: (nullable) */
void dolen_session_run_told (DolenSession *self, GAsyncResult *result, const char *text);

/* ---- telling ---- */

/** dolen_session_toast: shows @text (plain, no markup) for some seconds. */
void dolen_session_toast (DolenSession *self, const char *text);

/** dolen_session_report: shows what @error means as a toast; nothing for a cancelled job. */
void dolen_session_report (DolenSession *self, const GError *error);

/* ---- the open person ---- */

/**
 * dolen_session_open_person:
 * @uid: (nullable): NULL closes
 * @label: (nullable): how the chip in the header calls them; never leaves memory
 */
void dolen_session_open_person (DolenSession *self, const char *uid, const char *label);
const char *dolen_session_get_person (DolenSession *self);
const char *dolen_session_get_person_label (DolenSession *self);

/** dolen_session_get_casework: (transfer none): the one door to the case records, open or not. It
 *  belongs to the main thread. */
DolenCasework *dolen_session_get_casework (DolenSession *self);

/** dolen_session_dup_worker: (transfer full) (nullable): who works here, as the preferences say:
 * the author of edits. */
char *dolen_session_dup_worker (DolenSession *self);

/** dolen_session_is_unlocked: whether the case records are open. */
gboolean dolen_session_is_unlocked (DolenSession *self);

/** dolen_session_did: an act of casework was done: offers to undo it (@undo: (transfer full)
 *  (nullable)). */
void dolen_session_did (DolenSession *self, DolenUndo *undo);

/** dolen_session_did_as: the same, told in words of one's own. @undo: (transfer full) (nullable) */
void dolen_session_did_as (DolenSession *self, DolenUndo *undo, const char *sentence);

/** dolen_session_lock: "locking", then closes the case records, the open person and every undo
 *  that speaks of a person. */
void dolen_session_lock (DolenSession *self);

G_END_DECLS
