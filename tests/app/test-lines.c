/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-today-view.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"

/* The lists of Today: many lines, an act that touches one, a page that is not looked at. */

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

/* @n steps of one person that are due today. */
static void
add_steps (DolenWindow *window, const char *person, int n)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenAct) act
             = dolen_act_begin (dolen_session_get_casework (dolen_window_get_session (window)),
                                DOLEN_EVENT_FOLLOW_UP_ADD,
                                person,
                                &error);

  g_assert_no_error (error);
  for (int i = 0; i < n; i++) {
    g_autoptr (DolenFollowUp) step
               = dolen_follow_up_new (person, NULL, DOLEN_FOLLOW_UP_OTHER, today);

    step->note = g_strdup_printf ("Step number %d.", i);
    step->created = i + 1;
    dolen_act_put (act, &dolen_follow_up_type, NULL, step);
  }
  dolen_act_commit (act, NULL, &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
}

static void
click (DolenWindow *window, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
}

/* What is left out is counted, and one button away. */
static void
test_many_lines_are_counted_and_a_button_shows_more (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);

  add_steps (window, person, 70);
  g_assert_true (shows (window, "Today (70)"));
  g_assert_true (shows (window, "Step number 29."));
  g_assert_false (shows (window, "Step number 30."));
  click (window, "Show More (40)");
  g_assert_true (shows (window, "Step number 59."));
  click (window, "Show More (10)");
  g_assert_true (shows (window, "Step number 69."));
  g_assert_false (shows (window, "Show More"));
  dolen_app_test_assert_names (GTK_WIDGET (window));
  dolen_app_test_close (window);
}

static GtkWidget *
line_of (DolenWindow *window, const char *text)
{
  GtkWidget *label = dolen_app_test_find_label (GTK_WIDGET (window), text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static void
finish_step (DolenWindow *window, const char *person, guint position)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) steps = dolen_caseload_list_follow_ups (
      dolen_people_test_caseload (window), person, today, NULL);
  g_autoptr (GError) error = NULL;

  dolen_casework_follow_up_cancel (dolen_session_get_casework (dolen_window_get_session (window)),
                                   ((DolenDue *) steps->pdata[position])->follow_up->uid,
                                   NULL,
                                   &error);
  g_assert_no_error (error);
  dolen_app_test_settle (window);
}

/* One act is one line: the others are the very widgets that stood there, and whoever works by the
 * keyboard goes on where they were. */
static void
test_an_act_touches_its_own_line (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWidget *first, *third, *focus;

  add_steps (window, person, 3);
  first = line_of (window, "Step number 0.");
  third = line_of (window, "Step number 2.");
  gtk_widget_child_focus (line_of (window, "Step number 1."), GTK_DIR_TAB_FORWARD);
  finish_step (window, person, 1);
  g_assert_false (shows (window, "Step number 1."));
  g_assert_true (line_of (window, "Step number 0.") == first);
  g_assert_true (line_of (window, "Step number 2.") == third);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, third));
  dolen_app_test_close (window);
}

/* What is not looked at is not worked on; whoever comes back sees it as it is. */
static void
test_today_waits_until_it_is_looked_at (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);
  GtkWidget *today;

  add_steps (window, person, 1);
  today = gtk_widget_get_ancestor (line_of (window, "Step number 0."), DOLEN_TYPE_TODAY_VIEW);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "directory");
  dolen_app_test_settle (window);
  finish_step (window, person, 0);
  g_assert_true (gtk_widget_get_realized (today));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  dolen_app_test_settle (window);
  g_assert_false (shows (window, "Step number 0."));
  dolen_app_test_close (window);
}

/* By the keyboard: from line to line, and in each first what finishes it, then the page. */
static void
test_tab_goes_through_the_lines_in_their_order (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *person = dolen_people_test_add_person (window);

  add_steps (window, person, 2);
  gtk_widget_child_focus (line_of (window, "Step number 0."), GTK_DIR_TAB_FORWARD);
  for (int i = 0; i < 4; i++) {
    GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

    g_assert_true (GTK_IS_BUTTON (focus));
    g_assert_true (gtk_widget_is_ancestor (
        focus, line_of (window, i < 2 ? "Step number 0." : "Step number 1.")));
    g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)),
                     ==,
                     i % 2 == 0 ? "today.finish" : "today.person");
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  }
  gtk_widget_child_focus (line_of (window, "Step number 1."), GTK_DIR_TAB_FORWARD);
  /* Enter: a button shows that it is pressed before it does what it does. */
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
  DOLEN_WAIT_UNTIL (dolen_people_test_dialog (window) != NULL, 5000);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/lines/" #name, test_##name)
  TEST (many_lines_are_counted_and_a_button_shows_more);
  TEST (an_act_touches_its_own_line);
  TEST (today_waits_until_it_is_looked_at);
  TEST (tab_goes_through_the_lines_in_their_order);
#undef TEST
  return dolen_app_test_run ();
}
