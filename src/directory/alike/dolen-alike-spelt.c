/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-spelt.h"

#include "directory/alike/dolen-alike-places.h"
#include "directory/alike/dolen-alike-words.h"
#include "directory/dolen-spelling.h"

#include <string.h>

#define MISSPELT 0.7
#define BEGINS_ALIKE 0.5

#define LONG_WORD 8 /* may be misspelt twice */
#define MIN_COMPOUND 6
#define MIN_BEGINNING 4

static const DolenAlikeKey *
key_of (const DolenAlikeName *name, const GArray *words, guint i)
{
  return dolen_alike_book_key (name->book, g_array_index (words, guint, i));
}

gboolean
dolen_alike_has (const GArray *numbers, guint number)
{
  guint from = 0, to = numbers != NULL ? numbers->len : 0;

  while (from < to) {
    guint middle = from + (to - from) / 2, there = g_array_index (numbers, guint, middle);

    if (there == number)
      return TRUE;
    from = there < number ? middle + 1 : from;
    to = there < number ? to : middle;
  }
  return FALSE;
}

static gboolean
is_misspelt (const DolenAlikeKey *one, const DolenAlikeKey *other, gboolean supported)
{
  guint most = one->n_letters >= LONG_WORD && other->n_letters >= LONG_WORD ? 2 : 1;

  if (one->letters == NULL || other->letters == NULL
      || MAX (one->n_letters, other->n_letters) - MIN (one->n_letters, other->n_letters) > most)
    return FALSE;
  /* Cenarth is no misspelt Penarth; but at one door Bettws is Betws. */
  if (one->places != NULL && other->places != NULL && !supported)
    return FALSE;
  return dolen_spelling_distance (
             one->letters, one->n_letters, other->letters, other->n_letters, most)
         <= most;
}

static gboolean
find_misspelt (const DolenAlikeName *own, const DolenAlikeKey *word, const DolenAlikeName *other)
{
  for (guint i = 0; word->letters != NULL && i < other->words->len; i++) {
    guint there = g_array_index (other->words, guint, i);

    if (is_misspelt (word, dolen_alike_book_key (own->book, there), own->supported)
        && !dolen_alike_has (own->words, there))
      return TRUE;
  }
  return FALSE;
}

/* The town in the other language. */
static gboolean
find_place (const DolenAlikeKey *word, const DolenAlikeName *other)
{
  for (guint i = 0; word->places != NULL && i < other->words->len; i++)
    if (dolen_alike_places_meet (word->places, key_of (other, other->words, i)->places))
      return TRUE;
  return FALSE;
}

/* "news" and "newspaper". */
static gboolean
begins_alike (const DolenAlikeKey *word, const DolenAlikeName *other)
{
  for (guint i = 0; word->length >= MIN_BEGINNING && i < other->words->len; i++) {
    const DolenAlikeKey *there = key_of (other, other->words, i);

    if (there->length >= MIN_BEGINNING
        && memcmp (there->text, word->text, MIN (there->length, word->length)) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_both (const DolenAlikeKey *word, const DolenAlikeKey *first, const DolenAlikeKey *second)
{
  return word->length == first->length + second->length && word->text[0] == first->text[0]
         && memcmp (word->text, first->text, first->length) == 0
         && memcmp (word->text + first->length, second->text, second->length) == 0;
}

/* Where in @name a word and the next make up @word, whichever stands first ("low cost", "cost
 * isel"); G_MAXUINT nowhere. */
static guint
find_compound (const DolenAlikeName *name, const DolenAlikeKey *word)
{
  for (guint i = 0; word->length >= MIN_COMPOUND && i + 1 < name->order->len; i++) {
    const DolenAlikeKey *first = key_of (name, name->order, i);
    const DolenAlikeKey *second = key_of (name, name->order, i + 1);

    if (is_both (word, first, second) || is_both (word, second, first))
      return i;
  }
  return G_MAXUINT;
}

guint64
dolen_alike_skeleton (guint64 hash, const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (strchr ("aeiouwys", *p) == NULL)
      hash = hash * 1099511628211u + (guint8) *p;
  return hash;
}

/* Where in @name three words or more make up @word, but for vowels and endings: "ANDYSMANCLUB". */
static gboolean
find_run (const DolenAlikeName *name, const DolenAlikeKey *word, guint *first, guint *n)
{
  guint64 whole = word->length >= DOLEN_ALIKE_MIN_RUN ? dolen_alike_skeleton (1, word->text) : 0;

  for (guint i = 0; whole != 0 && i + 2 < name->order->len; i++) {
    guint64 run = 1;

    if (key_of (name, name->order, i)->text[0] != word->text[0])
      continue;
    for (guint k = i; k < MIN (name->order->len, i + DOLEN_ALIKE_MAX_RUN); k++) {
      run = dolen_alike_skeleton (run, key_of (name, name->order, k)->text);
      if (run == whole && k >= i + 2) {
        *first = i;
        *n = k - i + 1;
        return TRUE;
      }
    }
  }
  return FALSE;
}

/* Where in @name words stand for which @word stands. @first, @n: (out) */
static gboolean
find_long_form (const DolenAlikeName *name, const DolenAlikeKey *word, guint *first, guint *n)
{
  if (word->length <= DOLEN_ALIKE_MAX_ACRONYM
      && dolen_alike_is_acronym (word->text, name->initials, first, n))
    return TRUE;
  if (find_run (name, word, first, n))
    return TRUE;
  *first = find_compound (name, word);
  *n = 2;
  return *first != G_MAXUINT;
}

/* Which words of @own a word of @other stands for; looked for once. */
static void
look_for_short_forms (DolenAlikeName *own, const DolenAlikeName *other)
{
  own->looked = TRUE;
  for (guint i = 0; i < other->words->len; i++) {
    guint first, n;

    if (find_long_form (own, key_of (other, other->words, i), &first, &n))
      for (guint k = first; k < MIN (first + n, 64); k++)
        own->stood_for |= G_GUINT64_CONSTANT (1) << k;
  }
}

static gboolean
is_stood_for (DolenAlikeName *own, guint word, const DolenAlikeName *other)
{
  if (!own->looked)
    look_for_short_forms (own, other);
  for (guint k = 0; own->stood_for != 0 && k < MIN (own->order->len, 64); k++)
    if ((own->stood_for >> k & 1) != 0 && g_array_index (own->order, guint, k) == word)
      return TRUE;
  return FALSE;
}

double
dolen_alike_find_otherwise (DolenAlikeName *own,
                            guint word,
                            const DolenAlikeName *other,
                            gboolean loosely)
{
  const DolenAlikeKey *key = dolen_alike_book_key (own->book, word);
  guint first, n;

  if (find_place (key, other))
    return 1;
  if (find_misspelt (own, key, other) || find_long_form (other, key, &first, &n)
      || is_stood_for (own, word, other))
    return MISSPELT;
  return loosely && begins_alike (key, other) ? BEGINS_ALIKE : 0;
}
