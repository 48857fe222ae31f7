/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_rules_follow: reads the scheme's own rules, "follow-ups.json" in the profile folder,
 * whenever the case records open; a wrong file is named in a toast, and the rules stay what they
 * were. */
void dolen_rules_follow (DolenSession *session);

/** dolen_rules_window_new: the rules in force, in words, in the language of the window; whose bank
 *  holidays count; and what is wrong with the scheme's own file. */
GtkWindow *dolen_rules_window_new (DolenSession *session);

G_END_DECLS
