/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-referral-letter.h"
#include "support/dolen-test.h"

static const DolenSender sender
    = { "Non Jones", "Link worker", "Cyswllt Ceredigion", "01632960111", NULL };

static DolenReferral *
new_referral (void)
{
  DolenReferral *referral = dolen_referral_new ("person", DOLEN_REFERRAL);

  g_free (referral->reference);
  referral->reference = g_strdup ("D-4821");
  referral->service_name = g_strdup ("Riverside Garden");
  referral->service_name_cy = g_strdup ("Gardd Glan-yr-afon");
  referral->consent = DOLEN_CONSENT_YES;
  referral->consent_on = g_strdup ("2026-05-04");
  referral->next_contact = DOLEN_NEXT_CONTACT_GROUP;
  referral->next_contact_by = g_strdup ("2026-05-11");
  dolen_referral_add_share_line (referral, "name", "Name: Mair Pretend", TRUE);
  dolen_referral_add_share_line (referral, "contact", "Ring 01632 960222", TRUE);
  dolen_referral_add_share_line (referral, "needs", "Canary: worries about debt", FALSE);
  referral->reasons = g_strdupv ((char *[]){ (char *) "Canary: lonely since March", NULL });
  return referral;
}

static void
test_only_ticked_lines_leave (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *letter
      = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");

  g_assert_nonnull (strstr (letter, "Mair Pretend"));
  g_assert_nonnull (strstr (letter, "01632 960222"));
  g_assert_null (strstr (letter, "Canary"));
}

static void
test_nothing_need_be_shared (void)
{
  g_autoptr (DolenReferral) referral = dolen_referral_new ("person", DOLEN_REFERRAL);
  g_autofree char *letter
      = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");

  g_assert_nonnull (strstr (letter, "Hello,"));
  g_assert_null (strstr (letter, "About them"));
}

static void
test_it_says_who_contacts_whom_and_by_when (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *letter
      = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");

  g_assert_nonnull (strstr (letter, "To: Riverside Garden"));
  g_assert_nonnull (strstr (letter, "Please contact them by 11 May 2026."));
  g_assert_nonnull (strstr (letter, "They agreed on 4 May 2026"));
  g_assert_nonnull (strstr (letter, "D-4821"));
  g_assert_nonnull (strstr (letter, "Telephone: 01632 960111"));
  g_assert_null (strstr (letter, "E-mail:"));
}

static void
test_the_subject_names_nobody (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *subject = dolen_referral_letter_subject (referral, DOLEN_LANGUAGE_EN);

  g_assert_cmpstr (subject, ==, "Referral D-4821");
}

static void
test_an_override_is_said (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *letter = NULL;

  referral->consent = DOLEN_CONSENT_NO;
  referral->override = DOLEN_OVERRIDE_SAFEGUARDING;
  letter = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_nonnull (strstr (letter, "without their agreement"));
  g_assert_null (strstr (letter, "They agreed"));
}

static void
test_a_letter_may_be_welsh_while_the_window_is_english (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *letter
      = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_CY, "2026-05-05");

  g_assert_nonnull (strstr (letter, "Gardd Glan-yr-afon"));
  g_assert_nonnull (strstr (letter, "5 Mai 2026"));
}

static void
test_it_ends_with_whom_to_ring_in_a_crisis (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autofree char *letter = NULL;
  DolenSender connector = sender;

  scheme->crisis_cy = g_strdup ("Ffoniwch 01632 960555.");
  scheme->role_cy = g_strdup ("cysylltydd cymunedol");
  connector.role = NULL;
  connector.scheme = scheme;
  letter = dolen_referral_letter_new (referral, &connector, DOLEN_LANGUAGE_CY, "2026-05-05");
  g_assert_true (g_str_has_suffix (letter, "Ffoniwch 01632 960555.\n"));
  g_assert_nonnull (strstr (letter, "cysylltydd cymunedol"));
}

