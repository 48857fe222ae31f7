/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-call-card.h"
#include "app/directory/dolen-call-row.h"
#include "app/directory/dolen-change-windows.h"
#include "app/directory/dolen-desk-card.h"
#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-form-in-window.h"
#include "app/directory/dolen-form-out-window.h"
#include "app/directory/dolen-queue-keys.h"
#include "app/directory/dolen-queue-view.h"
#include "app/directory/dolen-suggest-window.h"
#include "app/directory/dolen-undoable.h"
#include "app/dolen-tour.h"
#include "app/find/dolen-capacity-editor.h"
#include "directory/alike/dolen-alike.h"
#include "directory/dolen-edits.h"
#include "directory/keeping/dolen-call.h"
#include "directory/keeping/dolen-suggested-change.h"

#include <string.h>

/* The queue of the sample directory, at the tour's moment. */
static DolenWindow *shared;

static DolenQueueView *
view_of (DolenWindow *window)
{
  DolenPage *page = dolen_shell_get_page (dolen_window_get_shell (window), "directory");

  return DOLEN_QUEUE_VIEW (dolen_directory_page_get_place (DOLEN_DIRECTORY_PAGE (page), "queue"));
}

static gboolean
is_ready (DolenWindow *window)
{
  return !dolen_session_is_busy (dolen_window_get_session (window))
         && dolen_queue_view_is_ready (view_of (window));
}

static void
settle (DolenWindow *window)
{
  dolen_app_test_settle (window);
  DOLEN_WAIT_UNTIL (is_ready (window), 10000);
  dolen_app_test_settle (window);
}

static DolenWindow *
open_queue (void)
{
  g_autoptr (GError) error = NULL;

  if (shared == NULL) {
    shared = dolen_app_test_window ();
    dolen_tour_prepare_profile (dolen_window_get_session (shared), &error);
    g_assert_no_error (error);
  }
  dolen_page_go (GTK_WIDGET (shared), "directory", "place", "queue");
  settle (shared);
  return shared;
}

static DolenCallCard *
choose (DolenWindow *window, guint index)
{
  g_assert_true (dolen_queue_view_choose (view_of (window), index));
  dolen_app_test_settle (window);
  return DOLEN_CALL_CARD (dolen_queue_view_get_card (view_of (window)));
}

static void
undo (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  settle (window);
}

static const char *
service_of (DolenCallCard *card)
{
  return dolen_call_card_get_draft (card)->services->pdata[0];
}

static DolenService *
read_service (DolenWindow *window, const char *uid)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_window_get_session (window));

  return dolen_directory_get_service (directory, uid, NULL);
}

static void
test_the_queue_stands_in_sentences (void)
{
  DolenWindow *window = open_queue ();
  GtkWidget *view = GTK_WIDGET (view_of (window));

  g_assert_cmpuint (dolen_queue_view_get_total (view_of (window)), >, 50);
  g_assert_nonnull (dolen_app_test_find_label (view, "Ring "));
  g_assert_null (dolen_app_test_find_label (view, "Most useful first"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dolen_app_test_find_button (view, "Filters")),
                                TRUE);
  g_assert_nonnull (dolen_app_test_find_label (view, "Most useful first"));
  g_assert_true (DOLEN_IS_CALL_CARD (dolen_queue_view_get_card (view_of (window))));
  dolen_app_test_assert_names (view);
}

/* A pair of which one has an e-mail address and the other none. */
static gint64
make_alike (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  gboolean made = dolen_db_exec (
      dolen_directory_get_db (directory),
      "INSERT OR REPLACE INTO alike (kind, one, other, percent, evidence)"
      " SELECT 'service', a.uid, b.uid, 90, 1 FROM service a, service b WHERE a.id ="
      " (SELECT min (id) FROM service WHERE email IS NOT NULL) AND b.id ="
      " (SELECT min (id) FROM service WHERE email IS NULL)",
      error);

  return made ? -1 : 0;
}

