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
  const char *size = block->kind == DOLEN_SHEET_TITLE ? "xx-large" : "x-large";

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

static char *
write_all (const DolenSheet *sheet, gboolean markup)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sheet->blocks->len; i++)
    write_block (out, g_ptr_array_index (sheet->blocks, i), markup);
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
