/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-print.h"

#include "app/dolen-print-code.h"
#include "base/dolen-error.h"
#include "casework/vault/dolen-secret.h"

#include <glib/gi18n.h>

#define FONT "Cantarell 12" /* clear print asks for no less */
#define BIT 6000            /* microseconds of laying out before the window is looked after again */

static char *test_path; /* (owned) (nullable) */
static gboolean test_preview;

/* ---- pages of text ---- */

typedef struct {
  char *markup;        /* (owned) */
  char *code;          /* (owned) (nullable) */
  PangoLayout *layout; /* (owned) (nullable) once laid out */
  GArray *breaks;      /* (owned) of int: first line of each page */
} TextPages;

static void
text_pages_free (gpointer data)
{
  TextPages *text = data;

  dolen_wipe_string (text->markup);
  g_free (text->code);
  g_clear_object (&text->layout);
  g_array_unref (text->breaks);
  g_free (text);
}

static void
set_up_layout (PangoLayout *layout, const char *markup, double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (layout, markup, -1);
}

/* Notes at which line each page begins, so that no line is cut. The code stands beneath the last
 * line, on a page of its own only where the last one is full. */
static void
break_pages (TextPages *text, double height)
{
  g_autoptr (PangoLayoutIter) lines = pango_layout_get_iter (text->layout);
  double top = 0, end = 0;
  int line = 0;

  g_array_set_size (text->breaks, 0);
  g_array_append_val (text->breaks, line);
  do {
    PangoRectangle rect;

    pango_layout_iter_get_line_extents (lines, NULL, &rect);
    end = (rect.y + rect.height) / (double) PANGO_SCALE;
    if (end - top > height) {
      top = rect.y / (double) PANGO_SCALE;
      g_array_append_val (text->breaks, line);
    }
    line++;
  } while (pango_layout_iter_next_line (lines));
  if (text->code != NULL && end - top + dolen_print_code_height () > height)
    g_array_append_val (text->breaks, line);
}

static void
draw_page (gpointer data, cairo_t *cr, guint page)
{
  TextPages *text = data;
  g_autoptr (PangoLayoutIter) lines = pango_layout_get_iter (text->layout);
  int first = g_array_index (text->breaks, int, page);
  int end = page + 1 < text->breaks->len ? g_array_index (text->breaks, int, page + 1) : G_MAXINT;
  double top = -1, bottom = 0;
  int line = 0;

  do {
    PangoRectangle rect;
    int baseline = pango_layout_iter_get_baseline (lines);

    if (line >= end)
      break;
    if (line++ < first)
      continue;
    pango_layout_iter_get_line_extents (lines, NULL, &rect);
    if (top < 0)
      top = rect.y / (double) PANGO_SCALE;
    cairo_move_to (cr, rect.x / (double) PANGO_SCALE, baseline / (double) PANGO_SCALE - top);
    pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (lines));
    bottom = (rect.y + rect.height) / (double) PANGO_SCALE - top;
  } while (pango_layout_iter_next_line (lines));
  if (text->code != NULL && page + 1 == text->breaks->len) {
    cairo_translate (cr, 0, bottom);
    dolen_print_code_draw (cr, text->code);
    cairo_translate (cr, 0, -bottom);
  }
}

static guint
lay_out_text (gpointer data, PangoContext *context, double width, double height)
{
  TextPages *text = data;

  text->layout = pango_layout_new (context);
  set_up_layout (text->layout, text->markup, width);
  break_pages (text, height);
  return text->breaks->len;
}

static DolenPrintPages
text_pages_new (const char *markup, const char *code)
{
  TextPages *text = g_new0 (TextPages, 1);

  text->markup = g_strdup (markup);
  text->code = g_strdup (code);
  text->breaks = g_array_new (FALSE, FALSE, sizeof (int));
  return (DolenPrintPages){ lay_out_text, draw_page, text, text_pages_free, NULL };
}

/* ---- the printer ---- */

