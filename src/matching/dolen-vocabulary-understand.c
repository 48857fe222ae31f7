/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary-understand.h"

#include "matching/dolen-vocabulary-typed.h"

#include <string.h>

/* A phrase of the vocabulary met in what was typed. */
typedef struct {
  guint first;
  guint length;
  DolenPhraseUse use;
  gboolean dropped;
  DolenTypedMeaning means;
  guint from, last; /* words shown for it, what turns it included */
} Match;

/* One language's reading. */
typedef struct {
  DolenVocabulary *vocabulary;
  DolenLanguage language;
  const char *text;
  GArray *words;   /* of DolenWord */
  GArray *typed;   /* of DolenTypedWord */
  GArray *matches; /* of Match */
} Reading;

static const DolenWord *
words_of (const Reading *reading)
{
  return (const DolenWord *) (gpointer) reading->words->data;
}

static DolenTypedWord *
typed_of (const Reading *reading)
{
  return (DolenTypedWord *) (gpointer) reading->typed->data;
}

static Match *
match_at (const Reading *reading, guint i)
{
  return &g_array_index (reading->matches, Match, i);
}

static void
on_phrase (guint first, guint length, const DolenPhraseUse *uses, guint n_uses, gpointer data)
{
  Reading *reading = data;
  gboolean apart = dolen_typed_spans_a_comma (words_of (reading), first, length);

  for (guint i = 0; i < n_uses; i++) {
    DolenTypedWord *typed = &typed_of (reading)[first];
    Match match = { first, length, uses[i], FALSE, DOLEN_MEANS_YES, first, first + length - 1 };

    if (uses[i].kind == DOLEN_TERM_TYPED && uses[i].index == DOLEN_TYPED_FILLER) {
      for (guint w = 0; w < length; w++)
        typed[w].filler = TRUE;
    } else if (uses[i].kind == DOLEN_TERM_TYPED) {
      if (length > typed->length || typed->begins == DOLEN_TYPED_NONE) {
        typed->begins = (guint8) uses[i].index;
        typed->length = (guint8) length;
      }
    } else if (uses[i].kind < DOLEN_TERM_N_KINDS && uses[i].role != DOLEN_PHRASE_NO && !apart) {
      g_array_append_val (reading->matches, match);
    }
  }
}

static gboolean
overlap (const Match *a, const Match *b)
{
  return a->first < b->first + b->length && b->first < a->first + a->length;
}

static gboolean
same_term (const Match *a, const Match *b)
{
  return a->use.kind == b->use.kind && a->use.index == b->use.index;
}

/* Whether @a makes @b superfluous: a look-alike of its term, a longer phrase, or the same words for
 * a narrower term. */
static gboolean
outdoes (const Reading *reading, const Match *a, const Match *b)
{
  const DolenTermSet *above;

  if (!overlap (a, b))
    return FALSE;
  if (a->use.role == DOLEN_PHRASE_LOOKALIKE)
    return same_term (a, b) && a->length >= b->length + (b->use.role == DOLEN_PHRASE_TYPED);
  if (b->use.role == DOLEN_PHRASE_LOOKALIKE)
    return FALSE;
  if (a->length != b->length)
    return a->length > b->length;
  if (a->first != b->first)
    return a->use.role == DOLEN_PHRASE_WORDS && b->use.role != DOLEN_PHRASE_WORDS;
  if (a->use.kind != b->use.kind)
    return FALSE;
  above = dolen_vocabulary_closure (reading->vocabulary, (DolenTermKind) a->use.kind, a->use.index);
  return a->use.index != b->use.index && dolen_term_set_has (above, b->use.index);
}

/* "Doesn't mind" is no word about the mind: a longer phrase of the grammar stands. */
static void
drop_within_grammar (const Reading *reading)
{
  for (guint i = 0; i < reading->matches->len; i++) {
    Match *match = match_at (reading, i);
    guint end = match->first + match->length;

    for (guint w = match->first >= 4 ? match->first - 4 : 0; w <= match->first; w++) {
      const DolenTypedWord *typed = &typed_of (reading)[w];

      if (typed->begins != DOLEN_TYPED_NONE && typed->length > match->length
          && w + typed->length >= end)
        match->dropped = TRUE;
    }
  }
}