static void
test_a_gp_is_not_told_whom_to_ring_in_a_crisis (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autofree char *letter = NULL;
  DolenSender ours = sender;

  referral->target = g_strdup ("gp");
  scheme->name_en = g_strdup ("Pretend Links");
  scheme->crisis_en = g_strdup ("Ring 01632 960555.");
  ours.scheme = scheme;
  letter = dolen_referral_letter_new (referral, &ours, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_null (strstr (letter, "01632 960555"));
  g_assert_null (strstr (letter, "If you need help at once"));
  g_assert_nonnull (strstr (letter, "Pretend Links"));
}

static void
test_what_was_settled_is_said_and_nothing_else (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *bare
      = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_autofree char *full = NULL;

  g_assert_null (strstr (bare, "We stay in touch"));
  g_assert_null (strstr (bare, "If they stop coming"));
  g_assert_null (strstr (bare, "Cost agreed"));
  referral->need_text = g_strdup ("Company at midday");
  referral->risk = DOLEN_RISK_WITHHELD;
  referral->risk_text = g_strdup ("Canary: not for them");
  referral->involved_until = g_strdup ("2026-07-31");
  referral->report_absence = TRUE;
  referral->may_return = g_strdup ("yes");
  referral->cost_text = g_strdup ("£5 a session");
  full = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_nonnull (strstr (full, "What they would like: Company at midday"));
  g_assert_nonnull (strstr (full, "We stay in touch with them until 31 July 2026."));
  g_assert_nonnull (strstr (full, "If they stop coming, please tell us"));
  g_assert_nonnull (strstr (full, "They may come back to us later"));
  g_assert_nonnull (strstr (full, "Cost agreed: £5 a session"));
  g_assert_nonnull (strstr (full, "D-4821-")); /* with its check letter */
  g_assert_null (strstr (full, "Canary"));
}

static void
test_a_letter_to_a_target_asks_for_no_place (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();
  g_autofree char *letter = NULL;

  referral->target = g_strdup ("gp");
  letter = dolen_referral_letter_new (referral, &sender, DOLEN_LANGUAGE_EN, "2026-05-05");
  g_assert_nonnull (strstr (letter, "We are asking you to see somebody"));
  g_assert_null (strstr (letter, "your group"));
  g_assert_null (strstr (letter, "whether you have a place"));
}

static void
test_a_slip_names_nobody (void)
{
  g_autoptr (DolenReferral) referral = new_referral ();

  for (int language = DOLEN_LANGUAGE_EN; language <= DOLEN_LANGUAGE_CY; language++) {
    g_autofree char *slip = dolen_answer_slip_new (referral, &sender, language);

    g_assert_nonnull (strstr (slip, "D-4821-"));
    g_assert_null (strstr (slip, "Mair"));
    g_assert_null (strstr (slip, "960222"));
    g_assert_null (strstr (slip, "Canary"));
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/letter/" #name, test_##name)
  ADD (only_ticked_lines_leave);
  ADD (nothing_need_be_shared);
  ADD (it_says_who_contacts_whom_and_by_when);
  ADD (the_subject_names_nobody);
  ADD (an_override_is_said);
  ADD (a_letter_may_be_welsh_while_the_window_is_english);
  ADD (it_ends_with_whom_to_ring_in_a_crisis);
  ADD (a_gp_is_not_told_whom_to_ring_in_a_crisis);
#undef ADD
  g_test_add_func ("/reports/referral-letter/what-was-settled-is-said-and-nothing-else",
                   test_what_was_settled_is_said_and_nothing_else);
  g_test_add_func ("/reports/referral-letter/a-letter-to-a-target-asks-for-no-place",
                   test_a_letter_to_a_target_asks_for_no_place);
  g_test_add_func ("/reports/referral-letter/a-slip-names-nobody", test_a_slip_names_nobody);
  return g_test_run ();
}
