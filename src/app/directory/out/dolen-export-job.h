/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "exchange/out/dolen-export.h"

G_BEGIN_DECLS

/*
 * One export or publishing under way: read beside the session's own jobs (dolen-out-read.h), its
 * progress can be watched and it can be cancelled. Signal "finished" in the main thread.
 */
#define DOLEN_TYPE_EXPORT_JOB (dolen_export_job_get_type ())
G_DECLARE_FINAL_TYPE (DolenExportJob, dolen_export_job, DOLEN, EXPORT_JOB, GObject)

/** dolen_export_job_start: (transfer full): writes @format to @path, already queued. A table for a
 *  spreadsheet speaks the language of the window. @sources: (nullable): as DolenExportOptions. */
DolenExportJob *dolen_export_job_start (DolenSession *session,
                                        DolenExportFormat format,
                                        const char *path,
                                        const char *const *sources);

/** dolen_export_job_start_publish: (transfer full): the same with dolen_publish(). */
DolenExportJob *dolen_export_job_start_publish (DolenSession *session,
                                                const char *folder,
                                                const char *const *sources);

/** dolen_export_job_cancel: what was there before stays as it was; "finished" follows. */
void dolen_export_job_cancel (DolenExportJob *self);

/** dolen_export_job_stop: the same, and waits until nothing is written any more: for a window that
 *  closes, perhaps with the program. */
void dolen_export_job_stop (DolenExportJob *self);

/** dolen_export_job_get_fraction: 0 to 1. */
double dolen_export_job_get_fraction (DolenExportJob *self);

/** dolen_export_job_get_path: (transfer none): where it writes. */
const char *dolen_export_job_get_path (DolenExportJob *self);

/** dolen_export_job_get_report: (transfer none) (nullable): once it has ended well. */
const DolenExportReport *dolen_export_job_get_report (DolenExportJob *self);

/** dolen_export_job_get_error: (transfer none) (nullable): why it ended otherwise. */
const GError *dolen_export_job_get_error (DolenExportJob *self);

G_END_DECLS
