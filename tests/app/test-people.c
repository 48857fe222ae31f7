/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-person-window.h"
#include "app/casework/dolen-reason-choice.h"
#include "app/casework/dolen-small-form.h"

#include <string.h>

static void
open_page (DolenWindow *window, const char *person)
{
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
}

/* A part of the page: "now", "record", "timeline". */
static void
turn_to (DolenWindow *window, const char *part)
{
  dolen_people_test_act (window, "person.part", g_variant_new_string (part));
  dolen_app_test_settle (window);
}

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static void
test_a_person_is_added_and_their_page_opens (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Nobody Here Yet"));
  dolen_people_test_act (window, "people.add", NULL);
  dialog = dolen_people_test_dialog (window);
  dolen_app_test_assert_names (dialog);
  g_assert_false (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  g_assert_nonnull (dolen_app_test_find_label (dialog, "A name is needed"));
  gtk_editable_set_text (GTK_EDITABLE (dolen_app_test_find_id (dialog, "name_row")),
                         DOLEN_TEST_CANARY);
  g_assert_true (dolen_person_window_save (DOLEN_PERSON_WINDOW (dialog)));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, DOLEN_TEST_CANARY));
  g_assert_true (shows (window, "ask today"));
  g_assert_nonnull (dolen_session_get_person (session));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Dolen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  dolen_app_test_close (window);
}

static GtkWidget *
open_adding (DolenWindow *window)
{
  dolen_people_test_act (window, "people.add", NULL);
  return dolen_people_test_dialog (window);
}

static void
test_a_form_that_is_closed_keeps_what_was_typed (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GtkWidget *dialog, *name;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  gtk_window_close (GTK_WINDOW (open_adding (window)));
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "What was typed is kept"));
  dialog = open_adding (window);
  g_assert_null (dolen_app_test_find_button (dialog, "Start Afresh"));
  gtk_editable_set_text (GTK_EDITABLE (dolen_app_test_find_id (dialog, "name_row")),
                         DOLEN_TEST_CANARY);
  gtk_window_close (GTK_WINDOW (dialog));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "What was typed is kept"));
  dialog = open_adding (window);
  name = dolen_app_test_find_id (dialog, "name_row");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, DOLEN_TEST_CANARY);
  g_signal_emit_by_name (dolen_app_test_find_button (dialog, "Start Afresh"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  gtk_window_close (GTK_WINDOW (dialog));
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_button (open_adding (window), "Start Afresh"));
  dolen_app_test_close (window);
}

static void
test_ways_not_to_use_stand_before_any_number (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GtkWidget *avoid, *safe;
  graphene_rect_t above, below;

  open_page (window, uid);
  avoid = dolen_app_test_find_label (GTK_WIDGET (window), "Do not use: Mobile");
  safe = dolen_app_test_find_label (GTK_WIDGET (window), "01632 960199");
  g_assert_nonnull (avoid);
  g_assert_nonnull (safe);
  g_assert_true (gtk_widget_compute_bounds (avoid, GTK_WIDGET (window), &above));
  g_assert_true (gtk_widget_compute_bounds (safe, GTK_WIDGET (window), &below));
  g_assert_cmpfloat (above.origin.y, <, below.origin.y);
  g_assert_true (shows (window, "Large print"));
  g_assert_true (shows (window, "Cooking"));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  dolen_app_test_close (window);
}

static void
test_a_note_is_written_taken_back_and_struck_through (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GtkWidget *view;

  open_page (window, uid);
  view = gtk_widget_get_ancestor (dolen_app_test_find_id (GTK_WIDGET (window), "text_view"),
                                  DOLEN_TYPE_NOTE_BOX);
  g_assert_false (dolen_note_box_save (DOLEN_NOTE_BOX (view)));
  dolen_note_box_set_text (DOLEN_NOTE_BOX (view), "She sang while she made the tea.");
  g_assert_true (dolen_note_box_save (DOLEN_NOTE_BOX (view)));
  turn_to (window, "timeline");
  g_assert_true (shows (window, "She sang while"));
  g_assert_false (shows (window, "taken back"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "taken back"));
  dolen_app_test_close (window);
}

