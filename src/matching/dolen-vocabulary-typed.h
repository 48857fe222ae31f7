/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary-private.h"

G_BEGIN_DECLS

/*
 * The grammar of what is typed about a person (typed.json): what a word does to the term that
 * follows it. In the trie it is filed under the kind DOLEN_TERM_TYPED with the role
 * DOLEN_PHRASE_TYPED, its index being the class.
 */

#define DOLEN_TERM_TYPED (DOLEN_TERM_N_KINDS + 1)

typedef enum {
  DOLEN_TYPED_NONE,
  DOLEN_TYPED_LIKES,          /* "enjoys" */
  DOLEN_TYPED_WANTS,          /* "would like" */
  DOLEN_TYPED_NEEDS,          /* "needs" */
  DOLEN_TYPED_LACKS,          /* "lost", "not enough" */
  DOLEN_TYPED_ABSENT,         /* "has no", "heb" */
  DOLEN_TYPED_NOT,            /* "not" */
  DOLEN_TYPED_UNABLE,         /* "can't", "afraid of" */
  DOLEN_TYPED_DISLIKES,       /* "hates" */
  DOLEN_TYPED_FINE,           /* "copes with" */
  DOLEN_TYPED_NOTHING,        /* "can't wait": turns nothing */
  DOLEN_TYPED_TURNS,          /* "but": ends what came before */
  DOLEN_TYPED_OR,             /* carries across a comma */
  DOLEN_TYPED_AFTER_DISLIKES, /* "... is not for me" */
  DOLEN_TYPED_AFTER_FINE,     /* "... is no problem" */
  DOLEN_TYPED_FILLER,         /* says nothing of itself */
  DOLEN_TYPED_UNWANTED,       /* "doesn't want": NOT and WANTS together; in no file */
  DOLEN_TYPED_N
} DolenTypedClass;

#define DOLEN_TYPED_KEYS                                                                           \
  "", "likes", "wants", "needs", "lacks", "absent", "not", "unable", "dislikes", "fine",           \
      "nothing", "turns", "or", "after-dislikes", "after-fine", "filler"

/* What holds at a word: the class that reaches it, and the word that begins it. */
typedef struct {
  guint8 begins;   /* DolenTypedClass of the longest phrase of the grammar beginning here */
  guint8 length;   /* its words */
  guint8 reaches;  /* DolenTypedClass in force here */
  gboolean filler; /* the word says nothing of itself */
  gboolean spent;  /* part of a term */
  guint from;      /* first word of what reaches here */
} DolenTypedWord;

/**
 * dolen_typed_reach:
 * @words: (array length=n): the words
 * @typed: (array length=n): begins, length and spent are given; reaches and from are filled
 *
 * Follows the words from left to right. "Not" turns what comes next into its contrary ("not afraid
 * of", "don't like"); a comma ends all but a list with "or"; "and" carries.
 */
void dolen_typed_reach (const DolenWord *words, DolenTypedWord *typed, guint n);

/** dolen_typed_after: what stands behind the words that end before @end turns them into: one of
 *  AFTER_DISLIKES, AFTER_FINE, or NONE; @last is its last word. */
DolenTypedClass dolen_typed_after (
    const DolenWord *words, const DolenTypedWord *typed, guint n, guint end, guint *last);

typedef enum {
  DOLEN_MEANS_YES,
  DOLEN_MEANS_NO,     /* negated */
  DOLEN_MEANS_UNSURE, /* neither can be said */
  DOLEN_MEANS_NOTHING /* not this term at all */
} DolenTypedMeaning;

/** dolen_typed_judge: what @state makes of a phrase of @kind in @role; @shun: see the README. */
DolenTypedMeaning
dolen_typed_judge (DolenTermKind kind, DolenPhraseRole role, gboolean shun, DolenTypedClass state);

/** dolen_typed_spans_a_comma: whether a phrase of @length words from @first on goes over a comma:
 *  "COPD, oxygen" are two things, though "COPD oxygen" is one. */
gboolean dolen_typed_spans_a_comma (const DolenWord *words, guint first, guint length);

G_END_DECLS
