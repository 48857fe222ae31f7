/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_detail_notes_add: the private notes on @service (uid) as a part below what stands in
 * @facts, each with what changes it, and one that adds. @empty: where there are none, too. Nothing
 * while the case records are locked, or for a directory editor. Returns: whether it was added */
gboolean
dolen_detail_notes_add (GtkBox *facts, DolenSession *session, const char *service, gboolean empty);

G_END_DECLS
