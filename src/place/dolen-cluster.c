/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-cluster.h"

#include <math.h>
#include <string.h>

struct _DolenClusters {
  int zoom;
  DolenCluster *clusters;
  gsize n;
  guint32 *members;
  gsize n_members;
};

/* About a metre at the equator, less further north: 1 / 40,075,017. */
#define ONE_SPOT 2.5e-8

/* A point and its cell. Sorting these by cell puts the points of one cluster side by side, which is
 * quicker than a hash table once there are tens of thousands of clusters to put in order. */
typedef struct {
  guint64 cell; /* row and column, see cell_key() */
  guint32 point;
} Member;

/* Bits sorted by in one pass, and how many passes a zoom needs. */
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

static guint32
cells_across (int zoom)
{
  return (256 / DOLEN_CLUSTER_CELL_PX) << zoom;
}

static guint32
cell_of (double position, guint32 across)
{
  double cell = floor (position * across);

  return cell <= 0 ? 0 : cell >= across ? across - 1 : (guint32) cell;
}

static guint64
cell_key (guint32 row, guint32 column, guint32 across)
{
  return (guint64) row * across + column;
}

static gsize
list_members (const double *x, const double *y, gsize n, guint32 across, Member *members)
{
  gsize kept = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (x[i]) && isfinite (y[i]))
      members[kept++] = (Member){ cell_key (cell_of (y[i], across), cell_of (x[i], across), across),
                                  (guint32) i };
  return kept;
}

/* Radix sort from the lowest digit: stable, so that the points of a cell stay in rising order.
 * Returns: which of the two arrays holds the result. */
static Member *
sort_members (Member *members, Member *spare, gsize n, guint64 greatest)
{
  for (guint shift = 0; greatest >> shift != 0; shift += DIGIT_BITS) {
    gsize starts[N_DIGITS] = { 0 };
    gsize total = 0;
    Member *swap = members;

    for (gsize i = 0; i < n; i++)
      starts[members[i].cell >> shift & (N_DIGITS - 1)]++;
    for (guint digit = 0; digit < N_DIGITS; digit++) {
      gsize count = starts[digit];

      starts[digit] = total;
      total += count;
    }
    for (gsize i = 0; i < n; i++)
      spare[starts[members[i].cell >> shift & (N_DIGITS - 1)]++] = members[i];
    members = spare;
    spare = swap;
  }
  return members;
}

static void
cluster_add (DolenCluster *cluster, double x, double y)
{
  DolenMercatorBox *box = &cluster->bounds;

  if (cluster->n++ == 0)
    *box = (DolenMercatorBox){ x, y, x, y };
  box->min_x = MIN (box->min_x, x);
  box->min_y = MIN (box->min_y, y);
  box->max_x = MAX (box->max_x, x);
  box->max_y = MAX (box->max_y, y);
  cluster->x += x;
  cluster->y += y;
}

/* The mean of many equal numbers may round beyond them; it is kept within the bounds. */
static void
cluster_finish (DolenCluster *c)
{
  c->x = CLAMP (c->x / c->n, c->bounds.min_x, c->bounds.max_x);
  c->y = CLAMP (c->y / c->n, c->bounds.min_y, c->bounds.max_y);
}

static gsize
count_cells (const Member *members, gsize n)
{
  gsize cells = 0;

  for (gsize i = 0; i < n; i++)
    cells += i == 0 || members[i].cell != members[i - 1].cell;
  return cells;
}

/* Makes the clusters of sorted members. */
static void
gather (DolenClusters *self, const Member *members, const double *x, const double *y)
{
  guint32 across = cells_across (self->zoom);
  DolenCluster *cluster = NULL;

  self->n = count_cells (members, self->n_members);
  self->clusters = g_new0 (DolenCluster, MAX (self->n, 1));
  self->members = g_new (guint32, MAX (self->n_members, 1));
  for (gsize i = 0; i < self->n_members; i++) {
    if (i == 0 || members[i].cell != members[i - 1].cell) {
      cluster = cluster == NULL ? self->clusters : cluster + 1;
      cluster->first = (guint32) i;
      cluster->row = (guint32) (members[i].cell / across);
      cluster->column = (guint32) (members[i].cell % across);
    }
    self->members[i] = members[i].point;
    cluster_add (cluster, x[members[i].point], y[members[i].point]);
  }
  for (gsize i = 0; i < self->n; i++)
    cluster_finish (&self->clusters[i]);
}

