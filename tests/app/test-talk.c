/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-talk-test.h"

#include "app/dolen-find-page.h"
#include "app/find/dolen-hand-out-window.h"
#include "casework/dolen-casework-shortlist.h"
#include "casework/dolen-casework-tried.h"

/* A conversation begins, is left, and what came out of it is taken over. */

static void
test_the_view_is_all_there_is (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  const char *before;

  dolen_talk_test_talk_with (window, person);
  before = dolen_shell_get_visible_name (dolen_window_get_shell (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_session_toast (dolen_window_get_session (window), "A toast about " DOLEN_TEST_CALLED);
  dolen_app_test_settle (window);
  g_assert_cmpstr (dolen_shell_get_visible_name (dolen_window_get_shell (window)), ==, before);
  g_assert_null (dolen_people_test_dialog (window));
  g_assert_true (dolen_session_is_unlocked (dolen_window_get_session (window)));
  g_assert_false (dolen_talk_test_shows (window, DOLEN_TEST_CALLED));
  g_assert_false (dolen_talk_test_shows (window, "Quintavalle"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Dolen");
  dolen_app_test_close (window);
}

static void
test_leaving_asks_for_the_worker (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);

  dolen_talk_test_talk_with (window, person);
  dolen_talk_test_act (window, "talk.next");
  dolen_talk_test_click (window, "Art, music and making");
  dolen_talk_test_tap (window, "Music");
  gtk_window_close (GTK_WINDOW (window));
  dolen_app_test_settle (window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (dolen_talk_test_shows (window, "Please turn the screen back to your worker."));
  g_assert_true (dolen_session_is_unlocked (session));
  dolen_talk_test_click (window, "Go on talking");
  /* Ctrl+Q asks for them too. */
  g_action_group_activate_action (G_ACTION_GROUP (dolen_app_test_application ()), "quit", NULL);
  dolen_app_test_settle (window);
  g_assert_true (dolen_talk_test_shows (window, "Please turn the screen back to your worker."));
  g_assert_true (dolen_session_is_unlocked (session));
  dolen_talk_test_click (window, "I am the worker");
  /* Locked, and nothing of what was chosen is left to be seen. */
  g_assert_false (dolen_session_is_unlocked (session));
  g_assert_true (dolen_talk_test_shows (window, "Case Records Are Locked"));
  g_assert_true (
      dolen_talk_draft_says_nothing (dolen_talk_view_get_draft (dolen_talk_test_view (window))));
  g_assert_false (dolen_talk_test_shows (window, "Music"));
  dolen_people_test_unlock (window);
  g_assert_true (dolen_talk_test_shows (window, "What came out of the conversation"));
  g_assert_true (dolen_talk_test_shows (window, "1 interest more"));
  g_assert_true (dolen_talk_test_shows (window, "Music"));
  dolen_talk_test_click (window, "Take nothing over");
  g_assert_null (dolen_talk_test_view (window));
  g_assert_cmpstr (dolen_session_get_person (session), ==, person);
  dolen_app_test_close (window);
}

static DolenPerson *
record (DolenWindow *window, const char *person)
{
  return dolen_caseload_get_person (dolen_people_test_caseload (window), person);
}

static void
test_what_was_chosen_goes_into_the_record_and_back (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *choir = dolen_talk_test_fill_directory (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autoptr (DolenPerson) after = NULL;
  g_autoptr (DolenPerson) undone = NULL;
  g_autoptr (GPtrArray) list = NULL;

  dolen_talk_test_talk_with (window, person);
  dolen_talk_test_tap (window, "More company");
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "singing");
  dolen_talk_test_go_to (window, DOLEN_TALK_HINDERS);
  dolen_talk_test_tap (window, "I find stairs hard");
  dolen_talk_test_go_to (window, DOLEN_TALK_WHEN);
  dolen_talk_test_tap (window, "In the morning");
  dolen_talk_test_go_to (window, DOLEN_TALK_FOUND);
  dolen_talk_test_tap (window, "I would like that");
  dolen_talk_test_act (window, "talk.finish");
  dolen_talk_test_click (window, "I am the worker");
  dolen_people_test_unlock (window);
  g_assert_true (dolen_talk_test_shows (window, DOLEN_TALK_TEST_CHOIR));
  dolen_talk_test_click (window, "Take over into the record");
  g_assert_null (dolen_talk_test_view (window));
  after = record (window, person);
  dolen_talk_test_assert_list (after->interests, "cooking singing");
  dolen_talk_test_assert_list (after->needs, "loneliness");
  dolen_talk_test_assert_list (after->barriers, "stairs");
  dolen_talk_test_assert_list (
      after->free_times,
      "MO-morning TU-morning WE-morning TH-morning FR-morning SA-morning SU-morning");
  list = dolen_caseload_list_shortlist (dolen_people_test_caseload (window), person);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((DolenShortlisted *) g_ptr_array_index (list, 0))->service, ==, choir);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  undone = record (window, person);
  dolen_talk_test_assert_list (undone->interests, "cooking");
  dolen_talk_test_assert_list (undone->free_times, "");
  g_ptr_array_unref (list);
  list = dolen_caseload_list_shortlist (dolen_people_test_caseload (window), person);
  g_assert_cmpuint (list->len, ==, 0);
  dolen_app_test_close (window);
}

static void
test_what_they_would_not_is_marked (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *choir = dolen_talk_test_fill_directory (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autoptr (GPtrArray) tried = NULL;

  dolen_talk_test_talk_with (window, person);
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "canu");
  dolen_talk_test_go_to (window, DOLEN_TALK_FOUND);
  dolen_talk_test_tap (window, "I would like that");
  dolen_talk_test_tap (window, "Not for me");
  g_assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (dolen_talk_test_find_tile (window, "I would like that"))));
  dolen_talk_test_act (window, "talk.finish");
  dolen_talk_test_click (window, "I am the worker");
  dolen_people_test_unlock (window);
  dolen_talk_test_click (window, "Take over into the record");
  tried = dolen_caseload_list_tried (dolen_people_test_caseload (window), person);
  g_assert_cmpuint (tried->len, ==, 1);
  g_assert_cmpstr (((DolenTried *) g_ptr_array_index (tried, 0))->service, ==, choir);
  dolen_app_test_close (window);
}

static void
test_locking_meanwhile_loses_nothing_and_shows_nothing (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);

  dolen_talk_test_talk_with (window, person);
  dolen_talk_test_tap (window, "Help with money worries");
  dolen_session_lock (session);
  dolen_app_test_settle (window);
  g_assert_true (dolen_talk_test_shows (window, "Case Records Are Locked"));
  g_assert_false (dolen_talk_test_shows (window, "Help with money worries"));
  dolen_people_test_unlock (window);
  dolen_talk_test_click (window, "Go on with the conversation");
  g_assert_true (dolen_talk_draft_has (
      dolen_talk_view_get_draft (dolen_talk_test_view (window)), DOLEN_TERM_NEED, "money"));
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (dolen_talk_test_find_tile (window, "Help with money worries"))));
  dolen_app_test_close (window);
}

