/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_slip_form_new: an answer came: its reference is typed, or scanned, and what happened opens
 * for that referral over the same window. Field: "reference". Draft: "slip". */
GtkWindow *dolen_slip_form_new (DolenSession *session);

G_END_DECLS
