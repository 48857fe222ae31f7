/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-outcome-forms.h"
#include "app/casework/dolen-person-choices.h"
#include "app/casework/dolen-plan-forms.h"
#include "app/casework/dolen-reason-choice.h"
#include "app/casework/dolen-refer-details.h"
#include "app/casework/dolen-refer-targets.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-slip-form.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"
#include "casework/records/dolen-said.h"
#include "casework/records/dolen-slip.h"
#include "directory/dolen-worth-asking.h"

#include <string.h>

/* What goes out, in the window: the forms of its follow-ups, the choices, the slip. */

typedef struct {
  DolenWindow *window;
  DolenSession *session; /* not owned */
  char *service;
  char *person;
  char *referral;
} Fixture;

static void
set_up (Fixture *fixture)
{
  gint64 moment = 0;

  dolen_instant_of_iso ("2026-11-03T10:00:00Z", &moment);
  dolen_time_set_fixed (moment);
  fixture->window = dolen_people_test_window (NULL);
  fixture->session = dolen_window_get_session (fixture->window);
  fixture->service = dolen_people_test_add_service (fixture->window);
  fixture->person = dolen_people_test_add_person (fixture->window);
  fixture->referral = dolen_people_test_send (fixture->window, fixture->person, fixture->service);
}

static void
tear_down (Fixture *fixture)
{
  dolen_app_test_close (fixture->window);
  dolen_time_set_fixed (0);
  g_free (fixture->service);
  g_free (fixture->person);
  g_free (fixture->referral);
}

static void
step (Fixture *fixture, const DolenReferralStep *taken)
{
  g_autoptr (GError) error = NULL;

  dolen_casework_referral_step (
      dolen_session_get_casework (fixture->session), fixture->referral, taken, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (fixture->window);
}

static char *
find (Fixture *fixture, DolenFollowUpKind kind)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) all = dolen_caseload_list_follow_ups (
      dolen_people_test_caseload (fixture->window), fixture->person, today, NULL);

  for (guint i = 0; i < all->len; i++) {
    const DolenDue *due = g_ptr_array_index (all, i);

    if (due->follow_up->kind == kind)
      return g_strdup (due->follow_up->uid);
  }
  return NULL;
}

static DolenSmallForm *
present (Fixture *fixture, GtkWindow *form)
{
  g_assert_nonnull (form);
  dolen_window_present_dialog (GTK_WIDGET (fixture->window), form);
  dolen_app_test_settle (fixture->window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  return DOLEN_SMALL_FORM (form);
}

static DolenSmallForm *
open_kind (Fixture *fixture, DolenFollowUpKind kind)
{
  g_autofree char *uid = find (fixture, kind);

  g_assert_nonnull (uid);
  return present (fixture, dolen_follow_up_form_new (fixture->session, uid));
}

static void
act (Fixture *fixture, DolenSmallForm *form)
{
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (fixture->window);
}

static DolenReferral *
read_referral (Fixture *fixture)
{
  return dolen_caseload_get_referral (dolen_people_test_caseload (fixture->window),
                                      fixture->referral);
}

static void
add_said (GPtrArray *was, const char *state, const char *reason, const char *on)
{
  DolenSaid *said = dolen_record_new (&dolen_said_type);

  said->state = g_strdup (state);
  said->reason = g_strdup (reason);
  said->on = g_strdup (on);
  g_ptr_array_add (was, said);
}

/* As a merge leaves it: the later one stands in the record. */
static void
put_two_ends (Fixture *fixture)
{
  const DolenReferralStep declined = { .state = DOLEN_REFERRAL_DECLINED, .reason = "full" };
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenFollowUp) decide = dolen_follow_up_new (
      fixture->person, fixture->referral, DOLEN_FOLLOW_UP_NEEDS_DECISION, today);
  GError *error = NULL;

  step (fixture, &declined);
  decide->was = g_ptr_array_new ();
  add_said (decide->was, "completed", NULL, "2026-11-02");
  add_said (decide->was, "declined", "full", "2026-11-03");
  dolen_casework_follow_up_add (
      dolen_session_get_casework (fixture->session), decide, NULL, &error);
  g_assert_no_error (error);
}

