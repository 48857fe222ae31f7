/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-columns.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "exchange/out/dolen-out-sheet.h"
#include "language/dolen-welsh.h"

#include <glib/gi18n-lib.h>
#include <json-c/json.h>
#include <string.h>

#define HEADING_ROWS 10
#define EXAMPLE_ROWS 50

static void
column_free (gpointer data)
{
  DolenCsvColumn *column = data;

  g_free (column->heading);
  g_free (column->example);
  g_free (column);
}

static DolenCsvColumns *
columns_new (void)
{
  DolenCsvColumns *columns = g_new0 (DolenCsvColumns, 1);

  columns->columns = g_ptr_array_new_with_free_func (column_free);
  return columns;
}

void
dolen_csv_columns_free (DolenCsvColumns *columns)
{
  if (columns == NULL)
    return;
  g_ptr_array_unref (columns->columns);
  g_free (columns);
}

static void
add (DolenCsvColumns *columns, const char *heading, DolenCsvField field)
{
  DolenCsvColumn *column = g_new0 (DolenCsvColumn, 1);

  column->heading = g_strdup (heading ? heading : "");
  column->field = field;
  g_ptr_array_add (columns->columns, column);
}

DolenCsvColumns *
dolen_csv_columns_copy (const DolenCsvColumns *columns)
{
  DolenCsvColumns *copy = columns_new ();

  copy->row = columns->row;
  copy->own = columns->own;
  for (guint i = 0; i < columns->columns->len; i++) {
    const DolenCsvColumn *column = dolen_csv_columns_get (columns, i);
    add (copy, column->heading, column->field);
    dolen_csv_columns_get (copy, i)->example = g_strdup (column->example);
  }
  return copy;
}

DolenCsvColumn *
dolen_csv_columns_get (const DolenCsvColumns *columns, guint index)
{
  return g_ptr_array_index (columns->columns, index);
}

/* The surest heading has a field; of two that are as sure the first. */
static void
propose (DolenCsvColumns *columns, GArray *certainties)
{
  for (int sure = 2; sure > 0; sure--)
    for (guint i = 0; i < columns->columns->len; i++) {
      DolenCsvColumn *column = dolen_csv_columns_get (columns, i);
      gboolean taken = FALSE;
      if (g_array_index (certainties, int, i) != sure || dolen_csv_field_may_repeat (column->field))
        continue;
      for (guint k = 0; k < columns->columns->len; k++)
        taken |= k != i && dolen_csv_columns_get (columns, k)->field == column->field
                 && (g_array_index (certainties, int, k) > sure
                     || (g_array_index (certainties, int, k) == sure && k < i));
      if (taken) {
        column->field = DOLEN_CSV_SKIP;
        g_array_index (certainties, int, i) = 0;
      }
    }
}

static DolenCsvColumns *
read_headings (const DolenCsvRow *row, guint *known)
{
  DolenCsvColumns *columns = columns_new ();
  g_autoptr (GArray) certainties = g_array_new (FALSE, FALSE, sizeof (int));

  *known = 0;
  columns->row = row->number;
  for (guint i = 0; i < row->n; i++) {
    g_autofree char *heading = dolen_text_clean_line (row->cells[i]);
    int certainty = 0;
    DolenCsvField field = heading ? dolen_csv_field_guess (heading, &certainty) : DOLEN_CSV_SKIP;
    *known += (guint) certainty;
    add (columns, heading, field);
    g_array_append_val (certainties, certainty);
  }
  propose (columns, certainties);
  columns->own = dolen_out_sheet_is_ours (row->cells, row->n);
  for (guint i = 0; columns->own && i < columns->columns->len; i++)
    if (dolen_out_sheet_is_organisation_id (dolen_csv_columns_get (columns, i)->heading))
      dolen_csv_columns_get (columns, i)->field = DOLEN_CSV_ORGANISATION_ID;
  return columns;
}

/* A table with only an organisation's column is a list of organisations' groups: that is enough.
 * Without either, a first column of texts that no heading explains may be the names; a person says
 * so. */
gboolean
dolen_csv_columns_has_name (const DolenCsvColumns *columns)
{
  for (guint i = 0; i < columns->columns->len; i++)
    switch (dolen_csv_columns_get (columns, i)->field) {
    case DOLEN_CSV_NAME:
    case DOLEN_CSV_NAME_CY:
    case DOLEN_CSV_ORGANISATION:
    case DOLEN_CSV_ORGANISATION_CY:
      return TRUE;
    default:
      break;
    }
  return FALSE;
}

/* The first of each column that says something, among the first rows. */
static gboolean
find_examples (DolenCsvColumns *columns,
               const char *path,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (DolenCsvReader) reader = dolen_csv_reader_new (path, cancellable, error);
  DolenCsvRow row = { 0 };

  while (reader && row.number < columns->row + EXAMPLE_ROWS) {
    if (!dolen_csv_reader_next (reader, &row, cancellable, error))
      return FALSE;
    if (row.n == 0 && !row.refused)
      break;
    for (guint i = 0; row.number > columns->row && i < MIN (row.n, columns->columns->len); i++) {
      DolenCsvColumn *column = dolen_csv_columns_get (columns, i);
      if (!column->example)
        column->example = dolen_text_clean_line (row.cells[i]);
    }
  }
  return reader != NULL;
}

