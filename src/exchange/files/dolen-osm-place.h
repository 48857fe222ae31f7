/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * A place of OpenStreetMap by its tags (wiki.openstreetmap.org/wiki/Map_features): whether it is
 * one where people of a community come together, and what is said of it.
 */

/** DolenOsmTags: keys and values one after the other: key, value, key, value. */
typedef struct {
  GPtrArray *texts; /* of char* */
} DolenOsmTags;

/** dolen_osm_is_place: whether it has a name and is a community centre, a social facility, a place
 * of worship, a library, a club, a place for sport or a garden of a community ... What is closed to
 *  the public or gone (disused:amenity) is not. */
gboolean dolen_osm_is_place (const DolenOsmTags *tags);

/**
 * dolen_osm_record:
 * @id: "node/123"
 * @latitude, @longitude: NAN where they are not known
 *
 * Returns: (transfer full): a service at its place in the form of HSDS. Opening hours stay as they
 * are written.
 */
json_object *
dolen_osm_record (const DolenOsmTags *tags, const char *id, double latitude, double longitude);

G_END_DECLS
