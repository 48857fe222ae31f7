/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-picture.h"

#include "casework/vault/dolen-vault-private.h"

DolenPicture *
dolen_picture_take (DolenVault *vault, GError **error)
{
  g_autoptr (GBytes) journal = dolen_db_serialize (dolen_journal_get_db (vault->journal), error);
  g_autoptr (GBytes) keys = journal != NULL ? dolen_keys_serialize (vault->keys, error) : NULL;
  g_autoptr (DolenPicture) picture = keys != NULL ? dolen_picture_new (journal, keys, error) : NULL;

  if (picture == NULL || !dolen_keys_unlock_like (picture->opened, vault->keys, error))
    return NULL;
  return g_steal_pointer (&picture);
}

DolenPicture *
dolen_picture_new (GBytes *journal, GBytes *keys, GError **error)
{
  g_autoptr (DolenPicture) picture = g_new0 (DolenPicture, 1);

  picture->journal = g_bytes_ref (journal);
  picture->keys = g_bytes_ref (keys);
  picture->opened = dolen_keys_open_image (keys, error);
  return picture->opened != NULL ? g_steal_pointer (&picture) : NULL;
}

void
dolen_picture_free (DolenPicture *picture)
{
  if (picture == NULL)
    return;
  dolen_keys_close (picture->opened);
  g_bytes_unref (picture->journal);
  g_bytes_unref (picture->keys);
  g_free (picture);
}

gboolean
dolen_picture_read (DolenPicture *picture,
                    const DolenVaultReader *reader,
                    gpointer user_data,
                    gint64 *n_events,
                    GPtrArray **problems,
                    GError **error)
{
  DolenKeys *keys = picture->opened;
  DolenVault vault = { .keys = keys };
  gboolean ok;

  vault.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_problem_free);
  vault.journal = dolen_journal_open_image (picture->journal,
                                            dolen_keys_get_vault (keys),
                                            dolen_keys_derive (keys, "dolen-head-1"),
                                            error);
  ok = vault.journal != NULL && dolen_db_check (dolen_journal_get_db (vault.journal), error)
       && dolen_vault_read_all (&vault, DOLEN_DEVICE_MISSING, reader, user_data, error);
  dolen_journal_close (vault.journal);
  if (n_events != NULL)
    *n_events = vault.n_events;
  if (problems != NULL)
    *problems = g_steal_pointer (&vault.problems);
  g_clear_pointer (&vault.problems, g_ptr_array_unref);
  return ok;
}