DolenCsvColumns *
dolen_csv_columns_propose (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenCsvReader) reader = dolen_csv_reader_new (path, cancellable, error);
  g_autoptr (DolenCsvColumns) best = NULL;
  guint most = 0;
  DolenCsvRow row;

  for (int i = 0; reader && i < HEADING_ROWS; i++) {
    g_autoptr (DolenCsvColumns) columns = NULL;
    guint known;
    if (!dolen_csv_reader_next (reader, &row, cancellable, error))
      return NULL;
    if (row.n == 0 && row.refused == NULL)
      break;
    columns = read_headings (&row, &known);
    if (best && known <= most)
      continue;
    g_clear_pointer (&best, dolen_csv_columns_free);
    best = g_steal_pointer (&columns);
    most = known;
  }
  if (reader && !best) {
    g_autofree char *name = g_path_get_basename (path);
    /* Translators: name of a file. */
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("There is no row in the table %s."), name);
  }
  if (best && !find_examples (best, path, cancellable, error))
    return NULL;
  return g_steal_pointer (&best);
}

void
dolen_csv_columns_set (DolenCsvColumns *columns, guint index, DolenCsvField field)
{
  for (guint i = 0; i < columns->columns->len; i++) {
    DolenCsvColumn *column = dolen_csv_columns_get (columns, i);
    if (i == index)
      column->field = field;
    else if (column->field == field && !dolen_csv_field_may_repeat (field))
      column->field = DOLEN_CSV_SKIP;
  }
}

/* The place of a column by heading, in any case and without diacritics, or by number; -1. */
static int
find (const DolenCsvColumns *columns, const char *name)
{
  g_autofree char *wanted = dolen_welsh_fold (name);
  guint64 number;

  for (guint i = 0; i < columns->columns->len; i++) {
    g_autofree char *folded = dolen_welsh_fold (dolen_csv_columns_get (columns, i)->heading);
    if (strcmp (folded, wanted) == 0)
      return (int) i;
  }
  if (g_ascii_string_to_unsigned (name, 10, 1, columns->columns->len, &number, NULL))
    return (int) number - 1;
  return -1;
}

gboolean
dolen_csv_columns_map (DolenCsvColumns *columns, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *name = equals ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  DolenCsvField field = DOLEN_CSV_SKIP;
  int index;

  g_strstrip (name);
  index = find (columns, name);
  if (index < 0) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: heading of a column. */
                 _ ("There is no column “%s” in the table."),
                 name);
    return FALSE;
  }
  if (!equals || !dolen_csv_field_from_code (equals + 1, &field)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: what was given for a column of a table. */
                 _ ("“%s” is nothing a column can hold. These are: id, name, phone and so on; "
                    "the manual lists them."),
                 equals ? equals + 1 : "");
    return FALSE;
  }
  dolen_csv_columns_set (columns, (guint) index, field);
  return TRUE;
}

/* By what a column is remembered: its heading, where no column before it has the same. */
static char *
key_of (const DolenCsvColumns *columns, guint index)
{
  const char *heading = dolen_csv_columns_get (columns, index)->heading;
  gboolean own = *heading != 0;

  for (guint i = 0; i < index; i++)
    own &= strcmp (dolen_csv_columns_get (columns, i)->heading, heading) != 0;
  return own ? g_strdup (heading) : g_strdup_printf ("#%u", index + 1);
}

static char *
take_text (json_object *object)
{
  char *text = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));

  json_object_put (object);
  return text;
}

char *
dolen_csv_columns_to_json (const DolenCsvColumns *columns)
{
  json_object *object = json_object_new_object ();

  for (guint i = 0; i < columns->columns->len; i++) {
    const DolenCsvColumn *column = dolen_csv_columns_get (columns, i);
    g_autofree char *key = key_of (columns, i);
    json_object_object_add (
        object, key, json_object_new_string (dolen_csv_field_code (column->field)));
  }
  return take_text (object);
}

static json_object *
parse (const char *json)
{
  json_object *object = json ? json_tokener_parse (json) : NULL;

  if (object && !json_object_is_type (object, json_type_object))
    g_clear_pointer (&object, json_object_put);
  return object;
}

void
dolen_csv_columns_recall (DolenCsvColumns *columns, const char *json)
{
  json_object *object = parse (json);

  for (guint i = 0; object && i < columns->columns->len; i++) {
    g_autofree char *key = key_of (columns, i);
    json_object *value;
    DolenCsvField field;
    if (json_object_object_get_ex (object, key, &value)
        && dolen_csv_field_from_code (json_object_get_string (value), &field))
      dolen_csv_columns_set (columns, i, field);
  }
  json_object_put (object);
}

char *
dolen_csv_columns_of_settings (const char *settings)
{
  json_object *object = parse (settings), *columns;
  char *json = NULL;

  if (object && json_object_object_get_ex (object, "columns", &columns))
    json = g_strdup (json_object_to_json_string_ext (columns, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return json;
}

char *
dolen_csv_columns_into_settings (const char *settings, const char *json)
{
  json_object *object = parse (settings), *columns = parse (json);

  if (!object)
    object = json_object_new_object ();
  if (columns)
    json_object_object_add (object, "columns", columns);
  return take_text (object);
}
