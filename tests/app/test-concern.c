/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-appointment-outcome-form.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-paper-window.h"
#include "app/dolen-scheme-page.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "casework/dolen-casework-concerns.h"

#include <glib/gstdio.h>

/* Concerns and appointments in the window. */

static gboolean
shows (GtkWidget *widget, const char *text)
{
  return dolen_app_test_find_label (widget, text) != NULL;
}

static void
set_clock (const char *iso)
{
  gint64 moment = 0;

  g_assert_true (dolen_instant_of_iso (iso, &moment));
  dolen_time_set_fixed (moment);
}

static DolenSmallForm *
form_over (DolenWindow *window)
{
  GtkWidget *dialog = dolen_people_test_dialog (window);

  g_assert_true (DOLEN_IS_SMALL_FORM (dialog));
  dolen_app_test_assert_names (dialog);
  return DOLEN_SMALL_FORM (dialog);
}

static void
do_it (DolenWindow *window, DolenSmallForm *form)
{
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
}

static void
open_person (DolenWindow *window, const char *person)
{
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
}

static void
go_to_today (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
}

static void
test_a_concern_is_raised_at_any_moment_and_stays_first (void)
{
  DolenWindow *window;
  g_autofree char *person = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GPtrArray) concerns = NULL;
  DolenSmallForm *form;

  set_clock ("2026-05-04T09:00:00+01:00");
  window = dolen_people_test_window (NULL);
  person = dolen_people_test_add_person (window);
  open_person (window, person);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.concern", NULL);
  dolen_app_test_settle (window);
  form = form_over (window);
  /* Whom to ring stands there before anything is written. */
  g_assert_true (shows (GTK_WIDGET (form), "116 123"));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_choice (form, "kind", 3);
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "text", "Cuts on both arms");
  do_it (window, form);
  g_assert_true (shows (GTK_WIDGET (window), "self-harm: raised, no answer yet"));
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (window), "Refer to the Crisis Team…"));
  go_to_today (window);
  g_assert_true (shows (GTK_WIDGET (window), "Concerns (1)"));
  concerns = dolen_caseload_list_concerns (dolen_people_test_caseload (window), person);
  uid = g_strdup (((DolenConcern *) concerns->pdata[0])->uid);
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (window), "Go On"), "clicked");
  dolen_app_test_settle (window);
  form = form_over (window);
  dolen_small_form_set_choice (form, "step", DOLEN_CONCERN_STEP_REPORT);
  dolen_small_form_set_text (form, "to", "Crisis team");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_choice (form, "consent", 1);
  do_it (window, form);
  g_assert_true (shows (GTK_WIDGET (window), "reported, no answer yet"));
  form = DOLEN_SMALL_FORM (dolen_concern_step_form_new (dolen_window_get_session (window), uid));
  dolen_small_form_set_choice (form, "step", DOLEN_CONCERN_STEP_CLOSE);
  /* Never without an answer or a reason. */
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "words", "She is in hospital and safe");
  do_it (window, form);
  g_assert_false (shows (GTK_WIDGET (window), "Concerns (1)"));
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static void
add_risk_and_address (DolenWindow *window, const char *uid)
{
  g_autoptr (DolenPerson) person
             = dolen_caseload_get_person (dolen_people_test_caseload (window), uid);
  DolenRisk *risk = dolen_record_new (&dolen_risk_type);
  GError *error = NULL;

  risk->kind = g_strdup ("dog");
  risk->text = g_strdup ("big, loose in the yard");
  if (person->risks == NULL)
    person->risks = g_ptr_array_new ();
  g_ptr_array_add (person->risks, risk);
  g_free (person->address);
  person->address = g_strdup ("3 Heol y Bont");
  dolen_casework_person_update (
      dolen_session_get_casework (dolen_window_get_session (window)), person, NULL, &error);
  g_assert_no_error (error);
}

