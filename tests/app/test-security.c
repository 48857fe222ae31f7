/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-diary-window.h"
#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-security-window.h"
#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-worker-form.h"
#include "casework/dolen-casework-diary.h"
#include "casework/dolen-casework-workers.h"

#include <string.h>

#define ELIN "mwyar duon ar y clawdd uchel"
#define WORDS "She told me where she hides"

static DolenCasework *
casework (DolenWindow *window)
{
  return dolen_session_get_casework (dolen_window_get_session (window));
}

static gboolean
any_shows (const char *text)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (dolen_app_test_find_label (l->data, text) != NULL)
      return TRUE;
  return FALSE;
}

static void
act (DolenWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  dolen_app_test_settle (window);
}

static void
wait_for_passphrase (DolenWindow *window, guint n_workers)
{
  for (int i = 0; i < 2000 && dolen_casework_list_workers (casework (window))->len < n_workers;
       i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (5000);
  }
  dolen_app_test_settle (window);
}

static void
add_elin (DolenWindow *window, DolenRole role)
{
  DolenPassphraseAct add = { DOLEN_PASSPHRASE_ADD, NULL, "Elin", role, NULL, ELIN };
  GError *error = NULL;

  dolen_casework_passphrase_act_sync (casework (window), &add, &error);
  g_assert_no_error (error);
}

static void
enter (DolenWindow *window, const char *passphrase)
{
  GError *error = NULL;

  act (window, "win.lock");
  dolen_casework_unlock_sync (casework (window), passphrase, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
}

static void
test_a_lead_adds_a_worker_who_can_then_unlock (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GtkWindow *form;

  act (window, "win.case-records");
  g_assert_true (any_shows ("Who Can Open Them"));
  g_assert_true (any_shows ("Lead · you"));
  dolen_app_test_assert_names (dolen_people_test_dialog (window));
  form = dolen_worker_form_new_passphrase (session, DOLEN_PASSPHRASE_ADD, NULL);
  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_worker_form_fill (DOLEN_WORKER_FORM (form), "Elin", NULL, ELIN);
  dolen_worker_form_act (DOLEN_WORKER_FORM (form));
  wait_for_passphrase (window, 2);
  g_assert_true (any_shows ("Elin"));
  g_assert_true (any_shows ("Log"));
  act (window, "win.lock");
  /* Locked, no name stands anywhere. */
  g_assert_false (any_shows ("Elin"));
  enter (window, ELIN);
  g_assert_cmpstr (dolen_casework_get_worker (casework (window))->name, ==, "Elin");
  act (window, "win.case-records");
  g_assert_true (any_shows ("Worker · you"));
  g_assert_false (any_shows ("Log"));
  dolen_app_test_close (window);
}

static void
test_a_weak_passphrase_cannot_be_sent_off (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  GtkWindow *form = dolen_worker_form_new_passphrase (session, DOLEN_PASSPHRASE_CHANGE, NULL);
  GtkWidget *button;

  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  button = dolen_app_test_find_button (GTK_WIDGET (form), "Change");
  dolen_worker_form_fill (DOLEN_WORKER_FORM (form), NULL, DOLEN_TEST_PASSPHRASE, "password");
  g_assert_false (gtk_widget_get_sensitive (button));
  dolen_worker_form_fill (DOLEN_WORKER_FORM (form), NULL, DOLEN_TEST_PASSPHRASE, ELIN);
  g_assert_true (gtk_widget_get_sensitive (button));
  dolen_app_test_assert_names (GTK_WIDGET (form));
  act (window, "win.lock");
  g_assert_null (dolen_people_test_dialog (window));
  dolen_app_test_close (window);
}

/* A part of the page: "now", "record", "timeline". */
static void
turn_to (DolenWindow *window, const char *part)
{
  dolen_people_test_act (window, "person.part", g_variant_new_string (part));
  dolen_app_test_settle (window);
}

static void
write_restricted (DolenWindow *window, const char *person)
{
  GtkWidget *box;

  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  box = gtk_widget_get_ancestor (dolen_app_test_find_id (GTK_WIDGET (window), "text_view"),
                                 DOLEN_TYPE_NOTE_BOX);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dolen_app_test_find_id (box, "restricted_check")),
                               TRUE);
  dolen_note_box_set_text (DOLEN_NOTE_BOX (box), WORDS);
  g_assert_true (dolen_note_box_save (DOLEN_NOTE_BOX (box)));
  dolen_app_test_settle (window);
  turn_to (window, "timeline");
}

