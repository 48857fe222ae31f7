/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary-private.h"

#include <string.h>

/* How well a term answers typed words: higher is better. A phrase of n words scores 100 n. */
#define SCORE_WHOLE 100000
#define SCORE_PHRASE 100
#define SCORE_PREFIX 10

typedef struct {
  const DolenTerm *term;
  guint score;
} Candidate;

typedef struct {
  DolenTermKind kind;
  guint *scores; /* by index */
} Finding;

static void
on_phrase (guint first, guint length, const DolenPhraseUse *uses, guint n_uses, gpointer data)
{
  Finding *finding = data;

  for (guint i = 0; i < n_uses; i++)
    if (uses[i].kind == finding->kind && uses[i].role != DOLEN_PHRASE_LOOKALIKE
        && uses[i].role != DOLEN_PHRASE_NO)
      finding->scores[uses[i].index] = MAX (finding->scores[uses[i].index], SCORE_PHRASE * length);
}

static void
score_phrases (DolenVocabulary *self, Finding *finding, DolenLanguage language, const char *words)
{
  g_autoptr (GArray) split = g_array_new (FALSE, FALSE, sizeof (DolenWord));

  dolen_phrases_split (dolen_vocabulary_phrases (self), language, words, split);
  dolen_phrases_scan (dolen_vocabulary_phrases (self), language, split, on_phrase, finding);
}

/* Whether a word of @label begins with @words; both folded. */
static gboolean
has_prefix (const char *label, const char *words)
{
  gsize length = strlen (words);

  for (const char *p = label; p != NULL; p = strchr (p, ' ')) {
    p += *p == ' ';
    if (strncmp (p, words, length) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
score_label (Finding *finding, const DolenTerm *term, DolenLanguage language, const char *words)
{
  g_autofree char *typed = dolen_phrases_fold (language, words);
  g_autofree char *label = dolen_phrases_fold (language, dolen_term_label (term, language));
  guint *score = &finding->scores[term->index];

  if (strcmp (typed, label) == 0)
    *score = SCORE_WHOLE;
  else if (g_utf8_strlen (typed, -1) >= 3 && has_prefix (label, typed))
    *score = MAX (*score, SCORE_PREFIX);
}

static int
by_score (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->term->index < y->term->index ? -1 : x->term->index > y->term->index;
}

GPtrArray *
dolen_vocabulary_find (DolenVocabulary *self, DolenTermKind kind, const char *words, guint limit)
{
  guint n = dolen_vocabulary_count (self, kind);
  g_autofree guint *scores = g_new0 (guint, n + 1);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *found = g_ptr_array_new ();
  const DolenTerm *exact = dolen_vocabulary_by_code (self, kind, words);
  Finding finding = { kind, scores };

  for (guint language = 0; language < DOLEN_N_LANGUAGES; language++) {
    score_phrases (self, &finding, (DolenLanguage) language, words);
    for (guint i = 0; i < n; i++)
      score_label (
          &finding, dolen_vocabulary_term (self, kind, i), (DolenLanguage) language, words);
  }
  if (exact != NULL)
    scores[exact->index] = 2 * SCORE_WHOLE;
  for (guint i = 0; i < n; i++)
    if (scores[i] > 0 && !dolen_vocabulary_term (self, kind, i)->hidden)
      g_array_append_val (candidates,
                          ((Candidate){ dolen_vocabulary_term (self, kind, i), scores[i] }));
  g_array_sort (candidates, by_score);
  for (guint i = 0; i < candidates->len && (limit == 0 || i < limit); i++)
    g_ptr_array_add (found, (gpointer) g_array_index (candidates, Candidate, i).term);
  return found;
}
