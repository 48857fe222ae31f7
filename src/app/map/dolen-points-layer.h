/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/*
 * The results on the map: pins and bubbles drawn from plain arrays, clustered anew for each whole
 * zoom (markers of libshumate do not scale: one widget each). It is drawn, so it has no accessible
 * children: the list beside the map is its twin.
 */
#define DOLEN_TYPE_POINTS_LAYER (dolen_points_layer_get_type ())
G_DECLARE_FINAL_TYPE (DolenPointsLayer, dolen_points_layer, DOLEN, POINTS_LAYER, ShumateLayer)

/* The shape of a single pin: the shapes of the bands, so that colour says nothing alone. */
typedef enum {
  DOLEN_PIN_PLAIN,
  DOLEN_PIN_READY,      /* filled circle */
  DOLEN_PIN_HELP,       /* half circle */
  DOLEN_PIN_WAIT,       /* clock */
  DOLEN_PIN_UNSUITABLE, /* cross */
  DOLEN_N_PINS
} DolenPinShape;

typedef struct {
  gint64 id; /* the service's row, to find it again */
  double latitude;
  double longitude; /* NAN: nowhere; it takes no place on the map */
  DolenPinShape shape;
} DolenMapPin;

DolenPointsLayer *dolen_points_layer_new (ShumateViewport *viewport);

/** dolen_points_layer_set_points: copies the @n points; the selection stays if its id is there. */
void dolen_points_layer_set_points (DolenPointsLayer *self, const DolenMapPin *points, gsize n);
const DolenMapPin *dolen_points_layer_get_points (DolenPointsLayer *self, gsize *n);

/** dolen_points_layer_set_selected: the point of that id is drawn larger and above; 0: none. */
void dolen_points_layer_set_selected (DolenPointsLayer *self, gint64 id);
gint64 dolen_points_layer_get_selected (DolenPointsLayer *self);

/** dolen_points_layer_set_ring: how far a person can go: a ring of @km around a place that gets no
 *  pin of its own but a small cross. 0 km: the cross alone. NAN removes it. */
void
dolen_points_layer_set_ring (DolenPointsLayer *self, double latitude, double longitude, double km);

/**
 * dolen_points_layer_hit:
 * @x: in the layer's pixels
 * @slack: pixels beside a pin that still count
 *
 * Returns: (transfer full) (element-type gint64): the ids of the points under the pointer: none,
 * one, or those of a cluster
 */
GArray *dolen_points_layer_hit (DolenPointsLayer *self, double x, double y, double slack);

G_END_DECLS
