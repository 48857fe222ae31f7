/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-keys-private.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-quick.h"
#include "casework/vault/dolen-worker-slot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The keys of a worker, wrapped by what the keyring of the session keeps: never the only way. */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

gboolean
dolen_keys_write_quick (DolenKeys *keys,
                        const char *path,
                        const DolenSecret *device_key,
                        const char *boot_id,
                        GError **error)
{
  const DolenHolder *self = keys->holders != NULL ? dolen_holders_get_self (keys->holders) : NULL;
  const DolenSecret *pair = self != NULL ? dolen_holders_get_secret (keys->holders) : NULL;
  DolenQuick quick;

  if (pair == NULL)
    return refuse (error, _ ("Unlock with your own passphrase first."));
  if (boot_id == NULL)
    return refuse (
        error, _ ("This computer does not tell when it was restarted: quick unlock stays off."));
  memcpy (quick.vault, keys->vault, DOLEN_ID_SIZE);
  dolen_uid_to_id (self->uid, quick.worker);
  dolen_quick_tie (&quick, dolen_time_now (), boot_id);
  if (!dolen_worker_slot_get_hash (keys->db, quick.worker, quick.slot))
    return refuse (error, _ ("Unlock with your own passphrase first."));
  return dolen_quick_write (path, &quick, device_key, keys->vault_key, pair, error);
}

static gboolean
is_bound (DolenKeys *keys, const DolenQuick *quick)
{
  guint8 slot[DOLEN_HASH_SIZE];

  return memcmp (quick->vault, keys->vault, DOLEN_ID_SIZE) == 0
         && dolen_worker_slot_get_hash (keys->db, quick->worker, slot)
         && memcmp (slot, quick->slot, sizeof slot) == 0;
}

gboolean
dolen_keys_is_quick_bound (DolenKeys *keys, const char *path)
{
  DolenQuick quick;

  return dolen_quick_read (path, &quick) && is_bound (keys, &quick);
}

gboolean
dolen_keys_unlock_quick (DolenKeys *keys,
                         const char *path,
                         const DolenSecret *device_key,
                         const char *boot_id,
                         GError **error)
{
  DolenSecret *vault_key = NULL, *pair = NULL;
  DolenQuick quick;

  if (!dolen_quick_read (path, &quick) || !is_bound (keys, &quick))
    return refuse (error, _ ("Quick unlock is off. Type your passphrase."));
  if (dolen_quick_judge (&quick, dolen_time_now (), boot_id) != DOLEN_QUICK_READY)
    return refuse (error,
                   _ ("Your passphrase is asked for again after seven days and after a restart of "
                      "the computer."));
  if (!dolen_quick_open (path, device_key, &quick, &vault_key, &pair))
    return refuse (
        error, _ ("What the keyring holds does not open the case records. Type your passphrase."));
  return dolen_keys_take (keys, vault_key, quick.worker, pair, error);
}
