/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Bringing in a feed: choose files or a folder, watch it come in, cancel it, read the report.
 * Closing the window while it runs cancels it.
 */
#define DOLEN_TYPE_IMPORT_WINDOW (dolen_import_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenImportWindow, dolen_import_window, DOLEN, IMPORT_WINDOW, AdwWindow)

/** dolen_import_window_new: @paths: (nullable): starts with these at once; while the sample is
 *  open, only once it is agreed that they go into the own directory. */
GtkWindow *dolen_import_window_new (DolenSession *session, const char *const *paths);

G_END_DECLS