static void
test_the_risk_stands_before_the_address (void)
{
  DolenWindow *window;
  g_autofree char *person = NULL;
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  GtkWidget *address;
  DolenSmallForm *form;

  set_clock ("2026-05-04T09:00:00+01:00");
  window = dolen_people_test_window (NULL);
  person = dolen_people_test_add_person (window);
  add_risk_and_address (window, person);
  open_person (window, person);
  dolen_people_test_act (window, "person.appointment", NULL);
  dolen_app_test_settle (window);
  form = form_over (window);
  g_assert_true (dolen_appointment_form_set_kind (form, DOLEN_APPOINTMENT_HOME_VISIT));
  g_assert_true (shows (GTK_WIDGET (form), "big, loose in the yard"));
  place = dolen_small_form_dup_text (form, "place");
  g_assert_null (place);
  g_signal_emit_by_name (
      dolen_app_test_find_button (GTK_WIDGET (form), "I Have Read It: Show the Address"),
      "clicked");
  place = dolen_small_form_dup_text (form, "place");
  g_assert_cmpstr (place, ==, "3 Heol y Bont");
  dolen_small_form_set_text (form, "at", "9.30");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "back", "10:30");
  dolen_small_form_set_text (form, "told", "the office");
  do_it (window, form);
  g_assert_true (shows (GTK_WIDGET (window), "09:30, Mrs Quintavalle: home visit"));
  /* The page says it once, beneath the risks; the line of the visit does not. */
  address = dolen_app_test_find_label (GTK_WIDGET (window), "Heol y Bont");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (address)), "Address: "));
  planned = dolen_caseload_list_appointments (
      dolen_people_test_caseload (window), person, NULL, NULL, NULL);
  g_assert_cmpint (planned->len, ==, 1);
  /* The line of a list, which others may see, has no address. */
  line = dolen_appointment_line_sentence (planned->pdata[0], DOLEN_LANGUAGE_EN);
  g_assert_null (strstr (line, "Heol y Bont"));
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static void
test_who_is_late_back_is_said_until_they_say_so (void)
{
  DolenWindow *window;
  g_autofree char *person = NULL;
  g_autoptr (DolenAppointment) visit = NULL;
  g_autoptr (DolenAppointment) back = NULL;
  DolenSmallForm *form;
  GError *error = NULL;

  set_clock ("2026-05-04T12:00:00+01:00");
  window = dolen_people_test_window (NULL);
  person = dolen_people_test_add_person (window);
  visit = dolen_appointment_new (person);
  visit->at = g_strdup ("10:00");
  visit->expected_back = g_strdup ("11:00");
  visit->worker = g_strdup ("Non Jones");
  dolen_casework_appointment_add (
      dolen_session_get_casework (dolen_window_get_session (window)), visit, NULL, &error);
  g_assert_no_error (error);
  go_to_today (window);
  dolen_app_test_settle (window);
  g_assert_true (shows (GTK_WIDGET (window), "Not back yet: Non Jones, expected at 11:00"));
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (window), "I Am Back"), "clicked");
  dolen_app_test_settle (window);
  g_assert_false (shows (GTK_WIDGET (window), "Not back yet"));
  form = DOLEN_SMALL_FORM (
      dolen_appointment_outcome_form_new (dolen_window_get_session (window), visit->uid));
  dolen_small_form_set_text (form, "minutes", "an hour");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "minutes", "45");
  do_it (window, form);
  back = dolen_caseload_get_appointment (dolen_people_test_caseload (window), visit->uid);
  g_assert_cmpint (back->state, ==, DOLEN_APPOINTMENT_DONE);
  g_assert_cmpstr (back->back_at, ==, "12:00");
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static void
test_what_the_scheme_bars_is_not_offered (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GSettings *settings = dolen_session_get_settings (session);
  g_autofree char *person = dolen_people_test_add_person (window);
  DolenSmallForm *form;

  g_settings_set_string (settings, "scheme-home-visit", "no");
  g_settings_set_string (settings, "scheme-accompany", "ask-lead");
  form = DOLEN_SMALL_FORM (dolen_appointment_form_new (session, person));
  g_assert_false (dolen_appointment_form_set_kind (form, DOLEN_APPOINTMENT_HOME_VISIT));
  g_assert_true (dolen_appointment_form_set_kind (form, DOLEN_APPOINTMENT_ACCOMPANY));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "lead", "Gwen");
  g_assert_true (dolen_small_form_act (form));
  g_settings_reset (settings, "scheme-home-visit");
  g_settings_reset (settings, "scheme-accompany");
  dolen_app_test_close (window);
}

