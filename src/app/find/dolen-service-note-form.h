/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_service_note_form_new: (transfer none) (nullable): a DolenFormFunc: a private note on a
 * group being written. @about: the uid of the service, or "SERVICE/NOTE" to change the note of that
 * uid; NULL where the case records are locked or the note is gone. */
GtkWindow *dolen_service_note_form_new (DolenSession *session, const char *about);

G_END_DECLS
