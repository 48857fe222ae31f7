/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-backup-file.h"
#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/*
 * Backups of a vault in a folder: on a stick, on a share. Each is a file of sealed events, and
 * beside it the keys as they were then. Events are kept in generations; keys files go after
 * DOLEN_BACKUP_KEYS_DAYS, so that the day can be named on which the last copy of a destroyed key
 * dies. The newest keys file opens every backup of the vault, whatever its age.
 */
#define DOLEN_BACKUP_KEYS_DAYS 35
#define DOLEN_BACKUP_DAILY 7
#define DOLEN_BACKUP_WEEKLY 4
#define DOLEN_BACKUP_MONTHLY 12

/** DolenBackup: one backup found in a folder. */
typedef struct {
  char *path; /* of the file of events */
  DolenBackupHeader header;
} DolenBackup;

void dolen_backup_free (DolenBackup *backup);

/** dolen_backup_list: (transfer full) (element-type DolenBackup): those of @vault (its id;
 * (nullable): of every vault) in @folder, newest first. @error: DOLEN_ERROR_NOT_FOUND */
GPtrArray *dolen_backup_list (const char *folder, const guint8 *vault, GError **error);

/** dolen_backup_list_keys: the same for keys files. */
GPtrArray *dolen_backup_list_keys (const char *folder, const guint8 *vault, GError **error);

/**
 * dolen_backup_choose_kept:
 * @at: (array length=n): instants of backups, newest first
 * @kept: (array length=n) (out): whether each stays
 *
 * The newest of each of the last 7 days, 4 weeks (Monday to Sunday) and 12 months in which there is
 * one; the newest of all always.
 */
void dolen_backup_choose_kept (const gint64 *at, gsize n, gboolean *kept);

/** dolen_backup_keys_are_due: whether a keys file made at @at is to be destroyed at @now. */
gboolean dolen_backup_keys_are_due (gint64 at, gint64 now);

/* ---- making one ---- */

/** DolenBackupJob: what is to be backed up as it stood when the job was made; it holds no
 * connection and may be run in any thread. */
typedef struct _DolenBackupJob DolenBackupJob;

/**
 * dolen_backup_job_new:
 * @folder: where to
 * @error: DOLEN_ERROR_NOT_FOUND (no such folder), _UNSAFE_PLACE (the folder of the case records
 *   itself), _READ_ONLY (the case records have a problem: a backup of them would push out sound
 * ones)
 *
 * Takes a picture of both databases; the vault may be used on at once.
 */
DolenBackupJob *dolen_backup_job_new (DolenVault *vault, const char *folder, GError **error);
void dolen_backup_job_free (DolenBackupJob *job);

/**
 * dolen_backup_job_run:
 * @error: G_IO_ERROR_CANCELLED, DOLEN_ERROR_NO_SPACE, _NOT_FOUND, _CANNOT_OPEN, _CORRUPT (what was
 *   read back is not what was written)
 *
 * Writes the keys, then the events under a temporary name; reads them back: every event is opened
 * and every chain checked with the keys read back, and counted; only then does the file get its
 * name. Then what is over the generations, and keys files that are due, go.
 */
gboolean dolen_backup_job_run (DolenBackupJob *job, const DolenBackupWatch *watch, GError **error);

/** dolen_backup_job_get_path, _get_header: of the file written. */
const char *dolen_backup_job_get_path (DolenBackupJob *job);
const DolenBackupHeader *dolen_backup_job_get_header (DolenBackupJob *job);

/** dolen_backup_tend: destroys the keys files in @folder that are due; a fresh one is written first
 *  where no other would stay. To be called whenever the vault is open and @folder at hand. */
gboolean dolen_backup_tend (DolenVault *vault, const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBackup, dolen_backup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenBackupJob, dolen_backup_job_free)

G_END_DECLS
