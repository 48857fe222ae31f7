/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagger-private.h"

#include "language/dolen-guess.h"
#include "matching/dolen-aside.h"
#include "matching/dolen-negation.h"

#include <string.h>

/* What a service is for is said in its name and its first words; what a text names further on
 * (other services, the rooms for hire, a leaflet's advice) is seldom on offer, said but once or
 * twice. English listings run long and list what they do; Welsh ones are short, and their second
 * half talks of other things. Measured on the labels of tests/matching/labels. */
static const struct {
  guint least, percent, most; /* words; of the text; words */
} opening[DOLEN_N_LANGUAGES] = {
  [DOLEN_LANGUAGE_EN] = { 100, 0, 100 },
  [DOLEN_LANGUAGE_CY] = { 30, 50, 100 },
};

/* A phrase met in a text. */
typedef struct {
  guint first;
  guint length;
  DolenPhraseUse use;
  gboolean dropped;
} Match;

DolenTagger *
dolen_tagger_new (DolenVocabulary *vocabulary)
{
  DolenTagger *self = g_new0 (DolenTagger, 1);

  self->vocabulary = dolen_vocabulary_ref (vocabulary);
  self->version = DOLEN_TAGGER_VERSION * 1000 + dolen_vocabulary_version (vocabulary);
  return self;
}

void
dolen_tagger_free (DolenTagger *self)
{
  dolen_vocabulary_unref (self->vocabulary);
  g_free (self);
}

int
dolen_tagger_version (DolenTagger *self)
{
  return self->version;
}

/* Whether a comma, a bracket or a slash parts the words: "no steps, free parking" is not "no
 * step-free", and "parents/carers" are no parent carers. */
static gboolean
is_parted (const DolenTaggerReading *reading, guint first, guint length)
{
  for (guint i = first + 1; i < first + length; i++)
    if (g_array_index (reading->words, DolenWord, i).before != DOLEN_BREAK_NONE)
      return TRUE;
  return FALSE;
}

/* Whether a role is heeded at this place of this text. */
static gboolean
is_heeded (const DolenTaggerReading *reading, guint first, guint length, guint role)
{
  guint end = first + length;

  switch (role) {
  case DOLEN_PHRASE_TYPED:
  case DOLEN_PHRASE_LACK:
    return FALSE;
  case DOLEN_PHRASE_NAME:
    return reading->texts[reading->text].is_name && !is_parted (reading, first, length);
  case DOLEN_PHRASE_ALONE:
    return (first == 0
            || g_array_index (reading->words, DolenWord, first).before != DOLEN_BREAK_NONE)
           && (end >= reading->words->len
               || g_array_index (reading->words, DolenWord, end).before != DOLEN_BREAK_NONE);
  case DOLEN_PHRASE_WORDS:
    /* Longer ones may be a list of their own: "legs, bums and tums". */
    return length > 2 || !is_parted (reading, first, length);
  case DOLEN_PHRASE_NO:
    return !is_parted (reading, first, length);
  default:
    return TRUE;
  }
}

static guint16 *
grammar_of (DolenTaggerReading *reading)
{
  return (guint16 *) (gpointer) reading->grammar->data;
}

static void
on_phrase (guint first, guint length, const DolenPhraseUse *uses, guint n_uses, gpointer data)
{
  DolenTaggerReading *reading = data;

  for (guint i = 0; i < n_uses; i++) {
    Match match = { first, length, uses[i], FALSE };

    if (uses[i].kind == DOLEN_TERM_N_KINDS) {
      /* All words of a phrase that negates nothing are spent. */
      for (guint w = 0; w < (uses[i].index == DOLEN_GRAMMAR_PSEUDO ? length : 1); w++)
        grammar_of (reading)[first + w] |= uses[i].index;
    } else if (uses[i].kind != DOLEN_TERM_BARRIER
               && is_heeded (reading, first, length, uses[i].role)) {
      g_array_append_val (reading->matches, match);
    }
  }
}

/* Whether @b, a known no, begins within @a, a yes that therefore holds its "no". */
static gboolean
begins_with_no (const Match *a, const Match *b)
{
  return a->use.role == DOLEN_PHRASE_WORDS && b->use.role == DOLEN_PHRASE_NO && a->first < b->first;
}

