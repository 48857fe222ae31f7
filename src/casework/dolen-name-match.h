/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A name half remembered, held against one that is recorded: capitals, accents and order do not
 * matter, nor does a slip of the finger, a Welsh mutation or another spelling of the same sound.
 */

#define DOLEN_NAME_NO_MATCH G_MAXINT

/** What one word of a name came to; the score of a name is their sum. */
enum {
  DOLEN_NAME_SCORE_SAME = 0,
  DOLEN_NAME_SCORE_BEGINS = 1,
  DOLEN_NAME_SCORE_SOUND = 2,
  DOLEN_NAME_SCORE_SLIP = 3, /* one slip; two are 4 */
  DOLEN_NAME_SCORE_MUTATED = 5,
};

/** dolen_name_words: (transfer full): the words of @text (nullable), folded: small letters without
 * accents; hyphens and apostrophes part words. */
char **dolen_name_words (const char *text);

/** dolen_name_match: how far @typed is from @names, 0 best; DOLEN_NAME_NO_MATCH unless every word
 * of @typed is met. Both as dolen_name_words() gives them. */
int dolen_name_match (char *const *typed, char *const *names);

/** dolen_name_match_word: the same for one word. */
int dolen_name_match_word (const char *typed, char *const *names);

G_END_DECLS
