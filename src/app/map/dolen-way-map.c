/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-way-map.h"

#include "app/map/dolen-base-map-source.h"
#include "place/dolen-distance.h"

#include <math.h>

#define NEAR_KM 9.0    /* half the width of the map where only the place is on it */
#define CLOSEST 12.5   /* the base map shows nothing new beyond */
#define ROOM 0.62      /* of the map that a way takes: names stand beside it */
#define SCALE_MOST 0.3 /* of its width */
#define WORDS 12.0     /* points, before it is made larger */

typedef struct {
  const DolenSheetMap *map;
  cairo_t *cr;
  PangoContext *context;
  double width, height, points;
  DolenLanguage language;
  double left, top, world; /* of the view: mercator, and pixels of the whole world */
} Drawing;

/* ---- which part of the world ---- */

static gboolean
is_point (const DolenPosition *position)
{
  return position->precision_km <= DOLEN_SHEET_POINT_KM;
}

/* How far the ring about a place reaches, in the world's width. */
static double
ring_size (const DolenPosition *position)
{
  return position->precision_km * 1000 / dolen_mercator_metres_per_px (position->latitude, 0)
         / dolen_mercator_world_px (0);
}

static double
choose_zoom (const Drawing *d, DolenMercatorBox *box)
{
  double latitude = d->map->place.latitude;

  if (dolen_position_is_known (&d->map->home))
    return dolen_mercator_fit_zoom (
        box, (int) (d->width * ROOM), (int) (d->height * ROOM), CLOSEST);
  return log2 (dolen_mercator_metres_per_px (latitude, 0) * d->width / (2000 * NEAR_KM));
}

static DolenMercatorBox
place_view (Drawing *d, double *zoom)
{
  DolenMercatorBox box;

  box.min_x = box.max_x = dolen_mercator_x (d->map->place.longitude);
  box.min_y = box.max_y = dolen_mercator_y (d->map->place.latitude);
  if (dolen_position_is_known (&d->map->home)) {
    double x = dolen_mercator_x (d->map->home.longitude);
    double y = dolen_mercator_y (d->map->home.latitude);
    double about = is_point (&d->map->home) ? 0 : ring_size (&d->map->home);

    box = (DolenMercatorBox){ MIN (box.min_x, x - about),
                              MIN (box.min_y, y - about),
                              MAX (box.max_x, x + about),
                              MAX (box.max_y, y + about) };
  }
  *zoom = choose_zoom (d, &box);
  d->world = dolen_mercator_world_px (*zoom);
  d->left = (box.min_x + box.max_x) / 2 - d->width / 2 / d->world;
  d->top = (box.min_y + box.max_y) / 2 - d->height / 2 / d->world;
  return (DolenMercatorBox){
    d->left, d->top, d->left + d->width / d->world, d->top + d->height / d->world
  };
}

/* ---- words ---- */

