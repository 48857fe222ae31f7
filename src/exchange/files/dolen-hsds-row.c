/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-hsds-row.h"

#include "base/dolen-text.h"
#include "format/dolen-csv-reader.h"

struct _DolenHsdsRows {
  DolenCsvReader *reader;
  GPtrArray *fields; /* of char* (nullable): the headings */
  json_object *value;
};

void
dolen_hsds_rows_free (DolenHsdsRows *self)
{
  if (self == NULL)
    return;
  dolen_csv_reader_free (self->reader);
  g_ptr_array_unref (self->fields);
  json_object_put (self->value);
  g_free (self);
}

DolenHsdsRows *
dolen_hsds_rows_new (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DolenHsdsRows) self = g_new0 (DolenHsdsRows, 1);
  DolenCsvRow row;

  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->reader = dolen_csv_reader_new (path, cancellable, error);
  if (!self->reader || !dolen_csv_reader_next (self->reader, &row, cancellable, error))
    return NULL;
  for (guint i = 0; i < row.n; i++)
    g_ptr_array_add (self->fields, dolen_text_clean_line (row.cells[i]));
  return g_steal_pointer (&self);
}

gboolean
dolen_hsds_rows_next (DolenHsdsRows *self,
                      DolenHsdsRow *row,
                      GCancellable *cancellable,
                      GError **error)
{
  DolenCsvRow cells;

  *row = (DolenHsdsRow){ 0 };
  g_clear_pointer (&self->value, json_object_put);
  if (!dolen_csv_reader_next (self->reader, &cells, cancellable, error))
    return FALSE;
  row->number = cells.number;
  row->refused = cells.refused;
  row->ended = cells.n == 0 && !cells.refused;
  for (guint i = 0; i < MIN (cells.n, self->fields->len); i++) {
    const char *field = g_ptr_array_index (self->fields, i);
    if (!field || dolen_text_is_empty (cells.cells[i]))
      continue;
    if (!self->value)
      self->value = json_object_new_object ();
    json_object_object_add (self->value, field, json_object_new_string (cells.cells[i]));
  }
  row->value = self->value;
  return TRUE;
}

goffset
dolen_hsds_rows_position (DolenHsdsRows *self)
{
  return dolen_csv_reader_position (self->reader);
}
