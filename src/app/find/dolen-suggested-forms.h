/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Small forms about one suggestion for one person. */

/** dolen_override_form_new: (nullable): why a service is suggested all the same. @person: uid;
 *  @name: the service's uid, a stroke, and the codes of what speaks against it with commas between:
 *  "9a4f.../age,listing" */
GtkWindow *dolen_override_form_new (DolenSession *session, const char *person, const char *name);

/** dolen_unwanted_form_new: (nullable): why a service is not for them. @service: uid */
GtkWindow *dolen_unwanted_form_new (DolenSession *session, const char *person, const char *service);

G_END_DECLS
