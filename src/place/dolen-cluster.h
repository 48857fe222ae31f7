/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "place/dolen-mercator.h"

G_BEGIN_DECLS

/*
 * Points on a map gathered into clusters, one set for each whole zoom: pure arithmetic, no screen.
 *
 * The world is cut into cells of 64 pixels; the points of one cell are one cluster, standing at
 * their mean. The same points in the same order always give the same clusters. 100,000 points take
 * a few milliseconds, so that a set is simply built anew when the points or the zoom change.
 */

#define DOLEN_CLUSTER_CELL_PX 64
#define DOLEN_CLUSTER_MAX_ZOOM 22

/** DolenCluster: one cluster; a single point is a cluster of one. */
typedef struct {
  double x, y;             /* mean of its points, mercator 0..1 */
  DolenMercatorBox bounds; /* of its points; one never reaches over the antimeridian */
  guint32 n;               /* how many points */
  guint32 first;           /* where they begin in the members (dolen_clusters_members) */
  guint32 row, column;     /* the cell, from the north west */
} DolenCluster;

/** DolenClusters: all clusters of one zoom, immutable, sorted by row and column. */
typedef struct _DolenClusters DolenClusters;

/** DolenClusterHit: a cluster seen in a box; x is shifted by whole worlds to lie in that box. */
typedef struct {
  guint32 index; /* into the clusters */
  double x, y;
} DolenClusterHit;

/**
 * dolen_clusters_new:
 * @x: (array length=n): mercator 0..1; a point that is not finite is left out
 * @y: (array length=n): likewise
 * @n: how many points, below 2^32
 * @zoom: whole zoom 0..DOLEN_CLUSTER_MAX_ZOOM, clamped
 *
 * Returns: (transfer full): the clusters; the points are not kept
 */
DolenClusters *dolen_clusters_new (const double *x, const double *y, gsize n, int zoom);
void dolen_clusters_free (DolenClusters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenClusters, dolen_clusters_free)

int dolen_clusters_get_zoom (const DolenClusters *self);

/** dolen_clusters_get: (array length=n) (transfer none): all of them by row and column; @n: (out)
 *  (optional). */
const DolenCluster *dolen_clusters_get (const DolenClusters *self, gsize *n);

/** dolen_clusters_members: (array length=n) (transfer none): the indices, rising, of the points of
 *  one cluster in the arrays given to dolen_clusters_new(): the list to show for "several here". */
const guint32 *dolen_clusters_members (const DolenClusters *self, gsize index, gsize *n);

/** dolen_clusters_find_member: the cluster that holds @point, -1 if it was left out. Linear. */
gssize dolen_clusters_find_member (const DolenClusters *self, guint32 point);

/**
 * dolen_clusters_query:
 * @self: the clusters
 * @box: what is visible; it may reach over the antimeridian (min_x < 0 or max_x > 1)
 * @hits: (element-type DolenClusterHit): the clusters of all cells that the box touches are
 *   appended, from north to south
 *
 * A cluster's bubble is wider than its point: widen the box by its radius before asking.
 */
void dolen_clusters_query (const DolenClusters *self, const DolenMercatorBox *box, GArray *hits);

/** dolen_cluster_radius_px: how large the bubble of @n points is painted, in pixels; the one place
 *  that says so, for painter and hit test. */
double dolen_cluster_radius_px (guint n);

/**
 * dolen_clusters_hit:
 * @self: the clusters
 * @x: where the pointer is, mercator
 * @y: likewise
 * @world_px: how many pixels wide the world is drawn now (dolen_mercator_world_px of the real zoom)
 * @slack_px: how far beside a bubble still counts (4 for a mouse, 12 for a finger)
 *
 * Returns: the index of the cluster under the pointer, the nearest centre if several are; -1 if
 * none
 */
gssize dolen_clusters_hit (
    const DolenClusters *self, double x, double y, double world_px, double slack_px);

/** dolen_cluster_is_one_spot: whether all its points lie within about a metre: zooming in cannot
 *  part them, so they are shown as a list. TRUE for a single point. */
gboolean dolen_cluster_is_one_spot (const DolenCluster *cluster);

G_END_DECLS
