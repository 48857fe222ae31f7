/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "exchange/dolen-import.h"

G_BEGIN_DECLS

/*
 * One import under way: a job of the session whose progress can be watched and which can be
 * cancelled. It goes on whether or not a window shows it. Signal "finished" in the main thread.
 */
#define DOLEN_TYPE_IMPORT_JOB (dolen_import_job_get_type ())
G_DECLARE_FINAL_TYPE (DolenImportJob, dolen_import_job, DOLEN, IMPORT_JOB, GObject)

/** DolenImportChoice: what was chosen of DolenImportOptions before it begins. */
typedef struct {
  char *source_name; /* (nullable) */
  char *columns;     /* (nullable) */
  gboolean complete;
  gboolean accept_loss;
  gboolean given_out;
  gboolean another; /* no newer copy of what came before, though it looks like one */
} DolenImportChoice;

void dolen_import_choice_clear (DolenImportChoice *choice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenImportChoice, dolen_import_choice_clear)

/**
 * dolen_import_job_start:
 * @paths: files and folders, NULL-terminated
 * @choice: (nullable)
 *
 * Where no source is chosen and the files look like a newer copy of what came before under another
 * name, nothing comes in: dolen_import_job_get_former() says of which, and somebody must choose.
 *
 * Returns: (transfer full): the job, already queued
 */
DolenImportJob *dolen_import_job_start (DolenSession *session,
                                        const char *const *paths,
                                        const DolenImportChoice *choice);

/** dolen_import_job_cancel: nothing of it stays in the directory; "finished" follows. */
void dolen_import_job_cancel (DolenImportJob *self);

gboolean dolen_import_job_is_finished (DolenImportJob *self);

/** dolen_import_job_get_progress: @fraction: (out): 0 to 1; @records: (out): read so far. */
void dolen_import_job_get_progress (DolenImportJob *self, double *fraction, guint64 *records);

/** dolen_import_job_get_report: (transfer none) (nullable): once it has ended well. */
const DolenImportReport *dolen_import_job_get_report (DolenImportJob *self);

/** dolen_import_job_get_former: (transfer none) (nullable): once it has ended with neither a report
 *  nor an error: what the files seem to be a newer copy of. */
const DolenImportFormer *dolen_import_job_get_former (DolenImportJob *self);

/** dolen_import_job_get_error: (transfer none) (nullable): why it ended otherwise. */
const GError *dolen_import_job_get_error (DolenImportJob *self);

/**
 * dolen_import_and_tag_sync:
 *
 * In the worker: dolen_import_run(), then the tags of what is new or changed.
 *
 * Returns: (transfer full) (nullable): the report
 */
DolenImportReport *dolen_import_and_tag_sync (DolenDirectory *directory,
                                              const char *const *paths,
                                              const DolenImportOptions *options,
                                              GError **error);

G_END_DECLS
