/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of a name in which a place may be named: "Llanon Village Hall", "Brigg Men in Sheds". */

/** DolenPlaceWord: where a word stands. */
typedef struct {
  const char *from, *to;
} DolenPlaceWord;

/** The most words of a name that are looked at, and the most of a place ("Kirton in Lindsey"). */
#define DOLEN_PLACE_WORDS_MOST 32
#define DOLEN_PLACE_WORDS_OF_A_PLACE 4

/** dolen_place_words_split: (out): how many there are, at most DOLEN_PLACE_WORDS_MOST. */
guint dolen_place_words_split (const char *name, DolenPlaceWord *words);

/** dolen_place_word_is_of_a_street: "Lincoln Gardens" is a street elsewhere, so is "Heol Llanon".
 */
gboolean dolen_place_word_is_of_a_street (const DolenPlaceWord *word);

/** dolen_place_words_key: (transfer full): the key under which the gazetteer has such a name. */
char *dolen_place_words_key (const DolenPlaceWord *first, const DolenPlaceWord *last);

G_END_DECLS
