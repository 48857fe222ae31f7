/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-negation.h"

/* Words a negation reaches forward, and one that follows reaches back. */
#define REACH 7
#define REACH_AFTER 4
/* How far ahead an "or" or a part of the building is looked for. */
#define LOOK_AHEAD 10

/* Whether the sentence from word @at on holds @bits before it ends or turns. */
static gboolean
sentence_holds (const DolenWord *words, const guint16 *grammar, guint n, guint at, guint bits)
{
  for (guint i = at; i < n && i < at + LOOK_AHEAD; i++) {
    if (i > at && (words[i].before == DOLEN_BREAK_HARD || (grammar[i] & DOLEN_GRAMMAR_TURNS)))
      return FALSE;
    if (grammar[i] & bits)
      return TRUE;
  }
  return FALSE;
}

/* The negation before @first that reaches it; FALSE if there is none. */
static gboolean
find_before (const DolenWord *words, const guint16 *grammar, guint n, guint first, guint *at)
{
  gboolean comma = words[first].before == DOLEN_BREAK_SOFT;

  if (words[first].before == DOLEN_BREAK_HARD || (grammar[first] & DOLEN_GRAMMAR_TURNS))
    return FALSE;
  for (guint i = first; i-- > 0 && first - i <= REACH;) {
    if (grammar[i] & DOLEN_GRAMMAR_PSEUDO)
      return FALSE;
    if (grammar[i] & (DOLEN_GRAMMAR_NEGATES | DOLEN_GRAMMAR_DENIES)) {
      /* A longer one may begin a little earlier: "is not a", "dydyn ni ddim yn darparu". */
      *at = i;
      for (guint back = i; back > 0 && i - back < 3 && words[back].before == DOLEN_BREAK_NONE;)
        if (grammar[--back] & (DOLEN_GRAMMAR_DENIES | DOLEN_GRAMMAR_PSEUDO))
          *at = back;
      if (grammar[*at] & DOLEN_GRAMMAR_PSEUDO)
        return FALSE;
      return !comma || sentence_holds (words, grammar, n, i + 1, DOLEN_GRAMMAR_OR);
    }
    if (grammar[i] & DOLEN_GRAMMAR_TURNS || words[i].before == DOLEN_BREAK_HARD)
      return FALSE;
    if (grammar[i] & DOLEN_GRAMMAR_AND || words[i].before == DOLEN_BREAK_SOFT)
      comma = TRUE;
  }
  return FALSE;
}

/* "... is not available" behind the phrase. */
static gboolean
find_after (const DolenWord *words, const guint16 *grammar, guint n, guint end, guint *at)
{
  for (guint i = end; i < n && i < end + REACH_AFTER; i++) {
    if (words[i].before != DOLEN_BREAK_NONE
        || (grammar[i] & (DOLEN_GRAMMAR_TURNS | DOLEN_GRAMMAR_AND)))
      return FALSE;
    if (grammar[i] & DOLEN_GRAMMAR_AFTER) {
      *at = MIN (i + 1, n - 1);
      return TRUE;
    }
  }
  return FALSE;
}

DolenJudgement
dolen_negation_judge (
    const DolenWord *words, const guint16 *grammar, guint n_words, guint first, guint length)
{
  DolenJudgement judgement = { DOLEN_SAID_YES, FALSE, first, first + length - 1 };
  guint at;

  if (find_before (words, grammar, n_words, first, &at)) {
    judgement.first = at;
    judgement.said = DOLEN_SAID_NO;
    for (guint i = at; i < first; i++)
      if (grammar[i] & DOLEN_GRAMMAR_DENIES)
        judgement.said = DOLEN_SAID_DENIED;
  } else if (find_after (words, grammar, n_words, first + length, &at)) {
    judgement.last = at;
    judgement.said = DOLEN_SAID_NO;
  }
  judgement.part = sentence_holds (words, grammar, n_words, judgement.first, DOLEN_GRAMMAR_PART);
  return judgement;
}
