/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-lock-watch.h"
#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-refer-window.h"

#include <string.h>

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static DolenNoteBox *
note_box (DolenWindow *window)
{
  return DOLEN_NOTE_BOX (gtk_widget_get_ancestor (
      dolen_app_test_find_id (GTK_WIDGET (window), "text_view"), DOLEN_TYPE_NOTE_BOX));
}

static void
lock (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  dolen_app_test_settle (window);
  g_assert_false (dolen_session_is_unlocked (dolen_window_get_session (window)));
}

static void
test_a_half_typed_note_comes_back_after_unlocking (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *text = NULL;

  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  dolen_note_box_set_text (note_box (window), "Rang at ten, she");
  lock (window);
  g_assert_false (shows (window, DOLEN_TEST_CALLED));
  g_assert_true (shows (window, "Case Records Are Locked"));
  dolen_people_test_unlock (window);
  /* Where one was. */
  g_assert_true (shows (window, DOLEN_TEST_CALLED));
  text = dolen_note_box_dup_text (note_box (window));
  g_assert_cmpstr (text, ==, "Rang at ten, she");
  dolen_app_test_close (window);
}

static void
test_a_half_typed_referral_is_offered_on_today (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWindow *form = dolen_refer_window_new (session, DOLEN_REFERRAL, person, service, NULL);
  GtkWidget *row;

  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_refer_window_set_consent (DOLEN_REFER_WINDOW (form), DOLEN_CONSENT_NO);
  dolen_app_test_settle (window);
  lock (window);
  g_assert_null (dolen_people_test_dialog (window));
  dolen_people_test_unlock (window);
  dolen_people_test_unfold (window);
  g_assert_true (shows (window, "A referral being written: " DOLEN_TEST_CALLED));
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (window), "Go On"), "clicked");
  dolen_app_test_settle (window);
  row = dolen_app_test_find_id (dolen_people_test_dialog (window), "consent_row");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, DOLEN_CONSENT_NO);
  dolen_app_test_close (window);
}

static void
test_what_was_copied_leaves_the_clipboard (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  gdk_clipboard_set_text (clipboard, DOLEN_TEST_CANARY);
  g_assert_true (gdk_clipboard_is_local (clipboard));
  lock (window);
  g_assert_true (gdk_clipboard_get_content (clipboard) == NULL);
  dolen_app_test_close (window);
}

static void
count_up (DolenLockWatch *watch, int *n)
{
  (*n)++;
}

static void
test_it_locks_when_the_minutes_are_over_and_not_before (void)
{
  g_autoptr (DolenLockWatch) watch = dolen_lock_watch_new ();
  gint64 now = dolen_lock_watch_now ();
  const gint64 minute = 60 * G_USEC_PER_SEC;
  int locked = 0;

  g_signal_connect (watch, "lock", G_CALLBACK (count_up), &locked);
  dolen_lock_watch_set_minutes (watch, 3);
  dolen_lock_watch_touch (watch);
  dolen_lock_watch_check (watch, now + 2 * minute);
  g_assert_cmpint (locked, ==, 0);
  dolen_lock_watch_check (watch, now + 4 * minute);
  g_assert_cmpint (locked, ==, 1);
  /* There is no "never". */
  dolen_lock_watch_set_minutes (watch, 100000);
  dolen_lock_watch_check (watch, now + 40 * minute);
  g_assert_cmpint (locked, ==, 2);
}

static void
assert_nowhere (const char *folder)
{
  static const char *const canaries[] = { "Quintavalle", "Zerubbabel", "Rang at ten", "960199" };
  const char *const places[] = { folder,
                                 g_get_user_data_dir (),
                                 g_get_user_config_dir (),
                                 g_get_user_cache_dir (),
                                 g_get_user_state_dir () };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (canaries); j++) {
      g_autofree char *found = dolen_test_find_in_tree (places[i], canaries[j]);
      g_assert_cmpstr (found, ==, NULL);
    }
}

static void
test_a_whole_session_leaves_no_name_on_the_disk (void)
{
  g_autofree char *folder = dolen_test_folder ();
  DolenWindow *window = dolen_people_test_window (folder);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, person, service);

  g_assert_nonnull (referral);
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  dolen_note_box_set_text (note_box (window), "Rang at ten, she sang");
  g_assert_true (dolen_note_box_save (note_box (window)));
  dolen_note_box_set_text (note_box (window), "Rang at ten again");
  dolen_app_test_settle (window);
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Quintavalle"));
  assert_nowhere (folder);
  lock (window);
  assert_nowhere (folder);
  dolen_people_test_unlock (window);
  dolen_app_test_close (window);
  assert_nowhere (folder);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/lock/" #name, test_##name)
  TEST (a_half_typed_note_comes_back_after_unlocking);
  TEST (a_half_typed_referral_is_offered_on_today);
  TEST (what_was_copied_leaves_the_clipboard);
  TEST (it_locks_when_the_minutes_are_over_and_not_before);
  TEST (a_whole_session_leaves_no_name_on_the_disk);
#undef TEST
  return dolen_app_test_run ();
}
