/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/dolen-test.h"

#include "matching/dolen-answers.h"
#include "matching/dolen-profile.h"

#define SERVICE "9a4f6b0e-7f1e-4d2e-9c70-3f6a2c1d0001"

static void
add_sent (DolenAnswer *answer, int year, int month, int day)
{
  GDate date;
  guint32 julian;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  julian = g_date_get_julian (&date);
  g_array_append_val (answer->sent, julian);
}

static DolenAnswers *
make_answers (int asked, int answered, int median)
{
  DolenAnswers *answers = dolen_answers_new ();
  DolenAnswer *answer = dolen_answers_add (answers, SERVICE);

  answer->asked = asked;
  answer->answered = answered;
  answer->median_days = median;
  return answers;
}

static void
assert_said (int asked, int answered, int median, DolenLanguage language, const char *expected)
{
  g_autoptr (DolenAnswers) answers = make_answers (asked, answered, median);
  g_autofree char *said = dolen_answer_say (dolen_answers_find (answers, SERVICE), language);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_few_say_nothing (void)
{
  g_assert_null (dolen_answer_say (NULL, DOLEN_LANGUAGE_EN));
  assert_said (4, 4, 1, DOLEN_LANGUAGE_EN, NULL);
  assert_said (0, 0, -1, DOLEN_LANGUAGE_EN, NULL);
  assert_said (5, 0, -1, DOLEN_LANGUAGE_EN, "Answered none of 5 referrals");
}

static void
test_the_sentence (void)
{
  assert_said (8, 7, 4, DOLEN_LANGUAGE_EN, "Answered 7 of 8 referrals, half of them within 4 days");
  assert_said (8, 7, 1, DOLEN_LANGUAGE_EN, "Answered 7 of 8 referrals, half of them within 1 day");
  assert_said (
      6, 6, 0, DOLEN_LANGUAGE_EN, "Answered 6 of 6 referrals, half of them on the same day");
}

static void
test_the_sentence_in_welsh (void)
{
  assert_said (8, 7, 4, DOLEN_LANGUAGE_CY, "Atebwyd 7 o 8 atgyfeiriad, eu hanner o fewn 4 diwrnod");
  assert_said (
      8, 7, 2, DOLEN_LANGUAGE_CY, "Atebwyd 7 o 8 atgyfeiriad, eu hanner o fewn 2 ddiwrnod");
}

static void
test_sent_since_its_capacity_was_told (void)
{
  g_autoptr (DolenAnswers) answers = make_answers (0, 0, -1);
  DolenAnswer *answer = dolen_answers_add (answers, SERVICE);

  add_sent (answer, 2026, 9, 30);
  add_sent (answer, 2026, 10, 24);
  add_sent (answer, 2026, 11, 2);
  g_assert_cmpuint (dolen_answers_count (answers), ==, 1);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2026-11-03", 1), ==, 1);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2026-11-03", 10), ==, 2);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2026-11-03", 100), ==, 3);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2026-11-03", 0), ==, 0);
  g_assert_cmpint (dolen_answer_sent_since (answer, "2026-11-03", -1), ==, 0);
  g_assert_cmpint (dolen_answer_sent_since (NULL, "2026-11-03", 10), ==, 0);
}

static void
test_what_a_profile_holds_of_services (void)
{
  const char *const tried[] = { "a", "b", NULL };
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_autoptr (DolenProfile) copy = NULL;

  g_assert_false (dolen_profile_has_tried (profile, "a"));
  g_assert_false (dolen_profile_has_override (profile, "a", "age"));
  dolen_profile_set_tried (profile, tried);
  dolen_profile_add_override (profile, "c", "age");
  copy = dolen_profile_copy (profile);
  g_clear_pointer (&profile, dolen_profile_free);
  g_assert_true (dolen_profile_has_tried (copy, "b"));
  g_assert_false (dolen_profile_has_tried (copy, "c"));
  g_assert_true (dolen_profile_has_override (copy, "c", "age"));
  g_assert_false (dolen_profile_has_override (copy, "c", "listing"));
  g_assert_false (dolen_profile_has_override (copy, "a", "age"));
  dolen_profile_set_tried (copy, NULL);
  g_assert_false (dolen_profile_has_tried (copy, "b"));
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/matching/answers/few", test_few_say_nothing);
  g_test_add_func ("/matching/answers/sentence", test_the_sentence);
  g_test_add_func ("/matching/answers/welsh", test_the_sentence_in_welsh);
  g_test_add_func ("/matching/answers/sent", test_sent_since_its_capacity_was_told);
  g_test_add_func ("/matching/answers/profile", test_what_a_profile_holds_of_services);
  return g_test_run ();
}
