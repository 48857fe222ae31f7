/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The profile folder holds directory.db, casework.db, keys.db, device and lock. It is the
 * person's own (mode 0700), on a local disk, reached by no link.
 */
typedef struct _DolenProfileFolder DolenProfileFolder;

/**
 * dolen_profile_folder_open:
 * @path: the folder; made, with its parents, if it is not there
 * @error: DOLEN_ERROR_UNSAFE_PLACE (network drive, a link, another owner), _CANNOT_OPEN
 *
 * Returns: (transfer full): the folder, or NULL
 */
DolenProfileFolder *dolen_profile_folder_open (const char *path, GError **error);
void dolen_profile_folder_close (DolenProfileFolder *folder);

/** dolen_profile_folder_get_path: the real path, no links in it. */
const char *dolen_profile_folder_get_path (DolenProfileFolder *folder);

/** dolen_profile_folder_file: (transfer full): the path of a file in it ("directory.db"). */
char *dolen_profile_folder_file (DolenProfileFolder *folder, const char *name);

/**
 * dolen_profile_folder_lock:
 * @error: DOLEN_ERROR_BUSY where another process has it
 *
 * Takes the vault lock (flock on "lock") until the folder is closed: one process a vault.
 */
gboolean dolen_profile_folder_lock (DolenProfileFolder *folder, GError **error);

/**
 * dolen_profile_folder_check_file:
 * @path: a file about to be opened by SQLite; it need not exist
 * @error: DOLEN_ERROR_UNSAFE_PLACE
 *
 * Refuses what is not a regular file of ours with one name (reliability: a second name or a link
 * splits the write-ahead log from its database), and a network drive.
 */
gboolean dolen_profile_folder_check_file (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenProfileFolder, dolen_profile_folder_close)

G_END_DECLS
