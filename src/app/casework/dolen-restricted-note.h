/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_restricted_note_new: (transfer floating): what stands in the timeline in place of a
 * restricted note's words: a button that reads them (a lead is asked why first), or a sentence for
 * who cannot. @note: uid. The words open in a window that goes when the case records lock. */
GtkWidget *dolen_restricted_note_new (DolenSession *session, const char *note);

G_END_DECLS
