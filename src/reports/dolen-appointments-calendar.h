/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework-appointments.h"

G_BEGIN_DECLS

/** DolenCalendarChoice: what leaves with a calendar file. All FALSE: "Appointment" and its hours,
 * nothing else. */
typedef struct {
  gboolean names;  /* how each person is called, and the kind */
  gboolean places; /* where to: the address of a home too */
} DolenCalendarChoice;

/**
 * dolen_appointments_calendar_new:
 * @lines: (element-type DolenAppointmentLine): as dolen_caseload_list_appointments() gives them
 * @language: of the titles
 *
 * An iCalendar file (RFC 5545) for the worker's own calendar. Each event keeps its UID and counts
 * its changes, so that a file brought in again puts right what stands there; times are local with
 * the rules of Europe/London inside. One without an hour is a whole day; one without an end lasts
 * an hour. The file is out of Dolen's reach.
 *
 * Returns: (transfer full): the text
 */
char *dolen_appointments_calendar_new (const GPtrArray *lines,
                                       const DolenCalendarChoice *choice,
                                       DolenLanguage language);

/**
 * dolen_appointment_card_new:
 * @worker: (nullable): who comes, their role, a number: DolenSender's
 *
 * What a person keeps at hand: when, where or how, with whom, whom to ring if they cannot; in their
 * language, and the scheme's footer. It names nobody but the worker.
 *
 * Returns: (transfer full): plain text
 */
char *dolen_appointment_card_new (const DolenAppointment *appointment,
                                  const char *worker,
                                  const char *phone,
                                  const DolenScheme *scheme,
                                  DolenLanguage language);

G_END_DECLS
