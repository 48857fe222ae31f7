/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/*
 * Planning an appointment, and changing one. Kinds the scheme bars are not offered; where it asks
 * a lead first, the form says so. The address of a home comes after the risks.
 * Fields: "kind", "on", "at", "back", "place", "told", "lead", "note". Drafts "appointment" and
 * "appointment/<uid>".
 */
GtkWindow *dolen_appointment_form_new (DolenSession *session, const char *person);

/** dolen_appointment_change_form_new: (nullable): NULL, and a toast, where it is over. */
GtkWindow *dolen_appointment_change_form_new (DolenSession *session, const char *uid);

/** dolen_appointment_form_set_kind: (as if a person did it) FALSE where it is not offered. */
gboolean dolen_appointment_form_set_kind (DolenSmallForm *form, DolenAppointmentKind kind);

G_END_DECLS
