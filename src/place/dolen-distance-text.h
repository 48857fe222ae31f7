/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"
#include "place/dolen-position.h"

G_BEGIN_DECLS

/* Distances as a person says them, never finer than what is known of either end. */

/** DolenDistanceUnit: what distances are shown in; a preference, miles unless changed. */
typedef enum {
  DOLEN_DISTANCE_MILES,
  DOLEN_DISTANCE_KM,
} DolenDistanceUnit;

/** dolen_distance_unit_from_id: "miles" or "km" (as the settings have it); miles for all else. */
DolenDistanceUnit dolen_distance_unit_from_id (const char *id);

/**
 * dolen_distance_text:
 * @language: of the text
 * @unit: miles or kilometres
 * @km: the distance; NAN or below 0 if it is not known
 * @precision_km: by how much it may be off: the precision of both ends together
 *
 * "0.8 miles"; "about 3 miles" where an end is good to a village only; "about 10 miles", rounded to
 * 5 or 10, for a postcode district; "within about 10 miles" where the ends may be anywhere near.
 *
 * Returns: (transfer full): a phrase without a full stop; "distance not known" for NAN
 */
char *dolen_distance_text (DolenLanguage language,
                           DolenDistanceUnit unit,
                           double km,
                           double precision_km);

/**
 * dolen_distance_in_district:
 * @km: to the middle of the district; NAN not known
 * @precision_km: how far it reaches from there, and how far off the other end may be
 * @district: (nullable): the first half of a postcode, all that is known of where it is
 *
 * Returns: (transfer full): "somewhere in SY23", with "about 30 miles" before it where that is
 * clearly farther than the district reaches; as dolen_distance_text() without a district
 */
char *dolen_distance_in_district (DolenLanguage language,
                                  DolenDistanceUnit unit,
                                  double km,
                                  double precision_km,
                                  const char *district);

/**
 * dolen_distance_sentence:
 * @from: where somebody starts
 * @from_known: (nullable): what is known of it ("SA44"), as dolen_gazetteer_locate() gives it
 * @to: where they go
 * @to_known: (nullable): likewise
 *
 * Returns: (transfer full): "about 10 miles in a straight line: only the district SA44 is known"
 */
char *dolen_distance_sentence (DolenLanguage language,
                               DolenDistanceUnit unit,
                               const DolenPosition *from,
                               const char *from_known,
                               const DolenPosition *to,
                               const char *to_known);

G_END_DECLS
