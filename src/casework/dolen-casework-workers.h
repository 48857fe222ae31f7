/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/vault/dolen-holder.h"

G_BEGIN_DECLS

/*
 * Who may open the case records. Adding a worker, a name, a role, taking away, another's passphrase
 * and the recovery key are a lead's to do (or of whoever has the recovery key); one's own
 * passphrase is everybody's own. Each leaves a line in the log (dolen-casework-audit.h). All fail
 * with DOLEN_ERROR_LOCKED, _NOT_ALLOWED (the sentence to show), _NOT_FOUND, _INVALID and the
 * store's errors; nothing has changed then.
 */

/** dolen_casework_list_workers: (transfer none) (nullable) (element-type DolenHolder): NULL while
 *  locked; until the next change of a worker. */
const GPtrArray *dolen_casework_list_workers (DolenCasework *self);

/** dolen_casework_get_worker: (transfer none) (nullable): whose passphrase opened it; NULL while
 * locked and where the recovery key did. */
const DolenHolder *dolen_casework_get_worker (DolenCasework *self);

/** dolen_casework_is_by_recovery_key: it was the recovery key that opened it. */
gboolean dolen_casework_is_by_recovery_key (DolenCasework *self);

/** dolen_casework_get_author: (transfer none) (nullable): the name that stands in records of who
 * did it: of whoever has it open, as in the event; only where they have none that of the
 * preferences. */
const char *dolen_casework_get_author (DolenCasework *self);

/** dolen_casework_is_lead: whether a lead's acts may be done now. */
gboolean dolen_casework_is_lead (DolenCasework *self);

/** dolen_casework_is_editor: a directory editor has opened it: no record is theirs to see. */
gboolean dolen_casework_is_editor (DolenCasework *self);

gboolean dolen_casework_worker_set (
    DolenCasework *self, const char *uid, const char *name, DolenRole role, GError **error);
gboolean dolen_casework_worker_remove (DolenCasework *self, const char *uid, GError **error);

/** dolen_casework_new_recovery_key: @key: made with dolen_recovery_key_new(), printed, and one
 * group typed back; the old one opens nothing from then on. */
gboolean
dolen_casework_new_recovery_key (DolenCasework *self, const DolenSecret *key, GError **error);

/** dolen_casework_recovery_opens_notes: FALSE where the recovery key was made by a Dolen that had
 * no workers yet: make a new one. */
gboolean dolen_casework_recovery_opens_notes (DolenCasework *self);

/* ---- acts with a new passphrase ---- */

typedef enum {
  DOLEN_PASSPHRASE_CHANGE, /* one's own: .current, .passphrase */
  DOLEN_PASSPHRASE_ADD,    /* a new worker: .name, .role, .passphrase */
  DOLEN_PASSPHRASE_RESET,  /* of a worker who lost it: .worker, .passphrase. Their diary is lost */
} DolenPassphraseActKind;

typedef struct {
  DolenPassphraseActKind kind;
  const char *worker;
  const char *name;
  DolenRole role;
  const char *current; /* (nullable) */
  const char *passphrase;
} DolenPassphraseAct;

/** dolen_casework_passphrase_act_sync: DOLEN_ERROR_WRONG_PASSPHRASE: .current is not right;
 * _INVALID: the new one is too easy to guess, or a name is missing. Blocks for Argon2id. */
gboolean dolen_casework_passphrase_act_sync (DolenCasework *self,
                                             const DolenPassphraseAct *act,
                                             GError **error);

/** The same; Argon2id works in another thread, and the records may be used, and locked, meanwhile.
 */
void dolen_casework_passphrase_act_async (DolenCasework *self,
                                          const DolenPassphraseAct *act,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
dolen_casework_passphrase_act_finish (DolenCasework *self, GAsyncResult *result, GError **error);

G_END_DECLS
