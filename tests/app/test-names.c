/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-appointment-form.h"
#include "app/casework/dolen-backup-window.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-copy-window.h"
#include "app/casework/dolen-diary-window.h"
#include "app/casework/dolen-episode-forms.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-incoming-form.h"
#include "app/casework/dolen-person-consents.h"
#include "app/casework/dolen-person-forms.h"
#include "app/casework/dolen-person-papers.h"
#include "app/casework/dolen-person-window.h"
#include "app/casework/dolen-plan-forms.h"
#include "app/casework/dolen-refer-targets.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-restore-window.h"
#include "app/casework/dolen-retention-forms.h"
#include "app/casework/dolen-retention-window.h"
#include "app/casework/dolen-rules-window.h"
#include "app/casework/dolen-security-window.h"
#include "app/casework/dolen-slip-form.h"
#include "app/casework/dolen-try-form.h"
#include "base/dolen-time.h"

/* What a screen reader is told: every page and every form, in both languages. */

static const char *const language_codes[] = { "en", "cy" };

static void
switch_language (DolenWindow *window, const char *code)
{
  g_action_group_activate_action (
      G_ACTION_GROUP (dolen_app_test_application ()), "language", g_variant_new_string (code));
  dolen_app_test_settle (window);
}

static void
check_form (DolenWindow *window, GtkWindow *form)
{
  g_assert_nonnull (form);
  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  dolen_app_test_assert_names (GTK_WIDGET (form));
  dolen_app_test_assert_mnemonics (GTK_WIDGET (form));
  g_assert_cmpstr (gtk_window_get_title (form), !=, NULL);
  gtk_window_destroy (form);
  dolen_app_test_settle (window);
}

typedef GtkWindow *(*AboutFunc) (DolenSession *session, const char *person);

static GtkWindow *
new_referral (DolenSession *session, const char *person)
{
  return dolen_refer_window_new (
      session, DOLEN_REFERRAL, person, "5f0e2a60-7a53-4f39-9a52-0f2f4d1f0001", NULL);
}

static GtkWindow *
new_restore (DolenSession *session, const char *person)
{
  return dolen_restore_window_new (session, "/nowhere/there-is-no-backup");
}

/* All that is asked or shown about a person. */
static const AboutFunc about[] = {
  dolen_appointment_form_new,
  dolen_calendar_form_new,
  dolen_closing_form_new,
  dolen_concern_form_new,
  dolen_consent_form_new,
  dolen_copy_window_new,
  dolen_died_form_new,
  dolen_erase_form_new,
  dolen_extend_form_new,
  dolen_goals_form_new,
  dolen_hold_form_new,
  dolen_incoming_form_new,
  dolen_keep_form_new,
  dolen_next_contact_form_new,
  dolen_person_window_new,
  dolen_plan_form_new,
  dolen_refer_to_crisis_team_new,
  dolen_refer_to_gp_new,
  dolen_refer_to_social_care_new,
  dolen_review_form_new,
  dolen_timeline_paper_new,
  dolen_try_form_new,
  new_referral,
  new_restore,
};

static GtkWindow *(*const windows[]) (DolenSession *session) = {
  dolen_backup_window_new, dolen_diary_window_new,    dolen_retention_window_new,
  dolen_rules_window_new,  dolen_security_window_new, dolen_slip_form_new,
};

static void
test_every_form_has_names_in_both_languages (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);

  g_assert_cmpstr (service, ==, "5f0e2a60-7a53-4f39-9a52-0f2f4d1f0001");
  for (gsize language = 0; language < G_N_ELEMENTS (language_codes); language++) {
    switch_language (window, language_codes[language]);
    for (gsize i = 0; i < G_N_ELEMENTS (about); i++) {
      g_test_message ("%s: form %d", language_codes[language], (int) i);
      check_form (window, about[i](session, person));
    }
    for (gsize i = 0; i < G_N_ELEMENTS (windows); i++) {
      g_test_message ("%s: window %d", language_codes[language], (int) i);
      check_form (window, windows[i](session));
    }
  }
  switch_language (window, "en");
  dolen_app_test_close (window);
}

static void
look_at (DolenWindow *window, const char *place)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", place);
  dolen_app_test_settle (window);
  dolen_people_test_unfold (window);
  dolen_app_test_assert_names (GTK_WIDGET (window));
}

static void
look_at_person (DolenWindow *window, const char *person)
{
  static const char *const parts[] = { "now", "record", "timeline" };

  dolen_page_go (GTK_WIDGET (window), "people", "person", person);
  dolen_app_test_settle (window);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    dolen_people_test_act (window, "person.part", g_variant_new_string (parts[i]));
    dolen_people_test_unfold (window);
    dolen_app_test_assert_names (GTK_WIDGET (window));
  }
  dolen_session_open_person (dolen_window_get_session (window), NULL, NULL);
  dolen_app_test_settle (window);
}

static void
test_every_page_has_names_in_both_languages (void)
{
  static const char *const places[] = { "today", "find", "people", "directory", "reports" };
  DolenWindow *window = dolen_people_test_window (NULL);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autofree char *person = dolen_people_test_add_person (window);
  g_autofree char *referral = dolen_people_test_send (window, person, service);

  g_assert_nonnull (referral);
  dolen_people_test_days_later (9);
  for (gsize language = 0; language < G_N_ELEMENTS (language_codes); language++) {
    switch_language (window, language_codes[language]);
    for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
      look_at (window, places[i]);
    look_at_person (window, person);
  }
  switch_language (window, "en");
  dolen_app_test_close (window);
  dolen_time_set_fixed (0);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/names/" #name, test_##name)
  TEST (every_form_has_names_in_both_languages);
  TEST (every_page_has_names_in_both_languages);
#undef TEST
  return dolen_app_test_run ();
}