static void
test_a_conversation_cut_off_goes_on (void)
{
  g_autofree char *folder = dolen_test_folder ();
  DolenWindow *window = dolen_people_test_window (folder);
  g_autofree char *person = dolen_people_test_add_person (window);

  dolen_talk_test_talk_with (window, person);
  dolen_talk_test_tap (window, "Help with money worries");
  gtk_window_destroy (GTK_WINDOW (g_object_ref (window)));
  g_object_unref (window);
  window = dolen_app_test_window_in (folder);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
  dolen_people_test_unfold (window);
  g_assert_true (dolen_talk_test_shows (window, "A conversation: " DOLEN_TEST_CALLED));
  dolen_talk_test_click (window, "Go On");
  g_assert_nonnull (dolen_talk_test_view (window));
  g_assert_true (dolen_talk_draft_has (
      dolen_talk_view_get_draft (dolen_talk_test_view (window)), DOLEN_TERM_NEED, "money"));
  dolen_app_test_close (window);
}

static void
test_what_they_would_like_can_be_printed (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *choir = dolen_talk_test_fill_directory (window);

  dolen_talk_test_talk_on_find (window);
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "singing");
  dolen_talk_test_go_to (window, DOLEN_TALK_FOUND);
  dolen_talk_test_tap (window, "I would like that");
  dolen_talk_test_act (window, "talk.next");
  dolen_talk_test_click (window, "I am the worker");
  dolen_talk_test_click (window, "Print what they would like");
  g_assert_true (DOLEN_IS_HAND_OUT_WINDOW (dolen_people_test_dialog (window)));
  dolen_app_test_close (window);
}

static void
test_locking_with_nobody_named_keeps_it_in_memory (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);

  dolen_talk_test_talk_on_find (window);
  dolen_talk_test_tap (window, "More company");
  dolen_session_lock (dolen_window_get_session (window));
  dolen_app_test_settle (window);
  g_assert_false (dolen_talk_test_shows (window, "More company"));
  dolen_people_test_unlock (window);
  g_assert_true (dolen_talk_test_shows (window, "1 need more"));
  dolen_talk_test_click (window, "Take over into Find");
  g_assert_null (dolen_talk_test_view (window));
  dolen_app_test_close (window);
}

static void
test_without_case_records_leaving_is_free (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *choir = dolen_talk_test_fill_directory (window);
  DolenFindPage *page;

  dolen_talk_test_talk_on_find (window);
  dolen_talk_test_go_to (window, DOLEN_TALK_ENJOY);
  dolen_talk_test_type (window, "singing, no car");
  dolen_talk_test_act (window, "talk.finish");
  dolen_talk_test_click (window, "I am the worker");
  dolen_talk_test_click (window, "Take over into Find");
  g_assert_null (dolen_talk_test_view (window));
  page = DOLEN_FIND_PAGE (dolen_shell_get_visible_page (dolen_window_get_shell (window)));
  dolen_talk_test_assert_list (dolen_find_page_get_filters (page)->interests, "singing");
  dolen_talk_test_assert_list (dolen_find_page_get_filters (page)->barriers, "no-car");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  dolen_talk_test_assert_list (dolen_find_page_get_filters (page)->interests, "");
  dolen_talk_test_talk_on_find (window);
  g_assert_true (dolen_talk_view_leave (dolen_window_get_cover (window)));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/talk/" #name, test_##name)
  TEST (the_view_is_all_there_is);
  TEST (leaving_asks_for_the_worker);
  TEST (what_was_chosen_goes_into_the_record_and_back);
  TEST (what_they_would_not_is_marked);
  TEST (locking_meanwhile_loses_nothing_and_shows_nothing);
  TEST (a_conversation_cut_off_goes_on);
  TEST (what_they_would_like_can_be_printed);
  TEST (locking_with_nobody_named_keeps_it_in_memory);
  TEST (without_case_records_leaving_is_free);
#undef TEST
  return dolen_app_test_run ();
}
