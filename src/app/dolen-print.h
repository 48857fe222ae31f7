/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Printing a page or more of text: the recovery page, letters, hand-outs. What is printed leaves
 * Dolen's reach (the print spool, a file chosen in the print dialogue): the caller says so.
 */

/** Of the paper that a PDF and a preview have, in points. */
#define DOLEN_PRINT_A4_WIDTH 595.28
#define DOLEN_PRINT_A4_HEIGHT 841.89
#define DOLEN_PRINT_MARGIN 56.69 /* 20 mm */

/** DolenPrintFunc: @printed: FALSE where it was cancelled, or failed with @error (nullable). */
typedef void (*DolenPrintFunc) (gboolean printed, const GError *error, gpointer user_data);

/** DolenPrintBefore: how is settled, nothing is printed yet; FALSE: it is not printed. */
typedef gboolean (*DolenPrintBefore) (gpointer user_data);

/** DolenPrintPages: pages that are drawn, in points. The functions get @data. */
typedef struct {
  /** Called once, before .draw: how many pages there are. @context: to make layouts of, for the
   * paper; @width and @height: of what may be printed on. */
  guint (*lay_out) (gpointer data, PangoContext *context, double width, double height);
  void (*draw) (gpointer data, cairo_t *cr, guint page);
  gpointer data;
  GDestroyNotify free_data; /* (nullable) */
  /** (nullable): lays out for about so long, so that a window stays at hand; until it returns TRUE,
   * and .lay_out then only says how many pages there are. @done: (out): how much, 1 all. */
  gboolean (*go_on) (gpointer data,
                     PangoContext *context,
                     double width,
                     double height,
                     gint64 microseconds,
                     double *done);
} DolenPrintPages;

/** DolenPrintWatch: who follows what goes on bit by bit. The functions get @user_data. */
typedef struct {
  DolenPrintBefore before;                            /* (nullable): nothing is written yet */
  void (*progress) (double done, gpointer user_data); /* (nullable) */
  DolenPrintFunc func;
  gpointer user_data;
  GCancellable *cancellable; /* (nullable): nothing is written then, and .func gets no error */
} DolenPrintWatch;

/** dolen_print_pages: as dolen_print_text(). @pages: copied; its data is (transfer full). */
void dolen_print_pages (GtkWindow *parent,
                        const char *job_name,
                        const DolenPrintPages *pages,
                        DolenPrintBefore before,
                        DolenPrintFunc func,
                        gpointer user_data);

/** dolen_print_pages_to_pdf: as dolen_print_to_pdf(), bit by bit in the main loop. The data of
 *  @pages is (transfer full); @watch: copied. */
void dolen_print_pages_to_pdf (const char *path,
                               const DolenPrintPages *pages,
                               const DolenPrintWatch *watch);

/** dolen_print_pages_to_pdf_at_once: the same before it returns. */
gboolean
dolen_print_pages_to_pdf_at_once (const char *path, const DolenPrintPages *pages, GError **error);

/**
 * dolen_print_text:
 * @parent: the window the print dialogue belongs to
 * @job_name: seen in the print queue: never a person's name
 * @markup: Pango markup; paragraphs are kept, long ones wrapped, pages broken between lines
 * @code: (nullable): drawn beneath it for a scanner (dolen-print-code.h); never a person's name
 * @before, @func: (nullable)
 *
 * For dolen-way-out.c, which writes the log. A preview is refused, with a sentence: GTK would write
 * the pages into the temporary folder and leave them there.
 */
void dolen_print_text (GtkWindow *parent,
                       const char *job_name,
                       const char *markup,
                       const char *code,
                       DolenPrintBefore before,
                       DolenPrintFunc func,
                       gpointer user_data);

/** dolen_print_set_test_path: (nullable): for tests: prints into this file without asking. */
void dolen_print_set_test_path (const char *path);
/** dolen_print_set_test_preview: for tests: as if Preview was chosen when asked how. */
void dolen_print_set_test_preview (gboolean preview);

/**
 * dolen_print_to_pdf:
 * @path: a file the person chose
 * @error: G_IO_ERROR where it cannot be written
 *
 * The same as a PDF, without a dialogue (A4), and without a title or an author in its properties.
 * Readable by its owner alone. Blocks for some milliseconds.
 */
gboolean
dolen_print_to_pdf (const char *path, const char *markup, const char *code, GError **error);

G_END_DECLS
