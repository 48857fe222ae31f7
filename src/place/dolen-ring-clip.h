/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "place/dolen-base-map.h"

G_BEGIN_DECLS

/** DolenRingClip: the window a ring is cut to. */
typedef struct {
  float min_x, min_y, max_x, max_y;
} DolenRingClip;

/**
 * dolen_ring_clip:
 * @window: the window
 * @ring: (element-type DolenMapPoint): a ring; what is left of it afterwards, maybe empty
 * @spare: (element-type DolenMapPoint): room to work in
 *
 * Sutherland and Hodgman (1974): one ring stays one ring, parts that fall apart hang together along
 * the window's edge. Right for filling; an outline runs along the edge there.
 */
void dolen_ring_clip (const DolenRingClip *window, GArray *ring, GArray *spare);

G_END_DECLS
