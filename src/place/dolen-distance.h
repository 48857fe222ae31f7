/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "place/dolen-position.h"

G_BEGIN_DECLS

/* Distances in a straight line over the ground, always in kilometres inside the program. */

/** The international mile of 1959, which road signs in the UK use. */
#define DOLEN_KM_PER_MILE 1.609344

/**
 * dolen_distance_km:
 * @from: a position
 * @to: another
 *
 * Returns: the length of the geodesic on the WGS84 ellipsoid (PROJ's geodesic.h, Karney 2013,
 * exact to nanometres), in km; NAN where either is not known
 */
double dolen_distance_km (const DolenPosition *from, const DolenPosition *to);

/**
 * dolen_distance_many_km:
 * @from: a known position
 * @latitudes: degrees north, NAN for a place not known
 * @longitudes: degrees east
 * @n: how many
 * @km: (out caller-allocates): room for @n; NAN where the place is not known
 *
 * The fast way for a whole column: the earth is flattened around @from, with the two radii of
 * curvature of the ellipsoid there. Against the geodesic, from anywhere in Britain, the error stays
 * under 0.1 % to 50 km, 0.3 % to 100 km and 2 % to 500 km (tests/place/test-distance.c), far below
 * what a postcode is good for. It minds the antimeridian, not the poles.
 */
void dolen_distance_many_km (
    const DolenPosition *from, const float *latitudes, const float *longitudes, gsize n, float *km);

/** DolenDegreeBox: ranges of degrees, for the first sieve of an SQL query. */
typedef struct {
  double south, north, west, east;
} DolenDegreeBox;

/** dolen_distance_box: a box of degrees holding every point within @km of @centre (and some corners
 *  beyond). Near a pole or across the antimeridian it takes the whole round of longitudes. */
DolenDegreeBox dolen_distance_box (const DolenPosition *centre, double km);

G_END_DECLS
