/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-session.h"

#include "app/dolen-scheme-settings.h"
#include "app/dolen-scheme-terms.h"
#include "app/casework/dolen-backup-keeper.h"
#include "app/casework/dolen-quick-unlock.h"
#include "app/casework/dolen-rules-window.h"
#include "app/dolen-error-message.h"
#include "base/dolen-profile-folder.h"
#include "base/dolen-working-days.h"
#include "base/dolen-worker.h"
#include "matching/dolen-lending.h"

/* As data/sample/directory.json calls itself. */
#define SAMPLE_SOURCE "Dolen sample directory"

struct _DolenSession {
  GObject parent_instance;
  DolenProfileFolder *folder; /* (owned) */
  GSettings *settings;        /* (owned) */
  DolenUndoStack *undo;       /* (owned) */
  DolenCasework *casework;    /* (owned) */
  DolenWorker *worker;        /* (owned) (nullable) after close */
  DolenDirectory *directory;  /* (owned) (nullable) the main thread's */
  gint64 data_version;        /* of @directory when "directory-changed" was last emitted */
  GError *error;              /* (owned) (nullable) */
  char *person;               /* (owned) (nullable) uid */
  char *person_label;         /* (owned) (nullable) */
  guint running;              /* jobs not yet called back */
  gboolean sample;
  char *home; /* (owned) (nullable) */

  DolenDirectory *writing; /* (owned) (nullable) the worker's; touched only there */
  char *path;              /* of directory.db; constant */
};

G_DEFINE_FINAL_TYPE (DolenSession, dolen_session, G_TYPE_OBJECT)

enum {
  DIRECTORY_CHANGED,
  PERSON_CHANGED,
  LOCKING,
  TOAST,
  IDLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- in the worker ---- */

static DolenDirectory *
open_writing (DolenSession *self, GError **error)
{
  g_assert (dolen_worker_is_current (self->worker));

  if (self->writing != NULL)
    return self->writing;
  self->writing = dolen_directory_open (self->path, DOLEN_DB_READ_WRITE, error);
  if (self->writing != NULL)
    dolen_lend_vocabulary (self->writing);
  return self->writing;
}

static void
run_job (GTask *task)
{
  DolenSession *self = g_task_get_source_object (task);
  const DolenSessionJob *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  DolenDirectory *directory;
  GError *error = NULL;
  gpointer result;

  directory = open_writing (self, &error);
  if (directory == NULL) {
    g_task_return_error (task, error);
    return;
  }
  dolen_db_set_cancellable (dolen_directory_get_db (directory), cancellable);
  result = job->func (directory, job->data, cancellable, &error);
  dolen_db_set_cancellable (dolen_directory_get_db (directory), NULL);
  if (error == NULL) {
    g_task_return_pointer (task, result, job->free_result);
    return;
  }
  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
  g_task_return_error (task, error);
}

static void
close_writing (GTask *task)
{
  DolenSession *self = g_task_get_source_object (task);

  g_clear_pointer (&self->writing, dolen_directory_close);
  g_task_return_boolean (task, TRUE);
}

/* ---- in the main thread ---- */

static void
emit_directory_changed (DolenSession *self)
{
  self->data_version = dolen_db_data_version (dolen_directory_get_db (self->directory));
  g_signal_emit (self, signals[DIRECTORY_CHANGED], 0);
}

/* The first job has made or migrated the file: now it can be read. */
static void
open_reading (DolenSession *self)
{
  if (self->directory != NULL || self->worker == NULL)
    return;
  g_clear_error (&self->error);
  self->directory = dolen_directory_open (self->path, DOLEN_DB_READ_ONLY, &self->error);
  if (self->directory != NULL)
    emit_directory_changed (self);
  else
    g_signal_emit (self, signals[DIRECTORY_CHANGED], 0);
}

typedef struct {
  DolenSessionJob job;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  if (run->job.free_data != NULL)
    run->job.free_data (run->job.data);
  g_free (run);
}

static void
on_job_finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *self = DOLEN_SESSION (source);
  Run *run = g_task_get_task_data (G_TASK (result));

  g_assert (self->running > 0);
  self->running--;
  if (!g_task_had_error (G_TASK (result)))
    open_reading (self);
  dolen_session_check_changed (self);
  if (run->callback != NULL)
    run->callback (source, result, run->user_data);
  if (self->running == 0)
    g_signal_emit (self, signals[IDLE], 0);
}

void
dolen_session_run (DolenSession *self,
                   const DolenSessionJob *job,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task;
  Run *run;

  g_return_if_fail (DOLEN_IS_SESSION (self) && job != NULL && job->func != NULL);

  run = g_new0 (Run, 1);
  run->job = *job;
  run->callback = callback;
  run->user_data = user_data;
  task = g_task_new (self, cancellable, on_job_finished_cb, NULL);
  g_task_set_source_tag (task, dolen_session_run);
  g_task_set_name (task, job->name);
  g_task_set_task_data (task, run, run_free);
  self->running++;
  if (self->worker != NULL) {
    dolen_worker_queue (self->worker, job->priority, task, run_job);
  } else {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The session is closed");
    g_object_unref (task);
  }
}

