/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-tour-concern.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-appointment-outcome-form.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-numbers-form.h"
#include "app/casework/dolen-concern-form.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "casework/dolen-casework-concerns.h"

static DolenSession *
session_of (DolenWindow *window)
{
  return dolen_window_get_session (window);
}

static void
add_visit (
    DolenCasework *casework, const char *person, const char *on, const char *at, const char *back)
{
  g_autoptr (DolenAppointment) visit = dolen_appointment_new (person);

  g_free (visit->on);
  visit->on = g_strdup (on);
  visit->at = g_strdup (at);
  visit->expected_back = g_strdup (back);
  visit->place = g_strdup ("3 Heol y Bont");
  visit->worker = g_strdup ("Non");
  visit->told = g_strdup ("Gwen");
  dolen_casework_appointment_add (casework, visit, NULL, NULL);
}

void
dolen_tour_add_concerns (DolenCasework *casework)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *later = dolen_date_add_days (today, 2);
  g_autoptr (GPtrArray) people = dolen_caseload_list_people (
      dolen_casework_get_caseload (casework), NULL, today, NULL);
  const char *person;
  g_autoptr (DolenConcern) concern = NULL;

  if (people == NULL || people->len == 0)
    return;
  person = ((const DolenPersonRow *) people->pdata[people->len - 1])->uid;
  concern = dolen_concern_new (person);
  concern->kind = g_strdup ("safeguarding-adult");
  concern->text = g_strdup ("Cleisiau ar ei breichiau. / Bruises on her arms.");
  dolen_casework_concern_raise (casework, concern, NULL, NULL);
  dolen_casework_concern_discuss (casework, concern->uid, NULL, "Gwen", NULL, NULL);
  add_visit (casework, person, today, "08:15", "09:00");
  add_visit (casework, person, later, "10:30", "12:00");
}

/* Whom the concern is about; the tour's people are made before its first stop. */
static DolenConcern *
dup_concern (DolenWindow *window)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (session_of (window)));
  g_autoptr (GPtrArray) all = dolen_caseload_list_concerns (caseload, NULL);

  return all != NULL && all->len > 0 ? dolen_concern_copy (all->pdata[0]) : NULL;
}

static void
present (DolenWindow *window, GtkWindow *form)
{
  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), form);
}

void
dolen_tour_show_concern (DolenWindow *window)
{
  g_autoptr (DolenConcern) concern = dup_concern (window);

  if (concern != NULL)
    present (window, dolen_concern_form_new (session_of (window), concern->person));
}

void
dolen_tour_show_concern_step (DolenWindow *window)
{
  g_autoptr (DolenConcern) concern = dup_concern (window);

  if (concern != NULL)
    present (window, dolen_concern_step_form_new (session_of (window), concern->uid));
}

void
dolen_tour_show_appointment (DolenWindow *window)
{
  g_autoptr (DolenConcern) concern = dup_concern (window);
  GtkWindow *form;

  if (concern == NULL)
    return;
  form = dolen_appointment_form_new (session_of (window), concern->person);
  dolen_appointment_form_set_kind (DOLEN_SMALL_FORM (form), DOLEN_APPOINTMENT_HOME_VISIT);
  present (window, form);
}

void
dolen_tour_show_appointment_outcome (DolenWindow *window)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (session_of (window)));
  g_autoptr (GPtrArray) planned
             = dolen_caseload_list_appointments (caseload, NULL, NULL, NULL, NULL);
  const DolenAppointmentLine *line;

  if (planned == NULL || planned->len == 0)
    return;
  line = g_ptr_array_index (planned, planned->len - 1);
  present (window,
           dolen_appointment_outcome_form_new (session_of (window), line->appointment->uid));
}

void
dolen_tour_show_calendar (DolenWindow *window)
{
  present (window, dolen_calendar_form_new (session_of (window), NULL));
}

void
dolen_tour_show_numbers (DolenWindow *window)
{
  present (window, dolen_numbers_form_new (session_of (window), NULL));
}