static void
drop_the_outdone (const Reading *reading)
{
  for (guint i = 0; i < reading->matches->len; i++)
    for (guint j = 0; j < reading->matches->len; j++) {
      Match *a = match_at (reading, i), *b = match_at (reading, j);

      if (i != j && !a->dropped && !b->dropped && outdoes (reading, a, b))
        b->dropped = TRUE;
    }
}

/* Whether a match means its term only where little else is said: "people" alone is company, "my mum
 * has dementia" is nothing about parenting. */
static gboolean
is_vague (const Reading *reading, const Match *match)
{
  return match->use.role == DOLEN_PHRASE_NAME || match->use.role == DOLEN_PHRASE_ALONE
         || (match->use.role == DOLEN_PHRASE_TYPED && match->length == 1
             && typed_of (reading)[match->first].filler);
}

/* Whether it stands only where the words around it allow: a lack, a word that is vague. */
static gboolean
is_conditional (const Reading *reading, const Match *match)
{
  return match->use.role == DOLEN_PHRASE_LACK || is_vague (reading, match);
}

static void
mark_spent (const Reading *reading, gboolean conditional_too)
{
  for (guint i = 0; i < reading->matches->len; i++) {
    const Match *match = match_at (reading, i);

    if (match->dropped || match->use.role == DOLEN_PHRASE_LOOKALIKE
        || (is_conditional (reading, match) && !conditional_too))
      continue;
    for (guint w = match->first; w < match->first + match->length; w++)
      typed_of (reading)[w].spent = TRUE;
  }
}

/* Whether nothing but filling words stands around @match in its sentence. */
static gboolean
stands_alone (const Reading *reading, const Match *match)
{
  const DolenWord *words = words_of (reading);
  const DolenTypedWord *typed = typed_of (reading);
  guint end = match->first + match->length;

  for (guint i = match->first; i > 0 && words[i].before == DOLEN_BREAK_NONE; i--)
    if (!typed[i - 1].filler && typed[i - 1].reaches == DOLEN_TYPED_NONE)
      return FALSE;
  for (guint i = end; i < reading->words->len && words[i].before == DOLEN_BREAK_NONE; i++)
    if (!typed[i].filler && typed[i].begins == DOLEN_TYPED_NONE)
      return FALSE;
  return TRUE;
}

/* The state that reaches a match, and the words that show it. */
static DolenTypedClass
state_of (const Reading *reading, Match *match)
{
  const DolenTypedWord *typed = typed_of (reading);
  DolenTypedClass state = (DolenTypedClass) typed[match->first].reaches, after;
  guint last;

  if (state > DOLEN_TYPED_NEEDS)
    match->from = typed[match->first].from;
  after = dolen_typed_after (
      words_of (reading), typed, reading->words->len, match->first + match->length, &last);
  if (after == DOLEN_TYPED_NONE)
    return state;
  match->from = match->first;
  match->last = last;
  return after;
}

static void
judge (const Reading *reading, Match *match)
{
  DolenVocabularyEntry *entry
      = g_ptr_array_index (reading->vocabulary->entries[match->use.kind], match->use.index);
  DolenTypedClass state = state_of (reading, match);

  match->means = dolen_typed_judge (
      (DolenTermKind) match->use.kind, (DolenPhraseRole) match->use.role, entry->shun, state);
  if (is_vague (reading, match) && state != DOLEN_TYPED_LIKES && state != DOLEN_TYPED_WANTS
      && state != DOLEN_TYPED_DISLIKES && !stands_alone (reading, match))
    match->means = DOLEN_MEANS_NOTHING;
}

/* Judges the matches that stand (or that stand conditionally), dropping those that mean nothing. */
static void
judge_all (const Reading *reading)
{
  for (guint i = 0; i < reading->matches->len; i++) {
    Match *match = match_at (reading, i);

    if (match->dropped || match->use.role == DOLEN_PHRASE_LOOKALIKE)
      continue;
    judge (reading, match);
    match->dropped = match->means == DOLEN_MEANS_NOTHING;
  }
}

/* Two passes: what is said outright spends its words ("no car" negates nothing more), and only then
 * is it known what the words left over do to the phrases that depend on them. */
