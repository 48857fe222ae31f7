/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-referrer-form.h"
#include "app/casework/dolen-triage-form.h"
#include "app/casework/dolen-try-form.h"
#include "casework/dolen-caseload-incoming.h"

/* Coming in, in the window: a referral is added, decided on, told; somebody cannot be reached. */

static gboolean
shows (DolenWindow *window, const char *text)
{
  return dolen_app_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static void
go_people (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
  dolen_app_test_settle (window);
}

static DolenSmallForm *
dialog (DolenWindow *window)
{
  GtkWidget *found = dolen_people_test_dialog (window);

  g_assert_true (DOLEN_IS_SMALL_FORM (found));
  return DOLEN_SMALL_FORM (found);
}

static void
click (DolenWindow *window, GtkWidget *root, const char *label)
{
  GtkWidget *button = dolen_app_test_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dolen_app_test_settle (window);
}

/* A referral from a GP of somebody new, whose page is open then. */
static void
receive (DolenWindow *window, const char *name)
{
  DolenSmallForm *form;

  go_people (window);
  dolen_people_test_act (window, "people.refer-in", NULL);
  form = dialog (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_text (form, "name", name);
  dolen_small_form_set_text (form, "birth", "7/3/1951");
  dolen_small_form_set_text (form, "phone", "07700 900111");
  dolen_small_form_set_choice (form, "source", 1);
  dolen_small_form_set_text (form, "source-name", "Meddygfa Glan-yr-afon");
  dolen_small_form_set_text (form, "reason", "Alone since March");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
}

static void
test_a_referral_comes_in_is_decided_and_told (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autoptr (GPtrArray) messages = NULL;
  DolenSmallForm *form;

  receive (window, DOLEN_TEST_CANARY);
  g_assert_true (shows (window, "Referrals in 1"));
  g_assert_true (shows (window, "Alone since March"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Dolen");
  click (window, GTK_WIDGET (window), "Decide…");
  form = dialog (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_choice (form, "decision", DOLEN_TRIAGE_WAIT);
  dolen_small_form_set_choice (form, "priority", DOLEN_PRIORITY_SOON);
  g_assert_false (dolen_small_form_act (form)); /* why? */
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "cannot wait its turn"));
  dolen_small_form_set_text (form, "urgent-because", "Her carer is ill");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  /* The next window is the one that tells the referrer. */
  form = dialog (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_false (dolen_small_form_act (form));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "choose how they were told"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (
                       gtk_root_get_focus (GTK_ROOT (form)), ADW_TYPE_PREFERENCES_ROW))),
                   ==,
                   "How they were told");
  dolen_small_form_set_choice (form, "language", 1);
  dolen_small_form_set_choice (form, "how", DOLEN_TELL_TELEPHONED);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  messages = dolen_caseload_list_records (
      dolen_people_test_caseload (window), &dolen_message_type, NULL, NULL);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (((DolenMessage *) messages->pdata[0])->language, ==, "cy");
  g_assert_nonnull (strstr (((DolenMessage *) messages->pdata[0])->text, "rhestr aros"));
  g_assert_true (shows (window, "Waiting 1"));
  g_assert_true (shows (window, "1 of 1 on the list. Soon: Her carer is ill"));
  click (window, GTK_WIDGET (window), "Take Up");
  g_assert_true (shows (window, "Supported 1"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Waiting 1"));
  dolen_app_test_close (window);
}

static void
test_somebody_known_is_met_before_a_second_record_is_made (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenCaseload *caseload;
  DolenSmallForm *form;

  receive (window, "Siân Rhys");
  caseload = dolen_people_test_caseload (window);
  dolen_people_test_act (window, "people.refer-in", NULL);
  form = dialog (window);
  dolen_small_form_set_text (form, "name", "Shan Reece");
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "name sounds alike"));
  click (window, GTK_WIDGET (form), "This Is Them");
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (form), "About somebody known: Siân Rhys"));
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (form), "name sounds alike"));
  dolen_small_form_set_choice (form, "source", 1);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_cmpint (dolen_caseload_count_people (caseload), ==, 1);
  dolen_app_test_close (window);
}

static void
test_not_suitable_goes_back (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSmallForm *form;

  receive (window, "Siân Rhys");
  click (window, GTK_WIDGET (window), "Decide…");
  form = dialog (window);
  dolen_small_form_set_choice (form, "decision", DOLEN_TRIAGE_RETURN);
  dolen_small_form_set_text (form, "where", "Youth service");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "note", "Under 18");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  gtk_window_close (GTK_WINDOW (dialog (window)));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Closed 1"));
  dolen_app_test_close (window);
}

static const DolenFollowUp *
find_follow_up (GPtrArray *due, DolenFollowUpKind kind)
{
  for (guint i = 0; i < due->len; i++)
    if (((DolenDue *) due->pdata[i])->follow_up->kind == kind)
      return ((DolenDue *) due->pdata[i])->follow_up;
  return NULL;
}

/* The form of an open follow-up of @kind. */
static DolenSmallForm *
finish (DolenWindow *window, DolenFollowUpKind kind)
{
  g_autoptr (GPtrArray) due = dolen_caseload_list_follow_ups (
      dolen_people_test_caseload (window), NULL, "2026-11-03", NULL);
  const DolenFollowUp *found = find_follow_up (due, kind);

  g_assert_nonnull (found);
  dolen_people_test_act (window, "person.finish", g_variant_new_string (found->uid));
  return dialog (window);
}

