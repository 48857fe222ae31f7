/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-refer-window.h"
#include "casework/dolen-casework-appointments.h"

#include <string.h>

/* What is written to the log, at whatever level, while what is about a person is open. */

static GString *heard;
static GMutex hearing;

static GLogWriterOutput
hear (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  g_mutex_lock (&hearing);
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")) {
      g_string_append_len (heard,
                           fields[i].value,
                           fields[i].length < 0 ? (gssize) strlen (fields[i].value)
                                                : (gssize) fields[i].length);
      g_string_append_c (heard, '\n');
    }
  g_mutex_unlock (&hearing);
  return G_LOG_WRITER_HANDLED;
}

static gboolean
was_heard (const char *text)
{
  gboolean found;

  g_mutex_lock (&hearing);
  found = strstr (heard->str, text) != NULL;
  g_mutex_unlock (&hearing);
  return found;
}

static void
look_at (DolenWindow *window, GtkWindow *paper)
{
  g_assert_nonnull (paper);
  dolen_window_present_dialog (GTK_WIDGET (window), paper);
  dolen_app_test_settle (window);
  gtk_window_destroy (paper);
  dolen_app_test_settle (window);
}

static char *
add_call (DolenWindow *window, const char *person)
{
  g_autoptr (DolenAppointment) call = dolen_appointment_new (person);
  g_autoptr (GError) error = NULL;

  call->kind = DOLEN_APPOINTMENT_PHONE;
  dolen_casework_appointment_add (
      dolen_session_get_casework (dolen_window_get_session (window)), call, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (call->uid);
}

static void
test_the_log_names_nobody (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *call = add_call (window, person);

  g_debug ("This line is heard.");
  look_at (window, dolen_appointment_card_window_new (session, call));
  look_at (window, dolen_timeline_paper_new (session, person));
  look_at (window, dolen_refer_window_new (session, DOLEN_REFERRAL, person, service, NULL));
  look_at (window, dolen_closing_form_new (session, person));
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  g_assert_true (was_heard ("This line is heard."));
  g_assert_false (was_heard ("Quintavalle"));
  g_assert_false (was_heard ("Zerubbabel"));
  g_assert_false (was_heard ("01632 960198"));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  heard = g_string_new (NULL);
  g_log_set_writer_func (hear, NULL, NULL);
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/quiet/the_log_names_nobody", test_the_log_names_nobody);
  return dolen_app_test_run ();
}
