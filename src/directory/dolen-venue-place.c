/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-venue-place.h"

#include "place/dolen-distance.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-postcode.h"

#include <math.h>
#include <string.h>

static gboolean
has_position (const DolenVenue *venue)
{
  return isfinite (venue->latitude) && isfinite (venue->longitude);
}

static void
forget_position (DolenVenue *venue)
{
  venue->latitude = venue->longitude = (double) NAN;
  venue->origin = DOLEN_POSITION_NONE;
}

/* The outward part of a postcode: an area of some thousand homes. */
static char *
get_district (const char *postcode)
{
  DolenPostcode parsed;

  if (postcode == NULL)
    return NULL;
  if (dolen_postcode_parse (postcode, &parsed))
    return g_strdup (parsed.outward);
  return g_strndup (postcode, strcspn (postcode, " "));
}

void
dolen_venue_withhold (DolenVenue *venue)
{
  if (venue->hide_address) {
    char *district = get_district (venue->postcode);

    g_clear_pointer (&venue->address, g_free);
    g_free (venue->postcode);
    venue->postcode = district;
  }
  if (venue->hide_address || venue->no_map || !has_position (venue))
    forget_position (venue);
}

char *
dolen_venue_district (const DolenVenue *venue)
{
  return venue->origin == DOLEN_POSITION_POSTCODE_DISTRICT ? get_district (venue->postcode) : NULL;
}

char *
dolen_service_district (const DolenService *service, const DolenPosition *from)
{
  const DolenVenue *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = g_ptr_array_index (service->venues, i);
    DolenPosition there;
    double km;

    if (venue->origin != DOLEN_POSITION_POSTCODE_DISTRICT
        || !dolen_position_set (&there, venue->latitude, venue->longitude, 0, venue->origin))
      continue;
    km = dolen_distance_km (from, &there);
    if (nearest == NULL || km < least) {
      nearest = venue;
      least = km;
    }
  }
  return nearest != NULL ? dolen_venue_district (nearest) : NULL;
}

void
dolen_venue_locate (DolenVenue *venue)
{
  const DolenVenueWords words = {
    venue->name.en, venue->name.cy, venue->address, venue->city, venue->postcode,
  };
  DolenPosition position;

  forget_position (venue);
  if (venue->hide_address || venue->no_map || venue->kind == DOLEN_VENUE_VIRTUAL
      || !dolen_gazetteer_locate_venue (dolen_gazetteer_get_bundled (), &words, &position))
    return;
  venue->latitude = position.latitude;
  venue->longitude = position.longitude;
  venue->origin = position.origin;
}

/* The very numbers: a position that was not touched is the same to the last bit. */
static gboolean
same_position (const DolenVenue *a, const DolenVenue *b)
{
  return has_position (a) && has_position (b) && !(a->latitude < b->latitude)
         && !(a->latitude > b->latitude) && !(a->longitude < b->longitude)
         && !(a->longitude > b->longitude);
}

void
dolen_venue_moved (const DolenVenue *before, DolenVenue *after)
{
  gboolean same_address = before != NULL && g_strcmp0 (before->address, after->address) == 0
                          && g_strcmp0 (before->city, after->city) == 0
                          && g_strcmp0 (before->postcode, after->postcode) == 0;

  if (!has_position (after) || (!same_address && before != NULL && same_position (before, after)))
    dolen_venue_locate (after);
}
