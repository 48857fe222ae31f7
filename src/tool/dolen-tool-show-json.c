/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-show.h"

#include "directory/dolen-sentences.h"
#include "place/dolen-position.h"

#include <math.h>

static void
add (json_object *object, const char *key, const char *text)
{
  if (text)
    dolen_tool_add_text (object, key, text);
}

static void
add_count (json_object *object, const char *key, gint64 count)
{
  if (count >= 0)
    json_object_object_add (object, key, json_object_new_int64 (count));
}

static void
add_number (json_object *object, const char *key, double number)
{
  if (!isnan (number))
    dolen_tool_add_number (object, key, number);
}

static void
add_flag (json_object *object, const char *key, gboolean flag)
{
  if (flag)
    json_object_object_add (object, key, json_object_new_boolean (TRUE));
}

/* {"en": ..., "en_state": ..., "cy": ..., "cy_state": ...} */
static void
add_bilingual (json_object *object, const char *key, const DolenBilingual *text)
{
  json_object *both;

  if (dolen_bilingual_is_empty (text))
    return;
  both = json_object_new_object ();
  add (both, "en", text->en);
  if (text->en)
    add (both, "en_state", dolen_text_state_code (text->en_state));
  add (both, "cy", text->cy);
  if (text->cy)
    add (both, "cy_state", dolen_text_state_code (text->cy_state));
  json_object_object_add (object, key, both);
}

typedef json_object *(*ToJson) (gconstpointer item);

static void
add_list (json_object *object, const char *key, const GPtrArray *list, ToJson to_json)
{
  json_object *array;

  if (!list->len)
    return;
  array = json_object_new_array ();
  for (guint i = 0; i < list->len; i++) {
    json_object *value = to_json (list->pdata[i]);
    if (value)
      json_object_array_add (array, value);
  }
  json_object_object_add (object, key, array);
}

static json_object *
venue_to_json (gconstpointer item)
{
  const DolenVenue *venue = item;
  json_object *object = json_object_new_object ();

  add (object, "id", venue->uid);
  add_bilingual (object, "name", &venue->name);
  if (!venue->hide_address)
    add (object, "address", venue->address);
  add (object, "place", venue->city);
  add (object, "county", venue->county);
  add (object, "postcode", venue->postcode);
  if (!venue->hide_address && !venue->no_map) {
    add_number (object, "latitude", venue->latitude);
    add_number (object, "longitude", venue->longitude);
    add (object, "position_from", dolen_position_origin_id (venue->origin));
  }
  add_flag (object, "address_hidden", venue->hide_address);
  return object;
}

static json_object *
schedule_to_json (gconstpointer item)
{
  const DolenSchedule *schedule = item;
  json_object *object = json_object_new_object ();

  add (object, "freq", schedule->freq);
  if (schedule->interval > 0)
    add_count (object, "interval", schedule->interval);
  add (object, "byday", schedule->byday);
  add (object, "opens_at", schedule->opens_at);
  add (object, "closes_at", schedule->closes_at);
  add (object, "valid_from", schedule->valid_from);
  add (object, "valid_to", schedule->valid_to);
  add_bilingual (object, "description", &schedule->description);
  add_flag (object, "closed", schedule->closed);
  return object;
}

static json_object *
contact_to_json (gconstpointer item)
{
  const DolenContact *contact = item;
  json_object *object = json_object_new_object ();

  add (object, "name", contact->name);
  add (object, "role", contact->role);
  add (object, "phone", contact->phone);
  /* What stands in place of a number is for whoever mends it. */
  if (contact->phone == NULL)
    add (object, "phone_as_given", contact->phone_given);
  add (object, "email", contact->email);
  add_flag (object, "personal", contact->personal);
  add (object, "permission", dolen_permission_code (contact->permission));
  return object;
}

static json_object *
cost_to_json (gconstpointer item)
{
  const DolenCost *cost = item;
  json_object *object = json_object_new_object ();

  add (object, "option", cost->option);
  add_count (object, "pence", cost->pence);
  add (object, "currency", cost->currency);
  add (object, "as_given", cost->amount_given);
  add (object, "description", cost->description);
  return object;
}

