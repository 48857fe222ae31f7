/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-restore.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-quick.h"
#include "casework/vault/dolen-restore-private.h"
#include "casework/vault/dolen-vault-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUILDING "restore.part"
#define READY "restore.ready"
#define ASIDE "before-restore-"

/* What a vault is made of, in the order it is put in place. */
static const char *const files[] = { "casework.db", "keys.db", "device" };

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }
  g_rmdir (path);
}

static gboolean
fail_to_write (GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               errno == ENOSPC || errno == EDQUOT ? DOLEN_ERROR_NO_SPACE : DOLEN_ERROR_CANNOT_OPEN,
               "%s (%s)",
               _ ("The restored case records could not be written; nothing was changed."),
               g_strerror (errno));
  return FALSE;
}

/* ---- building it beside ---- */

static gboolean
write_image (const char *folder, const char *name, GBytes *image, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size = 0;
  const char *bytes = g_bytes_get_data (image, &size);

  return g_file_set_contents_full (path,
                                   bytes,
                                   (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   NULL)
         || fail_to_write (error);
}

/* Erased since: no event of theirs may be opened, and no key of theirs stay. */
static gboolean
erase_again (DolenVault *vault, const guint8 *key, const char *author, GError **error)
{
  g_autoptr (DolenEvent) erased = NULL;
  g_autofree char *uid = dolen_id_to_uid (key);
  gint64 n = 0, drafts = 0;

  if (!dolen_journal_count_of (vault->journal, key, &n, &drafts, error))
    return FALSE;
  if (n == 0)
    return dolen_keys_is_destroyed (vault->keys, key)
           || dolen_keys_destroy (vault->keys, key, error);
  erased = dolen_event_new (DOLEN_EVENT_PERSON_ERASED, uid);
  erased->author = g_strdup (author);
  erased->note = g_strdup (_ ("Erased before; the backup was older"));
  return dolen_vault_erase (vault, erased, error);
}

/* With what was kept then: an open concern whose words were taken out stays open. */
static gboolean
redact_again (DolenVault *vault, const DolenEvent *known, const char *author, GError **error)
{
  g_autoptr (GError) missing = NULL;
  guint8 id[DOLEN_ID_SIZE];
  g_autoptr (DolenStatement) row = NULL;
  g_autoptr (DolenEvent) redact = NULL;
  g_autofree char *uid = NULL;
  DolenJournalRow found;

  if (!dolen_unhex (known->target, id, sizeof id))
    return TRUE;
  row = dolen_journal_find (vault->journal, id, &missing);
  if (g_error_matches (missing, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND))
    return TRUE;
  if (row == NULL) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  dolen_journal_read_row (vault->journal, row, &found);
  if (found.sealed == NULL)
    return TRUE;
  if (memcmp (found.header.key, dolen_keys_get_office (vault->keys), DOLEN_ID_SIZE) != 0)
    uid = dolen_id_to_uid (found.header.key);
  redact = dolen_event_new (DOLEN_EVENT_REDACT, uid);
  redact->target = g_strdup (known->target);
  redact->changes = json_object_get (known->changes);
  redact->author = g_strdup (author);
  redact->note = g_strdup (_ ("Taken out before; the backup was older"));
  g_clear_pointer (&row, dolen_statement_free);
  return dolen_vault_redact (vault, &redact, 1, error);
}

static gboolean
destroy_again (DolenVault *vault,
               GPtrArray *destroyed,
               GPtrArray *redacted,
               const char *author,
               GError **error)
{
  g_autoptr (GPtrArray) known = dolen_keys_list_destroyed (vault->keys);

  /* Those of the backup's own keys too: its events may be older than they. */
  for (guint i = 0; i < known->len; i++)
    if (!erase_again (vault, g_bytes_get_data (known->pdata[i], NULL), author, error))
      return FALSE;
  for (guint i = 0; i < destroyed->len; i++)
    if (!erase_again (vault, g_bytes_get_data (destroyed->pdata[i], NULL), author, error))
      return FALSE;
  for (guint i = 0; i < redacted->len; i++)
    if (!redact_again (vault, redacted->pdata[i], author, error))
      return FALSE;
  return TRUE;
}

static gboolean
record_restore (DolenVault *vault, DolenRestore *restore, const char *author, GError **error)
{
  g_autoptr (DolenEvent) event = dolen_event_new (DOLEN_EVENT_RESTORE, NULL);
  DolenEvent *events[] = { event };

  event->author = g_strdup (author);
  event->note = g_path_get_basename (restore->path);
  return dolen_vault_append (vault, events, 1, error);
}

/* @former: the folder whose place it will take; @folder: where it is built. */
static gboolean
build (DolenRestore *restore,
       const char *former,
       const char *folder,
       GPtrArray *destroyed,
       GPtrArray *redacted,
       const char *author,
       GError **error)
{
  g_autoptr (DolenVault) vault = NULL;
  DolenKeysUnion kept;

  remove_folder (folder);
  if (g_mkdir (folder, 0700) != 0)
    return fail_to_write (error);
  if (!write_image (folder, "casework.db", restore->picture->journal, error)
      || !write_image (folder, "keys.db", restore->picture->keys, error))
    return FALSE;
  /* Without a device file it starts a new device id. */
  vault
      = dolen_vault_unlock (folder, restore->passphrase, restore->recovery_key, NULL, NULL, error);
  return vault != NULL && dolen_vault_may_write (vault, error)
         && dolen_restore_keep_keys (restore, former, vault->keys, &kept, NULL, error)
         && destroy_again (vault, destroyed, redacted, author, error)
         && record_restore (vault, restore, author, error);
}

/* ---- putting it in place ---- */

static char *
name_aside (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (dolen_time_now () / 1000);
  g_autofree char *stamp = g_date_time_format (now, ASIDE "%Y%m%d-%H%M%S");

  return g_build_filename (folder, stamp, NULL);
}

/* Moves @name, and what SQLite keeps beside it, from @from to @to where it is there. */
static gboolean
move_file (const char *from, const char *to, const char *name)
{
  static const char *const endings[] = { "-wal", "-shm", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (name, endings[i], NULL);
    g_autofree char *source = g_build_filename (from, file, NULL);
    g_autofree char *target = g_build_filename (to, file, NULL);

    if (g_file_test (source, G_FILE_TEST_EXISTS) && g_rename (source, target) != 0)
      return FALSE;
  }
  return TRUE;
}

/* A file still in @ready says that the former one of its name has not been replaced. */
static gboolean
replace_file (const char *folder, const char *ready, const char *aside, const char *name)
{
  g_autofree char *fresh = g_build_filename (ready, name, NULL);

  if (!g_file_test (fresh, G_FILE_TEST_EXISTS))
    return TRUE;
  return move_file (folder, aside, name) && move_file (ready, folder, name);
}

static gboolean
settle (const char *folder, char **aside, GError **error)
{
  g_autofree char *ready = g_build_filename (folder, READY, NULL);
  g_autofree char *quick = dolen_quick_path (folder);
  g_autofree char *kept = NULL;

  if (!g_file_test (ready, G_FILE_TEST_IS_DIR))
    return TRUE;
  /* Quick unlock was agreed to for the former state, not for this one. */
  if (!dolen_quick_drop (quick))
    return fail_to_write (error);
  kept = name_aside (folder);
  if (g_mkdir (kept, 0700) != 0 && errno != EEXIST)
    return fail_to_write (error);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (!replace_file (folder, ready, kept, files[i]))
      return fail_to_write (error);
  dolen_backup_sync_folder (folder);
  remove_folder (ready);
  /* Into an empty profile there was nothing to keep. */
  if (g_rmdir (kept) != 0 && aside != NULL)
    *aside = g_steal_pointer (&kept);
  return TRUE;
}

gboolean
dolen_restore_is_ready (const char *folder)
{
  g_autofree char *ready = g_build_filename (folder, READY, NULL);

  return g_file_test (ready, G_FILE_TEST_IS_DIR);
}

gboolean
dolen_restore_settle (const char *folder, GError **error)
{
  return settle (folder, NULL, error);
}

gboolean
dolen_restore_apply (
    DolenRestore *restore, const char *folder, const char *author, char **aside, GError **error)
{
  g_autoptr (DolenProfileFolder) profile = dolen_profile_folder_open (folder, error);
  g_autofree char *building = g_build_filename (folder, BUILDING, NULL);
  g_autofree char *ready = g_build_filename (folder, READY, NULL);
  g_autoptr (GPtrArray) destroyed = NULL;
  g_autoptr (GPtrArray) redacted = NULL;

  if (aside != NULL)
    *aside = NULL;
  if (profile == NULL || !dolen_profile_folder_lock (profile, error)
      || !settle (folder, NULL, error)
      || !dolen_restore_read_former (restore, folder, &destroyed, &redacted, error))
    return FALSE;
  if (!build (restore, folder, building, destroyed, redacted, author, error)) {
    remove_folder (building);
    return FALSE;
  }
  dolen_backup_sync_folder (building);
  if (g_rename (building, ready) != 0)
    return fail_to_write (error);
  dolen_backup_sync_folder (folder);
  return settle (folder, aside, error);
}

/* ---- what is kept aside ---- */

/* The instant a folder of that name was made, at noon; 0: it is another. */
static gint64
read_aside (const char *name)
{
  g_autoptr (GDateTime) made = NULL;
  int year, month, day;

  if (sscanf (name, ASIDE "%4d%2d%2d-", &year, &month, &day) != 3)
    return 0;
  made = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return made != NULL ? g_date_time_to_unix (made) * 1000 : 0;
}

typedef void (*EntryFunc) (const char *folder, const char *name, gpointer user_data);

static void
for_each_entry (const char *folder, EntryFunc func, gpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    func (folder, name, user_data);
}

static void
tend_one (const char *folder, const char *name, gpointer user_data)
{
  gint64 made = read_aside (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (made > 0 && dolen_backup_keys_are_due (made, dolen_time_now ()))
    remove_folder (path);
}

void
dolen_restore_tend (const char *folder)
{
  for_each_entry (folder, tend_one, NULL);
}

static void
find_newest (const char *folder, const char *name, gpointer user_data)
{
  gint64 *newest = user_data;

  *newest = MAX (*newest, read_aside (name));
}

gint64
dolen_restore_newest_aside (const char *folder)
{
  gint64 newest = 0;

  for_each_entry (folder, find_newest, &newest);
  return newest;
}

static void
forget_copy (const char *folder, const char *name, gpointer user_data)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_str_has_prefix (name, "keys.db.before-") || g_str_has_prefix (name, "casework.db.before-"))
    g_unlink (path);
}

void
dolen_restore_forget_copies (const char *folder)
{
  for_each_entry (folder, forget_copy, NULL);
}
