/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One thread with a queue. It owns what only it may touch (a database connection) and does the
 * tasks given to it one after the other, those of the higher priority first. Why not
 * g_task_run_in_thread(): that pool is the whole process's, has no order, and a connection of
 * SQLite wants one owner.
 */
#define DOLEN_TYPE_WORKER (dolen_worker_get_type ())
G_DECLARE_FINAL_TYPE (DolenWorker, dolen_worker, DOLEN, WORKER, GObject)

/** DolenWorkerFunc: runs in the thread; must return a value or an error through @task. */
typedef void (*DolenWorkerFunc) (GTask *task);

/** dolen_worker_new: (transfer full): starts the thread; @name is seen in a debugger. */
DolenWorker *dolen_worker_new (const char *name);

/**
 * dolen_worker_queue:
 * @priority: G_PRIORITY_*, smaller is sooner
 * @task: (transfer full): its callback runs in the context it was made in
 *
 * A task whose cancellable is cancelled before its turn comes returns
 * G_IO_ERROR_CANCELLED without running.
 */
void dolen_worker_queue (DolenWorker *self, int priority, GTask *task, DolenWorkerFunc func);

/** dolen_worker_is_current: whether the caller runs in the worker's thread, for assertions. */
gboolean dolen_worker_is_current (DolenWorker *self);

/** dolen_worker_finish: does what is queued, then ends the thread; blocks. Later tasks are refused
 *  with G_IO_ERROR_CLOSED. Called by dispose too. */
void dolen_worker_finish (DolenWorker *self);

G_END_DECLS