static void
test_what_one_of_two_lacks_is_not_different (void)
{
  DolenWindow *window = open_queue ();
  DolenSession *session = dolen_window_get_session (window);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *around = gtk_window_new ();
  DolenUndoable edit = { "", make_alike, NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GPtrArray) cases = NULL;
  DolenQueueItem item = { 0 };

  dolen_undoable_run (session, &edit);
  settle (window);
  cases = dolen_alike_list (dolen_session_get_directory (session), NULL, 0, NULL);
  g_assert_cmpuint (cases->len, >, 0);
  for (guint i = 0; i < cases->len; i++) {
    DolenAlikeCase *alike = cases->pdata[i];
    g_autoptr (DolenService) one = read_service (window, alike->pair.one);
    g_autoptr (DolenService) other = read_service (window, alike->pair.other);

    if (one != NULL && other != NULL && (one->email == NULL) != (other->email == NULL))
      item.record_uid = alike->pair.one;
  }
  g_assert_nonnull (item.record_uid);
  gtk_window_set_child (GTK_WINDOW (around), box);
  dolen_desk_fill_alike (GTK_BOX (box), session, &item);
  gtk_window_present (GTK_WINDOW (around));
  DOLEN_WAIT_UNTIL (gtk_widget_get_mapped (box), 5000);
  g_assert_nonnull (dolen_app_test_find_label (box, "Only here: "));
  gtk_window_destroy (GTK_WINDOW (around));
}

/* Nobody answers: it comes back on another day, and the next row is there. */
static void
test_a_call_nobody_answers_comes_back (void)
{
  DolenWindow *window = open_queue ();
  guint before = dolen_queue_view_get_total (view_of (window));
  DolenCallCard *card = choose (window, 0);
  g_autofree char *service = g_strdup (service_of (card));
  DolenService *stored;
  const DolenConfirmation *call;

  g_assert_false (dolen_call_card_save (card));
  dolen_call_card_set_outcome (card, DOLEN_CALL_NO_ANSWER);
  g_assert_true (dolen_call_card_save (card));
  settle (window);
  g_assert_cmpuint (dolen_queue_view_get_total (view_of (window)), ==, before - 1);
  card = DOLEN_CALL_CARD (dolen_queue_view_get_card (view_of (window)));
  g_assert_cmpstr (service_of (card), !=, service);
  stored = read_service (window, service);
  call = stored->confirmations->pdata[0];
  g_assert_cmpint (call->outcome, ==, DOLEN_CALL_NO_ANSWER);
  g_assert_nonnull (call->next_try_on);
  g_assert_null (call->confirmed);
  dolen_service_free (stored);
  undo (window);
  g_assert_cmpuint (dolen_queue_view_get_total (view_of (window)), ==, before);
}

/* The first call in which that fact is asked for. */
static DolenCallCard *
choose_asking (DolenWindow *window, const char *code)
{
  for (guint i = 0; i < 20; i++) {
    DolenCallCard *card = choose (window, i);
    GtkWidget *row = dolen_call_card_get_row (card, service_of (card), code);

    if (dolen_call_row_get_fact (DOLEN_CALL_ROW (row))->asked)
      return card;
  }
  g_assert_not_reached ();
}

/* One fact is read out and holds, another has changed; nothing else is touched. */
static void
test_each_fact_by_itself (void)
{
  DolenWindow *window = open_queue ();
  DolenCallCard *card = choose_asking (window, "capacity");
  g_autofree char *service = g_strdup (service_of (card));
  GtkWidget *row = dolen_call_card_get_row (card, service, "capacity");
  GtkWidget *editor;
  DolenService *stored;

  g_signal_emit_by_name (dolen_call_card_get_row (card, service, "times"), "tick", TRUE);
  dolen_call_row_open (DOLEN_CALL_ROW (row));
  editor = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  g_assert_true (DOLEN_IS_CAPACITY_EDITOR (editor));
  dolen_capacity_editor_set_status (DOLEN_CAPACITY_EDITOR (editor), DOLEN_CAPACITY_PLACES);
  dolen_capacity_editor_set_places (DOLEN_CAPACITY_EDITOR (editor), "7");
  g_signal_emit_by_name (editor, "save");
  g_assert_true (dolen_call_card_save (card));
  settle (window);
  stored = read_service (window, service);
  g_assert_cmpint (dolen_service_current_capacity (stored)->places_free, ==, 7);
  g_assert_cmpstr (dolen_service_fact_confirmed_on (stored, DOLEN_FACT_TIMES),
                   ==,
                   dolen_service_current_capacity (stored)->as_of);
  g_assert_null (dolen_service_fact_confirmed_on (stored, DOLEN_FACT_COST));
  dolen_service_free (stored);
  undo (window);
}

