/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-profile-folder.h"
#include "casework/vault/dolen-chain.h"
#include "casework/vault/dolen-draft.h"
#include "casework/vault/dolen-event.h"
#include "casework/vault/dolen-keys.h"

G_BEGIN_DECLS

/*
 * The vault: keys, journal and device file of a profile folder as one. It seals events and gives
 * them back in order; what they mean for the caseload it does not know. One process a vault; an
 * opened vault is used by one thread at a time.
 */
typedef struct _DolenVault DolenVault;

/** dolen_vault_exists: whether @folder holds one, whole or not. */
gboolean dolen_vault_exists (const char *folder);

/** dolen_vault_create: (transfer full): open and empty. @recovery_key: see
 * dolen_casework_create_sync(). */
DolenVault *dolen_vault_create (const char *folder,
                                const char *passphrase,
                                const DolenSecret *recovery_key,
                                DolenPassphraseCost cost,
                                GError **error);

/**
 * DolenVaultReader: who takes the events of a replay. take() is called in a thread of its own,
 * which has ended when the replay returns; reset() (in the caller's, while no take() runs) where
 * order had to be mended and all come again; both may be NULL.
 */
typedef struct {
  void (*reset) (gpointer user_data);
  void (*take) (const DolenEvent *event, gpointer user_data);
} DolenVaultReader;

/**
 * dolen_vault_unlock:
 * @passphrase, @recovery_key: (nullable): one of them
 * @reader: (nullable): gets every event, in the order of the hybrid clock
 * @error: DOLEN_ERROR_WRONG_PASSPHRASE, _KEY_DAMAGED (a slot), _NOT_FOUND, _NOT_OURS, _BUSY, the
 *   store's. What is wrong with events is a problem, not an error: the rest opens read-only.
 *
 * Returns: (transfer full): the open vault
 */
DolenVault *dolen_vault_unlock (const char *folder,
                                const char *passphrase,
                                const DolenSecret *recovery_key,
                                const DolenVaultReader *reader,
                                gpointer user_data,
                                GError **error);

/** dolen_vault_unlock_quick: the same by the key that the keyring keeps (dolen-quick.h). @boot_id:
 *  (nullable). @error: and DOLEN_ERROR_NOT_ALLOWED: the passphrase is wanted. */
DolenVault *dolen_vault_unlock_quick (const char *folder,
                                      const DolenSecret *device_key,
                                      const char *boot_id,
                                      const DolenVaultReader *reader,
                                      gpointer user_data,
                                      GError **error);

/** dolen_vault_write_quick: lets @device_key open it as who has it open now; see
 * dolen_keys_write_quick(). dolen_vault_is_quick_bound: dolen_keys_is_quick_bound(). */
gboolean dolen_vault_write_quick (DolenVault *vault,
                                  const DolenSecret *device_key,
                                  const char *boot_id,
                                  GError **error);
gboolean dolen_vault_is_quick_bound (DolenVault *vault);

/** dolen_vault_lock: closes all and wipes the keys. NULL is allowed. */
void dolen_vault_lock (DolenVault *vault);

/** dolen_vault_replay: every event again, as at unlock. */
gboolean dolen_vault_replay (DolenVault *vault,
                             const DolenVaultReader *reader,
                             gpointer user_data,
                             GError **error);

/**
 * dolen_vault_read_events: (dolen-vault-read.c)
 * @seqs: (array length=n): DolenEvent.seq of those wanted, in the order wanted
 * @take: gets each of them; one that was redacted since is passed over
 * @error: DOLEN_ERROR_EVENT_DAMAGED where one no longer opens; the store's
 */
gboolean dolen_vault_read_events (DolenVault *vault,
                                  const gint64 *seqs,
                                  gsize n,
                                  void (*take) (const DolenEvent *event, gpointer user_data),
                                  gpointer user_data,
                                  GError **error);

/** dolen_vault_find_event: (transfer full) (nullable): the event @id (32 hex digits);
 * DOLEN_ERROR_NOT_FOUND where there is none or it was redacted, _EVENT_DAMAGED. */
