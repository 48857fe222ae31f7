/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-quick.h"
#include "casework/vault/dolen-restore.h"

#include <glib/gi18n-lib.h>

/* Making, opening and closing the vault of a folder. */

gboolean
dolen_vault_exists (const char *folder)
{
  g_autofree char *journal = g_build_filename (folder, "casework.db", NULL);
  g_autofree char *keys = g_build_filename (folder, "keys.db", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS) || dolen_keys_exist (keys)
         || dolen_restore_is_ready (folder);
}

static DolenVault *
new_vault (const char *path, GError **error)
{
  g_autoptr (DolenVault) vault = g_new0 (DolenVault, 1);

  dolen_process_harden ();
  vault->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_problem_free);
  vault->folder = dolen_profile_folder_open (path, error);
  if (vault->folder == NULL || !dolen_profile_folder_lock (vault->folder, error)
      || !dolen_restore_settle (path, error))
    return NULL;
  vault->device_path = dolen_profile_folder_file (vault->folder, "device");
  return g_steal_pointer (&vault);
}

static gboolean
open_journal (DolenVault *vault, GError **error)
{
  g_autoptr (GError) damage = NULL;
  g_autofree char *path = dolen_profile_folder_file (vault->folder, "casework.db");

  vault->device_key = dolen_keys_derive (vault->keys, "dolen-device-1");
  vault->draft_key = dolen_keys_derive (vault->keys, "dolen-drafts-1");
  vault->journal = dolen_journal_open (path,
                                       dolen_keys_get_vault (vault->keys),
                                       dolen_keys_derive (vault->keys, "dolen-head-1"),
                                       &damage);
  if (vault->journal != NULL)
    return TRUE;
  if (dolen_vault_is_damage (damage) && dolen_vault_salvage (vault, NULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&damage));
  return FALSE;
}

DolenVault *
dolen_vault_create (const char *folder,
                    const char *passphrase,
                    const DolenSecret *recovery_key,
                    DolenPassphraseCost cost,
                    GError **error)
{
  g_autoptr (DolenVault) vault = NULL;
  g_autofree char *keys = NULL;

  if (dolen_vault_exists (folder)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, _ ("There are case records here already."));
    return NULL;
  }
  vault = new_vault (folder, error);
  if (vault == NULL)
    return NULL;
  keys = dolen_profile_folder_file (vault->folder, "keys.db");
  vault->keys = dolen_keys_create (keys, passphrase, recovery_key, cost, error);
  if (vault->keys == NULL || !open_journal (vault, error))
    return NULL;
  dolen_device_start (&vault->device);
  vault->device_state = DOLEN_DEVICE_GOOD;
  return dolen_vault_write_device (vault, error) ? g_steal_pointer (&vault) : NULL;
}

/* What opens it: one of them. */
typedef struct {
  const char *passphrase;
  const DolenSecret *recovery_key;
  const DolenSecret *device_key;
  const char *boot_id; /* with device_key */
} Way;

static gboolean
open_keys (DolenVault *vault, const Way *way, GError **error)
{
  g_autofree char *path = dolen_profile_folder_file (vault->folder, "keys.db");
  g_autofree char *quick = dolen_quick_path (dolen_profile_folder_get_path (vault->folder));

  vault->keys = dolen_keys_open (path, error);
  if (vault->keys == NULL)
    return FALSE;
  if (way->device_key != NULL)
    return dolen_keys_unlock_quick (vault->keys, quick, way->device_key, way->boot_id, error);
  return way->recovery_key != NULL
             ? dolen_keys_unlock_with_recovery_key (vault->keys, way->recovery_key, error)
             : dolen_keys_unlock (vault->keys, way->passphrase, error);
}

static gboolean
read_all (DolenVault *vault, const DolenVaultReader *reader, gpointer user_data, GError **error)
{
  return dolen_vault_read_all (vault, vault->device_state, reader, user_data, error);
}

static gboolean
read_events (DolenVault *vault, const DolenVaultReader *reader, gpointer user_data, GError **error)
{
  g_autoptr (GError) damage = NULL;
  gboolean ok;

  vault->device_state = dolen_device_read (
      vault->device_path, dolen_keys_get_vault (vault->keys), vault->device_key, &vault->device);
  if (vault->device_state != DOLEN_DEVICE_GOOD)
    dolen_device_start (&vault->device);
  ok = read_all (vault, reader, user_data, &damage);
  /* An index that leaves rows out is told by the problems alone. */
  if ((ok ? vault->problems->len > 0 && dolen_vault_is_file_damaged (vault)
          : dolen_vault_is_damage (damage) && vault->salvaged == NULL)
      && dolen_vault_salvage (vault, NULL)) {
    g_clear_error (&damage);
    if (reader != NULL && reader->reset != NULL)
      reader->reset (user_data);
    ok = read_all (vault, reader, user_data, &damage);
  }
  if (!ok) {
    g_propagate_error (error, g_steal_pointer (&damage));
    return FALSE;
  }
  dolen_vault_keep_device (vault);
  /* What the last time left in the logs. */
  if (vault->salvaged == NULL)
    dolen_vault_scrub (vault);
  return TRUE;
}

static DolenVault *
unlock (const char *folder,
        const Way *way,
        const DolenVaultReader *reader,
        gpointer user_data,
        GError **error)
{
  g_autoptr (DolenVault) vault = NULL;

  if (!dolen_vault_exists (folder)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There are no case records here yet."));
    return NULL;
  }
  vault = new_vault (folder, error);
  if (vault == NULL || !open_keys (vault, way, error) || !open_journal (vault, error))
    return NULL;
  return read_events (vault, reader, user_data, error) ? g_steal_pointer (&vault) : NULL;
}

DolenVault *
dolen_vault_unlock (const char *folder,
                    const char *passphrase,
                    const DolenSecret *recovery_key,
                    const DolenVaultReader *reader,
                    gpointer user_data,
                    GError **error)
{
  Way way = { .passphrase = passphrase, .recovery_key = recovery_key };

  return unlock (folder, &way, reader, user_data, error);
}

DolenVault *
dolen_vault_unlock_quick (const char *folder,
                          const DolenSecret *device_key,
                          const char *boot_id,
                          const DolenVaultReader *reader,
                          gpointer user_data,
                          GError **error)
{
  Way way = { .device_key = device_key, .boot_id = boot_id };

  return unlock (folder, &way, reader, user_data, error);
}

gboolean
dolen_vault_read_anew (DolenVault *vault, gboolean new_device, GError **error)
{
  if (!dolen_vault_read_all (vault, vault->device_state, NULL, NULL, error))
    return FALSE;
  /* Going on in spite of a problem starts a new device id anyway. */
  if (new_device && vault->problems->len == 0)
    dolen_device_start (&vault->device);
  dolen_vault_keep_device (vault);
  return TRUE;
}

void
dolen_vault_lock (DolenVault *vault)
{
  if (vault == NULL)
    return;
  if (vault->device_unsynced)
    dolen_vault_sync_device (vault);
  dolen_journal_close (vault->journal);
  dolen_keys_close (vault->keys);
  dolen_secret_free (vault->device_key);
  dolen_secret_free (vault->draft_key);
  g_clear_pointer (&vault->problems, g_ptr_array_unref);
  g_free (vault->salvaged);
  g_free (vault->device_path);
  dolen_profile_folder_close (vault->folder);
  g_free (vault);
}

gboolean
dolen_vault_replay (DolenVault *vault,
                    const DolenVaultReader *reader,
                    gpointer user_data,
                    GError **error)
{
  return dolen_vault_read_all (vault, vault->device_state, reader, user_data, error);
}
