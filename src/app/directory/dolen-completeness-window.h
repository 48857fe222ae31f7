/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_completeness_window_new: (transfer floating): of each field that matters when groups are
 *  suggested, how many listings have it, and how that was. The count of the month is kept. */
GtkWindow *dolen_completeness_window_new (DolenSession *session);

G_END_DECLS
