/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/directory/dolen-call-card.h"
#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-queue-view.h"
#include "app/dolen-find-page.h"
#include "app/dolen-page.h"
#include "app/dolen-tour-casework.h"
#include "app/dolen-tour.h"
#include "app/find/dolen-compare-window.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-shortlist.h"
#include "directory/dolen-questions.h"

#include <string.h>

/* What is not known becomes a call with one click, in the window. */
static DolenWindow *shared;

static DolenFindPage *
page (void)
{
  return DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (shared), "find"));
}

static DolenSession *
session (void)
{
  return dolen_window_get_session (shared);
}

static gboolean
is_idle (void)
{
  return !dolen_session_is_busy (session ()) && dolen_find_page_get_findings (page ()) != NULL;
}

static void
settle (void)
{
  dolen_app_test_settle (shared);
  DOLEN_WAIT_UNTIL (is_idle (), 10000);
  dolen_app_test_settle (shared);
}

static void
open_eirlys (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) people = NULL;
  const DolenPersonRow *row;

  shared = dolen_app_test_window ();
  dolen_tour_prepare_profile (session (), &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.go", "s", "find");
  settle ();
  people = dolen_caseload_list_people (
      dolen_casework_get_caseload (dolen_session_get_casework (session ())), "Eirlys", today, NULL);
  g_assert_cmpuint (people->len, >, 0);
  row = g_ptr_array_index (people, 0);
  dolen_session_open_person (session (), row->uid, row->called);
  settle ();
}

/* The button that reads so, below @widget. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static guint
count_open (void)
{
  g_autoptr (GPtrArray) list = dolen_directory_list_questions (
      dolen_session_get_directory (session ()), NULL, NULL);

  g_assert_nonnull (list);
  return list->len;
}

/* Opens suggestions until one has something to ask. */
static GtkWidget *
open_what_is_to_be_asked (void)
{
  DolenFindings *findings = dolen_find_page_get_findings (page ());
  GtkWidget *ask = NULL;

  for (guint i = 0; i < findings->results->len && i < 10 && ask == NULL; i++) {
    char uid[DOLEN_FACTS_UID_SIZE];
    int index = g_array_index (findings->results, DolenFinding, i).index;

    dolen_page_go (GTK_WIDGET (shared),
                   "find",
                   "service",
                   dolen_facts_uid (findings->facts, (guint) index, uid));
    settle ();
    ask = find_button (GTK_WIDGET (page ()), "Ask the Group");
    findings = dolen_find_page_get_findings (page ());
  }
  g_assert_nonnull (ask);
  return ask;
}

static void
test_asked_done_and_taken_back (void)
{
  GtkWidget *ask, *done;
  guint asked;

  open_eirlys ();
  g_assert_cmpuint (count_open (), ==, 0);
  ask = open_what_is_to_be_asked ();
  g_signal_emit_by_name (ask, "clicked");
  settle ();
  asked = count_open ();
  g_assert_cmpuint (asked, >, 0);
  done = find_button (GTK_WIDGET (page ()), "Done");
  g_assert_nonnull (done);
  g_signal_emit_by_name (done, "clicked");
  settle ();
  g_assert_cmpuint (count_open (), ==, asked - 1);
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.undo", "u", 0);
  settle ();
  g_assert_cmpuint (count_open (), ==, asked);
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.undo", "u", 0);
  settle ();
  g_assert_cmpuint (count_open (), ==, 0);
}

static GtkWindow *
find_window (const char *title)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  GtkWindow *window = NULL;

  for (GList *l = all; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      window = l->data;
  return window;
}

static void
click (const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (page ()), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* What is compared is of a person: locked, it is gone. */
static void
check_that_locking_closes_it (const char *person, const char *service)
{
  g_autoptr (GError) error = NULL;

  click ("Compare Shortlist…");
  g_assert_nonnull (find_window ("Compare"));
  dolen_session_lock (session ());
  settle ();
  g_assert_null (find_window ("Compare"));
  dolen_casework_unlock_sync (
      dolen_session_get_casework (session ()), DOLEN_TOUR_PASSPHRASE, &error);
  g_assert_no_error (error);
  dolen_session_open_person (session (), person, "Eirlys");
  settle ();
  dolen_page_go (GTK_WIDGET (shared), "find", "service", service);
  settle ();
}

static void
test_the_shortlist_is_compared (void)
{
  DolenFindings *findings = dolen_find_page_get_findings (page ());
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *person = g_strdup (dolen_session_get_person (session ()));
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < 2; i++) {
    char uid[DOLEN_FACTS_UID_SIZE];
    int index = g_array_index (findings->results, DolenFinding, i).index;

    g_ptr_array_add (uids, g_strdup (dolen_facts_uid (findings->facts, (guint) index, uid)));
  }
  for (guint i = 0; i < 2; i++) {
    dolen_page_go (GTK_WIDGET (shared), "find", "service", uids->pdata[i]);
    settle ();
    g_assert_null (find_button (GTK_WIDGET (page ()), "Compare Shortlist…"));
    click ("Put on Shortlist");
  }
  list = dolen_caseload_list_shortlist (
      dolen_casework_get_caseload (dolen_session_get_casework (session ())), person);
  g_assert_cmpuint (list->len, ==, 2);
  click ("Compare Shortlist…");
  g_assert_nonnull (find_window ("Compare"));
  gtk_window_close (find_window ("Compare"));
  dolen_app_test_settle (shared);
  check_that_locking_closes_it (person, uids->pdata[1]);
  click ("Take off Shortlist");
  g_assert_nonnull (find_button (GTK_WIDGET (page ()), "Put on Shortlist"));
  g_assert_null (find_button (GTK_WIDGET (page ()), "Compare Shortlist…"));
}

