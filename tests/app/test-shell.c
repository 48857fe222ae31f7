/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "language/dolen-language.h"

static const char *
visible_name (DolenWindow *window)
{
  return dolen_shell_get_visible_name (dolen_window_get_shell (window));
}

static void
test_the_window_opens_on_today_and_goes_away (void)
{
  DolenWindow *window = dolen_app_test_window ();

  g_assert_cmpstr (visible_name (window), ==, "today");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Dolen");
  dolen_app_test_close (window);
}

static void
test_actions_switch_the_place (void)
{
  DolenWindow *window = dolen_app_test_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  g_assert_cmpstr (visible_name (window), ==, "people");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "nowhere");
  g_assert_cmpstr (visible_name (window), ==, "people");
  dolen_page_go (GTK_WIDGET (dolen_window_get_shell (window)), "find", NULL, NULL);
  g_assert_cmpstr (visible_name (window), ==, "find");
  dolen_app_test_close (window);
}

static void
test_a_narrow_window_has_its_places_at_the_bottom (void)
{
  DolenWindow *window = dolen_app_test_window ();
  GtkWidget *bar = dolen_app_test_find_id (GTK_WIDGET (window), "switcher_bar");

  dolen_app_test_resize (window, 1180, 760);
  g_assert_false (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  dolen_app_test_resize (window, 360, 640);
  g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  dolen_app_test_close (window);
}

static void
test_every_button_has_a_name (void)
{
  DolenWindow *window = dolen_app_test_window ();

  dolen_app_test_assert_names (GTK_WIDGET (window));
  dolen_app_test_close (window);
}

static void
test_the_language_switches_and_back (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenShell *before = dolen_window_get_shell (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (window), "Cymraeg"));
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "switch-language", NULL);
  dolen_app_test_settle (window);
  g_assert_true (dolen_window_get_shell (window) != before);
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (window), "English"));
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (window), dolen_text (DOLEN_LANGUAGE_CY, "Find")));
  g_assert_cmpstr (visible_name (window), ==, "find");
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "language", g_variant_new_string ("en"));
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (window), "Cymraeg"));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Find"));
  dolen_app_test_close (window);
}

static void
count_up (gpointer data)
{
  (*(int *) data)++;
}

static void
test_undo_is_an_action_and_a_toast (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenUndoStack *undo = dolen_session_get_undo (dolen_window_get_session (window));
  int undone = 0;

  dolen_undo_stack_push (undo, "A < B & C", DOLEN_UNDO_OPEN, count_up, &undone, NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "A < B & C"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  g_assert_cmpint (undone, ==, 1);
  dolen_app_test_close (window);
}

/* With animations, as people have them: what fades or comes up goes at any moment. */
static void
test_toasts_go_while_they_come_up (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenSession *session = dolen_window_get_session (window);
  DolenUndoStack *undo = dolen_session_get_undo (session);
  int undone = 0;
  gint64 end;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  dolen_undo_stack_push (undo, "First done", DOLEN_UNDO_OPEN, count_up, &undone, NULL);
  dolen_app_test_settle (window);
  dolen_session_toast (session, "A word between");
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "A word between"));
  dolen_session_lock (session);
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "A word between"));
  end = g_get_monotonic_time () + 900000; /* longer than any of their animations */
  DOLEN_WAIT_UNTIL (g_get_monotonic_time () >= end, 2000);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "First done"));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  dolen_app_test_close (window);
}

/* As by its cross. */
static void
close_toast (DolenWindow *window, const char *title)
{
  GtkWidget *toast = dolen_app_test_find_label (GTK_WIDGET (window), title);

  while (g_strcmp0 (gtk_widget_get_css_name (toast), "toast") != 0)
    toast = gtk_widget_get_parent (toast);
  g_signal_emit_by_name (gtk_widget_get_last_child (toast), "clicked");
}

