/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-openactive.h"

#include "exchange/files/dolen-openactive-when.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
copy (json_object *from, const char *key, json_object *to, const char *as)
{
  g_autofree char *text = dolen_json_get_text (from, key);

  dolen_json_put_text (to, as, text);
}

/* "Event" of "schema:Event", "https://schema.org/Event". */
static char *
word_of (json_object *object, const char *key)
{
  g_autofree char *given = dolen_json_get_line (object, key);
  const char *end = given ? strrchr (given, '/') : NULL;

  if (given && !end)
    end = strrchr (given, ':');
  return given ? g_strdup (end ? end + 1 : given) : NULL;
}

static char *
type_of (json_object *data)
{
  char *type = word_of (data, "type");

  return type ? type : word_of (data, "@type");
}

gboolean
dolen_openactive_is_item (json_object *record)
{
  static const char *const TYPES[]
      = { "SessionSeries", "ScheduledSession", "Event",         "EventSeries", "HeadlineEvent",
          "Course",        "CourseInstance",   "OnDemandEvent", NULL };
  json_object *data = dolen_json_get (record, "data");
  g_autofree char *type = json_object_is_type (data, json_type_object) ? type_of (data) : NULL;

  return type && g_strv_contains (TYPES, type)
         && dolen_json_get_any (record, "state", "modified", NULL);
}

static void
put_organiser (json_object *session, json_object *service)
{
  json_object *organiser = dolen_json_get_any (session, "organizer", "provider", NULL);
  json_object *organisation;

  /* A person who organises is nobody's listing. */
  if (!json_object_is_type (organiser, json_type_object) || !dolen_json_get (organiser, "name"))
    return;
  {
    g_autofree char *type = type_of (organiser);
    if (g_strcmp0 (type, "Person") == 0)
      return;
  }
  organisation = json_object_new_object ();
  copy (organiser, "name", organisation, "name");
  copy (organiser, "url", organisation, "website");
  copy (organiser, "email", organisation, "email");
  json_object_object_add (service, "organization", organisation);
}

static void
add_term (json_object *list, const char *scheme, json_object *concept)
{
  json_object *attribute, *term;
  g_autofree char *name = json_object_is_type (concept, json_type_object)
                              ? dolen_json_get_line (concept, "prefLabel")
                              : dolen_json_text (concept);
  g_autofree char *id = dolen_json_get_line (concept, "id");

  if (!id)
    id = dolen_json_get_line (concept, "@id");
  if (!name && !id)
    return;
  term = json_object_new_object ();
  dolen_json_put_text (term, "taxonomy", scheme);
  dolen_json_put_text (term, "code", id ? id : name);
  dolen_json_put_text (term, "name", name);
  attribute = json_object_new_object ();
  json_object_object_add (attribute, "taxonomy_term", term);
  json_object_array_add (list, attribute);
}

static void
put_terms (json_object *session, json_object *service)
{
  static const struct {
    const char *key, *scheme;
  } LISTS[] = { { "activity", "OpenActive" },
                { "category", "OpenActive category" },
                { "level", "OpenActive level" },
                { "accessibilitySupport", "OpenActive accessibility" } };
  json_object *terms = json_object_new_array ();

  for (gsize l = 0; l < G_N_ELEMENTS (LISTS); l++) {
    json_object *list = dolen_json_get (session, LISTS[l].key);
    for (guint i = 0; i < dolen_json_length (list); i++)
      add_term (terms, LISTS[l].scheme, dolen_json_at (list, i));
  }
  json_object_object_add (service, "attributes", terms);
}

static void
put_offers (json_object *session, json_object *service)
{
  json_object *offers = dolen_json_get (session, "offers");
  json_object *costs = json_object_new_array ();

  if (dolen_json_get_flag (session, "isAccessibleForFree"))
    dolen_json_put_text (service, "fees_description", "free");
  for (guint i = 0; i < dolen_json_length (offers); i++) {
    json_object *offer = dolen_json_at (offers, i), *cost;
    if (!json_object_is_type (offer, json_type_object) || !dolen_json_get (offer, "price"))
      continue;
    cost = json_object_new_object ();
    copy (offer, "name", cost, "option");
    copy (offer, "price", cost, "amount");
    copy (offer, "priceCurrency", cost, "currency");
    json_object_array_add (costs, cost);
  }
  json_object_object_add (service, "cost_options", costs);
}

static void
put_who (json_object *session, json_object *service)
{
  json_object *ages = dolen_json_get (session, "ageRange");
  g_autofree char *gender = word_of (session, "genderRestriction");

  copy (ages, "minValue", service, "minimum_age");
  copy (ages, "maxValue", service, "maximum_age");
  if (g_strcmp0 (gender, "FemaleOnly") == 0)
    dolen_json_put_text (service, "x_dolen_gender", "women");
  else if (g_strcmp0 (gender, "MaleOnly") == 0)
    dolen_json_put_text (service, "x_dolen_gender", "men");
}

