/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * The file "quick" of a profile: a worker's keys wrapped by a random device key that the keyring of
 * the session keeps (docs/vault-format.md). A file of its own and not a table of keys.db, which
 * goes into backups: this never leaves the computer, and taking it away is taking one file away.
 */
#define DOLEN_QUICK_DAYS 7

typedef struct {
  guint8 vault[DOLEN_ID_SIZE];
  guint8 worker[DOLEN_ID_SIZE];
  gint64 made;                  /* instant the passphrase was typed */
  guint8 boot[DOLEN_HASH_SIZE]; /* of the boot id then */
  guint8 slot[DOLEN_HASH_SIZE]; /* the hash in the worker's slot of keys.db then: with a new
                                   passphrase, or without a slot, it is no more */
} DolenQuick;

typedef enum {
  DOLEN_QUICK_OFF,   /* there is no such file, or none that makes sense */
  DOLEN_QUICK_READY, /* the device key opens it */
  DOLEN_QUICK_STALE, /* it is on; the passphrase is wanted first */
} DolenQuickState;

/** dolen_quick_path: (transfer full): of the file in @folder. */
char *dolen_quick_path (const char *folder);

/** dolen_quick_read: what stands in the open in the file; FALSE where there is none or it has not
 * the form of one. */
gboolean dolen_quick_read (const char *path, DolenQuick *quick);

/** dolen_quick_tie: sets .made and .boot to @now (instant) and @boot_id. */
void dolen_quick_tie (DolenQuick *quick, gint64 now, const char *boot_id);

/** dolen_quick_judge: READY within DOLEN_QUICK_DAYS of .made while the computer runs on. @boot_id:
 *  (nullable): not known: STALE. A clock that was set back before .made: STALE. */
DolenQuickState dolen_quick_judge (const DolenQuick *quick, gint64 now, const char *boot_id);

/** dolen_quick_write: whole, synced, then renamed into place. @pair: the secret of the worker's own
 *  pair. */
gboolean dolen_quick_write (const char *path,
                            const DolenQuick *quick,
                            const DolenSecret *device_key,
                            const DolenSecret *vault_key,
                            const DolenSecret *pair,
                            GError **error);

/** dolen_quick_open: (transfer full) both: FALSE where @device_key is another, or anything in the
 *  file was altered: the day and the boot id too. */
gboolean dolen_quick_open (const char *path,
                           const DolenSecret *device_key,
                           DolenQuick *quick,
                           DolenSecret **vault_key,
                           DolenSecret **pair);

/** dolen_quick_drop: takes the file away; TRUE where it is not there then. */
gboolean dolen_quick_drop (const char *path);

G_END_DECLS
