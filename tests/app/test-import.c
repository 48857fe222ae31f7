/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-desk-card.h"
#include "app/dolen-import-window.h"
#include "base/dolen-paths.h"
#include "directory/keeping/dolen-import-oddities.h"
#include "exchange/files/dolen-csv-fields.h"

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
test_few_changes_are_named (void)
{
  g_autofree char *path = write_feed (feed);
  g_auto (GStrv) parts = g_strsplit (feed, "Gardening", -1);
  g_autofree char *changed = g_strjoinv ("Allotment", parts);
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = present_import (window, path);

  gtk_window_destroy (dialog);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  dialog = present_import (window, path);
  g_assert_cmpstr (visible_page (dialog), ==, "report");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog),
                                               "Allotment: Name in English Gardening → Allotment"));
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
}

/* The combo of the column whose title begins so. */
static AdwComboRow *
find_column (GtkWindow *dialog, const char *title)
{
  GtkWidget *label = dolen_app_test_find_label (GTK_WIDGET (dialog), title);

  g_assert_nonnull (label);
  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

/* A table is shown before it comes in: what a column holds can be changed, and is kept. */
static void
test_a_table_is_looked_at_first (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "groups & more.csv", NULL);
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog;
  GtkWidget *button;

  g_assert_true (g_file_set_contents (
      path, "Club,What,Post code\nClwb Cinio,Soup,SY25 6HX\nGardening,Beds,zz\n", -1, NULL));
  dialog = present_import (window, path);
  g_assert_cmpstr (visible_page (dialog), ==, "table");
  DOLEN_WAIT_UNTIL (dolen_app_test_find_label (GTK_WIDGET (dialog), "Clwb Cinio") != NULL, 10000);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "Row 3, column “Post code”"));
  g_assert_cmpint (count_services (window), ==, 0);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  button = dolen_app_test_find_button (GTK_WIDGET (dialog), "Import");
  g_assert_true (gtk_widget_get_sensitive (button));
  /* Without a name nothing can come in, and it says so. */
  adw_combo_row_set_selected (find_column (dialog, "Club\n"), DOLEN_CSV_SKIP);
  DOLEN_WAIT_UNTIL (!gtk_widget_get_sensitive (button), 10000);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "No column of the table"));
  adw_combo_row_set_selected (find_column (dialog, "What\n"), DOLEN_CSV_NAME);
  DOLEN_WAIT_UNTIL (gtk_widget_get_sensitive (button), 10000);
  gtk_widget_activate (button);
  DOLEN_WAIT_UNTIL (g_strcmp0 (visible_page (dialog), "report") == 0, 10000);
  g_assert_cmpint (count_services (window), ==, 2);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "groups & more.csv"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog),
                                               "Rows of the table: 2. Services made of them: 2."));
  gtk_window_destroy (dialog);
  /* The next file of that name is read as this one was. */
  dialog = present_import (window, path);
  DOLEN_WAIT_UNTIL (dolen_app_test_find_label (GTK_WIDGET (dialog), "Soup") != NULL, 10000);
  g_assert_cmpuint (
      adw_combo_row_get_selected (find_column (dialog, "What\n")), ==, DOLEN_CSV_NAME);
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
}

static const char odd_feed[]
    = "[{\"id\": \"1\", \"name\": \"CLOSED - Clwb Cinio\", \"email\": \"a@example.net\", "
      "\"organization\": {\"id\": \"9\", \"name\": \"Neuadd Fach\"}, \"phone\": \"ring Gwen\"}]";

static DolenQueueItem *
read_oddity (DolenDirectory *directory)
{
  const DolenQueueQuery query = { .kinds = DOLEN_QUEUE_BIT (DOLEN_QUEUE_ODDITY), .limit = 1 };
  g_autoptr (DolenQueueList) list = NULL;
  g_autoptr (GError) error = NULL;

  list = dolen_queue_read (directory, &query, NULL, DOLEN_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return list->items->len > 0 ? g_ptr_array_steal_index (list->items, 0) : NULL;
}

static gboolean
is_closed (DolenDirectory *directory, const char *uid)
{
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, NULL);

  return service->status == DOLEN_SERVICE_DEFUNCT;
}

