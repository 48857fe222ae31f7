/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-question-words.h"
#include "support/dolen-test.h"

#include "directory/dolen-questions.h"
#include "directory/samples.h"
#include "matching/facts-helper.h"

#include <string.h>

/* What is not known becomes questions about the group, and says nothing of who it is for. */

static char **
codes_of (DolenFacts *facts, const DolenProfile *profile)
{
  g_autoptr (GPtrArray) reasons
             = dolen_reasons_new (facts, profile, 0, NULL, DOLEN_LANGUAGE_EN, DOLEN_DISTANCE_KM);

  return dolen_question_codes (facts, profile, 0, reasons);
}

/* A profile that would be known anywhere: none of it may be read from what is asked. */
static DolenProfile *
canary (void)
{
  DolenProfile *profile = dolen_profile_new ();

  test_wish (profile, "interest:gardening");
  test_wish (profile, "need:debt");
  test_wish (profile, "barrier:no-car");
  test_wish (profile, "barrier:stigma");
  profile->age = 83;
  profile->place = g_strdup ("Cwm Canari");
  dolen_profile_add_word (profile, "caneri melyn");
  return profile;
}

static void
test_unknowns_become_codes (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = canary ();
  g_auto (GStrv) codes = NULL;

  test_tag (facts, 0, "+interest:gardening");
  codes = codes_of (facts, profile);
  g_assert_true (g_strv_contains ((const char *const *) codes, "capacity"));
  g_assert_true (g_strv_contains ((const char *const *) codes, "need:debt"));
  g_assert_true (g_strv_contains ((const char *const *) codes, "enabler:minibus"));
  for (guint i = 0; codes[i] != NULL; i++) {
    g_autofree char *english = dolen_question_say (codes[i], test_vocabulary (), DOLEN_LANGUAGE_EN);
    g_autofree char *welsh = dolen_question_say (codes[i], test_vocabulary (), DOLEN_LANGUAGE_CY);

    g_assert_true (g_str_has_suffix (english, "?"));
    g_assert_true (g_str_has_suffix (welsh, "?"));
    g_assert_cmpstr (english, !=, welsh);
  }
}

static void
test_nothing_of_a_person_is_written (void)
{
  static const char *const never[] = { "no-car", "stigma", "83", "anari", "caneri", "barrier" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Garden", NULL, DOLEN_TEXT_MISSING);
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = canary ();
  g_autoptr (GPtrArray) list = NULL;
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) asked = NULL;

  samples_save (dir, service);
  test_tag (facts, 0, "+interest:gardening");
  codes = codes_of (facts, profile);
  asked = dolen_directory_ask (
      dir, service->uid, (const char *const *) codes, "2026-05-05", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (asked), ==, g_strv_length (codes));
  list = dolen_directory_list_questions (dir, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    for (gsize n = 0; n < G_N_ELEMENTS (never); n++)
      g_assert_null (strstr (((DolenQuestion *) list->pdata[i])->what, never[n]));
}

static void
test_what_is_known_is_not_asked (void)
{
  g_autoptr (DolenFacts) facts = test_facts (1);
  g_autoptr (DolenProfile) profile = dolen_profile_new ();
  g_auto (GStrv) codes = NULL;

  test_wish (profile, "barrier:no-car");
  test_tag (facts, 0, "enabler:minibus");
  codes = codes_of (facts, profile);
  for (guint i = 0; codes[i] != NULL; i++)
    g_assert_false (g_str_has_prefix (codes[i], "enabler:"));
  g_assert_null (dolen_question_say ("need:no-such", test_vocabulary (), DOLEN_LANGUAGE_EN));
  g_assert_null (dolen_question_say ("longer-wait", test_vocabulary (), DOLEN_LANGUAGE_EN));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/question-words/codes", test_unknowns_become_codes);
  g_test_add_func ("/question-words/canary", test_nothing_of_a_person_is_written);
  g_test_add_func ("/question-words/known", test_what_is_known_is_not_asked);
  return g_test_run ();
}