static void
test_the_calendar_file_holds_no_name_and_the_card_is_theirs (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *folder = g_dir_make_tmp ("dolen-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "appointments.ics", NULL);
  g_autofree char *text = NULL;
  g_autoptr (DolenAppointment) call = dolen_appointment_new (person);
  GtkWindow *card;
  GError *error = NULL;

  call->kind = DOLEN_APPOINTMENT_PHONE;
  dolen_casework_appointment_add (dolen_session_get_casework (session), call, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      dolen_calendar_save (session, path, &(DolenCalendarChoice){ FALSE, FALSE }, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, call->uid));
  g_assert_null (strstr (text, "Quintavalle"));
  card = dolen_appointment_card_window_new (session, call->uid);
  g_assert_null (strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (card)), "Quintavalle"));
  gtk_window_destroy (card);
  gtk_window_destroy (dolen_calendar_form_new (session, NULL));
  dolen_session_lock (session);
  g_assert_false (
      dolen_calendar_save (session, path, &(DolenCalendarChoice){ FALSE, FALSE }, &error));
  g_clear_error (&error);
  g_remove (path);
  g_rmdir (folder);
  dolen_app_test_close (window);
}

static gboolean
find_text_view (GtkWidget *widget, gpointer found)
{
  GtkWidget **view = found;

  if (*view == NULL && GTK_IS_TEXT_VIEW (widget))
    *view = widget;
  return *view == NULL;
}

static void
write_crisis (DolenWindow *window, const char *text)
{
  GtkWidget *page
      = dolen_papers_page_new (dolen_session_get_settings (dolen_window_get_session (window)));
  GtkWidget *view = NULL;

  g_object_ref_sink (page);
  dolen_app_test_walk (page, find_text_view, &view);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  g_object_unref (page);
}

/* Narrower than a telephone in either language; what is written is what papers end with. */
static void
test_the_schemes_pages_fit_and_take_effect (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GSettings *settings = dolen_session_get_settings (dolen_window_get_session (window));
  g_autofree char *crisis = NULL;

  for (int language = 0; language < DOLEN_N_LANGUAGES; language++) {
    GtkWidget *dialog;
    int least;

    dolen_language_switch (language);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
    dolen_app_test_settle (window);
    dialog = dolen_people_test_dialog (window);
    dolen_app_test_assert_names (dialog);
    gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, 360);
    gtk_window_destroy (GTK_WINDOW (dialog));
  }
  dolen_language_switch (DOLEN_LANGUAGE_EN);
  write_crisis (window, "Ring the pretend crisis house.");
  crisis = g_settings_get_string (settings, "scheme-crisis-en");
  g_assert_cmpstr (crisis, ==, "Ring the pretend crisis house.");
  g_assert_cmpstr (dolen_scheme_get_crisis (dolen_casework_get_scheme (dolen_session_get_casework (
                                                dolen_window_get_session (window))),
                                            DOLEN_LANGUAGE_EN),
                   ==,
                   crisis);
  /* The proposal typed in full is no text of their own. */
  write_crisis (window, dolen_scheme_get_crisis (NULL, DOLEN_LANGUAGE_EN));
  g_free (crisis);
  crisis = g_settings_get_string (settings, "scheme-crisis-en");
  g_assert_cmpstr (crisis, ==, "");
  dolen_app_test_close (window);
}

int
main (int argc, char **argv)
{
  dolen_app_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/app/concern/" #name, test_##name)
  ADD (a_concern_is_raised_at_any_moment_and_stays_first);
  ADD (the_risk_stands_before_the_address);
  ADD (who_is_late_back_is_said_until_they_say_so);
  ADD (what_the_scheme_bars_is_not_offered);
  ADD (the_schemes_pages_fit_and_take_effect);
  ADD (the_calendar_file_holds_no_name_and_the_card_is_theirs);
#undef ADD
  return dolen_app_test_run ();
}
