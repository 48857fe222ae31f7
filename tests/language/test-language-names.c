/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-language-names.h"
#include "support/dolen-test.h"

#define EN DOLEN_LANGUAGE_EN
#define CY DOLEN_LANGUAGE_CY

static void
test_a_code_has_a_name_in_both (void)
{
  g_assert_cmpstr (dolen_language_name (EN, "pl"), ==, "Polish");
  g_assert_cmpstr (dolen_language_name (CY, "pl"), ==, "Pwyleg");
  g_assert_cmpstr (dolen_language_name (EN, "AR"), ==, "Arabic");
  g_assert_cmpstr (dolen_language_name (CY, "bfi"), ==, "Iaith Arwyddion Prydain (BSL)");
  g_assert_null (dolen_language_name (EN, "tlh"));
  g_assert_null (dolen_language_name (EN, NULL));
}

static void
test_a_name_in_either_has_a_code (void)
{
  static const char *const same[][2] = {
    { "Polish", "pl" },   { "pwyleg", "pl" }, { "PL", "pl" },    { "Welsh", "cy" },
    { "Cymraeg", "cy" },  { "BSL", "bfi" },   { "Farsi", "fa" }, { "British sign language", "bfi" },
    { "Wcreineg", "uk" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_cmpstr (dolen_language_code_of_name (same[i][0]), ==, same[i][1]);
  g_assert_null (dolen_language_code_of_name ("Klingon"));
  g_assert_null (dolen_language_code_of_name (""));
  g_assert_null (dolen_language_code_of_name (NULL));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/language-names/of a code", test_a_code_has_a_name_in_both);
  g_test_add_func ("/language-names/of a name", test_a_name_in_either_has_a_code);
  return g_test_run ();
}
