/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-tagger-private.h"

#define CONFIDENCE_NAME 90
#define CONFIDENCE_ONCE 60
#define CONFIDENCE_AGAIN 10 /* for each time more ... */
#define CONFIDENCE_MOST 80  /* ... up to this */

/* What is only named late in a text counts from so often on. */
#define OFTEN 3

void
dolen_tagger_free_reading (gpointer data)
{
  DolenReading *reading = data;

  g_free (reading->words);
  g_free (reading);
}

static DolenReading *
conclude (const DolenTaggerReading *reading,
          const DolenTerm *term,
          const DolenEvidence *evidence,
          gboolean value)
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
is_a_show (const DolenTaggerReading *reading)
{
  DolenVocabulary *vocabulary = reading->tagger->vocabulary;

  for (guint i = 0; i < dolen_vocabulary_count (vocabulary, DOLEN_TERM_INTEREST); i++) {
    const DolenEvidence *yes = &reading->yes[DOLEN_TERM_INTEREST][i];

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

/* Whether the name says what is done there: "Archery", not "Coffee morning", where much is. */
static gboolean
is_named_activity (DolenVocabulary *vocabulary, const DolenTerm *term)
{
  const DolenTerm *connecting
      = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, "connecting");
  const DolenTermSet *closure = dolen_vocabulary_closure (vocabulary, term->kind, term->index);

  return term->n_broader > 0
         && (connecting == NULL || !dolen_term_set_has (closure, connecting->index));
}

/* Whether the name says something beside places. */
static gboolean
is_more_named (const DolenTaggerReading *reading)
{
  DolenVocabulary *vocabulary = reading->tagger->vocabulary;

  for (guint kind = DOLEN_TERM_INTEREST; kind <= DOLEN_TERM_NEED; kind++)
    for (guint i = 0; i < dolen_vocabulary_count (vocabulary, (DolenTermKind) kind); i++)
      if (reading->yes[kind][i].name
          && !dolen_vocabulary_term (vocabulary, (DolenTermKind) kind, i)->place)
        return TRUE;
  return FALSE;
}

/* Whether @term stands only in a list of which what is named is one: "Archery ... our activities
 * are archery, table tennis, boccia and bowls": the other sessions of the same people. */
static gboolean
is_beside_the_named (const DolenTaggerReading *reading, const DolenTerm *term)
{
  DolenVocabulary *vocabulary = reading->tagger->vocabulary;
  const DolenListed *own = NULL;

  for (guint i = 0; i < reading->listed->len; i++) {
    const DolenListed *listed = &g_array_index (reading->listed, DolenListed, i);

    if (listed->kind == term->kind && listed->index == term->index)
      own = listed;
  }
  for (guint i = 0; own != NULL && i < reading->listed->len; i++) {
    const DolenListed *listed = &g_array_index (reading->listed, DolenListed, i);

    if (listed->text == own->text && listed->sentence == own->sentence
        && reading->yes[listed->kind][listed->index].name
        && is_named_activity (vocabulary,
                              dolen_vocabulary_term (vocabulary, listed->kind, listed->index)))
      return TRUE;
  }
  return FALSE;
}

/* Who looks for helpers says so at the end, when all else is told. */
static gboolean
is_told_last (DolenVocabulary *vocabulary, const DolenTerm *term)
{
  const DolenTerm *volunteering
      = dolen_vocabulary_by_code (vocabulary, DOLEN_TERM_INTEREST, "volunteering");

  return volunteering != NULL && term->kind == DOLEN_TERM_INTEREST
         && dolen_term_set_has (dolen_vocabulary_closure (vocabulary, term->kind, term->index),
                                volunteering->index);
}

/* An interest or a need that is only named somewhere in a long text, or once in that of a show. */
static gboolean
is_by_the_way (const DolenTaggerReading *reading,
               const DolenTerm *term,
               const DolenEvidence *yes,
               gboolean show,
               gboolean more_named)
{
  if (term->kind == DOLEN_TERM_ENABLER)
    return FALSE;
  /* "Knit and natter at the library": the library is where it is. */
  if (yes->name)
    return term->place && more_named && yes->count == 1;
  if (yes->count == 1 && is_beside_the_named (reading, term))
    return TRUE;
  return (yes->late && yes->count < OFTEN && !is_told_last (reading->tagger->vocabulary, term))
         || (show && yes->count == 1 && !is_of_a_show (reading->tagger->vocabulary, term));
}

void
dolen_tagger_conclude (const DolenTaggerReading *reading, GPtrArray *results)
{
  DolenVocabulary *vocabulary = reading->tagger->vocabulary;
  gboolean show = is_a_show (reading);
  gboolean more_named = is_more_named (reading);

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS; kind++)
    for (guint i = 0; i < dolen_vocabulary_count (vocabulary, (DolenTermKind) kind); i++) {
      const DolenEvidence *yes = &reading->yes[kind][i], *no = &reading->no[kind][i];
      const DolenTerm *term = dolen_vocabulary_term (vocabulary, (DolenTermKind) kind, i);

      /* What carries a thing in its name offers it, whatever corner of it is excluded: "Debt
       * advice ... we cannot help with business debts". An enabler's no is a warning and stands. */
      if (no->count > 0
          && (yes->count == 0 || (!no->part && (kind == DOLEN_TERM_ENABLER || !yes->name))))
        g_ptr_array_add (results, conclude (reading, term, no, FALSE));
      else if (yes->count > 0 && !is_by_the_way (reading, term, yes, show, more_named))
        g_ptr_array_add (results, conclude (reading, term, yes, TRUE));
    }
}
