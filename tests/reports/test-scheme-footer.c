/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-scheme-footer.h"
#include "support/dolen-test.h"

static void
test_no_paper_goes_out_without_numbers (void)
{
  for (int language = 0; language < DOLEN_N_LANGUAGES; language++) {
    g_autofree char *footer = dolen_scheme_footer (NULL, language);

    g_assert_nonnull (strstr (footer, "999"));
    g_assert_nonnull (strstr (footer, "111"));
    g_assert_nonnull (strstr (footer, "116 123"));
    g_assert_nonnull (strstr (footer, "0800 132 737"));
  }
}

static void
test_the_schemes_own_words_take_their_place (void)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autofree char *footer = NULL;

  scheme->name_en = g_strdup ("Pretend Links");
  scheme->phone = g_strdup ("01632 960444");
  scheme->crisis_en = g_strdup ("Ring the pretend crisis house: 01632 960555.");
  scheme->hours_en = g_strdup ("Open on market days.");
  footer = dolen_scheme_footer (scheme, DOLEN_LANGUAGE_EN);
  g_assert_nonnull (strstr (footer, "Pretend Links\n"));
  g_assert_nonnull (strstr (footer, "01632 960444"));
  g_assert_nonnull (strstr (footer, "01632 960555"));
  g_assert_nonnull (strstr (footer, "Open on market days."));
  g_assert_null (strstr (footer, "999"));
}

/* Words written in one language only do not put English at the foot of a Welsh letter. */
static void
test_the_footer_speaks_the_papers_language (void)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();
  g_autofree char *footer = NULL;

  scheme->crisis_en = g_strdup ("Ring the pretend crisis house.");
  scheme->name_en = g_strdup ("Pretend Links");
  footer = dolen_scheme_footer (scheme, DOLEN_LANGUAGE_CY);
  g_assert_null (strstr (footer, "crisis house"));
  g_assert_nonnull (strstr (footer, "999"));
  g_assert_nonnull (strstr (footer, "Pretend Links"));
  g_assert_null (strstr (footer, "emergency"));
}

static void
test_the_role_is_the_schemes (void)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_new ();

  g_assert_cmpstr (dolen_scheme_get_role (scheme, DOLEN_LANGUAGE_EN), ==, "link worker");
  scheme->role_en = g_strdup ("community connector");
  g_assert_cmpstr (dolen_scheme_get_role (scheme, DOLEN_LANGUAGE_EN), ==, "community connector");
  g_assert_cmpstr (dolen_scheme_get_role (NULL, DOLEN_LANGUAGE_EN), ==, "link worker");
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/scheme_footer/" #name, test_##name)
  ADD (no_paper_goes_out_without_numbers);
  ADD (the_schemes_own_words_take_their_place);
  ADD (the_footer_speaks_the_papers_language);
  ADD (the_role_is_the_schemes);
#undef ADD
  return g_test_run ();
}
