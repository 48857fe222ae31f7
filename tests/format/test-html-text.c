/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "format/dolen-html-text.h"
#include "support/dolen-test.h"

#include <string.h>

static void
assert_text (const char *given, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dolen_html_to_text (given, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
plain_text_stays (void)
{
  assert_text ("Tea & cake, 2 < 3", "Tea & cake, 2 < 3");
  assert_text ("One\n\nTwo", "One\n\nTwo");
  assert_text ("Côr Meibion Tŷ'r Ddôl", "Côr Meibion Tŷ'r Ddôl");
}

static void
html_becomes_paragraphs_and_bullets (void)
{
  assert_text ("<p>Come&nbsp;along.</p><p>Tea &amp; cake</p>", "Come along.\n\nTea & cake");
  assert_text ("<p>Bring</p><ul><li>a mat</li><li>water</li></ul>After",
               "Bring\n\n• a mat\n• water\n\nAfter");
  assert_text ("one<br>two<br/>three", "one\ntwo\nthree");
  assert_text ("Tom &amp; Jerry", "Tom & Jerry");
  assert_text ("<p></p><p>&nbsp;</p>", "");
}

static void
links_keep_their_address (void)
{
  assert_text ("See <a href=\"https://example.org/x\">our page</a>.",
               "See our page (https://example.org/x).");
  assert_text ("<a href='mailto:info@example.org?subject=x'>info@example.org</a>",
               "info@example.org");
  assert_text ("<a href='javascript:alert(1)'>click</a>", "click");
  assert_text ("See [our page](https://example.org/x)", "See our page (https://example.org/x)");
}

static void
little_markdown_is_read (void)
{
  assert_text ("# Welcome\n**Free** for all", "Welcome\nFree for all");
}

static void
what_runs_or_is_embedded_is_dropped (void)
{
  assert_text ("a<script>alert(1)</script><style>p{}</style>b", "ab");
  assert_text ("<img src='data:image/png;base64,AAAA' alt='A choir'>sings", "A choir sings");
  assert_text ("<iframe src='https://example.org'></iframe>x", "x");
}

static void
hostile_text_is_refused_or_survived (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><p>&a;</p>");
  g_autofree char *read = dolen_html_to_text (text->str, &error);

  g_assert_null (read);
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);

  g_string_truncate (text, 0);
  for (int i = 0; i < 20000; i++)
    g_string_append (text, "<b>");
  g_assert_null (dolen_html_to_text (text->str, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_string_truncate (text, 0);
  for (int i = 0; i < 5000; i++)
    g_string_append (text, "<div>x");
  for (int i = 0; i < 4000; i++)
    g_string_append (text, "</q>");
  read = dolen_html_to_text (text->str, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (read, "x\nx\n"));

  g_string_truncate (text, 0);
  for (int i = 0; i < 200000; i++)
    g_string_append (text, i % 2 ? "<a" : "[[");
  g_free (read);
  read = dolen_html_to_text (text->str, NULL);
  g_assert_nonnull (read);
}

static void
a_long_text_is_cut (void)
{
  g_autofree char *long_text = g_strnfill (200000, 'a');
  g_autofree char *read = dolen_html_to_text (long_text, NULL);

  g_assert_cmpuint (strlen (read), <=, DOLEN_HTML_TEXT_BYTES);
  g_assert_true (g_str_has_suffix (read, "…"));
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/format/html/plain text stays", plain_text_stays);
  g_test_add_func ("/format/html/html becomes paragraphs and bullets",
                   html_becomes_paragraphs_and_bullets);
  g_test_add_func ("/format/html/links keep their address", links_keep_their_address);
  g_test_add_func ("/format/html/little markdown is read", little_markdown_is_read);
  g_test_add_func ("/format/html/what runs or is embedded is dropped",
                   what_runs_or_is_embedded_is_dropped);
  g_test_add_func ("/format/html/hostile text is refused or survived",
                   hostile_text_is_refused_or_survived);
  g_test_add_func ("/format/html/a long text is cut", a_long_text_is_cut);
  return g_test_run ();
}
