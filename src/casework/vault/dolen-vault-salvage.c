/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-backup-file.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/*
 * A casework.db that SQLite cannot read, or not whole. What its pages still hold is read one by one
 * into memory; each event carries its own proof, and what is lost is named like any other gap. The
 * file itself is not touched until somebody goes on with what is there, or brings in a backup copy.
 */

gboolean
dolen_vault_is_damage (const GError *error)
{
  return g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_CORRUPT)
         || g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_NOT_OURS)
         || g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_TOO_NEW)
         || g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT)
         || g_error_matches (error, DOLEN_ERROR, DOLEN_ERROR_FAILED);
}

gboolean
dolen_vault_is_file_damaged (DolenVault *vault)
{
  g_autoptr (GError) error = NULL;

  return vault->salvaged == NULL && !dolen_db_check (dolen_journal_get_db (vault->journal), &error)
         && dolen_vault_is_damage (error);
}

gboolean
dolen_vault_salvage (DolenVault *vault, GError **error)
{
  g_autofree char *path = dolen_profile_folder_file (vault->folder, "casework.db");

  DolenJournal *salvaged
      = dolen_journal_open_salvaged (path,
                                     dolen_keys_get_vault (vault->keys),
                                     dolen_keys_derive (vault->keys, "dolen-head-1"),
                                     error);

  if (salvaged == NULL)
    return FALSE;
  dolen_journal_close (vault->journal);
  vault->journal = salvaged;
  g_free (vault->salvaged);
  vault->salvaged
      = g_strdup (_ ("The file of the case records (casework.db) is damaged. What can be "
                     "read of it is shown. Bring in a backup copy: it puts back what is "
                     "missing."));
  return TRUE;
}

static void
remove_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  g_unlink (beside);
}

/* Written beside, read back and synced first: where that fails nothing is lost. Then the log of the
 * damaged one goes, which must not be taken for one of this, and it is renamed over it. */
static gboolean
put_in_place (DolenVault *vault, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".mended", NULL);

  if (!dolen_db_backup (dolen_journal_get_db (vault->journal), beside, error))
    return FALSE;
  remove_beside (path, "-wal");
  remove_beside (path, "-shm");
  if (g_rename (beside, path) == 0) {
    dolen_backup_sync_folder (dolen_profile_folder_get_path (vault->folder));
    return TRUE;
  }
  g_unlink (beside);
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_CANNOT_OPEN,
                       _ ("The restored case records could not be written; nothing was changed."));
  return FALSE;
}

gboolean
dolen_vault_mend (DolenVault *vault, GError **error)
{
  g_autofree char *path = dolen_profile_folder_file (vault->folder, "casework.db");
  DolenJournal *mended;

  if (vault->salvaged == NULL && dolen_vault_is_file_damaged (vault)
      && !dolen_vault_salvage (vault, error))
    return FALSE;
  if (vault->salvaged == NULL)
    return TRUE;
  if (!put_in_place (vault, path, error))
    return FALSE;
  mended = dolen_journal_open (path,
                               dolen_keys_get_vault (vault->keys),
                               dolen_keys_derive (vault->keys, "dolen-head-1"),
                               error);
  if (mended == NULL)
    return FALSE;
  dolen_journal_close (vault->journal);
  vault->journal = mended;
  g_clear_pointer (&vault->salvaged, g_free);
  return TRUE;
}
