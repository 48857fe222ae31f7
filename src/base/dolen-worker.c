/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-worker.h"

#include <glib/gi18n-lib.h>

struct _DolenWorker {
  GObject parent_instance;
  GThread *thread;    /* (owned) (nullable) */
  GAsyncQueue *queue; /* (owned) of Job */
  guint64 next;       /* number of the next job; under the queue's lock */
  gboolean closed;    /* under the queue's lock */
};

typedef struct {
  int priority;
  guint64 number;
  GTask *task; /* (owned) (nullable): NULL ends the thread */
  DolenWorkerFunc func;
} Job;

G_DEFINE_FINAL_TYPE (DolenWorker, dolen_worker, G_TYPE_OBJECT)

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *x = a, *y = b;

  if (x->priority != y->priority)
    return x->priority < y->priority ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static gpointer
run_jobs (gpointer user_data)
{
  GAsyncQueue *queue = user_data;

  for (;;) {
    g_autofree Job *job = g_async_queue_pop (queue);

    if (job->task == NULL)
      return NULL;
    if (!g_task_return_error_if_cancelled (job->task))
      job->func (job->task);
    g_clear_object (&job->task);
  }
}

static void
push_job (DolenWorker *self, Job *job)
{
  job->number = self->next++;
  g_async_queue_push_sorted_unlocked (self->queue, job, compare_jobs, NULL);
}

static void
dolen_worker_dispose (GObject *object)
{
  dolen_worker_finish (DOLEN_WORKER (object));
  G_OBJECT_CLASS (dolen_worker_parent_class)->dispose (object);
}

static void
dolen_worker_finalize (GObject *object)
{
  g_async_queue_unref (DOLEN_WORKER (object)->queue);
  G_OBJECT_CLASS (dolen_worker_parent_class)->finalize (object);
}

static void
dolen_worker_class_init (DolenWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_worker_finalize;
}

static void
dolen_worker_init (DolenWorker *self)
{
  self->queue = g_async_queue_new ();
}

DolenWorker *
dolen_worker_new (const char *name)
{
  DolenWorker *self = g_object_new (DOLEN_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, run_jobs, self->queue);
  return self;
}

void
dolen_worker_queue (DolenWorker *self, int priority, GTask *task, DolenWorkerFunc func)
{
  g_autoptr (GTask) owned = task;
  gboolean closed;

  g_return_if_fail (DOLEN_IS_WORKER (self) && G_IS_TASK (task) && func != NULL);

  g_async_queue_lock (self->queue);
  closed = self->closed;
  if (!closed) {
    Job *job = g_new0 (Job, 1);

    job->priority = priority;
    job->task = g_steal_pointer (&owned);
    job->func = func;
    push_job (self, job);
  }
  g_async_queue_unlock (self->queue);
  if (closed)
    g_task_return_new_error (owned, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _ ("Dolen is closing."));
}

gboolean
dolen_worker_is_current (DolenWorker *self)
{
  return self->thread == g_thread_self ();
}

void
dolen_worker_finish (DolenWorker *self)
{
  g_return_if_fail (DOLEN_IS_WORKER (self));

  if (self->thread == NULL)
    return;
  g_async_queue_lock (self->queue);
  self->closed = TRUE;
  {
    Job *last = g_new0 (Job, 1);

    last->priority = G_MAXINT;
    push_job (self, last);
  }
  g_async_queue_unlock (self->queue);
  /* Not cleared before: the jobs still to be done ask whether they are in this thread. */
  g_thread_join (self->thread);
  self->thread = NULL;
}
