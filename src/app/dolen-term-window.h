/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "matching/dolen-vocabulary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * One term of the vocabulary, both languages side by side: what it is called, which further words
 * mean it, whether it is wanted here; or a new one. Signal "changed" () when it was saved.
 */
#define DOLEN_TYPE_TERM_WINDOW (dolen_term_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenTermWindow, dolen_term_window, DOLEN, TERM_WINDOW, AdwWindow)

/** dolen_term_window_new: @code: (nullable): NULL for a new term of @kind. */
DolenTermWindow *
dolen_term_window_new (DolenSession *session, DolenTermKind kind, const char *code);

/** dolen_term_window_set: as if it was typed; for tests and for the tour. @label, @words:
 *  (nullable): as they are. */
void dolen_term_window_set (DolenTermWindow *self,
                            DolenLanguage language,
                            const char *label,
                            const char *words);

/** dolen_term_window_set_hidden: as if it was switched. */
void dolen_term_window_set_hidden (DolenTermWindow *self, gboolean hidden);

/** dolen_term_window_save: what the button does; FALSE where the window stays and says why. */
gboolean dolen_term_window_save (DolenTermWindow *self);

G_END_DECLS