gpointer
dolen_session_run_finish (DolenSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Opening is a job that does nothing: run_job() opens what it needs. */
static gpointer
do_nothing (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *self = DOLEN_SESSION (source);
  GError *error = NULL;

  dolen_session_run_finish (self, result, &error);
  if (error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_signal_emit (self, signals[DIRECTORY_CHANGED], 0);
}

static void
start_opening (DolenSession *self)
{
  DolenSessionJob job = { "open directory", G_PRIORITY_HIGH, do_nothing };

  dolen_session_run (self, &job, NULL, on_opened_cb, NULL);
}

/* ---- the object ---- */

static void
dolen_session_dispose (GObject *object)
{
  dolen_session_close (DOLEN_SESSION (object));
  G_OBJECT_CLASS (dolen_session_parent_class)->dispose (object);
}

static void
dolen_session_finalize (GObject *object)
{
  DolenSession *self = DOLEN_SESSION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->undo);
  g_clear_object (&self->casework);
  g_clear_error (&self->error);
  g_clear_pointer (&self->folder, dolen_profile_folder_close);
  g_free (self->person);
  g_free (self->person_label);
  g_free (self->home);
  g_free (self->path);
  G_OBJECT_CLASS (dolen_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType argument)
{
  return g_signal_new (name,
                       DOLEN_TYPE_SESSION,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       argument == G_TYPE_NONE ? 0 : 1,
                       argument);
}

static void
dolen_session_class_init (DolenSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dolen_session_dispose;
  object_class->finalize = dolen_session_finalize;
  signals[DIRECTORY_CHANGED] = add_signal ("directory-changed", G_TYPE_NONE);
  signals[PERSON_CHANGED] = add_signal ("person-changed", G_TYPE_NONE);
  signals[LOCKING] = add_signal ("locking", G_TYPE_NONE);
  signals[IDLE] = add_signal ("idle", G_TYPE_NONE);
  signals[TOAST] = add_signal ("toast", G_TYPE_STRING);
}

char *
dolen_session_dup_worker (DolenSession *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  name = g_settings_get_string (self->settings, "worker-name");
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

static void
set_author (DolenSession *self)
{
  g_autofree char *name = dolen_session_dup_worker (self);

  dolen_casework_set_author (self->casework, name);
}

static void
take_nation (DolenSession *self)
{
  g_autofree char *code = g_settings_get_string (self->settings, "nation");

  dolen_nation_set_current (dolen_nation_from_code (code));
}

static void
dolen_session_init (DolenSession *self)
{
  self->settings = g_settings_new ("cymru.dolen.Dolen");
  g_signal_connect_object (
      self->settings, "changed::nation", G_CALLBACK (take_nation), self, G_CONNECT_SWAPPED);
  take_nation (self);
  self->undo = dolen_undo_stack_new ();
}

DolenSession *
dolen_session_new (const char *folder, GError **error)
{
  DolenProfileFolder *profile;
  DolenSession *self;

  g_return_val_if_fail (folder != NULL, NULL);

  profile = dolen_profile_folder_open (folder, error);
  if (profile == NULL)
    return NULL;
  self = g_object_new (DOLEN_TYPE_SESSION, NULL);
  self->folder = profile;
  self->path = dolen_profile_folder_file (profile, "directory.db");
  self->casework = dolen_casework_new (dolen_profile_folder_get_path (profile), self->path);
  set_author (self);
  g_signal_connect_object (
      self->settings, "changed::worker-name", G_CALLBACK (set_author), self, G_CONNECT_SWAPPED);
  dolen_scheme_follow (self->settings, self->casework);
  dolen_backup_keeper_attach (self);
  dolen_quick_unlock_attach (self);
  dolen_rules_follow (self);
  dolen_scheme_terms_load (self);
  self->worker = dolen_worker_new ("directory");
  start_opening (self);
  return self;
}

void
dolen_session_close (DolenSession *self)
{
  g_return_if_fail (DOLEN_IS_SESSION (self));

  if (self->worker == NULL)
    return;
  dolen_worker_queue (
      self->worker, G_MAXINT - 1, g_task_new (self, NULL, NULL, NULL), close_writing);
  dolen_worker_finish (self->worker);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->directory, dolen_directory_close);
}

const char *
dolen_session_get_folder (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return dolen_profile_folder_get_path (self->folder);
}

GSettings *
dolen_session_get_settings (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->settings;
}

DolenUndoStack *
dolen_session_get_undo (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->undo;
}

DolenDirectory *
dolen_session_get_directory (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->directory;
}

const GError *
dolen_session_get_error (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->error;
}

gboolean
dolen_session_is_empty (DolenSession *self)
{
  gint64 any = 1;

  g_return_val_if_fail (DOLEN_IS_SESSION (self), FALSE);
  if (self->directory == NULL)
    return FALSE;
  dolen_db_get_int64 (dolen_directory_get_db (self->directory),
                      "SELECT EXISTS (SELECT 1 FROM service)",
                      &any,
                      NULL);
  return any == 0;
}

void
dolen_session_set_sample (DolenSession *self, const char *home)
{
  g_return_if_fail (DOLEN_IS_SESSION (self));

  self->sample = TRUE;
  g_free (self->home);
  self->home = g_strdup (home);
}

gboolean
dolen_session_is_sample (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), FALSE);
  return self->sample;
}

