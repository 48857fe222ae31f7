/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-grants-csv.h"

#include "base/dolen-error.h"
#include "exchange/files/dolen-csv-values.h"
#include "exchange/files/dolen-hsds-row.h"

#include <string.h>

typedef struct {
  char *path;
  DolenHsdsRows *rows;
  json_object *value;
  GError *refused;
} GrantsCsv;

/* Titles of columns, and where they stand in a grant; @list: of an array's first member. */
static const struct {
  const char *title, *list, *key;
} COLUMNS[] = {
  { "Identifier", NULL, "id" },
  { "Title", NULL, "title" },
  { "Currency", NULL, "currency" },
  { "Amount Awarded", NULL, "amountAwarded" },
  { "Award Date", NULL, "awardDate" },
  { "Recipient Org:Identifier", "recipientOrganization", "id" },
  { "Recipient Org:Name", "recipientOrganization", "name" },
  { "Recipient Org:Charity Number", "recipientOrganization", "charityNumber" },
  { "Recipient Org:Company Number", "recipientOrganization", "companyNumber" },
  { "Recipient Ind:Identifier", "recipientIndividual", "id" },
  { "Funding Org:Identifier", "fundingOrganization", "id" },
  { "Funding Org:Name", "fundingOrganization", "name" },
  { "Planned Dates:Start Date", "plannedDates", "startDate" },
  { "Planned Dates:End Date", "plannedDates", "endDate" },
  { "Planned Dates:Duration (months)", "plannedDates", "duration" },
  { "Actual Dates:Start Date", "actualDates", "startDate" },
  { "Actual Dates:End Date", "actualDates", "endDate" },
  { "Actual Dates:Duration (months)", "actualDates", "duration" },
};

gpointer
dolen_grants_csv_new (const char *path)
{
  GrantsCsv *self = g_new0 (GrantsCsv, 1);

  self->path = g_strdup (path);
  return self;
}

static void
grants_free (gpointer reader)
{
  GrantsCsv *self = reader;

  dolen_hsds_rows_free (self->rows);
  json_object_put (self->value);
  g_clear_error (&self->refused);
  g_free (self->path);
  g_free (self);
}

static json_object *
member (json_object *grant, const char *list)
{
  json_object *array = json_object_object_get (grant, list), *first;

  if (array)
    return json_object_array_get_idx (array, 0);
  array = json_object_new_array ();
  first = json_object_new_object ();
  json_object_array_add (array, first);
  json_object_object_add (grant, list, array);
  return first;
}

/* Spreadsheets turn dates round. */
static json_object *
value_of (const char *key, const char *text)
{
  g_autofree char *date = g_str_has_suffix (key, "Date") ? dolen_csv_read_date (text) : NULL;

  return json_object_new_string (date ? date : text);
}

static json_object *
grant_of (json_object *row)
{
  json_object *grant = json_object_new_object ();

  json_object_object_foreach (row, title, cell)
  {
    for (gsize i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
      if (g_ascii_strcasecmp (COLUMNS[i].title, title) == 0)
        json_object_object_add (COLUMNS[i].list ? member (grant, COLUMNS[i].list) : grant,
                                COLUMNS[i].key,
                                value_of (COLUMNS[i].key, json_object_get_string (cell)));
  }
  return grant;
}

static gboolean
grants_next (gpointer reader, DolenJsonItem *item, GCancellable *cancellable, GError **error)
{
  GrantsCsv *self = reader;
  DolenHsdsRow row;

  g_clear_pointer (&self->value, json_object_put);
  g_clear_error (&self->refused);
  *item = (DolenJsonItem){ .kind = DOLEN_JSON_END, .path = self->path };
  if (!self->rows)
    self->rows = dolen_hsds_rows_new (self->path, cancellable, error);
  if (!self->rows)
    return FALSE;
  do {
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !dolen_hsds_rows_next (self->rows, &row, cancellable, error))
      return FALSE;
    if (row.ended)
      return TRUE;
  } while (!row.value && !row.refused);
  item->record = row.number;
  if (row.refused) {
    g_set_error_literal (&self->refused, DOLEN_ERROR, DOLEN_ERROR_INVALID, row.refused);
    item->kind = DOLEN_JSON_REFUSED;
    item->refused = self->refused;
    return TRUE;
  }
  self->value = grant_of (row.value);
  item->kind = DOLEN_JSON_RECORD;
  item->value = self->value;
  return TRUE;
}

static goffset
grants_position (gpointer reader)
{
  GrantsCsv *self = reader;

  return self->rows ? dolen_hsds_rows_position (self->rows) : 0;
}

const DolenRecordReader *
dolen_grants_csv_kind (void)
{
  static const DolenRecordReader GRANTS
      = { .next = grants_next, .position = grants_position, .free = grants_free, .rows = TRUE };

  return &GRANTS;
}