/* The report says what can be put right, and the queue does it. */
static void
test_a_name_that_says_closed_is_closed_in_one_click (void)
{
  g_autofree char *path = write_feed (odd_feed);
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = present_import (window, path);
  DolenSession *session = dolen_window_get_session (window);
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (DolenQueueItem) item = NULL;
  g_autoptr (DolenService) closed = NULL;
  GtkWindow *desk;

  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "To put right"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "The name says that it is"));
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
  item = read_oddity (directory);
  g_assert_nonnull (item);
  desk = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (desk, dolen_desk_card_new (session, item));
  dolen_window_present_dialog (GTK_WIDGET (window), desk);
  dolen_app_test_settle (window);
  gtk_widget_activate (dolen_app_test_find_button (GTK_WIDGET (desk), "Close the Listing"));
  DOLEN_WAIT_UNTIL (is_closed (directory, item->service), 10000);
  /* Why is kept in no language, and read in each. */
  closed = dolen_directory_get_service (directory, item->service, NULL);
  g_assert_cmpstr (closed->closed_reason, ==, "name-says-closed");
  g_assert_cmpstr (dolen_closed_reason_text (closed->closed_reason, DOLEN_LANGUAGE_EN),
                   ==,
                   "The name says that it is closed");
  g_assert_cmpstr (
      dolen_closed_reason_text ("The cook left", DOLEN_LANGUAGE_CY), ==, "The cook left");
  g_assert_null (dolen_closed_reason_text (NULL, DOLEN_LANGUAGE_EN));
  gtk_window_destroy (desk);
  dolen_app_test_close (window);
}

static char *
write_table (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
import_shown_table (GtkWindow *dialog)
{
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (dialog), "Import");

  DOLEN_WAIT_UNTIL (gtk_widget_get_sensitive (button), 10000);
  gtk_widget_activate (button);
  DOLEN_WAIT_UNTIL (g_strcmp0 (visible_page (dialog), "report") == 0, 10000);
}

/* The same table under another name is offered as a newer copy, and comes in as one; what is not
 * read and who is not given out is said before and after. */
static void
test_a_renamed_table_is_a_newer_copy (void)
{
  static const char TABLE[] = "Name,Post code,Colour,Contact name,Tel\n"
                              "Clwb Cinio,SY25 6HX,Red,Ann Jones,01974 000000\n"
                              "Gardening,SY25 6HX,,,\n";
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *first = write_table (folder, "list.csv", TABLE);
  g_autofree char *renamed = write_table (folder, "list of march.csv", TABLE);
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = present_import (window, first);
  AdwComboRow *row;

  DOLEN_WAIT_UNTIL (dolen_app_test_find_label (GTK_WIDGET (dialog), "A table of its own") != NULL,
                    10000);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "Columns that are not read"));
  import_shown_table (dialog);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "Columns that were not read"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "1 contact of a person"));
  gtk_window_destroy (dialog);
  dialog = present_import (window, renamed);
  DOLEN_WAIT_UNTIL (
      dolen_app_test_find_label (GTK_WIDGET (dialog), "A newer copy of “list”") != NULL, 10000);
  row = ADW_COMBO_ROW (dolen_app_test_find_id (GTK_WIDGET (dialog), "source_row"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  gtk_switch_set_active (
      GTK_SWITCH (dolen_app_test_find_id (GTK_WIDGET (dialog), "given_out_switch")), TRUE);
  import_shown_table (dialog);
  g_assert_cmpint (count_services (window), ==, 2);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (dialog), "1 contact of a person"));
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
}

static const char three[]
    = "[{\"id\": \"11111111-0000-4000-8000-000000000001\", \"name\": \"Soup\"},"
      "{\"id\": \"11111111-0000-4000-8000-000000000002\", \"name\": \"Beds\"},"
      "{\"id\": \"11111111-0000-4000-8000-000000000003\", \"name\": \"Choir\"}]";

