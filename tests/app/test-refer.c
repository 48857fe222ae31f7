/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "dolen-people-test.h"

#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-sent-letter.h"
#include "casework/records/dolen-export.h"
#include "casework/records/dolen-slip.h"

#include <string.h>

typedef struct {
  DolenWindow *window;
  char *service;
  char *person;
  DolenReferWindow *form;
} Fixture;

static void
set_up (Fixture *fixture)
{
  GtkWindow *form;

  fixture->window = dolen_people_test_window (NULL);
  fixture->service = dolen_people_test_add_service (fixture->window);
  fixture->person = dolen_people_test_add_person (fixture->window);
  form = dolen_refer_window_new (dolen_window_get_session (fixture->window),
                                 DOLEN_REFERRAL,
                                 fixture->person,
                                 fixture->service,
                                 NULL);
  g_assert_nonnull (form);
  dolen_window_present_dialog (GTK_WIDGET (fixture->window), form);
  dolen_app_test_settle (fixture->window);
  fixture->form = DOLEN_REFER_WINDOW (form);
}

static void
tear_down (Fixture *fixture)
{
  dolen_app_test_close (fixture->window);
  g_free (fixture->service);
  g_free (fixture->person);
}

static DolenReferral *
only_referral (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = dolen_caseload_list_referrals (
      dolen_people_test_caseload (fixture->window), fixture->person, TRUE, NULL);

  g_assert_cmpuint (all->len, <=, 1);
  return all->len == 1 ? dolen_referral_copy (g_ptr_array_index (all, 0)) : NULL;
}

static gboolean
has_referral (Fixture *fixture)
{
  g_autoptr (DolenReferral) referral = only_referral (fixture);

  return referral != NULL;
}

static GtkWidget *
part (Fixture *fixture, const char *id)
{
  return dolen_app_test_find_id (GTK_WIDGET (fixture->form), id);
}

static gboolean
may_send (Fixture *fixture)
{
  return gtk_widget_get_sensitive (part (fixture, "send_button"));
}

static void
test_without_consent_it_stays_a_draft_and_says_why (void)
{
  Fixture fixture;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  dolen_app_test_assert_names (GTK_WIDGET (fixture.form));
  g_assert_false (may_send (&fixture));
  g_assert_nonnull (
      dolen_app_test_find_label (GTK_WIDGET (fixture.form), "Until they agree this stays a draft"));
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_NO);
  g_assert_false (may_send (&fixture));
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (fixture.form), "nothing may be sent"));
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (fixture.form), "Go There"),
                         "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture.form)),
                                         part (&fixture, "consent_row"))
                 || gtk_root_get_focus (GTK_ROOT (fixture.form)) == part (&fixture, "consent_row"));
  g_assert_false (dolen_refer_window_send (fixture.form));
  g_signal_emit_by_name (part (&fixture, "draft_button"), "clicked");
  dolen_app_test_settle (fixture.window);
  stored = only_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_DRAFT);
  tear_down (&fixture);
}

static void
test_a_letter_says_that_nobody_has_agreed_or_signed (void)
{
  Fixture fixture;
  DolenSession *session;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&fixture);
  session = dolen_window_get_session (fixture.window);
  before = dolen_refer_window_dup_text (fixture.form);
  g_assert_nonnull (strstr (before, "They have not agreed yet."));
  g_assert_null (strstr (before, "agreed on  that"));
  g_assert_true (gtk_widget_get_visible (part (&fixture, "sender_hint")));
  g_settings_set_string (dolen_session_get_settings (session), "worker-name", "Nia Example");
  g_assert_false (gtk_widget_get_visible (part (&fixture, "sender_hint")));
  g_settings_reset (dolen_session_get_settings (session), "worker-name");
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_YES);
  after = dolen_refer_window_dup_text (fixture.form);
  g_assert_null (strstr (after, "They have not agreed yet."));
  tear_down (&fixture);
}

static void
test_somebody_without_a_telephone_can_be_referred (void)
{
  DolenWindow *window = dolen_people_test_window (NULL);
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *service = dolen_people_test_add_service (window);
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autofree char *text = NULL;
  GtkWindow *form;

  person->name = g_strdup (DOLEN_TEST_CANARY);
  g_assert_true (
      dolen_casework_person_add (dolen_session_get_casework (session), person, NULL, NULL));
  form = dolen_refer_window_new (session, DOLEN_REFERRAL, person->uid, service, NULL);
  g_assert_nonnull (form);
  dolen_window_present_dialog (GTK_WIDGET (window), form);
  dolen_app_test_settle (window);
  text = dolen_refer_window_dup_text (DOLEN_REFER_WINDOW (form));
  g_assert_nonnull (strstr (text, DOLEN_TEST_CANARY));
  g_assert_null (strstr (text, "To reach them:"));
  dolen_app_test_close (window);
}

