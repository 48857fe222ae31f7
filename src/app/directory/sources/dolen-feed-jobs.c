/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-feed-jobs.h"

#include "app/dolen-error-message.h"
#include "base/dolen-time.h"
#include "base/dolen-worker.h"
#include "directory/alike/dolen-alike.h"
#include "matching/dolen-lending.h"

#include <glib/gi18n.h>

#define LOOK_SECONDS (15 * 60)
#define SHOW_MS 200
#define REST_SECONDS (G_GINT64_CONSTANT (6) * 60 * 60)

/* One reading; kept by its thread, by the worker's job and by the list. */
typedef struct {
  gatomicrefcount references;
  char *source_uid;
  char *path; /* of the directory */
  char *who;
  GCancellable *cancellable;
  gboolean accept_loss;
  DolenFeedReading *reading; /* between the thread and the worker */
  DolenFeedReport *report;
  GError *error;
  gboolean running;
  gint64 ended_at; /* monotonic */
  guint show_source;

  GMutex lock;     /* guards those below, which threads write */
  gboolean begun;  /* its turn came */
  gboolean let_go; /* cancelled before that */
  DolenHarvestStage stage;
  guint done, of;
  double written; /* negative: not yet */
} Job;

struct _DolenFeedJobs {
  GObject parent_instance;
  DolenSession *session; /* borrowed: it owns us */
  GHashTable *jobs;      /* source uid -> Job */
  DolenWorker *worker;   /* reads them, one after the other: each may take hours */
  guint look_source;
};

G_DEFINE_FINAL_TYPE (DolenFeedJobs, dolen_feed_jobs, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Job *
job_ref (Job *job)
{
  g_atomic_ref_count_inc (&job->references);
  return job;
}

static void
job_unref (gpointer data)
{
  Job *job = data;

  if (!g_atomic_ref_count_dec (&job->references))
    return;
  g_free (job->source_uid);
  g_free (job->path);
  g_free (job->who);
  g_object_unref (job->cancellable);
  dolen_feed_reading_free (job->reading);
  dolen_feed_report_free (job->report);
  g_clear_error (&job->error);
  g_mutex_clear (&job->lock);
  g_free (job);
}

/* ---- in the threads ---- */

/* FALSE: it was cancelled while it waited, and the main thread is done with it. */
static gboolean
begin (Job *job)
{
  gboolean goes;

  g_mutex_lock (&job->lock);
  goes = !job->let_go;
  job->begun = goes;
  g_mutex_unlock (&job->lock);
  return goes;
}

static void
note_reading (DolenHarvestStage stage, guint done, guint of, gpointer user_data)
{
  Job *job = user_data;

  g_mutex_lock (&job->lock);
  job->stage = stage;
  job->done = done;
  job->of = of;
  g_mutex_unlock (&job->lock);
}

static void
note_writing (double fraction, guint64 records, gpointer user_data)
{
  Job *job = user_data;

  g_mutex_lock (&job->lock);
  job->written = fraction;
  g_mutex_unlock (&job->lock);
}

static DolenFeedOptions
options_of (Job *job)
{
  return (DolenFeedOptions){
    .accept_loss = job->accept_loss,
    .who = job->who,
    .progress = note_reading,
    .import_progress = note_writing,
    .progress_data = job,
    .cancellable = job->cancellable,
  };
}

static void
read_in_worker (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  DolenFeedOptions options = options_of (job);
  g_autoptr (DolenDirectory) directory = NULL;

  if (begin (job))
    directory = dolen_directory_open (job->path, DOLEN_DB_READ_ONLY, &error);
  else
    g_cancellable_set_error_if_cancelled (job->cancellable, &error);
  if (directory != NULL)
    job->reading = dolen_feed_read (directory, job->source_uid, &options, &error);
  if (job->reading != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
take_in_worker (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  DolenFeedOptions options = options_of (job);
  g_autoptr (DolenTagger) tagger = dolen_lend_tagging (&options.hooks, error);

  if (tagger == NULL || !dolen_feed_take (directory, job->reading, &options, &job->report, error))
    return NULL;
  /* What came in may be here already; where that cannot be looked for now it is next time. */
  dolen_alike_renew (directory, NULL, NULL, NULL);
  return NULL;
}

/* ---- in the main thread ---- */

static void
tell (DolenFeedJobs *self, Job *job)
{
  g_signal_emit (self, signals[CHANGED], 0, job->source_uid);
}

static void
end (DolenFeedJobs *self, Job *job)
{
  job->running = FALSE;
  job->ended_at = g_get_monotonic_time ();
  g_clear_handle_id (&job->show_source, g_source_remove);
  g_clear_pointer (&job->reading, dolen_feed_reading_free);
  tell (self, job);
}

/* What a callback needs: us, as long as we are there, and the job. */
typedef struct {
  GWeakRef jobs;
  Job *job;
} Call;

static Call *
call_new (DolenFeedJobs *self, Job *job)
{
  Call *call = g_new0 (Call, 1);

  g_weak_ref_init (&call->jobs, self);
  call->job = job_ref (job);
  return call;
}

static void
call_free (Call *call)
{
  g_weak_ref_clear (&call->jobs);
  job_unref (call->job);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (DolenFeedJobs) self = g_weak_ref_get (&call->jobs);

  dolen_session_run_finish (DOLEN_SESSION (source), result, &call->job->error);
  /* A cancel that came after the commit came too late: what was done is told. */
  if (call->job->report != NULL)
    g_clear_error (&call->job->error);
  if (self != NULL)
    end (self, call->job);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (DolenFeedJobs) self = g_weak_ref_get (&call->jobs);
  DolenSessionJob take = { "take feed", G_PRIORITY_DEFAULT_IDLE, take_in_worker };
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    if (call->job->error == NULL)
      g_propagate_error (&call->job->error, error);
    else
      g_error_free (error); /* it was told when it was cancelled */
    if (self != NULL && call->job->running)
      end (self, call->job);
    return;
  }
  if (self == NULL)
    return;
  take.data = job_ref (call->job);
  take.free_data = job_unref;
  dolen_session_run (
      self->session, &take, call->job->cancellable, on_taken_cb, call_new (self, call->job));
}

static gboolean
show_cb (gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (DolenFeedJobs) self = g_weak_ref_get (&call->jobs);

  if (self != NULL)
    tell (self, call->job);
  return G_SOURCE_CONTINUE;
}

static Job *
job_new (DolenFeedJobs *self, const char *source_uid, gboolean accept_loss)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->references);
  g_mutex_init (&job->lock);
  job->source_uid = g_strdup (source_uid);
  job->path = g_build_filename (dolen_session_get_folder (self->session), "directory.db", NULL);
  job->who = dolen_session_dup_worker (self->session);
  job->cancellable = g_cancellable_new ();
  job->accept_loss = accept_loss;
  job->written = -1;
  job->running = TRUE;
  return job;
}

