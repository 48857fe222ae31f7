/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-dialect.h"

#include "format/dolen-json-value.h"

#include <string.h>

const char *
dolen_dialect_code (DolenDialect dialect)
{
  static const char *const CODES[] = { "unknown", "oruk-1", "hsds-3", "outpost" };

  return CODES[dialect];
}

static gboolean
has_any (json_object *record, const char *const *keys, gsize n)
{
  json_object *value;

  /* Exact spelling, null included: an empty key still tells the dialect. */
  for (gsize i = 0; i < n; i++)
    if (json_object_object_get_ex (record, keys[i], &value))
      return TRUE;
  return FALSE;
}

DolenDialect
dolen_dialect_of_record (json_object *record, DolenDialect before)
{
  static const char *const OUTPOST[]
      = { "organisation", "min_age", "max_age", "local_offer", "age_band_under_2" };
  static const char *const ORUK_1[] = { "service_taxonomys", "eligibilitys",    "regular_schedules",
                                        "holiday_schedules", "fundings",        "attending_access",
                                        "deliverable_type",  "link_taxonomies", "attending_type" };
  static const char *const HSDS_3[]
      = { "attributes",      "last_modified", "assurer_email",    "schedules",
          "organization_id", "minimum_age",   "cost_options",     "application_process",
          "alert",           "capacities",    "fees_description", "organization_identifiers",
          "website",         "location_type" };
  json_object *service = dolen_json_get (record, "service");

  if (json_object_is_type (service, json_type_object))
    record = service;
  if (has_any (record, OUTPOST, G_N_ELEMENTS (OUTPOST)))
    return DOLEN_DIALECT_OUTPOST;
  if (has_any (record, ORUK_1, G_N_ELEMENTS (ORUK_1)))
    return DOLEN_DIALECT_ORUK_1;
  if (has_any (record, HSDS_3, G_N_ELEMENTS (HSDS_3)))
    return DOLEN_DIALECT_HSDS_3;
  return before;
}

json_object *
dolen_dialect_unwrap (json_object *record, gboolean *deleted)
{
  json_object *data = dolen_json_get (record, "data");
  g_autofree char *state = dolen_json_get_line (record, "state");

  *deleted = FALSE;
  if (!state || !dolen_json_get_any (record, "modified", "kind", NULL))
    return record;
  *deleted = g_ascii_strcasecmp (state, "deleted") == 0;
  if (*deleted)
    return NULL;
  return json_object_is_type (data, json_type_object) ? data : record;
}

/* Whether @key begins with @word, in any spelling. */
static gboolean
container_is (const char *container, const char *const *names)
{
  for (; container && *names; names++)
    if (dolen_json_key_equal (container, *names))
      return TRUE;
  return FALSE;
}

/* An organisation of HSDS 1 lists its places, and those their services. */
static gboolean
lists_services_by_place (json_object *record)
{
  json_object *places = dolen_json_get (record, "locations");

  for (guint i = 0; i < dolen_json_length (places); i++)
    if (dolen_json_get (dolen_json_at (places, i), "services"))
      return TRUE;
  return FALSE;
}

static DolenRecordOf
by_keys (json_object *record)
{
  if (json_object_is_type (dolen_json_get (record, "service"), json_type_object))
    return DOLEN_RECORD_OF_SERVICE_AT_LOCATION;
  if (lists_services_by_place (record))
    return DOLEN_RECORD_OF_ORGANISATION;
  if (dolen_json_get_any (record,
                          "organization",
                          "organisation",
                          "organization_id",
                          "status",
                          "service_at_locations",
                          "assured_date",
                          "service_taxonomys",
                          "eligibilitys",
                          "minimum_age",
                          NULL))
    return DOLEN_RECORD_OF_SERVICE;
  if (dolen_json_get_any (record,
                          "services",
                          "organization_identifiers",
                          "legal_status",
                          "website",
                          "parent_organization_id",
                          "tax_id",
                          "logo",
                          NULL))
    return DOLEN_RECORD_OF_ORGANISATION;
  /* Terms, vocabularies, places and root pages have nothing of the above. */
  if (dolen_json_get_any (record,
                          "taxonomy",
                          "term_uri",
                          "parent_id",
                          "taxonomy_terms",
                          "location_type",
                          "addresses",
                          "latitude",
                          "openapi_url",
                          "version",
                          "address_1",
                          "postal_code",
                          NULL))
    return DOLEN_RECORD_OF_NOTHING;
  if (dolen_json_get_any (record, "name", "description", NULL)
      && dolen_json_get_any (record,
                             "id",
                             "email",
                             "url",
                             "phones",
                             "contacts",
                             "fees",
                             "locations",
                             "schedules",
                             NULL))
    return DOLEN_RECORD_OF_SERVICE;
  return DOLEN_RECORD_OF_NOTHING;
}

DolenRecordOf
dolen_dialect_record_of (json_object *record, const char *container)
{
  static const char *const ORGANISATIONS[]
      = { "organizations", "organisations", "organizations.csv", NULL };
  static const char *const SERVICES[] = { "services", "services.csv", "service", NULL };
  static const char *const NOTHING[]
      = { "taxonomies", "taxonomy_terms", "locations", "vocabularies", NULL };

  if (container_is (container, ORGANISATIONS))
    return DOLEN_RECORD_OF_ORGANISATION;
  if (container_is (container, SERVICES))
    return DOLEN_RECORD_OF_SERVICE;
  if (container_is (container, NOTHING))
    return DOLEN_RECORD_OF_NOTHING;
  return by_keys (record);
}
