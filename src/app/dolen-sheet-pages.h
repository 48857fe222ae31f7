/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-print.h"
#include "reports/dolen-sheet.h"

G_BEGIN_DECLS

/*
 * A DolenSheet (reports/dolen-sheet.h) as pages: black on white, ragged right, no line cut and no
 * heading alone at the foot of a page. A PDF of it has its structure: headings, paragraphs, lists,
 * figures.
 */

/** DolenSheetSize: clear print asks for 12 points at least, large print for 16 to 18, and more is
 * called giant (UK Association for Accessible Formats). */
typedef enum {
  DOLEN_SHEET_NORMAL,     /* 12 points */
  DOLEN_SHEET_LARGE,      /* 16 */
  DOLEN_SHEET_VERY_LARGE, /* 22 */
} DolenSheetSize;

/** DolenSheetLook: how it is printed. */
typedef struct {
  DolenSheetSize size;
  gboolean roomy; /* easy read: wide between the lines, one thing a paragraph */
} DolenSheetLook;

/** dolen_sheet_pages_new: pages to print or save, laid out bit by bit where that is asked for.
 *  @sheet: (transfer full) */
DolenPrintPages dolen_sheet_pages_new (DolenSheet *sheet, DolenSheetLook look);

G_END_DECLS
