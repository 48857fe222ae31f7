/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/vault/dolen-backup.h"

G_BEGIN_DECLS

/*
 * Backups of the case records, and going back to one. A backup is of the case records alone: the
 * directory is no casework; it is copied with dolenctl or exported.
 */

/** DOLEN_BACKUP_OLD_DAYS: without a backup for so many days Today says so. */
#define DOLEN_BACKUP_OLD_DAYS 7

/**
 * dolen_casework_backup_sync:
 * @folder: chosen by a person
 * @error: DOLEN_ERROR_LOCKED, those of dolen_backup_job_new() and dolen_backup_job_run()
 *
 * Makes a backup, reads it back, and records it.
 */
gboolean dolen_casework_backup_sync (DolenCasework *self,
                                     const char *folder,
                                     const DolenBackupWatch *watch,
                                     GError **error);

/** The same in a thread of its own, while the case records are used, or locked: then it is not
 *  recorded until dolen_casework_note_backup(). @watch->progress is called in that thread. */
void dolen_casework_backup_async (DolenCasework *self,
                                  const char *folder,
                                  const DolenBackupWatch *watch,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/** dolen_casework_backup_finish: @made: (out) (optional) (transfer full): what was made. */
gboolean dolen_casework_backup_finish (DolenCasework *self,
                                       GAsyncResult *result,
                                       DolenBackup **made,
                                       GError **error);

/** dolen_casework_note_backup: records @backup, made while the case records were being locked;
 *  nothing where it is recorded. */
gboolean
dolen_casework_note_backup (DolenCasework *self, const DolenBackup *backup, GError **error);

/** dolen_casework_needs_backup: whether something was written since the last backup. FALSE while
 *  locked. */
gboolean dolen_casework_needs_backup (DolenCasework *self);

/** dolen_casework_get_last_backup: (transfer full) (nullable): the newest on record. */
DolenBackupRecord *dolen_casework_get_last_backup (DolenCasework *self);

/** dolen_backup_sentence: (transfer full): "The last backup was made on 3 November 2026." or that
 *  there is none. @at: instant, 0 none. */
char *dolen_backup_sentence (gint64 at, DolenLanguage language);

/** dolen_backup_is_old: none for DOLEN_BACKUP_OLD_DAYS at @now. @at: instant, 0 none. */
gboolean dolen_backup_is_old (gint64 at, gint64 now);

/** dolen_casework_list_backups: (transfer full) (element-type DolenBackup): those in @folder of
 * these case records, newest first; of any, where there are none here. */
GPtrArray *dolen_casework_list_backups (DolenCasework *self, const char *folder, GError **error);

/** dolen_casework_tend: what is to be done whenever the case records are open: keys files that are
 *  due in @folder (nullable) and states kept aside. Quiet: a folder that is not there is none. */
void dolen_casework_tend (DolenCasework *self, const char *folder);

G_END_DECLS