static void
test_what_happened_is_recorded_with_a_reason_where_it_ends_badly (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, uid, service);
  DolenSmallForm *form;

  open_page (window, uid);
  g_assert_true (shows (window, "Glan-yr-afon Lunch Club"));
  dolen_people_test_act (window, "person.record", g_variant_new ("(ss)", referral, "accepted"));
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "agreed"));
  dolen_people_test_act (window, "person.record", g_variant_new ("(ss)", referral, "cancelled"));
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  g_assert_false (dolen_small_form_act (form));
  dolen_reason_choice_set (form, DOLEN_REFERRAL_CANCELLED, "no-longer");
  dolen_small_form_set_text (form, "on", "yesterday-ish");
  g_assert_false (dolen_small_form_act (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "is not a day"));
  dolen_small_form_set_text (form, "on", "");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "cancelled"));
  dolen_app_test_close (window);
}

/* Choosing in the list is pressing the button beside a name; here by its uid. */
static void
test_a_note_in_the_wrong_record_moves_to_the_right_one (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *wrong = dolen_people_test_add_person (window);
  g_autofree char *right = dolen_people_test_add_person (window);
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autoptr (DolenNote) note = dolen_note_new (wrong, NULL, "visit", "Met the cat.");
  g_autofree char *what = g_strconcat ("note/", note->uid, NULL);
  g_autoptr (GError) error = NULL;
  DolenSmallForm *form;

  dolen_casework_note_add (casework, note, NULL, &error);
  g_assert_no_error (error);
  open_page (window, wrong);
  turn_to (window, "timeline");
  g_assert_true (shows (window, "Met the cat."));
  dolen_people_test_act (window, "person.wrong-record", g_variant_new_string (what));
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  g_assert_false (dolen_small_form_act (form));
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_text (form, "known", right);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "Met the cat."));
  open_page (window, right);
  turn_to (window, "timeline");
  g_assert_true (shows (window, "Met the cat."));
  g_assert_true (shows (window, "in the wrong record"));
  dolen_app_test_close (window);
}

static void
test_a_letter_that_is_out_is_said_before_a_referral_moves (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *wrong = dolen_people_test_add_person (window);
  g_autofree char *right = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, wrong, service);
  g_autofree char *what = g_strconcat ("referral/", referral, NULL);
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  DolenSmallForm *form;

  dolen_casework_referral_given_out (casework, referral, "printed", DOLEN_TOLD_LETTER, NULL);
  open_page (window, wrong);
  g_assert_true (shows (window, "Glan-yr-afon Lunch Club"));
  dolen_people_test_act (window, "person.wrong-record", g_variant_new_string (what));
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "went out under another person"));
  dolen_small_form_set_text (form, "known", right);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "Glan-yr-afon Lunch Club"));
  open_page (window, right);
  g_assert_true (shows (window, "Glan-yr-afon Lunch Club"));
  dolen_app_test_close (window);
}

static void
test_words_are_corrected_and_disputed (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  g_autoptr (DolenNote) note = dolen_note_new (uid, NULL, "visit", "Has a dog.");
  g_autoptr (GPtrArray) lines = NULL;
  const char *event;
  DolenSmallForm *form;

  g_assert_true (dolen_casework_note_add (casework, note, NULL, NULL));
  open_page (window, uid);
  turn_to (window, "timeline");
  lines = dolen_caseload_list_timeline (
      dolen_casework_get_caseload (casework), uid, DOLEN_ENTRY_ALL, 1, NULL);
  event = ((DolenEntry *) lines->pdata[0])->event;
  dolen_people_test_act (window, "person.dispute", g_variant_new_string (event));
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "text", "It is my son’s dog");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "The person disputes this: It is my son’s dog"));
  dolen_people_test_act (window, "person.correct", g_variant_new_string (event));
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  /* It begins with what stands there. */
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "text", "Her son has a dog.");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Has a dog."));
  g_assert_true (shows (window, "Her son has a dog."));
  g_assert_true (shows (window, "Corrected on"));
  dolen_app_test_close (window);
}

