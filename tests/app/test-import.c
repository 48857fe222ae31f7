/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/dolen-import-window.h"
#include "base/dolen-paths.h"

#include <glib/gstdio.h>

static const char feed[]
    = "[{\"id\": \"1\", \"name\": \"Clwb Cinio\", \"organization\": {\"id\": \"9\", \"name\": "
      "\"Neuadd Fach\"}}, {\"id\": \"2\", \"name\": \"Gardening\", \"organization\": {\"id\": "
      "\"9\", \"name\": \"Neuadd Fach\"}}]";

static char *
write_feed (const char *text)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "feed.json", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static GtkWindow *
present_import (DolenWindow *window, const char *path)
{
  const char *paths[] = { path, NULL };
  GtkWindow *dialog = dolen_import_window_new (dolen_window_get_session (window), paths);

  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  dolen_app_test_settle (window);
  return dialog;
}

static const char *
visible_page (GtkWindow *dialog)
{
  GtkWidget *stack = dolen_app_test_find_id (GTK_WIDGET (dialog), "stack");
  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gint64
count_services (DolenWindow *window)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  DolenDirectoryCounts counts;
  g_autoptr (GError) error = NULL;

  dolen_directory_get_counts (directory, &counts, &error);
  g_assert_no_error (error);
  return counts.services;
}

static void
test_a_feed_comes_in_and_is_reported (void)
{
  g_autofree char *path = write_feed (feed);
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = present_import (window, path);

  g_assert_cmpstr (visible_page (dialog), ==, "report");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "New services"));
  g_assert_cmpint (count_services (window), ==, 2);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
}

static void
test_a_broken_feed_changes_nothing_and_says_where (void)
{
  g_autofree char *path = write_feed ("[{\"id\": \"1\", \"name\": \"Clwb");
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = present_import (window, path);

  g_assert_cmpstr (visible_page (dialog), ==, "failed");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "feed.json"));
  g_assert_cmpint (count_services (window), ==, 0);
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
}

static void
test_a_cancelled_import_changes_nothing (void)
{
  g_autofree char *path = write_feed (feed);
  const char *paths[] = { path, NULL };
  DolenWindow *window = dolen_app_test_window ();
  g_autoptr (DolenImportJob) job
             = dolen_import_job_start (dolen_window_get_session (window), paths);

  dolen_import_job_cancel (job);
  DOLEN_WAIT_UNTIL (dolen_import_job_is_finished (job), 10000);
  /* It may have been over before the cancel came; half of it there never is. */
  if (dolen_import_job_get_report (job) == NULL) {
    g_assert_error (dolen_import_job_get_error (job), G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (count_services (window), ==, 0);
  }
  dolen_app_test_close (window);
}

static void
test_closing_the_window_cancels_the_import (void)
{
  g_autofree char *path = write_feed (feed);
  const char *paths[] = { path, NULL };
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = dolen_import_window_new (dolen_window_get_session (window), paths);

  g_assert_cmpstr (visible_page (dialog), ==, "progress");
  gtk_window_destroy (dialog);
  dolen_app_test_settle (window);
  dolen_app_test_close (window);
}

static void
test_the_sample_opens_beside_the_profile_and_closes_again (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *sample_folder = g_strconcat (folder, "-sample", NULL);
  DolenWindow *window = dolen_app_test_window_in (folder);
  DolenSession *own = dolen_window_get_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  dolen_app_test_settle (window);
  g_assert_true (dolen_session_is_sample (dolen_window_get_session (window)));
  g_assert_cmpint (count_services (window), >=, 60);
  g_assert_true (dolen_session_is_empty (own));
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (window), "Close the Sample"));
  g_assert_cmpstr (dolen_shell_get_visible_name (dolen_window_get_shell (window)), ==, "find");
  g_assert_true (GTK_IS_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "practice records"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-sample", NULL);
  dolen_app_test_settle (window);
  g_assert_true (dolen_window_get_session (window) == own);
  g_assert_cmpint (count_services (window), ==, 0);
  dolen_app_test_close (window);
  dolen_test_remove_tree (sample_folder);
}

/* As dolenctl does it, to the same file. */
static gpointer
bring_in (DolenDirectory *directory, gpointer path, GCancellable *cancellable, GError **error)
{
  const char *paths[] = { path, NULL };
  DolenImportOptions options = { .complete = TRUE };
  g_autoptr (DolenImportReport) report
             = dolen_import_and_tag_sync (directory, paths, &options, error);

  g_assert_nonnull (report);
  return NULL;
}

static void
test_nothing_is_called_invented_beside_a_real_feed (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *sample_folder = g_strconcat (folder, "-sample", NULL);
  g_autofree char *path = write_feed (feed);
  DolenWindow *window = dolen_app_test_window_in (folder);
  const DolenSessionJob job = { "bring in", G_PRIORITY_HIGH, bring_in, path };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "nothing in it is real"));
  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "nothing in it is real"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-sample", NULL);
  dolen_app_test_settle (window);
  dolen_app_test_close (window);
  dolen_test_remove_tree (sample_folder);
}

static void
test_a_feed_never_enters_the_sample (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *sample_folder = g_strconcat (folder, "-sample", NULL);
  g_autofree char *path = write_feed (feed);
  DolenWindow *window = dolen_app_test_window_in (folder);
  DolenSession *own = dolen_window_get_session (window);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  dolen_app_test_settle (window);
  dialog = present_import (window, path);
  g_assert_cmpstr (visible_page (dialog), ==, "where");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (dialog))
                 == dolen_app_test_find_id (GTK_WIDGET (dialog), "own_button"));
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  g_signal_emit_by_name (dolen_app_test_find_id (GTK_WIDGET (dialog), "own_button"), "clicked");
  g_assert_true (dolen_window_get_session (window) == own);
  dolen_app_test_settle (window);
  g_assert_cmpstr (visible_page (dialog), ==, "report");
  g_assert_cmpint (count_services (window), ==, 2);
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
  dolen_test_remove_tree (sample_folder);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/import/a_feed_comes_in_and_is_reported", test_a_feed_comes_in_and_is_reported);
  g_test_add_func ("/import/a_broken_feed_changes_nothing_and_says_where",
                   test_a_broken_feed_changes_nothing_and_says_where);
  g_test_add_func ("/import/a_cancelled_import_changes_nothing",
                   test_a_cancelled_import_changes_nothing);
  g_test_add_func ("/import/nothing_is_called_invented_beside_a_real_feed",
                   test_nothing_is_called_invented_beside_a_real_feed);
  g_test_add_func ("/import/closing_the_window_cancels_the_import",
                   test_closing_the_window_cancels_the_import);
  g_test_add_func ("/import/the_sample_opens_beside_the_profile_and_closes_again",
                   test_the_sample_opens_beside_the_profile_and_closes_again);
  g_test_add_func ("/import/a_feed_never_enters_the_sample", test_a_feed_never_enters_the_sample);
  return dolen_app_test_run ();
}
