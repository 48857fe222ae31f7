/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-print.h"
#include "app/dolen-session.h"
#include "casework/records/dolen-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The one door by which words leave Dolen: the printer, the clipboard, a file. What is about a
 * person is written into the log first, one line for one export; what cannot be written down does
 * not leave. A test of the tree sees to it that there is no other door.
 *
 * A file is written where it was asked for and nowhere else (no temporary file), and only its owner
 * may read it.
 */

/** DolenWayOut: what leaves; (not owned). */
typedef struct {
  DolenSession *session;
  const char *person; /* (nullable) uid; NULL: of several */
  const char *what;   /* (nullable) DOLEN_EXPORT_*; NULL: about nobody, or on record already */
  const char *code; /* (nullable) for a scanner, beneath what is on paper; see dolen_print_text() */
} DolenWayOut;

/** DolenWayOutFunc: @gone: FALSE where it was cancelled, or failed with @error (nullable). */
typedef void (*DolenWayOutFunc) (gboolean gone, const GError *error, gpointer user_data);

/**
 * dolen_way_out_print:
 * @job: seen in the print queue: never a person's name
 * @markup: Pango markup; see dolen_print_text()
 * @func: (nullable)
 *
 * Asks how; the line of the log is written when that was answered and nothing is printed yet.
 */
void dolen_way_out_print (const DolenWayOut *out,
                          GtkWindow *parent,
                          const char *job,
                          const char *markup,
                          DolenWayOutFunc func,
                          gpointer user_data);

/** dolen_way_out_print_pages: the same, of pages that are drawn. The data of @pages is (transfer
 *  full). */
void dolen_way_out_print_pages (const DolenWayOut *out,
                                GtkWindow *parent,
                                const char *job,
                                const DolenPrintPages *pages,
                                DolenWayOutFunc func,
                                gpointer user_data);

/** dolen_way_out_copy: to the clipboard of @widget, which locking clears. */
gboolean
dolen_way_out_copy (const DolenWayOut *out, GtkWidget *widget, const char *text, GError **error);

/** dolen_way_out_save: @text, as it is, to a file that was chosen. */
gboolean
dolen_way_out_save (const DolenWayOut *out, const char *path, const char *text, GError **error);

/** dolen_way_out_save_pdf: @markup as pages of a PDF; nothing in its properties tells of it. */
gboolean dolen_way_out_save_pdf (const DolenWayOut *out,
                                 const char *path,
                                 const char *markup,
                                 GError **error);

/** dolen_way_out_save_pages: the same, of pages that are drawn, bit by bit: a long paper
 *  holds up no window. The line of the log is written when all is drawn and nothing is written yet.
 *  The data of @pages is (transfer full).
 *  @watch: copied; without .before */
void dolen_way_out_save_pages (const DolenWayOut *out,
                               const char *path,
                               const DolenPrintPages *pages,
                               const DolenPrintWatch *watch);

G_END_DECLS
