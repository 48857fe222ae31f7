/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-hsds-stream.h"

#include "base/dolen-error.h"
#include "exchange/files/dolen-hsds-row.h"
#include "exchange/files/dolen-hsds-tables.h"
#include "format/dolen-json-value.h"

typedef struct {
  char *folder;
  DolenHsdsTables *tables;
  char *files[2]; /* (nullable): of services, of organisations */
  int file;       /* the one being read; -1 before the first */
  DolenHsdsRows *rows;
  goffset before;   /* bytes of what was read before the rows */
  GHashTable *used; /* ids of organisations that a service has */
  GError *refused;
} HsdsStream;

gpointer
dolen_hsds_stream_new (const char *folder)
{
  HsdsStream *stream = g_new0 (HsdsStream, 1);

  stream->folder = g_strdup (folder);
  stream->file = -1;
  stream->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return stream;
}

static void
hsds_free (gpointer reader)
{
  HsdsStream *stream = reader;

  dolen_hsds_tables_free (stream->tables);
  dolen_hsds_rows_free (stream->rows);
  g_hash_table_unref (stream->used);
  g_clear_error (&stream->refused);
  g_free (stream->files[0]);
  g_free (stream->files[1]);
  g_free (stream->folder);
  g_free (stream);
}

/* ---- joining ---- */

/* Puts the rows of @table that belong to @object into it; none, and nothing is put. */
static json_object *
join (
    HsdsStream *stream, json_object *object, const char *key, const char *table, const char *column)
{
  g_autofree char *id = dolen_json_get_line (object, "id");
  json_object *list = dolen_hsds_tables_list (stream->tables, table, column, id);

  if (json_object_array_length (list) == 0)
    g_clear_pointer (&list, json_object_put);
  else
    json_object_object_add (object, key, list);
  return list;
}

static void
join_contacts (HsdsStream *stream, json_object *object, const char *column)
{
  json_object *contacts = join (stream, object, "contacts", "contacts", column);

  for (guint i = 0; i < dolen_json_length (contacts); i++)
    join (stream, dolen_json_at (contacts, i), "phones", "phones", "contact_id");
}

/* A telephone that is a contact's is that person's, whatever else it is said to belong to. */
static void
join_phones (HsdsStream *stream, json_object *object, const char *column)
{
  g_autofree char *id = dolen_json_get_line (object, "id");
  json_object *all = dolen_hsds_tables_list (stream->tables, "phones", column, id);
  json_object *own = json_object_new_array ();

  for (guint i = 0; i < dolen_json_length (all); i++) {
    json_object *phone = dolen_json_at (all, i);
    g_autofree char *contact_id = dolen_json_get_line (phone, "contact_id");
    json_object *contact = dolen_hsds_tables_get (stream->tables, "contacts", "id", contact_id);
    if (!contact)
      json_object_array_add (own, json_object_get (phone));
    json_object_put (contact);
  }
  json_object_put (all);
  json_object_object_add (object, "phones", own);
}

static void
join_term (HsdsStream *stream, json_object *attribute)
{
  g_autofree char *id = dolen_json_get_line (attribute, "taxonomy_term_id");
  json_object *term = dolen_hsds_tables_get (stream->tables, "taxonomy_terms", "id", id);

  if (term)
    json_object_object_add (attribute, "taxonomy_term", term);
}

static void
join_unit (HsdsStream *stream, json_object *capacity)
{
  g_autofree char *id = dolen_json_get_line (capacity, "unit_id");
  json_object *unit = dolen_hsds_tables_get (stream->tables, "units", "id", id);

  if (unit)
    json_object_object_add (capacity, "unit", unit);
}

/* The place of a row that points at one. */
static void
join_location (HsdsStream *stream, json_object *holder)
{
  g_autofree char *id = dolen_json_get_line (holder, "location_id");
  json_object *location = dolen_hsds_tables_get (stream->tables, "locations", "id", id);

  if (!location)
    return;
  join (stream, location, "addresses", "addresses", "location_id");
  join (stream, location, "accessibility", "accessibility", "location_id");
  join (stream, location, "languages", "languages", "location_id");
  json_object_object_add (holder, "location", location);
}

static void
join_places (HsdsStream *stream, json_object *service)
{
  json_object *places
      = join (stream, service, "service_at_locations", "service_at_locations", "service_id");

  for (guint i = 0; i < dolen_json_length (places); i++) {
    json_object *place = dolen_json_at (places, i);
    join_location (stream, place);
    join (stream, place, "schedules", "schedules", "service_at_location_id");
    join_phones (stream, place, "service_at_location_id");
    join_contacts (stream, place, "service_at_location_id");
  }
  /* HSDS 1: a service has its place itself. */
  if (!places && dolen_json_get (service, "location_id")) {
    json_object *list = json_object_new_array (), *place = json_object_new_object ();
    json_object_object_add (
        place, "location_id", json_object_get (dolen_json_get (service, "location_id")));
    join_location (stream, place);
    json_object_array_add (list, place);
    json_object_object_add (service, "service_at_locations", list);
  }
}

