/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Creating the case records: a passphrase with its strength, the recovery key to print, and one
 * group of it typed back, so that no case records ever stand whose recovery key nobody has. They
 * are made at the very end; cancelling before leaves nothing.
 */
#define DOLEN_TYPE_NEW_VAULT_WINDOW (dolen_new_vault_window_get_type ())
G_DECLARE_FINAL_TYPE (
    DolenNewVaultWindow, dolen_new_vault_window, DOLEN, NEW_VAULT_WINDOW, AdwWindow)

GtkWindow *dolen_new_vault_window_new (DolenSession *session);

/** dolen_new_recovery_key_window_new: the same for another recovery key in place of the one there
 * is: print it, type one group back. */
GtkWindow *dolen_new_recovery_key_window_new (DolenSession *session);

/** dolen_new_vault_window_next: what the Next button does; dolen_new_vault_window_get_group: which
 *  group is asked for (1 to 13); for tests and the tour. */
void dolen_new_vault_window_next (DolenNewVaultWindow *self);
int dolen_new_vault_window_get_group (DolenNewVaultWindow *self);

G_END_DECLS
