/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-points-layer.h"

#include "app/map/dolen-pin-textures.h"
#include "place/dolen-cluster.h"
#include "place/dolen-mercator.h"

#include <adwaita.h>
#include <math.h>

struct _DolenPointsLayer {
  ShumateLayer parent_instance;

  GArray *points;             /* (owned) of DolenMapPin */
  double *x, *y;              /* (owned) the points in mercator 0..1, NAN nowhere */
  DolenClusters *clusters;    /* (owned) (nullable) of the whole zoom last drawn */
  GArray *visible;            /* (owned) of DolenClusterHit, kept between frames */
  DolenPinTextures *pictures; /* (owned) */
  gint64 selected;            /* id, 0: none */
  double ring_latitude, ring_longitude, ring_km;
};

G_DEFINE_FINAL_TYPE (DolenPointsLayer, dolen_points_layer, SHUMATE_TYPE_LAYER)

/* What is on the screen now. */
typedef struct {
  double zoom, world_px;
  double x, y; /* mercator of the centre */
  int width, height;
} View;

static View
get_view (DolenPointsLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  View view;

  view.zoom = shumate_viewport_get_zoom_level (viewport);
  view.world_px = dolen_mercator_world_px (view.zoom);
  view.x = dolen_mercator_x (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)));
  view.y = dolen_mercator_y (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));
  view.width = gtk_widget_get_width (GTK_WIDGET (self));
  view.height = gtk_widget_get_height (GTK_WIDGET (self));
  return view;
}

static double
to_px_x (const View *view, double x)
{
  return (x - view->x) * view->world_px + view->width / 2.0;
}

static double
to_px_y (const View *view, double y)
{
  return (y - view->y) * view->world_px + view->height / 2.0;
}

static DolenClusters *
get_clusters (DolenPointsLayer *self, const View *view)
{
  int zoom = (int) floor (view->zoom);

  if (self->clusters != NULL && dolen_clusters_get_zoom (self->clusters) != zoom)
    g_clear_pointer (&self->clusters, dolen_clusters_free);
  if (self->clusters == NULL)
    self->clusters = dolen_clusters_new (self->x, self->y, self->points->len, zoom);
  return self->clusters;
}

static void
append_picture (GtkSnapshot *snapshot, GdkTexture *texture, double px, double py, double radius)
{
  graphene_rect_t rect;

  graphene_rect_init (&rect,
                      (float) round (px - radius),
                      (float) round (py - radius),
                      (float) (2 * radius),
                      (float) (2 * radius));
  gtk_snapshot_append_texture (snapshot, texture, &rect);
}

static void
draw_ring (DolenPointsLayer *self, GtkSnapshot *snapshot, const View *view)
{
  double metres = dolen_mercator_metres_per_px (self->ring_latitude, view->zoom);
  double r = self->ring_km * 1000 / metres;
  double px = to_px_x (view, dolen_mercator_x (self->ring_longitude));
  double py = to_px_y (view, dolen_mercator_y (self->ring_latitude));
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));
  cairo_arc (cr, px, py, r, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, dark ? 0.45 : 0.11, dark ? 0.76 : 0.42, dark ? 0.76 : 0.44, 0.08);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, dark ? 0.45 : 0.11, dark ? 0.76 : 0.42, dark ? 0.76 : 0.44, 0.9);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, (const double[]){ 6, 4 }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Where distances are measured from: a small cross in a circle. */
static void
draw_middle (DolenPointsLayer *self, GtkSnapshot *snapshot, const View *view)
{
  double px = to_px_x (view, dolen_mercator_x (self->ring_longitude));
  double py = to_px_y (view, dolen_mercator_y (self->ring_latitude));
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));
  for (int under = 1; under >= 0; under--) {
    double bright = under == dark ? 0.1 : 1.0;

    cairo_set_source_rgba (cr, bright, bright, bright, 0.9);
    cairo_set_line_width (cr, under ? 5 : 2);
    cairo_new_sub_path (cr);
    cairo_arc (cr, px, py, 7, 0, 2 * G_PI);
    cairo_move_to (cr, px - 12, py);
    cairo_line_to (cr, px + 12, py);
    cairo_move_to (cr, px, py - 12);
    cairo_line_to (cr, px, py + 12);
    cairo_stroke (cr);
  }
  cairo_destroy (cr);
}

static void
draw_cluster (DolenPointsLayer *self,
              GtkSnapshot *snapshot,
              const View *view,
              const DolenClusters *clusters,
              const DolenClusterHit *hit)
{
  const DolenCluster *cluster = &dolen_clusters_get (clusters, NULL)[hit->index];
  PangoContext *font = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double radius, px = to_px_x (view, hit->x), py = to_px_y (view, hit->y);
  GdkTexture *texture;

  if (cluster->n > 1) {
    texture = dolen_pin_textures_bubble (self->pictures, font, cluster->n, &radius);
  } else {
    gsize n;
    guint32 index = dolen_clusters_members (clusters, hit->index, &n)[0];
    const DolenMapPin *point = &g_array_index (self->points, DolenMapPin, index);

    texture = dolen_pin_textures_pin (self->pictures, point->shape, FALSE, &radius);
  }
  append_picture (snapshot, texture, px, py, radius);
}

static void
draw_selected (DolenPointsLayer *self, GtkSnapshot *snapshot, const View *view)
{
  for (guint i = 0; self->selected != 0 && i < self->points->len; i++) {
    const DolenMapPin *point = &g_array_index (self->points, DolenMapPin, i);
    double radius;
    GdkTexture *texture;

    if (point->id != self->selected || isnan (self->x[i]))
      continue;
    texture = dolen_pin_textures_pin (self->pictures, point->shape, TRUE, &radius);
    append_picture (
        snapshot, texture, to_px_x (view, self->x[i]), to_px_y (view, self->y[i]), radius);
    return;
  }
}

