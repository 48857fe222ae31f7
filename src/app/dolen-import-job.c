/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-import-job.h"

#include "directory/alike/dolen-alike.h"
#include "directory/dolen-writer.h"
#include "matching/dolen-lending.h"

struct _DolenImportJob {
  GObject parent_instance;
  GCancellable *cancellable; /* (owned) */
  GStrv paths;               /* (owned) */
  DolenImportChoice choice;
  DolenImportReport *report; /* (owned) (nullable) the worker's until it has called back */
  DolenImportFormer former;  /* likewise */
  GError *error;             /* (owned) (nullable) */
  gboolean finished;

  GMutex lock; /* guards the two below, which the worker writes */
  double fraction;
  guint64 records;
};

G_DEFINE_FINAL_TYPE (DolenImportJob, dolen_import_job, G_TYPE_OBJECT)

enum {
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
dolen_import_choice_clear (DolenImportChoice *choice)
{
  g_clear_pointer (&choice->source_name, g_free);
  g_clear_pointer (&choice->columns, g_free);
}

/* In the worker. */
static void
note_progress (double fraction, guint64 records, gpointer user_data)
{
  DolenImportJob *self = user_data;

  g_mutex_lock (&self->lock);
  self->fraction = fraction;
  self->records = records;
  g_mutex_unlock (&self->lock);
}

DolenImportReport *
dolen_import_and_tag_sync (DolenDirectory *directory,
                           const char *const *paths,
                           const DolenImportOptions *options,
                           GError **error)
{
  DolenImportOptions with_tags = *options;
  g_autoptr (DolenTagger) tagger = dolen_lend_tagging (&with_tags.hooks, error);
  DolenImportReport *report = NULL;

  if (tagger == NULL
      || !dolen_import_run (
          directory, paths, g_strv_length ((GStrv) paths), &with_tags, &report, error))
    return NULL;
  /* The day it was read, though nothing was new. */
  if (!options->dry_run)
    dolen_directory_note_read (directory, report->source_uid, NULL);
  return report;
}

/* In the worker. Under another name everything would come in twice: that is asked about first. */
static gboolean
look_for_former (DolenImportJob *self,
                 DolenDirectory *directory,
                 GCancellable *cancellable,
                 GError **error)
{
  const char *const *paths = (const char *const *) self->paths;

  if (self->choice.source_name != NULL || self->choice.another)
    return TRUE;
  return dolen_import_find_former (directory,
                                   paths,
                                   g_strv_length (self->paths),
                                   self->choice.columns,
                                   &self->former,
                                   cancellable,
                                   error);
}

/* In the worker. */
static gpointer
import (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  DolenImportJob *self = data;
  DolenImportOptions options = { .source_name = self->choice.source_name,
                                 .columns = self->choice.columns,
                                 .complete = self->choice.complete,
                                 .accept_loss = self->choice.accept_loss,
                                 .given_out = self->choice.given_out,
                                 .progress = note_progress,
                                 .progress_data = self,
                                 .cancellable = cancellable };

  if (!look_for_former (self, directory, cancellable, error) || self->former.name != NULL)
    return NULL;
  self->report
      = dolen_import_and_tag_sync (directory, (const char *const *) self->paths, &options, error);
  /* What came in may be here already; where that cannot be looked for now it is next time. */
  if (self->report != NULL)
    dolen_alike_renew (directory, NULL, cancellable, NULL);
  return NULL;
}

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenImportJob) self = user_data;

  dolen_session_run_finish (DOLEN_SESSION (source), result, &self->error);
  /* A cancel that came after the commit came too late: what was done is told. */
  if (self->report != NULL)
    g_clear_error (&self->error);
  self->finished = TRUE;
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
dolen_import_job_finalize (GObject *object)
{
  DolenImportJob *self = DOLEN_IMPORT_JOB (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, dolen_import_report_free);
  dolen_import_former_clear (&self->former);
  g_clear_error (&self->error);
  g_strfreev (self->paths);
  dolen_import_choice_clear (&self->choice);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (dolen_import_job_parent_class)->finalize (object);
}

static void
dolen_import_job_class_init (DolenImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_import_job_finalize;
  signals[FINISHED] = g_signal_new (
      "finished", DOLEN_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_import_job_init (DolenImportJob *self)
{
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
}

DolenImportJob *
dolen_import_job_start (DolenSession *session,
                        const char *const *paths,
                        const DolenImportChoice *choice)
{
  DolenImportJob *self;
  DolenSessionJob job = { "import", G_PRIORITY_DEFAULT, import };

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && paths != NULL, NULL);

  self = g_object_new (DOLEN_TYPE_IMPORT_JOB, NULL);
  self->paths = g_strdupv ((GStrv) paths);
  if (choice != NULL) {
    self->choice = *choice;
    self->choice.source_name = g_strdup (choice->source_name);
    self->choice.columns = g_strdup (choice->columns);
  }
  job.data = self; /* kept by the callback's reference */
  dolen_session_run (session, &job, self->cancellable, on_imported_cb, g_object_ref (self));
  return self;
}

void
dolen_import_job_cancel (DolenImportJob *self)
{
  g_return_if_fail (DOLEN_IS_IMPORT_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

gboolean
dolen_import_job_is_finished (DolenImportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_IMPORT_JOB (self), TRUE);
  return self->finished;
}

void
dolen_import_job_get_progress (DolenImportJob *self, double *fraction, guint64 *records)
{
  g_return_if_fail (DOLEN_IS_IMPORT_JOB (self));

  g_mutex_lock (&self->lock);
  *fraction = self->fraction;
  *records = self->records;
  g_mutex_unlock (&self->lock);
}

const DolenImportReport *
dolen_import_job_get_report (DolenImportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_IMPORT_JOB (self), NULL);
  return self->report;
}

const DolenImportFormer *
dolen_import_job_get_former (DolenImportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_IMPORT_JOB (self), NULL);
  return self->finished && self->error == NULL && self->former.name != NULL ? &self->former : NULL;
}

const GError *
dolen_import_job_get_error (DolenImportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_IMPORT_JOB (self), NULL);
  return self->error;
}
