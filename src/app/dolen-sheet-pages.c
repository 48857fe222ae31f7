/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-sheet-pages.h"

#include "app/map/dolen-way-map.h"

#define FONT "Cantarell, sans-serif"
#define MAP_SHAPE 0.6 /* its height, of its width */
#define MAP_MOST 0.55 /* of a page */
#define MAP_LEAST 0.6 /* of its height: so much smaller it may be to stay on a page */
#define WHOLE_LINES 6 /* a paragraph of no more is not parted */

/* One block, laid out. */
typedef struct {
  const DolenSheetBlock *block; /* the sheet's */
  PangoLayout *layout;          /* (owned) (nullable) of a map, a page, white */
  double indent;                /* of the words */
  double before;                /* white above it */
} Piece;

/* What is never cut: a line of words, a map, a card. */
typedef struct {
  guint piece;
  int line; /* of its layout; -1: the whole piece */
  double height;
  double baseline; /* of its letters, from its top */
  double y;        /* on its page */
  guint page;
} Row;

typedef struct {
  DolenSheet *sheet; /* (owned) */
  DolenSheetLook look;
  PangoContext *context; /* (owned) (nullable) once laid out */
  double points;         /* of the words */
  double width, height;  /* of a page */
  GArray *pieces;        /* Piece */
  GArray *rows;          /* Row */
} Pages;

static void
piece_clear (gpointer data)
{
  g_clear_object (&((Piece *) data)->layout);
}

static void
pages_free (gpointer data)
{
  Pages *pages = data;

  g_array_unref (pages->pieces);
  g_array_unref (pages->rows);
  g_clear_object (&pages->context);
  dolen_sheet_free (pages->sheet);
  g_free (pages);
}

/* ---- pieces ---- */

static double
size_of (const Pages *pages, DolenSheetKind kind)
{
  if (kind == DOLEN_SHEET_TITLE)
    return pages->points * 1.6;
  return kind == DOLEN_SHEET_HEADING ? pages->points * 1.3 : pages->points;
}

static double
white_above (const Pages *pages, DolenSheetKind kind)
{
  double line = pages->points * (pages->look.roomy ? 0.9 : 0.35);

  switch (kind) {
  case DOLEN_SHEET_TITLE:
  case DOLEN_SHEET_PAGE:
    return 0;
  case DOLEN_SHEET_HEADING:
    return pages->points * 1.6;
  case DOLEN_SHEET_LABEL:
  case DOLEN_SHEET_MAP:
  case DOLEN_SHEET_CARD:
    return pages->points;
  case DOLEN_SHEET_GAP:
    return pages->points * 0.6;
  case DOLEN_SHEET_LINE:
  case DOLEN_SHEET_ITEM:
  default:
    return line;
  }
}

static char *
write_markup (const DolenSheetBlock *block)
{
  g_autofree char *label = g_markup_escape_text (block->label != NULL ? block->label : "", -1);
  g_autofree char *words = g_markup_escape_text (block->words != NULL ? block->words : "", -1);
  const char *language = dolen_language_code (block->language);

  if (block->kind == DOLEN_SHEET_CARD)
    return g_strdup_printf (
        "<span lang=\"%s\"><b><big>%s</big></b>\n%s</span>", language, label, words);
  if (block->kind == DOLEN_SHEET_ITEM || block->label == NULL)
    return g_strdup_printf ("<span lang=\"%s\">%s</span>", language, words);
  return g_strdup_printf ("<span lang=\"%s\"><b>%s</b> %s</span>", language, label, words);
}

static gboolean
is_bold (DolenSheetKind kind)
{
  return kind == DOLEN_SHEET_TITLE || kind == DOLEN_SHEET_HEADING || kind == DOLEN_SHEET_LABEL;
}

