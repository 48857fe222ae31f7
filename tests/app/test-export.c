/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/out/dolen-export-window.h"
#include "app/directory/out/dolen-out-choice.h"
#include "app/directory/out/dolen-out-read.h"
#include "app/dolen-import-job.h"
#include "exchange/out/dolen-out-sources.h"

#include <glib/gstdio.h>
#include <string.h>

/* The directory written for others, on screen. */

static const char FEED[]
    = "{\"contents\":[{\"id\":\"g1\",\"name\":\"Open Group\",\"status\":\"active\","
      "\"contacts\":[{\"name\":\"Canary-Said-No\",\"phones\":[{\"number\":\"01632 960901\"}],"
      "\"x_dolen_contact_permission\":\"workers-only\"}],"
      "\"service_at_locations\":[{\"id\":\"l1\",\"location\":{\"id\":\"v1\",\"location_type\":"
      "\"physical\",\"name\":\"Canary-Refuge\",\"x_dolen_hide_address\":true}}]},"
      "{\"id\":\"g2\",\"name\":\"Choir\",\"status\":\"active\"},"
      "{\"id\":\"g3\",\"name\":\"Canary-Closed\",\"status\":\"defunct\"}]}";

/* A window whose directory holds that. */
static DolenWindow *
open_window (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "feed.json", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (DolenImportJob) job = NULL;

  g_assert_true (g_file_set_contents (path, FEED, -1, NULL));
  job = dolen_import_job_start (dolen_window_get_session (window), paths, NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_import_job_get_report (job));
  return window;
}

static DolenExportWindow *
present (DolenWindow *window, gboolean publishes)
{
  DolenSession *session = dolen_window_get_session (window);
  GtkWindow *dialog
      = publishes ? dolen_export_window_new_publish (session) : dolen_export_window_new (session);

  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  dolen_app_test_assert_mnemonics (GTK_WIDGET (dialog));
  g_assert_cmpstr (dolen_export_window_get_page (DOLEN_EXPORT_WINDOW (dialog)), ==, "choose");
  return DOLEN_EXPORT_WINDOW (dialog);
}

static void
wait_until_written (DolenExportWindow *dialog)
{
  DOLEN_WAIT_UNTIL (!g_str_equal (dolen_export_window_get_page (dialog), "progress"), 10000);
}

static void
assert_reported (DolenExportWindow *dialog)
{
  g_autofree char *text = dolen_export_window_dup_text (dialog);

  g_assert_cmpstr (dolen_export_window_get_page (dialog), ==, "done");
  g_assert_cmpstr (text,
                   ==,
                   "2 services written. Kept back: 1 service not listed or closed, 1 contact that "
                   "did not say yes, 1 hidden place.");
}

static void
test_a_file_is_written_and_what_stayed_is_told (void)
{
  DolenWindow *window = open_window ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  DolenExportWindow *dialog = present (window, FALSE);
  g_autofree char *found = NULL;
  g_autofree char *group = NULL;

  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "hidden addresses"));
  dolen_export_window_choose (dialog, DOLEN_EXPORT_HSDS);
  dolen_export_window_write (dialog, path);
  g_assert_cmpstr (dolen_export_window_get_page (dialog), ==, "progress");
  wait_until_written (dialog);
  assert_reported (dialog);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), path));
  group = dolen_test_find_in_tree (folder, "Open Group");
  found = dolen_test_find_in_tree (folder, "Canary");
  g_assert_cmpstr (group, ==, path);
  g_assert_null (found);
  gtk_window_destroy (GTK_WINDOW (dialog));
  dolen_app_test_close (window);
}

