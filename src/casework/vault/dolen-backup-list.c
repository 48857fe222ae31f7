/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-backup.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which backups a folder holds, and which of them stay. */

void
dolen_backup_free (DolenBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const DolenBackup *first = *(DolenBackup *const *) a, *second = *(DolenBackup *const *) b;
  size_t length = strlen (first->path), other = strlen (second->path);

  if (first->header.at != second->header.at)
    return first->header.at < second->header.at ? 1 : -1;
  /* Of one instant the later has the longer name: "-2", "-10". */
  if (length != other)
    return length < other ? 1 : -1;
  return strcmp (second->path, first->path);
}

static GPtrArray *
list_files (const char *folder,
            const char *suffix,
            const guint8 *vault,
            gboolean (*peek) (const char *path, DolenBackupHeader *header, GError **error),
            GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_backup_free);
  const char *name;

  if (dir == NULL) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 _ ("The backup folder %s is not there. Is the stick in, is the drive connected?"),
                 folder);
    return NULL;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autoptr (DolenBackup) one = g_new0 (DolenBackup, 1);

    one->path = g_build_filename (folder, name, NULL);
    if (g_str_has_suffix (name, suffix) && peek (one->path, &one->header, NULL)
        && (vault == NULL || memcmp (vault, one->header.vault, DOLEN_ID_SIZE) == 0))
      g_ptr_array_add (found, g_steal_pointer (&one));
  }
  g_ptr_array_sort (found, compare_newest_first);
  return g_steal_pointer (&found);
}

GPtrArray *
dolen_backup_list (const char *folder, const guint8 *vault, GError **error)
{
  return list_files (folder, DOLEN_BACKUP_SUFFIX, vault, dolen_backup_file_peek, error);
}

GPtrArray *
dolen_backup_list_keys (const char *folder, const guint8 *vault, GError **error)
{
  return list_files (folder, DOLEN_BACKUP_KEYS_SUFFIX, vault, dolen_backup_keys_peek, error);
}

/* ---- generations ---- */

static char *
name_day (const char *date)
{
  return g_strdup (date);
}

/* The Monday it begins with. */
static char *
name_week (const char *date)
{
  return dolen_date_add_days (date, 1 - dolen_date_weekday (date));
}

static char *
name_month (const char *date)
{
  return g_strndup (date, 7);
}

void
dolen_backup_choose_kept (const gint64 *at, gsize n, gboolean *kept)
{
  static const struct {
    char *(*name) (const char *date);
    guint most;
  } generations[] = {
    { name_day, DOLEN_BACKUP_DAILY },
    { name_week, DOLEN_BACKUP_WEEKLY },
    { name_month, DOLEN_BACKUP_MONTHLY },
  };

  for (gsize i = 0; i < n; i++)
    kept[i] = i == 0;
  for (gsize g = 0; g < G_N_ELEMENTS (generations); g++) {
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (gsize i = 0; i < n && g_hash_table_size (seen) < generations[g].most; i++) {
      g_autofree char *date = dolen_date_of_instant (at[i]);

      if (g_hash_table_add (seen, generations[g].name (date)))
        kept[i] = TRUE;
    }
  }
}

gboolean
dolen_backup_keys_are_due (gint64 at, gint64 now)
{
  g_autofree char *made = dolen_date_of_instant (at);
  g_autofree char *today = dolen_date_of_instant (now);

  return dolen_date_days_between (made, today) >= DOLEN_BACKUP_KEYS_DAYS;
}
