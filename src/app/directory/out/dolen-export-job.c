/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-export-job.h"

#include "app/directory/out/dolen-out-read.h"
#include "app/dolen-scheme-settings.h"

struct _DolenExportJob {
  GObject parent_instance;
  GCancellable *cancellable; /* (owned) */
  DolenWorker *worker;       /* (owned) (nullable) until it has finished */
  gboolean publishes;
  DolenExportFormat format;
  DolenLanguage language;
  char *path;               /* (owned) */
  char **sources;           /* (owned) (nullable) */
  DolenScheme *scheme;      /* (owned) (nullable) who publishes */
  DolenExportReport report; /* the worker's until it has called back */
  gboolean written;
  GError *error; /* (owned) (nullable) */
  gint permille; /* atomic: the worker writes it */
};

G_DEFINE_FINAL_TYPE (DolenExportJob, dolen_export_job, G_TYPE_OBJECT)

static guint finished_signal;

/* In the worker. */
static void
note_progress (double fraction, gpointer user_data)
{
  DolenExportJob *self = user_data;

  g_atomic_int_set (&self->permille, (gint) (fraction * 1000));
}

/* In the worker. */
static gpointer
write_out (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  DolenExportJob *self = data;
  const DolenScheme *scheme = self->scheme;
  const DolenPublisher publisher = { scheme != NULL ? scheme->name_en : NULL,
                                     scheme != NULL ? scheme->name_cy : NULL,
                                     scheme != NULL ? scheme->phone : NULL,
                                     scheme != NULL ? scheme->email : NULL };
  const DolenExportOptions options = { .language = self->language,
                                       .publisher = &publisher,
                                       .sources = (const char *const *) self->sources,
                                       .progress = note_progress,
                                       .progress_data = self,
                                       .cancellable = cancellable };

  self->written = self->publishes
                      ? dolen_publish (directory, self->path, &options, &self->report, error)
                      : dolen_export_run (
                          directory, self->format, self->path, &options, &self->report, error);
  return NULL;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenExportJob) self = user_data;

  dolen_out_read_finish (DOLEN_SESSION (source), result, &self->error);
  g_clear_object (&self->worker);
  /* A cancel that came when all was written came too late: what was done is told. */
  if (self->written)
    g_clear_error (&self->error);
  g_signal_emit (self, finished_signal, 0);
}

static void
dolen_export_job_finalize (GObject *object)
{
  DolenExportJob *self = DOLEN_EXPORT_JOB (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->worker);
  g_clear_error (&self->error);
  g_free (self->path);
  g_strfreev (self->sources);
  dolen_scheme_free (self->scheme);
  G_OBJECT_CLASS (dolen_export_job_parent_class)->finalize (object);
}

static void
dolen_export_job_class_init (DolenExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_export_job_finalize;
  finished_signal = g_signal_new (
      "finished", DOLEN_TYPE_EXPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_export_job_init (DolenExportJob *self)
{
  self->cancellable = g_cancellable_new ();
}

static DolenExportJob *
start (DolenSession *session,
       gboolean publishes,
       DolenExportFormat format,
       const char *path,
       const char *const *sources)
{
  DolenExportJob *self = g_object_new (DOLEN_TYPE_EXPORT_JOB, NULL);
  DolenSessionJob job = { "export", G_PRIORITY_DEFAULT, write_out };
  GSettings *settings = dolen_session_get_settings (session);

  self->publishes = publishes;
  self->format = format;
  self->language = dolen_language_current ();
  self->path = g_strdup (path);
  self->sources = g_strdupv ((char **) sources);
  self->scheme = settings != NULL ? dolen_scheme_read (settings) : NULL;
  job.data = self; /* kept by the callback's reference */
  self->worker
      = dolen_out_read (session, &job, self->cancellable, on_written_cb, g_object_ref (self));
  return self;
}

DolenExportJob *
dolen_export_job_start (DolenSession *session,
                        DolenExportFormat format,
                        const char *path,
                        const char *const *sources)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session) && path != NULL, NULL);
  return start (session, FALSE, format, path, sources);
}

DolenExportJob *
dolen_export_job_start_publish (DolenSession *session,
                                const char *folder,
                                const char *const *sources)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session) && folder != NULL, NULL);
  return start (session, TRUE, DOLEN_N_EXPORTS, folder, sources);
}

void
dolen_export_job_cancel (DolenExportJob *self)
{
  g_return_if_fail (DOLEN_IS_EXPORT_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

void
dolen_export_job_stop (DolenExportJob *self)
{
  g_return_if_fail (DOLEN_IS_EXPORT_JOB (self));
  g_cancellable_cancel (self->cancellable);
  if (self->worker != NULL)
    dolen_worker_finish (self->worker);
}

double
dolen_export_job_get_fraction (DolenExportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_JOB (self), 0);
  return g_atomic_int_get (&self->permille) / 1000.0;
}

const char *
dolen_export_job_get_path (DolenExportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_JOB (self), NULL);
  return self->path;
}

const DolenExportReport *
dolen_export_job_get_report (DolenExportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_JOB (self), NULL);
  return self->written ? &self->report : NULL;
}

const GError *
dolen_export_job_get_error (DolenExportJob *self)
{
  g_return_val_if_fail (DOLEN_IS_EXPORT_JOB (self), NULL);
  return self->error;
}
