/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-phrases-private.h"

#include "directory/dolen-spelling.h"

/* Shorter words have too many neighbours to guess; longer ones are no words. */
#define LEAST_LETTERS 5
#define MOST_LETTERS 32
#define LONG_WORD 10 /* two letters may differ: "shredding" is no "shielding" */

/* The one word of the phrases nearest to @folded; NULL if there is none or more than one. */
static const char *
nearest (GHashTable *known, const char *folded)
{
  glong n = 0, m = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (folded, -1, &n);
  guint best = n >= LONG_WORD ? 3 : 2; /* one more than is let pass */
  const char *found = NULL;
  GHashTableIter iter;
  gpointer word;

  if (n < LEAST_LETTERS || n > MOST_LETTERS)
    return NULL;
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    g_autofree gunichar *other = NULL;
    guint distance;

    if (((const char *) word)[0] != folded[0])
      continue;
    other = g_utf8_to_ucs4_fast (word, -1, &m);
    distance = dolen_spelling_distance (letters, (guint) n, other, (guint) m, best);
    if (distance > best || distance == 0)
      continue;
    found = distance == best ? NULL : word;
    best = distance;
  }
  return found;
}

/* "One-sided" is not written wrongly because "sided" is no word: a part of a compound stands. */
static gboolean
is_part_of_a_compound (const char *text, const DolenWord *word)
{
  return (word->start > 0 && text[word->start - 1] == '-') || text[word->end] == '-';
}

char *
dolen_phrases_respell (DolenPhrases *self, DolenLanguage language, const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (DolenWord));
  g_autoptr (GString) respelt = g_string_new (NULL);
  gboolean changed = FALSE;
  guint at = 0;

  dolen_phrases_split (self, language, text, words);
  for (guint i = 0; i < words->len; i++) {
    const DolenWord *word = &g_array_index (words, DolenWord, i);
    g_autofree char *typed = g_strndup (text + word->start, word->end - word->start);
    g_autofree char *folded = dolen_phrases_fold (language, typed);
    gboolean strange = word->n_ids == 0 && !is_part_of_a_compound (text, word)
                       && !dolen_phrases_knows (self, dolen_language_other (language), typed);
    const char *right = strange ? nearest (dolen_phrases_words (self, language), folded) : NULL;

    g_string_append_len (respelt, text + at, word->start - at);
    g_string_append (respelt, right != NULL ? right : typed);
    changed |= right != NULL;
    at = word->end;
  }
  g_string_append (respelt, text + at);
  return changed ? g_string_free (g_steal_pointer (&respelt), FALSE) : NULL;
}
