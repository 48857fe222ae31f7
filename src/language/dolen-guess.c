/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-guess.h"

#include "language/dolen-welsh.h"
#include "language/dolen-words.h"

#include <string.h>

/* Points for one word. A spelling says less than a known word; a capital may begin a name. */
#define POINTS_WORD 3
#define POINTS_SPELLING 2
#define POINTS_CAPITALISED_SPELLING 1

/* A language is plain when it has one known word's worth of points and so many times the other's.
 */
#define PLAIN_POINTS 3
#define PLAIN_RATIO 4

/* Of a long text three samples of so many bytes are read. */
#define SAMPLE_BYTES 160

/* A word longer than so many bytes is in no list. A shorter one in ASCII, as nearly all are, is
 * read without allocating: imports guess the language of every text. */
#define MAX_WORD 60

typedef struct {
  guint english;
  guint welsh;
} Points;

static gboolean
has_any (const char *word, const char *const *parts)
{
  for (gsize i = 0; parts[i] != NULL; i++)
    if (strstr (word, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_any (const char *word, const char *const *parts)
{
  for (gsize i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (word, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_any (const char *word, const char *const *parts)
{
  for (gsize i = 0; parts[i] != NULL; i++)
    if (g_str_has_suffix (word, parts[i]) && strlen (word) > strlen (parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_consonant (char c)
{
  return g_ascii_islower (c) && strchr ("aeiouwy", c) == NULL;
}

/* cwm, grwp, clwb: a w between consonants is a vowel, and so Welsh. */
static gboolean
has_vowel_w (const char *word)
{
  for (const char *p = word + (*word != '\0'); *p != '\0' && p[1] != '\0'; p++)
    if (*p == 'w' && is_consonant (p[-1]) && is_consonant (p[1]))
      return TRUE;
  return FALSE;
}

static gboolean
looks_english (const char *word)
{
  static const char *const parts[] = { "oo", "ee", "ck", "ght", "tion", "sion", NULL };
  static const char *const ends[] = { "ing", "ly", "ies", "ment", "ness", "ity", "able", NULL };

  return strpbrk (word, "kqvxz") != NULL || has_any (word, parts) || ends_with_any (word, ends);
}

static gboolean
looks_welsh (const char *word)
{
  static const char *const starts[] = { "ll", "ff", "mh", "nh", "ngh", "rhw", NULL };
  static const char *const ends[] = { "iau", "aeth", "oedd", "ydd", "wch", "wyr", "ion", NULL };

  return begins_with_any (word, starts) || ends_with_any (word, ends) || has_vowel_w (word)
         || strstr (word, "wy") != NULL || (strstr (word, "dd") != NULL && strlen (word) > 4);
}

/* Most names of places and houses begin so; they stand in texts of both languages. */
static gboolean
looks_like_place (const char *word)
{
  static const char *const starts[]
      = { "aber", "blaen", "bryn",   "caer", "craig",   "cwm",         "glan",  "llan",  "maes",
          "nant", "pant",  "pen",    "plas", "pont",    "porth",       "pwll",  "rhos",  "rhyd",
          "tal",  "tre",   "ystrad", "ynys", "gwynedd", "machynlleth", "powys", "cymru", NULL };

  return begins_with_any (word, starts);
}

static gboolean
is_welsh_word (const char *word)
{
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  gsize length = strlen (word);
  guint n;

  if (dolen_words_have (DOLEN_WORDS_WELSH, word))
    return TRUE;
  if (length < 4 || length > MAX_WORD)
    return FALSE;
  n = dolen_welsh_radicals (word, length, radicals);
  for (guint i = 0; i < n; i++) {
    char radical[MAX_WORD + 4];
    int size
        = g_snprintf (radical, sizeof radical, "%s%s", radicals[i].prefix, word + radicals[i].skip);

    if (size >= 4 && dolen_words_have (DOLEN_WORDS_WELSH, radical))
      return TRUE;
  }
  return FALSE;
}

/* @written: as it stands in the text; @word: folded. */
static void
weigh (const char *written, const char *word, Points *points)
{
  gboolean capital = g_unichar_isupper (g_utf8_get_char (written));
  guint spelling = capital ? POINTS_CAPITALISED_SPELLING : POINTS_SPELLING;

  if (dolen_words_have (DOLEN_WORDS_ENGLISH, word))
    points->english += POINTS_WORD;
  else if (is_welsh_word (word))
    points->welsh += POINTS_WORD;
  else if (capital && looks_like_place (word))
    return;
  else if (strstr (written, "ŵ") != NULL || strstr (written, "ŷ") != NULL)
    points->welsh += spelling;
  else if (looks_english (word))
    points->english += spelling;
  else if (looks_welsh (word))
    points->welsh += spelling;
}

static gboolean
is_word_character (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
weigh_word (const char *start, gsize length, Points *points)
{
  char written[MAX_WORD + 1], folded[MAX_WORD + 1];
  gboolean ascii = length <= MAX_WORD;

  for (gsize i = 0; i < length && ascii; i++) {
    ascii = (guchar) start[i] < 0x80;
    written[i] = start[i];
    folded[i] = g_ascii_tolower (start[i]);
  }
  if (ascii) {
    written[length] = folded[length] = '\0';
    weigh (written, folded, points);
  } else {
    g_autofree char *copy = g_strndup (start, length);
    g_autofree char *word = dolen_welsh_fold (copy);

    weigh (copy, word, points);
  }
}

/* The text from @p to @end, both at a character. */
static void
weigh_words (const char *p, const char *end, Points *points)
{
  while (p < end) {
    const char *start;

    while (p < end && !is_word_character (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    for (start = p; p < end && is_word_character (g_utf8_get_char (p));)
      p = g_utf8_next_char (p);
    if (p > start)
      weigh_word (start, (gsize) (p - start), points);
  }
}

/* Where a word begins at or after @offset. */
static const char *
word_from (const char *text, gsize offset)
{
  const char *p = text + offset;

  while (((guchar) *p & 0xc0) == 0x80)
    p++;
  while (*p != '\0' && is_word_character (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* A long text shows its language, or that it has both, in three places as well as in all. */
static void
weigh_samples (const char *text, gsize length, Points *points)
{
  for (gsize i = 0; i < 3; i++) {
    const char *start = i == 0 ? text : word_from (text, (length - SAMPLE_BYTES) * i / 2);
    gsize from = (gsize) (start - text);

    weigh_words (start, word_from (text, MIN (from + SAMPLE_BYTES, length)), points);
  }
}

DolenGuess
dolen_guess_language (const char *text)
{
  g_autofree char *composed = NULL;
  Points points = { 0, 0 };
  gsize length;

  if (text == NULL)
    return DOLEN_GUESS_UNCLEAR;
  if (!g_str_is_ascii (text)) {
    composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
    text = composed != NULL ? composed : "";
  }
  length = strlen (text);
  if (length > 4 * SAMPLE_BYTES)
    weigh_samples (text, length, &points);
  else
    weigh_words (text, text + length, &points);
  if (points.english >= PLAIN_POINTS && points.english >= PLAIN_RATIO * points.welsh)
    return DOLEN_GUESS_ENGLISH;
  if (points.welsh >= PLAIN_POINTS && points.welsh >= PLAIN_RATIO * points.english)
    return DOLEN_GUESS_WELSH;
  return DOLEN_GUESS_UNCLEAR;
}
