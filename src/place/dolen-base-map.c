/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-base-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/dolen-paths.h"
#include "place/dolen-base-map-file.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-ring-clip.h"

/* How far beyond the box shapes are kept, and labels looked for, in pixels. */
#define SHAPE_MARGIN_PX 8
#define LABEL_MARGIN_X_PX 110
#define LABEL_MARGIN_Y_PX 30
#define TOO_NEAR_PX 0.7

struct _DolenBaseMap {
  gatomicrefcount references;
  DolenRawMap *raw;
  DolenGazetteer *gazetteer;
};

/** What is asked for, in the map's own units. */
typedef struct {
  const DolenMercatorBox *box;
  double world_px;
  double unit_px; /* pixels of one unit of the file */
  double x0, y0;  /* the box's top left in units */
} Frame;

DolenBaseMap *
dolen_base_map_load (const char *folder, GError **error)
{
  g_autoptr (DolenBaseMap) self = g_new0 (DolenBaseMap, 1);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "basemap.bin", NULL)
                                         : dolen_path_data ("place/basemap.bin");

  g_atomic_ref_count_init (&self->references);
  self->gazetteer = folder != NULL ? dolen_gazetteer_load (folder, error)
                                   : dolen_gazetteer_ref (dolen_gazetteer_get_bundled ());
  if (self->gazetteer == NULL || (self->raw = dolen_raw_map_read (path, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

DolenBaseMap *
dolen_base_map_ref (DolenBaseMap *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dolen_base_map_unref (DolenBaseMap *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->gazetteer, dolen_gazetteer_unref);
  g_clear_pointer (&self->raw, dolen_raw_map_free);
  g_free (self);
}

const char *
dolen_base_map_credit (void)
{
  /* Translators: shown small on the map. GSHHG and GeoNames are names of data sets, LGPL and CC BY
   * 4.0 of their licences. */
  return _ ("Coast: GSHHG (LGPL). Places: GeoNames (CC BY 4.0).");
}

void
dolen_map_view_free (DolenMapView *view)
{
  if (view == NULL)
    return;
  g_array_unref (view->points);
  g_array_unref (view->shapes);
  g_array_unref (view->labels);
  g_free (view);
}

/* The coarsest band that is fine enough, the finest where none is. */
static const DolenRawBand *
band_for (DolenBaseMap *self, double zoom)
{
  const GPtrArray *bands = self->raw->bands;

  for (guint i = 0; i < bands->len; i++) {
    const DolenRawBand *band = g_ptr_array_index (bands, i);

    if (zoom <= band->max_zoom)
      return band;
  }
  return g_ptr_array_index (bands, bands->len - 1);
}

/* Appends a ring's points in pixels of the frame, those too near to the one before left out. */
static void
project_ring (const Frame *frame, const DolenRawPoint *points, guint n, GArray *out)
{
  DolenMapPoint last = { 0 };

  for (guint i = 0; i < n; i++) {
    DolenMapPoint p = {
      (float) ((points[i].x - frame->x0) * frame->unit_px),
      (float) ((points[i].y - frame->y0) * frame->unit_px),
    };

    if (i > 0 && fabsf (p.x - last.x) < TOO_NEAR_PX && fabsf (p.y - last.y) < TOO_NEAR_PX
        && hypotf (p.x - last.x, p.y - last.y) < TOO_NEAR_PX)
      continue;
    g_array_append_val (out, p);
    last = p;
  }
}

static void
add_shapes (DolenMapView *view, const DolenRawBand *band, const Frame *frame)
{
  double margin = SHAPE_MARGIN_PX / frame->unit_px;
  double width = (frame->box->max_x - frame->box->min_x) * frame->world_px;
  double height = (frame->box->max_y - frame->box->min_y) * frame->world_px;
  DolenRingClip clip = { -SHAPE_MARGIN_PX,
                         -SHAPE_MARGIN_PX,
                         (float) width + SHAPE_MARGIN_PX,
                         (float) height + SHAPE_MARGIN_PX };
  double x1 = frame->x0 + width / frame->unit_px, y1 = frame->y0 + height / frame->unit_px;
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (DolenMapPoint));
  g_autoptr (GArray) spare = g_array_new (FALSE, FALSE, sizeof (DolenMapPoint));

  for (guint i = 0; i < band->rings->len; i++) {
    const DolenRawRing *raw = &g_array_index (band->rings, DolenRawRing, i);
    DolenMapShape shape = { raw->kind, view->points->len, 0 };

    if (raw->max.x < frame->x0 - margin || raw->min.x > x1 + margin
        || raw->max.y < frame->y0 - margin || raw->min.y > y1 + margin)
      continue;
    g_array_set_size (ring, 0);
    project_ring (frame, &g_array_index (band->points, DolenRawPoint, raw->first), raw->n, ring);
    dolen_ring_clip (&clip, ring, spare);
    if (ring->len < 3)
      continue;
    g_array_append_vals (view->points, ring->data, ring->len);
    shape.n = ring->len;
    g_array_append_val (view->shapes, shape);
  }
}

static int
rank_of (const DolenPlace *place)
{
  static const guint32 least[] = { 200000, 50000, 5000, 1000 };
  int rank = 0;

  while (rank < (int) G_N_ELEMENTS (least) && place->population < least[rank])
    rank++;
  return rank;
}

static void
add_labels (DolenMapView *view,
            DolenGazetteer *gazetteer,
            const Frame *frame,
            double zoom,
            DolenLanguage language)
{
  gsize n;
  const DolenPlace *places = dolen_gazetteer_places (gazetteer, &n);
  double width = (frame->box->max_x - frame->box->min_x) * frame->world_px;
  double height = (frame->box->max_y - frame->box->min_y) * frame->world_px;

  for (gsize i = 0; i < n; i++) {
    const DolenPosition *p = &places[i].position;
    DolenMapLabel label = { dolen_place_name (&places[i], language), 0, 0, 0 };

    if (places[i].min_zoom > zoom)
      continue;
    label.x = (float) ((dolen_mercator_x (p->longitude) - frame->box->min_x) * frame->world_px);
    if (label.x < -LABEL_MARGIN_X_PX || label.x > width + LABEL_MARGIN_X_PX)
      continue;
    label.y = (float) ((dolen_mercator_y (p->latitude) - frame->box->min_y) * frame->world_px);
    if (label.y < -LABEL_MARGIN_Y_PX || label.y > height + LABEL_MARGIN_Y_PX)
      continue;
    label.rank = rank_of (&places[i]);
    g_array_append_val (view->labels, label);
  }
}

DolenMapView *
dolen_base_map_view (DolenBaseMap *self,
                     const DolenMercatorBox *box,
                     double zoom,
                     DolenLanguage language)
{
  DolenMapView *view = g_new0 (DolenMapView, 1);
  double units = ldexp (1, (int) self->raw->bits);
  Frame frame = { box, dolen_mercator_world_px (zoom), 0, box->min_x * units, box->min_y * units };

  frame.unit_px = frame.world_px / units;
  view->points = g_array_new (FALSE, FALSE, sizeof (DolenMapPoint));
  view->shapes = g_array_new (FALSE, FALSE, sizeof (DolenMapShape));
  view->labels = g_array_new (FALSE, FALSE, sizeof (DolenMapLabel));
  add_shapes (view, band_for (self, zoom), &frame);
  add_labels (view, self->gazetteer, &frame, zoom, language);
  return view;
}

DolenMapView *
dolen_base_map_tile (DolenBaseMap *self, int zoom, int x, int y, DolenLanguage language)
{
  DolenMercatorBox box = dolen_mercator_tile (zoom, x, y);

  return dolen_base_map_view (self, &box, zoom, language);
}

/* Even-odd: whether a ray to the east crosses the ring an odd number of times. */
static gboolean
ring_holds (const DolenRawPoint *points, guint n, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++) {
    double xi = points[i].x, yi = points[i].y, xj = points[j].x, yj = points[j].y;

    if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi)
      inside = !inside;
  }
  return inside;
}

gboolean
dolen_base_map_is_land (DolenBaseMap *self, double latitude, double longitude)
{
  const GPtrArray *bands = self->raw->bands;
  const DolenRawBand *band = g_ptr_array_index (bands, bands->len - 1);
  double x = ldexp (dolen_mercator_x (longitude), (int) self->raw->bits);
  double y = ldexp (dolen_mercator_y (latitude), (int) self->raw->bits);
  gboolean land = FALSE;

  /* Land comes before the lakes. */
  for (guint i = 0; i < band->rings->len; i++) {
    const DolenRawRing *ring = &g_array_index (band->rings, DolenRawRing, i);

    if (x >= ring->min.x && x <= ring->max.x && y >= ring->min.y && y <= ring->max.y
        && ring_holds (&g_array_index (band->points, DolenRawPoint, ring->first), ring->n, x, y))
      land = ring->kind == DOLEN_MAP_LAND;
  }
  return land;
}
