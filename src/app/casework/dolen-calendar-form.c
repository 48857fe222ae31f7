/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-calendar-form.h"

#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-sender.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-save-as.h"
#include "app/dolen-way-out.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- the file ---- */

/* One's own: those without a worker's name were planned here too. */
static GPtrArray *
list_own (DolenSession *session)
{
  g_autofree char *today = dolen_date_today ();
  const char *me = dolen_casework_get_author (dolen_session_get_casework (session));
  GPtrArray *lines
      = dolen_caseload_list_appointments (caseload_of (session), NULL, today, NULL, NULL);

  for (guint i = lines != NULL ? lines->len : 0; i > 0; i--) {
    const DolenAppointment *appointment
        = ((DolenAppointmentLine *) lines->pdata[i - 1])->appointment;

    if (me != NULL && appointment->worker != NULL && !g_str_equal (me, appointment->worker))
      g_ptr_array_remove_index (lines, i - 1);
  }
  return lines;
}

gboolean
dolen_calendar_save (DolenSession *session,
                     const char *path,
                     const DolenCalendarChoice *choice,
                     GError **error)
{
  const DolenWayOut out = { session, NULL, DOLEN_EXPORT_CALENDAR }; /* of several people */
  g_autoptr (GPtrArray) lines = NULL;
  char *text;
  gboolean done;

  if (caseload_of (session) == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_LOCKED, _ ("The case records are locked."));
    return FALSE;
  }
  lines = list_own (session);
  text = dolen_appointments_calendar_new (lines, choice, dolen_language_current ());
  done = dolen_way_out_save (&out, path, text, error);
  dolen_wipe_string (text);
  return done;
}

static gboolean
save (DolenSession *session, const char *path, gpointer choice, GError **error)
{
  return dolen_calendar_save (session, path, choice, error);
}

static gboolean
choose_file (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  DolenCalendarChoice *choice = g_new0 (DolenCalendarChoice, 1);

  choice->names = dolen_small_form_get_choice (form, "names") == 1;
  choice->places = dolen_small_form_get_choice (form, "places") == 1;
  dolen_save_as (dolen_small_form_get_session (form),
                 gtk_window_get_transient_for (GTK_WINDOW (form)),
                 /* Translators: name proposed for a file: letters and hyphens only. */
                 _ ("appointments.ics"),
                 save,
                 choice,
                 g_free);
  return TRUE;
}

GtkWindow *
dolen_calendar_form_new (DolenSession *session, const char *person)
{
  const char *const names[] = { _ ("No names: only “Appointment” and the hours"),
                                _ ("How each person is called, and what kind"),
                                NULL };
  const char *const places[]
      = { _ ("No places"), _ ("Where to, the addresses of homes too"), NULL };
  const DolenSmallFormSpec spec
      /* Translators: title of a window. */
      = { _ ("Calendar File"), _ ("_Save As…"), "calendar", NULL, choose_file, NULL, NULL };
  DolenSmallForm *form = dolen_small_form_new (session, &spec);

  dolen_small_form_add (
      form,
      dolen_label_new (_ ("Your own appointments from today on, for the calendar on this computer "
                          "or a telephone. The file is not sealed, and Dolen cannot call it back: "
                          "whoever has it can read what you choose here."),
                       NULL));
  dolen_small_form_add_choice (form, "names", _ ("Names"), names, 0);
  dolen_small_form_add_choice (form, "places", _ ("Places"), places, 0);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

/* ---- the card ---- */

static char *
write_card (DolenSession *session, gpointer data, DolenLanguage language)
{
  const DolenAppointment *appointment = data;
  g_autoptr (DolenWriter) writer = dolen_writer_read (session);
  g_autofree char *reach
      = g_settings_get_string (dolen_session_get_settings (session), "scheme-phone");
  const char *phone = writer->sender.phone;

  if (phone == NULL || *phone == '\0')
    phone = reach;
  return dolen_appointment_card_new (appointment,
                                     appointment->worker != NULL ? appointment->worker
                                                                 : writer->sender.name,
                                     phone,
                                     writer->sender.scheme,
                                     language);
}

GtkWindow *
dolen_appointment_card_window_new (DolenSession *session, const char *uid)
{
  g_autoptr (DolenAppointment) appointment
             = caseload_of (session) != NULL
                   ? dolen_caseload_get_appointment (caseload_of (session), uid)
                   : NULL;
  g_autoptr (DolenPerson) person = NULL;
  DolenPaperSpec spec = { .title = _ ("Appointment Card"),
                          /* Translators: in the print queue, and the file proposed. */
                          .job = _ ("appointment"),
                          .what = DOLEN_EXPORT_CARD,
                          .text = write_card,
                          .free_data = (GDestroyNotify) dolen_appointment_free };

  if (appointment == NULL || appointment->state != DOLEN_APPOINTMENT_PLANNED) {
    dolen_session_toast (session, _ ("That appointment is over already."));
    return NULL;
  }
  person = dolen_caseload_get_person (caseload_of (session), appointment->person);
  spec.person = appointment->person;
  spec.language = dolen_language_current ();
  if (person != NULL)
    dolen_language_from_code (person->language_written, &spec.language);
  spec.data = g_steal_pointer (&appointment);
  return dolen_paper_window_new (session, &spec);
}