DolenEvent *dolen_vault_find_event (DolenVault *vault, const char *id, GError **error);

/** dolen_vault_list_problems: (transfer none) (element-type DolenProblem): why nothing may be
 * written; empty where all is well. */
const GPtrArray *dolen_vault_list_problems (DolenVault *vault);

/** dolen_vault_accept_problems: goes on with what is there, under a new device id; @event: of type
 *  DOLEN_EVENT_ACCEPT, is written with the problems' keys in it. */
gboolean dolen_vault_accept_problems (DolenVault *vault, DolenEvent *event, GError **error);

gint64 dolen_vault_count_events (DolenVault *vault);

/** dolen_vault_count_not_understood: events of a newer Dolen, kept and passed over. */
gint64 dolen_vault_count_not_understood (DolenVault *vault);

/**
 * dolen_vault_append:
 * @events: (array length=n_events): their id, clock and wall time are filled in
 * @error: DOLEN_ERROR_READ_ONLY (there are problems), _NOT_ALLOWED (an erased person), the store's
 *
 * Seals and commits all of them in one transaction; nothing stands on disk where it fails. An event
 * of type person.add brings its person's key into being.
 */
gboolean
dolen_vault_append (DolenVault *vault, DolenEvent **events, gsize n_events, GError **error);

/** dolen_vault_redact: writes all of @events, and destroys what each redaction among them
 * names: all of it in one transaction, or nothing. */
gboolean
dolen_vault_redact (DolenVault *vault, DolenEvent **events, gsize n_events, GError **error);

/** dolen_vault_has_remains: what was destroyed opens no more, but its sealed bytes stand in a log
 * that could not be emptied. The next opening does. */
gboolean dolen_vault_has_remains (DolenVault *vault);

/** dolen_vault_erase: destroys all events sealed with the key of @erased's person, their drafts,
 * then the key; @erased (DOLEN_EVENT_PERSON_ERASED) is written under the office key. */
gboolean dolen_vault_erase (DolenVault *vault, DolenEvent *erased, GError **error);

/** dolen_vault_get_holders: (transfer none): the workers (dolen-holders.h). After a change of them
 *  call dolen_vault_note_keys(). */
DolenHolders *dolen_vault_get_holders (DolenVault *vault);

/** dolen_vault_note_keys: keys.db was written: the device file keeps its count. */
void dolen_vault_note_keys (DolenVault *vault);

const guint8 *dolen_vault_get_id (DolenVault *vault);

gboolean dolen_vault_check_passphrase (DolenVault *vault, const char *passphrase, GError **error);
gboolean dolen_vault_change_passphrase (DolenVault *vault,
                                        const char *passphrase,
                                        DolenPassphraseCost cost,
                                        GError **error);

/* ---- drafts (dolen-vault-drafts.c) ---- */

gboolean dolen_vault_put_draft (DolenVault *vault, const DolenDraft *draft, GError **error);
/** dolen_vault_get_draft: (transfer full) (nullable): NULL without an error where there is none. */
DolenDraft *
dolen_vault_get_draft (DolenVault *vault, const char *kind, const char *subject, GError **error);
gboolean
dolen_vault_drop_draft (DolenVault *vault, const char *kind, const char *subject, GError **error);
/** dolen_vault_list_drafts: (transfer full) (element-type DolenDraft): newest first. */
GPtrArray *dolen_vault_list_drafts (DolenVault *vault, GError **error);

/** dolen_vault_count_of: how many sealed entries and drafts of @person there are. */
gboolean dolen_vault_count_of (
    DolenVault *vault, const char *person, gint64 *entries, gint64 *drafts, GError **error);

/** dolen_vault_key_of: the id of the key of @person (a uid), or of the office where it is NULL or
 * no uid. */
void dolen_vault_key_of (DolenVault *vault, const char *person, guint8 key[DOLEN_ID_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenVault, dolen_vault_lock)

G_END_DECLS
