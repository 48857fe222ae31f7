/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-hsds-tables.h"

#include "base/dolen-error.h"
#include "exchange/files/dolen-hsds-row.h"
#include "format/dolen-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _DolenHsdsTables {
  GHashTable *rows; /* "table|column|id" -> GPtrArray of GRefString, the row as JSON */
  goffset bytes;
};

/* The first name is that of HSDS 3, behind it what others call it. */
static const char *const NAMES[][4] = {
  { "services", "service" },
  { "organizations", "organization", "organisations" },
  { "locations", "location" },
  { "service_at_locations", "service_at_location" },
  { "addresses", "address", "physical_addresses", "physical_address" },
  { "phones", "phone" },
  { "contacts", "contact" },
  { "schedules", "schedule", "regular_schedules", "regular_schedule" },
  { "holiday_schedules", "holiday_schedule" },
  { "cost_options", "cost_option" },
  { "languages", "language" },
  { "service_areas", "service_area" },
  { "funding", "fundings" },
  { "accessibility", "accessibilities", "accessibility_for_disabilities" },
  { "attributes", "attribute" },
  { "taxonomy_terms", "taxonomy_term" },
  { "organization_identifiers", "organization_identifier" },
  { "service_capacity", "service_capacities" },
  { "units", "unit" },
};

const char *
dolen_hsds_table_of (const char *name)
{
  g_autofree char *stem = name ? g_ascii_strdown (name, -1) : NULL;

  if (!stem || !g_str_has_suffix (stem, ".csv"))
    return NULL;
  stem[strlen (stem) - strlen (".csv")] = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (NAMES[i]) && NAMES[i][k]; k++)
      if (strcmp (stem, NAMES[i][k]) == 0)
        return NAMES[i][0];
  return NULL;
}

char *
dolen_hsds_file (const char *folder, const char *table)
{
  g_autoptr (GDir) open = g_dir_open (folder, 0, NULL);
  const char *name;

  while (open && (name = g_dir_read_name (open)) != NULL)
    if (g_strcmp0 (dolen_hsds_table_of (name), table) == 0)
      return g_build_filename (folder, name, NULL);
  return NULL;
}

/* Whether the first row has all of @columns. */
static gboolean
has_columns (const char *path, const char *const *columns)
{
  g_autoptr (DolenCsvReader) reader = path ? dolen_csv_reader_new (path, NULL, NULL) : NULL;
  DolenCsvRow row;

  if (!reader || !dolen_csv_reader_next (reader, &row, NULL, NULL))
    return FALSE;
  for (; *columns; columns++) {
    gboolean found = FALSE;
    for (guint i = 0; i < row.n; i++)
      found |= g_ascii_strcasecmp (row.cells[i], *columns) == 0;
    if (!found)
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_hsds_is_package (const char *folder)
{
  static const char *const SERVICE[] = { "id", "name", "organization_id", NULL };
  static const char *const ORGANISATION[] = { "id", "name", "description", NULL };
  g_autofree char *services = dolen_hsds_file (folder, "services");
  g_autofree char *organisations = dolen_hsds_file (folder, "organizations");

  if (services)
    return has_columns (services, SERVICE);
  return organisations && has_columns (organisations, ORGANISATION);
}

static void
hold (DolenHsdsTables *self, const char *table, const char *column, const char *id, char *row)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|%s", table, column, id);
  GPtrArray *list = g_hash_table_lookup (self->rows, key);

  if (!list) {
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
    g_hash_table_insert (self->rows, g_steal_pointer (&key), list);
  }
  g_ptr_array_add (list, g_ref_string_acquire (row));
}

/* Under its own id and under those of all it belongs to. */
static void
hold_row (DolenHsdsTables *self, const char *table, json_object *row)
{
  g_autofree char *json = g_strdup (json_object_to_json_string_ext (row, JSON_C_TO_STRING_PLAIN));
  char *shared = g_ref_string_new (json);

  self->bytes += (goffset) strlen (json);
  json_object_object_foreach (row, key, value)
  {
    if (strcmp (key, "id") == 0 || g_str_has_suffix (key, "_id"))
      hold (self, table, key, json_object_get_string (value), shared);
  }
  g_ref_string_release (shared);
}

static gboolean
read_table (DolenHsdsTables *self,
            const char *path,
            const char *table,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (DolenHsdsRows) rows = dolen_hsds_rows_new (path, cancellable, error);
  DolenHsdsRow row;

  if (!rows)
    return FALSE;
  for (;;) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !dolen_hsds_rows_next (rows, &row, cancellable, error))
      return FALSE;
    if (row.ended)
      return TRUE;
    /* A row too wide to read is no part of anything; a service's own is refused by number. */
    if (row.value)
      hold_row (self, table, row.value);
    if (self->bytes > DOLEN_HSDS_BYTES) {
      g_set_error_literal (error,
                           DOLEN_ERROR,
                           DOLEN_ERROR_TOO_LARGE,
                           _ ("The tables of this package are larger than 512 MB together."));
      return FALSE;
    }
  }
}

DolenHsdsTables *
dolen_hsds_tables_new (const char *folder, GCancellable *cancellable, GError **error)
{
  DolenHsdsTables *self = g_new0 (DolenHsdsTables, 1);

  self->rows
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    g_autofree char *path = dolen_hsds_file (folder, NAMES[i][0]);
    /* Organisations are held too: services point at them. */
    if (!path || strcmp (NAMES[i][0], "services") == 0)
      continue;
    if (!read_table (self, path, NAMES[i][0], cancellable, error)) {
      dolen_hsds_tables_free (self);
      return NULL;
    }
  }
  return self;
}

void
dolen_hsds_tables_free (DolenHsdsTables *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->rows);
  g_free (self);
}

json_object *
dolen_hsds_tables_list (DolenHsdsTables *self,
                        const char *table,
                        const char *column,
                        const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|%s", table, column, id ? id : "");
  const GPtrArray *rows = id ? g_hash_table_lookup (self->rows, key) : NULL;
  json_object *list = json_object_new_array ();

  for (guint i = 0; rows && i < rows->len; i++)
    json_object_array_add (list, json_tokener_parse (g_ptr_array_index (rows, i)));
  return list;
}

json_object *
dolen_hsds_tables_get (DolenHsdsTables *self, const char *table, const char *column, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|%s", table, column, id ? id : "");
  const GPtrArray *rows = id ? g_hash_table_lookup (self->rows, key) : NULL;

  return rows ? json_tokener_parse (g_ptr_array_index (rows, 0)) : NULL;
}
