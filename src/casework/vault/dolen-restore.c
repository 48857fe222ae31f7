/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-restore.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-restore-private.h"
#include "casework/vault/dolen-vault-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* ---- reading a backup ---- */

static GBytes *
read_keys (const char *path, const guint8 *vault, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) all = dolen_backup_list_keys (folder, vault, error);
  DolenBackupHeader header;

  if (all == NULL)
    return NULL;
  if (all->len == 0) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 /* Translators: .keys is how the name of the file ends; %s: a folder. */
                 _ ("There is no keys file (.keys) of these case records in %s. Without it the "
                    "backup cannot be opened."),
                 folder);
    return NULL;
  }
  return dolen_backup_keys_read (((DolenBackup *) all->pdata[0])->path, &header, error);
}

static gboolean
unlock (DolenRestore *restore, DolenKeys *keys, GError **error)
{
  return restore->recovery_key != NULL
             ? dolen_keys_unlock_with_recovery_key (keys, restore->recovery_key, error)
             : dolen_keys_unlock (keys, restore->passphrase, error);
}

static GBytes *
read_journal (DolenRestore *restore, GBytes *keys, const DolenBackupWatch *watch, GError **error)
{
  g_autoptr (DolenKeys) opened = dolen_keys_open_image (keys, error);
  g_autoptr (DolenSecret) key = NULL;

  if (opened == NULL || !unlock (restore, opened, error))
    return NULL;
  key = dolen_keys_derive (opened, "dolen-backup-1");
  return dolen_backup_file_read (restore->path, key, &restore->header, watch, error);
}

static gboolean
check_events (DolenRestore *restore, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!dolen_picture_read (restore->picture, NULL, NULL, NULL, &problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_CORRUPT, ((DolenProblem *) problems->pdata[0])->sentence);
  return FALSE;
}

DolenRestore *
dolen_restore_open (const char *path,
                    const char *passphrase,
                    const DolenSecret *recovery_key,
                    const DolenBackupWatch *watch,
                    GError **error)
{
  g_autoptr (DolenRestore) restore = g_new0 (DolenRestore, 1);
  g_autoptr (GBytes) keys = NULL;
  g_autoptr (GBytes) journal = NULL;

  restore->path = g_strdup (path);
  restore->passphrase = g_strdup (passphrase);
  if (recovery_key != NULL)
    restore->recovery_key
        = dolen_secret_new_from (dolen_secret_peek (recovery_key), DOLEN_KEY_SIZE);
  if (!dolen_backup_file_peek (path, &restore->header, error))
    return NULL;
  keys = read_keys (path, restore->header.vault, error);
  journal = keys != NULL ? read_journal (restore, keys, watch, error) : NULL;
  restore->picture = journal != NULL ? dolen_picture_new (journal, keys, error) : NULL;
  if (restore->picture == NULL || !unlock (restore, restore->picture->opened, error)
      || !check_events (restore, error))
    return NULL;
  return g_steal_pointer (&restore);
}

void
dolen_restore_free (DolenRestore *restore)
{
  if (restore == NULL)
    return;
  g_free (restore->path);
  dolen_picture_free (restore->picture);
  dolen_wipe_string (restore->passphrase);
  dolen_secret_free (restore->recovery_key);
  g_free (restore);
}

/* ---- what the former state knows was destroyed ---- */

/* Events whose text is gone while their person's key is not: redacted one by one. */
static gboolean
list_redacted (const char *folder, DolenKeys *keys, GPtrArray *redacted, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "casework.db", NULL);
  g_autoptr (DolenJournal) journal = NULL;
  g_autoptr (DolenStatement) rows = NULL;
  gboolean found = FALSE, ok;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* No head is read here: any key does. */
  journal = dolen_journal_open (
      path, dolen_keys_get_vault (keys), dolen_secret_new (DOLEN_KEY_SIZE), error);
  rows = journal != NULL
             ? dolen_db_prepare (dolen_journal_get_db (journal),
                                 "SELECT id FROM journal WHERE sealed IS NULL ORDER BY seq",
                                 error)
             : NULL;
  if (rows == NULL)
    return FALSE;
  while ((ok = dolen_statement_step (rows, &found, error)) && found) {
    gsize size = 0;
    const void *id = dolen_statement_get_blob (rows, 0, &size);

    if (size == DOLEN_ID_SIZE)
      g_ptr_array_add (redacted, g_bytes_new (id, size));
  }
  return ok;
}

static gboolean
refuse_other_records (GError **error)
{
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_ALLOWED,
                       _ ("Other case records stand here. Restore into a profile that has none, or "
                          "into that of the backup."));
  return FALSE;
}

gboolean
dolen_restore_read_former (const char *folder,
                           const guint8 *vault,
                           GPtrArray **destroyed,
                           GPtrArray **redacted,
                           GError **error)
{
  g_autofree char *path = g_build_filename (folder, "keys.db", NULL);
  g_autoptr (DolenKeys) keys = NULL;
  g_autoptr (GError) local = NULL;

  *destroyed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  *redacted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (!dolen_keys_exist (path))
    return TRUE;
  keys = dolen_keys_open (path, &local);
  if (keys == NULL) {
    /* Damaged: a reason to restore. The tombstones of the backup's newest keys still hold. */
    g_debug ("the former keys: %s", local->message);
    return TRUE;
  }
  if (memcmp (dolen_keys_get_vault (keys), vault, DOLEN_ID_SIZE) != 0)
    return refuse_other_records (error);
  g_ptr_array_unref (*destroyed);
  *destroyed = dolen_keys_list_destroyed (keys);
  if (!list_redacted (folder, keys, *redacted, &local)) {
    g_debug ("the former journal: %s", local->message);
    g_ptr_array_set_size (*redacted, 0);
  }
  return TRUE;
}
