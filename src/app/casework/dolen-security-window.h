/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * "Case Records": who can open them, passphrases and the recovery key, when they lock, what is out
 * of Dolen's reach, and for a lead the log. While they are locked only what concerns nobody stands
 * there. It follows every change by itself.
 */
#define DOLEN_TYPE_SECURITY_WINDOW (dolen_security_window_get_type ())
G_DECLARE_FINAL_TYPE (
    DolenSecurityWindow, dolen_security_window, DOLEN, SECURITY_WINDOW, AdwPreferencesWindow)

GtkWindow *dolen_security_window_new (DolenSession *session);

G_END_DECLS
