/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-file.h"
#include "exchange/out/dolen-out-folder.h"
#include "exchange/out/dolen-out-values.h"
#include "exchange/out/dolen-out-writer.h"

#include "format/dolen-csv-line.h"

#include <string.h>

/*
 * The tabular data package of HSDS 3.1: the records in full form, each kind of part in a table of
 * its own (docs.openreferral.org, "Tabular data package"; specs.frictionlessdata.io). Columns of
 * our own begin with x_dolen_.
 */

typedef struct {
  const char *name, *path;
  const char *columns; /* with commas between */
} Table;

#define BOTH "name,x_dolen_name_cy,description,x_dolen_description_cy"

static const Table tables[] = {
  { "organization",
    "organizations.csv",
    "id,x_dolen_uid," BOTH
    ",email,website,legal_status,parent_organization_id,x_dolen_governance" },
  { "service",
    "services.csv",
    "id,x_dolen_uid,organization_id," BOTH ",url,email,status,application_process,wait_time,fees,"
    "eligibility_description,minimum_age,maximum_age,assured_date,alert,last_modified" },
  { "service_at_location", "service_at_location.csv", "id,service_id,location_id" },
  { "location",
    "locations.csv",
    "id,location_type,name,x_dolen_name_cy,transportation,latitude,longitude" },
  { "address",
    "addresses.csv",
    "id,location_id,address_1,address_2,city,state_province,postal_code,country,address_type" },
  { "accessibility", "accessibility.csv", "id,location_id,description" },
  { "schedule",
    "schedules.csv",
    "id,service_id,service_at_location_id,valid_from,valid_to,dtstart,until,freq,interval,byday,"
    "bymonthday,description,x_dolen_description_cy,opens_at,closes_at" },
  { "service_area", "service_areas.csv", "id,service_id,name" },
  { "language", "languages.csv", "id,service_id,name,code,note" },
  { "cost_option",
    "cost_options.csv",
    "id,service_id,valid_from,valid_to,option,currency,amount,amount_description" },
  { "contact", "contacts.csv", "id,organization_id,service_id,name,title,email" },
  { "phone", "phones.csv", "id,service_id,organization_id,contact_id,number,description" },
  { "attribute", "attributes.csv", "id,link_id,taxonomy_term_id,link_type" },
  { "taxonomy_term", "taxonomy_terms.csv", "id,code,name,description,taxonomy" },
  { "organization_identifier",
    "organization_identifiers.csv",
    "id,organization_id,identifier_scheme,identifier_type,identifier" },
};

/* Under which key of which table's object another table's stand. */
static const struct {
  const char *table, *key, *child;
} children[] = {
  { "service", "organization", "organization" },
  { "service", "schedules", "schedule" },
  { "service", "service_areas", "service_area" },
  { "service", "service_at_locations", "service_at_location" },
  { "service", "languages", "language" },
  { "service", "cost_options", "cost_option" },
  { "service", "contacts", "contact" },
  { "service", "phones", "phone" },
  { "service", "attributes", "attribute" },
  { "service_at_location", "location", "location" },
  { "location", "addresses", "address" },
  { "location", "accessibility", "accessibility" },
  { "contact", "phones", "phone" },
  { "attribute", "taxonomy_term", "taxonomy_term" },
  { "organization", "organization_identifiers", "organization_identifier" },
  { "organization", "contacts", "contact" },
  { "organization", "phones", "phone" },
};

#define N_TABLES G_N_ELEMENTS (tables)

typedef struct {
  DolenOutWriter parent;
  char *path; /* (owned) folder */
  DolenOutStyle style;
  DolenOutFile *files[N_TABLES]; /* (owned) */
  GHashTable *written;           /* "table id" of what stands in its table already */
} Tables;

static guint
find_table (const char *name)
{
  guint i = 0;

  while (!g_str_equal (tables[i].name, name))
    i++;
  return i;
}

static gboolean
write_cells (Tables *self, guint table, const char *const *cells, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  dolen_csv_add_line (line, cells, g_strv_length ((char **) cells));
  return dolen_out_file_add (self->files[table], line->str, error);
}

