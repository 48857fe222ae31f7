/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/dolen-find-page.h"
#include "app/dolen-tour.h"
#include "app/find/dolen-result.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-outgoing.h"

/* From Find to the plan of a person: on the sample and the invented people of the tour. */

static DolenFindPage *
page_of (DolenWindow *window)
{
  return DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
}

static gboolean
is_idle (DolenWindow *window)
{
  return !dolen_session_is_busy (dolen_window_get_session (window))
         && dolen_find_page_get_findings (page_of (window)) != NULL;
}

static void
settle (DolenWindow *window)
{
  dolen_app_test_settle (window);
  DOLEN_WAIT_UNTIL (is_idle (window), 10000);
  dolen_app_test_settle (window);
}

static char *
dup_uid (DolenWindow *window, const char *name)
{
  GListModel *model = dolen_find_list_get_model (dolen_find_page_get_list (page_of (window)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (DolenResult) result = g_list_model_get_item (model, i);
    const DolenServiceCard *card = dolen_result_get_card (result);
    if (g_strcmp0 (card->name.en, name) == 0)
      return g_strdup (card->uid);
  }
  g_assert_not_reached ();
}

static void
open_service (DolenWindow *window, const char *name)
{
  g_autofree char *uid = dup_uid (window, name);

  dolen_page_go (GTK_WIDGET (window), "find", "service", uid);
  settle (window);
}

static void
open_person (DolenWindow *window, const char *name)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) people = dolen_caseload_list_people (caseload, name, today, NULL);
  const DolenPersonRow *row;

  g_assert_cmpuint (people->len, >, 0);
  row = g_ptr_array_index (people, 0);
  dolen_session_open_person (session, row->uid, row->called);
  settle (window);
}

static DolenWindow *
open_find (void)
{
  DolenWindow *window = dolen_app_test_window ();
  g_autoptr (GError) error = NULL;

  dolen_tour_prepare_profile (dolen_window_get_session (window), &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
  settle (window);
  return window;
}

/* A group that suits goes on the plan with its reasons, by one click, and is taken back. */
static void
test_a_group_is_added_to_the_plan (void)
{
  DolenWindow *window = open_find ();
  DolenSession *session = dolen_window_get_session (window);
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const DolenChoice *choice;
  GtkWidget *button;

  open_service (window, "Yr Ardd Gudd gardening mornings");
  g_assert_null (dolen_app_test_find_button (GTK_WIDGET (page_of (window)), "Add to Plan"));
  open_person (window, "Eirlys");
  open_service (window, "Yr Ardd Gudd gardening mornings");
  before = dolen_caseload_list_choices (caseload, dolen_session_get_person (session));
  button = dolen_app_test_find_button (GTK_WIDGET (page_of (window)), "Add to Plan");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (window);
  added = dolen_caseload_list_choices (caseload, dolen_session_get_person (session));
  g_assert_cmpuint (added->len, ==, before->len + 1);
  choice = g_ptr_array_index (added, added->len - 1);
  g_assert_cmpstr (choice->service_name, ==, "Yr Ardd Gudd gardening mornings");
  g_assert_nonnull (choice->service);
  g_assert_nonnull (choice->reasons);
  g_assert_nonnull (choice->reasons[0]);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  settle (window);
  after = dolen_caseload_list_choices (caseload, dolen_session_get_person (session));
  g_assert_cmpuint (after->len, ==, before->len);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  gint64 moment = 0;

  dolen_app_test_init (&argc, &argv);
  dolen_instant_of_iso ("2026-05-14T09:20:00", &moment);
  dolen_time_set_fixed (moment);
  g_test_add_func ("/plan/a_group_is_added_to_the_plan", test_a_group_is_added_to_the_plan);
  return dolen_app_test_run ();
}