/* Of @a and @b about one term that overlap: drops what the other outdoes. */
static void
settle (Match *a, Match *b)
{
  guint a_end = a->first + a->length, b_end = b->first + b->length;
  gboolean a_holds_b = a->first <= b->first && b_end <= a_end && a->length > b->length;
  gboolean b_holds_a = b->first <= a->first && a_end <= b_end && b->length > a->length;

  if (a_holds_b)
    b->dropped = TRUE;
  else if (b_holds_a)
    a->dropped = TRUE;
  else if (begins_with_no (a, b))
    b->dropped = TRUE; /* "no alcohol", not "alcohol is served" */
  else if (a->use.role == DOLEN_PHRASE_LOOKALIKE
           || (a->use.role == DOLEN_PHRASE_NO && b->use.role != DOLEN_PHRASE_LOOKALIKE))
    b->dropped = TRUE;
  else if (b->use.role == DOLEN_PHRASE_LOOKALIKE || b->use.role == DOLEN_PHRASE_NO)
    a->dropped = TRUE;
  else if (a->first == b->first && a->length == b->length)
    b->dropped = TRUE; /* in two lists */
}

static void
drop_the_outdone (GArray *matches)
{
  for (guint i = 0; i < matches->len; i++) {
    Match *a = &g_array_index (matches, Match, i);

    for (guint j = i + 1; j < matches->len; j++) {
      Match *b = &g_array_index (matches, Match, j);

      if (b->first >= a->first + a->length)
        break;
      if (a->use.kind == b->use.kind && a->use.index == b->use.index && !a->dropped && !b->dropped)
        settle (a, b);
    }
  }
}

/* A "no" inside a phrase that means a yes ("no steps") is spent and negates nothing more. */
static void
spend_negations (DolenTaggerReading *reading)
{
  for (guint i = 0; i < reading->matches->len; i++) {
    const Match *match = &g_array_index (reading->matches, Match, i);

    if (!match->dropped && match->length > 1 && match->use.role != DOLEN_PHRASE_NO)
      for (guint w = match->first; w < match->first + match->length; w++)
        grammar_of (reading)[w]
            &= (guint16) ~(DOLEN_GRAMMAR_NEGATES | DOLEN_GRAMMAR_DENIES | DOLEN_GRAMMAR_PSEUDO);
  }
}

static DolenAsidePlace
place_of (DolenTaggerReading *reading)
{
  return (DolenAsidePlace){ reading->texts[reading->text].text,
                            (const DolenWord *) (gpointer) reading->words->data,
                            grammar_of (reading),
                            reading->words->len };
}

/* Whether the phrase is named without being offered. */
static gboolean
is_aside (DolenTaggerReading *reading, const Match *match)
{
  const DolenAsidePlace place = place_of (reading);
  const DolenTerm *term = dolen_vocabulary_term (
      reading->tagger->vocabulary, (DolenTermKind) match->use.kind, match->use.index);

  return match->use.kind != DOLEN_TERM_ENABLER
         && dolen_aside_is (&place, term, match->first, match->length);
}

/* Remembers an interest that stands in a list. */
static void
note_listed (DolenTaggerReading *reading, const Match *match)
{
  const DolenAsidePlace place = place_of (reading);
  DolenListed listed
      = { (DolenTermKind) match->use.kind, match->use.index, reading->text, match->first };

  if (match->use.kind != DOLEN_TERM_INTEREST
      || !dolen_aside_is_listed (&place, match->first, match->length))
    return;
  while (listed.sentence > 0 && place.words[listed.sentence].before != DOLEN_BREAK_HARD)
    listed.sentence--;
  g_array_append_val (reading->listed, listed);
}

/* The first words of a text, that say what it is about. */
static guint
opening_of (const DolenTaggerReading *reading)
{
  return CLAMP (reading->words->len * opening[reading->language].percent / 100,
                opening[reading->language].least,
                opening[reading->language].most);
}

static void
note (DolenTaggerReading *reading, DolenEvidence *evidence, const DolenJudgement *judgement)
{
  const DolenWord *words = (const DolenWord *) (gpointer) reading->words->data;
  gboolean is_name = reading->texts[reading->text].is_name;

  evidence->late
      = (evidence->count == 0 || evidence->late) && judgement->first >= opening_of (reading);
  evidence->count++;
  /* The first words stand, but a name beats a description, and the whole beats a part. */
  if (evidence->count > 1 && !(is_name && !evidence->name) && !(evidence->part && !judgement->part))
    return;
  evidence->part = judgement->part;
  evidence->name = is_name;
  evidence->welsh = reading->language == DOLEN_LANGUAGE_CY;
  evidence->text = reading->text;
  evidence->start = words[judgement->first].start;
  evidence->end = words[judgement->last].end;
}

