/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-hand-out-reasons.h"
#include "support/dolen-test.h"

static void
add (GPtrArray *reasons,
     DolenCriterion criterion,
     DolenVerdict verdict,
     const char *text,
     const char *question)
{
  DolenReason *reason = g_new0 (DolenReason, 1);

  reason->criterion = criterion;
  reason->verdict = verdict;
  reason->text = g_strdup (text);
  reason->short_text = g_strdup (text);
  reason->question = g_strdup (question);
  g_ptr_array_add (reasons, reason);
}

static void
test_what_is_ours_alone_never_comes_onto_paper (void)
{
  static const DolenCriterion ours[]
      = { DOLEN_CRITERION_SAFEGUARDING, DOLEN_CRITERION_FUNDING,  DOLEN_CRITERION_ANSWERS,
          DOLEN_CRITERION_TRIED,        DOLEN_CRITERION_DISLIKES, DOLEN_CRITERION_LISTING };
  static const DolenVerdict verdicts[]
      = { DOLEN_VERDICT_YES, DOLEN_VERDICT_HELPED, DOLEN_VERDICT_UNKNOWN, DOLEN_VERDICT_NO };
  g_autoptr (GPtrArray) reasons
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_reason_free);
  DolenHandOutReasons taken;

  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (verdicts); k++)
      add (reasons, ours[i], verdicts[k], "Canary", "Canary?");
  dolen_hand_out_reasons_take (reasons, &taken);
  g_assert_null (taken.why[0]);
  g_assert_null (taken.ask[0]);
  dolen_hand_out_reasons_clear (&taken);
}

static void
test_what_speaks_for_it_and_what_is_to_be_asked (void)
{
  g_autoptr (GPtrArray) reasons
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_reason_free);
  DolenHandOutReasons taken;

  add (reasons, DOLEN_CRITERION_DISTANCE, DOLEN_VERDICT_NO, "Too far", NULL);
  add (reasons, DOLEN_CRITERION_INTEREST, DOLEN_VERDICT_YES, "Gardening", NULL);
  add (reasons, DOLEN_CRITERION_TRANSPORT, DOLEN_VERDICT_HELPED, "A lift", "Can you fetch them?");
  add (reasons, DOLEN_CRITERION_COST, DOLEN_VERDICT_UNKNOWN, "Cost not known", "Is it free?");
  add (reasons, DOLEN_CRITERION_CAPACITY, DOLEN_VERDICT_YES, "4 places", NULL);
  add (reasons, DOLEN_CRITERION_CAPACITY, DOLEN_VERDICT_UNKNOWN, "Not told", "Is there a place?");
  dolen_hand_out_reasons_take (reasons, &taken);
  g_assert_cmpuint (g_strv_length (taken.why), ==, 2);
  g_assert_cmpstr (taken.why[0], ==, "Gardening");
  g_assert_cmpstr (taken.why[1], ==, "A lift");
  g_assert_cmpuint (g_strv_length (taken.ask), ==, 3);
  g_assert_cmpstr (taken.ask[2], ==, "Is there a place?");
  dolen_hand_out_reasons_clear (&taken);
}

static void
test_a_paper_is_not_a_list_of_everything (void)
{
  g_autoptr (GPtrArray) reasons
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_reason_free);
  DolenHandOutReasons taken;

  for (int i = 0; i < 20; i++)
    add (reasons, DOLEN_CRITERION_BARRIER, DOLEN_VERDICT_HELPED, "Helps", "Does it?");
  dolen_hand_out_reasons_take (reasons, &taken);
  g_assert_cmpuint (g_strv_length (taken.why), ==, 5);
  g_assert_cmpuint (g_strv_length (taken.ask), ==, 5);
  dolen_hand_out_reasons_clear (&taken);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/hand_out_reasons/" #name, test_##name)
  ADD (what_is_ours_alone_never_comes_onto_paper);
  ADD (what_speaks_for_it_and_what_is_to_be_asked);
  ADD (a_paper_is_not_a_list_of_everything);
#undef ADD
  return g_test_run ();
}