static void
settle (const Reading *reading)
{
  GArray *matches = reading->matches;
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = matches->len; i-- > 0;)
    if (is_conditional (reading, match_at (reading, i))) {
      g_array_append_val (set_aside, *match_at (reading, i));
      g_array_remove_index (matches, i);
    }
  drop_within_grammar (reading);
  drop_the_outdone (reading);
  mark_spent (reading, FALSE);
  dolen_typed_reach (words_of (reading), typed_of (reading), reading->words->len);
  g_array_append_vals (matches, set_aside->data, set_aside->len);
  judge_all (reading);
  drop_the_outdone (reading);
  for (guint i = 0; i < reading->words->len; i++)
    typed_of (reading)[i].spent = FALSE;
  mark_spent (reading, TRUE);
}

static void
reading_init (Reading *reading,
              DolenVocabulary *vocabulary,
              DolenLanguage language,
              const char *text)
{
  DolenPhrases *phrases = dolen_vocabulary_phrases (vocabulary);

  reading->vocabulary = vocabulary;
  reading->language = language;
  reading->text = text;
  reading->words = g_array_new (FALSE, FALSE, sizeof (DolenWord));
  reading->typed = g_array_new (FALSE, TRUE, sizeof (DolenTypedWord));
  reading->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  dolen_phrases_split (phrases, language, text, reading->words);
  g_array_set_size (reading->typed, reading->words->len);
  dolen_phrases_scan (phrases, language, reading->words, on_phrase, reading);
  settle (reading);
}

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->words);
  g_array_unref (reading->typed);
  g_array_unref (reading->matches);
}

/* Whether a word is known to a reading at all. */
static gboolean
is_known (const DolenTypedWord *word)
{
  return word->spent || word->filler || word->begins != DOLEN_TYPED_NONE;
}

/* How many words of a sentence, counted by its number, a reading knows. */
static guint
known_in (const Reading *reading, guint sentence)
{
  guint at = 0, known = 0, until = 0;

  for (guint i = 0; i < reading->words->len; i++) {
    const DolenTypedWord *word = &typed_of (reading)[i];

    at += i > 0 && words_of (reading)[i].before == DOLEN_BREAK_HARD;
    until = MAX (until, word->begins != DOLEN_TYPED_NONE ? i + word->length : 0);
    known += at == sentence && (is_known (word) || i < until) ? 1 + word->spent : 0;
  }
  return known;
}

static guint
sentence_of (const Reading *reading, guint word)
{
  guint at = 0;

  for (guint i = 1; i <= word; i++)
    at += words_of (reading)[i].before == DOLEN_BREAK_HARD;
  return at;
}

static guint
start_of (const Reading *reading, const Match *match)
{
  return words_of (reading)[match->first].start;
}

static guint
end_of (const Reading *reading, const Match *match)
{
  return words_of (reading)[match->first + match->length - 1].end;
}

/* The word of @reading that covers the byte @at, or the next. */
static guint
word_at (const Reading *reading, guint at)
{
  guint i = 0;

  while (i + 1 < reading->words->len && words_of (reading)[i].end <= at)
    i++;
  return i;
}

/*
 * A phrase of the language that the sentence is not in: "hoffi crochet", "likes clocsio". It counts
 * where the reading that won knows nothing of its words, and is not one of the words both languages
 * write alike ("plant").
 */
static gboolean
is_borrowed (const Reading *winner, const Reading *other, const Match *match)
{
  guint first = word_at (winner, start_of (other, match));
  g_autofree char *words = g_strndup (other->text + start_of (other, match),
                                      end_of (other, match) - start_of (other, match));

  for (guint i = first;
       i < winner->words->len && words_of (winner)[i].start < end_of (other, match);
       i++)
    if (is_known (&typed_of (winner)[i]) && match->length < 3)
      return FALSE;
  return match->length > 1
         || (strlen (words) > 3
             && !dolen_phrases_knows (
                 dolen_vocabulary_phrases (winner->vocabulary), winner->language, words));
}

/* A phrase may stand in one language and what turns it in the other: "ddim yn hoffi knitting". The
 * other language is asked where its own says nothing, and only for words that are not its own. */