static PangoLayout *
new_layout (const Pages *pages, const DolenSheetBlock *block, double width)
{
  PangoLayout *layout = pango_layout_new (pages->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autofree char *markup = write_markup (block);

  pango_font_description_set_size (font, (int) (size_of (pages, block->kind) * PANGO_SCALE));
  if (is_bold (block->kind))
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, pages->look.roomy ? 1.5F : 1.2F);
  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

static void
add_piece (Pages *pages, const DolenSheetBlock *block)
{
  gboolean words = block->kind != DOLEN_SHEET_MAP && block->kind != DOLEN_SHEET_PAGE
                   && block->kind != DOLEN_SHEET_GAP;
  Piece piece = { block, NULL, 0, white_above (pages, block->kind) };

  if (block->kind == DOLEN_SHEET_ITEM || block->kind == DOLEN_SHEET_CARD)
    piece.indent = pages->points * 1.2;
  if (words)
    piece.layout = new_layout (
        pages, block, pages->width - piece.indent * (block->kind == DOLEN_SHEET_CARD ? 2 : 1));
  g_array_append_val (pages->pieces, piece);
}

/* ---- rows ---- */

static const Piece *
piece_of (const Pages *pages, const Row *row)
{
  return &g_array_index (pages->pieces, Piece, row->piece);
}

static void
add_whole (Pages *pages, guint nth, double height)
{
  const Row row = { .piece = nth, .line = -1, .height = height };

  g_array_append_val (pages->rows, row);
}

static void
add_lines (Pages *pages, guint nth)
{
  const Piece *piece = &g_array_index (pages->pieces, Piece, nth);
  g_autoptr (PangoLayoutIter) lines = pango_layout_get_iter (piece->layout);
  int line = 0;

  do {
    PangoRectangle rect;
    Row row = { .piece = nth, .line = line++ };

    pango_layout_iter_get_line_extents (lines, NULL, &rect);
    row.height = rect.height / (double) PANGO_SCALE;
    row.baseline = (pango_layout_iter_get_baseline (lines) - rect.y) / (double) PANGO_SCALE;
    g_array_append_val (pages->rows, row);
  } while (pango_layout_iter_next_line (lines));
}

static void
add_rows (Pages *pages, guint nth)
{
  const Piece *piece = &g_array_index (pages->pieces, Piece, nth);
  int height;

  switch (piece->block->kind) {
  case DOLEN_SHEET_MAP:
    add_whole (pages, nth, MIN (pages->width * MAP_SHAPE, pages->height * MAP_MOST));
    break;
  case DOLEN_SHEET_CARD:
    pango_layout_get_pixel_size (piece->layout, NULL, &height);
    add_whole (pages, nth, height + 2 * pages->points);
    break;
  case DOLEN_SHEET_GAP:
  case DOLEN_SHEET_PAGE:
    add_whole (pages, nth, 0);
    break;
  default:
    add_lines (pages, nth);
    break;
  }
}

/* A heading is not left alone at the foot of a page, nor is a line of a short paragraph. */
static gboolean
stays_with_next (const Pages *pages, const Row *row)
{
  const Piece *piece = piece_of (pages, row);
  int lines = piece->layout != NULL ? pango_layout_get_line_count (piece->layout) : 0;

  if (is_bold (piece->block->kind) || piece->block->kind == DOLEN_SHEET_GAP)
    return TRUE;
  return row->line >= 0 && row->line + 1 < lines && lines <= WHOLE_LINES;
}

/* What is left of the page for a map that would not fit as it is, if that is enough for it. */
static void
shrink (const Pages *pages, Row *row, double left)
{
  if (piece_of (pages, row)->block->kind == DOLEN_SHEET_MAP && row->height > left
      && left >= row->height * MAP_LEAST)
    row->height = left;
}

static double
white_before (const Pages *pages, const Row *row)
{
  return row->line <= 0 ? piece_of (pages, row)->before : 0;
}

/* From row @first on, as many as a page takes; the first that it does not. */
static guint
fill_page (Pages *pages, guint first, guint page)
{
  double y = 0;
  guint end = first, kept;

  for (; end < pages->rows->len; end++) {
    Row *row = &g_array_index (pages->rows, Row, end);
    double before = end > first ? white_before (pages, row) : 0;

    shrink (pages, row, pages->height - y - before);
    if (end > first
        && (y + before + row->height > pages->height
            || piece_of (pages, row)->block->kind == DOLEN_SHEET_PAGE))
      break;
    row->y = y + before;
    row->page = page;
    y = row->y + row->height;
  }
  for (kept = end; end < pages->rows->len && kept > first + 1
                   && stays_with_next (pages, &g_array_index (pages->rows, Row, kept - 1));)
    kept--;
  return kept > first + 1 ? kept : end;
}

static guint
lay_out (gpointer data, PangoContext *context, double width, double height)
{
  Pages *pages = data;
  guint n = 0;

  pages->context = g_object_ref (context);
  pages->width = width;
  pages->height = height;
  for (guint i = 0; i < pages->sheet->blocks->len; i++)
    add_piece (pages, g_ptr_array_index (pages->sheet->blocks, i));
  for (guint i = 0; i < pages->pieces->len; i++)
    add_rows (pages, i);
  for (guint row = 0; row < pages->rows->len; n++)
    row = fill_page (pages, row, n);
  return MAX (n, 1);
}

/* ---- drawing ---- */

static const char *
tag_of (DolenSheetKind kind)
{
  switch (kind) {
  case DOLEN_SHEET_TITLE:
    return "H1";
  case DOLEN_SHEET_HEADING:
    return "H2";
  case DOLEN_SHEET_LABEL:
    return "H3";
  case DOLEN_SHEET_ITEM:
    return "LI";
  case DOLEN_SHEET_MAP:
    return "Figure";
  default:
    return "P";
  }
}

static void
draw_line (const Piece *piece, cairo_t *cr, const Row *row)
{
  cairo_move_to (cr, piece->indent, row->y + row->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->layout, row->line));
}

