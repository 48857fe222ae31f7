/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-told.h"

#include "directory/alike/dolen-alike-words.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* Shorter words, and times and sums, tell nothing. */
#define MIN_WORD 3

DolenAlikeTold *
dolen_alike_told_new (void)
{
  DolenAlikeTold *told = g_new0 (DolenAlikeTold, 1);

  told->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  told->bits = g_array_new (FALSE, TRUE, sizeof (double));
  return told;
}

void
dolen_alike_told_free (DolenAlikeTold *told)
{
  if (told == NULL)
    return;
  g_hash_table_unref (told->words);
  g_hash_table_unref (told->stems);
  g_array_unref (told->counts);
  g_array_unref (told->bits);
  g_free (told);
}

/* Its number + 1, 0 where it says nothing; each word is taken apart once. */
static guint
number_of (DolenAlikeTold *told, const char *word)
{
  gpointer known = NULL;
  g_autofree char *stem = NULL;
  guint number = 0, none = 0;

  if (g_hash_table_lookup_extended (told->words, word, NULL, &known))
    return GPOINTER_TO_UINT (known);
  stem = dolen_alike_stem (word);
  if (stem != NULL) {
    number = GPOINTER_TO_UINT (g_hash_table_lookup (told->stems, stem));
    if (number == 0) {
      g_array_append_val (told->counts, none);
      number = told->counts->len;
      g_hash_table_insert (told->stems, g_steal_pointer (&stem), GUINT_TO_POINTER (number));
    }
  }
  g_hash_table_insert (told->words, g_strdup (word), GUINT_TO_POINTER (number));
  return number;
}

static void
insert (GArray *numbers, guint number)
{
  guint at = numbers->len;

  while (at > 0 && g_array_index (numbers, guint, at - 1) > number)
    at--;
  if (at == 0 || g_array_index (numbers, guint, at - 1) != number)
    g_array_insert_val (numbers, at, number);
}

static void
add_word (DolenAlikeTold *told, GArray *numbers, GString *word)
{
  guint number = word->len >= MIN_WORD ? number_of (told, word->str) : 0;

  g_string_truncate (word, 0);
  if (number > 0)
    insert (numbers, number - 1);
}

void
dolen_alike_told_add (DolenAlikeTold *told, GArray *numbers, const char *text, guint most)
{
  g_autofree char *folded = text != NULL ? dolen_welsh_fold (text) : g_strdup ("");
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && numbers->len < most; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (letter == '\'' || letter == 0x2019)
      continue;
    if (g_unichar_isalpha (letter))
      g_string_append_unichar (word, letter);
    else
      add_word (told, numbers, word);
  }
  if (numbers->len < most)
    add_word (told, numbers, word);
}

guint
dolen_alike_told_find (const DolenAlikeTold *told, const char *stem)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (told->stems, stem)) - 1;
}
