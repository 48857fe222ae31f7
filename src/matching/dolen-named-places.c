/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-named-places.h"

#include "place/dolen-distance.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-place-names.h"

#include <string.h>

/* As far as a directory of a county or two reaches. */
#define NEAR_KM 50.0

/* A group named after a town may meet in the next village. */
#define PRECISION_KM 5.0

/* The most words of a name of a place ("Kirton in Lindsey"). */
#define MOST_WORDS 4
#define MOST_WORDS_OF_A_GROUP 32

struct _DolenNamedPlaces {
  GHashTable *places; /* of DolenPlace, by key; NULL where there are two of the name */
  GHashTable *begins; /* the keys of the first words */
};

static char *
key_of (const char *from, const char *to)
{
  g_autofree char *words = g_strndup (from, (gsize) (to - from));

  return dolen_place_key (words);
}

static void
add_name (DolenNamedPlaces *self, const char *name, const DolenPlace *place)
{
  char *key = dolen_place_key (name);
  const DolenPlace *other = g_hash_table_lookup (self->places, key);

  if (*key == '\0' || other == place) {
    g_free (key);
    return;
  }
  g_hash_table_add (self->begins, key_of (name, name + strcspn (name, " -")));
  g_hash_table_insert (
      self->places, key, g_hash_table_contains (self->places, key) ? NULL : (gpointer) place);
}

DolenNamedPlaces *
dolen_named_places_new (const DolenPosition *centre)
{
  DolenNamedPlaces *self = g_new0 (DolenNamedPlaces, 1);
  DolenDegreeBox box = dolen_distance_box (centre, NEAR_KM);
  gsize n = 0;
  const DolenPlace *places = dolen_gazetteer_places (dolen_gazetteer_get_bundled (), &n);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->begins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize p = 0; p < n; p++) {
    const DolenPosition *there = &places[p].position;

    if (there->latitude < box.south || there->latitude > box.north || there->longitude < box.west
        || there->longitude > box.east)
      continue;
    add_name (self, places[p].name_en, &places[p]);
    add_name (self, places[p].name_cy, &places[p]);
  }
  return self;
}

void
dolen_named_places_free (DolenNamedPlaces *self)
{
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->begins);
  g_free (self);
}

/* A word of a name: where it stands. */
typedef struct {
  const char *from, *to;
} Word;

static guint
split (const char *name, Word words[MOST_WORDS_OF_A_GROUP])
{
  guint n = 0;

  for (const char *p = name; *p != '\0' && n < MOST_WORDS_OF_A_GROUP;) {
    const char *from = p;

    while (*p != '\0' && (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '\''))
      p = g_utf8_next_char (p);
    if (p > from)
      words[n++] = (Word){ from, p };
    else
      p = g_utf8_next_char (p);
  }
  return n;
}

/* "Lincoln Gardens" is a street elsewhere. */
static gboolean
is_of_a_street (const Word *word)
{
  static const char *const streets[]
      = { "street", "road",    "avenue", "lane",  "close", "drive", "way",    "crescent", "gardens",
          "square", "terrace", "arms",   "hotel", "house", "stryd", "ffordd", "heol",     NULL };
  g_autofree char *small = g_ascii_strdown (word->from, word->to - word->from);

  return g_strv_contains (streets, small);
}

/* The place with the most words that begins at @words. @n_words: (out): how many it has */
static const DolenPlace *
place_at (const DolenNamedPlaces *self, const Word *words, guint n, guint *n_words)
{
  g_autofree char *first = NULL;

  *n_words = 1;
  if (!g_unichar_isupper (g_utf8_get_char (words[0].from)))
    return NULL;
  first = key_of (words[0].from, words[0].to);
  if (!g_hash_table_contains (self->begins, first))
    return NULL;
  for (guint w = MIN (n, MOST_WORDS); w > 0; w--) {
    g_autofree char *key = key_of (words[0].from, words[w - 1].to);
    const DolenPlace *place = g_hash_table_lookup (self->places, key);

    if (place == NULL)
      continue;
    *n_words = w;
    return w < n && is_of_a_street (&words[w]) ? NULL : place;
  }
  return NULL;
}

guint
dolen_named_places_find (const DolenNamedPlaces *self, const char *name, DolenPosition *found)
{
  const DolenPlace *places[DOLEN_NAMED_PLACES_MOST];
  Word words[MOST_WORDS_OF_A_GROUP];
  guint n_words = name != NULL ? split (name, words) : 0;
  guint n = 0;

  for (guint w = 0, length = 1; w < n_words; w += length) {
    const DolenPlace *place = place_at (self, &words[w], n_words - w, &length);
    gboolean known = place == NULL;

    for (guint p = 0; !known && p < n; p++)
      known = places[p] == place;
    if (known)
      continue;
    if (n == DOLEN_NAMED_PLACES_MOST)
      return 0;
    places[n++] = place;
  }
  for (guint p = 0; p < n; p++) {
    found[p] = places[p]->position;
    found[p].precision_km = MAX (found[p].precision_km, PRECISION_KM);
  }
  return n;
}