static void
join_organisation_parts (HsdsStream *stream, json_object *organisation)
{
  join (stream,
        organisation,
        "organization_identifiers",
        "organization_identifiers",
        "organization_id");
  join_phones (stream, organisation, "organization_id");
  join_contacts (stream, organisation, "organization_id");
  join (stream, organisation, "funding", "funding", "organization_id");
}

static void
join_service (HsdsStream *stream, json_object *service)
{
  static const char *const LISTS[] = { "schedules", "holiday_schedules", "cost_options",
                                       "languages", "service_areas",     "funding" };
  g_autofree char *organisation_id = dolen_json_get_line (service, "organization_id");
  json_object *organisation
      = dolen_hsds_tables_get (stream->tables, "organizations", "id", organisation_id);
  json_object *attributes, *capacities;

  if (organisation) {
    join_organisation_parts (stream, organisation);
    json_object_object_add (service, "organization", organisation);
    g_hash_table_add (stream->used, g_steal_pointer (&organisation_id));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (LISTS); i++)
    join (stream, service, LISTS[i], LISTS[i], "service_id");
  join_phones (stream, service, "service_id");
  join_contacts (stream, service, "service_id");
  attributes = join (stream, service, "attributes", "attributes", "link_id");
  for (guint i = 0; i < dolen_json_length (attributes); i++)
    join_term (stream, dolen_json_at (attributes, i));
  capacities = join (stream, service, "capacities", "service_capacity", "service_id");
  for (guint i = 0; i < dolen_json_length (capacities); i++)
    join_unit (stream, dolen_json_at (capacities, i));
  join_places (stream, service);
}

/* ---- reading ---- */

static gboolean
begin (HsdsStream *stream, GCancellable *cancellable, GError **error)
{
  if (!stream->tables) {
    stream->tables = dolen_hsds_tables_new (stream->folder, cancellable, error);
    if (!stream->tables)
      return FALSE;
    stream->files[0] = dolen_hsds_file (stream->folder, "services");
    stream->files[1] = dolen_hsds_file (stream->folder, "organizations");
  }
  return TRUE;
}

/* The next of the two files. *ended: there is none. */
static gboolean
next_file (HsdsStream *stream, gboolean *ended, GCancellable *cancellable, GError **error)
{
  if (stream->rows)
    stream->before += dolen_hsds_rows_position (stream->rows);
  g_clear_pointer (&stream->rows, dolen_hsds_rows_free);
  do
    stream->file++;
  while (stream->file < 2 && !stream->files[stream->file]);
  *ended = stream->file >= 2;
  if (*ended)
    return TRUE;
  stream->rows = dolen_hsds_rows_new (stream->files[stream->file], cancellable, error);
  return stream->rows != NULL;
}

/* Returns: whether the row is an item. */
static gboolean
take_row (HsdsStream *stream, const DolenHsdsRow *row, DolenJsonItem *item)
{
  g_autofree char *id = dolen_json_get_line (row->value, "id");

  item->path = stream->files[stream->file];
  item->record = row->number;
  item->container = stream->file == 0 ? "services" : "organizations";
  if (row->refused) {
    g_set_error_literal (&stream->refused, DOLEN_ERROR, DOLEN_ERROR_INVALID, row->refused);
    item->kind = DOLEN_JSON_REFUSED;
    item->refused = stream->refused;
    return TRUE;
  }
  if (!row->value || (stream->file == 1 && id && g_hash_table_contains (stream->used, id)))
    return FALSE;
  if (stream->file == 0)
    join_service (stream, row->value);
  else
    join_organisation_parts (stream, row->value);
  item->kind = DOLEN_JSON_RECORD;
  item->value = row->value;
  return TRUE;
}

static gboolean
hsds_next (gpointer reader, DolenJsonItem *item, GCancellable *cancellable, GError **error)
{
  HsdsStream *stream = reader;

  g_clear_error (&stream->refused);
  *item = (DolenJsonItem){ .kind = DOLEN_JSON_END };
  if (!begin (stream, cancellable, error))
    return FALSE;
  for (;;) {
    DolenHsdsRow row = { .ended = TRUE };
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || (stream->rows && !dolen_hsds_rows_next (stream->rows, &row, cancellable, error)))
      return FALSE;
    if (row.ended) {
      gboolean ended;
      if (!next_file (stream, &ended, cancellable, error))
        return FALSE;
      if (ended)
        return TRUE;
    } else if (take_row (stream, &row, item)) {
      return TRUE;
    }
  }
}

static goffset
hsds_position (gpointer reader)
{
  HsdsStream *stream = reader;

  return stream->before + (stream->rows ? dolen_hsds_rows_position (stream->rows) : 0);
}

const DolenRecordReader *
dolen_hsds_stream_kind (void)
{
  static const DolenRecordReader HSDS
      = { .next = hsds_next, .position = hsds_position, .free = hsds_free, .rows = TRUE };

  return &HSDS;
}
