/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-backup.h"
#include "casework/vault/dolen-picture.h"

G_BEGIN_DECLS

/*
 * Going back to a backup. It is read and opened with the newest keys file beside it; who was erased
 * since stays erased; the state that was there is kept aside; the restored vault writes under a new
 * device id.
 */
typedef struct {
  char *path; /* of the backup */
  DolenBackupHeader header;
  DolenPicture *picture;     /* unlocked */
  char *passphrase;          /* (nullable) one of both: what opened it */
  DolenSecret *recovery_key; /* (nullable) */
} DolenRestore;

/**
 * dolen_restore_open:
 * @path: of a file of events
 * @passphrase, @recovery_key: (nullable): one of them
 * @error: DOLEN_ERROR_NOT_FOUND (no keys file beside it), _WRONG_PASSPHRASE, _CORRUPT, _NOT_OURS,
 *   G_IO_ERROR_CANCELLED
 *
 * Reads the backup whole and checks every event; changes nothing. Takes as long as an unlocking.
 */
DolenRestore *dolen_restore_open (const char *path,
                                  const char *passphrase,
                                  const DolenSecret *recovery_key,
                                  const DolenBackupWatch *watch,
                                  GError **error);
void dolen_restore_free (DolenRestore *restore);

/**
 * dolen_restore_apply:
 * @folder: the profile folder; its vault is locked, or there is none
 * @author: (nullable): who does it
 * @aside: (out) (optional) (transfer full) (nullable): the folder the former state was moved to
 * @error: DOLEN_ERROR_NOT_ALLOWED (other case records stand there), _BUSY (they are open), the
 * store's
 *
 * Built beside, whole, with tombstones and redactions of the former state applied, then put in
 * place. Who may open it, and with which passphrase, stays as it is here where that is newer and
 * its keys.db is sound. What a crash interrupts is finished by dolen_restore_settle().
 */
gboolean dolen_restore_apply (
    DolenRestore *restore, const char *folder, const char *author, char **aside, GError **error);

/** dolen_restore_is_ready: whether a restore was interrupted in @folder before it was in place. */
gboolean dolen_restore_is_ready (const char *folder);

/** dolen_restore_settle: puts in place what dolen_restore_apply() had ready. To be called with the
 *  folder's lock held, before the vault is opened; nothing to do is no error. */
gboolean dolen_restore_settle (const char *folder, GError **error);

/** dolen_restore_tend: destroys states kept aside in @folder that are older than
 *  DOLEN_BACKUP_KEYS_DAYS; their keys would outlive an erasure otherwise. */
void dolen_restore_tend (const char *folder);

/** dolen_restore_newest_aside: instant (noon of its day) the newest state kept aside in @folder was
 *  moved there; 0: there is none. */
gint64 dolen_restore_newest_aside (const char *folder);

/** dolen_restore_forget_copies: destroys the copies of both files that an update of Dolen left in
 *  @folder ("keys.db.before-2"). */
void dolen_restore_forget_copies (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenRestore, dolen_restore_free)

G_END_DECLS
