/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-quick.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an open vault is: its problems, its counts, the device file, who may open it. */

/* ---- the device file ---- */

gboolean
dolen_vault_write_device (DolenVault *vault, GError **error)
{
  vault->device.keys_version = dolen_keys_get_version (vault->keys);
  return dolen_device_write (vault->device_path,
                             dolen_keys_get_vault (vault->keys),
                             vault->device_key,
                             &vault->device,
                             error);
}

void
dolen_vault_sync_device (DolenVault *vault)
{
  g_autoptr (GError) error = NULL;

  if (!dolen_vault_write_device (vault, &error))
    g_warning ("device: %s", error->message);
  vault->device_unsynced = FALSE;
}

void
dolen_vault_keep_device (DolenVault *vault)
{
  if (vault->problems->len > 0)
    return;
  dolen_vault_sync_device (vault);
  vault->device_state = DOLEN_DEVICE_GOOD;
}

void
dolen_vault_note_device (DolenVault *vault)
{
  vault->device.keys_version = dolen_keys_get_version (vault->keys);
  vault->device_unsynced = dolen_device_note (
      vault->device_path, dolen_keys_get_vault (vault->keys), vault->device_key, &vault->device);
  if (!vault->device_unsynced)
    dolen_vault_sync_device (vault);
}

/* ---- what it is ---- */

const GPtrArray *
dolen_vault_list_problems (DolenVault *vault)
{
  return vault->problems;
}

gboolean
dolen_vault_may_write (DolenVault *vault, GError **error)
{
  if (vault->problems->len == 0)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_READ_ONLY,
               /* Translators: %s: a sentence that says what is wrong with the case records. */
               _ ("The case records can be read but not changed. %s"),
               ((DolenProblem *) vault->problems->pdata[0])->sentence);
  return FALSE;
}

gint64
dolen_vault_count_events (DolenVault *vault)
{
  return vault->n_events;
}

gint64
dolen_vault_count_not_understood (DolenVault *vault)
{
  return vault->n_not_understood;
}

void
dolen_vault_key_of (DolenVault *vault, const char *person, guint8 key[DOLEN_ID_SIZE])
{
  if (!dolen_uid_to_id (person, key))
    memcpy (key, dolen_keys_get_office (vault->keys), DOLEN_ID_SIZE);
}

gboolean
dolen_vault_count_of (
    DolenVault *vault, const char *person, gint64 *entries, gint64 *drafts, GError **error)
{
  guint8 key[DOLEN_ID_SIZE];

  dolen_vault_key_of (vault, person, key);
  return dolen_journal_count_of (vault->journal, key, entries, drafts, error);
}

/* ---- passphrase ---- */

gboolean
dolen_vault_check_passphrase (DolenVault *vault, const char *passphrase, GError **error)
{
  return dolen_keys_check_passphrase (vault->keys, passphrase, error);
}

gboolean
dolen_vault_change_passphrase (DolenVault *vault,
                               const char *passphrase,
                               DolenPassphraseCost cost,
                               GError **error)
{
  if (!dolen_keys_change_passphrase (vault->keys, passphrase, cost, error))
    return FALSE;
  dolen_vault_note_keys (vault);
  return TRUE;
}

DolenHolders *
dolen_vault_get_holders (DolenVault *vault)
{
  return dolen_keys_get_holders (vault->keys);
}

void
dolen_vault_note_keys (DolenVault *vault)
{
  /* While there is a problem the file stays as the witness it is. */
  if (vault->problems->len == 0)
    dolen_vault_sync_device (vault);
}

/* ---- quick unlock ---- */

gboolean
dolen_vault_write_quick (DolenVault *vault,
                         const DolenSecret *device_key,
                         const char *boot_id,
                         GError **error)
{
  g_autofree char *path = dolen_quick_path (dolen_profile_folder_get_path (vault->folder));

  return dolen_keys_write_quick (vault->keys, path, device_key, boot_id, error);
}

gboolean
dolen_vault_is_quick_bound (DolenVault *vault)
{
  g_autofree char *path = dolen_quick_path (dolen_profile_folder_get_path (vault->folder));

  return dolen_keys_is_quick_bound (vault->keys, path);
}

const guint8 *
dolen_vault_get_id (DolenVault *vault)
{
  return dolen_keys_get_vault (vault->keys);
}