static DolenQueueView *
queue (void)
{
  DolenPage *directory = dolen_shell_get_page (dolen_window_get_shell (shared), "directory");

  return DOLEN_QUEUE_VIEW (
      dolen_directory_page_get_place (DOLEN_DIRECTORY_PAGE (directory), "queue"));
}

static void
settle_queue (void)
{
  dolen_app_test_settle (shared);
  DOLEN_WAIT_UNTIL (dolen_queue_view_is_ready (queue ()), 10000);
  dolen_app_test_settle (shared);
}

static gboolean
tick_answered (GtkWidget *widget, gpointer user_data)
{
  if (GTK_IS_CHECK_BUTTON (widget)
      && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), "Answered") == 0)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
  return TRUE;
}

static void
answer_all (void)
{
  g_autoptr (GPtrArray) list = dolen_directory_list_questions (
      dolen_session_get_directory (session ()), NULL, NULL);
  const DolenQuestion *first = list->pdata[0];
  DolenCallCard *card;

  dolen_page_go (GTK_WIDGET (shared), "directory", "call", first->service);
  settle_queue ();
  card = DOLEN_CALL_CARD (dolen_queue_view_get_card (queue ()));
  dolen_app_test_walk (GTK_WIDGET (card), tick_answered, NULL);
  g_assert_true (dolen_call_card_save (card));
  settle_queue ();
}

static const char *
name_of (const GPtrArray *services, guint i)
{
  return dolen_bilingual_get (&((DolenService *) services->pdata[i])->name, DOLEN_LANGUAGE_EN);
}

/* In the smallest window a part of the second is seen, and Tab brings the last into sight. */
static void
check_that_it_is_moved_sideways (GtkWidget *window, const char *second, const char *last)
{
  GtkWidget *shown = dolen_app_test_find_button (window, second);
  GtkWidget *far = dolen_app_test_find_button (window, last);
  int wide = gtk_widget_get_width (window);
  graphene_rect_t at;

  gtk_window_set_default_size (GTK_WINDOW (window), 340, 600);
  DOLEN_WAIT_UNTIL (gtk_widget_get_width (window) < wide, 10000);
  dolen_app_test_settle (shared);
  g_assert_true (gtk_widget_compute_bounds (shown, window, &at));
  g_assert_cmpfloat (at.origin.x + 40, <, gtk_widget_get_width (window));
  g_assert_true (gtk_widget_compute_bounds (far, window, &at));
  g_assert_cmpfloat (at.origin.x, >, gtk_widget_get_width (window));
  gtk_widget_grab_focus (far);
  DOLEN_WAIT_UNTIL (gtk_widget_compute_bounds (far, window, &at)
                        && at.origin.x < gtk_widget_get_width (window) / 2,
                    10000);
}

/* Without a person groups are put aside and compared too, by what is known of them. */
static void
test_nobodys_shortlist_is_compared (void)
{
  g_autofree char *person = g_strdup (dolen_session_get_person (session ()));
  DolenDirectory *directory = dolen_session_get_directory (session ());
  g_autoptr (GPtrArray) services
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_service_free);
  GtkWidget *window;

  dolen_session_open_person (session (), NULL, NULL);
  settle ();
  for (guint i = 0; i < DOLEN_MOST_COMPARED; i++) {
    const DolenFindings *findings = dolen_find_page_get_findings (page ());
    DolenService *service = dolen_directory_get_service_by_id (
        directory, g_array_index (findings->results, DolenFinding, i).id, NULL);

    g_ptr_array_add (services, service);
    dolen_page_go (GTK_WIDGET (shared), "find", "service", service->uid);
    settle ();
    g_assert_true (i > 1 || find_button (GTK_WIDGET (page ()), "Compare Shortlist…") == NULL);
    click ("Put on Shortlist");
  }
  click ("Compare Shortlist…");
  window = GTK_WIDGET (find_window ("Compare"));
  g_assert_nonnull (window);
  for (guint i = 0; i < services->len; i++)
    g_assert_nonnull (dolen_app_test_find_label (window, name_of (services, i)));
  g_assert_nonnull (dolen_app_test_find_label (window, "When and where"));
  dolen_app_test_assert_names (window);
  check_that_it_is_moved_sideways (window, name_of (services, 1), name_of (services, 2));
  gtk_window_close (GTK_WINDOW (window));
  dolen_app_test_settle (shared);
  click ("Empty Shortlist");
  g_assert_null (find_button (GTK_WIDGET (page ()), "Compare Shortlist…"));
  dolen_session_open_person (session (), person, "Eirlys");
  settle ();
}

/* Calls are made without anybody open. */
static void
test_the_list_of_calls (void)
{
  g_signal_emit_by_name (open_what_is_to_be_asked (), "clicked");
  settle ();
  g_assert_cmpuint (count_open (), >, 0);
  dolen_session_open_person (session (), NULL, NULL);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (shared), "win.calls", NULL);
  settle_queue ();
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (queue ()), "Questions 1"));
  answer_all ();
  g_assert_cmpuint (count_open (), ==, 0);
  dolen_app_test_close (shared);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/find-asked/asked", test_asked_done_and_taken_back);
  g_test_add_func ("/find-asked/shortlist", test_the_shortlist_is_compared);
  g_test_add_func ("/find-asked/nobodys_shortlist", test_nobodys_shortlist_is_compared);
  g_test_add_func ("/find-asked/calls", test_the_list_of_calls);
  return dolen_app_test_run ();
}
