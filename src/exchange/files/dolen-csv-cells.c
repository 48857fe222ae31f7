/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-cells.h"

#include "base/dolen-text.h"
#include "exchange/files/dolen-csv-values.h"

#include <string.h>

void
dolen_csv_note_free (DolenCsvNote *note)
{
  g_free (note->heading);
  g_free (note->why);
  g_free (note);
}

void
dolen_csv_cells_note (const DolenCsvCells *row, guint column, const char *why)
{
  DolenCsvNote *item;

  if (!row->notes)
    return;
  item = g_new0 (DolenCsvNote, 1);
  item->column = column;
  item->heading = g_strdup (dolen_csv_columns_get (row->columns, column)->heading);
  item->why = g_strdup (why);
  g_ptr_array_add (row->notes, item);
}

/* What looks like a formula stands behind an apostrophe, so that no spreadsheet reckons with it. */
static const char *
skip_apostrophe (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) ? cell + 1 : cell;
}

char *
dolen_csv_cells_next (const DolenCsvCells *row, DolenCsvField field, guint *at)
{
  while (*at < row->row->n && *at < row->columns->columns->len) {
    guint column = (*at)++;
    char *text;
    if (dolen_csv_columns_get (row->columns, column)->field != field)
      continue;
    text = dolen_text_clean (skip_apostrophe (row->row->cells[column]));
    if (text && !dolen_csv_says_nothing (text))
      return text;
    g_free (text);
  }
  return NULL;
}

char *
dolen_csv_cells_first (const DolenCsvCells *row, DolenCsvField field)
{
  guint at = 0;

  return dolen_csv_cells_next (row, field, &at);
}

char *
dolen_csv_cells_join (const DolenCsvCells *row, DolenCsvField field, const char *between)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint at = 0;
  char *text;

  while ((text = dolen_csv_cells_next (row, field, &at)) != NULL) {
    g_string_append_printf (all, "%s%s", all->len ? between : "", text);
    g_free (text);
  }
  return all->len ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}
