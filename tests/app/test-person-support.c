/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-person-consents.h"
#include "app/casework/dolen-person-papers.h"
#include "casework/dolen-casework-consents.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/dolen-casework-incoming.h"
#include "reports/dolen-share-codes.h"

#include <glib/gstdio.h>
#include <string.h>

/* The spell of support in the window: goals, contacts, consents, the end. */

static void
open_page (DolenWindow *window, const char *person, const char *part)
{
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  dolen_people_test_act (window, "person.part", g_variant_new_string (part));
  dolen_app_test_settle (window);
}

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static DolenSmallForm *
press (DolenWindow *window, const char *button)
{
  GtkWidget *found = dolen_app_test_find_button (GTK_WIDGET (window), button);

  g_assert_nonnull (found);
  g_signal_emit_by_name (found, "clicked");
  dolen_app_test_settle (window);
  return DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
}

static DolenSmallForm *
close_support (DolenWindow *window)
{
  dolen_people_test_act (window, "person.close", NULL);
  dolen_app_test_settle (window);
  return DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
}

static void
finish (DolenWindow *window, DolenSmallForm *form)
{
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
}

static void
test_goals_are_set_scored_and_reviewed (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  DolenSmallForm *form;

  open_page (window, uid, "now");
  g_assert_true (shows (window, "No goals yet"));
  form = press (window, "Set Goals");
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_text (form, "goal-0", "To walk to the shop");
  dolen_small_form_set_choice (form, "first-0", 4);
  dolen_small_form_set_choice (form, "wanted-0", 9);
  finish (window, form);
  g_assert_true (shows (window, "To walk to the shop"));
  g_assert_true (shows (window, "3 of 10 at first. They would like 8."));
  open_page (window, uid, "record");
  form = press (window, "Review");
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_choice (form, "score-0", 7);
  finish (window, form);
  open_page (window, uid, "now");
  g_assert_true (shows (window, "3 of 10 at first, 6 now: higher."));
  dolen_app_test_close (window);
}

static void
test_a_contact_is_recorded_from_the_note_box (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, uid, service);
  GtkWidget *box, *toggle;
  g_autoptr (GPtrArray) notes = NULL;
  DolenTimeSpent spent;

  open_page (window, uid, "record");
  box = gtk_widget_get_ancestor (dolen_app_test_find_id (GTK_WIDGET (window), "text_view"),
                                 DOLEN_TYPE_NOTE_BOX);
  g_assert_false (gtk_widget_get_visible (dolen_app_test_find_id (box, "contact_box")));
  dolen_people_test_act (window, "person.contact", NULL);
  g_assert_true (gtk_widget_get_visible (dolen_app_test_find_id (box, "contact_box")));
  dolen_note_box_set_contact (DOLEN_NOTE_BOX (box), 2, DOLEN_ENCOUNTER_REACHED, 45, TRUE);
  dolen_note_box_set_text (DOLEN_NOTE_BOX (box), "She wants to go with a friend.");
  toggle = gtk_widget_get_first_child (dolen_app_test_find_id (box, "links_box"));
  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  dolen_app_test_assert_names (GTK_WIDGET (window));
  g_assert_true (dolen_note_box_save (DOLEN_NOTE_BOX (box)));
  dolen_app_test_settle (window);
  g_assert_true (
      dolen_caseload_time_spent (dolen_people_test_caseload (window), uid, NULL, &spent));
  g_assert_cmpint (spent.minutes[DOLEN_ENCOUNTER_VISIT], ==, 45);
  g_assert_cmpint (spent.sessions, ==, 1);
  notes = dolen_caseload_list_records (
      dolen_people_test_caseload (window), &dolen_note_type, uid, NULL);
  g_assert_cmpint (notes->len, ==, 1);
  g_assert_cmpstr (((DolenNote *) notes->pdata[0])->referral, ==, referral);
  g_assert_true (shows (window, "Home visit: 1 (45 min)"));
  g_assert_true (shows (window, "1 session used"));
  dolen_app_test_close (window);
}

/* What leaves holds what was agreed, and what left stands in the record. */
static void
test_the_message_to_the_referrer_is_shown_saved_and_recorded (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autoptr (DolenIncoming) incoming = dolen_incoming_new (uid);
  g_autoptr (GPtrArray) sent = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dolen-test-message.xml", NULL);
  g_autofree char *xml = NULL;
  GtkWidget *paper;
  GError *error = NULL;

  open_page (window, uid, "record");
  g_assert_null (dolen_referrer_paper_new (session, uid)); /* nobody referred them */
  incoming->source = g_strdup ("gp");
  incoming->source_name = g_strdup ("Meddygfa Bryn");
  g_assert_true (dolen_casework_incoming_add (
      dolen_session_get_casework (session), incoming, NULL, NULL, &error));
  g_assert_true (dolen_casework_incoming_take_up (
      dolen_session_get_casework (session), incoming->uid, NULL, &error));
  dolen_app_test_settle (window);
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (window), "Write to the Referrer"),
                         "clicked");
  dolen_app_test_settle (window);
  paper = dolen_people_test_dialog (window);
  dolen_app_test_assert_names (paper);
  g_assert_nonnull (strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (paper)),
                            "No agreement to share more than this is recorded."));
  g_assert_null (
      strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (paper)), DOLEN_TEST_CANARY));
  g_assert_true (
      dolen_letter_buttons_save (dolen_letter_buttons_find (paper), path, DOLEN_LETTER_XML));
  g_file_get_contents (path, &xml, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, "<Bundle xmlns=\"http://hl7.org/fhir\">"));
  g_assert_null (strstr (xml, DOLEN_TEST_CANARY));
  g_remove (path);
  sent = dolen_caseload_list_records (
      dolen_people_test_caseload (window), &dolen_message_type, uid, NULL);
  g_assert_cmpint (sent->len, ==, 1);
  g_assert_cmpstr (((DolenMessage *) sent->pdata[0])->given_out, ==, "exported");
  gtk_window_close (GTK_WINDOW (paper));
  dolen_app_test_close (window);
}