/* What is not ticked stays, it is said, and the next time it stands so for the same form. */
static void
test_whose_records_go_out_is_chosen (void)
{
  DolenWindow *window = open_window ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  DolenExportWindow *dialog = present (window, FALSE);
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));
  g_autoptr (GPtrArray) sources = dolen_out_sources_list (directory, NULL);
  const DolenOutSource *feed = sources->pdata[1];
  DolenOutChoice *choice = dolen_export_window_get_choice (dialog);
  g_auto (GStrv) kept = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "No licence is stated"));
  dolen_export_window_choose (dialog, DOLEN_EXPORT_HSDS);
  dolen_out_choice_tick (choice, feed->uid, FALSE);
  dolen_export_window_write (dialog, path);
  wait_until_written (dialog);
  text = dolen_export_window_dup_text (dialog);
  g_assert_nonnull (strstr (text, "2 services of sources not ticked"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = present (window, FALSE);
  choice = dolen_export_window_get_choice (dialog);
  dolen_export_window_choose (dialog, DOLEN_EXPORT_HSDS);
  kept = dolen_out_choice_get (choice);
  g_assert_false (g_strv_contains ((const char *const *) kept, feed->uid));
  dolen_out_choice_tick (choice, DOLEN_OUT_MADE_HERE, FALSE);
  dolen_export_window_write (dialog, path);
  g_assert_cmpstr (dolen_export_window_get_page (dialog), ==, "failed");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dolen_app_test_close (window);
}

static gpointer
want_credit (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_out_sources_list (directory, NULL);
  const DolenSourceLicence licence = { .attribution = (char *) "Reeves & Sons <maps>" };

  dolen_source_licence_set (
      directory, ((DolenOutSource *) sources->pdata[1])->uid, &licence, error);
  return NULL;
}

static void
test_what_a_source_wants_said_is_no_markup (void)
{
  DolenWindow *window = open_window ();
  DolenSessionJob job = { "credit", G_PRIORITY_DEFAULT, want_credit };
  DolenExportWindow *dialog;

  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_app_test_settle (window);
  dialog = present (window, FALSE);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "· Reeves & Sons <maps>"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dolen_app_test_close (window);
}

/* Keeps the worker waiting until it is let go. */
static gpointer
wait_for_it (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  GMutex *gate = data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  return NULL;
}

static void
test_cancelled_it_leaves_nothing (void)
{
  DolenWindow *window = open_window ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  DolenExportWindow *dialog = present (window, FALSE);
  DolenSessionJob job = { "wait", G_PRIORITY_DEFAULT, wait_for_it };
  g_autoptr (GDir) dir = NULL;
  GMutex gate;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  job.data = &gate;
  dolen_session_run (dolen_window_get_session (window), &job, NULL, NULL, NULL);
  dolen_export_window_write (dialog, path);
  dolen_export_window_cancel (dialog);
  g_mutex_unlock (&gate);
  wait_until_written (dialog);
  g_assert_cmpstr (dolen_export_window_get_page (dialog), ==, "choose");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_mutex_clear (&gate);
  gtk_window_destroy (GTK_WINDOW (dialog));
  dolen_app_test_close (window);
}

typedef struct {
  GMutex gate;
  gint begun; /* atomic */
  gboolean read_only, ended;
} Slow;

/* Reads until it is let go. */
static gpointer
read_slowly (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  Slow *slow = data;

  slow->read_only = dolen_db_is_read_only (dolen_directory_get_db (directory));
  g_atomic_int_set (&slow->begun, 1);
  g_mutex_lock (&slow->gate);
  g_mutex_unlock (&slow->gate);
  return NULL;
}

static void
on_slow_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  dolen_out_read_finish (DOLEN_SESSION (source), result, &error);
  g_assert_no_error (error);
  ((Slow *) user_data)->ended = TRUE;
}

static gpointer
save_something (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  *(gboolean *) data = !dolen_db_is_read_only (dolen_directory_get_db (directory));
  return NULL;
}

static void
test_a_save_does_not_wait_for_it (void)
{
  DolenWindow *window = open_window ();
  DolenSession *session = dolen_window_get_session (window);
  Slow slow = { 0 };
  gboolean saved = FALSE;
  DolenSessionJob reading = { "read", G_PRIORITY_DEFAULT, read_slowly, &slow };
  DolenSessionJob saving = { "save", G_PRIORITY_DEFAULT, save_something, &saved };
  g_autoptr (DolenWorker) worker = NULL;

  g_mutex_init (&slow.gate);
  g_mutex_lock (&slow.gate);
  worker = dolen_out_read (session, &reading, NULL, on_slow_cb, &slow);
  DOLEN_WAIT_UNTIL (g_atomic_int_get (&slow.begun), 10000);
  dolen_session_run (session, &saving, NULL, NULL, NULL);
  dolen_app_test_settle (window);
  g_assert_true (saved);
  g_assert_false (slow.ended);
  g_mutex_unlock (&slow.gate);
  DOLEN_WAIT_UNTIL (slow.ended, 10000);
  g_assert_true (slow.read_only);
  g_mutex_clear (&slow.gate);
  dolen_app_test_close (window);
}

static void
test_a_folder_that_holds_other_files_is_refused_in_words (void)
{
  DolenWindow *window = open_window ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *photo = g_build_filename (folder, "photo.jpg", NULL);
  DolenExportWindow *dialog = present (window, FALSE);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (photo, "x", -1, NULL));
  dolen_export_window_choose (dialog, DOLEN_EXPORT_HSDS_CSV);
  dolen_export_window_write (dialog, folder);
  wait_until_written (dialog);
  text = dolen_export_window_dup_text (dialog);
  g_assert_cmpstr (dolen_export_window_get_page (dialog), ==, "failed");
  g_assert_nonnull (strstr (text, "holds other files"));
  g_assert_nonnull (strstr (text, folder));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dolen_app_test_close (window);
}

static void
test_the_folder_published_to_is_remembered (void)
{
  DolenWindow *window = open_window ();
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *page = g_build_filename (folder, "services.json", NULL);
  DolenExportWindow *dialog = present (window, TRUE);
  GtkWidget *again;

  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (dialog), "Publish Again"));
  dolen_export_window_write (dialog, folder);
  wait_until_written (dialog);
  assert_reported (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpint (g_unlink (page), ==, 0);
  dialog = present (window, TRUE);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), folder));
  again = dolen_app_test_find_button (GTK_WIDGET (dialog), "Publish Again");
  g_assert_nonnull (again);
  g_signal_emit_by_name (again, "clicked");
  wait_until_written (dialog);
  assert_reported (dialog);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/app/export/" #name, test_##name)
  ADD (a_file_is_written_and_what_stayed_is_told);
  ADD (whose_records_go_out_is_chosen);
  ADD (what_a_source_wants_said_is_no_markup);
  ADD (cancelled_it_leaves_nothing);
  ADD (a_save_does_not_wait_for_it);
  ADD (a_folder_that_holds_other_files_is_refused_in_words);
  ADD (the_folder_published_to_is_remembered);
#undef ADD
  return dolen_app_test_run ();
}
