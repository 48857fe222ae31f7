/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * What somebody typed about a person, in English, in Welsh or in both, taken apart into terms:
 * "hoffi canu", "can't do stairs", "no car", "my husband died", "likes gardening but not football".
 * Rules and lists, no guessing: what is not known is handed back as it was typed.
 */

/** DolenUnderstood: one thing that was understood. */
typedef struct {
  const DolenTerm *term; /* owned by the vocabulary */
  char *words;      /* as they were typed, with the word that turns them: "ddim yn hoffi canu" */
  guint start, end; /* where they stand, bytes of the text, @end not counted */
  gboolean negated; /* see below */
} DolenUnderstood;

/** DolenUnderstanding: all of it. */
typedef struct {
  GPtrArray *terms; /* of DolenUnderstood, in the order of the text; a term stands once */
  GStrv rest;       /* pieces that were not understood, in their order; perhaps empty */
  char *respelt;    /* (nullable) the text as it was read, words put right: "gardning" */
} DolenUnderstanding;

/**
 * dolen_vocabulary_understand:
 * @text: a chip or some sentences
 * @language: which reading to prefer where both languages could be meant; both are always tried
 *
 * Terms of all four kinds. One phrase may mean a need and a barrier ("dementia"): both come back
 * with the same @start. Of terms of one kind that claim the same words the narrower ones stay.
 *
 * A text that is not understood as it stands is read again with its words put right, where each is
 * one letter away from one word alone; @start, @end and @words are then of what was read.
 *
 * @negated depends on the kind, and is never turned round:
 * - an interest: a dislike ("ddim yn hoffi canu", "not keen on football");
 * - a need or a barrier: said not to be there ("not lonely", "stairs are no problem", "no pain");
 *   "can't do stairs", "hates crowds", "no stairs please" are the barrier and not negated;
 * - an enabler: not wanted or of no use ("no home visits", "can't do Zoom").
 *
 * Where a sentence says neither ("can't sing any more"), the words stay in @rest together with what
 * turns them.
 *
 * Returns: (transfer full)
 */
DolenUnderstanding *
dolen_vocabulary_understand (DolenVocabulary *self, const char *text, DolenLanguage language);

void dolen_understanding_free (DolenUnderstanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenUnderstanding, dolen_understanding_free)

/** dolen_understanding_find: (transfer none) (nullable): what was understood of a term, by code. */
const DolenUnderstood *
dolen_understanding_find (const DolenUnderstanding *self, DolenTermKind kind, const char *code);

G_END_DECLS
