/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_person_appointments_new: (nullable): what is planned with @person; NULL where nothing is.
 */
GtkWidget *dolen_person_appointments_new (DolenSession *session, const char *person);

/** dolen_out_list_new: (nullable): who is out on an appointment and has not said that they are
 *  back, late ones first, in words; NULL where nobody is. */
GtkWidget *dolen_out_list_new (DolenSession *session);

G_END_DECLS