/* Whether Tab leads from @from to @to, before it is back where it was. */
static gboolean
tab_leads (Fixture *fixture, GtkWidget *from, GtkWidget *to)
{
  GtkRoot *root = GTK_ROOT (fixture->form);

  g_assert_true (gtk_widget_child_focus (from, GTK_DIR_TAB_FORWARD)
                 || gtk_widget_grab_focus (from));
  for (int i = 0; i < 100; i++) {
    GtkWidget *focus = gtk_root_get_focus (root);

    if (focus != NULL && (focus == to || gtk_widget_is_ancestor (focus, to)))
      return TRUE;
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  }
  return FALSE;
}

/* By the keyboard alone, from whom it is for to sending it: each part is reached, none holds on to
 * the keyboard, and one of them sends it. */
static void
test_the_keyboard_is_enough (void)
{
  static const char *const parts[]
      = { "consent_row", "next_row", "told_row", "letter_view", "draft_button", "send_button" };
  Fixture fixture;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_YES);
  dolen_app_test_settle (fixture.window);
  dolen_app_test_assert_mnemonics (GTK_WIDGET (fixture.form));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    GtkWidget *from = part (&fixture, parts[i]);
    GtkWidget *to = part (&fixture, parts[(i + 1) % G_N_ELEMENTS (parts)]);

    g_test_message ("From %s", parts[i]);
    if (gtk_widget_get_mapped (from) && gtk_widget_get_mapped (to))
      g_assert_true (tab_leads (&fixture, from, to));
  }
  gtk_widget_grab_focus (part (&fixture, "send_button"));
  gtk_widget_mnemonic_activate (part (&fixture, "send_button"), FALSE);
  DOLEN_WAIT_UNTIL (has_referral (&fixture), 5000);
  stored = only_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_SENT);
  tear_down (&fixture);
}

static void
test_what_was_typed_is_kept_when_it_is_closed (void)
{
  Fixture fixture;
  GtkWindow *again;

  set_up (&fixture);
  gtk_window_close (GTK_WINDOW (fixture.form));
  dolen_app_test_settle (fixture.window);
  again = dolen_refer_window_new (dolen_window_get_session (fixture.window),
                                  DOLEN_REFERRAL,
                                  fixture.person,
                                  fixture.service,
                                  NULL);
  g_assert_null (dolen_app_test_find_label (GTK_WIDGET (again), "What was being typed"));
  dolen_window_present_dialog (GTK_WIDGET (fixture.window), again);
  dolen_refer_window_set_consent (DOLEN_REFER_WINDOW (again), DOLEN_CONSENT_YES);
  gtk_window_close (again);
  dolen_app_test_settle (fixture.window);
  fixture.form
      = DOLEN_REFER_WINDOW (dolen_refer_window_new (dolen_window_get_session (fixture.window),
                                                    DOLEN_REFERRAL,
                                                    fixture.person,
                                                    fixture.service,
                                                    NULL));
  dolen_window_present_dialog (GTK_WIDGET (fixture.window), GTK_WINDOW (fixture.form));
  dolen_app_test_settle (fixture.window);
  g_assert_true (may_send (&fixture));
  g_signal_emit_by_name (dolen_app_test_find_button (GTK_WIDGET (fixture.form), "Start Afresh"),
                         "clicked");
  g_assert_false (may_send (&fixture));
  tear_down (&fixture);
}

