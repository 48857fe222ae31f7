/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-osm-place.h"

#include <math.h>
#include <string.h>

static const char *
tag (const DolenOsmTags *tags, const char *key)
{
  for (guint i = 0; i + 1 < tags->texts->len; i += 2)
    if (strcmp (g_ptr_array_index (tags->texts, i), key) == 0)
      return g_ptr_array_index (tags->texts, i + 1);
  return NULL;
}

/* The first of several keys that is there. */
static const char *
tag_any (const DolenOsmTags *tags, const char *const *keys)
{
  const char *value = NULL;

  for (; *keys && !value; keys++)
    value = tag (tags, *keys);
  return value;
}

static gboolean
is_any (const char *value, const char *const *values)
{
  return value != NULL && g_strv_contains (values, value);
}

/* What makes a place one of a community's. */
static gboolean
brings_people_together (const DolenOsmTags *tags)
{
  static const char *const AMENITIES[]
      = { "community_centre", "social_facility", "social_centre", "place_of_worship", "library",
          "arts_centre",      "toy_library",     "social_club",   "music_school",     NULL };
  static const char *const LEISURE[]
      = { "sports_centre", "sports_hall", "fitness_centre", "dance", "hackerspace",
          "horse_riding",  NULL };
  static const char *const OFFICES[] = { "charity", "ngo", "association", NULL };
  const char *club = tag (tags, "club");

  return is_any (tag (tags, "amenity"), AMENITIES) || is_any (tag (tags, "leisure"), LEISURE)
         || is_any (tag (tags, "office"), OFFICES) || (club != NULL && strcmp (club, "no") != 0)
         || g_strcmp0 (tag (tags, "landuse"), "allotments") == 0
         || g_strcmp0 (tag (tags, "garden:type"), "community") == 0
         || g_strcmp0 (tag (tags, "community_centre"), "yes") == 0;
}

gboolean
dolen_osm_is_place (const DolenOsmTags *tags)
{
  static const char *const NAMES[] = { "name", "name:en", "name:cy", NULL };
  static const char *const CLOSED[] = { "private", "no", NULL };

  return brings_people_together (tags) && tag_any (tags, NAMES)
         && !is_any (tag (tags, "access"), CLOSED);
}

static void
put (json_object *object, const char *key, const char *text)
{
  if (text && *text)
    json_object_object_add (object, key, json_object_new_string (text));
}

static void
put_names (const DolenOsmTags *tags, json_object *object)
{
  static const char *const ENGLISH[] = { "name:en", "name", "name:cy", NULL };
  const char *welsh = tag (tags, "name:cy");

  put (object, "name", tag_any (tags, ENGLISH));
  put (object, "x_dolen_name_cy", welsh);
}

static void
put_phones (const DolenOsmTags *tags, json_object *service)
{
  static const char *const KEYS[] = { "phone", "contact:phone", "contact:mobile", NULL };
  const char *text = tag_any (tags, KEYS);
  g_auto (GStrv) numbers = text ? g_strsplit (text, ";", -1) : NULL;
  json_object *list = json_object_new_array ();

  for (guint i = 0; numbers && numbers[i]; i++) {
    json_object *phone = json_object_new_object ();
    put (phone, "number", g_strstrip (numbers[i]));
    json_object_array_add (list, phone);
  }
  json_object_object_add (service, "phones", list);
}

/* The tags that say what kind of place it is, as terms of their own scheme. */
static void
put_kinds (const DolenOsmTags *tags, json_object *service)
{
  static const char *const KEYS[]
      = { "amenity",  "leisure",      "club",  "office",  "social_facility", "social_facility:for",
          "religion", "denomination", "sport", "landuse", "garden:type" };
  json_object *list = json_object_new_array ();

  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++) {
    const char *value = tag (tags, KEYS[i]);
    g_auto (GStrv) values = value ? g_strsplit (value, ";", -1) : NULL;
    for (guint k = 0; values && values[k]; k++) {
      json_object *attribute = json_object_new_object (), *term = json_object_new_object ();
      g_autofree char *code = g_strdup_printf ("%s=%s", KEYS[i], g_strstrip (values[k]));
      put (term, "taxonomy", "OpenStreetMap");
      put (term, "code", code);
      put (term, "name", code);
      json_object_object_add (attribute, "taxonomy_term", term);
      json_object_array_add (list, attribute);
    }
  }
  json_object_object_add (service, "attributes", list);
}

