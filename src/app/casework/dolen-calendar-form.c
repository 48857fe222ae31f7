/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-calendar-form.h"

#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-sender.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
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

typedef struct {
  DolenSession *session; /* (owned) */
  DolenCalendarChoice choice;
} Saving;

static void
on_file_chosen (GtkNativeDialog *native, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !dolen_calendar_save (saving->session, path, &saving->choice, &error))
    dolen_session_report (saving->session, error);
  else if (path != NULL)
    dolen_session_toast (saving->session,
                         _ ("Saved. From now on the file is yours to look after."));
  g_object_unref (saving->session);
  g_free (saving);
  g_object_unref (native);
}

static gboolean
choose_file (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  Saving *saving = g_new0 (Saving, 1);
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Save As"),
                                     gtk_window_get_transient_for (GTK_WINDOW (form)),
                                     GTK_FILE_CHOOSER_ACTION_SAVE,
                                     _ ("_Save"),
                                     _ ("_Cancel"));

  saving->session = g_object_ref (dolen_small_form_get_session (form));
  saving->choice.names = dolen_small_form_get_choice (form, "names") == 1;
  saving->choice.places = dolen_small_form_get_choice (form, "places") == 1;
  /* Translators: name proposed for a file: letters and hyphens only. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("appointments.ics"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_file_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
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