static gboolean
write_row (Tables *self, guint table, json_object *object, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (tables[table].columns, ",", -1);
  guint n = g_strv_length (columns);
  g_autofree const char **cells = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++) {
    json_object *value = json_object_object_get (object, columns[i]);
    cells[i] = value != NULL ? json_object_get_string (value) : "";
  }
  return write_cells (self, table, cells, error);
}

/* A time without sessions would be read as one with: no column says that it is closed. */
static gboolean
has_place (json_object *object)
{
  return !json_object_get_boolean (json_object_object_get (object, "closed"));
}

static gboolean
emit (Tables *self, guint table, json_object *object, GError **error)
{
  const char *id = json_object_get_string (json_object_object_get (object, "id"));

  if (!has_place (object))
    return TRUE;
  if (!g_hash_table_add (self->written, g_strdup_printf ("%u %s", table, id)))
    return TRUE;
  if (!write_row (self, table, object, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++) {
    json_object *child = json_object_object_get (object, children[i].key);
    guint n = json_object_is_type (child, json_type_array)
                  ? (guint) json_object_array_length (child)
                  : child != NULL;

    if (!g_str_equal (children[i].table, tables[table].name))
      continue;
    for (guint k = 0; k < n; k++)
      if (!emit (self,
                 find_table (children[i].child),
                 json_object_is_type (child, json_type_array) ? json_object_array_get_idx (child, k)
                                                              : child,
                 error))
        return FALSE;
  }
  return TRUE;
}

static gboolean
is_column (guint table, const char *key)
{
  g_auto (GStrv) columns = g_strsplit (tables[table].columns, ",", -1);

  return g_strv_contains ((const char *const *) columns, key);
}

static void prune (guint table, json_object *object);

/* Where the objects under a key stand; FALSE where they have no table. */
static gboolean
prune_child (guint table, const char *key, json_object *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if (g_str_equal (children[i].table, tables[table].name) && g_str_equal (children[i].key, key)) {
      prune (find_table (children[i].child), value);
      return TRUE;
    }
  return FALSE;
}

static void
prune (guint table, json_object *object)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (json_object_is_type (object, json_type_array)) {
    for (size_t i = json_object_array_length (object); i > 0; i--)
      if (has_place (json_object_array_get_idx (object, i - 1)))
        prune (table, json_object_array_get_idx (object, i - 1));
      else
        json_object_array_del_idx (object, i - 1, 1);
    return;
  }
  if (!json_object_is_type (object, json_type_object))
    return;
  json_object_object_foreach (object, name, value)
  {
    (void) value;
    g_ptr_array_add (keys, g_strdup (name));
  }
  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i];
    json_object *member = json_object_object_get (object, key);
    json_object *text = member && is_column (table, key)
                            ? json_object_new_string (json_object_get_string (member))
                            : NULL;

    if (text)
      json_object_object_add (object, key, text);
    else if (!member || !prune_child (table, key, member))
      json_object_object_del (object, key);
  }
}

void
dolen_out_tables_prune (json_object *object, const char *table)
{
  prune (find_table (table), object);
}

static gboolean
tables_add (DolenOutWriter *writer,
            const DolenService *service,
            const DolenOrganisation *organisation,
            GError **error)
{
  Tables *self = (Tables *) writer;
  json_object *object = dolen_out_service (&self->style, service, organisation);
  gboolean ok = emit (self, find_table ("service"), object, error);

  json_object_put (object);
  return ok;
}

static json_object *
describe_table (const Table *table)
{
  json_object *resource = json_object_new_object (), *schema = json_object_new_object ();
  json_object *fields = json_object_new_array ();
  g_auto (GStrv) columns = g_strsplit (table->columns, ",", -1);

  for (guint i = 0; columns[i] != NULL; i++) {
    json_object *field = json_object_new_object ();

    json_object_object_add (field, "name", json_object_new_string (columns[i]));
    json_object_object_add (field, "type", json_object_new_string ("string"));
    json_object_array_add (fields, field);
  }
  json_object_object_add (schema, "fields", fields);
  json_object_object_add (schema, "primaryKey", json_object_new_string ("id"));
  json_object_object_add (resource, "name", json_object_new_string (table->name));
  json_object_object_add (resource, "path", json_object_new_string (table->path));
  json_object_object_add (resource, "profile", json_object_new_string ("tabular-data-resource"));
  json_object_object_add (resource, "schema", schema);
  return resource;
}

