/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The windows that only tell something: help, keyboard shortcuts, about. Of our own making, since
 * libadwaita's and GTK's speak no Welsh or half of it. Each returns a new window, not presented.
 */

/** dolen_help_window_new: short topics that unfold: what is where, how to find, refer, lock. */
GtkWindow *dolen_help_window_new (void);

/** dolen_shortcuts_window_new: every key that does something in the window. */
GtkWindow *dolen_shortcuts_window_new (void);

/** dolen_about_window_new: version, licence, how much of the Welsh has been checked, whose data. */
GtkWindow *dolen_about_window_new (void);

/**
 * dolen_text_window_new:
 * @title: of the window, translated
 * @box: (out) (transfer none): a vertical box in a scrolled clamp, to be filled
 */
GtkWindow *dolen_text_window_new (const char *title, GtkBox **box);

G_END_DECLS
