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

/* Open addressing with linear probing: cell key + 1 -> number of its cluster; 0 is a free slot. */
typedef struct {
  guint64 *keys;
  guint32 *values;
  gsize mask;
} CellTable;

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
cell_key (guint32 row, guint32 column)
{
  return (guint64) row << 32 | column;
}

static void
cell_table_init (CellTable *table, gsize n)
{
  gsize slots = 16;

  while (slots < n * 2)
    slots *= 2;
  table->keys = g_new0 (guint64, slots);
  table->values = g_new (guint32, slots);
  table->mask = slots - 1;
}

static void
cell_table_clear (CellTable *table)
{
  g_free (table->keys);
  g_free (table->values);
}

/* The slot of a key: its own, or the free one where it belongs. */
static gsize
cell_table_slot (const CellTable *table, guint64 key)
{
  guint64 hash = (key + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  gsize slot = (gsize) (hash >> 20) & table->mask;

  while (table->keys[slot] != 0 && table->keys[slot] != key + 1)
    slot = (slot + 1) & table->mask;
  return slot;
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

static int
compare_cells (const void *a, const void *b)
{
  const DolenCluster *one = a, *other = b;
  guint64 left = cell_key (one->row, one->column);
  guint64 right = cell_key (other->row, other->column);

  return (left > right) - (left < right);
}

/* Puts each point into its cell's cluster; @of receives the cluster of each point. */
static GArray *
gather (const double *x, const double *y, gsize n, guint32 across, guint32 *of)
{
  GArray *clusters = g_array_new (FALSE, TRUE, sizeof (DolenCluster));
  CellTable table;

  cell_table_init (&table, n);
  for (gsize i = 0; i < n; i++) {
    guint32 row, column;
    gsize slot;

    of[i] = G_MAXUINT32;
    if (!isfinite (x[i]) || !isfinite (y[i]))
      continue;
    row = cell_of (y[i], across);
    column = cell_of (x[i], across);
    slot = cell_table_slot (&table, cell_key (row, column));
    if (table.keys[slot] == 0) {
      table.keys[slot] = cell_key (row, column) + 1;
      table.values[slot] = clusters->len;
      g_array_set_size (clusters, clusters->len + 1);
      g_array_index (clusters, DolenCluster, clusters->len - 1).row = row;
      g_array_index (clusters, DolenCluster, clusters->len - 1).column = column;
    }
    of[i] = table.values[slot];
    cluster_add (&g_array_index (clusters, DolenCluster, of[i]), x[i], y[i]);
  }
  cell_table_clear (&table);
  return clusters;
}

/* The mean of many equal numbers may round beyond them; it is kept within the bounds. */
static void
finish_means (DolenClusters *self)
{
  guint32 first = 0;

  for (gsize i = 0; i < self->n; i++) {
    DolenCluster *c = &self->clusters[i];

    c->x = CLAMP (c->x / c->n, c->bounds.min_x, c->bounds.max_x);
    c->y = CLAMP (c->y / c->n, c->bounds.min_y, c->bounds.max_y);
    c->first = first;
    first += c->n;
  }
  self->n_members = first;
}

/* Writes the points of each cluster in rising order. Before sorting, first held the old number. */
static void
fill_members (DolenClusters *self, const guint32 *of, gsize n, const guint32 *sorted_of_old)
{
  g_autofree guint32 *next = g_new (guint32, MAX (self->n, 1));

  for (gsize i = 0; i < self->n; i++)
    next[i] = self->clusters[i].first;
  self->members = g_new (guint32, MAX (self->n_members, 1));
  for (gsize i = 0; i < n; i++)
    if (of[i] != G_MAXUINT32)
      self->members[next[sorted_of_old[of[i]]]++] = (guint32) i;
}

DolenClusters *
dolen_clusters_new (const double *x, const double *y, gsize n, int zoom)
{
  DolenClusters *self = NULL;
  g_autofree guint32 *of = NULL;
  g_autofree guint32 *sorted_of_old = NULL;
  GArray *gathered = NULL;

  g_return_val_if_fail (n < G_MAXUINT32 && (n == 0 || (x != NULL && y != NULL)), NULL);

  self = g_new0 (DolenClusters, 1);
  self->zoom = CLAMP (zoom, 0, DOLEN_CLUSTER_MAX_ZOOM);
  of = g_new (guint32, MAX (n, 1));
  gathered = gather (x, y, n, cells_across (self->zoom), of);
  self->n = gathered->len;
  for (guint i = 0; i < gathered->len; i++)
    g_array_index (gathered, DolenCluster, i).first = i;
  self->clusters = (DolenCluster *) (void *) g_array_free (gathered, FALSE);
  if (self->n > 0)
    qsort (self->clusters, self->n, sizeof (DolenCluster), compare_cells);
  sorted_of_old = g_new (guint32, MAX (self->n, 1));
  for (gsize i = 0; i < self->n; i++)
    sorted_of_old[self->clusters[i].first] = (guint32) i;
  finish_means (self);
  fill_members (self, of, n, sorted_of_old);
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

    if (cell_key (self->clusters[middle].row, self->clusters[middle].column)
        < cell_key (row, column))
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