static void
dolen_points_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DolenPointsLayer *self = DOLEN_POINTS_LAYER (widget);
  View view = get_view (self);
  double half_x = (view.width / 2.0 + 40) / view.world_px;
  double half_y = (view.height / 2.0 + 40) / view.world_px;
  DolenMercatorBox box = { view.x - half_x, view.y - half_y, view.x + half_x, view.y + half_y };
  DolenClusters *clusters = get_clusters (self, &view);

  dolen_pin_textures_set_theme (self->pictures,
                                adw_style_manager_get_dark (adw_style_manager_get_default ()),
                                gtk_widget_get_scale_factor (widget));
  if (!isnan (self->ring_km) && self->ring_km > 0)
    draw_ring (self, snapshot, &view);
  if (!isnan (self->ring_km))
    draw_middle (self, snapshot, &view);
  g_array_set_size (self->visible, 0);
  dolen_clusters_query (clusters, &box, self->visible);
  for (guint i = 0; i < self->visible->len; i++)
    draw_cluster (
        self, snapshot, &view, clusters, &g_array_index (self->visible, DolenClusterHit, i));
  draw_selected (self, snapshot, &view);
}

static void
dolen_points_layer_constructed (GObject *object)
{
  ShumateViewport *viewport;

  G_OBJECT_CLASS (dolen_points_layer_parent_class)->constructed (object);
  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));
  g_signal_connect_object (
      viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw),
                           object,
                           G_CONNECT_SWAPPED);
}

static void
dolen_points_layer_finalize (GObject *object)
{
  DolenPointsLayer *self = DOLEN_POINTS_LAYER (object);

  g_array_unref (self->points);
  g_array_unref (self->visible);
  g_clear_pointer (&self->clusters, dolen_clusters_free);
  dolen_pin_textures_free (self->pictures);
  g_free (self->x);
  g_free (self->y);
  G_OBJECT_CLASS (dolen_points_layer_parent_class)->finalize (object);
}

static void
dolen_points_layer_class_init (DolenPointsLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dolen_points_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = dolen_points_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = dolen_points_layer_snapshot;
}

static void
dolen_points_layer_init (DolenPointsLayer *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (DolenMapPin));
  self->visible = g_array_new (FALSE, FALSE, sizeof (DolenClusterHit));
  self->pictures = dolen_pin_textures_new ();
  self->ring_km = NAN;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

DolenPointsLayer *
dolen_points_layer_new (ShumateViewport *viewport)
{
  return g_object_new (DOLEN_TYPE_POINTS_LAYER, "viewport", viewport, NULL);
}

void
dolen_points_layer_set_points (DolenPointsLayer *self, const DolenMapPin *points, gsize n)
{
  g_return_if_fail (DOLEN_IS_POINTS_LAYER (self));

  g_array_set_size (self->points, 0);
  if (n > 0)
    g_array_append_vals (self->points, points, (guint) n);
  self->x = g_renew (double, self->x, MAX (n, 1));
  self->y = g_renew (double, self->y, MAX (n, 1));
  for (gsize i = 0; i < n; i++) {
    gboolean known = !isnan (points[i].latitude) && !isnan (points[i].longitude);

    self->x[i] = known ? dolen_mercator_x (points[i].longitude) : NAN;
    self->y[i] = known ? dolen_mercator_y (points[i].latitude) : NAN;
  }
  g_clear_pointer (&self->clusters, dolen_clusters_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const DolenMapPin *
dolen_points_layer_get_points (DolenPointsLayer *self, gsize *n)
{
  g_return_val_if_fail (DOLEN_IS_POINTS_LAYER (self), NULL);

  *n = self->points->len;
  return (const DolenMapPin *) (gpointer) self->points->data;
}

void
dolen_points_layer_set_selected (DolenPointsLayer *self, gint64 id)
{
  g_return_if_fail (DOLEN_IS_POINTS_LAYER (self));

  if (self->selected == id)
    return;
  self->selected = id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
dolen_points_layer_get_selected (DolenPointsLayer *self)
{
  g_return_val_if_fail (DOLEN_IS_POINTS_LAYER (self), 0);
  return self->selected;
}

void
dolen_points_layer_set_ring (DolenPointsLayer *self, double latitude, double longitude, double km)
{
  g_return_if_fail (DOLEN_IS_POINTS_LAYER (self));

  self->ring_latitude = latitude;
  self->ring_longitude = longitude;
  self->ring_km = isnan (latitude) || isnan (longitude) ? NAN : km;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GArray *
dolen_points_layer_hit (DolenPointsLayer *self, double x, double y, double slack)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  View view;
  DolenClusters *clusters;
  gssize index;
  gsize n = 0;

  g_return_val_if_fail (DOLEN_IS_POINTS_LAYER (self), ids);

  view = get_view (self);
  clusters = get_clusters (self, &view);
  index = dolen_clusters_hit (clusters,
                              view.x + (x - view.width / 2.0) / view.world_px,
                              view.y + (y - view.height / 2.0) / view.world_px,
                              view.world_px,
                              slack);
  if (index < 0)
    return ids;
  for (const guint32 *m = dolen_clusters_members (clusters, (gsize) index, &n); n > 0; n--, m++)
    g_array_append_val (ids, g_array_index (self->points, DolenMapPin, *m).id);
  return ids;
}
