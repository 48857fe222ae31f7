/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "place/dolen-gazetteer.h"

G_BEGIN_DECLS

/** dolen_alike_places: (transfer container) (nullable) (element-type DolenPlace): the towns and
 *  villages whose whole name, in either language, is a word as names are compared by
 *  (dolen_alike_words()), without its ending: "lampet" is Lampeter. NULL: none. */
GPtrArray *dolen_alike_places (const char *word);

/** dolen_alike_places_meet: whether two such lists have a place in common. */
gboolean dolen_alike_places_meet (const GPtrArray *one, const GPtrArray *other);

G_END_DECLS
