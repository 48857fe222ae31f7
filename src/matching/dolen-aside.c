/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-aside.h"

#include <string.h>

/* Words that "in aid of" and "referrals from" reach forward. */
#define REACH 9
#define REACH_LIST 40
/* Between a price and whom it is for; between "at" and the kind of place. */
#define REACH_PRICE 3
#define REACH_AT 4
/* Words looked through for the marks of a list, each way, and the marks that make one. */
#define LIST_SPAN 12
#define LIST_MARKS 3

static gboolean
is_capital (const DolenAsidePlace *place, guint at)
{
  return g_unichar_isupper (g_utf8_get_char (place->text + place->words[at].start));
}

static gboolean
is_price (const DolenAsidePlace *place, guint at)
{
  static const char pound[] = "£";
  guint start = place->words[at].start;

  return start >= strlen (pound)
         && memcmp (place->text + start - strlen (pound), pound, strlen (pound)) == 0;
}

/* Whether what stands before @first in its sentence sets it aside. */
static gboolean
is_led_aside (const DolenAsidePlace *place, const DolenTerm *term, guint first)
{
  gboolean same_piece = TRUE; /* no comma in between */

  for (guint i = first; i-- > 0 && first - i <= REACH_LIST;) {
    DolenBreak between = place->words[i + 1].before;
    guint distance = first - i;

    if (between == DOLEN_BREAK_HARD)
      return FALSE;
    /* "in partnership with Mind, Age UK and ...": names go on behind a comma. */
    same_piece = same_piece && (between != DOLEN_BREAK_SOFT || is_capital (place, i + 1))
                 && !(place->grammar[i + 1] & DOLEN_GRAMMAR_TURNS);
    if (place->grammar[i] & DOLEN_GRAMMAR_ASIDES)
      return TRUE;
    if (same_piece && distance <= REACH && (place->grammar[i] & DOLEN_GRAMMAR_ASIDE))
      return TRUE;
    if (same_piece && distance <= REACH_AT && term->place && (place->grammar[i] & DOLEN_GRAMMAR_AT))
      return TRUE;
    if (term->kind == DOLEN_TERM_NEED && distance <= REACH_PRICE && is_price (place, i))
      return TRUE;
  }
  return FALSE;
}

/* "Church Street", "Stroke Club Hall": a name, with capitals throughout. */
static gboolean
is_address (const DolenAsidePlace *place, guint first, guint end)
{
  if (!is_capital (place, first))
    return FALSE;
  for (guint i = end; i < place->n_words && i < end + 2; i++) {
    if (place->words[i].before != DOLEN_BREAK_NONE || !is_capital (place, i))
      return FALSE;
    if (place->grammar[i] & DOLEN_GRAMMAR_ROAD)
      return TRUE;
  }
  return FALSE;
}

/* A trade within two words either side, parted by a comma or "and". */
static gboolean
is_among_trades (const DolenAsidePlace *place, guint first, guint end)
{
  for (guint i = end; i < place->n_words && i < end + 2; i++) {
    if (place->words[i].before == DOLEN_BREAK_HARD)
      break;
    if (place->grammar[i] & DOLEN_GRAMMAR_TRADE)
      return TRUE;
  }
  for (guint i = first; i-- > 0 && first - i <= 2;) {
    if (place->words[i + 1].before == DOLEN_BREAK_HARD)
      break;
    if (place->grammar[i] & DOLEN_GRAMMAR_TRADE)
      return TRUE;
  }
  return FALSE;
}

gboolean
dolen_aside_is (const DolenAsidePlace *place, const DolenTerm *term, guint first, guint length)
{
  guint end = first + length;

  return is_led_aside (place, term, first) || is_address (place, first, end)
         || (term->kind == DOLEN_TERM_INTEREST && is_among_trades (place, first, end));
}

gboolean
dolen_aside_is_listed (const DolenAsidePlace *place, guint first, guint length)
{
  guint marks = 0;

  for (guint i = first; i > 0 && first - i < LIST_SPAN; i--) {
    if (place->words[i].before == DOLEN_BREAK_HARD)
      break;
    marks += place->words[i].before == DOLEN_BREAK_SOFT;
  }
  for (guint i = first + 1; i < place->n_words && i < first + length + LIST_SPAN; i++) {
    if (place->words[i].before == DOLEN_BREAK_HARD)
      break;
    marks += place->words[i].before == DOLEN_BREAK_SOFT;
  }
  return marks >= LIST_MARKS;
}
