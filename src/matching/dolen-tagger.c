/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagger.h"

#include "language/dolen-guess.h"
#include "matching/dolen-negation.h"

#include <string.h>

#define CONFIDENCE_NAME 90
#define CONFIDENCE_ONCE 60
#define CONFIDENCE_AGAIN 10 /* for each time more ... */
#define CONFIDENCE_MOST 80  /* ... up to this */

/* What a service is for is said in its name and its first words; what a long text names further on
 * (other services, the rooms for hire, a leaflet's advice) is seldom on offer, said but once or
 * twice. */
#define OPENING_WORDS 100
#define OFTEN 3

struct _DolenTagger {
  DolenVocabulary *vocabulary;
  int version;
};

/* A phrase met in a text. */
typedef struct {
  guint first;
  guint length;
  DolenPhraseUse use;
  gboolean dropped;
} Match;

/* The best evidence for one answer about one term. */
typedef struct {
  guint count;
  gboolean name;
  gboolean part;
  gboolean welsh;
  gboolean late; /* never in the opening of a text */
  guint text;
  guint start; /* bytes of that text */
  guint end;
} Evidence;

/* What is known of one service while its texts are read. */
typedef struct {
  const DolenTagger *tagger;
  const DolenTaggerText *texts;
  Evidence *yes[DOLEN_TERM_N_KINDS];
  Evidence *no[DOLEN_TERM_N_KINDS];
  /* of the text being read: */
  guint text;
  DolenLanguage language;
  GArray *words;   /* of DolenWord */
  GArray *matches; /* of Match, by first word */
  GByteArray *grammar;
} Reading;

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
is_parted (const Reading *reading, guint first, guint length)
{
  for (guint i = first + 1; i < first + length; i++)
    if (g_array_index (reading->words, DolenWord, i).before != DOLEN_BREAK_NONE)
      return TRUE;
  return FALSE;
}

/* Whether a role is heeded at this place of this text. */
static gboolean
is_heeded (const Reading *reading, guint first, guint length, guint role)
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

