/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-print.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** dolen_sheet_preview_new: (transfer floating): pages as they will be printed, drawn in the window
 * and nowhere on the disk. */
GtkWidget *dolen_sheet_preview_new (void);

/** dolen_sheet_preview_set: shows @pages (copied; its data is (transfer full)) on A4. @text: the
 *  same in plain words, for who cannot see it. */
void dolen_sheet_preview_set (GtkWidget *preview, const DolenPrintPages *pages, const char *text);

/** DolenSheetPreviewFunc: @done: how much of them is laid out; 1: they are shown. */
typedef void (*DolenSheetPreviewFunc) (double done, gpointer user_data);

/** dolen_sheet_preview_begin: the same bit by bit, for a long paper: the window stays at hand.
 *  @pages: with .go_on. @func: is called after each bit, while @preview lives. */
void dolen_sheet_preview_begin (GtkWidget *preview,
                                const DolenPrintPages *pages,
                                const char *text,
                                DolenSheetPreviewFunc func,
                                gpointer user_data);

/** dolen_sheet_preview_stop: lays out no more; _go_on: from where it was stopped. */
void dolen_sheet_preview_stop (GtkWidget *preview);
void dolen_sheet_preview_go_on (GtkWidget *preview);

/** dolen_sheet_preview_set_bit: how long a bit is, in microseconds; 0: a block at a time; negative:
 *  as ever. For tests, of which no machine is too quick. */
void dolen_sheet_preview_set_bit (gint64 microseconds);

/** dolen_sheet_preview_set_most: no more than the first @pages are drawn; 0: all of them. */
void dolen_sheet_preview_set_most (GtkWidget *preview, guint pages);

/** dolen_sheet_preview_count: how many pages there are; 0 until they are laid out. */
guint dolen_sheet_preview_count (GtkWidget *preview);

G_END_DECLS