DolenClusters *
dolen_clusters_new (const double *x, const double *y, gsize n, int zoom)
{
  DolenClusters *self = NULL;
  g_autofree Member *members = NULL;
  g_autofree Member *spare = NULL;
  guint32 across;

  g_return_val_if_fail (n < G_MAXUINT32 && (n == 0 || (x != NULL && y != NULL)), NULL);

  self = g_new0 (DolenClusters, 1);
  self->zoom = CLAMP (zoom, 0, DOLEN_CLUSTER_MAX_ZOOM);
  across = cells_across (self->zoom);
  members = g_new (Member, MAX (n, 1));
  spare = g_new (Member, MAX (n, 1));
  self->n_members = list_members (x, y, n, across, members);
  gather (self,
          sort_members (members, spare, self->n_members, cell_key (across - 1, across - 1, across)),
          x,
          y);
  return self;
}

void
dolen_clusters_free (DolenClusters *self)
{
  if (self == NULL)
    return;
  g_free (self->clusters);
  g_free (self->members);
  g_free (self);
}

int
dolen_clusters_get_zoom (const DolenClusters *self)
{
  return self->zoom;
}

const DolenCluster *
dolen_clusters_get (const DolenClusters *self, gsize *n)
{
  if (n != NULL)
    *n = self->n;
  return self->clusters;
}

const guint32 *
dolen_clusters_members (const DolenClusters *self, gsize index, gsize *n)
{
  g_return_val_if_fail (index < self->n && n != NULL, NULL);

  *n = self->clusters[index].n;
  return self->members + self->clusters[index].first;
}

gssize
dolen_clusters_find_member (const DolenClusters *self, guint32 point)
{
  for (gsize i = 0; i < self->n; i++)
    for (guint32 k = 0; k < self->clusters[i].n; k++)
      if (self->members[self->clusters[i].first + k] == point)
        return (gssize) i;
  return -1;
}

/* The first cluster at or after a cell. */
static gsize
lower_bound (const DolenClusters *self, guint32 row, guint32 column)
{
  gsize low = 0, high = self->n;

  while (low < high) {
    gsize middle = low + (high - low) / 2;
    const DolenCluster *c = &self->clusters[middle];

    if (c->row < row || (c->row == row && c->column < column))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* One world's worth of a query: columns @west to @east of the rows, shifted by @shift worlds. Rows
 * without a cluster are jumped over. */
static void
query_world (const DolenClusters *self,
             const guint32 rows[2],
             double min_x,
             double max_x,
             double shift,
             GArray *hits)
{
  guint32 across = cells_across (self->zoom);
  guint32 west = cell_of (min_x, across), east = cell_of (max_x, across);
  gsize i = lower_bound (self, rows[0], west);

  while (i < self->n && self->clusters[i].row <= rows[1]) {
    const DolenCluster *c = &self->clusters[i];

    if (c->column < west) {
      i = lower_bound (self, c->row, west);
    } else if (c->column > east) {
      i = lower_bound (self, c->row + 1, west);
    } else {
      DolenClusterHit hit = { (guint32) i, c->x + shift, c->y };

      g_array_append_val (hits, hit);
      i++;
    }
  }
}

void
dolen_clusters_query (const DolenClusters *self, const DolenMercatorBox *box, GArray *hits)
{
  guint32 across = cells_across (self->zoom);
  guint32 rows[2] = { cell_of (box->min_y, across), cell_of (box->max_y, across) };

  if (!(box->max_x >= box->min_x) || !(box->max_y >= 0 && box->min_y <= 1))
    return;
  /* The world next door on either side is enough for any window. */
  for (int world = -1; world <= 1; world++)
    if (box->max_x >= world && box->min_x <= world + 1)
      query_world (
          self, rows, MAX (box->min_x - world, 0), MIN (box->max_x - world, 1), world, hits);
}

double
dolen_cluster_radius_px (guint n)
{
  /* A pin's head, then bubbles by the digits they must hold. */
  return n <= 1 ? 8 : n < 10 ? 13 : n < 100 ? 16 : n < 1000 ? 19 : n < 10000 ? 22 : 26;
}

gssize
dolen_clusters_hit (const DolenClusters *self, double x, double y, double world_px, double slack_px)
{
  double reach = (dolen_cluster_radius_px (G_MAXUINT) + slack_px) / world_px;
  DolenMercatorBox box = { x - reach, y - reach, x + reach, y + reach };
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (DolenClusterHit));
  gssize best = -1;
  double best_px = INFINITY;

  g_return_val_if_fail (world_px > 0, -1);

  dolen_clusters_query (self, &box, near);
  for (guint i = 0; i < near->len; i++) {
    const DolenClusterHit *hit = &g_array_index (near, DolenClusterHit, i);
    double px = hypot (hit->x - x, hit->y - y) * world_px;

    if (px <= dolen_cluster_radius_px (self->clusters[hit->index].n) + slack_px && px < best_px) {
      best = hit->index;
      best_px = px;
    }
  }
  return best;
}

gboolean
dolen_cluster_is_one_spot (const DolenCluster *cluster)
{
  return cluster->bounds.max_x - cluster->bounds.min_x < ONE_SPOT
         && cluster->bounds.max_y - cluster->bounds.min_y < ONE_SPOT;
}
