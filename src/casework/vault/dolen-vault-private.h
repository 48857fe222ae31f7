/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/* What the vault's own files share; nobody else includes this. */
struct _DolenVault {
  DolenProfileFolder *folder; /* (owned) holds the lock */
  DolenKeys *keys;            /* (owned) */
  DolenJournal *journal;      /* (owned) */
  char *device_path;          /* (owned) */
  DolenSecret *device_key;    /* (owned) */
  DolenSecret *draft_key;     /* (owned) makes the drafts' places */
  DolenDevice device;
  DolenDeviceState device_state; /* how its file was found */
  gboolean device_unsynced;      /* its file was written over and may not be on the disk yet */
  DolenClock clock;              /* of the newest event seen */
  GPtrArray *problems;           /* (owned) DolenProblem */
  char *salvaged;                /* (owned) (nullable) why the journal at hand is one in memory */
  gint64 n_events;
  gint64 n_not_understood;
  gboolean remains; /* dolen_vault_has_remains(), of the journal */
};

/** dolen_vault_scrub: (dolen-vault-write.c) empties the logs (dolen_scrub()). */
void dolen_vault_scrub (DolenVault *vault);

/** dolen_vault_read_all: (dolen-vault-replay.c) the walk of unlock and replay; @check: look for
 * problems too. */
gboolean dolen_vault_read_all (DolenVault *vault,
                               DolenDeviceState device_state,
                               const DolenVaultReader *reader,
                               gpointer user_data,
                               GError **error);

/** dolen_vault_open_row: (dolen-vault-replay.c) checks, opens and decodes one row. @event: (out)
 * (transfer full): set where DOLEN_ROW_OPENED is returned. */
DolenOutcome
dolen_vault_open_row (DolenVault *vault, const DolenJournalRow *row, DolenEvent **event);

/**
 * dolen_vault_read_anew: (dolen-vault-open.c) after another copy was brought in: looks for problems
 * again. @new_device: two copies write under this one's device id; it goes on under a new one
 */
gboolean dolen_vault_read_anew (DolenVault *vault, gboolean new_device, GError **error);

/** dolen_vault_write_device: the device file, whole and synced. */
gboolean dolen_vault_write_device (DolenVault *vault, GError **error);

/** dolen_vault_sync_device: the same, where a failure only costs the witness of an older copy: what
 * was written is safe without it. */
void dolen_vault_sync_device (DolenVault *vault);

/** dolen_vault_keep_device: once all was read. While there is a problem the file stays as the
 * witness it is. */
void dolen_vault_keep_device (DolenVault *vault);

/** dolen_vault_note_device: after each event, which has itself waited for the disk; that is enough.
 */
void dolen_vault_note_device (DolenVault *vault);

/** dolen_vault_is_damage: (dolen-vault-salvage.c) whether @error says that a file is damaged. */
gboolean dolen_vault_is_damage (const GError *error);

/** dolen_vault_is_file_damaged: whether SQLite finds casework.db damaged when it looks at all of
 * it.
 */
gboolean dolen_vault_is_file_damaged (DolenVault *vault);

/** dolen_vault_salvage: goes on with what can be read of a damaged casework.db. */
gboolean dolen_vault_salvage (DolenVault *vault, GError **error);

/** dolen_vault_mend: before something is written: puts what was salvaged in the place of the
 * damaged file; nothing where it was not damaged. */
gboolean dolen_vault_mend (DolenVault *vault, GError **error);

/** dolen_vault_drafts_are_sound: (dolen-vault-drafts.c) whether each is as it was sealed, other
 * workers' too. */
gboolean dolen_vault_drafts_are_sound (DolenVault *vault);

/** dolen_vault_may_write: FALSE with DOLEN_ERROR_READ_ONLY where there are problems. */
gboolean dolen_vault_may_write (DolenVault *vault, GError **error);

G_END_DECLS
