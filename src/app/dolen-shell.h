/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What the window shows: the header with the places, the pages, the bar of places at the bottom
 * when narrow. Made anew from the session when the language changes.
 */
#define DOLEN_TYPE_SHELL (dolen_shell_get_type ())
G_DECLARE_FINAL_TYPE (DolenShell, dolen_shell, DOLEN, SHELL, AdwBin)

/** dolen_shell_new: (transfer floating) */
DolenShell *dolen_shell_new (DolenSession *session);

/** dolen_shell_get_page: (transfer none) (nullable): by the name in dolen-pages.c; built now if it
 *  was not yet shown. */
DolenPage *dolen_shell_get_page (DolenShell *self, const char *name);

/** dolen_shell_get_visible_page: (transfer none): the page that is shown. */
DolenPage *dolen_shell_get_visible_page (DolenShell *self);

/** dolen_shell_get_visible_name: the name of the page that is shown. */
const char *dolen_shell_get_visible_name (DolenShell *self);

/** dolen_shell_show: another page, by name, past the welcome; nothing for an unknown one. */
void dolen_shell_show (DolenShell *self, const char *name);

/** dolen_shell_get_overlay: (transfer none): where toasts are shown. */
AdwToastOverlay *dolen_shell_get_overlay (DolenShell *self);

/** dolen_shell_skip_welcome: shows the places though the directory is empty. */
void dolen_shell_skip_welcome (DolenShell *self);

/** dolen_shell_save_state: (transfer full): "a{sv}" of the shell and all its pages. */
GVariant *dolen_shell_save_state (DolenShell *self);
void dolen_shell_restore_state (DolenShell *self, GVariant *state);

G_END_DECLS