static void
click (DolenWindow *window, GtkWidget *root, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
}

static void
test_a_restricted_note_is_read_in_a_window_that_the_lock_takes_away (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);

  write_restricted (window, person);
  g_assert_true (any_shows ("Restricted note"));
  g_assert_false (any_shows (WORDS));
  click (window, GTK_WIDGET (window), "Read");
  g_assert_true (any_shows (WORDS));
  g_assert_true (any_shows ("Restricted note read by its author"));
  act (window, "win.lock");
  g_assert_false (any_shows (WORDS));
  dolen_app_test_close (window);
}

static void
test_a_lead_is_asked_why (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWidget *form;

  add_elin (window, DOLEN_ROLE_WORKER);
  enter (window, ELIN);
  write_restricted (window, person);
  enter (window, DOLEN_TEST_PASSPHRASE);
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  turn_to (window, "timeline");
  click (window, GTK_WIDGET (window), "Open…");
  form = dolen_people_test_dialog (window);
  g_assert_true (DOLEN_IS_SMALL_FORM (form));
  g_assert_false (dolen_small_form_act (DOLEN_SMALL_FORM (form)));
  dolen_small_form_set_text (DOLEN_SMALL_FORM (form), "why", "Elin is ill, the police ask");
  g_assert_true (dolen_small_form_act (DOLEN_SMALL_FORM (form)));
  dolen_app_test_settle (window);
  g_assert_true (any_shows (WORDS));
  g_assert_true (any_shows ("Elin is ill, the police ask"));
  dolen_app_test_close (window);
}

static void
test_a_directory_editor_sees_no_record (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);

  add_elin (window, DOLEN_ROLE_EDITOR);
  enter (window, ELIN);
  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  g_assert_true (any_shows ("You Are Here as Directory Editor"));
  g_assert_false (any_shows (DOLEN_TEST_CALLED));
  dolen_app_test_close (window);
}

static void
test_a_half_written_diary_comes_back (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *text = NULL;
  GtkWidget *diary;

  act (window, "win.diary");
  diary = dolen_people_test_dialog (window);
  dolen_app_test_assert_names (diary);
  dolen_diary_window_set_text (DOLEN_DIARY_WINDOW (diary), 1, "I did not listen");
  act (window, "win.lock");
  g_assert_null (dolen_people_test_dialog (window));
  act (window, "win.diary");
  g_assert_null (dolen_people_test_dialog (window));
  dolen_people_test_unlock (window);
  act (window, "win.diary");
  diary = dolen_people_test_dialog (window);
  text = dolen_diary_window_dup_text (DOLEN_DIARY_WINDOW (diary), 1);
  g_assert_cmpstr (text, ==, "I did not listen");
  g_assert_true (dolen_diary_window_save (DOLEN_DIARY_WINDOW (diary)));
  pages = dolen_casework_list_diary (casework (window), NULL, NULL);
  g_assert_cmpint (pages->len, ==, 1);
  g_assert_cmpstr (((DolenDiaryPage *) pages->pdata[0])->so_what, ==, "I did not listen");
  dolen_app_test_close (window);
}

static void
test_no_title_names_a_person (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autoptr (GList) toplevels = NULL;

  write_restricted (window, person);
  click (window, GTK_WIDGET (window), "Read");
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next) {
    const char *title = gtk_window_get_title (l->data);

    g_assert_true (title == NULL || strstr (title, "Quintavalle") == NULL);
    g_assert_true (title == NULL || strstr (title, "Zerubbabel") == NULL);
  }
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/security/" #name, test_##name)
  TEST (a_lead_adds_a_worker_who_can_then_unlock);
  TEST (a_weak_passphrase_cannot_be_sent_off);
  TEST (a_restricted_note_is_read_in_a_window_that_the_lock_takes_away);
  TEST (a_lead_is_asked_why);
  TEST (a_directory_editor_sees_no_record);
  TEST (a_half_written_diary_comes_back);
  TEST (no_title_names_a_person);
#undef TEST
  return dolen_app_test_run ();
}
