/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-keys-private.h"

#include "base/dolen-error.h"
#include "casework/vault/dolen-key-slot.h"
#include "casework/vault/dolen-worker-slot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whose passphrase, or the recovery key, opens the keys, and how a passphrase is changed. */

gboolean
dolen_keys_take (DolenKeys *keys,
                 DolenSecret *vault_key,
                 const guint8 *worker,
                 DolenSecret *secret,
                 GError **error)
{
  g_clear_pointer (&keys->vault_key, dolen_secret_free);
  g_clear_pointer (&keys->holders, dolen_holders_free);
  keys->vault_key = vault_key;
  keys->holders = dolen_holders_new (keys->db, keys->vault, &keys->version);
  return dolen_holders_load (keys->holders, vault_key, worker, secret, error);
}

/* A vault of schema 1: who has its one passphrase becomes the first worker, a lead. */
static gboolean
unlock_first_schema (DolenKeys *keys, const char *passphrase, GError **error)
{
  DolenSecret *vault_key
      = dolen_key_slot_open_passphrase (keys->db, keys->vault, passphrase, error);

  return vault_key != NULL && dolen_keys_take (keys, vault_key, NULL, NULL, error)
         && dolen_holders_add (keys->holders,
                               NULL,
                               DOLEN_ROLE_LEAD,
                               passphrase,
                               dolen_key_slot_get_cost (keys->db),
                               NULL,
                               error);
}

gboolean
dolen_keys_unlock (DolenKeys *keys, const char *passphrase, GError **error)
{
  guint8 worker[DOLEN_ID_SIZE];
  DolenSecret *vault_key, *pair = NULL;

  if (dolen_key_slot_has_passphrase (keys->db) && !unlock_first_schema (keys, passphrase, error))
    return FALSE;
  vault_key
      = dolen_worker_slot_open (keys->db, keys->vault, passphrase, worker, &pair, NULL, error);
  if (vault_key == NULL)
    return FALSE;
  return dolen_keys_take (keys, vault_key, worker, pair, error);
}

static DolenSecret *
copy_secret (const DolenSecret *secret)
{
  return secret != NULL
             ? dolen_secret_new_from (dolen_secret_peek (secret), dolen_secret_size (secret))
             : NULL;
}

gboolean
dolen_keys_unlock_like (DolenKeys *keys, DolenKeys *open, GError **error)
{
  const DolenHolder *self;
  guint8 worker[DOLEN_ID_SIZE];

  g_return_val_if_fail (open->vault_key != NULL, FALSE);
  if (memcmp (keys->vault, open->vault, DOLEN_ID_SIZE) != 0)
    return dolen_keys_refuse_other (error);
  self = dolen_holders_get_self (open->holders);
  return dolen_keys_take (keys,
                          copy_secret (open->vault_key),
                          self != NULL && dolen_uid_to_id (self->uid, worker) ? worker : NULL,
                          copy_secret (dolen_holders_get_secret (open->holders)),
                          error);
}

gboolean
dolen_keys_check_passphrase (DolenKeys *keys, const char *passphrase, GError **error)
{
  guint8 worker[DOLEN_ID_SIZE];
  GPtrArray *known = keys->holders != NULL ? dolen_holders_get_known (keys->holders) : NULL;
  g_autoptr (DolenSecret) vault_key = dolen_worker_slot_open (
      keys->db, keys->vault, passphrase, worker, NULL, known, error);
  const DolenHolder *self = keys->holders != NULL ? dolen_holders_get_self (keys->holders) : NULL;
  guint8 own[DOLEN_ID_SIZE];

  if (vault_key == NULL)
    return FALSE;
  /* A colleague's passphrase opens the vault too; it is not the one that was asked for. */
  if (self == NULL
      || (dolen_uid_to_id (self->uid, own) && memcmp (own, worker, DOLEN_ID_SIZE) == 0))
    return TRUE;
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_WRONG_PASSPHRASE, _ ("The passphrase is not right."));
  return FALSE;
}

gboolean
dolen_keys_unlock_with_recovery_key (DolenKeys *keys,
                                     const DolenSecret *recovery_key,
                                     GError **error)
{
  DolenSecret *vault_key
      = dolen_key_slot_open_recovery (keys->db, keys->vault, recovery_key, error);

  if (vault_key == NULL)
    return FALSE;
  return dolen_keys_take (
      keys,
      vault_key,
      NULL,
      dolen_secret_derive (recovery_key, DOLEN_RECOVERY_PAIR, keys->vault, DOLEN_ID_SIZE),
      error);
}

/* With the recovery key nobody in particular is there: the passphrase is the one worker's, or, of
 * several, the first lead's. */
static const DolenHolder *
find_first (DolenHolders *holders)
{
  const GPtrArray *list = dolen_holders_list (holders);

  for (guint i = 0; i < list->len; i++)
    if (((const DolenHolder *) list->pdata[i])->role == DOLEN_ROLE_LEAD)
      return list->pdata[i];
  return list->len > 0 ? list->pdata[0] : NULL;
}

gboolean
dolen_keys_change_passphrase (DolenKeys *keys,
                              const char *passphrase,
                              DolenPassphraseCost cost,
                              GError **error)
{
  const DolenHolder *first;

  g_return_val_if_fail (keys->holders != NULL, FALSE);
  if (dolen_holders_get_self (keys->holders) != NULL)
    return dolen_holders_change (keys->holders, passphrase, cost, error);
  first = find_first (keys->holders);
  if (first != NULL)
    return dolen_holders_reset (keys->holders, first->uid, passphrase, cost, error);
  return dolen_holders_add (keys->holders, NULL, DOLEN_ROLE_LEAD, passphrase, cost, NULL, error);
}
