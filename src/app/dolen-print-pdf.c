/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-print.h"

#include "base/dolen-own-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#define BIT 6000      /* microseconds of work before the window is looked after again */
#define LAID_OUT 0.75 /* of all the work, where a paper is laid out bit by bit */

/* Pages on their way into a file; drawn in memory, written at the end. */
typedef struct {
  char *path;            /* (owned) */
  DolenPrintPages pages; /* (owned) */
  DolenPrintWatch watch; /* .cancellable owned */
  GByteArray *bytes;     /* (owned) */
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  guint n; /* pages; 0 until they are laid out */
  guint page;
} Pdf;

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static Pdf *
pdf_new (const char *path, const DolenPrintPages *pages)
{
  Pdf *pdf = g_new0 (Pdf, 1);

  pdf->path = g_strdup (path);
  pdf->pages = *pages;
  pdf->bytes = g_byte_array_new ();
  pdf->surface = cairo_pdf_surface_create_for_stream (
      append, pdf->bytes, DOLEN_PRINT_A4_WIDTH, DOLEN_PRINT_A4_HEIGHT);
  pdf->cr = cairo_create (pdf->surface);
  pdf->context = pango_cairo_create_context (pdf->cr);
  /* What a point is on paper: 96 of them would stand on an inch otherwise. */
  pango_cairo_context_set_resolution (pdf->context, 72);
  cairo_translate (pdf->cr, DOLEN_PRINT_MARGIN, DOLEN_PRINT_MARGIN);
  return pdf;
}

/* The surface writes into the bytes until it is gone. */
static void
pdf_free (Pdf *pdf)
{
  g_object_unref (pdf->context);
  cairo_destroy (pdf->cr);
  cairo_surface_finish (pdf->surface);
  cairo_surface_destroy (pdf->surface);
  g_byte_array_unref (pdf->bytes);
  g_clear_object (&pdf->watch.cancellable);
  if (pdf->pages.free_data != NULL)
    pdf->pages.free_data (pdf->pages.data);
  g_free (pdf->path);
  g_free (pdf);
}

/* ---- the work; each returns TRUE once it is done ---- */

static void
tell (const Pdf *pdf, double done)
{
  if (pdf->watch.progress != NULL)
    pdf->watch.progress (done, pdf->watch.user_data);
}

static gboolean
lay_out (Pdf *pdf)
{
  const double width = DOLEN_PRINT_A4_WIDTH - 2 * DOLEN_PRINT_MARGIN;
  const double height = DOLEN_PRINT_A4_HEIGHT - 2 * DOLEN_PRINT_MARGIN;
  double done = 0;

  if (pdf->pages.go_on != NULL
      && !pdf->pages.go_on (pdf->pages.data, pdf->context, width, height, BIT, &done)) {
    tell (pdf, done * LAID_OUT);
    return FALSE;
  }
  pdf->n = pdf->pages.lay_out (pdf->pages.data, pdf->context, width, height);
  return TRUE;
}

static gboolean
draw (Pdf *pdf)
{
  gint64 until = g_get_monotonic_time () + BIT;

  while (pdf->page < pdf->n) {
    pdf->pages.draw (pdf->pages.data, pdf->cr, pdf->page++);
    cairo_show_page (pdf->cr);
    if (g_get_monotonic_time () >= until)
      break;
  }
  tell (pdf, LAID_OUT + (1 - LAID_OUT) * pdf->page / MAX (pdf->n, 1));
  return pdf->page >= pdf->n;
}

static gboolean
write_file (Pdf *pdf, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (pdf->surface);
  status = cairo_surface_status (pdf->surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 _ ("The page could not be written (%s)."),
                 cairo_status_to_string (status));
    return FALSE;
  }
  return dolen_own_file_write (pdf->path, pdf->bytes->data, pdf->bytes->len, error);
}

/* ---- at once, and bit by bit ---- */

gboolean
dolen_print_pages_to_pdf_at_once (const char *path, const DolenPrintPages *pages, GError **error)
{
  Pdf *pdf = pdf_new (path, pages);
  gboolean written;

  while (!lay_out (pdf))
    ;
  while (!draw (pdf))
    ;
  written = write_file (pdf, error);
  pdf_free (pdf);
  return written;
}

/* Takes @pdf away before anybody hears of it: they may go with it. */
static void
end (Pdf *pdf, gboolean written, const GError *error)
{
  const DolenPrintWatch watch = pdf->watch;

  pdf_free (pdf);
  watch.func (written, error, watch.user_data);
}

static gboolean
go_on_cb (gpointer user_data)
{
  Pdf *pdf = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (g_cancellable_is_cancelled (pdf->watch.cancellable)) {
    end (pdf, FALSE, NULL);
    return G_SOURCE_REMOVE;
  }
  if ((pdf->n == 0 && !lay_out (pdf)) || !draw (pdf))
    return G_SOURCE_CONTINUE;
  written = (pdf->watch.before == NULL || pdf->watch.before (pdf->watch.user_data))
            && write_file (pdf, &error);
  end (pdf, written, error);
  return G_SOURCE_REMOVE;
}

void
dolen_print_pages_to_pdf (const char *path,
                          const DolenPrintPages *pages,
                          const DolenPrintWatch *watch)
{
  Pdf *pdf = pdf_new (path, pages);

  pdf->watch = *watch;
  if (watch->cancellable != NULL)
    g_object_ref (watch->cancellable);
  g_idle_add (go_on_cb, pdf);
}