static void
test_died_stops_everything_in_one_act_and_can_be_undone (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *uid = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, uid, service);
  DolenSmallForm *form;

  g_assert_nonnull (referral);
  open_page (window, uid);
  g_assert_true (shows (window, "28-day check"));
  dolen_people_test_act (window, "person.died", NULL);
  form = DOLEN_SMALL_FORM (dolen_people_test_dialog (window));
  dolen_small_form_set_text (form, "note", "Her daughter rang");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Every reminder about them has stopped"));
  g_assert_false (shows (window, "28-day check"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "28-day check"));
  dolen_app_test_close (window);
}

static void
test_the_list_is_searched_however_a_name_is_spelt (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GtkWidget *entry;

  g_assert_nonnull (uid);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  entry = dolen_app_test_find_id (GTK_WIDGET (window), "search_entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "quintavale");
  g_signal_emit_by_name (entry, "search-changed");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, DOLEN_TEST_CALLED));
  gtk_editable_set_text (GTK_EDITABLE (entry), "somebody else");
  g_signal_emit_by_name (entry, "search-changed");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Nobody Found"));
  dolen_app_test_close (window);
}

static void
test_the_page_shows_one_part_at_a_time (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);

  open_page (window, uid);
  g_assert_true (shows (window, "What Is Next"));
  g_assert_false (shows (window, "First recorded"));
  turn_to (window, "record");
  g_assert_true (shows (window, "End foreseen"));
  g_assert_false (shows (window, "What Is Next"));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  turn_to (window, "timeline");
  g_assert_true (shows (window, "First recorded"));
  g_assert_false (shows (window, "End foreseen"));
  g_assert_true (shows (window, DOLEN_TEST_CALLED));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  dolen_app_test_close (window);
}

static void
test_another_language_keeps_the_page_and_what_is_typed (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GActionGroup *actions = G_ACTION_GROUP (dolen_app_test_application ());
  GtkWidget *view;
  g_autofree char *text = NULL;

  open_page (window, uid);
  view = gtk_widget_get_ancestor (dolen_app_test_find_id (GTK_WIDGET (window), "text_view"),
                                  DOLEN_TYPE_NOTE_BOX);
  dolen_note_box_set_text (DOLEN_NOTE_BOX (view), "Half a sent");
  turn_to (window, "record");
  g_action_group_activate_action (actions, "switch-language", NULL);
  dolen_app_test_settle (window);
  g_assert_true (shows (window, DOLEN_TEST_CALLED));
  g_assert_true (shows (window, "Rhagwelir y daw i ben"));
  view = gtk_widget_get_ancestor (dolen_app_test_find_id (GTK_WIDGET (window), "text_view"),
                                  DOLEN_TYPE_NOTE_BOX);
  text = dolen_note_box_dup_text (DOLEN_NOTE_BOX (view));
  g_assert_cmpstr (text, ==, "Half a sent");
  g_action_group_activate_action (actions, "switch-language", NULL);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/people/" #name, test_##name)
  TEST (a_person_is_added_and_their_page_opens);
  TEST (a_form_that_is_closed_keeps_what_was_typed);
  TEST (ways_not_to_use_stand_before_any_number);
  TEST (a_note_is_written_taken_back_and_struck_through);
  TEST (what_happened_is_recorded_with_a_reason_where_it_ends_badly);
  TEST (a_note_in_the_wrong_record_moves_to_the_right_one);
  TEST (a_letter_that_is_out_is_said_before_a_referral_moves);
  TEST (words_are_corrected_and_disputed);
  TEST (died_stops_everything_in_one_act_and_can_be_undone);
  TEST (the_list_is_searched_however_a_name_is_spelt);
  TEST (the_page_shows_one_part_at_a_time);
  TEST (another_language_keeps_the_page_and_what_is_typed);
#undef TEST
  return dolen_app_test_run ();
}
