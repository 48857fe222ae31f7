/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-restore.h"
#include "casework/vault/dolen-vault-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* ---- opening ---- */

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

static gboolean
write_device (DolenVault *vault, GError **error)
{
  vault->device.keys_version = dolen_keys_get_version (vault->keys);
  return dolen_device_write (vault->device_path,
                             dolen_keys_get_vault (vault->keys),
                             vault->device_key,
                             &vault->device,
                             error);
}

/* What was written is safe without it; it only shows an older copy. */
static void
sync_device (DolenVault *vault)
{
  g_autoptr (GError) error = NULL;

  if (!write_device (vault, &error))
    g_warning ("device: %s", error->message);
  vault->device_unsynced = FALSE;
}

/* Once all was read. While there is a problem the file stays as the witness it is. */
static void
keep_device (DolenVault *vault)
{
  if (vault->problems->len > 0)
    return;
  sync_device (vault);
  vault->device_state = DOLEN_DEVICE_GOOD;
}

/* After each event: the event itself has waited for the disk, and that is enough. */
static void
note_device (DolenVault *vault)
{
  vault->device.keys_version = dolen_keys_get_version (vault->keys);
  vault->device_unsynced = dolen_device_note (
      vault->device_path, dolen_keys_get_vault (vault->keys), vault->device_key, &vault->device);
  if (!vault->device_unsynced)
    sync_device (vault);
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
  return write_device (vault, error) ? g_steal_pointer (&vault) : NULL;
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
  g_autofree char *quick = dolen_profile_folder_file (vault->folder, "quick");

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
  keep_device (vault);
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
  keep_device (vault);
  return TRUE;
}

void
dolen_vault_lock (DolenVault *vault)
{
  if (vault == NULL)
    return;
  if (vault->device_unsynced)
    sync_device (vault);
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
  g_autofree char *hex = NULL;
  g_auto (GStrv) parts = person != NULL ? g_strsplit (person, "-", -1) : NULL;

  hex = parts != NULL ? g_strjoinv ("", parts) : NULL;
  if (!dolen_unhex (hex, key, DOLEN_ID_SIZE))
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

/* ---- writing ---- */

static const DolenSecret *
find_key (DolenVault *vault, const DolenEvent *event, guint8 *key, GError **error)
{
  const DolenSecret *secret;
  gboolean office = g_str_equal (event->type, DOLEN_EVENT_PERSON_ERASED);

  dolen_vault_key_of (vault, office ? NULL : event->person, key);
  if ((g_str_equal (event->type, DOLEN_EVENT_PERSON_ADD)
       || g_str_equal (event->type, DOLEN_EVENT_INCOMING_ADD))
      && !dolen_keys_add (vault->keys, key, error))
    return NULL;
  secret = dolen_keys_get (vault->keys, key);
  if (secret == NULL)
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_ALLOWED,
                         _ ("This person’s record was erased, or is not in these case records."));
  return secret;
}

static void
start_header (DolenVault *vault, const DolenDevice *device, DolenHeader *header)
{
  memset (header, 0, sizeof *header);
  memcpy (header->vault, dolen_keys_get_vault (vault->keys), DOLEN_ID_SIZE);
  randombytes_buf (header->id, DOLEN_ID_SIZE);
  randombytes_buf (header->nonce, DOLEN_NONCE_SIZE);
  memcpy (header->device, device->device, DOLEN_ID_SIZE);
  memcpy (header->prev, device->hash, DOLEN_HASH_SIZE);
  header->device_seq = device->device_seq + 1;
}

/* Whose passphrase opened the vault stands in every event, whatever name was set by hand. */
static void
sign (DolenVault *vault, DolenEvent *event)
{
  const DolenHolder *self = dolen_holders_get_self (dolen_keys_get_holders (vault->keys));

  if (self == NULL)
    return;
  g_free (event->worker);
  event->worker = g_strdup (self->uid);
  if (*self->name == '\0')
    return;
  g_free (event->author);
  event->author = g_strdup (self->name);
}

/* Seals one event and inserts it in the caller's transaction; @device and @clock move on. */
static gboolean
write_event (
    DolenVault *vault, DolenEvent *event, DolenDevice *device, DolenClock *clock, GError **error)
{
  DolenJournalRow row = { 0 };
  const DolenSecret *key;
  g_autofree guint8 *sealed = NULL;
  char *text;

  start_header (vault, device, &row.header);
  key = find_key (vault, event, row.header.key, error);
  if (key == NULL)
    return FALSE;
  sign (vault, event);
  event->wall = dolen_time_now ();
  dolen_clock_tick (clock, event->wall);
  event->clock = *clock;
  if (event->about != NULL) {
    g_free (event->target);
    event->target = g_strdup (event->about->id);
  }
  text = dolen_event_encode (event);
  sealed = dolen_seal_event (key, &row.header, text, &row.sealed_size);
  dolen_wipe_string (text);
  row.sealed = sealed;
  if (!dolen_journal_append (vault->journal, &row, error))
    return FALSE;
  g_free (event->id);
  event->id = dolen_hex (row.header.id, DOLEN_ID_SIZE);
  event->seq = row.seq;
  device->device_seq = row.header.device_seq;
  dolen_header_hash (&row.header, device->hash);
  return TRUE;
}

