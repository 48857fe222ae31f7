/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-out-read.h"

#include "matching/dolen-lending.h"

typedef struct {
  DolenSessionJob job;
  char *path;          /* (owned) of the directory */
  DolenWorker *worker; /* (owned) (nullable) until it has ended */
  GAsyncReadyCallback callback;
  gpointer user_data;
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  if (read->job.free_data != NULL)
    read->job.free_data (read->job.data);
  g_clear_object (&read->worker);
  g_free (read->path);
  g_free (read);
}

/* ---- in the thread ---- */

/* One moment of the directory: a transaction that only reads keeps nobody from writing. */
static gpointer
read_at_once (DolenDirectory *directory, Read *read, GCancellable *cancellable, GError **error)
{
  DolenDb *db = dolen_directory_get_db (directory);
  gpointer result = NULL;

  if (!dolen_db_exec (db, "BEGIN", error))
    return NULL;
  dolen_db_set_cancellable (db, cancellable);
  result = read->job.func (directory, read->job.data, cancellable, error);
  dolen_db_set_cancellable (db, NULL);
  dolen_db_exec (db, "ROLLBACK", NULL);
  return result;
}

static void
read_in_thread (GTask *task)
{
  Read *read = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result = NULL;
  g_autoptr (DolenDirectory) directory
             = dolen_directory_open (read->path, DOLEN_DB_READ_ONLY, &error);

  if (directory != NULL) {
    dolen_lend_vocabulary (directory);
    result = read_at_once (directory, read, g_task_get_cancellable (task), &error);
  }
  if (error == NULL) {
    g_task_return_pointer (task, result, read->job.free_result);
    return;
  }
  if (result != NULL && read->job.free_result != NULL)
    read->job.free_result (result);
  g_task_return_error (task, error);
}

/* ---- in the main thread ---- */

/* The thread ends before anybody is told: it holds nothing of the session's then. */
static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Read *read = g_task_get_task_data (G_TASK (result));

  dolen_worker_finish (read->worker);
  g_clear_object (&read->worker);
  read->callback (source, result, read->user_data);
}

static gpointer
do_nothing (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* What was being saved is saved. */
static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Read *read = g_task_get_task_data (task);
  GError *error = NULL;

  dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  if (error == NULL) {
    dolen_worker_queue (read->worker, G_PRIORITY_DEFAULT, task, read_in_thread);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

DolenWorker *
dolen_out_read (DolenSession *session,
                const DolenSessionJob *job,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  DolenSessionJob before = { "before a reading", G_PRIORITY_DEFAULT, do_nothing };
  DolenWorker *worker;
  GTask *task;
  Read *read;

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && job != NULL && callback != NULL, NULL);

  worker = dolen_worker_new ("reading out");
  read = g_new0 (Read, 1);
  read->job = *job;
  read->path = g_build_filename (dolen_session_get_folder (session), "directory.db", NULL);
  read->worker = g_object_ref (worker);
  read->callback = callback;
  read->user_data = user_data;
  task = g_task_new (session, cancellable, on_read_cb, NULL);
  g_task_set_source_tag (task, dolen_out_read);
  g_task_set_name (task, job->name);
  g_task_set_task_data (task, read, read_free);
  dolen_session_run (session, &before, cancellable, on_saved_cb, task);
  return worker;
}

gpointer
dolen_out_read_finish (DolenSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
