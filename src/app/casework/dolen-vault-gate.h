/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Stands before a page that shows case records: offers to create them, asks for the passphrase, or
 * shows the page's content. Content is made when the records open and destroyed when they lock,
 * so that nothing of a person stays in a widget.
 */
#define DOLEN_TYPE_VAULT_GATE (dolen_vault_gate_get_type ())
G_DECLARE_FINAL_TYPE (DolenVaultGate, dolen_vault_gate, DOLEN, VAULT_GATE, AdwBin)

/** DolenGateFunc: a floating widget with the content, for open case records. */
typedef GtkWidget *(*DolenGateFunc) (gpointer user_data);

/** dolen_vault_gate_new: @user_data is the page, which owns the gate. */
GtkWidget *dolen_vault_gate_new (DolenSession *session, DolenGateFunc func, gpointer user_data);

/** dolen_vault_gate_begin: puts the cursor where the passphrase is typed. Returns: FALSE where none
 * is asked for. */
gboolean dolen_vault_gate_begin (DolenVaultGate *self);

/** dolen_vault_gate_get_content: (transfer none) (nullable): NULL while locked, and for a
 * directory editor. */
GtkWidget *dolen_vault_gate_get_content (DolenVaultGate *self);

G_END_DECLS