static void
judge_across (const Reading *own, const Reading *other, Match *match)
{
  guint at = word_at (other, start_of (own, match));
  const DolenTypedWord *word = &typed_of (other)[at];
  const DolenWord *cause = &words_of (other)[word->from];
  g_autofree char *words = g_strndup (other->text + cause->start, cause->end - cause->start);
  DolenVocabularyEntry *entry
      = g_ptr_array_index (own->vocabulary->entries[match->use.kind], match->use.index);

  if (typed_of (own)[match->first].reaches != DOLEN_TYPED_NONE || word->reaches == DOLEN_TYPED_NONE
      || dolen_phrases_knows (dolen_vocabulary_phrases (own->vocabulary), own->language, words))
    return;
  match->means = dolen_typed_judge ((DolenTermKind) match->use.kind,
                                    (DolenPhraseRole) match->use.role,
                                    entry->shun,
                                    (DolenTypedClass) word->reaches);
}

static void
free_understood (gpointer data)
{
  DolenUnderstood *understood = data;

  g_free (understood->words);
  g_free (understood);
}

static gboolean
has_term (const DolenUnderstanding *self, const DolenTerm *term)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (((DolenUnderstood *) g_ptr_array_index (self->terms, i))->term == term)
      return TRUE;
  return FALSE;
}

static void
add_understood (DolenUnderstanding *self,
                GByteArray *covered,
                const Reading *reading,
                const Match *match)
{
  const DolenTerm *term = dolen_vocabulary_term (
      reading->vocabulary, (DolenTermKind) match->use.kind, match->use.index);
  DolenUnderstood *understood;

  memset (covered->data + start_of (reading, match),
          1,
          end_of (reading, match) - start_of (reading, match));
  if (has_term (self, term))
    return;
  understood = g_new0 (DolenUnderstood, 1);
  understood->term = term;
  understood->negated = match->means == DOLEN_MEANS_NO;
  understood->start = words_of (reading)[match->from].start;
  understood->end = words_of (reading)[match->last].end;
  understood->words
      = g_strndup (reading->text + understood->start, understood->end - understood->start);
  g_ptr_array_add (self->terms, understood);
}

static void
gather (DolenUnderstanding *self, GByteArray *covered, Reading *readings, const guint8 *winners)
{
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    for (guint i = 0; i < readings[l].matches->len; i++) {
      Match *match = match_at (&readings[l], i);
      guint winner;

      if (match->dropped || match->use.role == DOLEN_PHRASE_LOOKALIKE)
        continue;
      winner = winners[sentence_of (&readings[l], match->first)];
      if (winner != l && !is_borrowed (&readings[winner], &readings[l], match))
        continue;
      judge_across (&readings[l], &readings[dolen_language_other ((DolenLanguage) l)], match);
      if (match->means == DOLEN_MEANS_YES || match->means == DOLEN_MEANS_NO)
        add_understood (self, covered, &readings[l], match);
    }
}

/* Marks the bytes of words that a reading knows as grammar or as filling. */
static void
cover_known (const Reading *reading, GByteArray *covered)
{
  const DolenTypedWord *typed = typed_of (reading);

  for (guint i = 0; i < reading->words->len; i++) {
    guint length = typed[i].begins != DOLEN_TYPED_NONE ? typed[i].length : typed[i].filler;

    for (guint w = i; w < i + length; w++)
      covered->data[words_of (reading)[w].start] |= 2;
  }
}

/* The last word of the piece that begins at word @first: to the end of what is parted by a mark, or
 * to the last word of weight before something understood. */
static guint
end_of_piece (const Reading *reading, const GByteArray *covered, guint first)
{
  const DolenWord *words = words_of (reading);
  guint last = first, w;

  for (w = first + 1; w < reading->words->len && words[w].before == DOLEN_BREAK_NONE; w++) {
    if ((covered->data[words[w].start] & 1) || typed_of (reading)[w].begins == DOLEN_TYPED_TURNS)
      return last;
    if (covered->data[words[w].start] == 0)
      last = w;
  }
  return w - 1;
}

/* The pieces of a reading's sentences that say something nobody understood, each with the word that
 * turns it. */
