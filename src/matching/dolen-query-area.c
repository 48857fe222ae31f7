/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include "place/dolen-distance.h"
#include "place/dolen-gazetteer.h"

#include <string.h>

/*
 * Which of the areas that services serve are known not to hold the person: where an area is told by
 * counties alone, and none of them is that of a place near the person. Near a border, and where
 * their own place is known roughly, the counties of both sides are theirs.
 */

/* Places so near, and as much farther as the person's own place may be off, tell their counties. */
#define NEAR_KM 8.0

static void
add_county (GHashTable *counties, const char *name)
{
  if (*name != '\0')
    g_hash_table_add (counties, g_ascii_strdown (name, -1));
}

/* And its nation: elsewhere in the gazetteer it stands in the place of a county. */
static void
add_counties (GHashTable *counties, const DolenPlace *place)
{
  if (strcmp (place->nation, "WLS") == 0) {
    add_county (counties, "Wales");
    add_county (counties, "Cymru");
  }
  add_county (counties, place->county_en);
  add_county (counties, place->county_cy);
}

static GHashTable *
new_counties (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* All that the gazetteer knows, in both languages. Looked for once. */
static GHashTable *
all_counties (void)
{
  static GHashTable *counties;
  static gsize ready;

  if (g_once_init_enter (&ready)) {
    gsize n = 0;
    const DolenPlace *places = dolen_gazetteer_places (dolen_gazetteer_get_bundled (), &n);

    counties = new_counties ();
    for (gsize p = 0; p < n; p++)
      add_counties (counties, &places[p]);
    g_once_init_leave (&ready, 1);
  }
  return counties;
}

static GHashTable *
find_counties_near (const DolenPosition *position)
{
  GHashTable *near = new_counties ();
  gsize n = 0;
  const DolenPlace *places = dolen_gazetteer_places (dolen_gazetteer_get_bundled (), &n);
  DolenDegreeBox box = dolen_distance_box (position, NEAR_KM + position->precision_km);

  for (gsize p = 0; p < n; p++) {
    const DolenPosition *there = &places[p].position;

    if (there->latitude >= box.south && there->latitude <= box.north && there->longitude >= box.west
        && there->longitude <= box.east)
      add_counties (near, &places[p]);
  }
  return near;
}

/* Whether @areas names counties alone, and none of @near. */
static gboolean
is_elsewhere (const char *areas, GHashTable *near)
{
  g_auto (GStrv) lines = g_strsplit (areas, "\n", -1);
  gboolean elsewhere = FALSE;

  for (guint l = 0; lines[l] != NULL; l++) {
    g_autofree char *area = g_ascii_strdown (g_strstrip (lines[l]), -1);

    if (*area == '\0')
      continue;
    if (!g_hash_table_contains (all_counties (), area) || g_hash_table_contains (near, area))
      return FALSE;
    elsewhere = TRUE;
  }
  return elsewhere;
}

void
dolen_query_prepare_areas (DolenQuery *query)
{
  const GPtrArray *areas = query->facts->areas;
  g_autoptr (GHashTable) near = NULL;

  if (areas->len == 0 || !query->has_position)
    return;
  near = find_counties_near (&query->profile->position);
  if (g_hash_table_size (near) == 0)
    return;
  query->elsewhere = g_new0 (guint8, areas->len + 1);
  for (guint a = 0; a < areas->len; a++)
    query->elsewhere[a + 1] = is_elsewhere (g_ptr_array_index (areas, a), near);
}