static gboolean
is_redaction (const DolenEvent *event)
{
  return g_str_equal (event->type, DOLEN_EVENT_REDACT) && event->target != NULL;
}

/* Destroys what the redactions among @events name, or what @key holds, in the caller's transaction.
 */
static gboolean
destroy_texts (
    DolenVault *vault, DolenEvent **events, gsize n_events, const guint8 *key, GError **error)
{
  guint8 id[DOLEN_ID_SIZE];

  if (key != NULL)
    return dolen_journal_redact_key (vault->journal, key, error);
  for (gsize i = 0; i < n_events; i++)
    if (is_redaction (events[i])
        && (!dolen_unhex (events[i]->target, id, sizeof id)
            || !dolen_journal_redact (vault->journal, id, error)))
      return FALSE;
  return TRUE;
}

static gboolean
write_events (DolenVault *vault,
              DolenEvent **events,
              gsize n_events,
              const guint8 *erased_key,
              GError **error)
{
  g_autoptr (DolenTransaction) transaction
             = dolen_transaction_begin (dolen_journal_get_db (vault->journal), error);
  DolenDevice device = vault->device;
  DolenClock clock = vault->clock;
  gboolean ok = transaction != NULL;

  for (gsize i = 0; ok && i < n_events; i++)
    ok = write_event (vault, events[i], &device, &clock, error);
  ok = ok && destroy_texts (vault, events, n_events, erased_key, error)
       && dolen_transaction_commit (transaction, error);
  if (!ok) {
    dolen_journal_recount (vault->journal);
    return FALSE;
  }
  vault->device = device;
  vault->clock = clock;
  vault->n_events += (gint64) n_events;
  note_device (vault);
  return TRUE;
}

gboolean
dolen_vault_append (DolenVault *vault, DolenEvent **events, gsize n_events, GError **error)
{
  return dolen_vault_may_write (vault, error)
         && write_events (vault, events, n_events, NULL, error);
}

static gboolean
need_target (DolenVault *vault, const DolenEvent *redact, GError **error)
{
  guint8 id[DOLEN_ID_SIZE];
  g_autoptr (DolenStatement) row = NULL;

  if (redact->target != NULL && dolen_unhex (redact->target, id, sizeof id)
      && (row = dolen_journal_find (vault->journal, id, error)) != NULL)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such entry."));
  return FALSE;
}

gboolean
dolen_vault_redact (DolenVault *vault, DolenEvent **events, gsize n_events, GError **error)
{
  if (!dolen_vault_may_write (vault, error))
    return FALSE;
  for (gsize i = 0; i < n_events; i++)
    if (g_str_equal (events[i]->type, DOLEN_EVENT_REDACT) && !need_target (vault, events[i], error))
      return FALSE;
  return write_events (vault, events, n_events, NULL, error)
         && dolen_journal_scrub (vault->journal, error);
}

gboolean
dolen_vault_erase (DolenVault *vault, DolenEvent *erased, GError **error)
{
  guint8 key[DOLEN_ID_SIZE];

  g_return_val_if_fail (erased->person != NULL, FALSE);
  if (!dolen_vault_may_write (vault, error))
    return FALSE;
  dolen_vault_key_of (vault, erased->person, key);
  /* The journal first: should the key outlive it for a crash, the next unlock destroys it. */
  if (!write_events (vault, &erased, 1, key, error) || !dolen_keys_destroy (vault->keys, key, error)
      || !dolen_journal_scrub (vault->journal, error))
    return FALSE;
  sync_device (vault);
  return TRUE;
}

gboolean
dolen_vault_accept_problems (DolenVault *vault, DolenEvent *event, GError **error)
{
  DolenDevice former = vault->device;

  if (vault->problems->len == 0)
    return TRUE;
  for (guint i = 0; i < vault->problems->len; i++) {
    const DolenProblem *problem = g_ptr_array_index (vault->problems, i);
    dolen_event_add_change (event, "problem", problem->key, json_object_new_object ());
  }
  if (!dolen_vault_mend (vault, error))
    return FALSE;
  dolen_device_start (&vault->device);
  if (!write_events (vault, &event, 1, NULL, error)) {
    vault->device = former;
    return FALSE;
  }
  g_ptr_array_set_size (vault->problems, 0);
  keep_device (vault);
  return TRUE;
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
    sync_device (vault);
}

/* ---- quick unlock ---- */

gboolean
dolen_vault_write_quick (DolenVault *vault,
                         const DolenSecret *device_key,
                         const char *boot_id,
                         GError **error)
{
  g_autofree char *path = dolen_profile_folder_file (vault->folder, "quick");

  return dolen_keys_write_quick (vault->keys, path, device_key, boot_id, error);
}

gboolean
dolen_vault_is_quick_bound (DolenVault *vault)
{
  g_autofree char *path = dolen_profile_folder_file (vault->folder, "quick");

  return dolen_keys_is_quick_bound (vault->keys, path);
}

const guint8 *
dolen_vault_get_id (DolenVault *vault)
{
  return dolen_keys_get_vault (vault->keys);
}
