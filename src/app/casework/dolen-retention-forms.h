/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is decided about one record: kept longer, held, let go of, erased. @person: uid. */

/** dolen_keep_form_new: keeps it until a day, with a reason. */
GtkWindow *dolen_keep_form_new (DolenSession *session, const char *person);

/** dolen_hold_form_new: a legal hold; where there is one, what lifts it. */
GtkWindow *dolen_hold_form_new (DolenSession *session, const char *person);

/** dolen_erase_form_new: destroys it and shows the proof. There is no undo; it says so. */
GtkWindow *dolen_erase_form_new (DolenSession *session, const char *person);

/** dolen_erasure_window_new: the proof of an erasure, with the button that prints it. */
GtkWindow *dolen_erasure_window_new (DolenSession *session, const DolenErasure *erasure);

G_END_DECLS
