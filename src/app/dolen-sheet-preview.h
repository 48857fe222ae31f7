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

/** dolen_sheet_preview_count: how many pages are shown. */
guint dolen_sheet_preview_count (GtkWidget *preview);

G_END_DECLS