static void
test_two_copies_differ (void)
{
  Fixture fixture;
  DolenSmallForm *form;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  put_two_ends (&fixture);
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_NEEDS_DECISION);
  g_assert_cmpuint (dolen_small_form_get_choice (form, "right"), ==, 1);
  dolen_small_form_set_choice (form, "right", 0);
  act (&fixture, form);
  stored = read_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_COMPLETED);
  g_assert_cmpstr (stored->completed_on, ==, "2026-11-02");
  g_assert_null (stored->declined_on);
  g_assert_null (find (&fixture, DOLEN_FOLLOW_UP_NEEDS_DECISION));
  tear_down (&fixture);
}

static void
test_an_answer_brings_the_first_session (void)
{
  Fixture fixture;
  DolenSmallForm *form;
  g_autofree char *check = NULL;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_NO_ANSWER);
  dolen_small_form_set_choice (form, "answer", DOLEN_ANSWER_ACCEPTED);
  dolen_small_form_set_text (form, "first", "10/11/2026");
  act (&fixture, form);
  check = find (&fixture, DOLEN_FOLLOW_UP_FIRST_SESSION);
  g_assert_nonnull (check);
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_FIRST_SESSION);
  dolen_small_form_set_choice (form, "answer", DOLEN_FIRST_WENT);
  act (&fixture, form);
  stored = read_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_STARTED);
  g_assert_cmpstr (stored->first_on, ==, "2026-11-10");
  g_assert_null (find (&fixture, DOLEN_FOLLOW_UP_FIRST_SESSION));
  tear_down (&fixture);
}

static DolenReferral *
send_to_volunteers (Fixture *fixture, const char *person)
{
  g_autoptr (DolenReferral) referral = dolen_referral_new (person, DOLEN_REFERRAL);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GError) error = NULL;

  referral->service = g_strdup ("volunteers");
  referral->service_name = g_strdup ("Friday Friends");
  referral->volunteer_run = TRUE;
  referral->consent = DOLEN_CONSENT_YES;
  referral->consent_on = g_strdup (today);
  dolen_casework_referral_send (
      dolen_session_get_casework (fixture->session), referral, NULL, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (fixture->window);
  return g_steal_pointer (&referral);
}

/* The form behind the line of Today that says @text. */
static DolenSmallForm *
open_line (Fixture *fixture, const char *text)
{
  GtkWidget *label = dolen_app_test_find_label (GTK_WIDGET (fixture->window), text);
  GtkWidget *button = dolen_app_test_find_button (
      gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW), "Record the Call");

  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (fixture->window);
  return DOLEN_SMALL_FORM (dolen_people_test_dialog (fixture->window));
}

/* Two people referred to a group that volunteers run: it is rung once, and each is answered for. */
static void
test_a_group_of_volunteers_is_rung_once (void)
{
  Fixture fixture;
  g_autoptr (DolenReferral) first = NULL;
  g_autoptr (DolenReferral) second = NULL;
  g_autoptr (DolenReferral) stored = NULL;
  g_autofree char *other = NULL;
  DolenSmallForm *form;

  set_up (&fixture);
  other = dolen_people_test_add_person (fixture.window);
  first = send_to_volunteers (&fixture, fixture.person);
  dolen_people_test_days_later (1); /* the first stands first */
  second = send_to_volunteers (&fixture, other);
  dolen_people_test_days_later (20);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.go", "s", "people");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.go", "s", "today");
  dolen_app_test_settle (fixture.window);
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (fixture.window), "no answer to 2 referrals"));
  form = open_line (&fixture, "no answer to 2 referrals");
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_choice (form, "answer", DOLEN_ANSWER_ACCEPTED);
  dolen_small_form_set_choice (form, "answer-1", DOLEN_ANSWER_WAITING);
  act (&fixture, form);
  g_assert_null (
      dolen_app_test_find_label (GTK_WIDGET (fixture.window), "no answer to 2 referrals"));
  stored = dolen_caseload_get_referral (dolen_people_test_caseload (fixture.window), first->uid);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_ACCEPTED);
  g_clear_pointer (&stored, dolen_referral_free);
  stored = dolen_caseload_get_referral (dolen_people_test_caseload (fixture.window), second->uid);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_WAITING);
  tear_down (&fixture);
}

