/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-person.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DolenRiskSeenFunc: somebody has read the risks. */
typedef void (*DolenRiskSeenFunc) (gpointer user_data);

/**
 * dolen_risk_box_new: (transfer floating):
 * @seen: (nullable): where risks are known, called when the button "I have read it" is clicked;
 *   without any, at once
 *
 * The risks of @person that have not ceased, each in words with its day; before any address.
 */
GtkWidget *
dolen_risk_box_new (const DolenPerson *person, DolenRiskSeenFunc seen, gpointer user_data);

G_END_DECLS