static json_object *
language_to_json (gconstpointer item)
{
  const DolenLanguageOffered *language = item;
  json_object *object = json_object_new_object ();

  add (object, "code", language->code);
  add (object, "name", language->name);
  add (object, "note", language->note);
  return object;
}

/* NULL for what the tagger notes for itself. */
static json_object *
tag_to_json (gconstpointer item)
{
  const DolenTag *tag = item;
  json_object *object;

  if (tag->kind == DOLEN_TAG_OTHER && g_strcmp0 (tag->scheme, "dolen") == 0)
    return NULL;
  object = json_object_new_object ();

  add (object, "kind", dolen_tag_kind_code (tag->kind));
  add (object, "scheme", tag->scheme);
  add (object, "code", tag->code);
  json_object_object_add (object, "value", json_object_new_boolean (tag->value));
  add (object, "state", dolen_tag_state_code (tag->state));
  add (object, "words", tag->words);
  return object;
}

static json_object *
capacity_to_json (gconstpointer item)
{
  const DolenCapacity *capacity = item;
  json_object *object = json_object_new_object ();

  add (object, "status", dolen_capacity_status_code (capacity->status));
  add_count (object, "places_free", capacity->places_free);
  add_count (object, "places_total", capacity->places_total);
  add_count (object, "wait_weeks_from", capacity->wait_weeks_from);
  add_count (object, "wait_weeks_to", capacity->wait_weeks_to);
  add (object, "returns_on", capacity->returns_on);
  add (object, "note", capacity->note);
  add (object, "as_of", capacity->as_of);
  add (object, "source", dolen_told_by_code (capacity->source));
  return object;
}

static json_object *
funding_to_json (gconstpointer item)
{
  const DolenFunding *funding = item;
  json_object *object = json_object_new_object ();

  add (object, "funder", funding->funder);
  add (object, "kind", funding->kind);
  add (object, "starts_on", funding->starts_on);
  add (object, "ends_on", funding->ends_on);
  return object;
}

static void
add_lists (json_object *object, const DolenService *service)
{
  add_list (object, "venues", service->venues, venue_to_json);
  add_list (object, "schedules", service->schedules, schedule_to_json);
  add_list (object, "contacts", service->contacts, contact_to_json);
  add_list (object, "costs", service->costs, cost_to_json);
  add_list (object, "languages", service->languages, language_to_json);
  add_list (object, "tags", service->tags, tag_to_json);
  add_list (object, "capacity", service->capacities, capacity_to_json);
  add_list (object, "funding", service->funding, funding_to_json);
}

static void
add_audience (json_object *object, const DolenService *service)
{
  g_autofree char *labels = dolen_sentence_audience (service->tags);

  if (*labels != '\0')
    add (object, "feed_says_for", labels);
}

json_object *
dolen_tool_service_to_json (const DolenService *service, const DolenOrganisation *organisation)
{
  json_object *object = json_object_new_object ();

  add (object, "id", service->uid);
  add_bilingual (object, "name", &service->name);
  if (organisation) {
    add (object, "organisation_id", organisation->uid);
    add_bilingual (object, "organisation", &organisation->name);
  }
  add_bilingual (object, "description", &service->description);
  add_bilingual (object, "eligibility", &service->eligibility);
  add_bilingual (object, "how_to_join", &service->how_to_join);
  add (object, "status", dolen_service_status_code (service->status));
  add (object, "url", service->url);
  add (object, "email", service->email);
  add_flag (object, "email_personal", service->email_personal);
  add (object, "phone", service->phone);
  add_count (object, "minimum_age", service->minimum_age);
  add_count (object, "maximum_age", service->maximum_age);
  add (object, "gender", service->gender);
  add_audience (object, service);
  add (object, "fees", service->fees);
  add (object, "wait", service->wait_given);
  add (object, "alert", service->alert);
  add (object, "areas", service->areas);
  add (object, "feed_says_checked_on", service->assured_on);
  add_flag (object, "feed_check_is_an_edit", service->assured_is_edit);
  add (object, "modified_on", service->modified_on);
  add (object, "not_in_feed_since", service->gone_since);
  add (object, "closed_on", service->closed_on);
  add (object, "closed_reason", service->closed_reason);
  add (object, "successor_id", service->successor_uid);
  add_flag (object, "do_not_list", service->do_not_list);
  add_lists (object, service);
  return object;
}
