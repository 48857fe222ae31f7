/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-new-vault-window.h"

#include <string.h>

static void
type (GtkWidget *root, const char *id, const char *text)
{
  GtkWidget *row = dolen_app_test_find_id (root, id);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
next_is_on (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (dolen_app_test_find_id (dialog, "next_button"));
}

/* Group @number of what stands on the recovery page. */
static char *
read_group (GtkWidget *dialog, int number)
{
  GtkLabel *label = GTK_LABEL (dolen_app_test_find_id (dialog, "key_label"));
  g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (label), "\n", -1);
  g_auto (GStrv) parts = g_strsplit (gtk_label_get_text (label), "\302\240", -1);
  g_autofree char *suffix = g_strdup_printf ("%d", number);

  /* What can be selected gets into the primary selection by itself. */
  g_assert_false (gtk_label_get_selectable (label));
  g_assert_cmpuint (g_strv_length (parts), ==, DOLEN_RECOVERY_KEY_GROUPS + 1);
  g_assert_true (g_str_has_suffix (parts[number - 1], suffix));
  /* Even lines, the last one shorter. */
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i - 1], -1), ==, g_utf8_strlen (lines[0], -1));
  return g_strndup (parts[number], DOLEN_RECOVERY_KEY_GROUP_LENGTH);
}

static void
test_case_records_are_created_with_one_group_typed_back (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (window), "Create Case Records");
  DolenNewVaultWindow *dialog;
  g_autofree char *group = NULL;

  dolen_casework_set_cost (casework, dolen_passphrase_cost_least ());
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
  dialog = DOLEN_NEW_VAULT_WINDOW (dolen_people_test_dialog (window));
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  type (GTK_WIDGET (dialog), "passphrase_row", "password1");
  type (GTK_WIDGET (dialog), "again_row", "password1");
  g_assert_false (next_is_on (GTK_WIDGET (dialog)));
  type (GTK_WIDGET (dialog), "passphrase_row", DOLEN_TEST_PASSPHRASE);
  g_assert_false (next_is_on (GTK_WIDGET (dialog)));
  type (GTK_WIDGET (dialog), "again_row", DOLEN_TEST_PASSPHRASE);
  g_assert_true (next_is_on (GTK_WIDGET (dialog)));
  dolen_new_vault_window_next (dialog);
  group = read_group (GTK_WIDGET (dialog), dolen_new_vault_window_get_group (dialog));
  dolen_new_vault_window_next (dialog);
  type (GTK_WIDGET (dialog), "group_row", "QQQQQ");
  g_assert_false (next_is_on (GTK_WIDGET (dialog)));
  type (GTK_WIDGET (dialog), "group_row", group);
  g_assert_true (next_is_on (GTK_WIDGET (dialog)));
  g_assert_false (dolen_casework_exists (casework));
  dolen_new_vault_window_next (dialog);
  DOLEN_WAIT_UNTIL (dolen_casework_is_unlocked (casework), 20000);
  dolen_app_test_settle (window);
  /* How long records are kept is asked before the first is made. */
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "Nobody has decided yet"));
  dolen_new_vault_window_next (dialog);
  dolen_app_test_settle (window);
  g_assert_null (dolen_people_test_dialog (window));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Nobody is waiting"));
  dolen_app_test_close (window);
}

static void
test_a_wrong_passphrase_says_so_and_the_right_one_opens (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_app_test_settle (window);
  g_assert_false (dolen_casework_is_unlocked (casework));
  type (GTK_WIDGET (window), "passphrase_row", "not that one at all");
  button = dolen_app_test_find_button (GTK_WIDGET (window), "Unlock");
  g_signal_emit_by_name (button, "clicked");
  DOLEN_WAIT_UNTIL (!dolen_casework_is_busy (casework), 20000);
  dolen_app_test_settle (window);
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (window), "The passphrase is not right."));
  type (GTK_WIDGET (window), "passphrase_row", DOLEN_TEST_PASSPHRASE);
  g_signal_emit_by_name (button, "clicked");
  DOLEN_WAIT_UNTIL (dolen_casework_is_unlocked (casework), 20000);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (window), "Nobody is waiting"));
  dolen_app_test_close (window);
}

static void
test_locking_asks_for_the_passphrase_and_comes_back_to_the_person (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autofree char *uid = dolen_people_test_add_person (window);
  GtkWidget *row, *page, *focus;

  dolen_page_go (GTK_WIDGET (window), "people", "person", uid);
  dolen_app_test_settle (window);
  g_assert_cmpstr (dolen_session_get_person (session), ==, uid);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_app_test_settle (window);
  g_assert_null (dolen_session_get_person (session));
  page = GTK_WIDGET (dolen_shell_get_visible_page (dolen_window_get_shell (window)));
  row = dolen_app_test_find_id (page, "passphrase_row");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, row));
  gtk_editable_set_text (GTK_EDITABLE (row), DOLEN_TEST_PASSPHRASE);
  g_signal_emit_by_name (dolen_app_test_find_button (page, "Unlock"), "clicked");
  DOLEN_WAIT_UNTIL (dolen_casework_is_unlocked (casework), 20000);
  dolen_app_test_settle (window);
  g_assert_cmpstr (dolen_session_get_person (session), ==, uid);
  dolen_app_test_close (window);
}

static void
test_the_window_may_close_while_it_unlocks (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenCasework *casework = dolen_session_get_casework (dolen_window_get_session (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_app_test_settle (window);
  type (GTK_WIDGET (window), "passphrase_row", DOLEN_TEST_PASSPHRASE);
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (window), "Unlock"), "clicked");
  gtk_window_destroy (GTK_WINDOW (window));
  DOLEN_WAIT_UNTIL (!dolen_casework_is_busy (casework), 20000);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/vault/case_records_are_created_with_one_group_typed_back",
                   test_case_records_are_created_with_one_group_typed_back);
  g_test_add_func ("/vault/a_wrong_passphrase_says_so_and_the_right_one_opens",
                   test_a_wrong_passphrase_says_so_and_the_right_one_opens);
  g_test_add_func ("/vault/locking_asks_for_the_passphrase_and_comes_back_to_the_person",
                   test_locking_asks_for_the_passphrase_and_comes_back_to_the_person);
  g_test_add_func ("/vault/the_window_may_close_while_it_unlocks",
                   test_the_window_may_close_while_it_unlocks);
  return dolen_app_test_run ();
}