/* What was begun on one card is there when one comes back to it, and in the other language too. */
static void
test_what_was_begun_stays (void)
{
  DolenWindow *window = open_queue ();
  DolenCallCard *card = choose (window, 1);
  g_autofree char *service = g_strdup (service_of (card));

  dolen_call_card_set_outcome (card, DOLEN_CALL_LEFT_MESSAGE);
  choose (window, 2);
  card = choose (window, 1);
  g_assert_cmpstr (service_of (card), ==, service);
  g_assert_cmpint (dolen_call_card_get_draft (card)->outcome, ==, DOLEN_CALL_LEFT_MESSAGE);
  dolen_window_rebuild (window);
  settle (window);
  card = DOLEN_CALL_CARD (dolen_queue_view_get_card (view_of (window)));
  g_assert_cmpstr (service_of (card), ==, service);
  g_assert_cmpint (dolen_call_card_get_draft (card)->outcome, ==, DOLEN_CALL_LEFT_MESSAGE);
}

static void
test_letters_are_keys (void)
{
  DolenWindow *window = open_queue ();
  DolenCallCard *card = choose (window, 3);

  g_assert_false (g_settings_get_boolean (
      dolen_session_get_settings (dolen_window_get_session (window)), "queue-letter-keys"));
  g_assert_true (dolen_queue_keys_press (view_of (window), GDK_KEY_W));
  g_assert_cmpint (dolen_call_card_get_draft (card)->outcome, ==, DOLEN_CALL_WRONG_NUMBER);
  g_assert_false (dolen_queue_keys_press (view_of (window), GDK_KEY_q));
  g_assert_true (dolen_queue_keys_press (view_of (window), GDK_KEY_j));
  g_assert_true ((gpointer) card != (gpointer) dolen_queue_view_get_card (view_of (window)));
}

static void
test_a_narrow_window_shows_one_of_them (void)
{
  DolenWindow *window = open_queue ();
  GtkWidget *view = GTK_WIDGET (view_of (window));

  dolen_app_test_resize (window, 400, 720);
  settle (window);
  choose (window, 0);
  dolen_app_test_assert_names (view);
  dolen_app_test_resize (window, 1180, 760);
  settle (window);
}

static GtkWindow *
find_window (const char *title)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  GtkWindow *found = NULL;

  for (GList *l = all; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      found = l->data;
  return found;
}

/* What leaves comes back: the empty form is answered in one line, looked at, and taken over. */
static void
test_a_form_goes_out_and_comes_back (void)
{
  DolenWindow *window = open_queue ();
  DolenCallCard *card = choose (window, 0);
  g_autofree char *service = g_strdup (service_of (card));
  g_autofree char *form = NULL;
  g_autoptr (GString) filled = NULL;
  GtkWindow *dialog;
  DolenService *stored;

  dolen_call_card_write (card);
  dolen_app_test_settle (window);
  dialog = find_window ("Write to Them");
  g_assert_nonnull (dialog);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  form = dolen_form_out_window_get_text (dialog);
  gtk_window_close (dialog);
  g_assert_nonnull (strstr (form, "[web]:"));
  filled = g_string_new (form);
  g_string_replace (filled, "[web]:", "[web]: https://new.example.org/lunch", 1);
  gtk_widget_activate_action (GTK_WIDGET (view_of (window)), "queue.read-form", NULL);
  dolen_app_test_settle (window);
  dialog = find_window ("Read a Filled Form");
  dolen_form_in_window_put (dialog, "no form");
  g_assert_false (
      gtk_widget_get_sensitive (dolen_app_test_find_button (GTK_WIDGET (dialog), "Take It Over")));
  dolen_form_in_window_put (dialog, filled->str);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "new.example.org"));
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (dialog), "Take It Over"),
                         "clicked");
  settle (window);
  stored = read_service (window, service);
  g_assert_cmpstr (stored->url, ==, "https://new.example.org/lunch");
  dolen_service_free (stored);
  undo (window);
}

