/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-sheet-pages-private.h"

#define MAP_SHAPE 0.6 /* its height, of its width */
#define MAP_MOST 0.55 /* of a page */
#define MAP_LEAST 0.6 /* of its height: so much smaller it may be to stay on a page */
#define WHOLE_LINES 6 /* a paragraph of no more is not parted */
#define COVER 0.2     /* of a page: the white above the title of a booklet */
#define LEFT 0.5      /* of a page, at most, is left white so that a group is not parted */

static void
piece_clear (gpointer data)
{
  g_clear_object (&((DolenSheetPiece *) data)->layout);
  g_clear_object (&((DolenSheetPiece *) data)->beside);
}

static void
pages_free (gpointer data)
{
  DolenSheetPages *pages = data;

  g_array_unref (pages->pieces);
  g_array_unref (pages->rows);
  g_clear_object (&pages->context);
  dolen_sheet_free (pages->sheet);
  g_free (pages);
}

const DolenSheetPiece *
dolen_sheet_piece_of (const DolenSheetPages *pages, const DolenSheetRow *row)
{
  return &g_array_index (pages->pieces, DolenSheetPiece, row->piece);
}

double
dolen_sheet_column_width (const DolenSheetPages *pages)
{
  return (pages->width - pages->points * DOLEN_SHEET_BETWEEN) / 2;
}

/* ---- pieces ---- */

static double
size_of (const DolenSheetPages *pages, DolenSheetKind kind)
{
  if (kind == DOLEN_SHEET_COVER)
    return pages->points * 2.4;
  if (kind == DOLEN_SHEET_TITLE)
    return pages->points * 1.6;
  return kind == DOLEN_SHEET_HEADING ? pages->points * 1.3 : pages->points;
}

