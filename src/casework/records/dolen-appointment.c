/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-appointment.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const char *const kinds[] = { "home-visit", "meeting", "accompany", "phone", "video", NULL };
static const char *const states[] = { "planned", "done", "missed", "cancelled", NULL };

#define TEXT(field) DOLEN_FIELD (DolenAppointment, field, TEXT)

static const DolenField appointment_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (referral),
  DOLEN_FIELD (DolenAppointment, kind, ENUM, .nicks = kinds),
  DOLEN_FIELD (DolenAppointment, state, ENUM, .nicks = states),
  TEXT (on),
  TEXT (at),
  DOLEN_FIELD (DolenAppointment, minutes, INT, .unset = -1),
  TEXT (place),
  TEXT (worker),
  TEXT (expected_back),
  TEXT (told),
  TEXT (back_at),
  TEXT (note),
  DOLEN_FIELD (DolenAppointment, created, TIME),
};

const DolenRecordType dolen_appointment_type = { "appointment",
                                                 sizeof (DolenAppointment),
                                                 appointment_fields,
                                                 G_N_ELEMENTS (appointment_fields),
                                                 (GDestroyNotify) dolen_appointment_free };

DolenAppointment *
dolen_appointment_new (const char *person)
{
  DolenAppointment *appointment = dolen_record_new (&dolen_appointment_type);

  appointment->uid = dolen_id_new ();
  appointment->person = g_strdup (person);
  appointment->on = dolen_date_today ();
  return appointment;
}

DolenAppointment *
dolen_appointment_copy (const DolenAppointment *appointment)
{
  return dolen_record_copy (&dolen_appointment_type, appointment);
}

void
dolen_appointment_free (DolenAppointment *appointment)
{
  dolen_record_free (&dolen_appointment_type, appointment);
}
