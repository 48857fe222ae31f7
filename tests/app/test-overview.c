/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-gaps-form.h"
#include "app/casework/dolen-numbers-form.h"
#include "app/casework/dolen-small-form.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-gaps.h"

#include <glib/gstdio.h>
#include <string.h>

/* The look over the whole caseload on People. */

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static void
close_episode_tasks (DolenWindow *window)
{
  GError *error = NULL;

  dolen_db_exec (
      dolen_caseload_get_db (dolen_people_test_caseload (window)), "DELETE FROM follow_up", &error);
  g_assert_no_error (error);
}

static void
test_nobody_waits_unseen (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWidget *button;

  close_episode_tasks (window);
  dolen_people_test_days_later (9);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Nothing Is Planned (1)"));
  g_assert_true (shows (window, "Nothing is planned. 9 days without contact."));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  button = dolen_app_test_find_button (GTK_WIDGET (window), "Open");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
  g_assert_cmpstr (dolen_session_get_person (session), ==, person);
  g_assert_false (shows (window, "Nothing Is Planned (1)"));
  dolen_app_test_close (window);
}

static void
test_the_load_is_held_against_the_limit (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *first = dolen_people_test_add_person (window);
  g_autofree char *second = dolen_people_test_add_person (window);

  g_settings_set_int (dolen_session_get_settings (session), "scheme-load-limit", 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "of 1 at most"));
  g_assert_true (shows (window, "More than the scheme’s limit."));
  g_settings_reset (dolen_session_get_settings (session), "scheme-load-limit");
  dolen_app_test_close (window);
}

/* Who reports without names gets numbers, and only of days that are over. */
static void
test_numbers_for_a_report_name_nobody (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *folder = g_dir_make_tmp ("dolen-out-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "numbers.csv", NULL);
  g_autofree char *csv = NULL;
  GtkWindow *form = dolen_numbers_form_new (session, NULL);
  GError *error = NULL;

  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "Support began: how much: 0"));
  dolen_people_test_days_later (100);
  dolen_small_form_set_choice (DOLEN_SMALL_FORM (form), "period", 1);
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  gtk_window_destroy (form);
  form = dolen_numbers_form_new (session, NULL);
  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "Support began: how much: *"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), DOLEN_TEST_CANARY));
  gtk_window_destroy (form);
  g_assert_true (dolen_numbers_save (session, path, "2026-10-01", "2026-12-31", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_null (strstr (csv, DOLEN_TEST_CANARY));
  g_assert_nonnull (strstr (csv, "2026-12-31"));
  g_remove (path);
  g_assert_false (dolen_numbers_save (session, path, "2026-04-01", "2027-03-31", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  dolen_app_test_close (window);
}

static void
note_gap (DolenWindow *window, const char *person)
{
  DolenGap *gap = dolen_gap_new (person, NULL, "need", "debt");
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_free);
  GError *error = NULL;

  gap->name = g_strdup ("Debt advice");
  dolen_gap_set_place (gap, "SA48");
  g_ptr_array_add (gaps, gap);
  dolen_casework_gaps_note (
      dolen_session_get_casework (dolen_window_get_session (window)), person, gaps, NULL, &error);
  g_assert_no_error (error);
}

static GtkWindow *
present_gaps (DolenWindow *window)
{
  GtkWindow *form = dolen_gaps_form_new (dolen_window_get_session (window), NULL);

  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  return form;
}

/* What was looked for and not found, and never by whom. */
static void
test_gaps_name_nobody (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *folder = g_dir_make_tmp ("dolen-out-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gaps.csv", NULL);
  g_autofree char *csv = NULL;
  GtkWindow *form;
  GError *error = NULL;

  dolen_time_set_fixed (G_GINT64_CONSTANT (1793700000000)); /* 3 November 2026 */
  for (int i = 0; i < 11; i++) {
    g_autofree char *person = dolen_people_test_add_person (window);
    note_gap (window, person);
  }
  form = present_gaps (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), "SA48"));
  gtk_window_destroy (form);
  dolen_people_test_days_later (100);
  form = present_gaps (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "Debt advice, SA48"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "10"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), DOLEN_TEST_CANARY));
  gtk_window_destroy (form);
  g_assert_true (dolen_gaps_save (session, path, "2026-10-01", "2026-12-31", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_null (strstr (csv, DOLEN_TEST_CANARY));
  g_assert_nonnull (strstr (csv, "\"Debt advice\",\"SA48\",\"10\""));
  g_remove (path);
  g_assert_false (dolen_gaps_save (session, path, "2026-04-01", "2027-03-31", &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  dolen_app_test_close (window);
}

static void
test_a_gap_becomes_an_idea_and_a_group (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  DolenSmallForm *form;
  g_autoptr (DolenGapGroup) group = NULL;
  g_autofree char *person = dolen_people_test_add_person (window);

  note_gap (window, person);
  form = DOLEN_SMALL_FORM (dolen_gap_group_form_new (session, "need/debt/SA48"));
  dolen_window_present_dialog (GTK_WIDGET (window), GTK_WINDOW (form));
  dolen_small_form_set_choice (form, "state", DOLEN_GAP_STARTED);
  dolen_small_form_set_text (form, "group", "No such group anywhere");
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "They Looked for It"));
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_choice (form, "state", DOLEN_GAP_IDEA);
  dolen_small_form_set_text (form, "note", "A surgery in the library");
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), "They Looked for It"));
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  group
      = dolen_caseload_find_gap_group (dolen_people_test_caseload (window), "need", "debt", "SA48");
  g_assert_cmpint (group->state, ==, DOLEN_GAP_IDEA);
  g_assert_cmpstr (group->note, ==, "A surgery in the library");
  dolen_app_test_close (window);
}

static void
test_who_looked_for_it_is_opened (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWindow *gaps, *form;

  note_gap (window, person);
  gaps = present_gaps (window);
  form = dolen_gap_group_form_new (dolen_window_get_session (window), "need/debt/SA48");
  dolen_window_present_dialog (GTK_WIDGET (gaps), form);
  dolen_small_form_set_choice (DOLEN_SMALL_FORM (form), "state", DOLEN_GAP_STARTED);
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (form), "Open"), "clicked");
  dolen_app_test_settle (window);
  g_assert_cmpstr (dolen_session_get_person (dolen_window_get_session (window)), ==, person);
  dolen_app_test_close (window);
}

static void
test_it_is_gone_at_the_lock (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  g_assert_true (shows (window, DOLEN_TEST_CANARY));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_app_test_settle (window);
  g_assert_false (shows (window, DOLEN_TEST_CANARY));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/overview/nobody_waits_unseen", test_nobody_waits_unseen);
  g_test_add_func ("/overview/the_load_is_held_against_the_limit",
                   test_the_load_is_held_against_the_limit);
  g_test_add_func ("/overview/numbers_for_a_report_name_nobody",
                   test_numbers_for_a_report_name_nobody);
  g_test_add_func ("/overview/gaps_name_nobody", test_gaps_name_nobody);
  g_test_add_func ("/overview/a_gap_becomes_an_idea_and_a_group",
                   test_a_gap_becomes_an_idea_and_a_group);
  g_test_add_func ("/overview/who_looked_for_it_is_opened", test_who_looked_for_it_is_opened);
  g_test_add_func ("/overview/it_is_gone_at_the_lock", test_it_is_gone_at_the_lock);
  return dolen_app_test_run ();
}