static void
start (DolenFeedJobs *self, const char *source_uid, gboolean accept_loss, int priority)
{
  Job *job = g_hash_table_lookup (self->jobs, source_uid);
  GTask *task;

  if (job != NULL && job->running)
    return;
  job = job_new (self, source_uid, accept_loss);
  g_hash_table_replace (self->jobs, g_strdup (source_uid), job);
  task = g_task_new (NULL, job->cancellable, on_read_cb, call_new (self, job));
  g_task_set_task_data (task, job_ref (job), job_unref);
  dolen_worker_queue (self->worker, priority, task, read_in_worker);
  job->show_source = g_timeout_add_full (
      G_PRIORITY_DEFAULT, SHOW_MS, show_cb, call_new (self, job), (GDestroyNotify) call_free);
  tell (self, job);
}

void
dolen_feed_jobs_start (DolenFeedJobs *self, const char *source_uid, gboolean accept_loss)
{
  g_return_if_fail (DOLEN_IS_FEED_JOBS (self));
  start (self, source_uid, accept_loss, G_PRIORITY_DEFAULT);
}

/* One whose turn has not come ends at once: its task ends with the feed before it. */
void
dolen_feed_jobs_cancel (DolenFeedJobs *self, const char *source_uid)
{
  Job *job = g_hash_table_lookup (self->jobs, source_uid);
  gboolean waited;

  if (job == NULL)
    return;
  g_cancellable_cancel (job->cancellable);
  g_mutex_lock (&job->lock);
  waited = job->running && !job->begun;
  job->let_go = waited;
  g_mutex_unlock (&job->lock);
  if (waited && job->error == NULL
      && g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    end (self, job);
}

/* One that is being read, or failed a while ago, is not tried again by itself. */
static gboolean
was_tried (DolenFeedJobs *self, const char *source_uid)
{
  const Job *job = g_hash_table_lookup (self->jobs, source_uid);

  return job != NULL
         && (job->running
             || (job->error != NULL
                 && g_get_monotonic_time () - job->ended_at < REST_SECONDS * G_USEC_PER_SEC));
}

void
dolen_feed_jobs_start_due (DolenFeedJobs *self)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  g_autoptr (GPtrArray) sources
             = directory != NULL ? dolen_directory_list_sources (directory, NULL) : NULL;

  for (guint i = 0; sources != NULL && i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);
    if (dolen_feed_is_due (source, dolen_time_now ()) && !was_tried (self, source->uid))
      start (self, source->uid, FALSE, G_PRIORITY_LOW); /* after what somebody asked for */
  }
}

static gboolean
look_cb (gpointer user_data)
{
  dolen_feed_jobs_start_due (DOLEN_FEED_JOBS (user_data));
  return G_SOURCE_CONTINUE;
}