static PangoLayout *
new_words (const Drawing *d, const char *text, double points, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (d->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell");

  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (d->width * 0.5 * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* On a white ground, kept within the map. @x, @y: its top left. */
static void
draw_words (const Drawing *d, PangoLayout *layout, double x, double y)
{
  PangoRectangle rect;
  double pad = d->points / 5;

  pango_layout_get_pixel_extents (layout, NULL, &rect);
  x = CLAMP (x, pad, MAX (pad, d->width - rect.width - pad));
  y = CLAMP (y, pad, MAX (pad, d->height - rect.height - pad));
  cairo_set_source_rgba (d->cr, 1, 1, 1, 0.9);
  cairo_rectangle (d->cr, x - pad, y - pad / 2, rect.width + 2 * pad, rect.height + pad);
  cairo_fill (d->cr);
  cairo_set_source_rgb (d->cr, 0, 0, 0);
  cairo_move_to (d->cr, x, y);
  pango_cairo_show_layout (d->cr, layout);
  cairo_new_path (d->cr);
}

/* ---- marks ---- */

static void
find_point (const Drawing *d, const DolenPosition *position, double *x, double *y)
{
  *x = (dolen_mercator_x (position->longitude) - d->left) * d->world;
  *y = (dolen_mercator_y (position->latitude) - d->top) * d->world;
}

static void
draw_point (const Drawing *d, double x, double y, double radius, gboolean square)
{
  cairo_new_path (d->cr);
  if (square)
    cairo_rectangle (d->cr, x - radius, y - radius, 2 * radius, 2 * radius);
  else
    cairo_arc (d->cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (d->cr, 1, 1, 1);
  cairo_set_line_width (d->cr, radius);
  cairo_stroke_preserve (d->cr);
  cairo_set_source_rgb (d->cr, 0, 0, 0);
  cairo_fill (d->cr);
}

/* Where only the area is known: a ring about it, never a point that is a guess. */
static void
draw_ring (const Drawing *d, const DolenPosition *position, double x, double y)
{
  cairo_new_path (d->cr);
  cairo_arc (d->cr, x, y, MAX (d->points, ring_size (position) * d->world), 0, 2 * G_PI);
  cairo_set_source_rgb (d->cr, 0, 0, 0);
  cairo_set_line_width (d->cr, d->points / 6);
  cairo_stroke (d->cr);
}

static void
draw_mark (const Drawing *d, const DolenPosition *position, const char *name, gboolean square)
{
  g_autoptr (PangoLayout) words = new_words (d, name, d->points, TRUE);
  double radius = d->points * 0.5, x, y;
  PangoRectangle rect;

  find_point (d, position, &x, &y);
  if (is_point (position))
    draw_point (d, x, y, radius, square);
  else
    draw_ring (d, position, x, y);
  pango_layout_get_pixel_extents (words, NULL, &rect);
  /* The place above its mark, home beneath: they do not meet. */
  draw_words (
      d, words, x - rect.width / 2.0, square ? y + radius * 2.2 : y - radius * 2.2 - rect.height);
}

static void
draw_way (const Drawing *d)
{
  const double dashes[] = { d->points / 3, d->points / 3 };
  double x, y;

  find_point (d, &d->map->home, &x, &y);
  cairo_move_to (d->cr, x, y);
  find_point (d, &d->map->place, &x, &y);
  cairo_line_to (d->cr, x, y);
  cairo_set_dash (d->cr, dashes, 2, 0);
  cairo_set_line_width (d->cr, d->points / 8);
  cairo_set_source_rgb (d->cr, 0, 0, 0);
  cairo_stroke (d->cr);
  cairo_set_dash (d->cr, NULL, 0, 0);
}

/* ---- about the map ---- */

static double
choose_length (const Drawing *d, double km_per_px)
{
  static const double lengths[] = { 0.5, 1, 2, 5, 10, 20, 50, 100, 200 };
  double km = d->map->unit == DOLEN_DISTANCE_KM ? 1 : DOLEN_KM_PER_MILE;
  double best = lengths[0] * km;

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (lengths[i] * km / km_per_px <= d->width * SCALE_MOST)
      best = lengths[i] * km;
  return best;
}

static void
draw_scale (const Drawing *d, double zoom)
{
  double km_per_px = dolen_mercator_metres_per_px (d->map->place.latitude, zoom) / 1000;
  double km = choose_length (d, km_per_px), length = km / km_per_px;
  g_autofree char *text = dolen_distance_text (d->language, d->map->unit, km, 0);
  g_autoptr (PangoLayout) words = new_words (d, text, d->points * 0.8, FALSE);
  double x = d->points, y = d->height - d->points, tick = d->points / 3;
  PangoRectangle rect;

  pango_layout_get_pixel_extents (words, NULL, &rect);
  draw_words (d, words, x, y - tick - rect.height - 2);
  cairo_move_to (d->cr, x, y - tick);
  cairo_line_to (d->cr, x, y);
  cairo_line_to (d->cr, x + length, y);
  cairo_line_to (d->cr, x + length, y - tick);
  cairo_set_line_width (d->cr, MAX (1, d->points / 8));
  cairo_stroke (d->cr);
}

static void
draw_north (const Drawing *d)
{
  /* Translators: north on a map, one letter (gogledd). */
  g_autoptr (PangoLayout) words
             = new_words (d, dolen_ctext (d->language, "map", "N"), d->points, TRUE);
  double x = d->width - d->points * 1.4, y = d->points * 0.6, size = d->points * 0.5;
  PangoRectangle rect;

  pango_layout_get_pixel_extents (words, NULL, &rect);
  draw_words (d, words, x - rect.width / 2.0, y + size * 2.4);
  cairo_move_to (d->cr, x, y);
  cairo_line_to (d->cr, x + size, y + size * 2.2);
  cairo_line_to (d->cr, x, y + size * 1.6);
  cairo_line_to (d->cr, x - size, y + size * 2.2);
  cairo_close_path (d->cr);
  cairo_fill (d->cr);
}

static void
draw_credit (const Drawing *d)
{
  g_autoptr (PangoLayout) words = new_words (d, dolen_base_map_credit (), 6, FALSE);
  PangoRectangle rect;

  pango_layout_get_pixel_extents (words, NULL, &rect);
  draw_words (d, words, d->width - rect.width, d->height - rect.height);
}

static void
draw_ground (Drawing *d, double *zoom)
{
  DolenBaseMap *base = dolen_base_map_bundled ();
  DolenMercatorBox box = place_view (d, zoom);
  g_autoptr (DolenMapView) view = NULL;

  if (base == NULL)
    return;
  view = dolen_base_map_view (base, &box, *zoom, d->language);
  dolen_base_map_draw (d->cr, view, FALSE);
}

void
dolen_way_map_draw (const DolenSheetMap *map,
                    cairo_t *cr,
                    PangoContext *context,
                    double width,
                    double height,
                    double points,
                    DolenLanguage language)
{
  double scale = points / WORDS; /* large print makes the names of places large too */
  Drawing d = { map, cr, context, width / scale, height / scale, WORDS, language, 0, 0, 0 };
  double zoom;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, d.width, d.height);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  draw_ground (&d, &zoom);
  if (dolen_position_is_known (&map->home)) {
    if (is_point (&map->home))
      draw_way (&d);
    draw_mark (&d, &map->home, map->home_name, TRUE);
  }
  draw_mark (&d, &map->place, map->place_name, FALSE);
  draw_scale (&d, zoom);
  draw_north (&d);
  draw_credit (&d);
  cairo_rectangle (cr, 0, 0, d.width, d.height);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}
