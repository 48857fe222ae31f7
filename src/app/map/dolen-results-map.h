/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/map/dolen-points-layer.h"
#include "place/dolen-base-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The map beside the list of results: bundled base map, clustered pins, one selection, a ring for
 * how far the open person can go. Arrow keys pan, plus and minus zoom, Tab walks the pins from the
 * middle outwards and leaves after the last, Enter opens the selected one.
 *
 * Signals: "selected" (gint64 id): a pin was chosen by pointer or Tab; "activated" (gint64 id): it
 * was opened (click or Enter); "several" (GArray of gint64): a click on services at one spot.
 */
#define DOLEN_TYPE_RESULTS_MAP (dolen_results_map_get_type ())
G_DECLARE_FINAL_TYPE (DolenResultsMap, dolen_results_map, DOLEN, RESULTS_MAP, AdwBin)

/** dolen_results_map_new: @base: (nullable): without it there is sea only. */
GtkWidget *dolen_results_map_new (DolenBaseMap *base);

/** dolen_results_map_set_pins: what to show; copied. Where nothing was shown before, or @fit, the
 *  map moves so that all are seen. */
void
dolen_results_map_set_pins (DolenResultsMap *self, const DolenMapPin *pins, gsize n, gboolean fit);

/** dolen_results_map_set_selected: 0: none. A pin outside the view is brought into it. */
void dolen_results_map_set_selected (DolenResultsMap *self, gint64 id);
gint64 dolen_results_map_get_selected (DolenResultsMap *self);

/** dolen_results_map_set_ring: as dolen_points_layer_set_ring(); the view takes the ring or the
 * place in, together with the pins, when it is another than before. */
void
dolen_results_map_set_ring (DolenResultsMap *self, double latitude, double longitude, double km);

/** dolen_results_map_set_ring_words: what the ring is; @words: (nullable): NULL: there is none. */
void dolen_results_map_set_ring_words (DolenResultsMap *self, const char *words);

/** dolen_results_map_fit: moves so that every pin (or all of Wales, where there is none) is seen.
 */
void dolen_results_map_fit (DolenResultsMap *self);

/** dolen_results_map_step: selects the next pin (or the one before) outwards from the middle.
 *  FALSE at the end. */
gboolean dolen_results_map_step (DolenResultsMap *self, gboolean forward);

/** dolen_results_map_is_painted: the view stands where it was asked to and no tile is waited for;
 *  for tests and the tour. */
gboolean dolen_results_map_is_painted (DolenResultsMap *self);

/** dolen_results_map_get_layer, _get_map: for tests. */
DolenPointsLayer *dolen_results_map_get_layer (DolenResultsMap *self);
ShumateMap *dolen_results_map_get_map (DolenResultsMap *self);

G_END_DECLS
