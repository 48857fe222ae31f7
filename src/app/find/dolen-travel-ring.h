/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matching/dolen-profile.h"
#include "place/dolen-distance-text.h"

G_BEGIN_DECLS

/**
 * dolen_travel_ring_km:
 * @max_km: the limit in a straight line; 0 or less: none
 * @profile: (nullable): whose means of getting about count too
 * @means: (out): by which the ring is drawn; DOLEN_N_MEANS: the straight line
 *
 * Beyond the ring nothing is in reach: it is the limit in a straight line, or the farthest that any
 * means of theirs takes them, whichever is nearer.
 *
 * Returns: km, 0 where there is no limit
 */
double dolen_travel_ring_km (double max_km, const DolenProfile *profile, DolenMeans *means);

/** dolen_travel_ring_say: (transfer full): what the ring is, in words; @km, @means: as of
 *  dolen_travel_ring_km(). */
char *
dolen_travel_ring_say (double km, DolenMeans means, DolenLanguage language, DolenDistanceUnit unit);

G_END_DECLS
