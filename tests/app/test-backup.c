/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-backup-keeper.h"
#include "app/casework/dolen-backup-window.h"
#include "app/casework/dolen-copy-window.h"
#include "app/casework/dolen-restore-window.h"
#include "app/casework/dolen-retention-forms.h"
#include "app/casework/dolen-retention-window.h"
#include "app/casework/dolen-small-form.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-restore.h"
#include "casework/dolen-casework-retention.h"

#include <string.h>

static gboolean
shows (GtkWidget *widget, const char *text)
{
  return dolen_app_test_find_label (widget, text) != NULL;
}

static void
present (GtkWindow *window, DolenWindow *parent)
{
  gtk_window_set_transient_for (window, GTK_WINDOW (parent));
  gtk_window_present (window);
  dolen_app_test_settle (parent);
}

static char *
back_up (DolenWindow *window, const char *folder)
{
  GtkWindow *form = dolen_backup_window_new (dolen_window_get_session (window));
  g_autoptr (GPtrArray) all = NULL;

  present (form, window);
  dolen_backup_window_set_folder (DOLEN_BACKUP_WINDOW (form), folder);
  g_assert_true (shows (GTK_WIDGET (form), "There are none in this folder yet."));
  dolen_backup_window_start (DOLEN_BACKUP_WINDOW (form));
  DOLEN_WAIT_UNTIL (!dolen_backup_window_is_busy (DOLEN_BACKUP_WINDOW (form)), 5000);
  dolen_app_test_settle (window);
  g_assert_true (shows (GTK_WIDGET (form), "Last backup:"));
  g_assert_false (shows (GTK_WIDGET (form), "There are none in this folder yet."));
  gtk_window_destroy (form);
  all = dolen_backup_list (folder, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  return g_strdup (((DolenBackup *) all->pdata[0])->path);
}

static void
test_a_backup_in_the_window_and_back_to_it (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = back_up (window, folder);
  GtkWindow *form;

  dolen_casework_erase (casework, person, "Asked", NULL, NULL);
  g_assert_cmpint (dolen_caseload_count_people (dolen_casework_get_caseload (casework)), ==, 0);
  form = dolen_restore_window_new (session, path);
  present (form, window);
  dolen_restore_window_look (DOLEN_RESTORE_WINDOW (form), "not it");
  DOLEN_WAIT_UNTIL (!dolen_restore_window_is_busy (DOLEN_RESTORE_WINDOW (form)), 10000);
  g_assert_true (shows (GTK_WIDGET (form), "The passphrase is not right"));
  dolen_restore_window_look (DOLEN_RESTORE_WINDOW (form), DOLEN_TEST_PASSPHRASE);
  DOLEN_WAIT_UNTIL (!dolen_restore_window_is_busy (DOLEN_RESTORE_WINDOW (form)), 10000);
  g_assert_true (shows (GTK_WIDGET (form), "was erased since"));
  dolen_restore_window_restore (DOLEN_RESTORE_WINDOW (form));
  DOLEN_WAIT_UNTIL (!dolen_casework_is_busy (casework), 20000);
  dolen_people_test_unlock (window);
  g_assert_no_error (dolen_casework_get_problem (casework));
  g_assert_cmpint (dolen_caseload_count_people (dolen_casework_get_caseload (casework)), ==, 0);
  dolen_app_test_close (window);
}

static void
test_without_a_backup_today_says_so (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *folder = dolen_test_folder ();
  GtkWidget *notice;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
  notice = dolen_app_test_find_label (GTK_WIDGET (window), "There is no backup");
  g_assert_nonnull (notice);
  g_assert_true (gtk_widget_get_mapped (notice));
  g_free (back_up (window, folder));
  g_assert_false (gtk_widget_get_mapped (notice));
  dolen_app_test_close (window);
}

static void
test_backed_up_when_locking (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *folder = dolen_test_folder ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (DolenBackupRecord) last = NULL;

  g_settings_set_string (dolen_session_get_settings (session), "backup-folder", folder);
  g_settings_set_boolean (dolen_session_get_settings (session), "backup-when-locking", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  g_assert_false (dolen_session_is_unlocked (session));
  DOLEN_WAIT_UNTIL (!dolen_backup_keeper_is_running (session), 5000);
  g_settings_set_boolean (dolen_session_get_settings (session), "backup-when-locking", FALSE);
  all = dolen_backup_list (folder, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  dolen_people_test_unlock (window);
  last = dolen_casework_get_last_backup (dolen_session_get_casework (session));
  g_assert_nonnull (last);
  g_assert_cmpint (last->created, ==, ((DolenBackup *) all->pdata[0])->header.at);
  dolen_app_test_close (window);
}

static void
test_the_rules_are_decided_and_nothing_is_due (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GtkWindow *form = dolen_retention_window_new (session);
  GtkWidget *decide;

  present (form, window);
  g_assert_true (shows (GTK_WIDGET (form), "No record is due."));
  g_assert_true (shows (GTK_WIDGET (form), "Nobody has decided yet"));
  decide = gtk_widget_get_ancestor (dolen_app_test_find_label (GTK_WIDGET (form), "Decide So"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (decide, "clicked");
  g_assert_true (shows (GTK_WIDGET (form), "Decided on"));
  gtk_window_destroy (form);
  dolen_app_test_close (window);
}

static void
test_erased_for_good_with_a_proof (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWindow *form, *proof = NULL;
  GListModel *tops = gtk_window_get_toplevels ();

  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  g_assert_true (shows (GTK_WIDGET (window), DOLEN_TEST_CALLED));
  form = dolen_erase_form_new (session, person);
  present (form, window);
  g_assert_true (dolen_small_form_act (DOLEN_SMALL_FORM (form)));
  dolen_app_test_settle (window);
  g_assert_false (shows (GTK_WIDGET (window), DOLEN_TEST_CALLED));
  g_assert_null (dolen_session_get_person (session));
  for (guint i = 0; i < g_list_model_get_n_items (tops); i++) {
    g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);

    if (g_strcmp0 (gtk_window_get_title (top), "Proof of Erasure") == 0)
      proof = top;
  }
  g_assert_nonnull (proof);
  g_assert_true (shows (GTK_WIDGET (proof), "E-1001"));
  g_assert_false (shows (GTK_WIDGET (proof), DOLEN_TEST_CALLED));
  gtk_window_destroy (proof);
  dolen_app_test_close (window);
}

static void
test_a_copy_of_everything_is_saved (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *pdf = g_build_filename (folder, "copy.pdf", NULL);
  g_autofree char *json = g_build_filename (folder, "copy.json", NULL);
  g_autofree char *text = NULL;
  GtkWindow *form = dolen_copy_window_new (session, person);

  present (form, window);
  g_assert_true (dolen_copy_window_save (form, pdf));
  g_assert_true (shows (GTK_WIDGET (form), "out of Dolen’s reach"));
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, DOLEN_TEST_CANARY));
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
  gtk_window_destroy (form);
  dolen_app_test_close (window);
}

#define ADD(test) g_test_add_func ("/backup/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_app_test_init (&argc, &argv);
  ADD (a_backup_in_the_window_and_back_to_it);
  ADD (without_a_backup_today_says_so);
  ADD (backed_up_when_locking);
  ADD (the_rules_are_decided_and_nothing_is_due);
  ADD (erased_for_good_with_a_proof);
  ADD (a_copy_of_everything_is_saved);
  return dolen_app_test_run ();
}
