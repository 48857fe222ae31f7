/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-pair.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * DolenRole: what a worker may do. Roles are rules of the program: whoever holds a key can read all
 * that the vault key opens. Only what is sealed to a pair of keys (the diary, restricted notes)
 * is kept by more than a rule.
 */
typedef enum {
  DOLEN_ROLE_WORKER,
  DOLEN_ROLE_LEAD,
  DOLEN_ROLE_EDITOR, /* looks after the directory; sees no case records in the window */
  DOLEN_N_ROLES,
} DolenRole;

/** dolen_role_nick: "worker", "lead", "editor"; dolen_role_name: in words. */
const char *dolen_role_nick (DolenRole role);
const char *dolen_role_name (DolenRole role, DolenLanguage language);

/** DolenHolder: a worker who holds a key to the vault. (A DolenWorker is a thread.) */
typedef struct {
  char *uid;  /* UUID; the worker of events */
  char *name; /* "" until somebody says it */
  DolenRole role;
  gint64 since;                         /* instant */
  guint8 public_key[DOLEN_PUBLIC_SIZE]; /* of their own pair */

  /* Two copies that were changed apart become one by these: what was set last holds. 0: set before
   * they were noted. */
  gint64 named, ranked, keyed;  /* instants: name; role; passphrase and pair */
  guint8 slot[DOLEN_HASH_SIZE]; /* hash of the slot written then; zeros: it was not noted */
} DolenHolder;

DolenHolder *dolen_holder_copy (const DolenHolder *holder);
void dolen_holder_free (DolenHolder *holder);

/** dolen_uid_to_id: the 16 bytes of a UUID; FALSE where @uid is none. */
gboolean dolen_uid_to_id (const char *uid, guint8 id[DOLEN_ID_SIZE]);
/** dolen_id_to_uid: (transfer full): the UUID of 16 bytes. */
char *dolen_id_to_uid (const guint8 id[DOLEN_ID_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenHolder, dolen_holder_free)

G_END_DECLS
