/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "place/dolen-position.h"

G_BEGIN_DECLS

/*
 * Towns and villages in names: "Brigg Men in Sheds" stands at Brigg. Only places near a centre are
 * known, so that "Reading group" is no town elsewhere, and only those of which there is one of the
 * name there.
 */
typedef struct _DolenNamedPlaces DolenNamedPlaces;

/** dolen_named_places_new: (transfer full): the gazetteer's places near @centre. */
DolenNamedPlaces *dolen_named_places_new (const DolenPosition *centre);
void dolen_named_places_free (DolenNamedPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenNamedPlaces, dolen_named_places_free)

/** DOLEN_NAMED_PLACES_MOST: a name with more places in it is one of a district. */
#define DOLEN_NAMED_PLACES_MOST 2

/**
 * dolen_named_places_find:
 * @name: (nullable): of a group, as it is written
 * @found: (out caller-allocates): room for DOLEN_NAMED_PLACES_MOST positions, as precise as a name
 *   can be
 *
 * Returns: how many are named; 0 where there are too many
 */
guint
dolen_named_places_find (const DolenNamedPlaces *self, const char *name, DolenPosition *found);

G_END_DECLS
