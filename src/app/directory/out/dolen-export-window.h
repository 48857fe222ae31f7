/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/out/dolen-export-job.h"
#include "app/directory/out/dolen-out-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The directory is written for others: in one of the forms of exchange/out, or as pages for a web
 * server. It says first what leaves and what does not, then how far it is, then what was written.
 */
#define DOLEN_TYPE_EXPORT_WINDOW (dolen_export_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenExportWindow, dolen_export_window, DOLEN, EXPORT_WINDOW, AdwWindow)

/** dolen_export_window_new: one form into a file or a folder. */
GtkWindow *dolen_export_window_new (DolenSession *session);

/** dolen_export_window_new_publish: pages into a folder, which is remembered. */
GtkWindow *dolen_export_window_new_publish (DolenSession *session);

/** dolen_export_window_choose: as if that form was chosen; for tests and the tour. */
void dolen_export_window_choose (DolenExportWindow *self, DolenExportFormat format);

/** dolen_export_window_write: as if @path was answered to where to; likewise. */
void dolen_export_window_write (DolenExportWindow *self, const char *path);

/** dolen_export_window_get_choice: (transfer none): whose records go out. */
DolenOutChoice *dolen_export_window_get_choice (DolenExportWindow *self);

/** dolen_export_window_cancel: what the button does while it is written. */
void dolen_export_window_cancel (DolenExportWindow *self);

/** dolen_export_window_get_page: "choose", "progress", "done" or "failed". */
const char *dolen_export_window_get_page (DolenExportWindow *self);

/** dolen_export_window_dup_text: (transfer full): what is said when it is done or has failed. */
char *dolen_export_window_dup_text (DolenExportWindow *self);

G_END_DECLS