static void
click (GtkWindow *dialog, DolenWindow *window, const char *id)
{
  g_signal_emit_by_name (dolen_app_test_find_id (GTK_WIDGET (dialog), id), "clicked");
  dolen_app_test_settle (window);
}

/* So is a feed: nothing comes in before somebody says what it is, and a copy brings nothing twice.
 */
static void
test_a_renamed_feed_is_asked_about (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *first = write_table (folder, "list & more.json", three);
  g_autofree char *renamed = write_table (folder, "list of march.json", three);
  g_autofree char *other = write_table (folder, "list of april.json", three);
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog = present_import (window, first);

  g_assert_cmpstr (visible_page (dialog), ==, "report");
  gtk_window_destroy (dialog);
  dialog = present_import (window, renamed);
  g_assert_cmpstr (visible_page (dialog), ==, "copy");
  g_assert_nonnull (dolen_app_test_find_label (
      GTK_WIDGET (dialog), "3 of the 3 services in it came from “list & more” before"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (dialog))
                 == dolen_app_test_find_id (GTK_WIDGET (dialog), "copy_button"));
  g_assert_cmpint (count_services (window), ==, 3);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  dolen_app_test_assert_mnemonics (GTK_WIDGET (dialog));
  click (dialog, window, "copy_button");
  g_assert_cmpstr (visible_page (dialog), ==, "report");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "list & more"));
  g_assert_cmpint (count_services (window), ==, 3);
  gtk_window_destroy (dialog);
  dialog = present_import (window, other);
  click (dialog, window, "another_button");
  g_assert_cmpstr (visible_page (dialog), ==, "report");
  g_assert_cmpint (count_services (window), ==, 6);
  gtk_window_destroy (dialog);
  dolen_app_test_close (window);
}

/* Most of the table is missing: nothing is marked until somebody says that it is right. */
static void
test_a_loss_is_asked_about (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = NULL;
  g_autoptr (GString) text = g_string_new ("ID,Name\n");
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *dialog;
  GtkWidget *accept;

  for (int i = 0; i < 30; i++)
    g_string_append_printf (text, "%d,Group %d\n", i, i);
  path = write_table (folder, "many.csv", text->str);
  dialog = present_import (window, path);
  import_shown_table (dialog);
  gtk_window_destroy (dialog);
  g_free (write_table (folder, "many.csv", "ID,Name\n1,Group 1\n2,Group 2\n"));
  dialog = present_import (window, path);
  gtk_switch_set_active (GTK_SWITCH (dolen_app_test_find_id (GTK_WIDGET (dialog), "whole_switch")),
                         TRUE);
  import_shown_table (dialog);
  accept = dolen_app_test_find_id (GTK_WIDGET (dialog), "accept_button");
  g_assert_true (gtk_widget_get_visible (accept));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "More than half"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (dialog), "No longer in the feed"));
  gtk_widget_activate (accept);
  DOLEN_WAIT_UNTIL (
      dolen_app_test_find_label (GTK_WIDGET (dialog), "No longer in the feed") != NULL, 10000);
  g_assert_false (gtk_widget_get_visible (accept));
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
             = dolen_import_job_start (dolen_window_get_session (window), paths, NULL);

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
  g_test_add_func ("/import/few_changes_are_named", test_few_changes_are_named);
  g_test_add_func ("/import/a_table_is_looked_at_first", test_a_table_is_looked_at_first);
  g_test_add_func ("/import/a_name_that_says_closed_is_closed_in_one_click",
                   test_a_name_that_says_closed_is_closed_in_one_click);
  g_test_add_func ("/import/a_renamed_table_is_a_newer_copy", test_a_renamed_table_is_a_newer_copy);
  g_test_add_func ("/import/a_renamed_feed_is_asked_about", test_a_renamed_feed_is_asked_about);
  g_test_add_func ("/import/a_loss_is_asked_about", test_a_loss_is_asked_about);
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
