/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-gazetteer.h"

#include <math.h>
#include <string.h>

#include "base/dolen-paths.h"
#include "language/dolen-welsh.h"
#include "place/dolen-distance.h"
#include "place/dolen-place-names.h"
#include "place/dolen-place-table.h"

struct _DolenGazetteer {
  gatomicrefcount references;
  char *places_text;
  char *districts_text;
  GArray *places;    /* DolenPlace */
  GArray *districts; /* DolenDistrict, by code */
  /* Made when a name is first looked for: folding 10,000 names takes longer than reading them. */
  DolenPlaceNames *names;
};

static char *
data_path (const char *folder, const char *name)
{
  g_autofree char *relative = NULL;

  if (folder != NULL)
    return g_build_filename (folder, name, NULL);
  relative = g_build_filename ("place", name, NULL);
  return dolen_path_data (relative);
}

static DolenGazetteer *
gazetteer_new (void)
{
  DolenGazetteer *self = g_new0 (DolenGazetteer, 1);

  g_atomic_ref_count_init (&self->references);
  return self;
}

DolenGazetteer *
dolen_gazetteer_load (const char *folder, GError **error)
{
  g_autoptr (DolenGazetteer) self = gazetteer_new ();
  g_autofree char *places = data_path (folder, "places.tsv");
  g_autofree char *postcodes = data_path (folder, "postcodes.tsv");

  self->places = dolen_place_table_read_places (places, &self->places_text, error);
  if (self->places == NULL)
    return NULL;
  self->districts = dolen_place_table_read_districts (
      postcodes, self->places->len, &self->districts_text, error);
  if (self->districts == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

DolenGazetteer *
dolen_gazetteer_ref (DolenGazetteer *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dolen_gazetteer_unref (DolenGazetteer *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->districts, g_array_unref);
  g_clear_pointer (&self->names, dolen_place_names_free);
  g_free (self->places_text);
  g_free (self->districts_text);
  g_free (self);
}

DolenGazetteer *
dolen_gazetteer_get_bundled (void)
{
  static DolenGazetteer *bundled;

  if (g_once_init_enter ((gsize *) &bundled)) {
    g_autoptr (GError) error = NULL;
    DolenGazetteer *loaded = dolen_gazetteer_load (NULL, &error);

    if (loaded == NULL) {
      g_warning ("No gazetteer, places and postcodes are not known: %s", error->message);
      loaded = gazetteer_new ();
      loaded->places = g_array_new (FALSE, FALSE, sizeof (DolenPlace));
      loaded->districts = g_array_new (FALSE, FALSE, sizeof (DolenDistrict));
    }
    g_once_init_leave ((gsize *) &bundled, (gsize) loaded);
  }
  return bundled;
}

const char *
dolen_place_name (const DolenPlace *place, DolenLanguage language)
{
  return language == DOLEN_LANGUAGE_CY ? place->name_cy : place->name_en;
}

const DolenPlace *
dolen_gazetteer_places (DolenGazetteer *self, gsize *n)
{
  *n = self->places->len;
  return (const DolenPlace *) (const void *) self->places->data;
}

static DolenPlaceNames *
make_names (DolenGazetteer *self)
{
  DolenPlaceNames *names = dolen_place_names_new ();

  for (guint i = 0; i < self->places->len; i++) {
    const DolenPlace *place = &g_array_index (self->places, DolenPlace, i);

    dolen_place_names_add (names, place->name_en, i);
    if (strcmp (place->name_en, place->name_cy) != 0)
      dolen_place_names_add (names, place->name_cy, i);
    if (place->other_names[0] != '\0') {
      g_auto (GStrv) others = g_strsplit (place->other_names, ";", -1);

      for (guint k = 0; others[k] != NULL; k++)
        dolen_place_names_add (names, others[k], i);
    }
  }
  dolen_place_names_finish (names);
  return names;
}

static DolenPlaceNames *
get_names (DolenGazetteer *self)
{
  if (g_once_init_enter ((gsize *) &self->names))
    g_once_init_leave ((gsize *) &self->names, (gsize) make_names (self));
  return self->names;
}

/* Appends the places of the numbers, those of Wales first; the file is sorted by population. */
static void
append_places (DolenGazetteer *self, GArray *numbers, GPtrArray *found)
{
  for (int wales = 1; wales >= 0; wales--)
    for (guint i = 0; i < numbers->len; i++) {
      guint32 number = g_array_index (numbers, guint32, i);
      DolenPlace *place = &g_array_index (self->places, DolenPlace, number);

      if (g_str_equal (place->nation, "WLS") == wales && !g_ptr_array_find (found, place, NULL))
        g_ptr_array_add (found, place);
    }
}

static void
find_key (DolenGazetteer *self, const char *key, gboolean prefix, GPtrArray *found)
{
  g_autoptr (GArray) numbers = dolen_place_names_find (get_names (self), key, prefix);

  append_places (self, numbers, found);
}

GPtrArray *
dolen_gazetteer_find (DolenGazetteer *self, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  g_autofree char *key = name != NULL ? dolen_place_key (name) : NULL;
  guint n;

  if (key == NULL || key[0] == '\0')
    return found;
  find_key (self, key, FALSE, found);
  if (found->len > 0)
    return found;
  n = dolen_welsh_radicals (key, strlen (key), radicals);
  for (guint i = 0; i < n; i++) {
    g_autofree char *radical = g_strconcat (radicals[i].prefix, key + radicals[i].skip, NULL);

    find_key (self, radical, FALSE, found);
  }
  return found;
}

/* Whether @place goes by the name with that key, and not only by a mutation of it. */
static gboolean
is_called (const DolenPlace *place, const char *key)
{
  g_autofree char *english = dolen_place_key (place->name_en);
  g_autofree char *welsh = dolen_place_key (place->name_cy);

  return g_strcmp0 (english, key) == 0 || g_strcmp0 (welsh, key) == 0;
}

const char *
dolen_gazetteer_name_in (DolenGazetteer *self, const char *name, DolenLanguage language)
{
  g_autoptr (GPtrArray) found = dolen_gazetteer_find (self, name);
  g_autofree char *key = name != NULL ? dolen_place_key (name) : NULL;
  const DolenPlace *only = NULL;

  for (guint i = 0; i < found->len; i++) {
    const DolenPlace *place = g_ptr_array_index (found, i);

    if (strcmp (place->nation, "WLS") != 0 || !is_called (place, key))
      continue;
    if (only != NULL)
      return name;
    only = place;
  }
  return only != NULL ? dolen_place_name (only, language) : name;
}

const char *
dolen_town_name (const char *name, DolenLanguage language)
{
  return dolen_gazetteer_name_in (dolen_gazetteer_get_bundled (), name, language);
}

GPtrArray *
dolen_gazetteer_complete (DolenGazetteer *self, const char *prefix, guint limit)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *key = dolen_place_key (prefix);

  find_key (self, key, TRUE, found);
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return found;
}

static int
compare_code (const void *code, const void *district)
{
  return strcmp (code, ((const DolenDistrict *) district)->code);
}

static const DolenDistrict *
find_district (DolenGazetteer *self, const char *code)
{
  if (code[0] == '\0' || self->districts->len == 0)
    return NULL;
  return bsearch (
      code, self->districts->data, self->districts->len, sizeof (DolenDistrict), compare_code);
}

gboolean
dolen_gazetteer_postcode (DolenGazetteer *self,
                          const DolenPostcode *postcode,
                          DolenPosition *position,
                          const DolenPlace **town)
{
  const DolenDistrict *district = find_district (self, postcode->outward);

  *position = (DolenPosition){ 0 };
  if (town != NULL)
    *town = NULL;
  if (district == NULL)
    district = find_district (self, postcode->area);
  if (district == NULL)
    return FALSE;
  *position = district->position;
  /* For an area that is only its main town, not the post town. */
  if (town != NULL && g_str_equal (district->code, postcode->outward))
    *town = &g_array_index (self->places, DolenPlace, district->town);
  return TRUE;
}

const DolenPlace *
dolen_gazetteer_nearest (DolenGazetteer *self, const DolenPosition *position, double within_km)
{
  const DolenPlace *nearest = NULL;
  DolenDegreeBox box;
  double least = within_km;

  if (!dolen_position_is_known (position))
    return NULL;
  box = dolen_distance_box (position, within_km);
  for (guint i = 0; i < self->places->len; i++) {
    const DolenPlace *place = &g_array_index (self->places, DolenPlace, i);
    const DolenPosition *p = &place->position;
    double km;

    if (p->latitude < box.south || p->latitude > box.north || p->longitude < box.west
        || p->longitude > box.east)
      continue;
    km = dolen_distance_km (position, p);
    if (km <= least) {
      nearest = place;
      least = km;
    }
  }
  return nearest;
}
