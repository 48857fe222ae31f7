/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "casework/vault/dolen-holder.h"
#include "casework/vault/dolen-passphrase.h"
#include "casework/vault/dolen-worker-slot.h"

G_BEGIN_DECLS

/*
 * Who holds a key to the vault (keys.db, schema 2): for each worker a slot, what is known of them
 * (sealed: names stand in the open nowhere), and the leads' pairs of keys. What may be done by whom
 * is not asked here; that the last lead cannot go is.
 *
 * A leads' pair: what is sealed to it every lead can open, for its secret is sealed to each lead's
 * own pair and to the recovery key's. When a lead ceases to be one a new pair begins: what was
 * sealed before stays open to those who were leads then and are still, and to new ones.
 *
 * Each change is one transaction; in memory nothing changes where it fails.
 */
typedef struct _DolenHolders DolenHolders;

/** dolen_holders_schema: what turns keys.db of schema 1 into 2. */
extern const char dolen_holders_schema[];

/** dolen_holders_new: @db: (transfer none): keys.db; @version: the count of writes to keep. */
DolenHolders *dolen_holders_new (DolenDb *db, const guint8 *vault, gint64 *version);
/** dolen_holders_free: wipes. NULL is allowed. */
void dolen_holders_free (DolenHolders *self);

/**
 * dolen_holders_load: the vault is open: reads who there is.
 * @worker: (nullable): id of whose passphrase opened it; NULL: it was the recovery key
 * @secret: (transfer full) (nullable): of the worker's own pair, or of the recovery key's
 */
gboolean dolen_holders_load (DolenHolders *self,
                             const DolenSecret *vault_key,
                             const guint8 *worker,
                             DolenSecret *secret,
                             GError **error);

/** dolen_holders_read_again: what stands on disk now, after another copy was brought in. */
gboolean dolen_holders_read_again (DolenHolders *self, GError **error);

/** dolen_holders_list: (transfer none) (element-type DolenHolder): by when they came. */
const GPtrArray *dolen_holders_list (DolenHolders *self);
/** dolen_holders_find: (transfer none) (nullable). */
const DolenHolder *dolen_holders_find (DolenHolders *self, const char *uid);
/** dolen_holders_get_self: (transfer none) (nullable): whose passphrase opened it; NULL: the
 *  recovery key did. */
const DolenHolder *dolen_holders_get_self (DolenHolders *self);
/** dolen_holders_get_secret: (transfer none) (nullable): of the own pair of whoever opened it. */
const DolenSecret *dolen_holders_get_secret (DolenHolders *self);

/** dolen_holders_add: @uid: (out) (optional) (transfer full). DOLEN_ERROR_NOT_ALLOWED: a passphrase
 * that is another's; the store's. The first one is a lead. */
gboolean dolen_holders_add (DolenHolders *self,
                            const char *name,
                            DolenRole role,
                            const char *passphrase,
                            DolenPassphraseCost cost,
                            char **uid,
                            GError **error);

/** dolen_holders_set: another name or role. DOLEN_ERROR_NOT_FOUND; _NOT_ALLOWED: the last lead; one
 *  made a lead by somebody who is none. */
gboolean dolen_holders_set (
    DolenHolders *self, const char *uid, const char *name, DolenRole role, GError **error);

/** dolen_holders_remove: destroys their slot and leaves a tombstone. _NOT_ALLOWED: the last lead,
 * oneself. */
gboolean dolen_holders_remove (DolenHolders *self, const char *uid, GError **error);

/** dolen_holders_reset: a new passphrase and a new pair for who has lost theirs: what was sealed to
 * the old pair alone (the diary) cannot be opened again. */
gboolean dolen_holders_reset (DolenHolders *self,
                              const char *uid,
                              const char *passphrase,
                              DolenPassphraseCost cost,
                              GError **error);

/** dolen_holders_change: another passphrase for oneself; the pair stays. */
gboolean dolen_holders_change (DolenHolders *self,
                               const char *passphrase,
                               DolenPassphraseCost cost,
                               GError **error);

/** dolen_holders_set_recovery_key: a new recovery key in place of the old one, which then opens
 *  nothing. In the caller's transaction, if there is one. */
gboolean dolen_holders_set_recovery_key (DolenHolders *self,
                                         const DolenSecret *recovery_key,
                                         GError **error);

/** dolen_holders_recovery_opens_notes: whether the recovery key can open restricted notes: not one
 * made before there were workers. */
gboolean dolen_holders_recovery_opens_notes (DolenHolders *self);

/**
 * dolen_holders_plan: (transfer full) (nullable) (element-type DolenDerived): what an act with a
 * new @passphrase (nullable) will derive. Run dolen_derived_work() on each, in another thread if
 * you like, and give them to dolen_holders_know() before the act.
 * @current: (nullable): the passphrase that is asked again for it
 */
GPtrArray *dolen_holders_plan (DolenHolders *self,
                               const char *passphrase,
                               DolenPassphraseCost cost,
                               const char *current,
                               GError **error);
/** dolen_holders_know: @known: (transfer full) (nullable): NULL forgets. */
void dolen_holders_know (DolenHolders *self, GPtrArray *known);
/** dolen_holders_get_known: (transfer none) (nullable). */
GPtrArray *dolen_holders_get_known (DolenHolders *self);

/** DOLEN_RECOVERY_PAIR: what the secret of the recovery key's own pair is derived for. */
#define DOLEN_RECOVERY_PAIR "dolen-recovery-pair-1"

/** dolen_holders_get_lead_key: the newest leads' pair, to seal to. FALSE where there is none. */
gboolean dolen_holders_get_lead_key (DolenHolders *self,
                                     guint8 id[DOLEN_ID_SIZE],
                                     guint8 public_key[DOLEN_PUBLIC_SIZE]);

/** dolen_holders_get_lead_secret: (transfer none) (nullable): NULL for who is no lead. */
const DolenSecret *dolen_holders_get_lead_secret (DolenHolders *self, const guint8 *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHolders, dolen_holders_free)

G_END_DECLS