/* The text file somebody saved it in, as Windows wrote it; a mail file says what to do with it. */
static void
test_a_form_is_opened_from_a_file (void)
{
  DolenWindow *window = open_queue ();
  DolenCallCard *card = choose (window, 0);
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "form.txt", NULL);
  g_autofree char *mail = g_build_filename (folder, "form.eml", NULL);
  g_autofree char *form = NULL;
  g_autoptr (GString) filled = NULL;
  GtkWindow *dialog;

  dolen_call_card_write (card);
  dolen_app_test_settle (window);
  dialog = find_window ("Write to Them");
  form = dolen_form_out_window_get_text (dialog);
  gtk_window_close (dialog);
  filled = g_string_new (strstr (form, "[dolen"));
  g_string_truncate (filled, (gsize) (strchr (filled->str, '\n') - filled->str + 1));
  g_string_append (filled,
                   "Cost [cost]: \xa3"
                   "5 an hour\n");
  g_assert_true (g_file_set_contents (path, filled->str, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (view_of (window)), "queue.read-form", NULL);
  dolen_app_test_settle (window);
  dialog = find_window ("Read a Filled Form");
  dolen_form_in_window_open (dialog, mail);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "form.eml: "));
  dolen_form_in_window_open (dialog, path);
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "£5 an hour"));
  gtk_window_close (dialog);
  settle (window);
}

/* The curator's directory is another: there the change is not known. */
static void
forget_suggestions (DolenSession *session)
{
  g_autoptr (GError) error = NULL;
  DolenDb *db = dolen_directory_get_db (dolen_session_get_directory (session));
  g_autoptr (DolenDirectory) second
             = dolen_directory_open (dolen_db_get_path (db), DOLEN_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  dolen_db_exec (dolen_directory_get_db (second), "DELETE FROM suggestion", &error);
  g_assert_no_error (error);
}

static guint
count_suggestions (DolenSession *session, const char *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = dolen_suggested_changes_list (
      dolen_session_get_directory (session), service, &error);

  g_assert_no_error (error);
  return open->len;
}

/* On the card of the row in which the suggestions of @session's directory stand. */
static void
accept_suggestion (DolenWindow *window, const char *service)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (DolenQueueItem) item = NULL;
  const DolenQueueQuery query = { .kinds = DOLEN_QUEUE_BIT (DOLEN_QUEUE_SUGGESTION), .limit = 1 };
  g_autoptr (DolenQueueList) list = dolen_queue_read (
      dolen_session_get_directory (session), &query, NULL, DOLEN_LANGUAGE_EN, NULL);
  GtkWindow *desk = GTK_WINDOW (gtk_window_new ());

  g_assert_cmpuint (list->items->len, ==, 1);
  item = g_ptr_array_steal_index (list->items, 0);
  g_assert_cmpstr (item->record_uid, ==, service);
  gtk_window_set_child (desk, dolen_desk_card_new (session, item));
  dolen_window_present_dialog (GTK_WIDGET (window), desk);
  dolen_app_test_settle (window);
  gtk_widget_activate (dolen_app_test_find_button (GTK_WIDGET (desk), "Accept"));
  DOLEN_WAIT_UNTIL (count_suggestions (session, service) == 0, 10000);
  settle (window);
  gtk_window_destroy (desk);
}

/* A worker suggests, the line of the queue says what, the file goes out and comes in to whoever
 * keeps the directory, who accepts. */
