/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "base/dolen-text.h"
#include "format/dolen-json-value.h"
#include "place/dolen-postcode.h"

#include <math.h>
#include <string.h>

/* A venue (HSDS: location) with its address and position. ORUK 1.0 says physical_addresses and
 * accessibility_for_disabilities; Outpost writes the address into the location itself, the point
 * as GeoJSON, and masks addresses. */

static json_object *
find_address (json_object *location)
{
  json_object *list
      = dolen_json_get_any (location, "addresses", "physical_addresses", "address", NULL);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *address = dolen_json_at (list, i);
    g_autofree char *type = dolen_json_get_line (address, "address_type");
    if (g_strcmp0 (type, "physical") == 0)
      return address;
  }
  list = dolen_json_length (list) ? dolen_json_at (list, 0) : location;
  return json_object_is_type (list, json_type_object) ? list : location;
}

static void
append_line (GString *lines, DolenReadContext *context, json_object *address, const char *key)
{
  g_autofree char *line = dolen_read_line (context, address, key);

  if (!line)
    return;
  if (lines->len)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* "SA48 7" says where within SA48, and not enough of it to be looked up: the district is taken. */
static void
take_postcode (DolenReadContext *context,
               DolenVenue *venue,
               const char *given,
               const DolenPostcode *postcode)
{
  venue->postcode = g_strdup (postcode->full);
  if (postcode->is_cut)
    dolen_read_odd (context, DOLEN_ODDITY_POSTCODE_PARTIAL, "postal_code", given);
}

static void
read_postcode (DolenReadContext *context, json_object *address, DolenVenue *venue)
{
  g_autofree char *given = dolen_read_line (context, address, "postal_code");
  DolenPostcode postcode;

  if (!given)
    given = dolen_json_get_line (address, "postcode");
  if (given && dolen_postcode_parse (given, &postcode))
    take_postcode (context, venue, given, &postcode);
  else if (given)
    dolen_read_odd (context, DOLEN_ODDITY_POSTCODE_UNREADABLE, "postal_code", given);
  else if (venue->address && dolen_postcode_find (venue->address, &postcode, NULL, NULL))
    venue->postcode = g_strdup (postcode.full);
}

static void
read_address (DolenReadContext *context, json_object *location, DolenVenue *venue)
{
  json_object *address = find_address (location);
  g_autoptr (GString) lines = g_string_new (NULL);

  append_line (lines, context, address, "address_1");
  append_line (lines, context, address, "address_2");
  append_line (lines, context, address, "address_3");
  if (lines->len)
    venue->address = g_strdup (lines->str);
  else if (json_object_is_type (dolen_json_get (location, "address"), json_type_string))
    venue->address = dolen_json_get_text (location, "address");
  venue->city = dolen_read_line (context, address, "city");
  venue->county = dolen_read_line (context, address, "state_province");
  if (!venue->county)
    venue->county = dolen_json_get_line (address, "region");
  venue->country = dolen_read_line (context, address, "country");
  read_postcode (context, address, venue);
}

static void
read_accessibility (DolenReadContext *context, json_object *location, DolenVenue *venue)
{
  json_object *list = dolen_json_get_any (
      location, "accessibility", "accessibilities", "accessibility_for_disabilities", NULL);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *item = dolen_json_at (list, i);
    char *text = dolen_json_text (item);
    g_autofree char *details = dolen_json_get_line (item, "details");
    if (!text)
      text = dolen_json_text (dolen_json_get_any (item, "description", "accessibility", NULL));
    if (text && details) {
      char *both = g_strdup_printf ("%s %s", text, details);
      g_free (text);
      text = both;
    }
    if (text)
      g_ptr_array_add (venue->accessibility, text);
  }
}

static DolenVenueKind
read_kind (DolenReadContext *context, json_object *location)
{
  g_autofree char *code = dolen_read_line (context, location, "location_type");
  DolenVenueKind kind = code ? dolen_venue_kind_from_code (code) : DOLEN_VENUE_PHYSICAL;

  if (code && g_ascii_strcasecmp (code, dolen_venue_kind_code (kind)) != 0)
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "location_type", code);
  return kind;
}

static gboolean
read_point (json_object *location, double *latitude, double *longitude)
{
  json_object *geometry = dolen_json_get_any (location, "geometry", "point", NULL);
  json_object *pair = dolen_json_get (geometry, "coordinates");

  if (dolen_json_get_number (location, "latitude", latitude)
      && dolen_json_get_number (location, "longitude", longitude))
    return TRUE;
  /* GeoJSON has the longitude first. */
  return json_object_is_type (pair, json_type_array) && dolen_json_length (pair) >= 2
         && dolen_json_number (dolen_json_at (pair, 0), longitude)
         && dolen_json_number (dolen_json_at (pair, 1), latitude);
}

static void
take_position (DolenVenue *venue, const DolenPosition *position)
{
  venue->latitude = position->latitude;
  venue->longitude = position->longitude;
  venue->origin = position->origin;
}

void
dolen_read_position_derive (DolenReadContext *context, DolenVenue *venue)
{
  const DolenVenueWords words = {
    venue->name.en, venue->name.cy, venue->address, venue->city, venue->postcode,
  };
  DolenPosition position;

  if (!context->gazetteer || venue->no_map || venue->kind == DOLEN_VENUE_VIRTUAL)
    return;
  if (dolen_gazetteer_locate_venue (context->gazetteer, &words, &position))
    take_position (venue, &position);
}

static void
note_position (DolenReadContext *context, double latitude, double longitude)
{
  char north[G_ASCII_DTOSTR_BUF_SIZE], east[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *given = g_strdup_printf ("%s, %s",
                                            g_ascii_dtostr (north, sizeof north, latitude),
                                            g_ascii_dtostr (east, sizeof east, longitude));

  dolen_read_odd (context, DOLEN_ODDITY_POSITION_IMPOSSIBLE, "latitude", given);
}

void
dolen_read_position (DolenReadContext *context, json_object *location, DolenVenue *venue)
{
  DolenPosition position = { 0 };
  double latitude, longitude;

  if (venue->no_map)
    return;
  if (read_point (location, &latitude, &longitude)) {
    if (dolen_position_set (&position, latitude, longitude, 0, DOLEN_POSITION_FEED)) {
      take_position (venue, &position);
      return;
    }
    note_position (context, latitude, longitude);
  }
  dolen_read_position_derive (context, venue);
}

DolenVenue *
dolen_read_venue (DolenReadContext *context, json_object *location, const char *owner)
{
  DolenVenue *venue = dolen_venue_new ();
  g_autofree char *id = dolen_json_get_line (location, "id");

  /* The flags first: nothing is derived for a place that must not be found. */
  venue->hide_address = dolen_json_get_flag (location, "x_dolen_hide_address")
                        || dolen_json_get_flag (location, "mask_exact_address");
  venue->no_map = dolen_json_get_flag (location, "x_dolen_no_map");
  venue->uid
      = id ? dolen_read_uid_of (context, "venue", id) : dolen_read_uid (context, "venue", owner, 0);
  venue->kind = read_kind (context, location);
  dolen_read_bilingual (context, location, "name", FALSE, &venue->name);
  venue->getting_there = dolen_read_line (context, location, "transportation");
  read_address (context, location, venue);
  read_accessibility (context, location, venue);
  dolen_read_position (context, location, venue);
  return venue;
}