static void
put_address (json_object *place, json_object *location)
{
  json_object *address = dolen_json_get (place, "address");

  if (!json_object_is_type (address, json_type_object)) {
    copy (place, "address", location, "address_1");
    return;
  }
  copy (address, "streetAddress", location, "address_1");
  copy (address, "addressLocality", location, "city");
  copy (address, "addressRegion", location, "state_province");
  copy (address, "postalCode", location, "postal_code");
}

static void
put_place (json_object *session, json_object *service)
{
  json_object *place = dolen_json_get_any (session, "location", "affiliatedLocation", NULL);
  json_object *location, *at, *list, *geo;

  if (!json_object_is_type (place, json_type_object))
    return;
  location = json_object_new_object ();
  copy (place, "id", location, "id");
  copy (place, "@id", location, "id");
  copy (place, "name", location, "name");
  put_address (place, location);
  geo = dolen_json_get (place, "geo");
  copy (geo, "latitude", location, "latitude");
  copy (geo, "longitude", location, "longitude");
  at = json_object_new_object ();
  json_object_object_add (at, "location", location);
  list = json_object_new_array ();
  json_object_array_add (list, at);
  json_object_object_add (service, "service_at_locations", list);
}

static json_object *
service_of (json_object *session, const char *id)
{
  json_object *service = json_object_new_object ();
  g_autofree char *status = word_of (session, "eventStatus");
  g_autofree char *mode = word_of (session, "eventAttendanceMode");
  json_object *contact = dolen_json_get (session, "contactPoint");

  dolen_json_put_text (service, "id", id);
  dolen_json_put_text (service,
                       "status",
                       g_strcmp0 (status, "EventCancelled") == 0   ? "inactive"
                       : g_strcmp0 (status, "EventPostponed") == 0 ? "temporarily closed"
                                                                   : "active");
  copy (session, "name", service, "name");
  copy (session, "description", service, "description");
  copy (session, "url", service, "url");
  copy (session, "attendeeInstructions", service, "application_process");
  copy (contact, "email", service, "email");
  if (dolen_json_get (contact, "telephone"))
    json_object_object_add (
        service, "phones", json_object_get (dolen_json_get (contact, "telephone")));
  if (g_strcmp0 (mode, "OnlineEventAttendanceMode") == 0) {
    json_object *attending = json_object_new_array ();
    json_object_array_add (attending, json_object_new_string ("online"));
    json_object_object_add (service, "x_dolen_attending", attending);
  }
  put_organiser (session, service);
  put_terms (session, service);
  put_offers (session, service);
  put_who (session, service);
  put_place (session, service);
  json_object_object_add (service, "schedules", dolen_openactive_schedules (session));
  return service;
}

/* The series a date belongs to; the date itself where it stands alone; NULL where it only points.
 */
static json_object *
session_of (json_object *data, gboolean *of_series)
{
  json_object *series = dolen_json_get (data, "superEvent");
  json_object *outer = dolen_json_get (series, "superEvent");

  *of_series = FALSE;
  if (series == NULL || dolen_json_get (data, "name"))
    return data;
  *of_series = TRUE;
  if (json_object_is_type (outer, json_type_object) && !dolen_json_get (series, "name"))
    return outer;
  return json_object_is_type (series, json_type_object) ? series : NULL;
}

json_object *
dolen_openactive_convert (json_object *record, const char **why)
{
  json_object *data = dolen_json_get (record, "data"), *item;
  gboolean of_series;
  json_object *session = session_of (data, &of_series);
  g_autofree char *id = NULL;

  if (!session) {
    /* Translators: why one record of a feed was left out: a date (dyddiad) of a series of sessions
     * that is told in another feed. */
    *why = _ ("It is one date of a series that another feed tells of.");
    return NULL;
  }
  if (of_series) {
    id = dolen_json_get_line (session, "@id");
    if (!id)
      id = dolen_json_get_line (session, "id");
  }
  /* By the page's id, which is all that "deleted" gives. */
  if (!id)
    id = dolen_json_get_line (record, "id");
  item = json_object_new_object ();
  dolen_json_put_text (item, "state", "updated");
  copy (record, "kind", item, "kind");
  copy (record, "modified", item, "modified");
  copy (record, "id", item, "id");
  json_object_object_add (item, "data", service_of (session, id));
  if (of_series && !dolen_json_get (session, "eventSchedule"))
    json_object_object_add (
        dolen_json_get (item, "data"), "schedules", dolen_openactive_schedules (data));
  return item;
}