static void
judge_match (DolenTaggerReading *reading, const Match *match)
{
  DolenJudgement judgement
      = dolen_negation_judge ((const DolenWord *) (gpointer) reading->words->data,
                              grammar_of (reading),
                              reading->words->len,
                              match->first,
                              match->length);
  DolenEvidence *yes = &reading->yes[match->use.kind][match->use.index];
  DolenEvidence *no = &reading->no[match->use.kind][match->use.index];

  if (match->use.role == DOLEN_PHRASE_LOOKALIKE)
    return;
  if (match->use.role == DOLEN_PHRASE_NO) {
    judgement.first = match->first;
    note (reading, no, &judgement);
  } else if (judgement.said == DOLEN_SAID_YES) {
    if (is_aside (reading, match))
      return;
    note (reading, yes, &judgement);
    note_listed (reading, match);
  } else if (judgement.said == DOLEN_SAID_DENIED || match->use.kind == DOLEN_TERM_ENABLER) {
    /* "no dancing" is no promise about dancing: only enablers take a plain no. */
    note (reading, no, &judgement);
  }
}

static void
read_text (DolenTaggerReading *reading, guint text, DolenLanguage language)
{
  DolenPhrases *phrases = dolen_vocabulary_phrases (reading->tagger->vocabulary);

  reading->text = text;
  reading->language = language;
  g_array_set_size (reading->words, 0);
  g_array_set_size (reading->matches, 0);
  dolen_phrases_split (phrases, language, reading->texts[text].text, reading->words);
  g_array_set_size (reading->grammar, reading->words->len);
  if (reading->words->len == 0)
    return;
  memset (reading->grammar->data, 0, reading->words->len * sizeof (guint16));
  dolen_phrases_scan (phrases, language, reading->words, on_phrase, reading);
  drop_the_outdone (reading->matches);
  spend_negations (reading);
  for (guint i = 0; i < reading->matches->len; i++) {
    const Match *match = &g_array_index (reading->matches, Match, i);

    if (!match->dropped)
      judge_match (reading, match);
  }
}

GPtrArray *
dolen_tagger_read (DolenTagger *self, const DolenTaggerText *texts, guint n_texts)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (dolen_tagger_free_reading);
  g_autofree DolenEvidence *evidence = NULL;
  DolenTaggerReading reading = { .tagger = self, .texts = texts };
  guint total = 0, at = 0;

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    total += 2 * dolen_vocabulary_count (self->vocabulary, (DolenTermKind) kind);
  evidence = g_new0 (DolenEvidence, total + 1);
  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++) {
    guint n = dolen_vocabulary_count (self->vocabulary, (DolenTermKind) kind);

    reading.yes[kind] = evidence + at;
    reading.no[kind] = evidence + at + n;
    at += 2 * n;
  }
  reading.words = g_array_new (FALSE, FALSE, sizeof (DolenWord));
  reading.matches = g_array_new (FALSE, FALSE, sizeof (Match));
  reading.listed = g_array_new (FALSE, FALSE, sizeof (DolenListed));
  reading.grammar = g_array_new (FALSE, FALSE, sizeof (guint16));
  for (guint i = 0; i < n_texts; i++) {
    DolenTaggerLanguage language = texts[i].language;

    if (texts[i].text == NULL)
      continue;
    if (language == DOLEN_TAGGER_UNKNOWN
        && dolen_guess_language (texts[i].text) == DOLEN_GUESS_ENGLISH)
      language = DOLEN_TAGGER_ENGLISH;
    if (language != DOLEN_TAGGER_WELSH)
      read_text (&reading, i, DOLEN_LANGUAGE_EN);
    if (language != DOLEN_TAGGER_ENGLISH)
      read_text (&reading, i, DOLEN_LANGUAGE_CY);
  }
  dolen_tagger_conclude (&reading, results);
  g_array_unref (reading.words);
  g_array_unref (reading.matches);
  g_array_unref (reading.listed);
  g_array_unref (reading.grammar);
  return results;
}
