/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-cluster.h"
#include "support/dolen-test.h"

#include <math.h>

static const DolenMercatorBox world = { 0, 0, 1, 1 };

static gsize
query_count (const DolenClusters *clusters, const DolenMercatorBox *box)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DolenClusterHit));

  dolen_clusters_query (clusters, box, hits);
  return hits->len;
}

static void
test_no_point_and_one_point (void)
{
  double x = 0.49, y = 0.33;
  g_autoptr (DolenClusters) none = dolen_clusters_new (NULL, NULL, 0, 8);
  g_autoptr (DolenClusters) one = dolen_clusters_new (&x, &y, 1, 8);
  const DolenCluster *c;
  gsize n;

  dolen_clusters_get (none, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (query_count (none, &world), ==, 0);
  g_assert_cmpint (dolen_clusters_hit (none, x, y, 65536, 4), ==, -1);
  c = dolen_clusters_get (one, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (c->x, ==, x);
  g_assert_cmpfloat (c->bounds.max_y, ==, y);
  g_assert_true (dolen_cluster_is_one_spot (c));
  g_assert_cmpuint (query_count (one, &world), ==, 1);
}

static void
test_points_at_one_spot_never_part (void)
{
  double x[1000], y[1000];

  for (int i = 0; i < 1000; i++) {
    x[i] = 0.4891234567;
    y[i] = 0.3301234567;
  }
  for (int zoom = 0; zoom <= DOLEN_CLUSTER_MAX_ZOOM; zoom++) {
    g_autoptr (DolenClusters) clusters = dolen_clusters_new (x, y, 1000, zoom);
    gsize n, members;
    const DolenCluster *c = dolen_clusters_get (clusters, &n);
    const guint32 *list = dolen_clusters_members (clusters, 0, &members);

    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpuint (members, ==, 1000);
    g_assert_cmpuint (list[0], ==, 0);
    g_assert_cmpuint (list[999], ==, 999);
    g_assert_true (dolen_cluster_is_one_spot (c));
    g_assert_cmpfloat (c->x, ==, x[0]);
  }
}

static void
test_points_without_a_place_are_left_out (void)
{
  double x[] = { NAN, 0.2, INFINITY }, y[] = { 0.2, 0.2, 0.2 };
  g_autoptr (DolenClusters) clusters = dolen_clusters_new (x, y, 3, 4);
  gsize n;

  dolen_clusters_get (clusters, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (dolen_clusters_find_member (clusters, 0), ==, -1);
  g_assert_cmpint (dolen_clusters_find_member (clusters, 1), ==, 0);
}

static void
test_a_look_across_the_antimeridian_sees_both_sides (void)
{
  double x[] = { 0.999, 0.001, 0.5 }, y[] = { 0.5, 0.5, 0.5 };
  g_autoptr (DolenClusters) clusters = dolen_clusters_new (x, y, 3, 6);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DolenClusterHit));
  DolenMercatorBox east = { 0.99, 0.4, 1.01, 0.6 }, west = { -0.01, 0.4, 0.01, 0.6 };

  dolen_clusters_query (clusters, &east, hits);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpfloat (g_array_index (hits, DolenClusterHit, 0).x, ==, 0.999);
  g_assert_cmpfloat (g_array_index (hits, DolenClusterHit, 1).x, ==, 1.001);
  g_array_set_size (hits, 0);
  dolen_clusters_query (clusters, &west, hits);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (hits, DolenClusterHit, 0).x, -0.001, 1e-12);
  /* A pointer just east of the line, in the coordinates of a view that began west of it. */
  g_assert_cmpint (dolen_clusters_hit (clusters, 1.001, 0.5, 16384, 4),
                   ==,
                   dolen_clusters_find_member (clusters, 1));
}

static void
test_the_pointer_hits_the_nearest_bubble (void)
{
  /* At zoom 10 the world is 262144 px: 20 px apart, and 200 px apart, in cells of their own. */
  double px = 1 / 262144.;
  double x[] = { 0.5 - 10 * px, 0.5 + 10 * px, 0.5 + 210 * px }, y[] = { 0.3, 0.3, 0.3 };
  g_autoptr (DolenClusters) clusters = dolen_clusters_new (x, y, 3, 10);
  double world_px = dolen_mercator_world_px (10);
  gsize n;

  dolen_clusters_get (clusters, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (dolen_clusters_hit (clusters, 0.5 - 9 * px, 0.3, world_px, 4), ==, 0);
  g_assert_cmpint (dolen_clusters_hit (clusters, 0.5 + 3 * px, 0.3, world_px, 4), ==, 1);
  g_assert_cmpint (
      dolen_clusters_hit (clusters, 0.5 + 210 * px, 0.3 + 11 * px, world_px, 4), ==, 2);
  g_assert_cmpint (
      dolen_clusters_hit (clusters, 0.5 + 210 * px, 0.3 + 13 * px, world_px, 4), ==, -1);
  g_assert_cmpint (
      dolen_clusters_hit (clusters, 0.5 + 210 * px, 0.3 + 13 * px, world_px, 12), ==, 2);
}

/* Points as a feed has them: many at towns, some anywhere. Seeded: always the same. */
static void
scatter (double *x, double *y, gsize n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize i = 0; i < n; i++) {
    double spread = i % 3 == 0 ? 0.02 : 0.0005;
    double town = g_rand_int_range (random, 0, 40) / 40.;

    x[i] = 0.48 + 0.02 * town + g_rand_double (random) * spread;
    y[i] = 0.32 + 0.02 * fmod (town * 17, 1) + g_rand_double (random) * spread;
  }
}