static void
on_phrase (guint first, guint length, const DolenPhraseUse *uses, guint n_uses, gpointer data)
{
  Reading *reading = data;

  for (guint i = 0; i < n_uses; i++) {
    Match match = { first, length, uses[i], FALSE };

    if (uses[i].kind == DOLEN_TERM_N_KINDS) {
      /* All words of a phrase that negates nothing are spent. */
      for (guint w = 0; w < (uses[i].index == DOLEN_GRAMMAR_PSEUDO ? length : 1); w++)
        reading->grammar->data[first + w] |= (guint8) uses[i].index;
    } else if (uses[i].kind != DOLEN_TERM_BARRIER
               && is_heeded (reading, first, length, uses[i].role)) {
      g_array_append_val (reading->matches, match);
    }
  }
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
spend_negations (Reading *reading)
{
  for (guint i = 0; i < reading->matches->len; i++) {
    const Match *match = &g_array_index (reading->matches, Match, i);

    if (!match->dropped && match->length > 1 && match->use.role != DOLEN_PHRASE_NO)
      for (guint w = match->first; w < match->first + match->length; w++)
        reading->grammar->data[w]
            &= (guint8) ~(DOLEN_GRAMMAR_NEGATES | DOLEN_GRAMMAR_DENIES | DOLEN_GRAMMAR_PSEUDO);
  }
}

static void
note (Reading *reading, Evidence *evidence, const DolenJudgement *judgement)
{
  const DolenWord *words = (const DolenWord *) (gpointer) reading->words->data;
  gboolean is_name = reading->texts[reading->text].is_name;

  evidence->late = (evidence->count == 0 || evidence->late) && judgement->first >= OPENING_WORDS;
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
judge_match (Reading *reading, const Match *match)
{
  DolenJudgement judgement
      = dolen_negation_judge ((const DolenWord *) (gpointer) reading->words->data,
                              reading->grammar->data,
                              reading->words->len,
                              match->first,
                              match->length);
  Evidence *yes = &reading->yes[match->use.kind][match->use.index];
  Evidence *no = &reading->no[match->use.kind][match->use.index];

  if (match->use.role == DOLEN_PHRASE_LOOKALIKE)
    return;
  if (match->use.role == DOLEN_PHRASE_NO) {
    judgement.first = match->first;
    note (reading, no, &judgement);
  } else if (judgement.said == DOLEN_SAID_YES) {
    note (reading, yes, &judgement);
  } else if (judgement.said == DOLEN_SAID_DENIED || match->use.kind == DOLEN_TERM_ENABLER) {
    /* "no dancing" is no promise about dancing: only enablers take a plain no. */
    note (reading, no, &judgement);
  }
}

static void
read_text (Reading *reading, guint text, DolenLanguage language)
{
  DolenPhrases *phrases = dolen_vocabulary_phrases (reading->tagger->vocabulary);

  reading->text = text;
  reading->language = language;
  g_array_set_size (reading->words, 0);
  g_array_set_size (reading->matches, 0);
  dolen_phrases_split (phrases, language, reading->texts[text].text, reading->words);
  g_byte_array_set_size (reading->grammar, reading->words->len);
  if (reading->words->len == 0)
    return;
  memset (reading->grammar->data, 0, reading->words->len);
  dolen_phrases_scan (phrases, language, reading->words, on_phrase, reading);
  drop_the_outdone (reading->matches);
  spend_negations (reading);
  for (guint i = 0; i < reading->matches->len; i++) {
    const Match *match = &g_array_index (reading->matches, Match, i);

    if (!match->dropped)
      judge_match (reading, match);
  }
}

static void
free_reading (gpointer data)
{
  DolenReading *reading = data;

  g_free (reading->words);
  g_free (reading);
}

static DolenReading *
conclude (const Reading *reading, const DolenTerm *term, const Evidence *evidence, gboolean value)
{
  DolenReading *result = g_new0 (DolenReading, 1);

  result->term = term;
  result->value = value;
  result->confidence
      = evidence->name
            ? CONFIDENCE_NAME
            : MIN (CONFIDENCE_ONCE + CONFIDENCE_AGAIN * ((int) MIN (evidence->count, 9) - 1),
                   CONFIDENCE_MOST);
  result->words = g_strndup (reading->texts[evidence->text].text + evidence->start,
                             evidence->end - evidence->start);
  result->text = evidence->text;
  result->welsh = evidence->welsh;
  return result;
}

/* Whether the text sells something to watch: what it names beside is what the play is about or what
 * the band is made of. */
static gboolean
is_a_show (const Reading *reading)
{
  DolenVocabulary *vocabulary = reading->tagger->vocabulary;

  for (guint i = 0; i < dolen_vocabulary_count (vocabulary, DOLEN_TERM_INTEREST); i++) {
    const Evidence *yes = &reading->yes[DOLEN_TERM_INTEREST][i];

    if (dolen_vocabulary_term (vocabulary, DOLEN_TERM_INTEREST, i)->watched
        && (yes->name || (yes->count > 1 && !yes->late)))
      return TRUE;
  }
  return FALSE;
}

/* Whether @term is what is watched, or something of its kind. */
static gboolean
is_of_a_show (DolenVocabulary *vocabulary, const DolenTerm *term)
{
  static const char *const kinds[] = { "music", "drama", "film" };
  const DolenTermSet *closure = dolen_vocabulary_closure (vocabulary, term->kind, term->index);

  for (guint i = 0; term->kind == DOLEN_TERM_INTEREST && i < G_N_ELEMENTS (kinds); i++) {
    const DolenTerm *kind = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, kinds[i]);

    if (kind != NULL && dolen_term_set_has (closure, kind->index))
      return TRUE;
  }
  return FALSE;
}

/* An interest or a need that is only named somewhere in a long text, or once in that of a show. */
static gboolean
is_by_the_way (const Reading *reading, const DolenTerm *term, const Evidence *yes, gboolean show)
{
  if (term->kind == DOLEN_TERM_ENABLER || yes->name)
    return FALSE;
  return (yes->late && yes->count < OFTEN)
         || (show && yes->count == 1 && !is_of_a_show (reading->tagger->vocabulary, term));
}

static void
conclude_all (const Reading *reading, GPtrArray *results)
{
  DolenVocabulary *vocabulary = reading->tagger->vocabulary;
  gboolean show = is_a_show (reading);

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    for (guint i = 0; i < dolen_vocabulary_count (vocabulary, (DolenTermKind) kind); i++) {
      const Evidence *yes = &reading->yes[kind][i], *no = &reading->no[kind][i];
      const DolenTerm *term = dolen_vocabulary_term (vocabulary, (DolenTermKind) kind, i);

      /* What carries a thing in its name offers it, whatever corner of it is excluded: "Debt
       * advice ... we cannot help with business debts". An enabler's no is a warning and stands. */
      if (no->count > 0
          && (yes->count == 0 || (!no->part && (kind == DOLEN_TERM_ENABLER || !yes->name))))
        g_ptr_array_add (results, conclude (reading, term, no, FALSE));
      else if (yes->count > 0 && !is_by_the_way (reading, term, yes, show))
        g_ptr_array_add (results, conclude (reading, term, yes, TRUE));
    }
}

GPtrArray *
dolen_tagger_read (DolenTagger *self, const DolenTaggerText *texts, guint n_texts)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (free_reading);
  g_autofree Evidence *evidence = NULL;
  Reading reading = { self, texts };
  guint total = 0, at = 0;

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    total += 2 * dolen_vocabulary_count (self->vocabulary, (DolenTermKind) kind);
  evidence = g_new0 (Evidence, total + 1);
  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++) {
    guint n = dolen_vocabulary_count (self->vocabulary, (DolenTermKind) kind);

    reading.yes[kind] = evidence + at;
    reading.no[kind] = evidence + at + n;
    at += 2 * n;
  }
  reading.words = g_array_new (FALSE, FALSE, sizeof (DolenWord));
  reading.matches = g_array_new (FALSE, FALSE, sizeof (Match));
  reading.grammar = g_byte_array_new ();
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
  conclude_all (&reading, results);
  g_array_unref (reading.words);
  g_array_unref (reading.matches);
  g_byte_array_unref (reading.grammar);
  return results;
}
