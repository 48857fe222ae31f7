/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-sheet-preview.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"

#include <glib/gi18n.h>

#define SHOWN "dolen-sheet-preview"
#define PAGE "page"
#define MOST "dolen-most-pages"
#define WIDTH 300 /* pixels: two stand side by side in a wide window */
#define PAGE_WIDTH (DOLEN_PRINT_A4_WIDTH - 2 * DOLEN_PRINT_MARGIN)
#define PAGE_HEIGHT (DOLEN_PRINT_A4_HEIGHT - 2 * DOLEN_PRINT_MARGIN)
/* Microseconds of laying out before the window is looked after again. */
#define BIT 6000

static gint64 bit = BIT;

typedef struct {
  DolenPrintPages pages; /* (owned) */
  guint n;               /* 0 until they are laid out */
  GtkWidget *preview;
  char *text;            /* (owned) (nullable) what a screen reader reads */
  PangoContext *context; /* (owned) (nullable) of laying out bit by bit */
  guint source;          /* of that; 0 none */
  DolenSheetPreviewFunc func;
  gpointer user_data;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_clear_handle_id (&shown->source, g_source_remove);
  g_clear_object (&shown->context);
  if (shown->pages.free_data != NULL)
    shown->pages.free_data (shown->pages.data);
  g_free (shown->text);
  g_free (shown);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Shown *shown = g_object_get_data (user_data, SHOWN);
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), PAGE));
  double scale = width / DOLEN_PRINT_A4_WIDTH;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, DOLEN_PRINT_MARGIN, DOLEN_PRINT_MARGIN);
  if (shown != NULL)
    shown->pages.draw (shown->pages.data, cr, page);
}

static GtkWidget *
new_page (GtkWidget *preview, guint page, guint n, const char *text)
{
  GtkWidget *area
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  /* Translators: of a preview: a page's number, and of how many. */
  g_autofree char *label = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), WIDTH);
  gtk_drawing_area_set_content_height (
      GTK_DRAWING_AREA (area), (int) (WIDTH * DOLEN_PRINT_A4_HEIGHT / DOLEN_PRINT_A4_WIDTH));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, preview, NULL);
  g_object_set_data (G_OBJECT (area), PAGE, GUINT_TO_POINTER (page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The whole text is read at the first page, which the keyboard comes to. */
  if (page == 0) {
    gtk_widget_set_focusable (area, TRUE);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  }
  gtk_widget_add_css_class (area, "card");
  return area;
}

GtkWidget *
dolen_sheet_preview_new (void)
{
  GtkWidget *preview = dolen_wrap_box_new ();

  dolen_wrap_box_set_most_natural (preview, WIDTH);
  return preview;
}

/* As on paper: a point is a unit, and letters are as wide as they are drawn there; fitted to a
 * screen, lines would be higher and pages more. */
static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  return context;
}

void
dolen_sheet_preview_set_most (GtkWidget *preview, guint pages)
{
  g_object_set_data (G_OBJECT (preview), MOST, GUINT_TO_POINTER (pages));
}

/* Instead of what was shown before. */
static Shown *
take (GtkWidget *preview, const DolenPrintPages *pages, const char *text)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->pages = *pages;
  shown->preview = preview;
  shown->text = g_strdup (text);
  dolen_box_clear (preview);
  g_object_set_data_full (G_OBJECT (preview), SHOWN, shown, shown_free);
  return shown;
}

static void
show (Shown *shown)
{
  guint most = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (shown->preview), MOST));
  PangoContext *context = new_context ();

  shown->n = shown->pages.lay_out (shown->pages.data, context, PAGE_WIDTH, PAGE_HEIGHT);
  g_object_unref (context);
  for (guint page = 0; page < shown->n && (most == 0 || page < most); page++)
    gtk_box_append (GTK_BOX (shown->preview),
                    new_page (shown->preview, page, shown->n, shown->text));
}

void
dolen_sheet_preview_set (GtkWidget *preview, const DolenPrintPages *pages, const char *text)
{
  show (take (preview, pages, text));
}

static gboolean
go_on_cb (gpointer user_data)
{
  Shown *shown = user_data;
  double done;

  if (!shown->pages.go_on (
          shown->pages.data, shown->context, PAGE_WIDTH, PAGE_HEIGHT, bit, &done)) {
    shown->func (done, shown->user_data);
    return G_SOURCE_CONTINUE;
  }
  shown->source = 0;
  show (shown);
  shown->func (1, shown->user_data);
  return G_SOURCE_REMOVE;
}

void
dolen_sheet_preview_begin (GtkWidget *preview,
                           const DolenPrintPages *pages,
                           const char *text,
                           DolenSheetPreviewFunc func,
                           gpointer user_data)
{
  Shown *shown = take (preview, pages, text);

  shown->context = new_context ();
  shown->func = func;
  shown->user_data = user_data;
  dolen_sheet_preview_go_on (preview);
}

void
dolen_sheet_preview_go_on (GtkWidget *preview)
{
  Shown *shown = g_object_get_data (G_OBJECT (preview), SHOWN);

  if (shown != NULL && shown->n == 0 && shown->source == 0)
    shown->source = g_idle_add (go_on_cb, shown);
}

void
dolen_sheet_preview_set_bit (gint64 microseconds)
{
  bit = microseconds >= 0 ? microseconds : BIT;
}

void
dolen_sheet_preview_stop (GtkWidget *preview)
{
  Shown *shown = g_object_get_data (G_OBJECT (preview), SHOWN);

  if (shown != NULL)
    g_clear_handle_id (&shown->source, g_source_remove);
}

guint
dolen_sheet_preview_count (GtkWidget *preview)
{
  const Shown *shown = g_object_get_data (G_OBJECT (preview), SHOWN);

  return shown != NULL ? shown->n : 0;
}
