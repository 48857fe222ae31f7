/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-outcome-forms.h"
#include "app/casework/dolen-follow-up-form.h"
#include "base/dolen-time.h"

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

/* Away and back: Today looks again whenever it is shown. */
static void
come_back (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
}

/* A Monday, so that working days are easy to count. */
static void
set_monday (void)
{
  gint64 moment = 0;

  dolen_instant_of_iso ("2026-05-04T09:00:00+01:00", &moment);
  dolen_time_set_fixed (moment);
}

static void
finish_first (DolenWindow *window, DolenSmallForm **form)
{
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (window), "Record the Call");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
  *form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  dolen_app_test_assert_names (GTK_WIDGET (*form));
}

static void
test_four_working_days_later_today_says_whom_to_ring (void)
{
  DolenWindow *window;
  g_autofree char *service = NULL;
  g_autofree char *person = NULL;
  g_autofree char *referral = NULL;
  g_autoptr (DolenReferral) stored = NULL;
  DolenSmallForm *form;

  set_monday ();
  window = dolen_people_test_window (NULL);
  service = dolen_people_test_add_service (window);
  person = dolen_people_test_add_person (window);
  referral = dolen_people_test_send (window, person, service);
  come_back (window);
  g_assert_false (shows (window, "Overdue"));
  dolen_people_test_days_later (4);
  come_back (window);
  g_assert_true (shows (window, "Overdue (1)"));
  g_assert_true (shows (window, "Ring Glan-yr-afon Lunch Club: no answer to referral D-1001"));
  finish_first (window, &form);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "01632 960150"));
  dolen_small_form_set_choice (form, "answer", DOLEN_ANSWER_ACCEPTED);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "Overdue (1)"));
  stored = dolen_caseload_get_referral (dolen_people_test_caseload (window), referral);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_ACCEPTED);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Overdue (1)"));
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static void
test_a_call_without_an_answer_is_tried_again_later (void)
{
  DolenWindow *window;
  g_autofree char *service = NULL;
  g_autofree char *person = NULL;
  g_autofree char *referral = NULL;
  g_autoptr (GPtrArray) left = NULL;
  DolenSmallForm *form;

  set_monday ();
  window = dolen_people_test_window (NULL);
  service = dolen_people_test_add_service (window);
  person = dolen_people_test_add_person (window);
  referral = dolen_people_test_send (window, person, service);
  g_assert_nonnull (referral);
  dolen_people_test_days_later (4);
  come_back (window);
  finish_first (window, &form);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  left = dolen_caseload_list_follow_ups (
      dolen_people_test_caseload (window), person, "2026-05-08", NULL);
  g_assert_cmpuint (left->len, ==, 2);
  /* Six working days after it was sent. */
  g_assert_cmpstr (((DolenDue *) g_ptr_array_index (left, 0))->follow_up->due, ==, "2026-05-12");
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static void
test_a_check_that_finds_them_going_is_done (void)
{
  DolenWindow *window;
  g_autofree char *service = NULL;
  g_autofree char *person = NULL;
  g_autofree char *referral = NULL;
  g_autoptr (DolenReferral) stored = NULL;
  g_autoptr (GError) error = NULL;
  DolenSmallForm *form;

  set_monday ();
  window = dolen_people_test_window (NULL);
  service = dolen_people_test_add_service (window);
  person = dolen_people_test_add_person (window);
  referral = dolen_people_test_send (window, person, service);
  dolen_casework_referral_record (dolen_session_get_casework (dolen_window_get_session (window)),
                                  referral,
                                  DOLEN_REFERRAL_ACCEPTED,
                                  NULL,
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  dolen_people_test_days_later (28);
  come_back (window);
  g_assert_true (shows (window, "28-day check"));
  finish_first (window, &form);
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_choice (form, "answer", DOLEN_GOING_ON);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  stored = dolen_caseload_get_referral (dolen_people_test_caseload (window), referral);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_ATTENDING);
  /* What is done leaves them with nothing: Today says so until the next step is planned. */
  g_assert_true (shows (window, "Nothing Is Planned (1)"));
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

static void
test_drafts_waiting_for_consent_stand_on_today (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autoptr (DolenReferral) draft = dolen_referral_new (person, DOLEN_REFERRAL);
  g_autoptr (GError) error = NULL;

  draft->service = g_strdup (service);
  draft->service_name = g_strdup ("Glan-yr-afon Lunch Club");
  dolen_casework_referral_draft (
      dolen_session_get_casework (dolen_window_get_session (window)), draft, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Drafts (1)"));
  g_assert_false (shows (window, "Waiting until they agree: "));
  dolen_people_test_unfold (window);
  g_assert_true (shows (window, "Waiting until they agree: " DOLEN_TEST_CALLED));
  dolen_people_test_act (window, "today.go-on", g_variant_new_string (draft->uid));
  g_assert_nonnull (dolen_people_test_dialog (window));
  dolen_app_test_close (window);
}

/* Of a form that is about nobody there is no page to go to instead. */
static void
test_every_draft_about_nobody_opens_its_form (void)
{
  static const char *const kinds[] = { "slip", "calendar", "numbers" };
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    dolen_draft_save (dolen_session_get_casework (dolen_window_get_session (window)),
                      kinds[i],
                      NULL,
                      "{}",
                      &error);
    g_assert_no_error (error);
    come_back (window);
    dolen_people_test_unfold (window);
    g_assert_false (shows (window, "Something being written"));
    dolen_people_test_act (
        window, "today.draft", g_variant_new ("(sms)", kinds[i], (const char *) NULL));
    g_assert_true (DOLEN_IS_SMALL_FORM (dolen_people_test_dialog (window)));
    gtk_window_close (GTK_WINDOW (dolen_people_test_dialog (window)));
    dolen_app_test_settle (window);
  }
  dolen_app_test_close (window);
}

static void
test_nobody_is_left_without_a_next_step (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autoptr (GError) error = NULL;
  GtkWidget *form;

  dolen_db_exec (
      dolen_caseload_get_db (dolen_people_test_caseload (window)), "DELETE FROM follow_up", &error);
  g_assert_no_error (error);
  come_back (window);
  g_assert_true (shows (window, "Nothing Is Planned (1)"));
  dolen_people_test_act (window, "today.plan", g_variant_new_string (person));
  form = dolen_people_test_dialog (window);
  g_assert_true (DOLEN_IS_SMALL_FORM (form));
  g_assert_true (dolen_small_form_act (DOLEN_SMALL_FORM (form)));
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "Nothing Is Planned"));
  dolen_app_test_close (window);
}