typedef struct {
  DolenPrintPages pages; /* (owned) */
  PangoContext *context; /* (owned) (nullable) of the printer */
  gboolean laid_out;
  gboolean previewed;      /* it was chosen, and refused */
  DolenPrintBefore before; /* (nullable) */
  DolenPrintFunc func;     /* (nullable) */
  gpointer user_data;
} Job;

static void
pages_clear (const DolenPrintPages *pages)
{
  if (pages->free_data != NULL)
    pages->free_data (pages->data);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->context);
  pages_clear (&job->pages);
  g_free (job);
}

/* Answering TRUE keeps GTK from a preview of its own, which is a file in the temporary folder. It
 * wants something to draw on even so, until on_begin() cancels. */
static gboolean
on_preview (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            Job *job)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);

  job->previewed = TRUE;
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  return TRUE;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  if (job->previewed || (job->before != NULL && !job->before (job->user_data))) {
    gtk_print_operation_set_n_pages (operation, 1); /* it must have some until it is cancelled */
    gtk_print_operation_cancel (operation);
    return;
  }
  job->context = gtk_print_context_create_pango_context (context);
}

/* Is called until it returns TRUE; between, the window is looked after, and it may be cancelled. */
static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double done;

  if (job->context == NULL) /* cancelled */
    return TRUE;
  if (job->pages.go_on != NULL
      && !job->pages.go_on (job->pages.data, job->context, width, height, BIT, &done))
    return FALSE;
  job->laid_out = TRUE;
  gtk_print_operation_set_n_pages (
      operation, (int) job->pages.lay_out (job->pages.data, job->context, width, height));
  return TRUE;
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  if (!job->laid_out) /* cancelled */
    return;
  job->pages.draw (job->pages.data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (job->previewed)
    g_set_error_literal (
        &error,
        DOLEN_ERROR,
        DOLEN_ERROR_NOT_ALLOWED,
        _ ("No preview is made: it would be written to the disk for anybody to read. The paper is "
           "printed as it stands here."));
  if (job->func != NULL)
    job->func (result == GTK_PRINT_OPERATION_RESULT_APPLY, error, job->user_data);
}

void
dolen_print_text (GtkWindow *parent,
                  const char *job_name,
                  const char *markup,
                  const char *code,
                  DolenPrintBefore before,
                  DolenPrintFunc func,
                  gpointer user_data)
{
  const DolenPrintPages pages = text_pages_new (markup, code);

  dolen_print_pages (parent, job_name, &pages, before, func, user_data);
}

void
dolen_print_pages (GtkWindow *parent,
                   const char *job_name,
                   const DolenPrintPages *pages,
                   DolenPrintBefore before,
                   DolenPrintFunc func,
                   gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .pages = *pages, .before = before, .func = func, .user_data = user_data };
  gtk_page_setup_set_top_margin (page, DOLEN_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (page, DOLEN_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (page, DOLEN_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (page, DOLEN_PRINT_MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, pages->go_on != NULL && test_path == NULL);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview), job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), job);
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) job_free);
  if (test_path != NULL) {
    action = GTK_PRINT_OPERATION_ACTION_EXPORT;
    gtk_print_operation_set_export_filename (operation, test_path);
    gtk_print_operation_set_allow_async (operation, FALSE);
  }
  if (test_preview)
    action = GTK_PRINT_OPERATION_ACTION_PREVIEW;
  gtk_print_operation_run (operation, action, parent, NULL);
}

void
dolen_print_set_test_path (const char *path)
{
  g_free (test_path);
  test_path = g_strdup (path);
}

void
dolen_print_set_test_preview (gboolean preview)
{
  test_preview = preview;
}

gboolean
dolen_print_to_pdf (const char *path, const char *markup, const char *code, GError **error)
{
  const DolenPrintPages pages = text_pages_new (markup, code);

  return dolen_print_pages_to_pdf_at_once (path, &pages, error);
}
