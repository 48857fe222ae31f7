/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-vocabulary-typed.h"

/* Words that a turning word reaches, and that are looked through for an "or". */
#define REACH 9
#define REACH_AFTER 5

/* A "not" and what follows it within this many words make one. */
#define JOINED 4

/* Whether the list that goes on behind the comma before @at holds an "or". */
static gboolean
list_goes_on (const DolenWord *words, const DolenTypedWord *typed, guint n, guint at)
{
  for (guint i = at; i < n && i < at + REACH; i++) {
    if (i > at && words[i].before == DOLEN_BREAK_HARD)
      return FALSE;
    switch (typed[i].spent ? DOLEN_TYPED_NONE : typed[i].begins) {
    case DOLEN_TYPED_OR:
      return TRUE;
    case DOLEN_TYPED_LIKES:
    case DOLEN_TYPED_WANTS:
    case DOLEN_TYPED_NEEDS:
    case DOLEN_TYPED_TURNS:
    case DOLEN_TYPED_NOT:
    case DOLEN_TYPED_UNABLE:
      return FALSE;
    default:
      break;
    }
  }
  return FALSE;
}

/* A "not" before @next. */
static DolenTypedClass
turn_round (DolenTypedClass next)
{
  switch (next) {
  case DOLEN_TYPED_LIKES:
    return DOLEN_TYPED_DISLIKES;
  case DOLEN_TYPED_WANTS:
  case DOLEN_TYPED_NEEDS:
    return DOLEN_TYPED_UNWANTED;
  case DOLEN_TYPED_LACKS:
  case DOLEN_TYPED_UNABLE:
  case DOLEN_TYPED_DISLIKES:
    return DOLEN_TYPED_FINE;
  case DOLEN_TYPED_FINE:
    return DOLEN_TYPED_UNABLE;
  default:
    return next;
  }
}

/* What is in force once @next has been met while @state was. TRUE if both make one thing. */
static gboolean
combine (DolenTypedClass *state, DolenTypedClass next, guint distance)
{
  gboolean negated = (*state == DOLEN_TYPED_NOT || *state == DOLEN_TYPED_ABSENT);

  if (negated && distance <= JOINED && next != DOLEN_TYPED_NOT && next != DOLEN_TYPED_ABSENT) {
    *state = turn_round (next);
    return TRUE;
  }
  /* "can't say I enjoy", "afraid to try": the liking does not undo it. */
  if (*state == DOLEN_TYPED_UNABLE && distance <= JOINED
      && (next == DOLEN_TYPED_LIKES || next == DOLEN_TYPED_WANTS || next == DOLEN_TYPED_FINE))
    return TRUE;
  *state = next;
  return FALSE;
}

void
dolen_typed_reach (const DolenWord *words, DolenTypedWord *typed, guint n)
{
  DolenTypedClass state = DOLEN_TYPED_NONE;
  guint from = 0;

  for (guint i = 0; i < n; i++) {
    guint step = MAX (1, typed[i].length);
    DolenTypedClass begins = typed[i].spent ? DOLEN_TYPED_NONE : (DolenTypedClass) typed[i].begins;

    if (words[i].before == DOLEN_BREAK_HARD
        || (words[i].before == DOLEN_BREAK_SOFT && !list_goes_on (words, typed, n, i))
        || i - from > REACH)
      state = DOLEN_TYPED_NONE;
    if (state == DOLEN_TYPED_LIKES && i > 0 && typed[i - 1].spent && !typed[i].spent)
      state = DOLEN_TYPED_NONE; /* a liking has met what it was about */
    switch (begins) {
    case DOLEN_TYPED_NONE:
    case DOLEN_TYPED_FILLER:
    case DOLEN_TYPED_OR:
    case DOLEN_TYPED_AFTER_DISLIKES:
    case DOLEN_TYPED_AFTER_FINE:
      step = 1;
      break;
    case DOLEN_TYPED_NOTHING:
    case DOLEN_TYPED_TURNS:
      state = DOLEN_TYPED_NONE;
      break;
    default:
      if (!combine (&state, begins, i - from))
        from = i;
    }
    for (guint w = i; w < i + step; w++) {
      typed[w].reaches = (guint8) state;
      typed[w].from = from;
    }
    i += step - 1;
  }
}

