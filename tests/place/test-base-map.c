/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-base-map.h"

#include <math.h>

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "place/dolen-gazetteer.h"
#include "support/dolen-test.h"

static DolenBaseMap *
load (void)
{
  g_autoptr (GError) error = NULL;
  DolenBaseMap *map = dolen_base_map_load (NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_land_and_sea_are_told_apart (void)
{
  static const double land[][2] = {
    { 52.2195, -3.933 }, /* Tregaron */
    { 52.4153, -4.07 },  /* Aberystwyth */
    { 53.27, -4.35 },    /* Anglesey */
    { 52.76, -4.79 },    /* Bardsey */
    { 53.35, -6.26 },    /* Dublin */
    { 54.2, -4.5 },      /* Isle of Man */
    { 50.0, 1.9 },       /* Picardy, closed along the rim of the cut */
    { 60.3, -1.2 },      /* Shetland */
    { 53.6, -0.65 },     /* Scunthorpe */
    { 51.75, -3.4 },
  };
  static const double sea[][2] = {
    { 52.4, -4.6 }, /* Cardigan Bay */
    { 53.6, -5 },   /* Irish Sea */
    { 51.3, -3.6 }, /* Bristol Channel */
    { 50.2, -2 },   /* the Channel */
    { 55, 1 },      /* North Sea */
    { 54.6, -6.4 }, /* Lough Neagh */
  };
  g_autoptr (DolenBaseMap) map = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (land); i++)
    if (!dolen_base_map_is_land (map, land[i][0], land[i][1]))
      g_error ("%g, %g should be land", land[i][0], land[i][1]);
  for (gsize i = 0; i < G_N_ELEMENTS (sea); i++)
    if (dolen_base_map_is_land (map, sea[i][0], sea[i][1]))
      g_error ("%g, %g should be water", sea[i][0], sea[i][1]);
}

/* Our own positions are from memory and a grid reference: none may have landed in the sea. */
static void
test_welsh_places_stand_on_land (void)
{
  g_autoptr (DolenBaseMap) map = load ();
  guint wet = 0;
  gsize n;
  const DolenPlace *places = dolen_gazetteer_places (dolen_gazetteer_get_bundled (), &n);

  for (gsize i = 0; i < n; i++) {
    const DolenPosition *p = &places[i].position;

    if (!g_str_equal (places[i].nation, "WLS")
        || dolen_base_map_is_land (map, p->latitude, p->longitude))
      continue;
    g_test_message ("%s is in the water", places[i].name_en);
    wet++;
  }
  /* A harbour's middle may lie between its quays. */
  g_assert_cmpuint (wet, <=, 8);
}

static const DolenMapLabel *
label_of (const DolenMapView *view, const char *text)
{
  for (guint i = 0; i < view->labels->len; i++)
    if (g_str_equal (g_array_index (view->labels, DolenMapLabel, i).text, text))
      return &g_array_index (view->labels, DolenMapLabel, i);
  return NULL;
}

static void
test_names_are_in_the_language_asked_for (void)
{
  g_autoptr (DolenBaseMap) map = load ();
  /* The tile of Cardigan at zoom 10. */
  int x = (int) (dolen_mercator_x (-4.662) * 1024), y = (int) (dolen_mercator_y (52.084) * 1024);
  g_autoptr (DolenMapView) english = dolen_base_map_tile (map, 10, x, y, DOLEN_LANGUAGE_EN);
  g_autoptr (DolenMapView) welsh = dolen_base_map_tile (map, 10, x, y, DOLEN_LANGUAGE_CY);
  const DolenMapLabel *one = label_of (english, "Cardigan");
  const DolenMapLabel *other = label_of (welsh, "Aberteifi");

  g_assert (one != NULL && other != NULL);
  g_assert_cmpfloat (one->x, ==, other->x);
  g_assert_true (one->x >= 0 && one->x < 256 && one->y >= 0 && one->y < 256);
  g_assert_null (label_of (welsh, "Cardigan"));
  g_assert_cmpuint (english->labels->len, ==, welsh->labels->len);
}

static void
test_more_names_appear_the_nearer_one_looks (void)
{
  g_autoptr (DolenBaseMap) map = load ();
  DolenMercatorBox ceredigion = {
    dolen_mercator_x (-4.7), dolen_mercator_y (52.5), dolen_mercator_x (-3.7), dolen_mercator_y (52)
  };
  guint before = 0;

  for (int zoom = 6; zoom <= 14; zoom++) {
    g_autoptr (DolenMapView) view = dolen_base_map_view (map, &ceredigion, zoom, DOLEN_LANGUAGE_CY);

    /* The margin in degrees shrinks with the zoom, so the very last steps may lose a few. */
    if (zoom <= 11)
      g_assert_cmpuint (view->labels->len, >=, before);
    before = view->labels->len;
    if (zoom == 7)
      g_assert_nonnull (label_of (view, "Aberystwyth"));
    if (zoom == 12)
      g_assert_nonnull (label_of (view, "Llangrannog"));
  }
  g_assert_cmpuint (before, >, 60);
}

/* Even-odd, as cairo fills. */
static gboolean
shape_holds (const DolenMapView *view, const DolenMapShape *shape, float x, float y)
{
  gboolean holds = FALSE;

  for (guint i = 0, j = shape->n - 1; i < shape->n; j = i++) {
    DolenMapPoint a = g_array_index (view->points, DolenMapPoint, shape->first + i);
    DolenMapPoint b = g_array_index (view->points, DolenMapPoint, shape->first + j);

    if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
      holds = !holds;
  }
  return holds;
}

/* The share of the tile that is painted as land, by counting pixel centres. */
static double
land_share (const DolenMapView *view)
{
  guint inside = 0;

  for (int py = 4; py < 256; py += 8)
    for (int px = 4; px < 256; px += 8) {
      gboolean land = FALSE;

      for (guint s = 0; s < view->shapes->len; s++) {
        const DolenMapShape *shape = &g_array_index (view->shapes, DolenMapShape, s);

        if (shape_holds (view, shape, px, py))
          land = shape->kind == DOLEN_MAP_LAND;
      }
      inside += land;
    }
  return inside / 1024.;
}

static void
test_a_tile_paints_what_is_land (void)
{
  g_autoptr (DolenBaseMap) map = load ();

  for (int zoom = 6; zoom <= 14; zoom++) {
    int n = 1 << zoom;
    int y = (int) (dolen_mercator_y (52.25) * n);
    int inland = (int) (dolen_mercator_x (-3.75) * n), sea = (int) (dolen_mercator_x (-5.3) * n);
    g_autoptr (DolenMapView) land = dolen_base_map_tile (map, zoom, inland, y, DOLEN_LANGUAGE_EN);
    g_autoptr (DolenMapView) water = dolen_base_map_tile (map, zoom, sea, y, DOLEN_LANGUAGE_EN);

    g_assert_cmpuint (land->points->len, <, 30000);
    if (zoom >= 10) {
      g_assert_cmpfloat (land_share (land), >, 0.97);
      g_assert_cmpfloat (land_share (water), ==, 0);
    } else if (zoom >= 7) {
      g_assert_cmpfloat (land_share (land), >, 0.3);
    }
  }
}

/* All that is given must lie in the tile and its margin, however the coast winds. */
static void
test_shapes_are_cut_to_the_tile (void)
{
  g_autoptr (DolenBaseMap) map = load ();

  for (int x = 246; x <= 252; x++)
    for (int y = 164; y <= 170; y++) {
      g_autoptr (DolenMapView) view = dolen_base_map_tile (map, 9, x, y, DOLEN_LANGUAGE_EN);
      DolenMapShapeKind kind = DOLEN_MAP_LAND;

      for (guint i = 0; i < view->points->len; i++) {
        const DolenMapPoint *p = &g_array_index (view->points, DolenMapPoint, i);

        g_assert_true (p->x >= -8.01 && p->x <= 264.01 && p->y >= -8.01 && p->y <= 264.01);
      }
      for (guint i = 0; i < view->shapes->len; i++) {
        const DolenMapShape *shape = &g_array_index (view->shapes, DolenMapShape, i);

        g_assert_cmpuint (shape->n, >=, 3);
        g_assert_cmpuint (shape->first + shape->n, <=, view->points->len);
        g_assert_cmpint (shape->kind, >=, kind);
        kind = shape->kind;
      }
    }
}

static void
test_a_damaged_map_is_refused_whole (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *path = g_build_filename (folder, "basemap.bin", NULL);
  static const char *const tables[] = { "places.tsv", "postcodes.tsv" };
  g_autofree char *original = dolen_path_data ("place/basemap.bin");
  g_autofree char *bytes = NULL;
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *relative = g_build_filename ("place", tables[i], NULL);
    g_autofree char *from = dolen_path_data (relative);
    g_autofree char *to = g_build_filename (folder, tables[i], NULL);
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
    g_assert_true (g_file_set_contents (to, text, -1, NULL));
  }
  g_assert_true (g_file_get_contents (original, &bytes, &length, NULL));
  for (gsize at = 0; at < length; at += length / 11) {
    g_autoptr (GError) error = NULL;

    bytes[at] ^= 0x40;
    g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
    g_assert_null (dolen_base_map_load (folder, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
    bytes[at] ^= 0x40;
    g_clear_error (&error);
    g_assert_true (g_file_set_contents (path, bytes, (gssize) at, NULL));
    g_assert_null (dolen_base_map_load (folder, &error));
    g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  }
}

#define ADD(name) g_test_add_func ("/place/base-map/" #name, test_##name)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (land_and_sea_are_told_apart);
  ADD (welsh_places_stand_on_land);
  ADD (names_are_in_the_language_asked_for);
  ADD (more_names_appear_the_nearer_one_looks);
  ADD (a_tile_paints_what_is_land);
  ADD (shapes_are_cut_to_the_tile);
  ADD (a_damaged_map_is_refused_whole);
  return g_test_run ();
}