static void
check_set (const DolenClusters *clusters, const double *x, const double *y, gsize n)
{
  gsize n_clusters, total = 0;
  const DolenCluster *all = dolen_clusters_get (clusters, &n_clusters);
  g_autofree guint8 *seen = g_new0 (guint8, n);

  for (gsize i = 0; i < n_clusters; i++) {
    gsize members;
    const guint32 *list = dolen_clusters_members (clusters, i, &members);

    g_assert_cmpuint (members, ==, all[i].n);
    if (i > 0)
      g_assert_true (all[i - 1].row < all[i].row
                     || (all[i - 1].row == all[i].row && all[i - 1].column < all[i].column));
    for (gsize k = 0; k < members; k++) {
      g_assert_cmpuint (seen[list[k]]++, ==, 0);
      g_assert_true (x[list[k]] >= all[i].bounds.min_x && x[list[k]] <= all[i].bounds.max_x);
      g_assert_true (y[list[k]] >= all[i].bounds.min_y && y[list[k]] <= all[i].bounds.max_y);
    }
    total += members;
  }
  g_assert_cmpuint (total, ==, n);
  g_assert_cmpuint (query_count (clusters, &world), ==, n_clusters);
}

static void
test_a_hundred_thousand_points_all_stand_in_one_cluster_each (void)
{
  const gsize n = 100000;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);

  scatter (x, y, n);
  for (int zoom = 4; zoom <= 14; zoom += 5) {
    g_autoptr (DolenClusters) clusters = dolen_clusters_new (x, y, n, zoom);
    g_autoptr (DolenClusters) again = dolen_clusters_new (x, y, n, zoom);
    gsize n_clusters, n_again;
    const DolenCluster *one = dolen_clusters_get (clusters, &n_clusters);
    const DolenCluster *other = dolen_clusters_get (again, &n_again);

    check_set (clusters, x, y, n);
    g_assert_cmpmem (
        one, n_clusters * sizeof (DolenCluster), other, n_again * sizeof (DolenCluster));
  }
}

/* Against the plain way: every cluster whose cell the box touches, found by looking at all. */
static void
test_a_query_finds_what_a_walk_over_all_finds (void)
{
  const gsize n = 5000;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  g_autoptr (DolenClusters) clusters = NULL;
  double cell = DOLEN_CLUSTER_CELL_PX / dolen_mercator_world_px (11);
  gsize n_clusters;
  const DolenCluster *all;

  scatter (x, y, n);
  clusters = dolen_clusters_new (x, y, n, 11);
  all = dolen_clusters_get (clusters, &n_clusters);
  for (int i = 0; i < 50; i++) {
    DolenMercatorBox box = { 0.48 + i * 0.0004, 0.32 + i * 0.0003, 0, 0 };
    gsize expected = 0;

    box.max_x = box.min_x + 0.003;
    box.max_y = box.min_y + 0.002;
    for (gsize k = 0; k < n_clusters; k++)
      expected += all[k].row >= floor (box.min_y / cell) && all[k].row <= floor (box.max_y / cell)
                  && all[k].column >= floor (box.min_x / cell)
                  && all[k].column <= floor (box.max_x / cell);
    g_assert_cmpuint (query_count (clusters, &box), ==, expected);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/place/cluster/no point and one point", test_no_point_and_one_point);
  g_test_add_func ("/place/cluster/points at one spot never part",
                   test_points_at_one_spot_never_part);
  g_test_add_func ("/place/cluster/points without a place are left out",
                   test_points_without_a_place_are_left_out);
  g_test_add_func ("/place/cluster/a look across the antimeridian sees both sides",
                   test_a_look_across_the_antimeridian_sees_both_sides);
  g_test_add_func ("/place/cluster/the pointer hits the nearest bubble",
                   test_the_pointer_hits_the_nearest_bubble);
  g_test_add_func ("/place/cluster/a hundred thousand points all stand in one cluster each",
                   test_a_hundred_thousand_points_all_stand_in_one_cluster_each);
  g_test_add_func ("/place/cluster/a query finds what a walk over all finds",
                   test_a_query_finds_what_a_walk_over_all_finds);
  return g_test_run ();
}
