/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-rules-window.h"

#include <glib/gstdio.h>

/* The window that says by which rules follow-ups come, and whose bank holidays count. */

static char *
own_file (DolenWindow *window)
{
  return g_build_filename (
      dolen_session_get_folder (dolen_window_get_session (window)), "follow-ups.json", NULL);
}

static GtkWindow *
open_rules (DolenWindow *window)
{
  GtkWindow *rules = dolen_rules_window_new (dolen_window_get_session (window));

  dolen_window_present_dialog (GTK_WIDGET (window), rules);
  dolen_app_test_settle (window);
  return rules;
}

static void
assert_says (DolenWindow *window, const char *sentence)
{
  GtkWindow *rules = open_rules (window);

  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (rules), sentence));
  gtk_window_destroy (rules);
}

static void
test_it_says_whose_rules_hold (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *path = own_file (window);

  assert_says (window, "These are Dolen’s own.");
  g_assert_true (g_file_set_contents (
      path,
      "{\"rules\": [{\"code\": \"no-answer\", \"kind\": \"no-answer\", \"en\": \"Ask again "
      "the very next day\", \"cy\": \"Holi eto drannoeth\", \"working_days\": [1]}]}",
      -1,
      NULL));
  assert_says (window, "With the scheme’s own rules from");
  assert_says (window, "Ask again the very next day");
  dolen_app_test_close (window);
}

/* What cannot be read is said, and ours are shown: they are the ones that hold. */
static void
test_a_wrong_file_is_said_and_ours_are_shown (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *path = own_file (window);

  g_assert_true (g_file_set_contents (
      path, "{\"rules\": [{\"code\": \"check\", \"kind\": \"nonsense\"}]}", -1, NULL));
  assert_says (window, "Until it is mended Dolen’s own rules hold.");
  assert_says (window, "28 days after a referral");
  dolen_app_test_close (window);
}

static gboolean
find_combo (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (ADW_IS_COMBO_ROW (widget))
    *found = widget;
  return *found == NULL;
}

static void
test_bank_holidays_are_those_of_the_nation_chosen (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GSettings *settings = dolen_session_get_settings (dolen_window_get_session (window));
  GtkWindow *rules = open_rules (window);
  GtkWidget *row = NULL;
  g_autofree char *before = g_settings_get_string (settings, "nation");
  g_autofree char *after = NULL;

  dolen_app_test_walk (GTK_WIDGET (rules), find_combo, &row);
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  after = g_settings_get_string (settings, "nation");
  g_assert_cmpstr (after, !=, before);
  gtk_window_destroy (rules);
  rules = open_rules (window);
  row = NULL;
  dolen_app_test_walk (GTK_WIDGET (rules), find_combo, &row);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  gtk_window_destroy (rules);
  g_settings_reset (settings, "nation");
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/rules/" #name, test_##name)
  TEST (it_says_whose_rules_hold);
  TEST (a_wrong_file_is_said_and_ours_are_shown);
  TEST (bank_holidays_are_those_of_the_nation_chosen);
#undef TEST
  return dolen_app_test_run ();
}
