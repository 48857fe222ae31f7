/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The worker's reflective diary: a page a week with three questions, the earlier weeks beneath. It
 * is sealed to its writer alone and names nobody. What is typed is kept as a draft; the window goes
 * away when the case records lock.
 */
#define DOLEN_TYPE_DIARY_WINDOW (dolen_diary_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenDiaryWindow, dolen_diary_window, DOLEN, DIARY_WINDOW, AdwWindow)

/** dolen_diary_window_new: the records are open, by a passphrase. */
GtkWindow *dolen_diary_window_new (DolenSession *session);

/** dolen_diary_window_set_text: what stands under question @n, 0 to 2; for tests and the tour. */
void dolen_diary_window_set_text (DolenDiaryWindow *self, int n, const char *text);

/** dolen_diary_window_dup_text: (transfer full): see above. */
char *dolen_diary_window_dup_text (DolenDiaryWindow *self, int n);

/** dolen_diary_window_save: what its button does. */
gboolean dolen_diary_window_save (DolenDiaryWindow *self);

G_END_DECLS
