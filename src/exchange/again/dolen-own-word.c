/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/again/dolen-own-word.h"

#include "exchange/dolen-read-values.h"
#include "exchange/files/dolen-csv-record.h"
#include "exchange/out/dolen-out-rules.h"
#include "exchange/out/dolen-out-values.h"
#include "exchange/out/dolen-out-writer.h"

#include <string.h>

/* Only to be looked at: nothing is counted, nothing was seen before. */
static DolenReadContext
quiet (const DolenReadContext *context)
{
  DolenReadContext copy = *context;

  copy.oddities = NULL;
  copy.examples = NULL;
  copy.record = NULL;
  copy.organisation_seen = NULL;
  return copy;
}

static DolenOutStyle
style_of (DolenDirectory *directory, DolenOwnForm form, const char *like)
{
  gboolean own = form == DOLEN_OWN_TABLES || (like && strstr (like, "\"x_dolen_"));

  return (DolenOutStyle){ own ? DOLEN_OUT_HSDS : DOLEN_OUT_ORUK3, directory };
}

void
dolen_own_word_read (const char *json, const DolenReadContext *context, DolenFound *found)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);
  DolenReadContext reading = quiet (context);

  for (guint i = 0; lines[i]; i++) {
    json_object *record = json_tokener_parse (lines[i]);

    if (record)
      dolen_read_record (&reading, record, NULL, found);
    json_object_put (record);
  }
}

/* As it comes out of a file: numbers are written, and read again. Takes @object. */
static json_object *
written (json_object *object)
{
  json_object *read
      = json_tokener_parse (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));

  json_object_put (object);
  return read;
}

/* ---- a row of a sheet ---- */

static guint
count_known (GHashTable *cells, const DolenCsvColumns *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->columns->len; i++)
    n += g_hash_table_contains (cells, dolen_csv_columns_get (columns, i)->heading);
  return n;
}

/* In the language whose headings the sheet has. */
static GHashTable *
cells_like (const DolenCsvColumns *columns,
            const DolenService *service,
            const DolenOrganisation *organisation)
{
  GHashTable *english = dolen_out_sheet_cells (DOLEN_LANGUAGE_EN, service, organisation);
  GHashTable *welsh = dolen_out_sheet_cells (DOLEN_LANGUAGE_CY, service, organisation);
  gboolean is_welsh = count_known (welsh, columns) > count_known (english, columns);

  g_hash_table_unref (is_welsh ? english : welsh);
  return is_welsh ? welsh : english;
}

static json_object *
row_of (const DolenCsvColumns *columns,
        const DolenService *service,
        const DolenOrganisation *organisation)
{
  g_autoptr (GHashTable) table = cells_like (columns, service, organisation);
  guint n = columns->columns->len;
  g_autofree const char **cells = g_new0 (const char *, n + 1);
  const DolenCsvRow row = { .n = n, .cells = cells };

  for (guint i = 0; i < n; i++) {
    const char *cell = g_hash_table_lookup (table, dolen_csv_columns_get (columns, i)->heading);
    cells[i] = cell ? cell : "";
  }
  return dolen_csv_record_new (columns, &row, NULL);
}

/* ---- the records ---- */

static json_object *
write_service (const DolenOutStyle *style,
               DolenOwnForm form,
               const DolenCsvColumns *columns,
               const DolenService *service,
               const DolenOrganisation *organisation)
{
  json_object *object;

  if (form == DOLEN_OWN_SHEET)
    return columns ? row_of (columns, service, organisation) : NULL;
  object = dolen_out_service (style, service, organisation);
  if (form == DOLEN_OWN_TABLES)
    dolen_out_tables_prune (object, "service");
  return written (object);
}

gboolean
dolen_own_word_service (DolenDirectory *directory,
                        const char *uid,
                        DolenOwnForm form,
                        const char *like,
                        const DolenCsvColumns *columns,
                        const DolenReadContext *context,
                        DolenFound *found,
                        GError **error)
{
  const DolenOutStyle style = style_of (directory, form, like);
  g_autoptr (DolenService) stored = dolen_directory_get_service (directory, uid, error);
  g_autoptr (DolenOutOrganisation) organisation = NULL;
  g_autoptr (DolenService) cleaned = NULL;
  DolenReadContext reading = quiet (context);
  json_object *object;

  if (!stored)
    return FALSE;
  if (stored->organisation_uid) {
    organisation = dolen_out_organisation_read (directory, stored->organisation_uid, error);
    if (!organisation)
      return FALSE;
  }
  cleaned = dolen_out_service_copy (stored, organisation ? organisation->stored : NULL);
  object = write_service (&style, form, columns, cleaned, organisation ? organisation->open : NULL);
  if (object)
    dolen_read_record (&reading, object, NULL, found);
  json_object_put (object);
  return TRUE;
}

DolenOrganisation *
dolen_own_word_organisation (DolenDirectory *directory,
                             const char *uid,
                             DolenOwnForm form,
                             const char *like,
                             const DolenReadContext *context,
                             GError **error)
{
  const DolenOutStyle style = style_of (directory, form, like);
  g_autoptr (DolenOutOrganisation) organisation
             = dolen_out_organisation_read (directory, uid, error);
  DolenReadContext reading = quiet (context);
  DolenOrganisation *read;
  json_object *object;

  if (!organisation)
    return NULL;
  object = dolen_out_organisation (&style, organisation->open);
  if (form == DOLEN_OWN_TABLES)
    dolen_out_tables_prune (object, "organization");
  object = written (object);
  read = dolen_read_organisation (&reading, object, uid);
  json_object_put (object);
  return read;
}

DolenOrganisation *
dolen_own_word_parse_organisation (const char *json,
                                   const char *foreign_id,
                                   const DolenReadContext *context)
{
  json_object *record = json_tokener_parse (json);
  DolenReadContext reading = quiet (context);
  DolenOrganisation *read = record ? dolen_read_organisation (&reading, record, foreign_id) : NULL;

  json_object_put (record);
  return read;
}
