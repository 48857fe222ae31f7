/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-numbers-form.h"
#include "app/casework/dolen-small-form.h"
#include "base/dolen-error.h"

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
  g_test_add_func ("/overview/it_is_gone_at_the_lock", test_it_is_gone_at_the_lock);
  return dolen_app_test_run ();
}
