/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_decision_form_new: (nullable): two copies of the case records say differently what became
 * of a referral; whoever knows says which is right. See dolen-follow-up-forms.h. */
GtkWindow *dolen_decision_form_new (DolenSession *session, const DolenDue *due);

G_END_DECLS
