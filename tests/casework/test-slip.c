/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "outgoing-support.h"

#include "base/dolen-error.h"
#include "casework/dolen-rules.h"
#include "casework/records/dolen-slip.h"
#include "support/dolen-test.h"

#include <string.h>

/* The reference on an answer slip, and the rules in words and from a scheme's own file. */

static void
test_a_reference_is_read_back (void)
{
  static const char *const typed[] = { "%s", " %s ", "%s\n" };

  for (int number = 1001; number < 6000; number += 37) {
    g_autofree char *plain = g_strdup_printf ("D-%d", number);
    g_autofree char *slip = dolen_slip_reference (plain);
    g_autofree char *lower = g_ascii_strdown (slip, -1);
    g_autofree char *back = dolen_slip_parse (lower, NULL);

    g_assert_cmpstr (back, ==, plain);
    for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
      g_auto (GStrv) parts = g_strsplit (typed[i], "%s", 2);
      g_autofree char *text = g_strjoinv (slip, parts);
      g_autofree char *again = dolen_slip_parse (text, NULL);

      g_assert_cmpstr (again, ==, plain);
    }
  }
  g_assert_null (dolen_slip_reference (NULL));
  g_assert_null (dolen_slip_reference ("D-…"));
}

static void
assert_mistyped (const char *typed)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dolen_slip_parse (typed, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
}

/* Every wrong digit, and every two neighbours that changed places. */
static void
test_a_mistyped_reference_is_noticed (void)
{
  static const char *const shapes[] = { "", "D", "D-4821", "4821-K", "D--K", "D-0-A", "X-4821-K" };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    assert_mistyped (shapes[i]);
  assert_mistyped (NULL);
  for (int number = 1001; number < 9000; number += 211) {
    g_autofree char *plain = g_strdup_printf ("D-%d", number);
    g_autofree char *slip = dolen_slip_reference (plain);

    for (int at = 2; at < 6; at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        g_autofree char *wrong = g_strdup (slip);

        wrong[at] = digit;
        if (digit != slip[at])
          assert_mistyped (wrong);
      }
      if (at < 5 && slip[at] != slip[at + 1]) {
        g_autofree char *swapped = g_strdup (slip);

        swapped[at] = slip[at + 1];
        swapped[at + 1] = slip[at];
        assert_mistyped (swapped);
      }
    }
  }
}

static void
test_an_answer_finds_its_referral (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *referral = outgoing_send (test, person, NULL, FALSE);
  g_autoptr (DolenReferral) sent = outgoing_read (test, referral);
  g_autofree char *slip = dolen_slip_reference (sent->reference);
  g_autofree char *reference = dolen_slip_parse (slip, NULL);
  g_autoptr (GPtrArray) found = dolen_caseload_find_reference (outgoing_caseload (test), reference);
  g_autoptr (GPtrArray) none = dolen_caseload_find_reference (outgoing_caseload (test), "D-7");

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((DolenReferral *) found->pdata[0])->uid, ==, referral);
  g_assert_cmpuint (none->len, ==, 0);
}

/* ---- the rules ---- */

static void
assert_said (const DolenRules *rules, const char *code, DolenLanguage language, const char *words)
{
  g_autofree char *said = dolen_rule_say (dolen_rules_find (rules, code), language);

  g_assert_cmpstr (said, ==, words);
}

static void
test_a_rule_is_said_in_words (void)
{
  g_autoptr (DolenRules) rules = dolen_rules_new (NULL, NULL);
  const GPtrArray *all = dolen_rules_list (rules);

  assert_said (rules,
               "no-answer",
               DOLEN_LANGUAGE_EN,
               "after working days: 3, 6 and 10; groups run by volunteers, after working days: 10, "
               "or 2 after their next session, whichever is later; one call a group");
  assert_said (rules, "check", DOLEN_LANGUAGE_EN, "after days: 28");
  assert_said (rules, "support-ends", DOLEN_LANGUAGE_EN, "days before: 14");
  assert_said (rules, "absent-risk", DOLEN_LANGUAGE_EN, "on the same day");
  for (guint i = 0; i < all->len; i++) {
    g_autofree char *english = dolen_rule_say (all->pdata[i], DOLEN_LANGUAGE_EN);
    g_autofree char *welsh = dolen_rule_say (all->pdata[i], DOLEN_LANGUAGE_CY);

    g_assert_cmpstr (english, !=, welsh);
    g_assert_cmpstr (dolen_rule_get_name (all->pdata[i], DOLEN_LANGUAGE_EN),
                     !=,
                     dolen_rule_get_name (all->pdata[i], DOLEN_LANGUAGE_CY));
  }
}

static char *
write_own (CaseworkTest *test, const char *rules)
{
  char *path = casework_test_file (test, "follow-ups.json");

  g_assert_true (g_file_set_contents (path, rules, -1, NULL));
  return path;
}

static void
test_a_scheme_changes_a_rule (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *path
      = write_own (test,
                   "{\"rules\": [{\"code\": \"no-answer\", \"kind\": \"no-answer\", \"en\": \"No "
                   "answer\", \"cy\": \"Dim ateb\", \"working_days\": [1]}, {\"code\": \"check\", "
                   "\"kind\": \"check\", \"off\": true}]}");
  g_autofree char *referral = NULL;
  g_autoptr (GError) error = NULL;

  dolen_casework_set_rules (test->casework, path, &error);
  g_assert_no_error (error);
  referral = outgoing_send (test, person, NULL, FALSE);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_NO_ANSWER, "2026-11-04");
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_CHECK, NULL);
}

static void
test_a_wrong_file_is_named_and_changes_nothing (void)
{
  g_autoptr (CaseworkTest) test = casework_test_new ();
  g_autofree char *person = casework_test_add_person (test, "Anwen Puw");
  g_autofree char *path
      = write_own (test, "{\"rules\": [{\"code\": \"check\", \"kind\": \"nonsense\"}]}");
  g_autofree char *referral = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dolen_casework_set_rules (test->casework, path, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "follow-ups.json"));
  g_assert_nonnull (strstr (error->message, "check"));
  referral = outgoing_send (test, person, NULL, FALSE);
  outgoing_assert_due (test, person, DOLEN_FOLLOW_UP_CHECK, "2026-12-01");
}

#define ADD(name, function) g_test_add_func ("/casework/slip/" name, function)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD ("a-reference-is-read-back", test_a_reference_is_read_back);
  ADD ("a-mistyped-reference-is-noticed", test_a_mistyped_reference_is_noticed);
  ADD ("an-answer-finds-its-referral", test_an_answer_finds_its_referral);
  ADD ("a-rule-is-said-in-words", test_a_rule_is_said_in_words);
  ADD ("a-scheme-changes-a-rule", test_a_scheme_changes_a_rule);
  ADD ("a-wrong-file-is-named-and-changes-nothing", test_a_wrong_file_is_named_and_changes_nothing);
  return g_test_run ();
}
