/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-restore.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-restore-private.h"
#include "casework/vault/dolen-vault-copy.h"
#include "casework/vault/dolen-vault-private.h"
#include "casework/vault/dolen-vault-survey.h"

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

/* Opened once: the passphrase takes its time. */
static gboolean
read_picture (DolenRestore *restore, GBytes *keys, const DolenBackupWatch *watch, GError **error)
{
  g_autoptr (DolenKeys) opened = dolen_keys_open_image (keys, error);
  g_autoptr (DolenSecret) key = NULL;
  g_autoptr (GBytes) journal = NULL;

  if (opened == NULL || !unlock (restore, opened, error))
    return FALSE;
  key = dolen_keys_derive (opened, "dolen-backup-1");
  journal = dolen_backup_file_read (restore->path, key, &restore->header, watch, error);
  restore->picture = journal != NULL ? dolen_picture_new (journal, keys, error) : NULL;
  return restore->picture != NULL
         && dolen_keys_unlock_like (restore->picture->opened, opened, error);
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

  restore->path = g_strdup (path);
  restore->passphrase = g_strdup (passphrase);
  if (recovery_key != NULL)
    restore->recovery_key
        = dolen_secret_new_from (dolen_secret_peek (recovery_key), DOLEN_KEY_SIZE);
  if (!dolen_backup_file_peek (path, &restore->header, error))
    return NULL;
  keys = read_keys (path, restore->header.vault, error);
  if (keys == NULL || !read_picture (restore, keys, watch, error) || !check_events (restore, error))
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

static void
add_ids (GHashTable *hex, GPtrArray *ids)
{
  GHashTableIter iter;
  gpointer one;

  g_hash_table_iter_init (&iter, hex);
  while (g_hash_table_iter_next (&iter, &one, NULL)) {
    guint8 id[DOLEN_ID_SIZE];

    if (dolen_unhex (one, id, sizeof id))
      g_ptr_array_add (ids, g_bytes_new (id, sizeof id));
  }
}

static void
add_redactions (GHashTable *hex, GPtrArray *events)
{
  GHashTableIter iter;
  gpointer target, changes;

  g_hash_table_iter_init (&iter, hex);
  while (g_hash_table_iter_next (&iter, &target, &changes)) {
    DolenEvent *redact = dolen_event_new (DOLEN_EVENT_REDACT, NULL);

    redact->target = g_strdup (target);
    redact->changes = json_object_get (changes);
    g_ptr_array_add (events, redact);
  }
}

/* Only an authentic event says that something was destroyed: a text that is gone from a damaged
 * journal is what the backup is there for. @keys: unlocked, of this vault. */
static gboolean
list_destroyed (
    const char *folder, DolenKeys *keys, GPtrArray *destroyed, GPtrArray *redacted, GError **error)
{
  g_autoptr (DolenVaultCopy) copy = dolen_vault_copy_open (folder, keys, error);
  DolenVault reading = { .keys = keys };
  g_autoptr (DolenSurvey) survey
             = copy != NULL ? dolen_survey_new (&reading, copy->journal, error) : NULL;

  if (survey == NULL)
    return FALSE;
  add_ids (survey->erased, destroyed);
  add_redactions (survey->redactions, redacted);
  return TRUE;
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

/* Of a keys.db that is damaged nothing is known: a reason to restore. The tombstones of the
 * backup's newest keys still hold. */
static gboolean
list_tombstones (const char *folder, const guint8 *vault, GPtrArray **destroyed, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "keys.db", NULL);
  g_autoptr (DolenKeys) keys = dolen_keys_exist (path) ? dolen_keys_open (path, NULL) : NULL;

  if (keys == NULL) {
    *destroyed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
    return TRUE;
  }
  if (memcmp (dolen_keys_get_vault (keys), vault, DOLEN_ID_SIZE) != 0)
    return refuse_other_records (error);
  *destroyed = dolen_keys_list_destroyed (keys);
  return TRUE;
}

gboolean
dolen_restore_read_former (DolenRestore *restore,
                           const char *folder,
                           GPtrArray **destroyed,
                           GPtrArray **redacted,
                           GError **error)
{
  g_autoptr (GError) local = NULL;

  *redacted = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_event_free);
  if (!list_tombstones (folder, restore->header.vault, destroyed, error))
    return FALSE;
  if (!list_destroyed (folder, restore->picture->opened, *destroyed, *redacted, &local))
    g_debug ("the former journal: %s", local->message);
  return TRUE;
}

/* A former passphrase, which somebody may have found out, is not to open it again. */
gboolean
dolen_restore_keep_keys (DolenRestore *restore,
                         const char *folder,
                         DolenKeys *keys,
                         DolenKeysUnion *kept,
                         gboolean *is_sound,
                         GError **error)
{
  g_autofree char *path = g_build_filename (folder, "keys.db", NULL);
  g_autoptr (DolenDb) former = dolen_keys_exist (path)
                                   ? dolen_db_open_copy (path, dolen_keys_schema (), NULL)
                                   : NULL;
  gboolean sound = former != NULL && dolen_db_check (former, NULL);

  *kept = (DolenKeysUnion){ 0 };
  if (is_sound != NULL)
    *is_sound = sound;
  return !sound || dolen_keys_merge (keys, former, kept, error);
}
