/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/map/dolen-pin-textures.h"

#include "place/dolen-cluster.h"

#include <math.h>

struct _DolenPinTextures {
  GHashTable *pictures; /* (owned) key: guint64, value: GdkTexture (owned) */
  gboolean dark;
  int scale;
};

/* Slate teal, the accent of the application (ui/style.css), and what stands on it. */
static const GdkRGBA accent_light = { 0.11f, 0.42f, 0.44f, 1.0f };
static const GdkRGBA accent_dark = { 0.45f, 0.76f, 0.76f, 1.0f };
static const GdkRGBA paper_light = { 1.0f, 1.0f, 1.0f, 1.0f };
static const GdkRGBA paper_dark = { 0.12f, 0.13f, 0.14f, 1.0f };

#define PIN_RADIUS 9.0
#define SELECTED_RADIUS 13.0
#define MARGIN 2.0

DolenPinTextures *
dolen_pin_textures_new (void)
{
  DolenPinTextures *self = g_new0 (DolenPinTextures, 1);

  self->pictures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->scale = 1;
  return self;
}

void
dolen_pin_textures_free (DolenPinTextures *self)
{
  g_hash_table_unref (self->pictures);
  g_free (self);
}

void
dolen_pin_textures_set_theme (DolenPinTextures *self, gboolean dark, int scale)
{
  if (self->dark == dark && self->scale == scale)
    return;
  self->dark = dark;
  self->scale = scale;
  g_hash_table_remove_all (self->pictures);
}

static cairo_surface_t *
new_surface (DolenPinTextures *self, double radius)
{
  int size = (int) ceil ((radius + MARGIN) * 2 * self->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  return surface;
}

static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static GdkTexture *
look_up (DolenPinTextures *self, gint64 key)
{
  return g_hash_table_lookup (self->pictures, &key);
}

static GdkTexture *
keep (DolenPinTextures *self, gint64 key, GdkTexture *texture)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = key;
  g_hash_table_insert (self->pictures, copy, texture);
  return texture;
}

static void
paint_shape (cairo_t *cr, DolenPinShape pin, double c, double r)
{
  double inner = r * 0.45;

  cairo_set_line_width (cr, r * 0.22);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  switch (pin) {
  case DOLEN_PIN_HELP:
    cairo_arc (cr, c, c, r * 0.62, -G_PI / 2, G_PI / 2);
    cairo_fill (cr);
    break;
  case DOLEN_PIN_WAIT:
    cairo_move_to (cr, c, c - inner);
    cairo_line_to (cr, c, c);
    cairo_line_to (cr, c + inner, c);
    cairo_stroke (cr);
    break;
  case DOLEN_PIN_UNSUITABLE:
    cairo_move_to (cr, c - inner, c - inner);
    cairo_line_to (cr, c + inner, c + inner);
    cairo_move_to (cr, c + inner, c - inner);
    cairo_line_to (cr, c - inner, c + inner);
    cairo_stroke (cr);
    break;
  case DOLEN_PIN_PLAIN:
    cairo_arc (cr, c, c, r * 0.3, 0, 2 * G_PI);
    cairo_fill (cr);
    break;
  case DOLEN_PIN_READY:
  case DOLEN_N_PINS:
  default:
    cairo_arc (cr, c, c, r * 0.62, 0, 2 * G_PI);
    cairo_fill (cr);
    break;
  }
}

static GdkTexture *
paint_pin (DolenPinTextures *self, DolenPinShape pin, gboolean selected, double r)
{
  const GdkRGBA *accent = self->dark ? &accent_dark : &accent_light;
  const GdkRGBA *paper = self->dark ? &paper_dark : &paper_light;
  cairo_surface_t *surface = new_surface (self, r);
  cairo_t *cr = cairo_create (surface);
  double c = r + MARGIN;

  cairo_arc (cr, c, c, r, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, selected ? accent : paper);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, selected ? paper : accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  paint_shape (cr, pin, c, r);
  cairo_destroy (cr);
  return take_texture (surface);
}

GdkTexture *
dolen_pin_textures_pin (DolenPinTextures *self,
                        DolenPinShape pin,
                        gboolean selected,
                        double *radius)
{
  double r = selected ? SELECTED_RADIUS : PIN_RADIUS;
  gint64 key = -1 - ((gint64) pin * 2 + (selected ? 1 : 0));
  GdkTexture *texture = look_up (self, key);

  *radius = r + MARGIN;
  return texture != NULL ? texture : keep (self, key, paint_pin (self, pin, selected, r));
}

static GdkTexture *
paint_bubble (DolenPinTextures *self, PangoContext *font, guint n, double r)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (font);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *label = g_strdup_printf ("%u", n);
  cairo_surface_t *surface = new_surface (self, r);
  cairo_t *cr = cairo_create (surface);
  double c = r + MARGIN;
  int width, height;

  cairo_arc (cr, c, c, r, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, self->dark ? &accent_dark : &accent_light);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, self->dark ? &paper_dark : &paper_light);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes,
                          pango_attr_size_new (n > 999 ? 8 * PANGO_SCALE : 9 * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, label, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, c - width / 2.0, c - height / 2.0);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  return take_texture (surface);
}

GdkTexture *
dolen_pin_textures_bubble (DolenPinTextures *self, PangoContext *font, guint n, double *radius)
{
  double r = dolen_cluster_radius_px (n);
  GdkTexture *texture = look_up (self, n);

  *radius = r + MARGIN;
  return texture != NULL ? texture : keep (self, n, paint_bubble (self, font, n, r));
}
