/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

G_BEGIN_DECLS

/*
 * Our own appointments: visits, meetings, going along, calls. Each stands in Today on its day until
 * it is said how it was (rule "appointment"). Where the worker leaves the house for it, somebody
 * knows where to and when they are expected back.
 *
 * The acts fail and give @undo as those of dolen-casework.h do.
 */

/**
 * dolen_casework_appointment_add:
 * @appointment: .person, .kind and .on at least; a home visit has .at and .expected_back too.
 *   .worker NULL: the author of the act
 * @error: NOT_ALLOWED where the scheme lets nobody do this, or asks for a lead's yes and .lead does
 *   not name one
 */
gboolean dolen_casework_appointment_add (DolenCasework *self,
                                         const DolenAppointment *appointment,
                                         DolenUndo **undo,
                                         GError **error);

/** dolen_casework_appointment_change: writes the fields in which @appointment differs from what is
 * stored, while it is planned; its line of Today moves along. */
gboolean dolen_casework_appointment_change (DolenCasework *self,
                                            const DolenAppointment *appointment,
                                            DolenUndo **undo,
                                            GError **error);

/** DolenAppointmentOutcome: how it was; (not owned). */
typedef struct {
  int minutes;      /* -1 not told */
  gboolean session; /* counts as one of the sessions offered */
  const char *note; /* (nullable) what was said and done: a note of its own */
} DolenAppointmentOutcome;

/** dolen_casework_appointment_done: it was kept: in the same act the contact with its minutes, the
 * note, and, where the worker was out and has not said so, that they are back. */
gboolean dolen_casework_appointment_done (DolenCasework *self,
                                          const char *appointment,
                                          const DolenAppointmentOutcome *outcome,
                                          DolenUndo **undo,
                                          GError **error);

/** dolen_casework_appointment_missed: the person did not come or was not at home: it counts as a
 * contact that did not reach them, and they are to be contacted the next working day, the same day
 * where a risk or an open concern is known (rules "missed", "missed-risk"). @note: (nullable) */
gboolean dolen_casework_appointment_missed (DolenCasework *self,
                                            const char *appointment,
                                            const char *note,
                                            DolenUndo **undo,
                                            GError **error);

/** dolen_casework_appointment_cancel: @why: (nullable): in words. */
gboolean dolen_casework_appointment_cancel (DolenCasework *self,
                                            const char *appointment,
                                            const char *why,
                                            DolenUndo **undo,
                                            GError **error);

/** dolen_casework_appointment_back: the worker is back, now. NOT_ALLOWED where they were not out or
 *  are back already. */
gboolean dolen_casework_appointment_back (DolenCasework *self,
                                          const char *appointment,
                                          DolenUndo **undo,
                                          GError **error);

/* ---- what there is ---- */

/** DolenAppointmentLine: an appointment with the names its sentence needs. */
typedef struct {
  DolenAppointment *appointment;
  char *person_called;   /* never NULL */
  char *service_name;    /* (nullable) of the group, English or the only one */
  char *service_name_cy; /* (nullable) */
  gboolean late_back;    /* out, and expected back before now */
} DolenAppointmentLine;

void dolen_appointment_line_free (DolenAppointmentLine *line);

/** dolen_appointment_line_sentence: (transfer full): "10:00, Mair: home visit". Never the address
 * of a home: that stands behind the risks. */
char *dolen_appointment_line_sentence (const DolenAppointmentLine *line, DolenLanguage language);

/** dolen_appointment_back_sentence: (transfer full): of one who is out: "Not back yet: Non Jones,
 * expected at 11:30. Home visit, Mair. The office knows." */
char *dolen_appointment_back_sentence (const DolenAppointmentLine *line, DolenLanguage language);

/** dolen_caseload_get_appointment: (transfer full) (nullable) */
DolenAppointment *dolen_caseload_get_appointment (DolenCaseload *caseload, const char *uid);

/** dolen_caseload_list_appointments: (element-type DolenAppointmentLine): planned ones from civil
 *  date @from to @to (both included; nullable), by day and hour. @person: (nullable) */
GPtrArray *dolen_caseload_list_appointments (
    DolenCaseload *caseload, const char *person, const char *from, const char *to, GError **error);

/** dolen_caseload_list_out: (element-type DolenAppointmentLine): those that have begun and whose
 * worker is not back: late ones first. @today: civil date; @now: "11:31". */
GPtrArray *dolen_caseload_list_out (DolenCaseload *caseload,
                                    const char *today,
                                    const char *now,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAppointmentLine, dolen_appointment_line_free)

G_END_DECLS