/* ---- how it stands ---- */

void
dolen_feed_job_state_clear (DolenFeedJobState *state)
{
  g_clear_pointer (&state->text, g_free);
}

static gboolean
has_begun (Job *job)
{
  gboolean begun;

  g_mutex_lock (&job->lock);
  begun = job->begun;
  g_mutex_unlock (&job->lock);
  return begun;
}

/* Another feed is being read, and this one's turn has not come. */
static gboolean
is_waiting (DolenFeedJobs *self, Job *job)
{
  GHashTableIter each;
  gpointer other;

  if (has_begun (job))
    return FALSE;
  g_hash_table_iter_init (&each, self->jobs);
  while (g_hash_table_iter_next (&each, NULL, &other))
    if (other != job && ((Job *) other)->running && has_begun (other))
      return TRUE;
  return FALSE;
}

static void
say_how_far (Job *job, DolenFeedJobState *state)
{
  g_mutex_lock (&job->lock);
  if (job->written >= 0) {
    state->fraction = job->written;
    state->text = g_strdup (_ ("What came is being written."));
  } else if (job->stage == DOLEN_HARVEST_DETAILS) {
    state->fraction = job->of > 0 ? (double) job->done / job->of : -1;
    /* Translators: while a feed is being read: counts of records. */
    state->text = g_strdup_printf (_ ("Reading: record %u of %u"), job->done, job->of);
  } else if (job->of > 0) {
    state->fraction = (double) job->done / job->of;
    /* Translators: while a feed is being read: counts of pages. */
    state->text = g_strdup_printf (_ ("Reading: page %u of %u"), job->done, job->of);
  } else {
    state->fraction = -1;
    state->text = job->done > 0
                      /* Translators: while a feed is being read: a count of pages. */
                      ? g_strdup_printf (_ ("Reading: page %u"), job->done)
                      : g_strdup (_ ("Asking the server"));
  }
  g_mutex_unlock (&job->lock);
}

gboolean
dolen_feed_jobs_get_state (DolenFeedJobs *self, const char *source_uid, DolenFeedJobState *state)
{
  Job *job = g_hash_table_lookup (self->jobs, source_uid);

  *state = (DolenFeedJobState){ .fraction = -1 };
  if (job == NULL)
    return FALSE;
  state->running = job->running;
  if (job->running && is_waiting (self, job)) {
    state->text = g_strdup (_ ("Waiting until another feed has been read"));
  } else if (job->running) {
    say_how_far (job, state);
  } else if (job->error != NULL) {
    state->text = dolen_error_to_message (job->error);
    state->failed = state->text != NULL;
    if (state->text == NULL)
      state->text = g_strdup (_ ("Cancelled. What came is kept for the next time."));
  } else if (job->report != NULL) {
    state->text = dolen_feed_report_sentences (job->report);
    state->shrunk = job->report->shrunk;
  }
  return TRUE;
}

gboolean
dolen_feed_jobs_is_busy (DolenFeedJobs *self)
{
  GHashTableIter each;
  gpointer job;

  g_hash_table_iter_init (&each, self->jobs);
  while (g_hash_table_iter_next (&each, NULL, &job))
    if (((Job *) job)->running)
      return TRUE;
  return FALSE;
}

/* ---- the object ---- */

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_handle_id (&job->show_source, g_source_remove);
  g_cancellable_cancel (job->cancellable);
  job_unref (job);
}

static void
dolen_feed_jobs_dispose (GObject *object)
{
  DolenFeedJobs *self = DOLEN_FEED_JOBS (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_hash_table_remove_all (self->jobs);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (dolen_feed_jobs_parent_class)->dispose (object);
}

static void
dolen_feed_jobs_finalize (GObject *object)
{
  g_hash_table_unref (DOLEN_FEED_JOBS (object)->jobs);
  G_OBJECT_CLASS (dolen_feed_jobs_parent_class)->finalize (object);
}

static void
dolen_feed_jobs_class_init (DolenFeedJobsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_feed_jobs_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_feed_jobs_finalize;
  signals[CHANGED] = g_signal_new ("changed",
                                   DOLEN_TYPE_FEED_JOBS,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
}

static void
dolen_feed_jobs_init (DolenFeedJobs *self)
{
  self->worker = dolen_worker_new ("feeds");
  self->jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_job);
}

DolenFeedJobs *
dolen_feed_jobs_get (DolenSession *session)
{
  DolenFeedJobs *self = g_object_get_data (G_OBJECT (session), "dolen-feed-jobs");

  if (self != NULL)
    return self;
  self = g_object_new (DOLEN_TYPE_FEED_JOBS, NULL);
  self->session = session;
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  g_signal_connect_object (session,
                           "directory-changed",
                           G_CALLBACK (dolen_feed_jobs_start_due),
                           self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (session), "dolen-feed-jobs", self, g_object_unref);
  return self;
}