DolenTypedClass
dolen_typed_after (
    const DolenWord *words, const DolenTypedWord *typed, guint n, guint end, guint *last)
{
  for (guint i = end; i < n && i < end + REACH_AFTER; i++) {
    DolenTypedClass begins = typed[i].spent ? DOLEN_TYPED_NONE : (DolenTypedClass) typed[i].begins;

    if (words[i].before != DOLEN_BREAK_NONE || begins == DOLEN_TYPED_TURNS)
      break;
    if (begins == DOLEN_TYPED_AFTER_DISLIKES || begins == DOLEN_TYPED_AFTER_FINE) {
      *last = i + typed[i].length - 1;
      return begins;
    }
  }
  return DOLEN_TYPED_NONE;
}

gboolean
dolen_typed_spans_a_comma (const DolenWord *words, guint first, guint length)
{
  for (guint w = first + 1; w < first + length; w++)
    if (words[w].before >= DOLEN_BREAK_SOFT)
      return TRUE;
  return FALSE;
}

static DolenTypedMeaning
judge_interest (DolenTypedClass state)
{
  switch (state) {
  case DOLEN_TYPED_NOT:
  case DOLEN_TYPED_DISLIKES:
  case DOLEN_TYPED_AFTER_DISLIKES:
  case DOLEN_TYPED_UNWANTED:
    return DOLEN_MEANS_NO;
  case DOLEN_TYPED_ABSENT: /* "has no dogs", "can't sing any more": no word about liking */
  case DOLEN_TYPED_UNABLE:
  case DOLEN_TYPED_LACKS:
    return DOLEN_MEANS_UNSURE;
  default:
    return DOLEN_MEANS_YES;
  }
}

/* Needs and barriers: what is hard, hated or lacking is there. */
static DolenTypedMeaning
judge_trouble (DolenTermKind kind, gboolean shun, DolenTypedClass state)
{
  switch (state) {
  case DOLEN_TYPED_LIKES:
    return DOLEN_MEANS_NOTHING;
  case DOLEN_TYPED_FINE:
  case DOLEN_TYPED_AFTER_FINE:
    return DOLEN_MEANS_NO;
  case DOLEN_TYPED_NOT:
  case DOLEN_TYPED_ABSENT:
    return kind == DOLEN_TERM_BARRIER && shun ? DOLEN_MEANS_YES : DOLEN_MEANS_NO;
  case DOLEN_TYPED_UNWANTED:
    return kind == DOLEN_TERM_BARRIER && shun ? DOLEN_MEANS_YES : DOLEN_MEANS_UNSURE;
  default:
    return DOLEN_MEANS_YES;
  }
}

static DolenTypedMeaning
judge_enabler (DolenTypedClass state)
{
  switch (state) {
  case DOLEN_TYPED_NOT:
  case DOLEN_TYPED_DISLIKES:
  case DOLEN_TYPED_AFTER_DISLIKES:
  case DOLEN_TYPED_UNABLE:
  case DOLEN_TYPED_UNWANTED:
    return DOLEN_MEANS_NO;
  case DOLEN_TYPED_ABSENT:
  case DOLEN_TYPED_LACKS:
    return DOLEN_MEANS_UNSURE;
  default:
    return DOLEN_MEANS_YES;
  }
}

/* "no friends", "needs a job": the thing itself is no trouble, its absence is. */
static DolenTypedMeaning
judge_lacking (DolenTermKind kind, DolenTypedClass state)
{
  switch (state) {
  case DOLEN_TYPED_NOT:
  case DOLEN_TYPED_ABSENT:
  case DOLEN_TYPED_LACKS:
  case DOLEN_TYPED_NEEDS:
  case DOLEN_TYPED_UNABLE:
    return DOLEN_MEANS_YES;
  case DOLEN_TYPED_WANTS:
    return kind == DOLEN_TERM_NEED ? DOLEN_MEANS_YES : DOLEN_MEANS_NOTHING;
  default:
    return DOLEN_MEANS_NOTHING;
  }
}

DolenTypedMeaning
dolen_typed_judge (DolenTermKind kind, DolenPhraseRole role, gboolean shun, DolenTypedClass state)
{
  if (role == DOLEN_PHRASE_LACK)
    return judge_lacking (kind, state);
  switch (kind) {
  case DOLEN_TERM_INTEREST:
    return judge_interest (state);
  case DOLEN_TERM_ENABLER:
    return judge_enabler (state);
  default:
    return judge_trouble (kind, shun, state);
  }
}