static void
test_a_consent_is_given_and_withdrawn (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  DolenSmallForm *form;

  open_page (window, uid, "record");
  g_assert_true (shows (window, "Nobody may be told anything yet"));
  form = press (window, "Add a Consent");
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_choice (form, "kind", 2);
  dolen_small_form_set_text (form, "name", "Her sister");
  g_assert_false (dolen_small_form_act (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "tick what may be told"));
  dolen_small_form_set_check (form, "line-4", TRUE);
  finish (window, form);
  g_assert_true (shows (window, "Her sister"));
  g_assert_true (shows (window, "In force until support ends"));
  form = press (window, "Withdraw");
  finish (window, form);
  g_assert_true (shows (window, "Withdrawn:"));
  open_page (window, uid, "now");
  g_assert_true (shows (window, "Sharing has ended: tell them"));
  dolen_app_test_close (window);
}

static void
test_support_closes_with_a_decision_on_each_referral (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, uid, service);
  DolenSmallForm *form;
  GtkWindow *letter;

  g_assert_nonnull (referral);
  open_page (window, uid, "record");
  form = close_support (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_false (dolen_small_form_act (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "choose why support closes"));
  dolen_small_form_set_choice (form, "reason", 1);
  g_assert_false (dolen_small_form_act (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "decide what becomes"));
  dolen_small_form_set_choice (form, "referral-0", DOLEN_LEAVING_COMPLETE);
  finish (window, form);
  letter = GTK_WINDOW (dolen_people_test_dialog (window));
  g_assert_true (DOLEN_IS_PAPER_WINDOW (letter)); /* offered by itself */
  g_assert_nonnull (strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (letter)),
                            "Our support for you closes"));
  gtk_window_close (letter);
  dolen_app_test_settle (window);
  g_assert_null (dolen_people_test_dialog (window)); /* nobody referred them */
  g_assert_true (shows (window, "Finished as planned"));
  g_assert_true (shows (window, "They may come back without a new referral until"));
  dolen_people_test_act (window, "person.close", NULL);
  dolen_app_test_settle (window);
  g_assert_null (dolen_people_test_dialog (window)); /* nothing is left to close */
  form = press (window, "They Come Back");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "why", "Lonely again");
  finish (window, form);
  g_assert_true (shows (window, "End foreseen"));
  g_assert_false (shows (window, "They Come Back"));
  g_assert_false (shows (window, "Support closed on"));
  dolen_app_test_close (window);
}

/* Somebody who was referred to us, and is supported. */
static char *
add_referred (DolenWindow *window)
{
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenIncoming) incoming = dolen_incoming_new (person->uid);
  g_autoptr (DolenMessage) told = dolen_message_new (person->uid);
  GError *error = NULL;

  person->name = g_strdup (DOLEN_TEST_CANARY);
  incoming->source = g_strdup ("gp");
  incoming->source_name = g_strdup ("Meddygfa Glan-yr-afon");
  incoming->reason = g_strdup ("Lonely");
  dolen_casework_incoming_add (casework, incoming, person, NULL, &error);
  g_assert_no_error (error);
  dolen_casework_incoming_take_up (casework, incoming->uid, NULL, &error);
  g_assert_no_error (error);
  told->incoming = g_strdup (incoming->uid);
  told->text = g_strdup ("Taken on.");
  told->given_out = g_strdup ("telephoned");
  dolen_casework_incoming_told (casework, told, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (person->uid);
}

