/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-text-message.h"
#include "support/dolen-test.h"

static void
assert_size (const char *text, guint used, guint parts, guint most)
{
  DolenTextMessageSize size = dolen_text_message_measure (text);

  g_assert_cmpuint (size.used, ==, used);
  g_assert_cmpuint (size.parts, ==, parts);
  g_assert_cmpuint (size.most, ==, most);
}

static char *
repeat (const char *what, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, what);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_a_small_alphabet_has_160_letters (void)
{
  g_autofree char *full = repeat ("a", 160);
  g_autofree char *over = repeat ("a", 161);
  g_autofree char *three = repeat ("é", 307);

  assert_size ("", 0, 0, 160);
  assert_size ("Nos Fawrth 10:00", 16, 1, 160);
  assert_size (full, 160, 1, 160);
  assert_size (over, 161, 2, 306);
  assert_size (three, 307, 3, 459); /* é is in it */
}

static void
test_some_count_twice (void)
{
  assert_size ("[€]", 6, 1, 160);
}

/* The Welsh circumflexes are not in it: the whole text is sent in the wide alphabet. */
static void
test_a_welsh_circumflex_makes_it_wide (void)
{
  g_autofree char *full = repeat ("ŵ", 70);
  g_autofree char *over = repeat ("ŷ", 71);

  g_assert_true (dolen_text_message_measure ("Côr").wide);
  g_assert_false (dolen_text_message_measure ("Cor").wide);
  assert_size (full, 70, 1, 70);
  assert_size (over, 71, 2, 134);
  assert_size ("[ŵ]", 3, 1, 70); /* nothing counts twice there */
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/reports/text_message/" #name, test_##name)
  ADD (a_small_alphabet_has_160_letters);
  ADD (some_count_twice);
  ADD (a_welsh_circumflex_makes_it_wide);
#undef ADD
  return g_test_run ();
}
