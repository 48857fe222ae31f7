/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-named-places.h"

#include "place/dolen-distance.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-place-names.h"
#include "place/dolen-place-words.h"

#include <string.h>

/* As far as a directory of a county or two reaches. */
#define NEAR_KM 50.0

/* A group named after a town may meet in the next village. */
#define PRECISION_KM 5.0

struct _DolenNamedPlaces {
  GHashTable *places; /* of DolenPlace, by key; NULL where there are two of the name */
  GHashTable *begins; /* the keys of the first words */
};

static void
add_name (DolenNamedPlaces *self, const char *name, const DolenPlace *place)
{
  char *key = dolen_place_key (name);
  const DolenPlace *other = g_hash_table_lookup (self->places, key);
  const DolenPlaceWord first = { name, name + strcspn (name, " -") };

  if (*key == '\0' || other == place) {
    g_free (key);
    return;
  }
  g_hash_table_add (self->begins, dolen_place_words_key (&first, &first));
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

/* The place with the most words that begins at @words. @n_words: (out): how many it has */
static const DolenPlace *
place_at (const DolenNamedPlaces *self, const DolenPlaceWord *words, guint n, guint *n_words)
{
  g_autofree char *first = NULL;

  *n_words = 1;
  if (!g_unichar_isupper (g_utf8_get_char (words[0].from)))
    return NULL;
  first = dolen_place_words_key (words, words);
  if (!g_hash_table_contains (self->begins, first))
    return NULL;
  for (guint w = MIN (n, DOLEN_PLACE_WORDS_OF_A_PLACE); w > 0; w--) {
    g_autofree char *key = dolen_place_words_key (words, &words[w - 1]);
    const DolenPlace *place = g_hash_table_lookup (self->places, key);

    if (place == NULL)
      continue;
    *n_words = w;
    return w < n && dolen_place_word_is_of_a_street (&words[w]) ? NULL : place;
  }
  return NULL;
}

guint
dolen_named_places_find (const DolenNamedPlaces *self, const char *name, DolenPosition *found)
{
  const DolenPlace *places[DOLEN_NAMED_PLACES_MOST];
  DolenPlaceWord words[DOLEN_PLACE_WORDS_MOST];
  guint n_words = name != NULL ? dolen_place_words_split (name, words) : 0;
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