static void
test_declining_needs_a_reason_that_fits (void)
{
  Fixture fixture;
  DolenSmallForm *form;
  g_autoptr (DolenReferral) stored = NULL;
  g_autofree char *next = NULL;

  set_up (&fixture);
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_NO_ANSWER);
  dolen_small_form_set_choice (form, "answer", DOLEN_ANSWER_DECLINED);
  g_assert_false (dolen_small_form_act (form));
  dolen_reason_choice_set (form, DOLEN_REFERRAL_DECLINED, "no-funds");
  act (&fixture, form);
  stored = read_referral (&fixture);
  g_assert_cmpstr (stored->reason, ==, "no-funds");
  next = find (&fixture, DOLEN_FOLLOW_UP_NEXT_CHOICE);
  g_assert_nonnull (next);
  tear_down (&fixture);
}

static void
test_a_wait_that_is_over_is_asked_about_again (void)
{
  const DolenReferralStep waiting = { .state = DOLEN_REFERRAL_WAITING, .wait_weeks = 1 };
  Fixture fixture;
  DolenSmallForm *form;
  g_autoptr (DolenReferral) stored = NULL;
  g_autofree char *again = NULL;
  g_autofree char *noted = NULL;

  set_up (&fixture);
  step (&fixture, &waiting);
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_WAIT_OVER);
  dolen_small_form_set_choice (form, "answer", DOLEN_WAIT_STILL);
  dolen_small_form_set_text (form, "weeks", "many");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "weeks", "4");
  act (&fixture, form);
  stored = read_referral (&fixture);
  g_assert_cmpint (stored->wait_told, ==, 4);
  again = find (&fixture, DOLEN_FOLLOW_UP_WAIT_OVER);
  g_assert_nonnull (again);
  noted = dolen_directory_get_longer_wait (dolen_session_get_directory (fixture.session),
                                           fixture.service);
  g_assert_cmpstr (noted, ==, "2026-11-03");
  tear_down (&fixture);
}

static void
test_who_did_not_come_may_be_paused_and_go_on (void)
{
  Fixture fixture;
  DolenSmallForm *form;
  g_autoptr (DolenReferral) paused = NULL;
  g_autoptr (DolenReferral) going = NULL;

  set_up (&fixture);
  form = present (&fixture, dolen_absent_record_form_new (fixture.session, fixture.referral));
  act (&fixture, form);
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_ABSENT);
  dolen_small_form_set_choice (form, "answer", DOLEN_ABSENT_PAUSED);
  dolen_small_form_set_text (form, "until", "1/12/2026");
  act (&fixture, form);
  paused = read_referral (&fixture);
  g_assert_cmpstr (paused->paused_on, ==, "2026-11-03");
  g_assert_cmpstr (paused->absences[0], ==, "2026-11-03");
  g_assert_null (find (&fixture, DOLEN_FOLLOW_UP_NO_ANSWER));
  form = open_kind (&fixture, DOLEN_FOLLOW_UP_PAUSED);
  dolen_small_form_set_choice (form, "answer", DOLEN_PAUSED_GOES_ON);
  act (&fixture, form);
  going = read_referral (&fixture);
  g_assert_null (going->paused_on);
  tear_down (&fixture);
}

static void
test_reopening_asks_why (void)
{
  const DolenReferralStep declined = { .state = DOLEN_REFERRAL_DECLINED, .reason = "full" };
  Fixture fixture;
  DolenSmallForm *form;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  step (&fixture, &declined);
  form = present (&fixture, dolen_referral_reopen_form_new (fixture.session, fixture.referral));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "note", "A place came free");
  act (&fixture, form);
  stored = read_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_SENT);
  g_assert_cmpstr (stored->reopen_note, ==, "A place came free");
  tear_down (&fixture);
}

static char *
choose (Fixture *fixture, const char *service)
{
  g_autoptr (DolenChoice) choice = dolen_choice_new (fixture->person);
  g_autoptr (GError) error = NULL;

  choice->service = g_strdup (service);
  choice->service_name = g_strdup (service);
  dolen_casework_choice_add (dolen_session_get_casework (fixture->session), choice, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (fixture->window);
  return g_strdup (choice->uid);
}

static void
test_choices_stand_in_their_order (void)
{
  Fixture fixture;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  set_up (&fixture);
  first = choose (&fixture, "Choir");
  second = choose (&fixture, "Allotment");
  dolen_page_go (GTK_WIDGET (fixture.window), "people", "person", fixture.person);
  dolen_app_test_settle (fixture.window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (fixture.window), "1. Choir"));
  dolen_people_test_act (fixture.window, "person.choice-sooner", g_variant_new_string (second));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (fixture.window), "1. Allotment"));
  dolen_people_test_act (fixture.window, "person.choice-set-aside", g_variant_new_string (second));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (fixture.window), "Allotment"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", "u", 0);
  dolen_app_test_settle (fixture.window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (fixture.window), "1. Allotment"));
  tear_down (&fixture);
}

