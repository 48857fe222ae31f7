/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/*
 * Quick unlock in the window: what the keyring (dolen-keyring.h) and the case records
 * (dolen-casework-quick.h) do for it together. Nothing here blocks.
 */

/** dolen_quick_unlock_attach: for as long as @session lives: after each passphrase the key is
 * renewed where the worker has it on. */
void dolen_quick_unlock_attach (DolenSession *session);

/** dolen_quick_unlock_switch: on or off, for who has the case records open.
 *  dolen_quick_unlock_switched: @error: the sentence to show; nothing has changed then. */
void dolen_quick_unlock_switch (DolenSession *session,
                                gboolean on,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean dolen_quick_unlock_switched (DolenSession *session, GAsyncResult *result, GError **error);

/** dolen_quick_unlock_open: asks the keyring and opens. Locking meanwhile, or @cancellable, ends
 * it. dolen_quick_unlock_opened: @error: the sentence to show (the passphrase is wanted);
 *  G_IO_ERROR_CANCELLED. */
void dolen_quick_unlock_open (DolenSession *session,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean dolen_quick_unlock_opened (DolenSession *session, GAsyncResult *result, GError **error);

G_END_DECLS
