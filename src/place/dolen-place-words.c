/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-place-words.h"

#include "place/dolen-place-names.h"

guint
dolen_place_words_split (const char *name, DolenPlaceWord *words)
{
  guint n = 0;

  for (const char *p = name; *p != '\0' && n < DOLEN_PLACE_WORDS_MOST;) {
    const char *from = p;

    while (*p != '\0' && (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '\''))
      p = g_utf8_next_char (p);
    if (p > from)
      words[n++] = (DolenPlaceWord){ from, p };
    else
      p = g_utf8_next_char (p);
  }
  return n;
}

gboolean
dolen_place_word_is_of_a_street (const DolenPlaceWord *word)
{
  static const char *const streets[]
      = { "street", "road",    "avenue", "lane",  "close", "drive", "way",    "crescent", "gardens",
          "square", "terrace", "arms",   "hotel", "house", "stryd", "ffordd", "heol",     NULL };
  g_autofree char *small = g_ascii_strdown (word->from, word->to - word->from);

  return g_strv_contains (streets, small);
}

char *
dolen_place_words_key (const DolenPlaceWord *first, const DolenPlaceWord *last)
{
  g_autofree char *words = g_strndup (first->from, (gsize) (last->to - first->from));

  return dolen_place_key (words);
}