static void
draw_bullet (const Pages *pages, const Piece *piece, cairo_t *cr, const Row *row)
{
  double radius = pages->points / 7;

  cairo_new_path (cr);
  cairo_arc (cr, piece->indent / 2, row->y + row->height / 2, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_card (const Pages *pages, const Piece *piece, cairo_t *cr, const Row *row)
{
  const double dashes[] = { 6, 4 };

  cairo_rectangle (cr, 0.5, row->y + 0.5, pages->width - 1, row->height - 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, piece->indent, row->y + pages->points);
  pango_cairo_show_layout (cr, piece->layout);
}

static void
draw_row (const Pages *pages, cairo_t *cr, const Row *row)
{
  const Piece *piece = piece_of (pages, row);
  const DolenSheetBlock *block = piece->block;

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (block->kind == DOLEN_SHEET_MAP) {
    cairo_save (cr);
    cairo_translate (cr, 0, row->y);
    dolen_way_map_draw (
        block->map, cr, pages->context, pages->width, row->height, pages->points, block->language);
    cairo_restore (cr);
  } else if (block->kind == DOLEN_SHEET_CARD) {
    draw_card (pages, piece, cr, row);
  } else if (row->line >= 0) {
    if (block->kind == DOLEN_SHEET_ITEM && row->line == 0)
      draw_bullet (pages, piece, cr, row);
    draw_line (piece, cr, row);
  }
}

/* Tags of a PDF: one for each piece on this page, items within a list. */
static void
move_tags (const Pages *pages, cairo_t *cr, const Row *from, const Row *to, gboolean *list)
{
  const Piece *before = from != NULL ? piece_of (pages, from) : NULL;
  const Piece *after = to != NULL ? piece_of (pages, to) : NULL;
  gboolean in_list = after != NULL && after->block->kind == DOLEN_SHEET_ITEM;

  if (before == after)
    return;
  if (before != NULL)
    cairo_tag_end (cr, tag_of (before->block->kind));
  if (*list && !in_list)
    cairo_tag_end (cr, "L");
  if (!*list && in_list)
    cairo_tag_begin (cr, "L", NULL);
  *list = in_list;
  if (after != NULL)
    cairo_tag_begin (cr, tag_of (after->block->kind), NULL);
}

static void
draw_page (gpointer data, cairo_t *cr, guint page)
{
  const Pages *pages = data;
  const Row *last = NULL;
  gboolean list = FALSE;

  for (guint i = 0; i < pages->rows->len; i++) {
    const Row *row = &g_array_index (pages->rows, Row, i);

    if (row->page != page || row->height <= 0)
      continue;
    move_tags (pages, cr, last, row, &list);
    draw_row (pages, cr, row);
    last = row;
  }
  if (last != NULL)
    move_tags (pages, cr, last, NULL, &list);
}

DolenPrintPages
dolen_sheet_pages_new (DolenSheet *sheet, DolenSheetLook look)
{
  static const double points[]
      = { [DOLEN_SHEET_NORMAL] = 12, [DOLEN_SHEET_LARGE] = 16, [DOLEN_SHEET_VERY_LARGE] = 22 };
  Pages *pages = g_new0 (Pages, 1);

  pages->sheet = sheet;
  pages->look = look;
  pages->points = points[MIN (look.size, DOLEN_SHEET_VERY_LARGE)];
  pages->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (pages->pieces, piece_clear);
  pages->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  return (DolenPrintPages){ lay_out, draw_page, pages, pages_free };
}