static void
test_follow_ups_of_coming_in_have_their_forms (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSmallForm *form;

  receive (window, "Siân Rhys");
  form = finish (window, DOLEN_FOLLOW_UP_DECIDE);
  dolen_small_form_set_choice (form, "decision", DOLEN_TRIAGE_ASK);
  dolen_small_form_set_text (form, "wanted", "Does she agree?");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  gtk_window_close (GTK_WINDOW (dialog (window)));
  dolen_app_test_settle (window);
  form = finish (window, DOLEN_FOLLOW_UP_MORE_INFO);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_text (form, "words", "She does");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  form = finish (window, DOLEN_FOLLOW_UP_DECIDE);
  dolen_small_form_set_choice (form, "decision", DOLEN_TRIAGE_TAKE_UP);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  gtk_window_close (GTK_WINDOW (dialog (window)));
  dolen_app_test_settle (window);
  form = finish (window, DOLEN_FOLLOW_UP_FIRST_CONTACT);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_small_form_set_choice (form, "result", DOLEN_ENCOUNTER_NO_ANSWER);
  dolen_small_form_set_text (form, "at", "ten-ish");
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_text (form, "at", "9.30");
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "1 try so far: by telephone in the morning."));
  form = finish (window, DOLEN_FOLLOW_UP_TRY_AGAIN);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (form), "Next: by text in the evening"));
  gtk_window_close (GTK_WINDOW (form));
  dolen_app_test_settle (window);
  dolen_app_test_close (window);
}

static void
try_once (DolenWindow *window, DolenFollowUpKind kind, DolenEncounterKind how, const char *at)
{
  DolenSmallForm *form = finish (window, kind);

  dolen_small_form_set_choice (form, "kind", how);
  dolen_small_form_set_choice (form, "result", DOLEN_ENCOUNTER_NO_ANSWER);
  dolen_small_form_set_text (form, "at", at);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
}

static void
test_nobody_is_closed_before_the_rule_is_kept (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSmallForm *form;

  dolen_people_test_days_later (0);
  receive (window, "Siân Rhys");
  form = finish (window, DOLEN_FOLLOW_UP_DECIDE);
  dolen_small_form_set_choice (form, "decision", DOLEN_TRIAGE_TAKE_UP);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  gtk_window_close (GTK_WINDOW (dialog (window)));
  dolen_app_test_settle (window);
  try_once (window, DOLEN_FOLLOW_UP_FIRST_CONTACT, DOLEN_ENCOUNTER_PHONE, "10:00");
  dolen_people_test_days_later (1);
  try_once (window, DOLEN_FOLLOW_UP_TRY_AGAIN, DOLEN_ENCOUNTER_TEXT, "18:00");
  dolen_people_test_days_later (1);
  try_once (window, DOLEN_FOLLOW_UP_TRY_AGAIN, DOLEN_ENCOUNTER_PHONE, "14:00");
  form = finish (window, DOLEN_FOLLOW_UP_NOT_REACHED);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  /* No address is known: no letter can go; the rule is kept. */
  dolen_small_form_set_choice (form, "next", DOLEN_LAST_LETTER);
  g_assert_false (dolen_small_form_act (form));
  dolen_small_form_set_choice (form, "next", DOLEN_LAST_CLOSE);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  form = dialog (window);
  dolen_small_form_set_choice (form, "how", DOLEN_TELL_TELEPHONED);
  g_assert_true (dolen_small_form_act (form));
  dolen_app_test_settle (window);
  g_assert_true (shows (window, "Closed 1"));
  dolen_app_test_close (window);
}

/* What is missing is turned into view, and the focus is in it. */
static void
test_what_is_missing_is_led_to (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  GtkWindow *form = dolen_incoming_form_new (dolen_window_get_session (window), NULL);
  GtkWidget *row;

  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  dolen_small_form_set_text (DOLEN_SMALL_FORM (form), "name", DOLEN_TEST_CANARY);
  g_assert_false (dolen_small_form_act (DOLEN_SMALL_FORM (form)));
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (form)), ADW_TYPE_PREFERENCES_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Who sent them");
  dolen_small_form_set_text (DOLEN_SMALL_FORM (form), "received", "never");
  /* To what is said to be wrong, though something else is missing. */
  for (guint source = 0; source < 2; source++) {
    dolen_small_form_set_choice (DOLEN_SMALL_FORM (form), "source", source);
    g_assert_false (dolen_small_form_act (DOLEN_SMALL_FORM (form)));
    row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (form)), ADW_TYPE_PREFERENCES_ROW);
    g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                     "Received on"));
  }
  gtk_window_destroy (form);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/incoming/" #name, test_##name)
  TEST (a_referral_comes_in_is_decided_and_told);
  TEST (somebody_known_is_met_before_a_second_record_is_made);
  TEST (not_suitable_goes_back);
  TEST (follow_ups_of_coming_in_have_their_forms);
  TEST (nobody_is_closed_before_the_rule_is_kept);
  TEST (what_is_missing_is_led_to);
#undef TEST
  return dolen_app_test_run ();
}
