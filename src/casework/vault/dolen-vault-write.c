/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/vault/dolen-scrub.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* Writing: sealing events and committing them, destroying what they destroy. */

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
  dolen_vault_note_device (vault);
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

void
dolen_vault_scrub (DolenVault *vault)
{
  vault->remains = !dolen_scrub (dolen_journal_get_db (vault->journal));
  dolen_keys_scrub (vault->keys);
}

gboolean
dolen_vault_has_remains (DolenVault *vault)
{
  return vault->remains || dolen_keys_has_remains (vault->keys);
}

gboolean
dolen_vault_redact (DolenVault *vault, DolenEvent **events, gsize n_events, GError **error)
{
  if (!dolen_vault_may_write (vault, error))
    return FALSE;
  for (gsize i = 0; i < n_events; i++)
    if (g_str_equal (events[i]->type, DOLEN_EVENT_REDACT) && !need_target (vault, events[i], error))
      return FALSE;
  if (!write_events (vault, events, n_events, NULL, error))
    return FALSE;
  dolen_vault_scrub (vault);
  return TRUE;
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
  if (!write_events (vault, &erased, 1, key, error)
      || !dolen_keys_destroy (vault->keys, key, error))
    return FALSE;
  dolen_vault_scrub (vault);
  dolen_vault_sync_device (vault);
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
  dolen_vault_keep_device (vault);
  return TRUE;
}
