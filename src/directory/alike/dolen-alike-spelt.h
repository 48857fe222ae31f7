/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-book.h"

G_BEGIN_DECLS

/** DolenAlikeName: one name of a record, held against another. Borrowed. */
typedef struct {
  const DolenAlikeBook *book;
  const DolenAlikeRecord *record;
  const GArray *words; /* (nullable) there is none */
  const GArray *order;
  const char *initials;
  gboolean supported; /* a contact or the door is one too */
  gboolean looked;    /* .stood_for is known */
  guint64 stood_for;  /* places in .order of words for which a word of the other stands */
} DolenAlikeName;

/** DOLEN_ALIKE_MAX_ACRONYM: longer words stand for no initials. */
#define DOLEN_ALIKE_MAX_ACRONYM 6

/** DOLEN_ALIKE_MIN_RUN: letters of a word that several may make up; DOLEN_ALIKE_MAX_RUN: so many.
 */
#define DOLEN_ALIKE_MIN_RUN 8
#define DOLEN_ALIKE_MAX_RUN 4

/** dolen_alike_skeleton: goes on with @hash (first 1) by the consonants of @word; what several
 * words give in turn is what they give written as one. */
guint64 dolen_alike_skeleton (guint64 hash, const char *word);

/** dolen_alike_has: whether @number is among @numbers (nullable), which rise. */
gboolean dolen_alike_has (const GArray *numbers, guint number);

/** dolen_alike_find_otherwise: how much of a word of @own that @other has not as it is stands there
 *  otherwise: misspelt, as one word of two or two of one, by its letters ("SOBS"), or, @loosely,
 *  begun alike ("news", "newspaper"). Returns: 0 not at all, 1 as good as the same */
double dolen_alike_find_otherwise (DolenAlikeName *own,
                                   guint word,
                                   const DolenAlikeName *other,
                                   gboolean loosely);

G_END_DECLS
