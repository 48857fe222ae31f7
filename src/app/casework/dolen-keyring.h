/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-secret.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The keyring of the desktop session: keeps a key under a name and gives it back while the session
 * has it unlocked. Everything is asynchronous and takes at most some seconds: a keyring that is
 * missing, locked, empty, refuses or does not answer is an error with a sentence, never a wait.
 */
#define DOLEN_TYPE_KEYRING (dolen_keyring_get_type ())
G_DECLARE_INTERFACE (DolenKeyring, dolen_keyring, DOLEN, KEYRING, GObject)

struct _DolenKeyringInterface {
  GTypeInterface parent;

  /* Each finishes a GTask of its own with source @self: a DolenSecret, or TRUE. An error here needs
   * no sentence. @cancellable is cancelled when the time is over. */
  void (*look_up) (DolenKeyring *self, const char *name, GTask *task);
  void (*store) (DolenKeyring *self, const char *name, const DolenSecret *key, GTask *task);
  void (*clear) (DolenKeyring *self, const char *name, GTask *task);
};

/** dolen_keyring_get_default: (transfer none): that of the session (libsecret). */
DolenKeyring *dolen_keyring_get_default (void);

/** dolen_keyring_set_default: (transfer none) (nullable): another in its place; for tests. */
void dolen_keyring_set_default (DolenKeyring *keyring);

/** dolen_keyring_set_patience: how long an answer may take, in milliseconds; for tests. 0: as it
 * was. */
void dolen_keyring_set_patience (guint look_up, guint store);

/** dolen_keyring_look_up: the key kept under @name, without asking anybody for a password. */
void dolen_keyring_look_up (DolenKeyring *self,
                            const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/** dolen_keyring_look_up_finish: (transfer full) (nullable): @error: DOLEN_ERROR_NOT_ALLOWED with
 * the sentence to show; G_IO_ERROR_CANCELLED. */
DolenSecret *
dolen_keyring_look_up_finish (DolenKeyring *self, GAsyncResult *result, GError **error);

/** dolen_keyring_store: in place of a former one. The desktop may ask somebody to unlock the
 * keyring.
 *  @user_data of all goes to @callback. */
void dolen_keyring_store (DolenKeyring *self,
                          const char *name,
                          const DolenSecret *key,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/** dolen_keyring_clear: @callback: (nullable): that of dolen_keyring_done(). */
void dolen_keyring_clear (DolenKeyring *self,
                          const char *name,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/** dolen_keyring_done: finishes store and clear. */
gboolean dolen_keyring_done (DolenKeyring *self, GAsyncResult *result, GError **error);

G_END_DECLS
