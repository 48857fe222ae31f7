/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-backup.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"
#include "casework/vault/dolen-restore.h"
#include "casework/vault/dolen-vault-private.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

/* Backups as acts: made from a picture of the vault, recorded when they were read back. */

typedef struct {
  DolenBackupJob *job; /* (owned) */
  DolenBackupWatch watch;
} Backup;

static void
backup_free (Backup *backup)
{
  dolen_backup_job_free (backup->job);
  g_clear_object (&backup->watch.cancellable);
  g_free (backup);
}

static DolenBackup *
describe (DolenBackupJob *job)
{
  DolenBackup *made = g_new0 (DolenBackup, 1);

  made->path = g_strdup (dolen_backup_job_get_path (job));
  made->header = *dolen_backup_job_get_header (job);
  return made;
}

/* ---- recording ---- */

gboolean
dolen_casework_note_backup (DolenCasework *self, const DolenBackup *backup, GError **error)
{
  g_autoptr (DolenAct) act = NULL;
  g_autoptr (DolenBackupRecord) last = dolen_casework_get_last_backup (self);
  g_autoptr (DolenBackupRecord) record = NULL;

  if (last != NULL && last->created >= backup->header.at)
    return TRUE;
  act = dolen_act_begin (self, DOLEN_EVENT_BACKUP, NULL, error);
  if (act == NULL)
    return FALSE;
  record = dolen_record_new (&dolen_backup_record_type);
  record->uid = dolen_id_new ();
  record->place = g_path_get_dirname (backup->path);
  record->name = g_path_get_basename (backup->path);
  record->events = (int) backup->header.rows;
  record->by = g_strdup (dolen_casework_get_author (self));
  record->created = backup->header.at;
  dolen_act_put (act, &dolen_backup_record_type, NULL, record);
  return dolen_act_commit (act, NULL, error);
}

DolenBackupRecord *
dolen_casework_get_last_backup (DolenCasework *self)
{
  g_autoptr (GPtrArray) all = NULL;

  if (self->caseload == NULL)
    return NULL;
  all = dolen_caseload_list_records (self->caseload, &dolen_backup_record_type, NULL, NULL);
  return all != NULL && all->len > 0 ? g_ptr_array_steal_index (all, all->len - 1) : NULL;
}

gboolean
dolen_casework_needs_backup (DolenCasework *self)
{
  g_autoptr (DolenBackupRecord) last = dolen_casework_get_last_backup (self);

  if (self->vault == NULL)
    return FALSE;
  /* The event that tells of the last one is no reason for the next. */
  return last == NULL || dolen_vault_count_events (self->vault) > last->events + 1;
}

/* ---- making one ---- */

gboolean
dolen_casework_backup_sync (DolenCasework *self,
                            const char *folder,
                            const DolenBackupWatch *watch,
                            GError **error)
{
  g_autoptr (DolenBackupJob) job = NULL;
  g_autoptr (DolenBackup) made = NULL;

  if (!dolen_casework_need_open (self, error))
    return FALSE;
  job = dolen_backup_job_new (self->vault, folder, error);
  if (job == NULL || !dolen_backup_job_run (job, watch, error))
    return FALSE;
  made = describe (job);
  return dolen_casework_note_backup (self, made, error);
}

static void
run_backup (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Backup *backup = data;
  GError *error = NULL;

  if (dolen_backup_job_run (backup->job, &backup->watch, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dolen_casework_backup_async (DolenCasework *self,
                             const char *folder,
                             const DolenBackupWatch *watch,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  DolenBackupJob *job = NULL;
  Backup *backup;
  GError *error = NULL;

  g_task_set_source_tag (task, dolen_casework_backup_async);
  if (dolen_casework_need_open (self, &error))
    job = dolen_backup_job_new (self->vault, folder, &error);
  if (job == NULL) {
    g_task_return_error (task, error);
    return;
  }
  backup = g_new0 (Backup, 1);
  backup->job = job;
  if (watch != NULL)
    backup->watch = *watch;
  if (backup->watch.cancellable != NULL)
    g_object_ref (backup->watch.cancellable);
  g_task_set_task_data (task, backup, (GDestroyNotify) backup_free);
  g_task_run_in_thread (task, run_backup);
}

gboolean
dolen_casework_backup_finish (DolenCasework *self,
                              GAsyncResult *result,
                              DolenBackup **made,
                              GError **error)
{
  g_autoptr (DolenBackup) backup = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  backup = describe (((Backup *) g_task_get_task_data (G_TASK (result)))->job);
  if (self->vault != NULL && !dolen_casework_note_backup (self, backup, error))
    return FALSE;
  if (made != NULL)
    *made = g_steal_pointer (&backup);
  return TRUE;
}

/* ---- what is said of them ---- */

char *
dolen_backup_sentence (gint64 at, DolenLanguage language)
{
  g_autofree char *date = at > 0 ? dolen_date_of_instant (at) : NULL;
  g_autofree char *day = NULL;

  if (date == NULL)
    return g_strdup (dolen_text (language, "There is no backup of the case records yet."));
  day = dolen_format_date (language, date);
  /* Translators: %s: a date, "3 November 2026". */
  return g_strdup_printf (dolen_text (language, "Last backup: %s."), day);
}

gboolean
dolen_backup_is_old (gint64 at, gint64 now)
{
  g_autofree char *made = dolen_date_of_instant (at);
  g_autofree char *today = dolen_date_of_instant (now);

  return at == 0 || dolen_date_days_between (made, today) >= DOLEN_BACKUP_OLD_DAYS;
}

GPtrArray *
dolen_casework_list_backups (DolenCasework *self, const char *folder, GError **error)
{
  const guint8 *vault = self->vault != NULL ? dolen_keys_get_vault (self->vault->keys) : NULL;

  return dolen_backup_list (folder, vault, error);
}

void
dolen_casework_tend (DolenCasework *self, const char *folder)
{
  g_autoptr (GError) error = NULL;

  if (self->vault == NULL)
    return;
  dolen_restore_tend (self->folder);
  if (folder != NULL && *folder != '\0' && !dolen_backup_tend (self->vault, folder, &error))
    g_debug ("backups: %s", error->message);
}
