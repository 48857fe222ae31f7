/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz/dolen-fuzz.h"
#include "support/dolen-test.h"

#include <stdlib.h>
#include <string.h>

#define SPOILED 1000      /* copies a run */
#define SPOILED_AT_ONCE 4 /* places in a copy, at most */
#define LARGEST 20000     /* bytes of a copy */

/* What readers of text, JSON and HTML have stumbled over before. */
static const char *const TOKENS[] = {
  "\"",
  "\\",
  "\\u0000",
  "\\ud800",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "null",
  "true",
  "-1",
  "1e999",
  "-0",
  "NaN",
  "9223372036854775808",
  "0.00001",
  "\xff",
  "\xc3",
  "\xe2\x80\xae",
  "\xef\xbb\xbf",
  "\n",
  "\r",
  "<",
  ">",
  "</p>",
  "<p>",
  "<li>",
  "&amp;",
  "&#0;",
  "&#x110000;",
  "<!--",
  "<![CDATA[",
  "<!DOCTYPE",
  "<script>",
  "<a href=\"",
  "](",
  "*",
  "#",
  "'",
  "-",
  "^",
  "(",
  ")",
  "AND",
  "NEAR",
  "\x01",
};

static GPtrArray *examples; /* of GBytes */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
read_examples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", FUZZ_NAME, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < names->len; i++) {
    char *text = NULL;
    gsize size = 0;

    g_assert_true (g_file_get_contents (names->pdata[i], &text, &size, NULL));
    g_ptr_array_add (examples, g_bytes_new_take (text, size));
  }
  g_assert_cmpuint (examples->len, >, 0);
}

/* An exact copy on the heap, so that a byte read behind it is seen. */
static void
run (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = malloc (size); /* of no bytes: still somewhere */

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static void
insert (GByteArray *bytes, guint at, const guint8 *data, guint size)
{
  guint behind = bytes->len - at;

  if (bytes->len + size > LARGEST || size == 0)
    return;
  g_byte_array_set_size (bytes, bytes->len + size);
  memmove (bytes->data + at + size, bytes->data + at, behind);
  memcpy (bytes->data + at, data, size);
}

static void
spoil_once (GByteArray *bytes, GRand *random)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len + 1);
  guint wanted = 1u << g_rand_int_range (random, 0, 9);
  guint span = MIN (bytes->len - at, wanted);
  const char *token = TOKENS[g_rand_int_range (random, 0, G_N_ELEMENTS (TOKENS))];
  GBytes *other = examples->pdata[g_rand_int_range (random, 0, (gint32) examples->len)];
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (other, &size);

  switch (g_rand_int_range (random, 0, 6)) {
  case 0:
    if (at < bytes->len)
      bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
    break;
  case 1:
    if (at < bytes->len)
      bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
    break;
  case 2:
    if (span > 0)
      g_byte_array_remove_range (bytes, at, span);
    break;
  case 3: {
    g_autofree guint8 *again = g_memdup2 (bytes->data + at, span);
    insert (bytes, at, again, span);
    break;
  }
  case 4:
    insert (bytes, at, (const guint8 *) token, (guint) strlen (token));
    break;
  default: /* goes on as another example does */
    g_byte_array_set_size (bytes, at);
    if (at < size)
      g_byte_array_append (bytes, data + at, (guint) MIN (size - at, LARGEST - MIN (at, LARGEST)));
    break;
  }
}

static void
test_the_examples_are_read (void)
{
  for (guint i = 0; i < examples->len; i++) {
    gsize size = 0;
    const guint8 *data = g_bytes_get_data (examples->pdata[i], &size);
    run (data, size);
  }
}

static void
test_every_beginning_of_an_example_is_read (void)
{
  for (guint i = 0; i < examples->len; i++) {
    gsize size = 0;
    const guint8 *data = g_bytes_get_data (examples->pdata[i], &size);

    for (gsize end = 0; end < size; end += 1 + size / 100)
      run (data, end);
  }
}

static void
test_spoiled_examples_are_read (void)
{
  for (guint32 seed = 0; seed < SPOILED; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    GBytes *example = examples->pdata[seed % examples->len];
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    gsize size = 0;
    const guint8 *data = g_bytes_get_data (example, &size);

    g_byte_array_append (bytes, data, (guint) MIN (size, LARGEST));
    for (int i = g_rand_int_range (random, 1, SPOILED_AT_ONCE + 1); i > 0; i--)
      spoil_once (bytes, random);
    run (bytes->data, bytes->len);
  }
}

int
main (int argc, char **argv)
{
  int result;

  dolen_test_init (&argc, &argv);
  LLVMFuzzerInitialize (&argc, &argv);
  read_examples ();
  g_test_add_func ("/fuzz/" FUZZ_NAME "/the_examples_are_read", test_the_examples_are_read);
  g_test_add_func ("/fuzz/" FUZZ_NAME "/every_beginning_of_an_example_is_read",
                   test_every_beginning_of_an_example_is_read);
  g_test_add_func ("/fuzz/" FUZZ_NAME "/spoiled_examples_are_read", test_spoiled_examples_are_read);
  result = g_test_run ();
  g_ptr_array_unref (examples);
  return result;
}
