/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-backup.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-picture.h"
#include "casework/vault/dolen-vault-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

/* Making a backup, reading it back, and destroying what is over. */

struct _DolenBackupJob {
  char *folder;             /* (owned) */
  char *path;               /* (owned) of the file of events */
  char *keys_path;          /* (owned) */
  DolenBackupHeader header; /* of both files */
  DolenPicture *picture;    /* (owned) */
};

static gboolean
check_folder (DolenVault *vault, const char *folder, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (folder);
  g_autoptr (GFile) home = g_file_new_for_path (dolen_profile_folder_get_path (vault->folder));

  if (g_file_equal (target, home) || g_file_has_prefix (target, home)) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_UNSAFE_PLACE,
                         _ ("A backup beside the case records would be lost with them. Choose a "
                            "folder on another drive or a share."));
    return FALSE;
  }
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_FOUND,
               _ ("The backup folder %s is not there. Is the stick in, is the drive connected?"),
               folder);
  return FALSE;
}

static gboolean
is_taken (const char *stem)
{
  g_autofree char *events = g_strconcat (stem, DOLEN_BACKUP_SUFFIX, NULL);
  g_autofree char *keys = g_strconcat (stem, DOLEN_BACKUP_KEYS_SUFFIX, NULL);

  return g_file_test (events, G_FILE_TEST_EXISTS) || g_file_test (keys, G_FILE_TEST_EXISTS);
}

/* "dolen-20261103-100000-1a2b3c4d" without a suffix: sorts by time, says nothing of what is in it.
 * Another one of the same second ends in "-2": nothing is ever written in the place of a backup. */
static char *
name_files (const char *folder, const DolenBackupHeader *header)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (header->at / 1000);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%d-%H%M%S");
  g_autofree char *vault = dolen_hex (header->vault, 4);
  g_autofree char *name = g_strdup_printf ("dolen-%s-%s", stamp, vault);
  char *stem = g_build_filename (folder, name, NULL);

  for (int n = 2; is_taken (stem); n++) {
    g_free (stem);
    stem = g_strdup_printf ("%s%c%s-%d", folder, G_DIR_SEPARATOR, name, n);
  }
  return stem;
}

static void
fill_header (DolenVault *vault, gint64 rows, DolenBackupHeader *header)
{
  memcpy (header->vault, dolen_keys_get_vault (vault->keys), DOLEN_ID_SIZE);
  header->at = dolen_time_now ();
  header->rows = rows;
  header->keys_version = dolen_keys_get_version (vault->keys);
}

static void
name_paths (DolenBackupJob *job)
{
  g_autofree char *stem = name_files (job->folder, &job->header);

  job->path = g_strconcat (stem, DOLEN_BACKUP_SUFFIX, NULL);
  job->keys_path = g_strconcat (stem, DOLEN_BACKUP_KEYS_SUFFIX, NULL);
}

DolenBackupJob *
dolen_backup_job_new (DolenVault *vault, const char *folder, GError **error)
{
  g_autoptr (DolenBackupJob) job = g_new0 (DolenBackupJob, 1);
  gint64 rows = 0;

  if (!dolen_vault_may_write (vault, error) || !check_folder (vault, folder, error)
      || !dolen_journal_count (vault->journal, &rows, error))
    return NULL;
  job->folder = g_strdup (folder);
  fill_header (vault, rows, &job->header);
  job->picture = dolen_picture_take (vault, error);
  if (job->picture == NULL)
    return NULL;
  name_paths (job);
  return g_steal_pointer (&job);
}

void
dolen_backup_job_free (DolenBackupJob *job)
{
  if (job == NULL)
    return;
  dolen_picture_free (job->picture);
  g_free (job->folder);
  g_free (job->path);
  g_free (job->keys_path);
  g_free (job);
}

const char *
dolen_backup_job_get_path (DolenBackupJob *job)
{
  return job->path;
}

const DolenBackupHeader *
dolen_backup_job_get_header (DolenBackupJob *job)
{
  return &job->header;
}

/* ---- reading it back ---- */

static gboolean
refuse_what_was_read (const char *why, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CORRUPT,
               /* Translators: %s: what is wrong, a sentence or a few words of the database. */
               _ ("The backup was read back and is not sound; it was not kept. %s"),
               why);
  return FALSE;
}

/* Opens every event as an unlocking would. */
static gboolean
walk_picture (DolenPicture *picture, gint64 rows, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  gint64 n = 0;

  if (!dolen_picture_read (picture, NULL, NULL, &n, &problems, error))
    return FALSE;
  if (problems->len > 0)
    return refuse_what_was_read (((DolenProblem *) problems->pdata[0])->sentence, error);
  return n == rows || refuse_what_was_read (_ ("The number of events differs."), error);
}

