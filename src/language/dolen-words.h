/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Short lists of common words, folded (dolen_welsh_fold()): what gives a language away. No word
 * stands in lists of both languages; what both know (a, at, am, i, o) stands in none but
 * DOLEN_WORDS_FUNCTION.
 */
typedef enum {
  DOLEN_WORDS_ENGLISH,  /* function words and the common words of a directory */
  DOLEN_WORDS_WELSH,    /* the same in Welsh, radical forms */
  DOLEN_WORDS_FUNCTION, /* function words of both: a search may leave them out */
  DOLEN_N_WORD_LISTS
} DolenWordList;

/** dolen_words_have: whether @word, folded, is in the list. */
gboolean dolen_words_have (DolenWordList list, const char *word);

G_END_DECLS
