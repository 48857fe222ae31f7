/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-appointment-outcome-form.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-risk-box.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define MOST_MINUTES 1440

void
dolen_appointment_back (DolenSession *session, const char *uid)
{
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (dolen_casework_appointment_back (dolen_session_get_casework (session), uid, &undo, &error))
    dolen_session_did (session, g_steal_pointer (&undo));
  else
    dolen_session_report (session, error);
}

/* ---- the act ---- */

static gboolean
read_minutes (DolenSmallForm *form, int *minutes, GError **error)
{
  g_autofree char *typed = dolen_small_form_dup_text (form, "minutes");
  guint64 number = 0;

  *minutes = -1;
  if (typed == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (typed, 10, 0, MOST_MINUTES, &number, NULL)) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         _ ("How many minutes it took is a number, such as 45."));
    return FALSE;
  }
  *minutes = (int) number;
  return TRUE;
}

static gboolean
act (DolenSmallForm *form, gpointer uid, DolenUndo **undo, GError **error)
{
  DolenCasework *casework = dolen_session_get_casework (dolen_small_form_get_session (form));
  g_autofree char *note = dolen_small_form_dup_text (form, "note");
  DolenAppointmentOutcome outcome
      = { -1, dolen_small_form_get_choice (form, "session") == 0, note };

  switch (dolen_small_form_get_choice (form, "result")) {
  case DOLEN_APPOINTMENT_RESULT_MISSED:
    return dolen_casework_appointment_missed (casework, uid, note, undo, error);
  case DOLEN_APPOINTMENT_RESULT_CANCELLED:
    return dolen_casework_appointment_cancel (casework, uid, note, undo, error);
  case DOLEN_APPOINTMENT_RESULT_KEPT:
  default:
    return read_minutes (form, &outcome.minutes, error)
           && dolen_casework_appointment_done (casework, uid, &outcome, undo, error);
  }
}

/* ---- what is shown ---- */

static void
show_fields (DolenSmallForm *form)
{
  gboolean kept = dolen_small_form_get_choice (form, "result") == DOLEN_APPOINTMENT_RESULT_KEPT;

  dolen_small_form_show (form, "minutes", kept);
  dolen_small_form_show (form, "session", kept);
}

/* Minutes between the two hours as typed into the appointment; NULL where one is missing. */
static char *
propose_minutes (const DolenAppointment *appointment)
{
  int h1, m1, h2, m2;

  if (appointment->minutes >= 0)
    return g_strdup_printf ("%d", appointment->minutes);
  if (!dolen_clock_is_valid (appointment->at) || !dolen_clock_is_valid (appointment->expected_back)
      || sscanf (appointment->at, "%d:%d", &h1, &m1) != 2
      || sscanf (appointment->expected_back, "%d:%d", &h2, &m2) != 2)
    return NULL;
  return g_strdup_printf ("%d", (h2 - h1) * 60 + m2 - m1);
}

static void
on_risks_seen (gpointer place)
{
  gtk_widget_set_visible (GTK_WIDGET (place), TRUE);
}

static void
add_line (GtkWidget *box, const char *title, const char *words)
{
  g_autofree char *line = NULL;

  if (dolen_text_is_empty (words))
    return;
  line = g_strdup_printf ("%s: %s", title, words);
  gtk_box_append (GTK_BOX (box), dolen_label_new (line, NULL));
}

static void
add_place (DolenSmallForm *form, const DolenAppointment *appointment, const DolenPerson *person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_line (place, _ ("Where to"), appointment->place);
  if (appointment->kind == DOLEN_APPOINTMENT_HOME_VISIT) {
    gtk_widget_set_visible (place, FALSE);
    gtk_box_append (GTK_BOX (box), dolen_risk_box_new (person, on_risks_seen, place));
  }
  gtk_box_append (GTK_BOX (box), place);
  /* Translators: when a worker will be back from a visit; a time of day follows a colon. */
  add_line (box, _ ("Expected back"), appointment->expected_back);
  add_line (box, _ ("Who knows where you are"), appointment->told);
  /* Translators: when a worker came back; a time of day follows a colon. */
  add_line (box, _ ("Back since"), appointment->back_at);
  dolen_small_form_add (form, box);
}