/* What went out can be read and printed again, as it was on its day; sending can be taken back. */
static void
test_a_letter_that_was_sent_can_be_printed_again (void)
{
  Fixture fixture;
  g_autoptr (DolenReferral) stored = NULL;
  g_autoptr (DolenReferral) after = NULL;
  g_autofree char *before = NULL;
  g_autofree char *reference = NULL;
  GtkWidget *paper, *buttons;

  set_up (&fixture);
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_YES);
  dolen_app_test_settle (fixture.window);
  g_assert_true (dolen_refer_window_send (fixture.form));
  dolen_app_test_settle (fixture.window);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (fixture.window), "still to be told"));
  g_assert_nonnull (dolen_app_test_find_button (GTK_WIDGET (fixture.window), "Undo"));
  stored = only_referral (&fixture);
  dolen_people_test_days_later (3);
  paper
      = GTK_WIDGET (dolen_sent_letter_new (dolen_window_get_session (fixture.window), stored->uid));
  dolen_window_present_dialog (GTK_WIDGET (fixture.window), GTK_WINDOW (paper));
  dolen_app_test_settle (fixture.window);
  dolen_app_test_assert_names (paper);
  before = g_strdup (dolen_paper_window_get_text (DOLEN_PAPER_WINDOW (paper)));
  reference = dolen_slip_reference (stored->reference);
  g_assert_nonnull (strstr (before, "Glan-yr-afon Lunch Club"));
  g_assert_nonnull (strstr (before, reference)); /* the slip */
  buttons = dolen_letter_buttons_find (paper);
  dolen_letter_buttons_copy (buttons);
  after = only_referral (&fixture);
  g_assert_cmpstr (after->given_out, ==, DOLEN_EXPORT_COPIED);
  gtk_window_destroy (GTK_WINDOW (paper));
  tear_down (&fixture);
}

static void
test_yes_sends_it (void)
{
  Fixture fixture;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_YES);
  dolen_app_test_settle (fixture.window);
  g_assert_true (may_send (&fixture));
  g_assert_true (dolen_refer_window_send (fixture.form));
  dolen_app_test_settle (fixture.window);
  g_assert_null (dolen_people_test_dialog (fixture.window));
  stored = only_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_SENT);
  g_assert_cmpstr (stored->service_name, ==, "Glan-yr-afon Lunch Club");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", "u", 0);
  g_clear_pointer (&stored, dolen_referral_free);
  stored = only_referral (&fixture);
  g_assert_true (stored == NULL || stored->state == DOLEN_REFERRAL_DRAFT);
  tear_down (&fixture);
}

static gboolean
untick_name (GtkWidget *widget, gpointer user_data)
{
  if (!GTK_IS_CHECK_BUTTON (widget))
    return TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), FALSE);
  return FALSE;
}

static void
test_lines_that_are_not_ticked_are_not_in_the_text (void)
{
  Fixture fixture;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&fixture);
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_YES);
  before = dolen_refer_window_dup_text (fixture.form);
  g_assert_nonnull (strstr (before, DOLEN_TEST_CANARY));
  g_assert_null (strstr (before, "(null)"));
  g_assert_null (strstr (before, "To hear voices"));
  /* The way that must not be used never leaves. */
  g_assert_null (strstr (before, "960198"));
  dolen_app_test_walk (part (&fixture, "share_group"), untick_name, NULL);
  after = dolen_refer_window_dup_text (fixture.form);
  g_assert_null (strstr (after, DOLEN_TEST_CANARY));
  gtk_window_destroy (GTK_WINDOW (fixture.form));
  tear_down (&fixture);
}

static void
test_a_copied_referral_is_cancelled_and_not_undone (void)
{
  Fixture fixture;
  g_autoptr (DolenReferral) stored = NULL;

  set_up (&fixture);
  dolen_refer_window_set_consent (fixture.form, DOLEN_CONSENT_YES);
  dolen_app_test_settle (fixture.window);
  dolen_letter_buttons_copy (dolen_letter_buttons_find (GTK_WIDGET (fixture.form)));
  stored = only_referral (&fixture);
  g_assert_cmpstr (stored->given_out, ==, "copied");
  g_assert_true (dolen_refer_window_send (fixture.form));
  dolen_app_test_settle (fixture.window);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", "u", 0);
  dolen_app_test_settle (fixture.window);
  g_clear_pointer (&stored, dolen_referral_free);
  stored = only_referral (&fixture);
  g_assert_cmpint (stored->state, ==, DOLEN_REFERRAL_SENT);
  g_assert_nonnull (dolen_app_test_find_label (GTK_WIDGET (fixture.window),
                                               "It was printed, copied or exported"));
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  dolen_app_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/refer/" #name, test_##name)
  TEST (without_consent_it_stays_a_draft_and_says_why);
  TEST (a_letter_says_that_nobody_has_agreed_or_signed);
  TEST (somebody_without_a_telephone_can_be_referred);
  TEST (the_keyboard_is_enough);
  TEST (what_was_typed_is_kept_when_it_is_closed);
  TEST (yes_sends_it);
  TEST (a_letter_that_was_sent_can_be_printed_again);
  TEST (lines_that_are_not_ticked_are_not_in_the_text);
  TEST (a_copied_referral_is_cancelled_and_not_undone);
#undef TEST
  return dolen_app_test_run ();
}
