/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/casework/dolen-small-form.h"

G_BEGIN_DECLS

/** DolenAppointmentResult: the order of the choice "result". */
typedef enum {
  DOLEN_APPOINTMENT_RESULT_KEPT,
  DOLEN_APPOINTMENT_RESULT_MISSED,
  DOLEN_APPOINTMENT_RESULT_CANCELLED,
} DolenAppointmentResult;

/**
 * dolen_appointment_outcome_form_new: (nullable):
 *
 * One appointment: where to (the address of a home after the risks), "I am back", its card, another
 * day; and how it was. Fields: "result", "minutes", "session", "note". Draft
 * "appointment-outcome/<uid>". NULL, and a toast, where it is over already.
 */
GtkWindow *dolen_appointment_outcome_form_new (DolenSession *session, const char *uid);

/** dolen_appointment_due_form_new: the same for its line of Today. */
GtkWindow *dolen_appointment_due_form_new (DolenSession *session, const DolenDue *due);

/** dolen_appointment_back: the worker is back from @uid: records it, with undo or the reason why
 *  not. */
void dolen_appointment_back (DolenSession *session, const char *uid);

G_END_DECLS