static gboolean
verify (DolenBackupJob *job,
        const char *path,
        const DolenSecret *key,
        const DolenBackupWatch *watch,
        GError **error)
{
  DolenBackupHeader header, keys_header;
  g_autoptr (GBytes) keys = dolen_backup_keys_read (job->keys_path, &keys_header, error);
  g_autoptr (GBytes) image = NULL;
  g_autoptr (DolenPicture) read = NULL;

  if (keys == NULL)
    return FALSE;
  image = dolen_backup_file_read (path, key, &header, watch, error);
  if (image == NULL)
    return FALSE;
  if (!g_bytes_equal (image, job->picture->journal) || header.rows != job->header.rows)
    return refuse_what_was_read (_ ("It is not what was written."), error);
  read = dolen_picture_new (image, keys, error);
  if (read == NULL)
    return FALSE;
  if (!dolen_keys_unlock_like (read->opened, job->picture->opened, NULL))
    return refuse_what_was_read (_ ("It is not what was written."), error);
  return walk_picture (read, job->header.rows, error);
}

/* ---- destroying what is over ---- */

static void
prune_events (const char *folder, const guint8 *vault)
{
  g_autoptr (GPtrArray) all = dolen_backup_list (folder, vault, NULL);
  g_autofree gint64 *at = NULL;
  g_autofree gboolean *kept = NULL;

  if (all == NULL)
    return;
  at = g_new0 (gint64, all->len + 1);
  kept = g_new0 (gboolean, all->len + 1);
  for (guint i = 0; i < all->len; i++)
    at[i] = ((DolenBackup *) all->pdata[i])->header.at;
  dolen_backup_choose_kept (at, all->len, kept);
  for (guint i = 0; i < all->len; i++)
    if (!kept[i])
      g_unlink (((DolenBackup *) all->pdata[i])->path);
}

static gboolean
prune_keys (const char *folder, const guint8 *vault, GError **error)
{
  g_autoptr (GPtrArray) all = dolen_backup_list_keys (folder, vault, error);
  gint64 now = dolen_time_now ();

  if (all == NULL)
    return FALSE;
  /* The newest stays: without it no backup could be opened. */
  for (guint i = 1; i < all->len; i++) {
    const DolenBackup *one = g_ptr_array_index (all, i);

    if (dolen_backup_keys_are_due (one->header.at, now))
      g_unlink (one->path);
  }
  dolen_backup_sync_folder (folder);
  return TRUE;
}

/* ---- the job ---- */

static gboolean
write_and_verify (DolenBackupJob *job,
                  const char *beside,
                  const DolenBackupWatch *watch,
                  GError **error)
{
  g_autoptr (DolenSecret) key = dolen_keys_derive (job->picture->opened, "dolen-backup-1");

  g_unlink (beside);
  if (!dolen_backup_file_write (beside, &job->header, key, job->picture->journal, watch, error))
    return FALSE;
  if (verify (job, beside, key, watch, error) && g_rename (beside, job->path) == 0)
    return TRUE;
  g_unlink (beside);
  if (error != NULL && *error == NULL)
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, _ ("The backup folder cannot be written to."));
  return FALSE;
}

gboolean
dolen_backup_job_run (DolenBackupJob *job, const DolenBackupWatch *watch, GError **error)
{
  g_autofree char *beside = g_strconcat (job->path, ".part", NULL);
  g_autoptr (GError) local = NULL;

  if (!dolen_backup_keys_write (job->keys_path, &job->header, job->picture->keys, error))
    return FALSE;
  if (!write_and_verify (job, beside, watch, &local)) {
    g_unlink (job->keys_path);
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  dolen_backup_sync_folder (job->folder);
  prune_events (job->folder, job->header.vault);
  return prune_keys (job->folder, job->header.vault, error);
}

/* ---- keys files that are due ---- */

gboolean
dolen_backup_tend (DolenVault *vault, const char *folder, GError **error)
{
  const guint8 *id = dolen_keys_get_vault (vault->keys);
  g_autoptr (GPtrArray) all = dolen_backup_list_keys (folder, id, error);
  DolenBackupHeader header;
  g_autofree char *stem = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) image = NULL;

  if (all == NULL)
    return FALSE;
  if (all->len > 0
      && dolen_backup_keys_are_due (((DolenBackup *) all->pdata[0])->header.at,
                                    dolen_time_now ())) {
    fill_header (vault, ((DolenBackup *) all->pdata[0])->header.rows, &header);
    stem = name_files (folder, &header);
    path = g_strconcat (stem, DOLEN_BACKUP_KEYS_SUFFIX, NULL);
    image = dolen_keys_serialize (vault->keys, error);
    if (image == NULL || !dolen_backup_keys_write (path, &header, image, error))
      return FALSE;
  }
  return prune_keys (folder, id, error);
}