static void
on_back_clicked (GtkWidget *button, DolenSmallForm *form)
{
  dolen_appointment_back (dolen_small_form_get_session (form), dolen_small_form_get_data (form));
  gtk_widget_set_visible (button, FALSE);
}

static void
add_buttons (DolenSmallForm *form, const DolenAppointment *appointment)
{
  DolenSession *session = dolen_small_form_get_session (form);
  GtkWidget *box = dolen_wrap_box_new ();
  GtkWidget *back;

  if (dolen_appointment_goes_out (appointment->kind) && appointment->back_at == NULL) {
    /* Translators: a button: the worker has come back from a visit. */
    back = gtk_button_new_with_mnemonic (_ ("I Am _Back"));
    g_signal_connect (back, "clicked", G_CALLBACK (on_back_clicked), form);
    gtk_box_append (GTK_BOX (box), back);
  }
  gtk_box_append (
      GTK_BOX (box),
      dolen_form_button_new (
          session, _ ("_Another Day…"), dolen_appointment_change_form_new, appointment->uid));
  gtk_box_append (
      GTK_BOX (box),
      /* Translators: a button: a card with the appointment, for the person. */
      dolen_form_button_new (
          session, _ ("A _Card for Them…"), dolen_appointment_card_window_new, appointment->uid));
  dolen_small_form_add (form, box);
}

static void
add_fields (DolenSmallForm *form, const DolenAppointment *appointment)
{
  const char *const results[] = {
    /* Translators: how an appointment (apwyntiad, masc.) ended, in a list. */
    _ ("It was kept"),
    _ ("They were not there"),
    _ ("It is cancelled"),
    NULL,
  };
  const char *const sessions[]
      = { _ ("Counts as a session"), _ ("Does not count as a session"), NULL };
  g_autofree char *minutes = propose_minutes (appointment);

  dolen_small_form_add_choice (form, "result", _ ("How was it?"), results, 0);
  dolen_small_form_add_entry (form, "minutes", _ ("Minutes it took"), minutes);
  dolen_small_form_add_choice (form, "session", _ ("Session"), sessions, 0);
  dolen_small_form_add_text (form, "note", _ ("What was said and done"));
}

static char *
say_when (const DolenAppointment *appointment)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_format_date_as (language, appointment->on, DOLEN_DATE_FULL);
  const char *kind = dolen_appointment_kind_name (appointment->kind, language);

  return appointment->at != NULL ? g_strdup_printf ("%s, %s: %s", day, appointment->at, kind)
                                 : g_strdup_printf ("%s: %s", day, kind);
}

GtkWindow *
dolen_appointment_outcome_form_new (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenAppointment) appointment
             = caseload != NULL ? dolen_caseload_get_appointment (caseload, uid) : NULL;
  g_autofree char *draft = g_strconcat ("appointment-outcome/", uid, NULL);
  g_autoptr (DolenPerson) person = NULL;
  g_autofree char *when = NULL;
  DolenSmallForm *form;

  if (appointment == NULL || appointment->state != DOLEN_APPOINTMENT_PLANNED
      || (person = dolen_caseload_get_person (caseload, appointment->person)) == NULL) {
    dolen_session_toast (session, _ ("That appointment is over already."));
    return NULL;
  }
  when = say_when (appointment);
  form = dolen_small_form_new (session,
                               &(DolenSmallFormSpec){ _ ("Appointment"),
                                                      _ ("_Record"),
                                                      draft,
                                                      appointment->person,
                                                      act,
                                                      g_strdup (uid),
                                                      g_free });
  dolen_small_form_add (form, dolen_label_new (when, "heading"));
  add_place (form, appointment, person);
  add_buttons (form, appointment);
  add_fields (form, appointment);
  g_signal_connect (form, "changed", G_CALLBACK (show_fields), NULL);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_appointment_due_form_new (DolenSession *session, const DolenDue *due)
{
  return due->follow_up->subject != NULL
             ? dolen_appointment_outcome_form_new (session, due->follow_up->subject)
             : NULL;
}
