/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "format/dolen-json-value.h"

#include <string.h>

/* What ORUK 1.0 has of its own: eligibilities (naive plurals and all), regular and holiday
 * schedules, terms on the service, and three lists of words that feeds fill as they like. */

/* The standard has no list: what feeds write for women or for men alone; NULL of anything else. */
static const char *
one_gender (const char *word)
{
  static const char *const women[] = { "female", "females", "women", "woman", "women only", NULL };
  static const char *const men[] = { "male", "males", "men", "man", "men only", NULL };
  g_autofree char *small = word != NULL ? g_ascii_strdown (word, -1) : NULL;

  if (small == NULL)
    return NULL;
  if (g_strv_contains (women, small))
    return "female";
  return g_strv_contains (men, small) ? "male" : NULL;
}

static void
read_eligibility (DolenReadContext *context, json_object *item, DolenService *service)
{
  int minimum, maximum;
  g_autofree char *word = dolen_json_get_line (item, "eligibility");
  g_autofree char *gender = dolen_json_get_line (item, "gender");

  dolen_read_ages (context, item, "minimum_age", "maximum_age", &minimum, &maximum);
  /* Several rows: whoever one of them lets in may come. */
  if (minimum >= 0 && (service->minimum_age < 0 || minimum < service->minimum_age))
    service->minimum_age = minimum;
  if (maximum > service->maximum_age)
    service->maximum_age = maximum;
  if (one_gender (word) != NULL)
    gender = gender ? gender : g_strdup (word);
  else if (word)
    dolen_read_tag (service, "oruk-eligibility", NULL, word);
  if (!service->gender)
    service->gender = g_strdup (one_gender (gender));
}

static void
read_term (json_object *item, DolenService *service)
{
  json_object *term = dolen_json_get (item, "taxonomy");
  g_autofree char *id = NULL, *name = NULL, *scheme = NULL;

  if (!json_object_is_type (term, json_type_object))
    term = item;
  id = dolen_json_get_line (term, "id");
  name = dolen_json_get_line (term, "name");
  scheme = dolen_json_get_line (term, "vocabulary");
  dolen_read_tag (service, scheme ? scheme : "foreign", id, name);
}

static void
read_deliverable (DolenReadContext *context, json_object *record, DolenService *service)
{
  static const char *const LIST[]
      = { "advice",      "assessment", "counselling", "equipment", "financial support",
          "information", "permission", "training",    NULL };
  g_autofree char *type = dolen_read_line (context, record, "deliverable_type");
  g_autofree char *lower = type ? g_utf8_strdown (type, -1) : NULL;

  if (!type)
    return;
  if (!g_strv_contains (LIST, lower))
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "deliverable_type", type);
  dolen_read_tag (service, "oruk-deliverable", NULL, type);
}

static void
read_how (DolenReadContext *context, json_object *record, DolenService *service)
{
  g_autofree char *access = dolen_read_line (context, record, "attending_access");
  g_autofree char *attending = dolen_read_line (context, record, "attending_type");

  if (access)
    dolen_read_access_words (context, access, service);
  if (attending)
    dolen_read_attending_words (context, attending, TRUE, service);
  read_deliverable (context, record, service);
}

void
dolen_read_service_oruk1 (DolenReadContext *context,
                          json_object *record,
                          const char *owner,
                          DolenService *service)
{
  json_object *rows = dolen_json_get_any (record, "eligibilitys", "eligibilities", NULL);
  json_object *terms = dolen_json_get_any (record, "service_taxonomys", "taxonomies", NULL);
  json_object *places = dolen_json_get (record, "service_at_locations");

  for (guint i = 0; i < dolen_json_length (rows); i++)
    read_eligibility (context, dolen_json_at (rows, i), service);
  for (guint i = 0; i < dolen_json_length (terms); i++)
    read_term (dolen_json_at (terms, i), service);
  for (guint i = 0; i < dolen_json_length (places); i++)
    dolen_read_at_location (context, dolen_json_at (places, i), owner, service);
  dolen_read_schedules (
      context, dolen_json_get (record, "regular_schedules"), owner, NULL, service);
  dolen_read_schedules (
      context, dolen_json_get (record, "holiday_schedules"), owner, NULL, service);
  read_how (context, record, service);
}

/* Outpost (Buckinghamshire): 1.0 at heart, with other names and venues straight on the service. */
void
dolen_read_service_outpost (DolenReadContext *context,
                            json_object *record,
                            const char *owner,
                            DolenService *service)
{
  json_object *places = dolen_json_get (record, "locations");

  dolen_read_service_oruk1 (context, record, owner, service);
  if (service->minimum_age < 0 && service->maximum_age < 0)
    dolen_read_ages (
        context, record, "min_age", "max_age", &service->minimum_age, &service->maximum_age);
  for (guint i = 0; i < dolen_json_length (places); i++) {
    json_object *location = dolen_json_at (places, i);
    g_autofree char *place = g_strdup_printf ("%s/%u", owner, service->venues->len);
    if (json_object_is_type (location, json_type_object))
      g_ptr_array_add (service->venues, dolen_read_venue (context, location, place));
  }
}
