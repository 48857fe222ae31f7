/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <string.h>

/*
 * What a tag may say to a profile beside its wishes and barriers: marks of terms, gathered with the
 * rest in one walk over a service's tags. Terms that a vocabulary does not have are done without.
 */

static const struct {
  DolenTermKind kind;
  const char *code;
  guint32 marks;
} marks_of_terms[] = {
  { DOLEN_TERM_ENABLER, "subsidised", DOLEN_MARK_CHEAPER },
  { DOLEN_TERM_ENABLER, "short-session", DOLEN_MARK_SHORT },
  { DOLEN_TERM_ENABLER, "drop-in", DOLEN_MARK_SHORT },
  { DOLEN_TERM_ENABLER, "bus-route", DOLEN_MARK_BUS },
  { DOLEN_TERM_ENABLER, "minibus", DOLEN_MARK_BROUGHT },
  { DOLEN_TERM_ENABLER, "volunteer-driver", DOLEN_MARK_BROUGHT },
  { DOLEN_TERM_ENABLER, "small-group", DOLEN_MARK_SMALL },
  { DOLEN_TERM_ENABLER, "not-institution", DOLEN_MARK_NOT_INSTITUTION },
  { DOLEN_TERM_ENABLER, "one-to-one", DOLEN_MARK_ONE_TO_ONE },
  { DOLEN_TERM_ENABLER, "home-visits", DOLEN_MARK_ONE_TO_ONE },
  { DOLEN_TERM_INTEREST, "befriending", DOLEN_MARK_ONE_TO_ONE },
  { DOLEN_TERM_NEED, "counselling", DOLEN_MARK_ONE_TO_ONE },
  { DOLEN_TERM_INTEREST, "nature", DOLEN_MARK_OUTDOORS },
};

/* What is learnt or kept at home, though it is about nature. */
static const char *const not_outdoors[] = { "flowers", "science", "animals" };

/* Which enablers say that a language is spoken, and which go half the way. */
static const struct {
  const char *language; /* ISO 639; "": every one but English */
  const char *enabler;
  guint32 marks;
} marks_of_languages[] = {
  { "cy", "welsh-speaking", DOLEN_MARK_SPOKEN },
  { "cy", "bilingual", DOLEN_MARK_SPOKEN },
  { "cy", "learners-welcome", DOLEN_MARK_HALF_SPOKEN },
  { "bfi", "bsl", DOLEN_MARK_SPOKEN },
  { "", "interpreter", DOLEN_MARK_HALF_SPOKEN },
  { "", "communication-support", DOLEN_MARK_HALF_SPOKEN },
};

static const DolenTerm *
find_term (DolenQuery *query, DolenTermKind kind, const char *code)
{
  return dolen_vocabulary_by_code (query->facts->vocabulary, kind, code);
}

/* A mark of a term is one of everything narrower too. */
static void
mark_closed (DolenQuery *query, const DolenTerm *term, guint32 marks)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;
  guint n = dolen_vocabulary_count (vocabulary, term->kind);

  for (guint t = 0; t < n; t++)
    if (t == term->index
        || dolen_term_set_has (dolen_vocabulary_closure (vocabulary, term->kind, t), term->index))
      dolen_query_mark (query, dolen_vocabulary_term (vocabulary, term->kind, t), marks);
}

static void
mark_terms (DolenQuery *query)
{
  for (gsize m = 0; m < G_N_ELEMENTS (marks_of_terms); m++) {
    const DolenTerm *term = find_term (query, marks_of_terms[m].kind, marks_of_terms[m].code);

    if (term != NULL)
      mark_closed (query, term, marks_of_terms[m].marks);
  }
  for (gsize m = 0; m < G_N_ELEMENTS (not_outdoors); m++) {
    const DolenTerm *term = find_term (query, DOLEN_TERM_INTEREST, not_outdoors[m]);

    if (term != NULL)
      query->terms[dolen_fact_number (DOLEN_TERM_INTEREST, term->index)].marks
          &= ~(guint32) DOLEN_MARK_OUTDOORS;
  }
}

static void
mark_languages (DolenQuery *query)
{
  char **languages = query->profile->languages;

  for (gsize m = 0; query->asks_language && m < G_N_ELEMENTS (marks_of_languages); m++) {
    const char *language = marks_of_languages[m].language;
    const DolenTerm *term = find_term (query, DOLEN_TERM_ENABLER, marks_of_languages[m].enabler);

    if (term != NULL && (language[0] == '\0' || strcmp (language, languages[0]) == 0))
      dolen_query_mark (query, term, marks_of_languages[m].marks);
  }
}

/* What is disliked never counts for a service, so it meets no wish. */
static void
mark_dislikes (DolenQuery *query)
{
  DolenVocabulary *vocabulary = query->facts->vocabulary;
  guint n = dolen_vocabulary_count (vocabulary, DOLEN_TERM_INTEREST);

  for (guint t = 0; t < n; t++)
    if (dolen_term_set_has (&query->profile->dislikes, t))
      mark_closed (
          query, dolen_vocabulary_term (vocabulary, DOLEN_TERM_INTEREST, t), DOLEN_MARK_DISLIKED);
  for (guint t = 0; t < n; t++) {
    DolenTermEntry *entry = &query->terms[dolen_fact_number (DOLEN_TERM_INTEREST, t)];

    if ((entry->marks & DOLEN_MARK_DISLIKED) && !dolen_term_set_has (&query->profile->interests, t))
      entry->n_meetings = 0;
  }
}

void
dolen_query_prepare_marks (DolenQuery *query)
{
  mark_terms (query);
  mark_languages (query);
  mark_dislikes (query);
}