static void
test_what_was_shown_comes_back_after_what_is_shown_at_once (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenUndoStack *undo = dolen_session_get_undo (dolen_window_get_session (window));
  int undone = 0;

  dolen_undo_stack_push (undo, "First done", DOLEN_UNDO_OPEN, count_up, &undone, NULL);
  dolen_undo_stack_push (undo, "Second done", DOLEN_UNDO_OPEN, count_up, &undone, NULL);
  dolen_session_toast (dolen_window_get_session (window), "A word between");
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "A word between"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "First done"));
  close_toast (window, "A word between");
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "First done"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Second done"));
  dolen_app_test_close (window);
}

static void
test_what_is_undone_is_said_and_offered_no_more (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenUndoStack *undo = dolen_session_get_undo (dolen_window_get_session (window));
  int undone = 0;

  dolen_undo_stack_push (undo, "First done", DOLEN_UNDO_OPEN, count_up, &undone, NULL);
  dolen_undo_stack_push (undo, "Second done", DOLEN_UNDO_OPEN, count_up, &undone, NULL);
  dolen_app_test_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Undone: Second done"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Undone: First done"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Second done"));
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (window), "Undo"));
  g_assert_cmpint (undone, ==, 2);
  dolen_window_rebuild (window);
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Undone"));
  dolen_app_test_close (window);
}

static void
test_locking_forgets_the_open_person (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenSession *session = dolen_window_get_session (window);
  int undone = 0;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
  dolen_session_open_person (session, "00000000-0000-4000-8000-000000000001", "Mrs P");
  dolen_undo_stack_push (dolen_session_get_undo (session),
                         "Referral of Mrs P sent",
                         DOLEN_UNDO_SEALED,
                         count_up,
                         &undone,
                         NULL);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Mrs P"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Mrs P"));
  g_assert_null (dolen_session_get_person (session));
  g_assert_false (dolen_undo_stack_can_undo (dolen_session_get_undo (session)));
  dolen_app_test_close (window);
}

static void
test_an_empty_directory_is_welcomed (void)
{
  g_autofree char *folder = dolen_test_folder ();
  DolenWindow *window = dolen_app_test_window_in (folder);
  GtkWidget *row;

  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Open the sample directory"));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.skip-welcome", NULL);
  dolen_app_test_settle (window);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (window), "Open the sample directory"));
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "switch-language", NULL);
  dolen_app_test_settle (window);
  /* While a page is still reading, the welcome is not even made. */
  row = dolen_app_test_find_id (GTK_WIDGET (window), "sample_row");
  g_assert_true (row == NULL || !gtk_widget_get_mapped (row));
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "switch-language", NULL);
  dolen_app_test_close (window);
}

static void
test_going_somewhere_leaves_the_welcome (void)
{
  static const char *const places[] = { "today", "find", "people", "directory" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *folder = dolen_test_folder ();
    DolenWindow *window = dolen_app_test_window_in (folder);
    GtkWidget *row = dolen_app_test_find_id (GTK_WIDGET (window), "sample_row");

    g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", places[i]);
    dolen_app_test_settle (window);
    g_assert_false (gtk_widget_get_mapped (row));
    g_assert_cmpstr (visible_name (window), ==, places[i]);
    dolen_app_test_close (window);
  }
}

static void
test_a_tab_leaves_the_welcome (void)
{
  g_autofree char *folder = dolen_test_folder ();
  DolenWindow *window = dolen_app_test_window_in (folder);
  GtkWidget *row = dolen_app_test_find_id (GTK_WIDGET (window), "sample_row");
  GtkWidget *places = dolen_app_test_find_id (GTK_WIDGET (window), "places");

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (places), "find");
  dolen_app_test_settle (window);
  g_assert_false (gtk_widget_get_mapped (row));
  dolen_app_test_close (window);
}

static GtkWidget *
find_dialog (DolenWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

static void
test_every_dialog_opens_and_has_names (void)
{
  static const char *const actions[]
      = { "win.import", "win.preferences", "win.shortcuts", "win.help", "win.about" };
  DolenWindow *window = dolen_app_test_window ();

  dolen_app_test_resize (window, 360, 640);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *dialog;
    int width, height, least;

    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
    dialog = find_dialog (window);
    g_assert_nonnull (dialog);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), !=, NULL);
    dolen_app_test_settle (window);
    dolen_app_test_assert_names (dialog);
    gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
    gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (width, <=, MAX (360, least));
    gtk_window_destroy (GTK_WINDOW (dialog));
  }
  dolen_app_test_close (window);
}

