/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-seal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The two files of a backup, byte by byte (docs/vault-format.md, "A backup"): the journal in a
 * libsodium secretstream under a key of the vault key's, and the keys file beside it. They know
 * bytes and places; what makes a backup, and which are kept, stands in dolen-backup.h.
 */
#define DOLEN_BACKUP_SUFFIX ".backup"
#define DOLEN_BACKUP_KEYS_SUFFIX ".keys"

/** DolenBackupHeader: what stands in the open in front of either file. */
typedef struct {
  guint8 vault[DOLEN_ID_SIZE];
  gint64 at;           /* instant it was made */
  gint64 rows;         /* events in the journal then */
  gint64 keys_version; /* of keys.db then */
} DolenBackupHeader;

/** DolenBackupProgress: @done of @all bytes. Called in the thread that writes or reads. */
typedef void (*DolenBackupProgress) (gint64 done, gint64 all, gpointer user_data);

/** DolenBackupWatch: who is told, and who may stop it; all (nullable). */
typedef struct {
  DolenBackupProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} DolenBackupWatch;

/**
 * dolen_backup_file_write:
 * @path: of a file that is not there yet
 * @key: D(vault key, "dolen-backup-1")
 * @image: the bytes of casework.db
 * @error: DOLEN_ERROR_NO_SPACE, _NOT_FOUND (the folder), _CANNOT_OPEN, G_IO_ERROR_CANCELLED;
 * nothing of the file stays then
 *
 * Writes and syncs the whole file.
 */
gboolean dolen_backup_file_write (const char *path,
                                  const DolenBackupHeader *header,
                                  const DolenSecret *key,
                                  GBytes *image,
                                  const DolenBackupWatch *watch,
                                  GError **error);

/** dolen_backup_file_read: (transfer full): the bytes of casework.db. @error: DOLEN_ERROR_NOT_OURS,
 *  _CORRUPT (damaged, cut short, or of another vault), G_IO_ERROR_CANCELLED */
GBytes *dolen_backup_file_read (const char *path,
                                const DolenSecret *key,
                                DolenBackupHeader *header,
                                const DolenBackupWatch *watch,
                                GError **error);

/** dolen_backup_file_peek: only the open header; it is vouched for by nothing until the file is
 *  read. @error: DOLEN_ERROR_NOT_OURS */
gboolean dolen_backup_file_peek (const char *path, DolenBackupHeader *header, GError **error);

/** dolen_backup_keys_write: writes the keys file whole, beside and then renamed, and reads it back.
 *  @image: the bytes of keys.db. Errors as above. */
gboolean dolen_backup_keys_write (const char *path,
                                  const DolenBackupHeader *header,
                                  GBytes *image,
                                  GError **error);

/** dolen_backup_keys_read: (transfer full): the bytes of keys.db. */
GBytes *dolen_backup_keys_read (const char *path, DolenBackupHeader *header, GError **error);
gboolean dolen_backup_keys_peek (const char *path, DolenBackupHeader *header, GError **error);

/** dolen_backup_sync_folder: so that names given in @folder outlive a power cut; nothing where its
 *  file system cannot. */
void dolen_backup_sync_folder (const char *folder);

G_END_DECLS
