/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-language.h"
#include "support/dolen-test.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

#define EN DOLEN_LANGUAGE_EN
#define CY DOLEN_LANGUAGE_CY

static void
test_codes_are_read_as_feeds_and_locales_write_them (void)
{
  static const struct {
    const char *code;
    DolenLanguage language;
  } cases[] = { { "en", EN },    { "en_GB.UTF-8", EN }, { "eng", EN }, { "cy", CY },
                { "CY-gb", CY }, { "cym", CY },         { "wel", CY } };
  DolenLanguage language = CY;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_true (dolen_language_from_code (cases[i].code, &language));
    g_assert_cmpint (language, ==, cases[i].language);
  }
  g_assert_false (dolen_language_from_code ("fr", &language));
  g_assert_false (dolen_language_from_code ("", &language));
  g_assert_false (dolen_language_from_code (NULL, &language));
}

static void
test_the_interface_switches_back_and_forth (void)
{
  for (int i = 0; i < 3; i++) {
    dolen_language_switch (CY);
    g_assert_cmpint (dolen_language_current (), ==, CY);
    g_assert_cmpstr (_ ("from %s"), ==, "o %s ymlaen");
    g_assert_cmpstr (C_ ("month", "May"), ==, "Mai");
    g_assert_cmpstr (ngettext ("%d day ago", "%d days ago", 2), ==, "%d ddiwrnod yn ôl");
    dolen_language_switch (EN);
    g_assert_cmpint (dolen_language_current (), ==, EN);
    g_assert_cmpstr (_ ("from %s"), ==, "from %s");
    g_assert_cmpstr (C_ ("month", "May"), ==, "May");
    g_assert_cmpstr (ngettext ("%d day ago", "%d days ago", 2), ==, "%d days ago");
  }
}

static void
check_sentences (void)
{
  g_assert_cmpstr (dolen_text (CY, "until %s"), ==, "hyd %s");
  g_assert_cmpstr (dolen_text (EN, "until %s"), ==, "until %s");
  g_assert_cmpstr (dolen_ctext (CY, "short month", "Nov"), ==, "Tach");
  g_assert_cmpstr (dolen_ctext (EN, "short month", "Nov"), ==, "Nov");
  g_assert_cmpstr (dolen_ntext (CY, "%d year ago", "%d years ago", 3), ==, "%d blynedd yn ôl");
  g_assert_cmpstr (dolen_ntext (EN, "%d year ago", "%d years ago", 1), ==, "%d year ago");
  g_assert_cmpstr (dolen_ntext (EN, "%d year ago", "%d years ago", 0), ==, "%d years ago");
}

static void
test_sentences_speak_their_language_whatever_the_window_speaks (void)
{
  check_sentences ();
  dolen_language_switch (CY);
  check_sentences ();
  dolen_language_switch (EN);
  check_sentences ();
}

static void
test_what_is_not_translated_stays_english (void)
{
  const char *unknown = "never a message of ours";

  g_assert_cmpstr (dolen_text (CY, unknown), ==, unknown);
  g_assert_cmpstr (dolen_ctext (CY, "no such context", unknown), ==, unknown);
}

/* Each line: what the environment says, and what comes of it. Run in a child, for the environment
 * of a process is set up once. */
static const struct {
  const char *lc_all, *lc_messages, *lang, *language;
  DolenLanguage expected;
} environments[] = {
  { "C", NULL, NULL, NULL, EN },
  { "C", NULL, NULL, "cy", CY },
  { "POSIX", NULL, NULL, "fr:cy", CY },
  { NULL, NULL, "cy_GB.UTF-8", NULL, CY }, /* not installed here, and wanted all the same */
  { NULL, NULL, "C.UTF-8", "", EN },
  { NULL, "C", "C.UTF-8", "cy_GB:en", CY },
  { NULL, NULL, NULL, "de", EN },
  { "no_SUCH.UTF-8", NULL, NULL, "cy", CY },
};

static void
set_or_unset (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_the_environment_chooses_the_language (void)
{
  if (!g_test_subprocess ()) {
    for (gsize i = 0; i < G_N_ELEMENTS (environments); i++) {
      g_autofree char *number = g_strdup_printf ("%zu", i);

      g_setenv ("DOLEN_TEST_ENVIRONMENT", number, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
    }
    return;
  }
  gsize i = g_ascii_strtoull (g_getenv ("DOLEN_TEST_ENVIRONMENT"), NULL, 10);
  set_or_unset ("LC_ALL", environments[i].lc_all);
  set_or_unset ("LC_MESSAGES", environments[i].lc_messages);
  set_or_unset ("LANG", environments[i].lang);
  set_or_unset ("LANGUAGE", environments[i].language);
  setlocale (LC_ALL, "C");
  dolen_language_setup ();
  g_assert_cmpint (dolen_language_current (), ==, environments[i].expected);
  g_assert_true (g_get_charset (NULL));
  g_assert_cmpstr (_ ("until %s"), ==, dolen_text (environments[i].expected, "until %s"));
  check_sentences ();
}

static void
test_checked_messages_are_counted (void)
{
  guint checked = 0, total = 0;

  dolen_language_checked_count (&checked, &total);
  g_assert_cmpuint (total, >=, 50);
  g_assert_cmpuint (checked, <=, total);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/language/language/" #name, test_##name)
  ADD (codes_are_read_as_feeds_and_locales_write_them);
  ADD (the_interface_switches_back_and_forth);
  ADD (sentences_speak_their_language_whatever_the_window_speaks);
  ADD (what_is_not_translated_stays_english);
  ADD (the_environment_chooses_the_language);
  ADD (checked_messages_are_counted);
  return g_test_run ();
}
