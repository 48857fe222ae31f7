/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-text.h"
#include "support/dolen-test.h"

typedef char *(*Cleaner) (const char *text);

static void
check_cases (Cleaner clean, const char *const (*cases)[2], gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *got = clean (cases[i][0]);
    g_assert_cmpstr (got, ==, cases[i][1]);
  }
}

static void
test_text_is_cleaned_at_the_door (void)
{
  static const char *const cases[][2] = {
    { " a \u00a0 b ", "a b" },
    { "w\u0302", "ŵ" },
    { "one \n\n two\n", "one\n\ntwo" },
    { "safe\u202egnp.exe", "safegnp.exe" },
    { " \u00a0\n ", NULL },
    { "", NULL },
  };
  g_autofree char *line = dolen_text_clean_line ("one \n two");

  check_cases (dolen_text_clean, cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (line, ==, "one two");
  g_assert_null (dolen_text_clean (NULL));
}

static void
test_phone_numbers_are_read_out_of_labels (void)
{
  static const char *const cases[][2] = {
    { "01632 960123", "01632960123" },
    { "+44 (0)1632 960123", "01632960123" },
    { "0044 1632 960123", "01632960123" },
    { "Bristol Youth MAPS: 0117 332 7111", "01173327111" },
    { "Ring 9-5: 0800 1111", "08001111" },
    { "999", "999" },
    { "ask at the hall", NULL },
    { "", NULL },
    { "01559 O362 403", NULL },
    { "01970 one one one 119", NULL },
    { "01970 11111", NULL },
    { "01204 523456", "01204523456" },
    { "0155O 362403", "01550362403" },
    { "0197O 6I2345", "01970612345" },
    { "0800 123456", "0800123456" },
    { "029 two O 12 3456", NULL },
  };
  g_autofree char *display = dolen_text_phone_display ("01632960123");

  static const char *const mended[][2] = {
    { "01632 960123", "01632960123" }, { "1632960123", "01632960123" },
    { "1632 960 123", "01632960123" }, { "9632960123", NULL },
    { "Ring 1632960123", NULL },       { "", NULL },
  };

  check_cases (dolen_text_phone_mended, mended, G_N_ELEMENTS (mended));
  g_assert_null (dolen_text_phone_mended (NULL));
  check_cases (dolen_text_phone, cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (display, ==, "01632 960123");
}

static void
test_placeholders_are_no_addresses (void)
{
  static const char *const cases[][2] = {
    { "\u00a0Info@Example.ORG ", "Info@example.org" },
    { "mailto:a@b.cymru", "a@b.cymru" },
    { "Unknown-1777@noemail.invalid", NULL },
    { "n/a", NULL },
    { "a@b@c.org", NULL },
  };
  check_cases (dolen_text_email, cases, G_N_ELEMENTS (cases));
}

static void
test_personal_mailboxes_are_known (void)
{
  g_assert_true (dolen_text_email_is_personal ("jane.jones@ceredigion.example.org"));
  g_assert_true (dolen_text_email_is_personal ("jjones47@gmail.com"));
  g_assert_false (dolen_text_email_is_personal ("info@example.org"));
  g_assert_false (dolen_text_email_is_personal ("clwb.cinio@example.org"));
  g_assert_false (dolen_text_email_is_personal ("knitting.group@gmail.com"));
}

static void
test_web_addresses_get_a_scheme (void)
{
  static const char *const cases[][2] = {
    { "www.example.org", "https://www.example.org" },
    { "http:www.example.org", "http://www.example.org" },
    { "https://example.org/a?b=c", "https://example.org/a?b=c" },
    { "http://www.example.com", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "see our page", NULL },
  };
  check_cases (dolen_text_url, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/base/text/text_is_cleaned_at_the_door", test_text_is_cleaned_at_the_door);
  g_test_add_func ("/base/text/phone_numbers_are_read_out_of_labels",
                   test_phone_numbers_are_read_out_of_labels);
  g_test_add_func ("/base/text/placeholders_are_no_addresses", test_placeholders_are_no_addresses);
  g_test_add_func ("/base/text/personal_mailboxes_are_known", test_personal_mailboxes_are_known);
  g_test_add_func ("/base/text/web_addresses_get_a_scheme", test_web_addresses_get_a_scheme);
  return g_test_run ();
}