/* No dead end: they are asked from the message, and it says more at once. */
static void
ask_and_agree (DolenWindow *window, GtkWidget *paper)
{
  GtkWidget *button = dolen_app_test_find_button (paper, "Ask Now");
  DolenShareConsent *consent;
  GError *error = NULL;
  g_autoptr (GPtrArray) incoming = dolen_caseload_list_records (
      dolen_people_test_caseload (window), &dolen_incoming_type, NULL, NULL);
  const DolenIncoming *first = incoming->pdata[0];

  g_assert_nonnull (button);
  g_assert_nonnull (strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (paper)),
                            "No agreement to share more"));
  consent = dolen_consent_new (first->person);
  consent->recipient_kind = g_strdup ("referrer");
  consent->recipient = g_strdup (first->uid);
  consent->recipient_name = g_strdup (first->source_name);
  consent->given_by = g_strdup ("person");
  dolen_share_lines_add (&consent->lines, DOLEN_SHARE_PROGRESS, "progress", TRUE);
  dolen_casework_consent_give (
      dolen_session_get_casework (dolen_window_get_session (window)), consent, NULL, &error);
  g_assert_no_error (error);
  dolen_consent_free (consent);
  g_assert_null (dolen_app_test_find_button (paper, "Ask Now"));
  g_assert_null (strstr (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (paper)),
                         "No agreement to share more"));
}

/* The letter, then the message; Today is not done while one of them waits. */
static void
test_closing_is_not_done_before_both_letters_are_written (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = add_referred (window);
  DolenSmallForm *form;
  GtkWidget *paper;

  open_page (window, uid, "record");
  form = close_support (window);
  dolen_small_form_set_choice (form, "reason", 1);
  finish (window, form);
  paper = dolen_people_test_dialog (window);
  g_assert_nonnull (dolen_app_test_find_label (paper, "Our support for you closes"));
  dolen_app_test_assert_names (paper);
  dolen_letter_buttons_copy (dolen_letter_buttons_find (paper));
  gtk_window_close (GTK_WINDOW (paper));
  dolen_app_test_settle (window);
  paper = dolen_people_test_dialog (window);
  g_assert_nonnull (paper);
  g_assert_nonnull (dolen_app_test_find_label (paper, "Meddygfa Glan-yr-afon"));
  gtk_window_close (GTK_WINDOW (paper));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "All Done"));
  g_assert_false (shows (window, "the letter to them"));
  g_assert_true (shows (window, "1 letter is still to be written"));
  paper = GTK_WIDGET (dolen_referrer_paper_new (dolen_window_get_session (window), uid));
  dolen_window_present_dialog (GTK_WIDGET (window), GTK_WINDOW (paper));
  ask_and_agree (window, paper);
  dolen_letter_buttons_copy (dolen_letter_buttons_find (paper));
  gtk_window_close (GTK_WINDOW (paper));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "All Done"));
  dolen_app_test_close (window);
}

static void
test_a_closing_letter_waits_in_today_until_none_is_needed (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  DolenSmallForm *form;
  GtkWidget *paper, *button;

  open_page (window, uid, "record");
  form = close_support (window);
  dolen_small_form_set_choice (form, "reason", 1);
  finish (window, form);
  gtk_window_close (GTK_WINDOW (dolen_people_test_dialog (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Support has closed: the letter to them: " DOLEN_TEST_CALLED));
  button = dolen_app_test_find_button (GTK_WIDGET (window), "Look at It");
  gtk_widget_activate_action_variant (
      button,
      gtk_actionable_get_action_name (GTK_ACTIONABLE (button)),
      gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)));
  dolen_app_test_settle (window);
  paper = dolen_people_test_dialog (window);
  button = dolen_app_test_find_button (paper, "No Letter Is Needed");
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
  g_assert_null (dolen_people_test_dialog (window));
  g_assert_true (shows (window, "All Done"));
  dolen_app_test_close (window);
}

static void
test_reminders_of_support_have_forms_of_their_own (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_open_episode (dolen_people_test_caseload (window), uid);
  g_autoptr (DolenEpisode) after = NULL;
  g_autoptr (GPtrArray) open = NULL;
  DolenSmallForm *form;

  dolen_episode_add_goal (episode, "To walk to the shop");
  g_assert_true (dolen_casework_episode_set (casework, episode, NULL, NULL));
  open_page (window, uid, "now");
  form = press (window, "Look Ahead");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "carry-on", "The walking group");
  finish (window, form);
  form = press (window, "Record It");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_choice (form, "first-0", 3);
  finish (window, form);
  after = dolen_caseload_get_open_episode (dolen_people_test_caseload (window), uid);
  g_assert_cmpstr (after->carry_on, ==, "The walking group");
  g_assert_cmpint (((DolenGoal *) after->goals->pdata[0])->first, ==, 2);
  open = dolen_caseload_list_records (
      dolen_people_test_caseload (window), &dolen_follow_up_type, uid, "state = 'open'");
  g_assert_cmpint (open->len, ==, 1); /* the review */
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/person-support/" #name, test_##name)
  TEST (goals_are_set_scored_and_reviewed);
  TEST (a_contact_is_recorded_from_the_note_box);
  TEST (the_message_to_the_referrer_is_shown_saved_and_recorded);
  TEST (a_consent_is_given_and_withdrawn);
  TEST (support_closes_with_a_decision_on_each_referral);
  TEST (closing_is_not_done_before_both_letters_are_written);
  TEST (a_closing_letter_waits_in_today_until_none_is_needed);
  TEST (reminders_of_support_have_forms_of_their_own);
#undef TEST
  return dolen_app_test_run ();
}
