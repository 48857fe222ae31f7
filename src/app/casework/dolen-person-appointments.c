/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-appointments.h"

#include "app/casework/dolen-appointment-outcome-form.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static GtkWidget *
new_line (DolenSession *session, const DolenAppointmentLine *line)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_format_date_as (language, line->appointment->on, DOLEN_DATE_WEEKDAY);
  g_autofree char *sentence = dolen_appointment_line_sentence (line, language);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (words), dolen_label_new (sentence, NULL));
  gtk_box_append (GTK_BOX (words), dolen_label_new (day, "dim-label"));
  /* Translators: a button that opens one appointment. */
  return dolen_side_box_new (
      words,
      dolen_form_button_new (
          session, _ ("_Look at It"), dolen_appointment_outcome_form_new, line->appointment->uid));
}

GtkWidget *
dolen_person_appointments_new (DolenSession *session, const char *person)
{
  g_autoptr (GPtrArray) lines
             = dolen_caseload_list_appointments (caseload_of (session), person, NULL, NULL, NULL);
  GtkWidget *list;

  if (lines == NULL || lines->len == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < lines->len; i++)
    dolen_boxed_list_add (list, new_line (session, g_ptr_array_index (lines, i)));
  return dolen_section_new (_ ("Appointments"), NULL, list);
}

/* ---- who is out ---- */

static void
on_back_clicked (GtkWidget *button, DolenSession *session)
{
  dolen_appointment_back (session, g_object_get_data (G_OBJECT (button), "appointment"));
}

static GtkWidget *
new_out_line (DolenSession *session, const DolenAppointmentLine *line)
{
  g_autofree char *sentence = dolen_appointment_back_sentence (line, dolen_language_current ());
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("I Am _Back"));

  g_object_set_data_full (
      G_OBJECT (button), "appointment", g_strdup (line->appointment->uid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_back_clicked), session, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return dolen_side_box_new (dolen_label_new (sentence, line->late_back ? "warning" : NULL),
                             button);
}

GtkWidget *
dolen_out_list_new (DolenSession *session)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *now = dolen_clock_now ();
  g_autoptr (GPtrArray) lines = dolen_caseload_list_out (caseload_of (session), today, now, NULL);
  GtkWidget *list;

  if (lines == NULL || lines->len == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (int late = 1; late >= 0; late--)
    for (guint i = 0; i < lines->len; i++) {
      const DolenAppointmentLine *line = g_ptr_array_index (lines, i);

      if (line->late_back == late)
        dolen_boxed_list_add (list, new_out_line (session, line));
    }
  /* Translators: a heading of Today: workers who are out on visits. */
  return dolen_section_new (_ ("Out Now"), NULL, list);
}
