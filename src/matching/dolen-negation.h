/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary-private.h"

G_BEGIN_DECLS

/* What a sentence does to a phrase in it. */
typedef enum {
  DOLEN_SAID_YES,
  DOLEN_SAID_NO,     /* negated */
  DOLEN_SAID_DENIED, /* negated in so many words: "we do not offer" */
} DolenSaid;

typedef struct {
  DolenSaid said;
  gboolean part; /* about a part of the building only */
  guint first;   /* the words from ... */
  guint last;    /* ... to, both counted, negation included */
} DolenJudgement;

/**
 * dolen_negation_judge:
 * @words: (array): the words of a text
 * @grammar: (array): for each word the DolenGrammar bits of phrases that begin there
 * @n_words: how many
 * @first: first word of a phrase of the vocabulary
 * @length: words of it
 *
 * Looks back and ahead within the sentence. Reach of a negation: seven words, not across a
 * sentence, a "but", nor, unless an "or" makes it a list, across a comma or an "and".
 */
DolenJudgement dolen_negation_judge (
    const DolenWord *words, const guint16 *grammar, guint n_words, guint first, guint length);

G_END_DECLS
