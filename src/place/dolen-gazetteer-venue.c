/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-gazetteer.h"

#include <string.h>

#include "place/dolen-distance.h"
#include "place/dolen-place-names.h"
#include "place/dolen-place-words.h"

/* Where a venue is of which little more than the postcode is said. */

/* A shorter name is too often a word or somebody's name: "Hope", "Barry". */
#define LEAST_LETTERS 5

/* "St David's Church" is dedicated to him, wherever it stands. */
static gboolean
is_a_saint (const DolenPlaceWord *word)
{
  static const char *const saints[] = { "st", "saint", "sant", "san", "santes", NULL };
  g_autofree char *small = g_ascii_strdown (word->from, word->to - word->from);

  return g_strv_contains (saints, small);
}

/* The very name, not a mutated or shortened one. */
static gboolean
has_name (const DolenPlace *place, const char *key)
{
  g_autofree char *names
      = g_strconcat (place->name_en, ";", place->name_cy, ";", place->other_names, NULL);
  g_auto (GStrv) each = g_strsplit (names, ";", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    g_autofree char *one = dolen_place_key (each[i]);

    if (strcmp (one, key) == 0)
      return TRUE;
  }
  return FALSE;
}

/* (nullable): the place about @district that begins at @words; the longest name of one. */
static const DolenPlace *
place_at (DolenGazetteer *self, const DolenPlaceWord *words, guint n, const DolenPosition *district)
{
  if (!g_unichar_isupper (g_utf8_get_char (words[0].from)) || is_a_saint (words))
    return NULL;
  for (guint w = MIN (n, DOLEN_PLACE_WORDS_OF_A_PLACE); w > 0; w--) {
    g_autofree char *name = g_strndup (words[0].from, (gsize) (words[w - 1].to - words[0].from));
    g_autofree char *key = dolen_place_words_key (words, &words[w - 1]);
    g_autoptr (GPtrArray) found = NULL;

    if (strlen (key) < LEAST_LETTERS || (w < n && dolen_place_word_is_of_a_street (&words[w])))
      continue;
    found = dolen_gazetteer_find (self, name);
    for (guint k = 0; k < found->len; k++) {
      const DolenPlace *place = g_ptr_array_index (found, k);

      if (dolen_distance_km (&place->position, district) <= DOLEN_GAZETTEER_DISTRICT_KM
          && has_name (place, key))
        return place;
    }
  }
  return NULL;
}

/* A place named among the words of @text; @but: (nullable): not this one, nor what is none. */
static const DolenPlace *
named_in (DolenGazetteer *self,
          const char *text,
          const DolenPosition *district,
          const DolenPlace *but)
{
  DolenPlaceWord words[DOLEN_PLACE_WORDS_MOST];
  guint n = text != NULL ? dolen_place_words_split (text, words) : 0;

  for (guint w = 0; w < n; w++) {
    const DolenPlace *place = w == 0 || !dolen_place_word_is_of_a_street (&words[w - 1])
                                  ? place_at (self, &words[w], n - w, district)
                                  : NULL;

    if (place != NULL && place != but)
      return place;
  }
  return NULL;
}

/* A village before the post town of all the district; that counts in the venue's own name alone,
 * for every address of the district ends with it. */
static const DolenPlace *
refine (DolenGazetteer *self,
        const DolenVenueWords *words,
        const DolenPosition *district,
        const DolenPlace *town)
{
  const char *const texts[] = { words->name_en, words->name_cy, words->address, words->city };
  const DolenPlace *place = NULL;

  for (gsize i = 0; place == NULL && i < G_N_ELEMENTS (texts); i++)
    place = named_in (self, texts[i], district, town);
  for (gsize i = 0; place == NULL && i < 2; i++)
    place = named_in (self, texts[i], district, NULL);
  return place;
}

gboolean
dolen_gazetteer_locate_venue (DolenGazetteer *self,
                              const DolenVenueWords *words,
                              DolenPosition *position)
{
  const char *const parts[] = { words->address, words->city, words->postcode };
  g_autoptr (GString) text = g_string_new (NULL);
  const DolenPlace *place = NULL, *town = NULL;
  DolenPosition district;
  DolenPostcode postcode;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  /* A district that stands by itself ("SA48") is found in its own field alone. */
  if (!dolen_gazetteer_locate_address (self, text->str, position, NULL)
      && !dolen_gazetteer_locate (self, words->postcode, position, NULL))
    return FALSE;
  if (position->origin != DOLEN_POSITION_POSTCODE_DISTRICT)
    return TRUE;
  if ((dolen_postcode_parse (words->postcode, &postcode)
       || dolen_postcode_find (text->str, &postcode, NULL, NULL))
      && dolen_gazetteer_postcode (self, &postcode, &district, &town) && town != NULL)
    place = refine (self, words, &district, town);
  if (place != NULL)
    *position = place->position;
  return TRUE;
}

double
dolen_gazetteer_district_km (DolenGazetteer *self, const char *postcode)
{
  DolenPostcode parsed;
  DolenPosition district;

  if (postcode == NULL || !dolen_postcode_parse (postcode, &parsed)
      || !dolen_gazetteer_postcode (self, &parsed, &district, NULL))
    return DOLEN_GAZETTEER_DISTRICT_KM;
  return district.precision_km * 1.5;
}