static void
test_preferences_switch_the_language_and_come_back_in_it (void)
{
  DolenWindow *window = dolen_app_test_window ();
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  dialog = find_dialog (window);
  row = dolen_app_test_find_id (dialog, "language_row");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, DOLEN_LANGUAGE_EN);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), DOLEN_LANGUAGE_CY);
  dolen_app_test_settle (window);
  g_assert_cmpint (dolen_language_current (), ==, DOLEN_LANGUAGE_CY);
  g_assert_true (find_dialog (window) != dialog);
  dialog = find_dialog (window);
  row = dolen_app_test_find_id (dialog, "language_row");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, DOLEN_LANGUAGE_CY);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), DOLEN_LANGUAGE_EN);
  dolen_app_test_settle (window);
  g_assert_cmpint (dolen_language_current (), ==, DOLEN_LANGUAGE_EN);
  gtk_window_destroy (GTK_WINDOW (find_dialog (window)));
  dolen_app_test_close (window);
}

static gpointer
answer (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_false (dolen_db_is_read_only (dolen_directory_get_db (directory)));
  return g_strdup (data);
}

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static void
test_a_job_runs_beside_the_window (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenSession *session = dolen_window_get_session (window);
  DolenSessionJob job
      = { "answer", G_PRIORITY_DEFAULT, answer, g_strdup ("there"), g_free, g_free };
  g_autofree char *said = NULL;

  g_assert_nonnull (dolen_session_get_directory (session));
  g_assert_true (dolen_session_is_empty (session));
  dolen_session_run (session, &job, NULL, on_answer_cb, &said);
  DOLEN_WAIT_UNTIL (said != NULL, 10000);
  g_assert_cmpstr (said, ==, "there");
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/shell/the_window_opens_on_today_and_goes_away",
                   test_the_window_opens_on_today_and_goes_away);
  g_test_add_func ("/shell/actions_switch_the_place", test_actions_switch_the_place);
  g_test_add_func ("/shell/a_narrow_window_has_its_places_at_the_bottom",
                   test_a_narrow_window_has_its_places_at_the_bottom);
  g_test_add_func ("/shell/every_button_has_a_name", test_every_button_has_a_name);
  g_test_add_func ("/shell/the_language_switches_and_back", test_the_language_switches_and_back);
  g_test_add_func ("/shell/undo_is_an_action_and_a_toast", test_undo_is_an_action_and_a_toast);
  g_test_add_func ("/shell/toasts_go_while_they_come_up", test_toasts_go_while_they_come_up);
  g_test_add_func ("/shell/what_was_shown_comes_back_after_what_is_shown_at_once",
                   test_what_was_shown_comes_back_after_what_is_shown_at_once);
  g_test_add_func ("/shell/what_is_undone_is_said_and_offered_no_more",
                   test_what_is_undone_is_said_and_offered_no_more);
  g_test_add_func ("/shell/locking_forgets_the_open_person", test_locking_forgets_the_open_person);
  g_test_add_func ("/shell/an_empty_directory_is_welcomed", test_an_empty_directory_is_welcomed);
  g_test_add_func ("/shell/going_somewhere_leaves_the_welcome",
                   test_going_somewhere_leaves_the_welcome);
  g_test_add_func ("/shell/a_tab_leaves_the_welcome", test_a_tab_leaves_the_welcome);
  g_test_add_func ("/shell/every_dialog_opens_and_has_names",
                   test_every_dialog_opens_and_has_names);
  g_test_add_func ("/shell/preferences_switch_the_language_and_come_back_in_it",
                   test_preferences_switch_the_language_and_come_back_in_it);
  g_test_add_func ("/shell/a_job_runs_beside_the_window", test_a_job_runs_beside_the_window);
  return dolen_app_test_run ();
}