static void
test_a_change_is_suggested_sent_and_decided (void)
{
  DolenWindow *window = open_queue ();
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *service = g_strdup (service_of (choose (window, 0)));
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "changes.json", NULL);
  g_autoptr (DolenService) stored = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog = dolen_suggest_window_new (session, service);

  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  g_assert_true (dolen_suggest_window_type (dialog, "places", "a few"));
  g_assert_false (dolen_suggest_window_act (dialog));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "An example: "));
  g_assert_true (dolen_suggest_window_type (dialog, "url", "https://found.example.org"));
  g_assert_true (dolen_suggest_window_act (dialog));
  settle (window);
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (view_of (window)), "https://found.example.org ("));
  gtk_widget_activate_action (GTK_WIDGET (view_of (window)), "queue.send-changes", NULL);
  dolen_app_test_settle (window);
  dialog = find_window ("Send Suggested Changes");
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  g_assert_true (dolen_change_out_window_write (dialog, path, &error));
  gtk_window_close (dialog);
  forget_suggestions (session);
  g_assert_cmpuint (count_suggestions (session, service), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (view_of (window)), "queue.read-changes", NULL);
  dolen_app_test_settle (window);
  dialog = find_window ("Read a Change File");
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  dolen_change_in_window_read (dialog, folder);
  dolen_app_test_settle (window);
  g_assert_false (gtk_widget_get_sensitive (
      dolen_app_test_find_button (GTK_WIDGET (dialog), "Put into the Queue")));
  /* The worker reads it: the window is not held up. */
  dolen_change_in_window_read (dialog, path);
  g_assert_true (dolen_session_is_busy (session));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (dialog), "https://found.example.org"));
  dolen_app_test_settle (window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), "https://found.example.org"));
  dolen_change_in_window_take (dialog);
  settle (window);
  g_assert_cmpuint (count_suggestions (session, service), ==, 1);
  accept_suggestion (window, service);
  stored = read_service (window, service);
  g_assert_cmpstr (stored->url, ==, "https://found.example.org");
}

/* A call in which the cost was told. */
static gint64
save_cost (DolenDirectory *directory, gpointer data, const char *who, GError **error)
{
  g_autoptr (DolenCall) call = dolen_call_new ();

  dolen_call_add_service (call, data);
  call->outcome = DOLEN_CALL_REACHED;
  dolen_call_change (call, "service", data, "fees", "£3");
  dolen_call_change (call, "service", data, "alert", "No parking");
  return dolen_call_save (directory, call, who, error);
}

static void
on_toast_cb (DolenSession *session, const char *text, gpointer user_data)
{
  g_string_append_printf (user_data, "%s\n", text);
}

/* What somebody changed after the call stays when the call is undone, and that is said. */
static void
test_undo_tells_what_stays (void)
{
  DolenWindow *window = open_queue ();
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (GString) toasts = g_string_new (NULL);
  g_autofree char *service = g_strdup (service_of (choose (window, 0)));
  const DolenUndoable call = { "Call noted", save_cost, g_strdup (service), g_free, NULL, NULL };
  g_autoptr (DolenDirectory) second = NULL;
  g_autoptr (DolenService) stored = NULL;
  gulong handler = g_signal_connect (session, "toast", G_CALLBACK (on_toast_cb), toasts);

  dolen_undoable_run (session, &call);
  settle (window);
  second = dolen_directory_open (
      dolen_db_get_path (dolen_directory_get_db (dolen_session_get_directory (session))),
      DOLEN_DB_READ_WRITE,
      NULL);
  g_assert_cmpint (
      dolen_edit_set_field (second, "service", service, "fees", "£5", NULL, NULL), >, 0);
  undo (window);
  g_signal_handler_disconnect (session, handler);
  g_assert_nonnull (strstr (toasts->str, "left as it is: What it costs"));
  stored = dolen_directory_get_service (second, service, NULL);
  g_assert_cmpstr (stored->fees, ==, "£5");
  g_assert_cmpstr (stored->alert, !=, "No parking");
}

static void
test_how_complete_it_is (void)
{
  DolenWindow *window = open_queue ();
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (view_of (window)), "queue.completeness", NULL);
  settle (window);
  dialog = find_window ("How Complete It Is");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (dialog), " of "));
  dolen_app_test_assert_names (GTK_WIDGET (dialog));
  gtk_window_close (dialog);
  settle (window);
}

static void
test_the_window_goes_away (void)
{
  dolen_app_test_close (open_queue ());
  shared = NULL;
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/queue/" #name, test_##name)
  TEST (the_queue_stands_in_sentences);
  TEST (a_call_nobody_answers_comes_back);
  TEST (each_fact_by_itself);
  TEST (what_was_begun_stays);
  TEST (letters_are_keys);
  TEST (a_form_goes_out_and_comes_back);
  TEST (a_form_is_opened_from_a_file);
  TEST (a_change_is_suggested_sent_and_decided);
  TEST (undo_tells_what_stays);
  TEST (how_complete_it_is);
  TEST (what_one_of_two_lacks_is_not_different);
  TEST (a_narrow_window_shows_one_of_them);
  TEST (the_window_goes_away);
#undef TEST
  return dolen_app_test_run ();
}
