/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-record.h"

#include "base/dolen-regex.h"
#include "base/dolen-text.h"
#include "exchange/files/dolen-csv-values.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* Rows beneath a table that count it. */

static gboolean
is_total (const char *text)
{
  static GRegex *kept;
  g_autofree char *folded = g_strstrip (dolen_welsh_fold (text));

  return g_regex_match (
      dolen_regex_once (
          &kept,
          "^(?:(?:grand |sub[ -]?)?totals?|(?:is[ -]?)?(?:cyfanswm|gyfanswm|cyfansymiau))"
          "(?: (?:number|count|nifer))?(?: (?:of )?(?:groups|services|activities|records|rows|entries|"
          "grwpiau|gwasanaethau|gweithgareddau|rhesi))? ?[:=]? ?[\\d., ]*$",
          0),
      folded,
      0,
      NULL);
}

/* "Total: 57", "Cyfanswm", "CYFANSWM / TOTAL" */
static gboolean
says_total (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, "/", -1);

  for (guint i = 0; parts[i]; i++)
    if (!is_total (parts[i]))
      return FALSE;
  return parts[0] != NULL;
}

/* "10 groups", "13 grŵp" */
static gboolean
is_count (const char *cell)
{
  static GRegex *kept;
  g_autofree char *folded = g_strstrip (dolen_welsh_fold (cell));

  return g_regex_match (
      dolen_regex_once (
          &kept,
          "^\\d[\\d., ]*(?:o )?(?:groups?|services?|activit(?:y|ies)|records?|rows?|entries|entry|"
          "g?rwp(?:iau)?|gwasanaeth(?:au)?|gweithgaredd(?:au)?|rhes(?:i)?)$",
          0),
      folded,
      0,
      NULL);
}

static gboolean
is_number (const char *cell)
{
  gsize length = strspn (cell, "0123456789.,% ");

  return g_ascii_isdigit (cell[strspn (cell, " ")]) && cell[length] == '\0';
}

static gboolean
is_of_name (const DolenCsvColumns *columns, guint column)
{
  DolenCsvField field = column < columns->columns->len
                            ? dolen_csv_columns_get (columns, column)->field
                            : DOLEN_CSV_SKIP;

  return field == DOLEN_CSV_NAME || field == DOLEN_CSV_NAME_CY || field == DOLEN_CSV_ORGANISATION
         || field == DOLEN_CSV_ORGANISATION_CY;
}

gboolean
dolen_csv_is_sum (const DolenCsvColumns *columns, const DolenCsvRow *row)
{
  gboolean total = FALSE, name = FALSE, count = FALSE;

  for (guint i = 0; i < row->n; i++) {
    const char *cell = row->cells[i];

    if (dolen_text_is_empty (cell) || dolen_csv_says_nothing (cell))
      continue;
    name |= is_of_name (columns, i);
    if (says_total (cell))
      total = TRUE;
    else if (is_count (cell))
      count = TRUE;
    else if (!is_number (cell))
      return FALSE;
  }
  /* "10 groups" alone may be a name. */
  return total || (name && !count);
}
