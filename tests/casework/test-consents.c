/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support-test.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-consents.h"
#include "casework/records/dolen-episode-words.h"
#include "support/dolen-test.h"

/* Consents to share: given, in force, renewed, withdrawn. */

/* ---- consents ---- */

static DolenShareConsent *
new_consent (const char *person)
{
  DolenShareConsent *consent = dolen_consent_new (person);

  consent->recipient_kind = g_strdup ("family");
  consent->recipient_name = g_strdup ("Her sister");
  dolen_share_lines_add (&consent->lines, "progress", "How it is going", TRUE);
  dolen_share_lines_add (&consent->lines, "contact", "How to reach her", FALSE);
  return consent;
}

static void
test_whether_a_consent_is_in_force_on_a_day (void)
{
  static const struct {
    const char *until, *withdrawn, *closed, *day;
    DolenConsentState state;
  } cases[] = {
    { NULL, NULL, NULL, "2026-11-02", DOLEN_CONSENT_STATE_NOT_BEGUN },
    { NULL, NULL, NULL, "2026-11-03", DOLEN_CONSENT_STATE_IN_FORCE },
    { NULL, NULL, "2026-12-01", "2026-12-01", DOLEN_CONSENT_STATE_IN_FORCE },
    { NULL, NULL, "2026-12-01", "2026-12-02", DOLEN_CONSENT_STATE_ENDED },
    { "2027-01-05", NULL, "2026-12-01", "2027-01-05", DOLEN_CONSENT_STATE_IN_FORCE },
    { "2026-11-20", NULL, NULL, "2026-11-21", DOLEN_CONSENT_STATE_ENDED },
    { "2027-01-05", "2026-12-24", NULL, "2026-12-23", DOLEN_CONSENT_STATE_IN_FORCE },
    { "2027-01-05", "2026-12-24", NULL, "2026-12-24", DOLEN_CONSENT_STATE_WITHDRAWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenShareConsent consent = { .given_on = (char *) SUPPORT_TODAY,
                                  .until = (char *) cases[i].until,
                                  .withdrawn_on = (char *) cases[i].withdrawn };

    g_assert_cmpint (
        dolen_consent_state_on (&consent, cases[i].closed, cases[i].day), ==, cases[i].state);
    g_assert_cmpint (dolen_consent_in_force (&consent, cases[i].closed, cases[i].day),
                     ==,
                     cases[i].state == DOLEN_CONSENT_STATE_IN_FORCE);
  }
}

static void
test_a_consent_is_given_renewed_and_withdrawn (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenShareConsent) consent = new_consent (person);
  g_autoptr (DolenShareConsent) found = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  GError *error = NULL;

  consent->until = g_strdup ("2026-12-31");
  g_assert_true (dolen_casework_consent_give (test->casework, consent, NULL, &error));
  support_test_assert_due (test, person, "consent-ends", "2026-12-17");
  g_assert_true (
      dolen_casework_consent_renew (test->casework, consent->uid, "2027-03-31", NULL, &error));
  support_test_assert_due (test, person, "consent-ends", "2027-03-17");
  g_assert_true (dolen_casework_consent_renew (test->casework, consent->uid, NULL, NULL, &error));
  support_test_assert_due (test, person, "consent-ends", "");
  found = dolen_caseload_find_consent (
      support_test_caseload (test), person, "family", NULL, SUPPORT_TODAY);
  g_assert_nonnull (found);
  g_assert_true (dolen_consent_allows (found, "progress"));
  g_assert_false (dolen_consent_allows (found, "contact"));
  g_assert_true (
      dolen_casework_consent_withdraw (test->casework, consent->uid, "not now", &undo, &error));
  g_assert_null (dolen_caseload_find_consent (
      support_test_caseload (test), person, "family", NULL, SUPPORT_TODAY));
  support_test_assert_due (test, person, "tell-group", "2026-11-04");
  support_test_expect (
      dolen_casework_consent_renew (test->casework, consent->uid, NULL, NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
  support_test_undo (test, undo);
  support_test_assert_due (test, person, "tell-group", "");
}

static void
test_a_consent_needs_a_recipient_and_a_line (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenShareConsent) consent = new_consent (person);
  GError *error = NULL;

  ((DolenShareLine *) consent->lines->pdata[0])->ticked = FALSE;
  support_test_expect (dolen_casework_consent_give (test->casework, consent, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  ((DolenShareLine *) consent->lines->pdata[0])->ticked = TRUE;
  g_clear_pointer (&consent->recipient_name, g_free);
  support_test_expect (dolen_casework_consent_give (test->casework, consent, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
  consent->recipient_name = g_strdup ("Her sister");
  consent->until = g_strdup ("2026-11-01");
  support_test_expect (dolen_casework_consent_give (test->casework, consent, NULL, &error),
                       &error,
                       DOLEN_ERROR_INVALID);
}

static void
test_sending_records_the_consent_and_withdrawing_stops_drafts (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *sent = support_test_send (test, person);
  g_autoptr (DolenReferral) draft = support_test_referral (person);
  g_autoptr (DolenReferral) referral
             = dolen_caseload_get_referral (support_test_caseload (test), sent);
  g_autoptr (DolenReferral) stopped = NULL;
  g_autoptr (DolenEpisode) episode = support_test_episode (test, person);
  g_autoptr (DolenShareConsent) consent = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_referral_draft (test->casework, draft, NULL, &error));
  consent = dolen_caseload_find_consent (
      support_test_caseload (test), person, "group", referral->service, SUPPORT_TODAY);
  g_assert_nonnull (consent);
  g_assert_cmpstr (consent->referral, ==, sent);
  g_assert_cmpstr (consent->episode, ==, episode->uid);
  g_assert_cmpstr (consent->recipient_name, ==, referral->service_name);
  g_assert_cmpint (consent->lines->len, ==, referral->shared->len);
  g_assert_true (
      dolen_casework_consent_withdraw (test->casework, consent->uid, NULL, NULL, &error));
  support_test_assert_due (test, person, "tell-group", "2026-11-04");
  stopped = dolen_caseload_get_referral (support_test_caseload (test), draft->uid);
  g_assert_cmpint (stopped->consent, ==, DOLEN_CONSENT_NO);
  g_assert_false (dolen_referral_may_leave_draft (stopped));
}

static void
test_consents_end_with_the_spell_of_support (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autoptr (DolenShareConsent) consent = new_consent (person);
  g_autoptr (DolenShareConsent) during = NULL;
  g_autofree char *words = NULL;
  g_autofree char *closed = NULL;
  GError *error = NULL;

  g_assert_true (dolen_casework_consent_give (test->casework, consent, NULL, &error));
  support_test_close (test, person, NULL);
  during = dolen_caseload_find_consent (
      support_test_caseload (test), person, "family", NULL, SUPPORT_TODAY);
  g_assert_nonnull (during);
  g_assert_null (dolen_caseload_find_consent (
      support_test_caseload (test), person, "family", NULL, "2026-11-04"));
  closed = dolen_caseload_consent_closed (support_test_caseload (test), during);
  words = dolen_consent_say_state (during, closed, "2026-11-04", DOLEN_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "Ended: 3 November 2026");
  support_test_days_later (1);
  support_test_expect (
      dolen_casework_consent_renew (test->casework, consent->uid, NULL, NULL, &error),
      &error,
      DOLEN_ERROR_NOT_ALLOWED);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define TEST(name) g_test_add_func ("/consents/" #name, test_##name)
  TEST (whether_a_consent_is_in_force_on_a_day);
  TEST (a_consent_is_given_renewed_and_withdrawn);
  TEST (a_consent_needs_a_recipient_and_a_line);
  TEST (sending_records_the_consent_and_withdrawing_stops_drafts);
  TEST (consents_end_with_the_spell_of_support);
#undef TEST
  return g_test_run ();
}
