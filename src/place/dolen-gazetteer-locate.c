/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-gazetteer.h"

#include <string.h>

#include "place/dolen-distance.h"
#include "place/dolen-place-names.h"

/* Reading of what people give as a place: postcodes, names, coordinates, whole addresses. */

/* How far around its post town a village lies at most. */
#define POST_TOWN_KM 20

/* The parts of an address between commas, semicolons and line ends, trimmed, "near" taken off. */
static GPtrArray *
split_address (const char *text)
{
  static const char *const nears[] = { "near ", "nr ", "nr. ", "ger ", "wrth " };
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_strsplit_set (text, ",;\n\r()", -1);

  for (guint i = 0; pieces[i] != NULL; i++) {
    const char *part = g_strstrip (pieces[i]);

    for (guint k = 0; k < G_N_ELEMENTS (nears); k++)
      if (g_ascii_strncasecmp (part, nears[k], strlen (nears[k])) == 0)
        part += strlen (nears[k]);
    if (*part != '\0')
      g_ptr_array_add (parts, g_strdup (part));
  }
  return parts;
}

static gboolean
is_name (const char *part_key, const char *name)
{
  g_autofree char *key = dolen_place_key (name);

  return key[0] != '\0' && g_str_equal (part_key, key);
}

static gboolean
is_country (const char *part_key)
{
  static const char *const countries[] = {
    "wales", "cymru",   "england",       "lloegr",         "scotland",     "uk",
    "gb",    "ireland", "unitedkingdom", "ydeyrnasunedig", "greatbritain",
  };

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_str_equal (part_key, countries[i]))
      return TRUE;
  return FALSE;
}

/* Whether another part names the county of @place. */
static gboolean
county_is_named (const DolenPlace *place, GPtrArray *parts, guint except)
{
  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *key = dolen_place_key (g_ptr_array_index (parts, i));

    if (i != except && (is_name (key, place->county_en) || is_name (key, place->county_cy)))
      return TRUE;
  }
  return FALSE;
}

/* The likeliest place that part @i names, the county in other parts minded; NULL if none. */
static const DolenPlace *
place_of_part (DolenGazetteer *self, GPtrArray *parts, guint i)
{
  g_autoptr (GPtrArray) found = dolen_gazetteer_find (self, g_ptr_array_index (parts, i));

  for (guint k = 0; k < found->len; k++)
    if (county_is_named (g_ptr_array_index (found, k), parts, i))
      return g_ptr_array_index (found, k);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static gboolean
take (const DolenPosition *from, const char *name, DolenPosition *position, char **known)
{
  *position = *from;
  if (known != NULL)
    *known = g_strdup (name);
  return TRUE;
}

/* A place within @reach_km of @centre, other than its post town, that one of the first @n parts
 * names; the first, for an address goes from the small to the large. A namesake elsewhere does not
 * count. */
static gboolean
refine (DolenGazetteer *self,
        GPtrArray *parts,
        guint n,
        const DolenPlace *town,
        const DolenPosition *centre,
        double reach_km,
        DolenPosition *position,
        char **known)
{
  for (guint i = 0; i < n; i++) {
    const char *part = g_ptr_array_index (parts, i);
    g_autoptr (GPtrArray) found = dolen_gazetteer_find (self, part);

    for (guint k = 0; k < found->len; k++) {
      const DolenPlace *place = g_ptr_array_index (found, k);

      if (place != town && dolen_distance_km (&place->position, centre) <= reach_km)
        return take (&place->position, part, position, known);
    }
  }
  return FALSE;
}

/* How far from the middle of a district its places are looked for: its reach is a rough figure, and
 * its middle is its post town (Llanon is 17 km from Aberystwyth, SY23). */
static double
reach (const DolenPosition *district)
{
  return MAX (DOLEN_GAZETTEER_DISTRICT_KM, district->precision_km * 1.2);
}

/* An area's main town is no district: only that much is known, so it is not refined. */
static gboolean
locate_by_postcode (DolenGazetteer *self,
                    const DolenPostcode *postcode,
                    GPtrArray *parts,
                    DolenPosition *position,
                    char **known)
{
  const DolenPlace *town = NULL;
  DolenPosition district;

  if (!dolen_gazetteer_postcode (self, postcode, &district, &town))
    return FALSE;
  *position = district;
  if (town != NULL && parts != NULL
      && refine (self, parts, parts->len, town, &district, reach (&district), position, known))
    return TRUE;
  return take (&district, postcode->outward, position, known);
}

/* Without a postcode: the last part that names a place. "Swansea" and "Conwy" are counties too:
 * such a name counts only if no other part is a place. */
static gboolean
locate_by_names (DolenGazetteer *self, GPtrArray *parts, DolenPosition *position, char **known)
{
  const DolenPlace *best = NULL;
  const char *name = NULL;
  guint at = 0;

  for (guint i = parts->len; i > 0; i--) {
    const char *part = g_ptr_array_index (parts, i - 1);
    g_autofree char *key = dolen_place_key (part);
    const DolenPlace *place = is_country (key) ? NULL : place_of_part (self, parts, i - 1);
    gboolean is_county
        = place != NULL && (is_name (key, place->county_en) || is_name (key, place->county_cy));

    if (place == NULL || (is_county && best != NULL))
      continue;
    best = place;
    name = part;
    at = i - 1;
    if (!is_county)
      break;
  }
  if (best == NULL)
    return FALSE;
  return refine (self, parts, at, best, &best->position, POST_TOWN_KM, position, known)
         || take (&best->position, name, position, known);
}

gboolean
dolen_gazetteer_locate_address (DolenGazetteer *self,
                                const char *text,
                                DolenPosition *position,
                                char **known)
{
  g_autoptr (GPtrArray) parts = NULL;
  DolenPostcode postcode;

  *position = (DolenPosition){ 0 };
  if (known != NULL)
    *known = NULL;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  parts = split_address (text);
  if (dolen_postcode_find (text, &postcode, NULL, NULL)
      && locate_by_postcode (self, &postcode, parts, position, known))
    return TRUE;
  return locate_by_names (self, parts, position, known);
}

gboolean
dolen_gazetteer_locate (DolenGazetteer *self,
                        const char *text,
                        DolenPosition *position,
                        char **known)
{
  DolenPostcode postcode;
  g_autoptr (GPtrArray) parts = NULL;
  const DolenPlace *place;

  *position = (DolenPosition){ 0 };
  if (known != NULL)
    *known = NULL;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  if (dolen_position_parse (text, position))
    return take (position, text, position, known);
  if (dolen_postcode_parse (text, &postcode)
      && locate_by_postcode (self, &postcode, NULL, position, known))
    return TRUE;
  /* What is asked for stands first here, its county behind: the other way round than in an
   * address with a building's name before all. */
  parts = split_address (text);
  place = parts->len > 0 && parts->len <= 2 ? place_of_part (self, parts, 0) : NULL;
  if (place != NULL && !dolen_postcode_find (text, NULL, NULL, NULL))
    return take (&place->position, g_ptr_array_index (parts, 0), position, known);
  return dolen_gazetteer_locate_address (self, text, position, known);
}
