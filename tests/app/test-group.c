/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-app-test.h"

#include "app/group/dolen-group-draft.h"
#include "app/group/dolen-group-window.h"

static void
assert_time (const char *typed, const char *time)
{
  g_autofree char *parsed = dolen_group_time_parse (typed);
  g_assert_cmpstr (parsed, ==, time);
}

static void
test_times_of_day_are_read_as_typed (void)
{
  assert_time ("10", "10:00");
  assert_time (" 9.30 ", "09:30");
  assert_time ("14:05", "14:05");
  assert_time ("2pm", "14:00");
  assert_time ("12 am", "00:00");
  assert_time ("2:30 PM", "14:30");
  assert_time ("", NULL);
  assert_time ("25:00", NULL);
  assert_time ("10:75", NULL);
  assert_time ("10:5", NULL);
  assert_time ("noon", NULL);
  assert_time ("10 or so", NULL);
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
test_a_name_is_all_that_is_needed (void)
{
  g_autoptr (DolenGroupDraft) draft = dolen_group_draft_new ();

  g_assert_cmpuint (dolen_group_draft_check (draft), ==, DOLEN_GROUP_NO_NAME);
  g_assert_true (dolen_group_draft_is_empty (draft));
  set_text (&draft->name_cy, "Clwb Crefft");
  g_assert_cmpuint (dolen_group_draft_check (draft), ==, 0);
  set_text (&draft->postcode, "nowhere");
  set_text (&draft->opens, "noon");
  set_text (&draft->phone, "ask Beti");
  set_text (&draft->email, "beti");
  g_assert_cmpuint (dolen_group_draft_check (draft),
                    ==,
                    DOLEN_GROUP_BAD_POSTCODE | DOLEN_GROUP_BAD_OPENS | DOLEN_GROUP_BAD_PHONE
                        | DOLEN_GROUP_BAD_EMAIL);
}

static void
test_a_draft_becomes_a_whole_service (void)
{
  g_autoptr (DolenGroupDraft) draft = dolen_group_draft_new ();
  DolenService *service;
  const DolenSchedule *schedule;

  set_text (&draft->name_en, " Craft  Club ");
  set_text (&draft->postcode, "sa487aa");
  set_text (&draft->opens, "10");
  draft->days = 1u << 1 | 1u << 3;
  draft->every_weeks = 2;
  draft->free = draft->in_welsh = TRUE;
  draft->status = DOLEN_CAPACITY_PLACES;
  draft->places = 4;
  service = dolen_group_draft_to_service (draft, DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (service->name.en, ==, "Craft Club");
  g_assert_cmpuint (service->venues->len, ==, 1);
  g_assert_cmpstr (((DolenVenue *) service->venues->pdata[0])->postcode, ==, "SA48 7AA");
  schedule = service->schedules->pdata[0];
  g_assert_cmpstr (schedule->byday, ==, "TU,TH");
  g_assert_cmpint (schedule->interval, ==, 2);
  g_assert_cmpstr (schedule->opens_at, ==, "10:00");
  g_assert_cmpint (((DolenCapacity *) service->capacities->pdata[0])->places_free, ==, 4);
  g_assert_cmpint (((DolenCost *) service->costs->pdata[0])->pence, ==, 0);
  g_assert_cmpuint (service->contacts->len, ==, 0);
  dolen_service_free (service);
}

static GtkWindow *
find_form (DolenWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (DOLEN_IS_GROUP_WINDOW (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
find (GtkWindow *form, const char *id)
{
  return dolen_app_test_find_id (GTK_WIDGET (form), id);
}

static void
test_adding_a_group_can_be_undone (void)
{
  DolenWindow *window = dolen_app_test_window ();
  DolenSession *session = dolen_window_get_session (window);
  GtkWindow *form;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-group", NULL);
  dolen_app_test_settle (window);
  form = find_form (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  g_assert_false (gtk_widget_get_sensitive (find (form, "add_button")));
  gtk_editable_set_text (GTK_EDITABLE (find (form, "name_en_row")), "Craft Club");
  gtk_editable_set_text (GTK_EDITABLE (find (form, "organisation_row")), "Neuadd Fach");
  g_assert_true (gtk_widget_get_sensitive (find (form, "add_button")));
  g_signal_emit_by_name (find (form, "add_button"), "clicked");
  DOLEN_WAIT_UNTIL (find_form (window) == NULL, 10000);
  dolen_app_test_settle (window);
  g_assert_false (dolen_session_is_empty (session));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", "u", 0);
  dolen_app_test_settle (window);
  g_assert_true (dolen_session_is_empty (session));
  dolen_app_test_close (window);
}

static void
test_what_was_typed_and_not_added_comes_back (void)
{
  DolenWindow *window = dolen_app_test_window ();
  GtkWindow *form;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-group", NULL);
  form = find_form (window);
  gtk_editable_set_text (GTK_EDITABLE (find (form, "name_cy_row")), "Clwb Crefft");
  gtk_switch_set_active (GTK_SWITCH (find (form, "welsh_switch")), TRUE);
  gtk_window_close (form);
  g_assert_null (find_form (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-group", NULL);
  form = find_form (window);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find (form, "name_cy_row"))), ==, "Clwb Crefft");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (find (form, "welsh_switch"))));
  gtk_window_destroy (form);
  dolen_app_test_close (window);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
  g_test_add_func ("/group/times_of_day_are_read_as_typed", test_times_of_day_are_read_as_typed);
  g_test_add_func ("/group/a_name_is_all_that_is_needed", test_a_name_is_all_that_is_needed);
  g_test_add_func ("/group/a_draft_becomes_a_whole_service", test_a_draft_becomes_a_whole_service);
  g_test_add_func ("/group/adding_a_group_can_be_undone", test_adding_a_group_can_be_undone);
  g_test_add_func ("/group/what_was_typed_and_not_added_comes_back",
                   test_what_was_typed_and_not_added_comes_back);
  return dolen_app_test_run ();
}