static void
add_access (json_object *list, const char *text)
{
  json_object *item;

  if (!text)
    return;
  item = json_object_new_object ();
  put (item, "description", text);
  json_object_array_add (list, item);
}

static void
put_access (const DolenOsmTags *tags, json_object *location)
{
  static const struct {
    const char *key, *value, *text;
  } ACCESS[] = { { "wheelchair", "yes", "Wheelchair accessible" },
                 { "wheelchair", "designated", "Wheelchair accessible" },
                 { "wheelchair", "limited", "Partly wheelchair accessible" },
                 { "wheelchair", "no", "No wheelchair access" },
                 { "toilets:wheelchair", "yes", "Accessible toilet" },
                 { "hearing_loop", "yes", "Hearing loop" } };
  json_object *list = json_object_new_array ();

  for (gsize i = 0; i < G_N_ELEMENTS (ACCESS); i++)
    if (g_strcmp0 (tag (tags, ACCESS[i].key), ACCESS[i].value) == 0)
      add_access (list, ACCESS[i].text);
  add_access (list, tag (tags, "wheelchair:description"));
  json_object_object_add (location, "accessibility", list);
}

static json_object *
location_of (const DolenOsmTags *tags, const char *id, double latitude, double longitude)
{
  static const char *const TOWNS[]
      = { "addr:city", "addr:town", "addr:village", "addr:hamlet", "addr:place", NULL };
  static const char *const POSTCODES[] = { "addr:postcode", "postal_code", NULL };
  const char *number = tag (tags, "addr:housenumber"), *street = tag (tags, "addr:street");
  json_object *location = json_object_new_object ();

  put (location, "id", id);
  put_names (tags, location);
  if (street && number) {
    g_autofree char *line = g_strdup_printf ("%s %s", number, street);
    put (location, "address_1", line);
  } else {
    put (location, "address_1", street);
  }
  put (location, "city", tag_any (tags, TOWNS));
  put (location, "postal_code", tag_any (tags, POSTCODES));
  if (!isnan (latitude) && !isnan (longitude)) {
    json_object_object_add (location, "latitude", json_object_new_double (latitude));
    json_object_object_add (location, "longitude", json_object_new_double (longitude));
  }
  put_access (tags, location);
  return location;
}

/* Who runs it; a club or an office is its own organisation. */
static void
put_organisation (const DolenOsmTags *tags, json_object *service)
{
  const char *operator_name = tag (tags, "operator");
  json_object *organisation;

  if (!operator_name && !tag (tags, "club") && !tag (tags, "office"))
    return;
  organisation = json_object_new_object ();
  if (operator_name)
    put (organisation, "name", operator_name);
  else
    put_names (tags, organisation);
  json_object_object_add (service, "organization", organisation);
}

static void
put_words (const DolenOsmTags *tags, json_object *service)
{
  static const char *const TEXTS[] = { "description:en", "description", NULL };
  static const char *const WEB[]
      = { "website", "contact:website", "url", "contact:facebook", NULL };
  static const char *const MAIL[] = { "email", "contact:email", NULL };
  static const char *const CHECKED[] = { "check_date", "survey:date", NULL };
  const char *hours = tag (tags, "opening_hours");

  put (service, "description", tag_any (tags, TEXTS));
  put (service, "x_dolen_description_cy", tag (tags, "description:cy"));
  put (service, "url", tag_any (tags, WEB));
  put (service, "email", tag_any (tags, MAIL));
  put (service, "assured_date", tag_any (tags, CHECKED));
  if (g_strcmp0 (tag (tags, "fee"), "no") == 0)
    put (service, "fees_description", "free");
  if (hours) {
    json_object *list = json_object_new_array (), *item = json_object_new_object ();
    put (item, "description", hours);
    json_object_array_add (list, item);
    json_object_object_add (service, "schedules", list);
  }
}

json_object *
dolen_osm_record (const DolenOsmTags *tags, const char *id, double latitude, double longitude)
{
  json_object *service = json_object_new_object ();
  json_object *places = json_object_new_array (), *place = json_object_new_object ();

  put (service, "id", id);
  put_names (tags, service);
  put (service, "status", "active");
  put_organisation (tags, service);
  put_words (tags, service);
  put_phones (tags, service);
  put_kinds (tags, service);
  json_object_object_add (place, "location", location_of (tags, id, latitude, longitude));
  json_object_array_add (places, place);
  json_object_object_add (service, "service_at_locations", places);
  return service;
}
