/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Backups: where to, when, the button that makes one, and those there are, each of which can be
 * gone back to. Of the case records alone; it says so.
 */
#define DOLEN_TYPE_BACKUP_WINDOW (dolen_backup_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenBackupWindow, dolen_backup_window, DOLEN, BACKUP_WINDOW, AdwWindow)

GtkWindow *dolen_backup_window_new (DolenSession *session);

/** dolen_backup_window_set_folder: as if somebody chose it; for tests and the tour. */
void dolen_backup_window_set_folder (DolenBackupWindow *self, const char *folder);

/** dolen_backup_window_start: what "Back Up Now" does. */
void dolen_backup_window_start (DolenBackupWindow *self);
gboolean dolen_backup_window_is_busy (DolenBackupWindow *self);

G_END_DECLS