static void
test_what_came_back_is_said (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, person, service);
  g_autoptr (GError) error = NULL;

  come_back (window);
  g_assert_false (shows (window, "What Came Back"));
  dolen_casework_referral_record (dolen_session_get_casework (dolen_window_get_session (window)),
                                  referral,
                                  DOLEN_REFERRAL_ACCEPTED,
                                  NULL,
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  come_back (window);
  g_assert_true (shows (window, "What Came Back (1)"));
  dolen_people_test_unfold (window);
  g_assert_true (shows (window, ": accepted (" DOLEN_TEST_CALLED ")"));
  dolen_people_test_act (window, "today.person", g_variant_new_string (person));
  dolen_app_test_settle (window);
  g_assert_cmpstr (dolen_session_get_person (dolen_window_get_session (window)), ==, person);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/today/" #name, test_##name)
  TEST (four_working_days_later_today_says_whom_to_ring);
  TEST (a_call_without_an_answer_is_tried_again_later);
  TEST (a_check_that_finds_them_going_is_done);
  TEST (drafts_waiting_for_consent_stand_on_today);
  TEST (every_draft_about_nobody_opens_its_form);
  TEST (nobody_is_left_without_a_next_step);
  TEST (what_came_back_is_said);
#undef TEST
  return dolen_app_test_run ();
}
