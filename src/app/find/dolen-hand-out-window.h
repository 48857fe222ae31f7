/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "app/find/dolen-hand-out-form.h"
#include "matching/dolen-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A hand-out before it leaves: whether the paper is safe at home, how it looks, its pages as they
 * will be printed, a reminder to copy; then print, copy, save as a PDF. Nothing leaves before the
 * question is answered where it must be asked. For a person it goes away when the case records
 * lock.
 */
#define DOLEN_TYPE_HAND_OUT_WINDOW (dolen_hand_out_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenHandOutWindow, dolen_hand_out_window, DOLEN, HAND_OUT_WINDOW, AdwWindow)

/**
 * dolen_hand_out_window_new:
 * @person: (nullable): uid of whom it is for; NULL: of nobody
 * @services: uids of one service or several (a shortlist), in the order of the paper
 * @profile: (nullable): what Find looks for just now; NULL: what the person said of themselves
 *
 * Returns: (nullable): NULL, with a toast, where none of them is in the directory any more
 */
GtkWindow *dolen_hand_out_window_new (DolenSession *session,
                                      const char *person,
                                      const char *const *services,
                                      const DolenProfile *profile);

/** dolen_hand_out_window_new_of_shortlist: of all that is on the shortlist of @person; a toast says
 *  that it is empty. */
GtkWindow *dolen_hand_out_window_new_of_shortlist (DolenSession *session, const char *person);

/** dolen_hand_out_window_get_form: (transfer none). */
DolenHandOutForm *dolen_hand_out_window_get_form (DolenHandOutWindow *self);

/** dolen_hand_out_window_dup_text: (transfer full): what stands on it now; for tests. */
char *dolen_hand_out_window_dup_text (DolenHandOutWindow *self);

G_END_DECLS