gboolean
dolen_session_is_invented (DolenSession *self)
{
  gint64 others = 0;

  g_return_val_if_fail (DOLEN_IS_SESSION (self), FALSE);

  if (self->sample && self->directory != NULL)
    dolen_db_get_int64 (dolen_directory_get_db (self->directory),
                        "SELECT count(*) FROM source"
                        " WHERE name <> '" SAMPLE_SOURCE "'",
                        &others,
                        NULL);
  return self->sample && others == 0;
}

const char *
dolen_session_get_home (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->home;
}

gboolean
dolen_session_is_busy (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), FALSE);
  return self->running > 0;
}

void
dolen_session_check_changed (DolenSession *self)
{
  g_return_if_fail (DOLEN_IS_SESSION (self));

  if (self->directory != NULL
      && dolen_db_data_version (dolen_directory_get_db (self->directory)) != self->data_version)
    emit_directory_changed (self);
}

void
dolen_session_toast (DolenSession *self, const char *text)
{
  g_return_if_fail (DOLEN_IS_SESSION (self) && text != NULL);
  g_signal_emit (self, signals[TOAST], 0, text);
}

void
dolen_session_report (DolenSession *self, const GError *error)
{
  g_autofree char *message = dolen_error_to_message (error);

  if (message != NULL)
    dolen_session_toast (self, message);
}

void
dolen_session_run_told (DolenSession *self, GAsyncResult *result, const char *text)
{
  g_autoptr (GError) error = NULL;

  dolen_session_run_finish (self, result, &error);
  if (error != NULL)
    dolen_session_report (self, error);
  else if (text != NULL)
    dolen_session_toast (self, text);
}

void
dolen_session_open_person (DolenSession *self, const char *uid, const char *label)
{
  g_return_if_fail (DOLEN_IS_SESSION (self));

  if (g_strcmp0 (self->person, uid) == 0 && g_strcmp0 (self->person_label, label) == 0)
    return;
  g_free (self->person);
  g_free (self->person_label);
  self->person = g_strdup (uid);
  self->person_label = uid != NULL ? g_strdup (label) : NULL;
  g_signal_emit (self, signals[PERSON_CHANGED], 0);
}

const char *
dolen_session_get_person (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->person;
}

const char *
dolen_session_get_person_label (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->person_label;
}

DolenCasework *
dolen_session_get_casework (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), NULL);
  return self->casework;
}

gboolean
dolen_session_is_unlocked (DolenSession *self)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (self), FALSE);
  return dolen_casework_is_unlocked (self->casework);
}

typedef struct {
  DolenSession *session; /* not owned: the session owns the stack */
  DolenUndo *undo;       /* (owned) */
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  dolen_undo_free (act->undo);
  g_free (act);
}

static void
take_back_act (gpointer data)
{
  const Act *act = data;
  g_autoptr (GError) error = NULL;

  if (dolen_casework_undo (act->session->casework, act->undo, &error))
    return;
  dolen_undo_stack_refuse (act->session->undo);
  dolen_session_report (act->session, error);
}

void
dolen_session_did (DolenSession *self, DolenUndo *undo)
{
  g_autofree char *sentence
      = undo != NULL ? dolen_undo_sentence (undo, dolen_language_current ()) : NULL;

  dolen_session_did_as (self, undo, sentence);
}

void
dolen_session_did_as (DolenSession *self, DolenUndo *undo, const char *sentence)
{
  Act *act;

  g_return_if_fail (DOLEN_IS_SESSION (self));

  if (undo == NULL)
    return;
  act = g_new0 (Act, 1);
  act->session = self;
  act->undo = undo;
  dolen_undo_stack_push (self->undo, sentence, DOLEN_UNDO_SEALED, take_back_act, act, act_free);
}

void
dolen_session_lock (DolenSession *self)
{
  g_return_if_fail (DOLEN_IS_SESSION (self));

  g_signal_emit (self, signals[LOCKING], 0);
  dolen_undo_stack_forget_sealed (self->undo);
  dolen_casework_lock (self->casework);
  dolen_session_open_person (self, NULL, NULL);
}
