/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-sheet.h"

#include "base/dolen-text.h"
#include "casework/vault/dolen-secret.h"

#include <string.h>

static void
block_free (gpointer data)
{
  DolenSheetBlock *block = data;

  if (block->beside != NULL)
    block_free (block->beside);
  dolen_wipe_string (block->label);
  dolen_wipe_string (block->words);
  if (block->map != NULL) {
    g_free (block->map->place_name);
    dolen_wipe_string (block->map->home_name);
    g_free (block->map);
  }
  g_free (block);
}

DolenSheet *
dolen_sheet_new (void)
{
  DolenSheet *sheet = g_new0 (DolenSheet, 1);

  sheet->blocks = g_ptr_array_new_with_free_func (block_free);
  return sheet;
}

void
dolen_sheet_free (DolenSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_ptr_array_unref (sheet->blocks);
  g_free (sheet);
}

DolenSheetBlock *
dolen_sheet_add (DolenSheet *sheet,
                 DolenSheetKind kind,
                 DolenLanguage language,
                 const char *label,
                 const char *words)
{
  DolenSheetBlock *block;

  if ((kind == DOLEN_SHEET_LINE || kind == DOLEN_SHEET_ITEM) && dolen_text_is_empty (words))
    return NULL;
  block = g_new0 (DolenSheetBlock, 1);
  block->kind = kind;
  block->language = language;
  block->label = g_strdup (label);
  block->words = g_strdup (words);
  g_ptr_array_add (sheet->blocks, block);
  return block;
}

/* (transfer full): holds its place in a column. */
static DolenSheetBlock *
new_blank (const DolenSheetBlock *like)
{
  DolenSheetBlock *block = g_new0 (DolenSheetBlock, 1);

  block->kind = like->kind;
  block->language = like->language;
  return block;
}

void
dolen_sheet_pair (DolenSheet *sheet, guint first, DolenSheet *other)
{
  g_autoptr (GPtrArray) right = g_ptr_array_ref (other->blocks);
  guint n = MAX (sheet->blocks->len - first, right->len);

  for (guint i = 0; i < n; i++) {
    DolenSheetBlock *beside = i < right->len ? g_ptr_array_index (right, i) : NULL;
    DolenSheetBlock *block;

    if (first + i == sheet->blocks->len)
      g_ptr_array_add (sheet->blocks, new_blank (beside));
    block = g_ptr_array_index (sheet->blocks, first + i);
    block->beside = beside != NULL ? beside : new_blank (block);
  }
  g_ptr_array_set_free_func (right, NULL);
  dolen_sheet_free (other);
}

void
dolen_sheet_add_map (DolenSheet *sheet,
                     DolenLanguage language,
                     DolenSheetMap *map,
                     const char *words)
{
  dolen_sheet_add (sheet, DOLEN_SHEET_MAP, language, NULL, words)->map = map;
}

/* ---- as one text ---- */

static char *
escape (const char *text, gboolean markup)
{
  return markup ? g_markup_escape_text (text, -1) : g_strdup (text);
}

static void
write_line (GString *out, const DolenSheetBlock *block, gboolean markup)
{
  g_autofree char *words = escape (block->words, markup);

  if (block->label != NULL)
    g_string_append_printf (out, markup ? "<b>%s</b> " : "%s ", block->label);
  g_string_append_printf (out, "%s\n", words);
}

static void
write_title (GString *out, const DolenSheetBlock *block, gboolean markup)
{
  g_autofree char *words = escape (block->words, markup);
  const char *size = block->kind == DOLEN_SHEET_HEADING ? "x-large" : "xx-large";

  if (out->len > 0 && !g_str_has_suffix (out->str, "\n\n"))
    g_string_append_c (out, '\n');
  if (markup)
    g_string_append_printf (out, "<span size=\"%s\" weight=\"bold\">%s</span>\n\n", size, words);
  else
    g_string_append_printf (out, "%s\n\n", words);
}

static void
write_block (GString *out, const DolenSheetBlock *block, gboolean markup)
{
  g_autofree char *words = block->words != NULL ? escape (block->words, markup) : NULL;

  switch (block->kind) {
  case DOLEN_SHEET_COVER:
  case DOLEN_SHEET_TITLE:
  case DOLEN_SHEET_HEADING:
    write_title (out, block, markup);
    break;
  case DOLEN_SHEET_LABEL:
    g_string_append_printf (out, markup ? "<b>%s</b>\n" : "%s\n", words);
    break;
  case DOLEN_SHEET_LINE:
    write_line (out, block, markup);
    break;
  case DOLEN_SHEET_ITEM:
  case DOLEN_SHEET_CONTENTS:
    g_string_append_printf (out, "• %s\n", words);
    break;
  case DOLEN_SHEET_MAP:
    if (!markup && words != NULL)
      g_string_append_printf (out, "%s\n", words);
    break;
  case DOLEN_SHEET_CARD:
    g_string_append_printf (out, "\n– – – – –\n%s\n%s\n– – – – –\n", block->label, words);
    break;
  case DOLEN_SHEET_GAP:
  case DOLEN_SHEET_PAGE:
    if (out->len > 0 && !g_str_has_suffix (out->str, "\n\n"))
      g_string_append_c (out, '\n');
    break;
  }
}

static const DolenSheetBlock *
block_at (const DolenSheet *sheet, guint i)
{
  return g_ptr_array_index (sheet->blocks, i);
}

/* What is read in one language and then in the other: one group, its heading, the front. What only
 * holds a place in a column says nothing. */
static guint
end_of_run (const DolenSheet *sheet, guint first)
{
  guint end = first + 1;

  if (block_at (sheet, first)->beside == NULL)
    return end;
  while (end < sheet->blocks->len && block_at (sheet, end)->beside != NULL
         && block_at (sheet, end)->kind != DOLEN_SHEET_LABEL
         && block_at (sheet, end)->kind != DOLEN_SHEET_HEADING)
    end++;
  return end;
}

static char *
write_all (const DolenSheet *sheet, gboolean markup)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0, end; i < sheet->blocks->len; i = end) {
    end = end_of_run (sheet, i);
    for (guint j = i; j < end; j++)
      if (block_at (sheet, j)->words != NULL || block_at (sheet, j)->beside == NULL)
        write_block (out, block_at (sheet, j), markup);
    for (guint j = i; j < end; j++)
      if (block_at (sheet, j)->beside != NULL && block_at (sheet, j)->beside->words != NULL)
        write_block (out, block_at (sheet, j)->beside, markup);
  }
  g_string_truncate (out, strlen (g_strchomp (out->str)));
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

char *
dolen_sheet_to_text (const DolenSheet *sheet)
{
  return write_all (sheet, FALSE);
}

char *
dolen_sheet_to_markup (const DolenSheet *sheet)
{
  return write_all (sheet, TRUE);
}
