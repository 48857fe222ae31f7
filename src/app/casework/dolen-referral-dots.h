/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-referral-steps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_referral_dots_new: (transfer floating): how far it has come: a line of dots with their
 * words and days (asked, agreed, first time, still going), beneath it a pause and who did not come,
 * and a sentence where it is a draft or ended badly. */
GtkWidget *dolen_referral_dots_new (const DolenReferral *referral);

G_END_DECLS
