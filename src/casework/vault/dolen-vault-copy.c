/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-copy.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
dolen_vault_copy_close (DolenVaultCopy *copy)
{
  if (copy == NULL)
    return;
  dolen_journal_close (copy->journal);
  dolen_db_close (copy->keys);
  g_free (copy);
}

static gboolean
is_of_vault (DolenDb *db, const guint8 *vault, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (db, "SELECT vault FROM vault", error);
  gboolean found = FALSE;
  const void *id;
  gsize size = 0;

  if (row == NULL || !dolen_statement_step (row, &found, error))
    return FALSE;
  id = found ? dolen_statement_get_blob (row, 0, &size) : NULL;
  if (size == DOLEN_ID_SIZE && memcmp (id, vault, size) == 0)
    return TRUE;
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_OURS,
                       _ ("These are other case records, not another copy of the same ones."));
  return FALSE;
}

static gboolean
open_keys (DolenVaultCopy *copy, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "keys.db", NULL);
  gint64 n = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  copy->keys = dolen_db_open_copy (path, dolen_keys_schema (), NULL);
  if (copy->keys != NULL && dolen_db_check (copy->keys, NULL))
    return TRUE;
  g_clear_pointer (&copy->keys, dolen_db_close);
  copy->keys = dolen_db_salvage (path, dolen_keys_schema (), &n, error);
  return copy->keys != NULL;
}

DolenVaultCopy *
dolen_vault_copy_open (const char *path, DolenKeys *keys, GError **error)
{
  g_autoptr (DolenVaultCopy) copy = g_new0 (DolenVaultCopy, 1);
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *folder = is_folder ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char *file
      = is_folder ? g_build_filename (path, "casework.db", NULL) : g_strdup (path);
  const guint8 *vault = dolen_keys_get_vault (keys);
  DolenDb *db;

  if (!g_file_test (file, G_FILE_TEST_EXISTS)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 /* Translators: %s: the path of a file or folder. */
                 _ ("There are no case records in %s."),
                 path);
    return NULL;
  }
  db = dolen_db_open_copy (file, dolen_journal_schema (), NULL);
  if (db != NULL && dolen_db_check (db, NULL)) {
    copy->journal = dolen_journal_wrap (db, vault, dolen_keys_derive (keys, "dolen-head-1"));
    if (!is_of_vault (db, vault, error))
      return NULL;
  } else {
    dolen_db_close (db);
    copy->journal = dolen_journal_open_salvaged (
        file, vault, dolen_keys_derive (keys, "dolen-head-1"), error);
  }
  if (copy->journal == NULL || !open_keys (copy, folder, error))
    return NULL;
  return g_steal_pointer (&copy);
}
