/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-appointment.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

static const char *const kinds[] = { "home-visit", "meeting", "accompany", "phone", "video", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == DOLEN_N_APPOINTMENT_KINDS + 1);

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
  TEXT (lead),
  TEXT (back_at),
  TEXT (note),
  TEXT (ending),
  DOLEN_FIELD (DolenAppointment, revision, INT),
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

const char *
dolen_appointment_kind_nick (DolenAppointmentKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < DOLEN_N_APPOINTMENT_KINDS, "");
  return kinds[kind];
}

gboolean
dolen_appointment_kind_from_nick (const char *nick, DolenAppointmentKind *kind)
{
  for (int i = 0; i < DOLEN_N_APPOINTMENT_KINDS; i++)
    if (g_strcmp0 (kinds[i], nick) == 0) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

const char *
dolen_appointment_kind_name (DolenAppointmentKind kind, DolenLanguage language)
{
  switch (kind) {
  case DOLEN_APPOINTMENT_HOME_VISIT:
    /* Translators: kinds of appointments, lower case, after a colon. */
    return dolen_text (language, "home visit");
  case DOLEN_APPOINTMENT_ACCOMPANY:
    return dolen_text (language, "going along to a group");
  case DOLEN_APPOINTMENT_PHONE:
    return dolen_text (language, "telephone call");
  case DOLEN_APPOINTMENT_VIDEO:
    return dolen_text (language, "video call");
  case DOLEN_APPOINTMENT_MEETING:
  case DOLEN_N_APPOINTMENT_KINDS:
  default:
    return dolen_text (language, "meeting");
  }
}

gboolean
dolen_appointment_goes_out (DolenAppointmentKind kind)
{
  return kind == DOLEN_APPOINTMENT_HOME_VISIT || kind == DOLEN_APPOINTMENT_MEETING
         || kind == DOLEN_APPOINTMENT_ACCOMPANY;
}
