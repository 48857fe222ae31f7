/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-sheet-pages-private.h"

#include "app/map/dolen-way-map.h"

static const char *
tag_of (DolenSheetKind kind)
{
  switch (kind) {
  case DOLEN_SHEET_COVER:
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

/* Of a column that begins at @x, if it has as many lines. */
static void
draw_line (PangoLayout *layout, cairo_t *cr, const DolenSheetRow *row, double x)
{
  if (row->line < 0 || row->line >= pango_layout_get_line_count (layout))
    return;
  cairo_move_to (cr, x, row->y + row->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, row->line));
}

static void
draw_rule (const DolenSheetPages *pages, cairo_t *cr, const DolenSheetRow *row)
{
  double thick = pages->points / 4;

  cairo_rectangle (cr, 0, row->y + pages->points * 0.6, pages->width, thick);
  cairo_fill (cr);
}

/* Before the first line of an item whose words begin at @x. */
static void
draw_bullet (const DolenSheetPages *pages,
             const DolenSheetPiece *piece,
             cairo_t *cr,
             const DolenSheetRow *row,
             double x)
{
  double radius = pages->points / 7;

  if (piece->block->kind != DOLEN_SHEET_ITEM || row->line != 0)
    return;

  cairo_new_path (cr);
  cairo_arc (cr, x - piece->indent / 2, row->y + row->height / 2, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_card (const DolenSheetPages *pages,
           const DolenSheetPiece *piece,
           cairo_t *cr,
           const DolenSheetRow *row)
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

/* Whatever is set, digits stand upright in the size of the words. */
static PangoLayout *
new_number (const DolenSheetPages *pages, guint number)
{
  PangoLayout *layout = pango_layout_new (pages->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (DOLEN_SHEET_FONT);
  g_autofree char *text = g_strdup_printf ("%u", number);

  pango_font_description_set_size (font, (int) (pages->points * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
draw_number (const DolenSheetPages *pages, cairo_t *cr, guint number, double right, double baseline)
{
  g_autoptr (PangoLayout) layout = new_number (pages, number);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cr, right - width / (double) PANGO_SCALE, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

/* After the last line of what it is called: dots, and the page. */
static void
draw_leader (const DolenSheetPages *pages,
             const DolenSheetPiece *piece,
             cairo_t *cr,
             const DolenSheetRow *row)
{
  const double dots[] = { 1, pages->points / 3 };
  double baseline = row->y + row->baseline;
  PangoRectangle rect;

  if (row->line + 1 < pango_layout_get_line_count (piece->layout))
    return;
  pango_layout_line_get_extents (
      pango_layout_get_line_readonly (piece->layout, row->line), NULL, &rect);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, rect.width / (double) PANGO_SCALE + pages->points / 2, baseline);
  cairo_line_to (cr, pages->width - pages->points * DOLEN_SHEET_NUMBER / 1.5, baseline);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_number (pages,
               cr,
               g_array_index (pages->pieces, DolenSheetPiece, piece->block->target).page + 1,
               pages->width,
               baseline);
}

static void
draw_row (const DolenSheetPages *pages, cairo_t *cr, const DolenSheetRow *row)
{
  const DolenSheetPiece *piece = dolen_sheet_piece_of (pages, row);
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
  } else if (row->line == DOLEN_SHEET_ROW_RULED) {
    draw_rule (pages, cr, row);
  } else if (row->line >= 0) {
    if (block->words != NULL)
      draw_bullet (pages, piece, cr, row, piece->indent);
    draw_line (piece->layout, cr, row, piece->indent);
    if (block->kind == DOLEN_SHEET_CONTENTS)
      draw_leader (pages, piece, cr, row);
  }
}

/* The column to the right: after the whole of the one to the left, for who has it read aloud.
 * @first: its first row on the page. */
static void
draw_beside (const DolenSheetPages *pages, cairo_t *cr, const DolenSheetRow *first)
{
  const DolenSheetPiece *piece = dolen_sheet_piece_of (pages, first);
  const DolenSheetRow *end = &g_array_index (pages->rows, DolenSheetRow, pages->rows->len);
  double x = dolen_sheet_column_width (pages) + pages->points * DOLEN_SHEET_BETWEEN + piece->indent;

  cairo_tag_begin (cr, tag_of (piece->block->kind), NULL);
  for (const DolenSheetRow *row = first;
       row < end && row->piece == first->piece && row->page == first->page;
       row++) {
    if (piece->block->beside->words != NULL)
      draw_bullet (pages, piece, cr, row, x);
    draw_line (piece->beside, cr, row, x);
  }
  cairo_tag_end (cr, tag_of (piece->block->kind));
}

/* Tags of a PDF: one for each piece on this page, items within a list. @from: the first row on it
 * of the piece that was drawn. */
static void
move_tags (const DolenSheetPages *pages,
           cairo_t *cr,
           const DolenSheetRow *from,
           const DolenSheetRow *to,
           gboolean *list)
{
  const DolenSheetPiece *before = from != NULL ? dolen_sheet_piece_of (pages, from) : NULL;
  const DolenSheetPiece *after = to != NULL ? dolen_sheet_piece_of (pages, to) : NULL;
  gboolean in_list = after != NULL && after->block->kind == DOLEN_SHEET_ITEM;

  if (before == after)
    return;
  if (before != NULL)
    cairo_tag_end (cr, tag_of (before->block->kind));
  if (before != NULL && before->beside != NULL)
    draw_beside (pages, cr, from);
  if (*list && !in_list)
    cairo_tag_end (cr, "L");
  if (!*list && in_list)
    cairo_tag_begin (cr, "L", NULL);
  *list = in_list;
  if (after != NULL)
    cairo_tag_begin (cr, tag_of (after->block->kind), NULL);
}

void
dolen_sheet_draw_page (const DolenSheetPages *pages, cairo_t *cr, guint page)
{
  const DolenSheetRow *first = NULL; /* of the piece that is being drawn */
  gboolean list = FALSE;

  for (guint i = 0; i < pages->rows->len; i++) {
    const DolenSheetRow *row = &g_array_index (pages->rows, DolenSheetRow, i);

    if (row->page != page || row->height <= 0)
      continue;
    move_tags (pages, cr, first, row, &list);
    draw_row (pages, cr, row);
    if (first == NULL || first->piece != row->piece)
      first = row;
  }
  if (first != NULL)
    move_tags (pages, cr, first, NULL, &list);
  if (pages->sheet->numbered)
    draw_number (
        pages, cr, page + 1, pages->width, pages->height + pages->points * DOLEN_SHEET_FOOT);
}