static void
test_a_slip_opens_what_happened (void)
{
  Fixture fixture;
  DolenSmallForm *form;
  g_autoptr (DolenReferral) sent = NULL;
  g_autofree char *slip = NULL;
  GtkWidget *row;

  set_up (&fixture);
  sent = read_referral (&fixture);
  slip = dolen_slip_reference (sent->reference);
  form = present (&fixture, dolen_slip_form_new (fixture.session));
  dolen_small_form_set_text (form, "reference", sent->reference);
  g_assert_false (dolen_small_form_act (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "the letter"));
  dolen_small_form_set_text (form, "reference", slip);
  /* A scanner types into what has the focus, and then Enter. */
  row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (form)), ADW_TYPE_ENTRY_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, slip);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (form)), "activate");
  dolen_app_test_settle (fixture.window);
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (fixture.window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form)), ==, "What Happened");
  tear_down (&fixture);
}

static void
test_what_is_missing_is_said (void)
{
  g_autoptr (DolenReferral) referral = dolen_referral_new ("p", DOLEN_REFERRAL);
  g_auto (GStrv) all = dolen_refer_missing (referral);
  g_auto (GStrv) none = NULL;

  g_assert_cmpuint (g_strv_length (all), ==, 10);
  referral->consent = DOLEN_CONSENT_YES;
  dolen_referral_add_share_line (referral, "communication", "Large print", TRUE);
  referral->need_text = g_strdup ("Company at midday");
  referral->risk = DOLEN_RISK_NONE_KNOWN;
  referral->next_contact_by = g_strdup ("2026-11-10");
  referral->involved_until = g_strdup ("2026-12-24");
  referral->follow_up_told = referral->report_absence = TRUE;
  referral->may_return = g_strdup ("yes");
  referral->outcomes_shared = g_strdup ("no");
  none = dolen_refer_missing (referral);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpint (dolen_refer_parse_cost ("5"), ==, 500);
  g_assert_cmpint (dolen_refer_parse_cost (" £12.50 "), ==, 1250);
  g_assert_cmpint (dolen_refer_parse_cost ("five"), ==, -1);
  g_assert_cmpint (dolen_refer_parse_cost ("-5"), ==, -1);
  g_assert_cmpint (dolen_refer_parse_cost (NULL), ==, -1);
}

static void
test_back_to_the_gp_is_a_referral_without_a_group (void)
{
  Fixture fixture;
  GtkWindow *window;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const DolenReferral *sent = NULL;

  set_up (&fixture);
  window = dolen_refer_to_gp_new (fixture.session, fixture.person);
  dolen_window_present_dialog (GTK_WIDGET (fixture.window), window);
  dolen_app_test_settle (fixture.window);
  dolen_refer_window_set_consent (DOLEN_REFER_WINDOW (window), DOLEN_CONSENT_YES);
  text = dolen_refer_window_dup_text (DOLEN_REFER_WINDOW (window));
  g_assert_nonnull (strstr (text, "We are asking you to see somebody"));
  g_assert_null (strstr (text, "(null)"));
  g_assert_true (dolen_refer_window_send (DOLEN_REFER_WINDOW (window)));
  dolen_app_test_settle (fixture.window);
  all = dolen_caseload_list_records (dolen_people_test_caseload (fixture.window),
                                     &dolen_referral_type,
                                     fixture.person,
                                     "target = 'gp'");
  g_assert_cmpuint (all->len, ==, 1);
  sent = all->pdata[0];
  g_assert_null (sent->service);
  g_assert_cmpint (sent->state, ==, DOLEN_REFERRAL_SENT);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/outgoing/" #name, test_##name)
  TEST (an_answer_brings_the_first_session);
  TEST (a_group_of_volunteers_is_rung_once);
  TEST (declining_needs_a_reason_that_fits);
  TEST (a_wait_that_is_over_is_asked_about_again);
  TEST (who_did_not_come_may_be_paused_and_go_on);
  TEST (reopening_asks_why);
  TEST (two_copies_differ);
  TEST (choices_stand_in_their_order);
  TEST (a_slip_opens_what_happened);
  TEST (back_to_the_gp_is_a_referral_without_a_group);
  TEST (what_is_missing_is_said);
#undef TEST
  return dolen_app_test_run ();
}
