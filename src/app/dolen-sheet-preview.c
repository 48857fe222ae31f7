/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-sheet-preview.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"

#include <glib/gi18n.h>

#define SHOWN "dolen-sheet-preview"
#define PAGE "page"
#define WIDTH 300 /* pixels: two stand side by side in a wide window */

typedef struct {
  DolenPrintPages pages; /* (owned) */
  guint n;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  if (shown->pages.free_data != NULL)
    shown->pages.free_data (shown->pages.data);
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

void
dolen_sheet_preview_set (GtkWidget *preview, const DolenPrintPages *pages, const char *text)
{
  Shown *shown = g_new0 (Shown, 1);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  /* As on paper: a point is a unit. */
  pango_cairo_context_set_resolution (context, 72);
  shown->pages = *pages;
  shown->n = pages->lay_out (pages->data,
                             context,
                             DOLEN_PRINT_A4_WIDTH - 2 * DOLEN_PRINT_MARGIN,
                             DOLEN_PRINT_A4_HEIGHT - 2 * DOLEN_PRINT_MARGIN);
  g_object_unref (context);
  dolen_box_clear (preview);
  g_object_set_data_full (G_OBJECT (preview), SHOWN, shown, shown_free);
  for (guint page = 0; page < shown->n; page++)
    gtk_box_append (GTK_BOX (preview), new_page (preview, page, shown->n, text));
}

guint
dolen_sheet_preview_count (GtkWidget *preview)
{
  const Shown *shown = g_object_get_data (G_OBJECT (preview), SHOWN);

  return shown != NULL ? shown->n : 0;
}