static void
gather_rest (GStrvBuilder *rest,
             const Reading *reading,
             const guint8 *winners,
             const GByteArray *covered)
{
  const DolenWord *words = words_of (reading);
  const DolenTypedWord *typed = typed_of (reading);

  for (guint i = 0; i < reading->words->len; i++) {
    g_autofree char *piece = NULL;
    guint first = i;

    if (winners[sentence_of (reading, i)] != reading->language || covered->data[words[i].start])
      continue;
    if (typed[i].reaches > DOLEN_TYPED_NEEDS)
      while (first > typed[i].from && !(covered->data[words[first - 1].start] & 1))
        first--;
    i = end_of_piece (reading, covered, i);
    piece = g_strndup (reading->text + words[first].start, words[i].end - words[first].start);
    g_strv_builder_add (rest, piece);
  }
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const DolenUnderstood *x = *(const DolenUnderstood *const *) a,
                        *y = *(const DolenUnderstood *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->term->kind != y->term->kind)
    return x->term->kind < y->term->kind ? -1 : 1;
  return x->term->index < y->term->index ? -1 : x->term->index > y->term->index;
}

static DolenUnderstanding *
read_once (DolenVocabulary *self, const char *text, DolenLanguage language)
{
  DolenUnderstanding *result = g_new0 (DolenUnderstanding, 1);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_autoptr (GByteArray) covered = g_byte_array_new ();
  g_autofree guint8 *winners = NULL;
  Reading readings[DOLEN_N_LANGUAGES];

  result->terms = g_ptr_array_new_with_free_func (free_understood);
  g_byte_array_set_size (covered, (guint) strlen (text) + 1);
  memset (covered->data, 0, covered->len);
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    reading_init (&readings[l], self, (DolenLanguage) l, text);
  winners = g_new0 (guint8, MAX (readings[0].words->len, readings[1].words->len) + 1);
  for (guint s = 0; s <= MAX (readings[0].words->len, readings[1].words->len); s++) {
    guint own = known_in (&readings[language], s);
    DolenLanguage other = dolen_language_other (language);

    winners[s] = (guint8) (known_in (&readings[other], s) > own ? other : language);
  }
  gather (result, covered, readings, winners);
  g_ptr_array_sort (result->terms, by_place);
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    cover_known (&readings[l], covered);
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    gather_rest (rest, &readings[l], winners, covered);
  result->rest = g_strv_builder_end (rest);
  for (guint l = 0; l < DOLEN_N_LANGUAGES; l++)
    reading_clear (&readings[l]);
  return result;
}

/* A second reading, words put right in one language or the other; NULL if it says no more. */
static DolenUnderstanding *
read_respelt (DolenVocabulary *self, const char *text, DolenLanguage language, guint n_known)
{
  const DolenLanguage languages[] = { language, dolen_language_other (language) };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++) {
    g_autofree char *respelt
        = dolen_phrases_respell (dolen_vocabulary_phrases (self), languages[l], text);
    g_autoptr (DolenUnderstanding) again
               = respelt != NULL ? read_once (self, respelt, language) : NULL;

    if (again == NULL || again->terms->len <= n_known)
      continue;
    again->respelt = g_steal_pointer (&respelt);
    return g_steal_pointer (&again);
  }
  return NULL;
}

DolenUnderstanding *
dolen_vocabulary_understand (DolenVocabulary *self, const char *text, DolenLanguage language)
{
  g_autoptr (DolenUnderstanding) first = read_once (self, text, language);
  DolenUnderstanding *again
      = first->rest[0] != NULL ? read_respelt (self, text, language, first->terms->len) : NULL;

  return again != NULL ? again : g_steal_pointer (&first);
}

void
dolen_understanding_free (DolenUnderstanding *self)
{
  g_free (self->respelt);
  g_ptr_array_unref (self->terms);
  g_strfreev (self->rest);
  g_free (self);
}

const DolenUnderstood *
dolen_understanding_find (const DolenUnderstanding *self, DolenTermKind kind, const char *code)
{
  for (guint i = 0; i < self->terms->len; i++) {
    const DolenUnderstood *understood = g_ptr_array_index (self->terms, i);

    if (understood->term->kind == kind && g_str_equal (understood->term->code, code))
      return understood;
  }
  return NULL;
}
