/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-bilingual.h"
#include "support/dolen-test.h"

#define EN DOLEN_LANGUAGE_EN
#define CY DOLEN_LANGUAGE_CY

static void
test_an_empty_text_reads_as_nothing (void)
{
  g_auto (DolenBilingual) text = { 0 };

  g_assert_cmpstr (dolen_bilingual_get (&text, CY), ==, "");
  g_assert_null (dolen_bilingual_peek (&text, CY));
  g_assert_true (dolen_bilingual_is_empty (&text));
  g_assert_cmpint (dolen_bilingual_shown (&text, CY), ==, CY);
}

static void
test_the_other_language_is_better_than_none (void)
{
  g_auto (DolenBilingual) text = { 0 };

  g_assert_true (dolen_bilingual_set (&text, EN, "Choir", DOLEN_TEXT_GIVEN));
  g_assert_cmpstr (dolen_bilingual_get (&text, CY), ==, "Choir");
  g_assert_cmpint (dolen_bilingual_shown (&text, CY), ==, EN);
  g_assert_cmpint (text.cy_state, ==, DOLEN_TEXT_MISSING);
}

static void
test_an_edit_makes_the_other_side_out_of_date (void)
{
  g_auto (DolenBilingual) text = { 0 };

  dolen_bilingual_load (&text, "Choir", DOLEN_TEXT_CHECKED, "Côr", DOLEN_TEXT_CHECKED);
  g_assert_true (dolen_bilingual_set (&text, EN, "Mixed choir", DOLEN_TEXT_CHECKED));
  g_assert_cmpint (text.cy_state, ==, DOLEN_TEXT_OUT_OF_DATE);
  g_assert_cmpstr (dolen_bilingual_get (&text, CY), ==, "Côr");
}

static void
test_a_translation_that_catches_up_spoils_nothing (void)
{
  g_auto (DolenBilingual) text = { 0 };

  dolen_bilingual_set (&text, EN, "Choir", DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (&text, CY, "Côr", DOLEN_TEXT_DRAFT);
  g_assert_cmpint (text.en_state, ==, DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (&text, EN, "Mixed choir", DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (&text, CY, "Côr cymysg", DOLEN_TEXT_DRAFT);
  g_assert_cmpint (text.en_state, ==, DOLEN_TEXT_CHECKED);
  g_assert_cmpint (text.cy_state, ==, DOLEN_TEXT_DRAFT);
}

static void
test_checking_a_text_is_no_edit (void)
{
  g_auto (DolenBilingual) text = { 0 };

  dolen_bilingual_load (&text, "Choir", DOLEN_TEXT_CHECKED, "Côr", DOLEN_TEXT_DRAFT);
  g_assert_true (dolen_bilingual_set (&text, CY, "Côr", DOLEN_TEXT_CHECKED));
  g_assert_cmpint (text.en_state, ==, DOLEN_TEXT_CHECKED);
  g_assert_false (dolen_bilingual_set (&text, CY, "Côr", DOLEN_TEXT_CHECKED));
}

static void
test_a_blank_removes_a_side_only (void)
{
  g_auto (DolenBilingual) text = { 0 };

  dolen_bilingual_load (&text, "Choir", DOLEN_TEXT_CHECKED, "Côr", DOLEN_TEXT_DRAFT);
  g_assert_true (dolen_bilingual_set (&text, EN, " ", DOLEN_TEXT_CHECKED));
  g_assert_null (text.en);
  g_assert_cmpint (text.en_state, ==, DOLEN_TEXT_MISSING);
  g_assert_cmpint (text.cy_state, ==, DOLEN_TEXT_DRAFT);
}

static void
test_copies_are_equal_and_their_own (void)
{
  g_auto (DolenBilingual) a = { 0 };
  g_auto (DolenBilingual) b = { 0 };

  dolen_bilingual_load (&a, "Choir", DOLEN_TEXT_MISSING, "", DOLEN_TEXT_CHECKED);
  g_assert_cmpint (a.en_state, ==, DOLEN_TEXT_GIVEN);
  g_assert_cmpint (a.cy_state, ==, DOLEN_TEXT_MISSING);
  dolen_bilingual_copy (&b, &a);
  g_assert_true (dolen_bilingual_equal (&a, &b));
  dolen_bilingual_set (&b, CY, "Côr", DOLEN_TEXT_DRAFT);
  g_assert_false (dolen_bilingual_equal (&a, &b));
}

static void
test_states_are_kept_by_name (void)
{
  for (guint i = 0; i < DOLEN_N_TEXT_STATES; i++)
    g_assert_cmpint (dolen_text_state_from_code (dolen_text_state_code (i)), ==, i);
  g_assert_cmpint (dolen_text_state_from_code ("nonsense"), ==, DOLEN_TEXT_MISSING);
  g_assert_cmpint (dolen_text_state_from_code (NULL), ==, DOLEN_TEXT_MISSING);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/bilingual/" #name, test_##name)
  ADD (an_empty_text_reads_as_nothing);
  ADD (the_other_language_is_better_than_none);
  ADD (an_edit_makes_the_other_side_out_of_date);
  ADD (a_translation_that_catches_up_spoils_nothing);
  ADD (checking_a_text_is_no_edit);
  ADD (a_blank_removes_a_side_only);
  ADD (copies_are_equal_and_their_own);
  ADD (states_are_kept_by_name);
  return g_test_run ();
}
