/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DolenPositionOrigin: how a position came to be known. */
typedef enum {
  DOLEN_POSITION_NONE,              /* not known */
  DOLEN_POSITION_FEED,              /* the feed gives coordinates */
  DOLEN_POSITION_PERSON,            /* somebody set it on the map or typed coordinates */
  DOLEN_POSITION_POSTCODE_DISTRICT, /* from the outward code alone ("SA44") */
  DOLEN_POSITION_POSTCODE_UNIT,     /* from a whole postcode, of a list the person chose */
  DOLEN_POSITION_PLACE,             /* from a place name, by the gazetteer */
  DOLEN_N_POSITION_ORIGINS
} DolenPositionOrigin;

/**
 * DolenPosition: a point on the earth, and how well it is known. A plain value: copy it freely.
 *
 * All zero ({ 0 }) is "not known". Whoever shows a position outside the worker's own screen minds
 * the service's hide-address and no-map flags first: they stand in the directory, not here.
 */
typedef struct {
  double latitude;     /* degrees north, WGS84 */
  double longitude;    /* degrees east, WGS84 */
  double precision_km; /* the true place is most likely within so many km; 0.1 for coordinates */
  DolenPositionOrigin origin;
} DolenPosition;

/** What coordinates of a feed, or set on the map, are taken to be good for: the front door. */
#define DOLEN_POSITION_EXACT_KM 0.1

/**
 * dolen_position_set:
 * @position: (out caller-allocates): where to write
 * @latitude: degrees north
 * @longitude: degrees east
 * @precision_km: 0 or more; 0 is read as DOLEN_POSITION_EXACT_KM
 * @origin: how it is known
 *
 * Returns: FALSE, and @position not known, where the numbers are no place on earth (not finite, out
 * of range) or the 0, 0 that feeds write for "we have none"
 */
gboolean dolen_position_set (DolenPosition *position,
                             double latitude,
                             double longitude,
                             double precision_km,
                             DolenPositionOrigin origin);

/** dolen_position_is_known: whether there is a position at all; NULL is not known. */
gboolean dolen_position_is_known (const DolenPosition *position);

/** dolen_position_parse: reads "52.219, -3.933" as a person types it (two decimal numbers, latitude
 *  first, a dot as decimal sign in any locale) into a position set by hand. FALSE if it is not
 * that.
 */
gboolean dolen_position_parse (const char *text, DolenPosition *position);

/** dolen_position_origin_id: the word that stands in the store ("feed", "postcode-district" ...);
 *  static. */
const char *dolen_position_origin_id (DolenPositionOrigin origin);

/** dolen_position_origin_from_id: the way back; NONE for NULL or a word not known. */
DolenPositionOrigin dolen_position_origin_from_id (const char *id);

G_END_DECLS
