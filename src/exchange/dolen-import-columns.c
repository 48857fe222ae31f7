/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"
#include "exchange/files/dolen-csv-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the columns of tables were read as, which were not read, and what became of the rows. */

void
dolen_import_column_free (DolenImportColumn *column)
{
  g_free (column->heading);
  g_free (column);
}

static gboolean
is_known (const GPtrArray *list, const char *heading, DolenCsvField field)
{
  for (guint i = 0; i < list->len; i++) {
    const DolenImportColumn *column = list->pdata[i];
    if (column->field == field && strcmp (column->heading, heading) == 0)
      return TRUE;
  }
  return FALSE;
}

void
dolen_import_columns_add (GPtrArray *list, const DolenCsvColumns *columns)
{
  for (guint i = 0; columns && i < columns->columns->len; i++) {
    const DolenCsvColumn *column = dolen_csv_columns_get (columns, i);
    DolenImportColumn *item;

    /* A column without heading and cells is the edge of the sheet. */
    if (is_known (list, column->heading, column->field) || (!*column->heading && !column->example))
      continue;
    item = g_new0 (DolenImportColumn, 1);
    item->heading = *column->heading
                        ? g_strdup (column->heading)
                        /* Translators: a column of a table that has no heading; its place. */
                        : g_strdup_printf (_ ("Column %u"), i + 1);
    item->field = column->field;
    g_ptr_array_add (list, item);
  }
}

gboolean
dolen_import_columns_are_bodiless (const GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    switch (((const DolenImportColumn *) columns->pdata[i])->field) {
    case DOLEN_CSV_ORGANISATION:
    case DOLEN_CSV_ORGANISATION_CY:
    case DOLEN_CSV_CHARITY:
    case DOLEN_CSV_COMPANY:
      return FALSE;
    default:
      break;
    }
  return columns->len > 0;
}

char *
dolen_import_columns_sentence (const DolenImportReport *report)
{
  g_autoptr (GString) unread = g_string_new (NULL);
  g_autofree char *headings = NULL;
  const char *bodiless = report->bodiless
                             ? _ ("No column of the table says which organisation runs each group.")
                             : NULL;

  for (guint i = 0; i < report->columns->len; i++) {
    const DolenImportColumn *column = report->columns->pdata[i];
    if (column->field == DOLEN_CSV_SKIP)
      g_string_append_printf (unread, "%s“%s”", unread->len ? ", " : "", column->heading);
  }
  if (!unread->len)
    return g_strdup (bodiless);
  /* Translators: a list of headings of a table, each in quotes. */
  headings = g_strdup_printf (_ ("Columns that were not read: %s."), unread->str);
  return g_strjoin (" ", headings, bodiless, NULL);
}

char *
dolen_import_rows_sentence (const DolenImportReport *report)
{
  if (!report->rows)
    return NULL;
  return g_strdup_printf (
      /* Translators: two numbers; several rows may be one service. */
      _ ("Rows of the table: %1$u. Services made of them: %2$u."),
      report->rows,
      report->rows_services);
}
