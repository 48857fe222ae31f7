/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "format/dolen-json-value.h"

#include <string.h>

/* What HSDS 3.0, 3.1 and ORUK 3.0 have of their own: ages on the service, schedules as rules,
 * attributes that point at terms, and (3.1) capacities. */

static void
read_attribute (json_object *attribute, DolenService *service)
{
  json_object *term = dolen_json_get (attribute, "taxonomy_term");
  g_autofree char *scheme = dolen_json_get_line (term, "taxonomy");
  g_autofree char *code = dolen_json_get_line (term, "code");
  g_autofree char *name = dolen_json_get_line (term, "name");

  if (!scheme)
    scheme = dolen_json_get_line (dolen_json_get (term, "taxonomy_detail"), "name");
  /* Another Dolen's own terms stand in x_dolen_tags, with what is sure of them. */
  if (scheme && g_str_has_prefix (scheme, "dolen-"))
    return;
  if (!name)
    name = dolen_json_get_line (term, "term");
  if (!code)
    code = dolen_json_get_line (term, "id");
  dolen_read_tag (service, scheme ? scheme : "foreign", code, name);
}

/* Only what counts people: the standard's own example counts kilograms. */
static gboolean
counts_people (json_object *capacity)
{
  static const char *const WORDS[]
      = { "place",  "person", "people",  "seat",        "space", "slot",
          "client", "member", "session", "participant", "bed",   "learner" };
  g_autofree char *unit = dolen_json_get_line (dolen_json_get (capacity, "unit"), "name");
  g_autofree char *lower = unit ? g_utf8_strdown (unit, -1) : NULL;

  for (gsize i = 0; lower && i < G_N_ELEMENTS (WORDS); i++)
    if (strstr (lower, WORDS[i]))
      return TRUE;
  return lower == NULL;
}

/* A report only where it says when: capacity of a feed is unknown otherwise. */
static void
read_capacity (DolenReadContext *context,
               json_object *item,
               const char *owner,
               DolenService *service)
{
  g_autofree char *updated = dolen_read_past_date (context, item, "updated");
  int available = dolen_json_get_int (item, "available");
  int maximum = dolen_json_get_int (item, "maximum");
  DolenCapacity *capacity;

  if (!updated || available < 0 || !counts_people (item))
    return;
  if (maximum >= 0 && available > maximum) {
    g_autofree char *given = g_strdup_printf ("%d / %d", available, maximum);
    dolen_read_odd (context, DOLEN_ODDITY_CAPACITY_IMPOSSIBLE, "capacities", given);
    return;
  }
  capacity = dolen_capacity_new ();
  capacity->uid = dolen_read_uid (context, "capacity", owner, service->capacities->len);
  capacity->status = available > 0 ? DOLEN_CAPACITY_PLACES : DOLEN_CAPACITY_FULL;
  capacity->places_free = available;
  capacity->places_total = maximum;
  capacity->note = dolen_read_line (context, item, "description");
  capacity->as_of = g_steal_pointer (&updated);
  capacity->source = DOLEN_TOLD_BY_FEED;
  g_ptr_array_add (service->capacities, capacity);
}

/* The uid of the venue of which a service at location is; NULL where it is not among @places. */
static char *
find_venue (DolenReadContext *context, json_object *places, const char *at_location)
{
  for (guint i = 0; at_location && i < dolen_json_length (places); i++) {
    json_object *place = dolen_json_at (places, i);
    g_autofree char *id = dolen_json_get_line (place, "id");
    g_autofree char *location = dolen_json_get_line (dolen_json_get (place, "location"), "id");
    if (g_strcmp0 (id, at_location) == 0)
      return dolen_read_uid_of (context, "venue", location);
  }
  return NULL;
}

/* Schedules of the service; one that names a service at location is of that venue. */
static void
read_schedules (DolenReadContext *context,
                json_object *record,
                const char *owner,
                DolenService *service)
{
  json_object *schedules = dolen_json_get (record, "schedules");
  json_object *places = dolen_json_get (record, "service_at_locations");

  for (guint i = 0; i < dolen_json_length (schedules); i++) {
    json_object *item = dolen_json_at (schedules, i);
    g_autofree char *at_location = dolen_json_get_line (item, "service_at_location_id");
    g_autofree char *venue = find_venue (context, places, at_location);
    dolen_read_schedules (context, item, owner, venue, service);
  }
}

void
dolen_read_service_hsds (DolenReadContext *context,
                         json_object *record,
                         const char *owner,
                         DolenService *service)
{
  json_object *places = dolen_json_get (record, "service_at_locations");
  json_object *attributes = dolen_json_get (record, "attributes");
  json_object *capacities = dolen_json_get (record, "capacities");

  dolen_read_ages (
      context, record, "minimum_age", "maximum_age", &service->minimum_age, &service->maximum_age);
  for (guint i = 0; i < dolen_json_length (places); i++)
    dolen_read_at_location (context, dolen_json_at (places, i), owner, service);
  read_schedules (context, record, owner, service);
  for (guint i = 0; i < dolen_json_length (attributes); i++)
    read_attribute (dolen_json_at (attributes, i), service);
  for (guint i = 0; i < dolen_json_length (capacities); i++)
    read_capacity (context, dolen_json_at (capacities, i), owner, service);
}
