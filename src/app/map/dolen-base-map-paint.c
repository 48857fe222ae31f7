/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-base-map-source.h"

#define TILE 256

typedef struct {
  double r, g, b;
} Ink;

/* Calm colours on which pins and names stand out in both themes. */
static const Ink sea[] = { { 0.82, 0.88, 0.90 }, { 0.10, 0.14, 0.17 } };
static const Ink land[] = { { 0.96, 0.96, 0.93 }, { 0.20, 0.22, 0.23 } };
static const Ink shore[] = { { 0.62, 0.71, 0.74 }, { 0.36, 0.42, 0.45 } };
static const Ink words[] = { { 0.22, 0.25, 0.27 }, { 0.85, 0.87, 0.88 } };
static const int sizes[] = { 13, 12, 11, 10, 9 }; /* points by rank */

static void
use (cairo_t *cr, const Ink *ink)
{
  cairo_set_source_rgb (cr, ink->r, ink->g, ink->b);
}

static void
paint_shapes (cairo_t *cr, const DolenMapView *view, gboolean dark)
{
  for (guint i = 0; i < view->shapes->len; i++) {
    const DolenMapShape *shape = &g_array_index (view->shapes, DolenMapShape, i);

    for (guint k = 0; k < shape->n; k++) {
      const DolenMapPoint *p = &g_array_index (view->points, DolenMapPoint, shape->first + k);
      cairo_line_to (cr, p->x, p->y);
    }
    cairo_close_path (cr);
    use (cr, shape->kind == DOLEN_MAP_LAND ? &land[dark] : &sea[dark]);
    cairo_fill_preserve (cr);
    use (cr, &shore[dark]);
    cairo_set_line_width (cr, 1);
    cairo_stroke (cr);
  }
}

static void
paint_label (cairo_t *cr, PangoLayout *layout, const DolenMapLabel *label, gboolean dark)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  int rank = CLAMP (label->rank, 0, (int) G_N_ELEMENTS (sizes) - 1);
  int width, height;

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_size (font, sizes[rank] * PANGO_SCALE * 72 / 96);
  if (rank <= 1)
    pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, label->text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  use (cr, &words[dark]);
  cairo_arc (cr, label->x, label->y, 1.8, 0, 2 * G_PI);
  cairo_fill (cr);
  /* A halo of the land's colour keeps the name readable over the shore. */
  cairo_move_to (cr, label->x - width / 2.0, label->y + 3);
  pango_cairo_layout_path (cr, layout);
  use (cr, &land[dark]);
  cairo_set_line_width (cr, 3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_move_to (cr, label->x - width / 2.0, label->y + 3);
  use (cr, &words[dark]);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
paint_labels (cairo_t *cr, const DolenMapView *view, gboolean dark)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  for (guint i = 0; i < view->labels->len; i++)
    paint_label (cr, layout, &g_array_index (view->labels, DolenMapLabel, i), dark);
}

void
dolen_base_map_draw (cairo_t *cr, const DolenMapView *view, gboolean dark)
{
  dark = dark ? 1 : 0;
  use (cr, &sea[dark]);
  cairo_paint (cr);
  paint_shapes (cr, view, dark);
  paint_labels (cr, view, dark);
}

DolenBaseMap *
dolen_base_map_bundled (void)
{
  static DolenBaseMap *base = NULL;
  g_autoptr (GError) error = NULL;

  if (base == NULL)
    base = dolen_base_map_load (NULL, &error);
  if (error != NULL)
    g_warning ("%s", error->message);
  return base;
}

/* On GTK 4.8 with the cairo renderer a texture of this format draws nine times faster than cairo's
 * own (feasibility, section 2). */
static GdkTexture *
to_rgb_texture (cairo_surface_t *surface)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *rgb = g_malloc (TILE * TILE * 3);
  guchar *out = rgb;
  g_autoptr (GBytes) bytes = NULL;

  for (int y = 0; y < TILE; y++) {
    const guint32 *row = (const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride);

    for (int x = 0; x < TILE; x++) {
      *out++ = (guchar) (row[x] >> 16);
      *out++ = (guchar) (row[x] >> 8);
      *out++ = (guchar) row[x];
    }
  }
  bytes = g_bytes_new_take (rgb, TILE * TILE * 3);
  return gdk_memory_texture_new (TILE, TILE, GDK_MEMORY_R8G8B8, bytes, TILE * 3);
}

GdkTexture *
dolen_base_map_paint (
    DolenBaseMap *map, int zoom, int x, int y, DolenLanguage language, gboolean dark)
{
  g_autoptr (DolenMapView) view = dolen_base_map_tile (map, zoom, x, y, language);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TILE, TILE);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture;

  dolen_base_map_draw (cr, view, dark);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  texture = to_rgb_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
}