/* As the data package says it: where all of it comes from, and under which licences. */
static void
add_sources (json_object *package, const DolenOutSources *sources)
{
  json_object *all = dolen_out_sources_describe_all (sources);
  json_object *named = json_object_new_array (), *licences = json_object_new_array ();

  for (size_t i = 0; i < json_object_array_length (all); i++) {
    json_object *one = json_object_array_get_idx (all, i);
    json_object *source = json_object_new_object (), *licence = json_object_new_object ();
    json_object *name = json_object_object_get (one, "licence");

    json_object_object_add (
        source, "title", json_object_get (json_object_object_get (one, "name")));
    json_object_array_add (named, source);
    json_object_object_add (licence, "title", json_object_get (name));
    json_object_object_add (
        licence, "path", json_object_get (json_object_object_get (one, "licence_url")));
    if (name != NULL)
      json_object_array_add (licences, licence);
    else
      json_object_put (licence);
  }
  dolen_out_list (package, "sources", named);
  dolen_out_list (package, "licenses", licences);
  json_object_put (all);
}

static gboolean
write_package (const char *folder, const DolenOutSources *sources, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);
  json_object *package = json_object_new_object (), *resources = json_object_new_array ();
  gboolean ok;

  for (guint i = 0; i < N_TABLES; i++)
    json_object_array_add (resources, describe_table (&tables[i]));
  json_object_object_add (package, "name", json_object_new_string ("human_services_data"));
  json_object_object_add (package, "profile", json_object_new_string ("tabular-data-package"));
  json_object_object_add (package, "resources", resources);
  add_sources (package, sources);
  dolen_out_folder_mark (package);
  ok = dolen_out_file_write (
      path, json_object_to_json_string_ext (package, JSON_C_TO_STRING_PRETTY), error);
  json_object_put (package);
  return ok;
}

static gboolean
tables_finish (DolenOutWriter *writer, GError **error)
{
  Tables *self = (Tables *) writer;

  for (guint i = 0; i < N_TABLES; i++)
    if (!dolen_out_file_finish (self->files[i], error))
      return FALSE;
  return write_package (self->path, self->style.sources, error)
         && dolen_out_sources_write (self->style.sources, self->path, error);
}

static void
tables_free (DolenOutWriter *writer)
{
  Tables *self = (Tables *) writer;

  for (guint i = 0; i < N_TABLES; i++)
    dolen_out_file_free (self->files[i]);
  g_hash_table_unref (self->written);
  g_free (self->path);
  g_free (self);
}

static gboolean
open_files (Tables *self, GError **error)
{
  for (guint i = 0; i < N_TABLES; i++) {
    g_autofree char *path = g_build_filename (self->path, tables[i].path, NULL);
    g_auto (GStrv) columns = g_strsplit (tables[i].columns, ",", -1);

    self->files[i] = dolen_out_file_new (path, error);
    if (self->files[i] == NULL || !write_cells (self, i, (const char *const *) columns, error))
      return FALSE;
  }
  return TRUE;
}

DolenOutWriter *
dolen_out_tables_new (const char *path, const DolenOutStyle *style, GError **error)
{
  g_autoptr (DolenOutWriter) writer = NULL;
  Tables *self;

  if (!dolen_out_folder_prepare (path, "datapackage.json", error))
    return NULL;
  self = g_new0 (Tables, 1);
  self->parent = (DolenOutWriter){ tables_add, tables_finish, tables_free };
  self->path = g_strdup (path);
  self->style = *style;
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer = &self->parent;
  return open_files (self, error) ? g_steal_pointer (&writer) : NULL;
}