static double
white_above (const DolenSheetPages *pages, DolenSheetKind kind)
{
  double line = pages->points * (pages->look.roomy ? 0.9 : 0.35);

  switch (kind) {
  case DOLEN_SHEET_COVER:
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
  return kind == DOLEN_SHEET_COVER || kind == DOLEN_SHEET_TITLE || kind == DOLEN_SHEET_HEADING
         || kind == DOLEN_SHEET_LABEL;
}

static PangoLayout *
new_layout (const DolenSheetPages *pages, const DolenSheetBlock *block, double width)
{
  PangoLayout *layout = pango_layout_new (pages->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (DOLEN_SHEET_FONT);
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

/* How much less wide than the page the words are. */
static double
narrower (const DolenSheetPages *pages, const DolenSheetPiece *piece)
{
  if (piece->block->kind == DOLEN_SHEET_CARD)
    return piece->indent * 2;
  return piece->block->kind == DOLEN_SHEET_CONTENTS ? pages->points * DOLEN_SHEET_NUMBER
                                                    : piece->indent;
}

static void
add_piece (DolenSheetPages *pages, const DolenSheetBlock *block)
{
  double width = block->beside != NULL ? dolen_sheet_column_width (pages) : pages->width;
  gboolean words = block->kind != DOLEN_SHEET_MAP && block->kind != DOLEN_SHEET_PAGE
                   && block->kind != DOLEN_SHEET_GAP;
  DolenSheetPiece piece = { .block = block, .before = white_above (pages, block->kind) };

  if (block->kind == DOLEN_SHEET_ITEM || block->kind == DOLEN_SHEET_CARD)
    piece.indent = pages->points * 1.2;
  if (words)
    piece.layout = new_layout (pages, block, width - narrower (pages, &piece));
  if (words && block->beside != NULL)
    piece.beside = new_layout (pages, block->beside, width - narrower (pages, &piece));
  g_array_append_val (pages->pieces, piece);
}

/* ---- rows ---- */

static void
add_whole (DolenSheetPages *pages, guint nth, double height)
{
  const DolenSheetRow row = { .piece = nth, .line = DOLEN_SHEET_ROW_WHOLE, .height = height };

  g_array_append_val (pages->rows, row);
}

/* @row: as high as the line at which @lines is, at least. */
static void
measure_line (PangoLayoutIter *lines, DolenSheetRow *row)
{
  PangoRectangle rect;

  pango_layout_iter_get_line_extents (lines, NULL, &rect);
  row->height = MAX (row->height, rect.height / (double) PANGO_SCALE);
  row->baseline = MAX (row->baseline,
                       (pango_layout_iter_get_baseline (lines) - rect.y) / (double) PANGO_SCALE);
}

/* Lines beside one another are one row. */
static void
add_lines (DolenSheetPages *pages, guint nth)
{
  const DolenSheetPiece *piece = &g_array_index (pages->pieces, DolenSheetPiece, nth);
  g_autoptr (PangoLayoutIter) left = pango_layout_get_iter (piece->layout);
  g_autoptr (PangoLayoutIter) right
             = piece->beside != NULL ? pango_layout_get_iter (piece->beside) : NULL;
  gboolean is_left = TRUE, is_right = right != NULL;

  for (int line = 0; is_left || is_right; line++) {
    DolenSheetRow row = { .piece = nth, .line = line };

    if (is_left) {
      measure_line (left, &row);
      is_left = pango_layout_iter_next_line (left);
    }
    if (is_right) {
      measure_line (right, &row);
      is_right = pango_layout_iter_next_line (right);
    }
    g_array_append_val (pages->rows, row);
  }
}

static void
add_cover (DolenSheetPages *pages, guint nth)
{
  const DolenSheetRow rule
      = { .piece = nth, .line = DOLEN_SHEET_ROW_RULED, .height = pages->points * 2 };

  add_whole (pages, nth, pages->height * COVER);
  add_lines (pages, nth);
  g_array_append_val (pages->rows, rule);
}

static int
count_lines (const DolenSheetPiece *piece)
{
  int left = piece->layout != NULL ? pango_layout_get_line_count (piece->layout) : 0;

  return MAX (left, piece->beside != NULL ? pango_layout_get_line_count (piece->beside) : 0);
}

static void
add_rows (DolenSheetPages *pages, guint nth)
{
  const DolenSheetPiece *piece = &g_array_index (pages->pieces, DolenSheetPiece, nth);
  int height;

  switch (piece->block->kind) {
  case DOLEN_SHEET_COVER:
    add_cover (pages, nth);
    break;
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
stays_with_next (const DolenSheetPages *pages, const DolenSheetRow *row)
{
  const DolenSheetPiece *piece = dolen_sheet_piece_of (pages, row);
  int lines = count_lines (piece);

  if (is_bold (piece->block->kind) || piece->block->kind == DOLEN_SHEET_GAP)
    return TRUE;
  return row->line >= 0 && row->line + 1 < lines && lines <= WHOLE_LINES;
}

/* What is left of the page for a map that would not fit as it is, if that is enough for it. */
static void
shrink (const DolenSheetPages *pages, DolenSheetRow *row, double left)
{
  if (dolen_sheet_piece_of (pages, row)->block->kind == DOLEN_SHEET_MAP && row->height > left
      && left >= row->height * MAP_LEAST)
    row->height = left;
}

static double
white_before (const DolenSheetPages *pages, const DolenSheetRow *row)
{
  return row->line <= 0 ? dolen_sheet_piece_of (pages, row)->before : 0;
}

/* Where a page that takes rows up to @end is better ended: a booklet parts no group that can stand
 * whole on the next page. */
static guint
end_between_groups (const DolenSheetPages *pages, guint first, guint end)
{
  guint start = end;

  if (!pages->sheet->numbered || end == pages->rows->len
      || dolen_sheet_piece_of (pages, &g_array_index (pages->rows, DolenSheetRow, end))->block->kind
             == DOLEN_SHEET_PAGE)
    return end;
  for (; start > first; start--) {
    const DolenSheetRow *row = &g_array_index (pages->rows, DolenSheetRow, start);

    if (row->line == 0 && dolen_sheet_piece_of (pages, row)->block->kind == DOLEN_SHEET_LABEL)
      break;
  }
  if (start > first
      && (start == end
          || g_array_index (pages->rows, DolenSheetRow, start).y >= pages->height * LEFT))
    return start;
  return end;
}

/* From row @first on, as many as a page takes; the first that it does not. */
static guint
fill_page (DolenSheetPages *pages, guint first, guint page)
{
  double y = 0;
  guint end = first, kept;

  for (; end < pages->rows->len; end++) {
    DolenSheetRow *row = &g_array_index (pages->rows, DolenSheetRow, end);
    double before = end > first ? white_before (pages, row) : 0;

    shrink (pages, row, pages->height - y - before);
    if (end > first
        && (y + before + row->height > pages->height
            || dolen_sheet_piece_of (pages, row)->block->kind == DOLEN_SHEET_PAGE))
      break;
    row->y = y + before;
    row->page = page;
    y = row->y + row->height;
  }
  for (kept = end_between_groups (pages, first, end);
       end < pages->rows->len && kept > first + 1
       && stays_with_next (pages, &g_array_index (pages->rows, DolenSheetRow, kept - 1));)
    kept--;
  return kept > first + 1 ? kept : end;
}

static void
begin (DolenSheetPages *pages, PangoContext *context, double width, double height)
{
  pages->context = g_object_ref (context);
  pages->width = width;
  pages->height = height - (pages->sheet->numbered ? pages->points * DOLEN_SHEET_FOOT : 0);
}

static void
fill_pages (DolenSheetPages *pages)
{
  for (guint row = 0; row < pages->rows->len; pages->n++)
    row = fill_page (pages, row, pages->n);
  pages->n = MAX (pages->n, 1);
  for (guint i = pages->rows->len; i > 0; i--) {
    const DolenSheetRow *row = &g_array_index (pages->rows, DolenSheetRow, i - 1);

    g_array_index (pages->pieces, DolenSheetPiece, row->piece).page = row->page;
  }
}

/* Until that time (monotonic), or to the end. */
static gboolean
go_on (DolenSheetPages *pages, gint64 until)
{
  const GPtrArray *blocks = pages->sheet->blocks;

  while (pages->pieces->len < blocks->len) {
    add_piece (pages, g_ptr_array_index (blocks, pages->pieces->len));
    add_rows (pages, pages->pieces->len - 1);
    if (pages->pieces->len < blocks->len && g_get_monotonic_time () >= until)
      return FALSE;
  }
  if (pages->n == 0)
    fill_pages (pages);
  return TRUE;
}

static guint
lay_out (gpointer data, PangoContext *context, double width, double height)
{
  DolenSheetPages *pages = data;

  if (pages->context == NULL)
    begin (pages, context, width, height);
  go_on (pages, G_MAXINT64);
  return pages->n;
}

static gboolean
lay_out_bit (gpointer data,
             PangoContext *context,
             double width,
             double height,
             gint64 microseconds,
             double *done)
{
  DolenSheetPages *pages = data;
  gboolean all;

  if (pages->context == NULL)
    begin (pages, context, width, height);
  all = go_on (pages, g_get_monotonic_time () + microseconds);
  *done = all ? 1 : (double) pages->pieces->len / pages->sheet->blocks->len;
  return all;
}

static void
draw_page (gpointer data, cairo_t *cr, guint page)
{
  dolen_sheet_draw_page (data, cr, page);
}

DolenPrintPages
dolen_sheet_pages_new (DolenSheet *sheet, DolenSheetLook look)
{
  static const double points[]
      = { [DOLEN_SHEET_NORMAL] = 12, [DOLEN_SHEET_LARGE] = 16, [DOLEN_SHEET_VERY_LARGE] = 22 };
  DolenSheetPages *pages = g_new0 (DolenSheetPages, 1);

  pages->sheet = sheet;
  pages->look = look;
  pages->points = points[MIN (look.size, DOLEN_SHEET_VERY_LARGE)];
  pages->pieces = g_array_new (FALSE, TRUE, sizeof (DolenSheetPiece));
  g_array_set_clear_func (pages->pieces, piece_clear);
  pages->rows = g_array_new (FALSE, TRUE, sizeof (DolenSheetRow));
  return (DolenPrintPages){ lay_out, draw_page, pages, pages_free, lay_out_bit };
}
