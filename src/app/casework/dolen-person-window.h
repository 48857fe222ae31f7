/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Adding a person, or changing what is known of one. The language question comes first, in both
 * languages. What is typed is kept sealed as a draft and comes back.
 */
#define DOLEN_TYPE_PERSON_WINDOW (dolen_person_window_get_type ())
G_DECLARE_FINAL_TYPE (DolenPersonWindow, dolen_person_window, DOLEN, PERSON_WINDOW, AdwWindow)

/** dolen_person_window_new: @person: (nullable): uid of whom to change; NULL adds one. Case records
 *  must be open. */
GtkWindow *dolen_person_window_new (DolenSession *session, const char *person);

/** dolen_person_window_save: what the Save button does; FALSE where something is missing. */
gboolean dolen_person_window_save (DolenPersonWindow *self);

/** dolen_person_window_dup_person: (transfer full): the form as it stands, for tests. */
DolenPerson *dolen_person_window_dup_person (DolenPersonWindow *self);

G_END_DECLS
