/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-sheet-pages.h"

G_BEGIN_DECLS

/* What dolen-sheet-pages.c lays out and dolen-sheet-draw.c draws. */

#define DOLEN_SHEET_FONT "Cantarell, sans-serif"
#define DOLEN_SHEET_FOOT 2.0    /* of a page with a number: its height, of the words' size */
#define DOLEN_SHEET_NUMBER 3.0  /* of the contents: the width left for a page's number, likewise */
#define DOLEN_SHEET_BETWEEN 1.8 /* of two columns: the white, likewise */

/* Instead of a line of words. */
enum {
  DOLEN_SHEET_ROW_WHOLE = -1,
  DOLEN_SHEET_ROW_RULED = -2, /* beneath the title of a booklet */
};

/* One block, laid out. */
typedef struct {
  const DolenSheetBlock *block; /* the sheet's */
  PangoLayout *layout;          /* (owned) (nullable) of a map, a page, white */
  PangoLayout *beside;          /* (owned) (nullable) in the column to the right */
  double indent;                /* of the words */
  double before;                /* white above it */
  guint page;                   /* on which it begins */
} DolenSheetPiece;

/* What is never cut: a line of words, a map, a card. */
typedef struct {
  guint piece;
  int line; /* of its layouts; DOLEN_SHEET_ROW_WHOLE: the whole piece; DOLEN_SHEET_ROW_RULED */
  double height;
  double baseline; /* of its letters, from its top */
  double y;        /* on its page */
  guint page;
} DolenSheetRow;

typedef struct {
  DolenSheet *sheet; /* (owned) */
  DolenSheetLook look;
  PangoContext *context; /* (owned) (nullable) once laid out */
  double points;         /* of the words */
  double width, height;  /* of a page, without its foot */
  GArray *pieces;        /* DolenSheetPiece */
  GArray *rows;          /* DolenSheetRow */
  guint n;               /* pages; 0 until all is laid out */
} DolenSheetPages;

/** dolen_sheet_piece_of: the block that a row is of. */
const DolenSheetPiece *dolen_sheet_piece_of (const DolenSheetPages *pages,
                                             const DolenSheetRow *row);

/** dolen_sheet_column_width: of one of two columns. */
double dolen_sheet_column_width (const DolenSheetPages *pages);

/** dolen_sheet_draw_page: @pages: laid out. A PDF gets the structure of what is drawn. */
void dolen_sheet_draw_page (const DolenSheetPages *pages, cairo_t *cr, guint page);

G_END_DECLS
