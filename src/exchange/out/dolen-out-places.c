/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-values.h"

#include "base/dolen-text.h"

#include <string.h>

/* Venues, and when something happens there. */

/* The standard asks for all of these, known or not. */
static void
add_required (json_object *address, const char *key, const char *text)
{
  json_object_object_add (address, key, json_object_new_string (text != NULL ? text : ""));
}

static json_object *
make_addresses (const DolenVenue *venue)
{
  json_object *list = json_object_new_array ();
  json_object *address;
  g_auto (GStrv) lines = NULL;
  g_autofree char *rest = NULL;

  if (venue->address == NULL && venue->city == NULL && venue->postcode == NULL
      && venue->county == NULL)
    return list;
  lines = g_strsplit (venue->address != NULL ? venue->address : "", "\n", 2);
  rest
      = lines[0] != NULL && lines[1] != NULL ? g_strdelimit (g_strdup (lines[1]), "\n", ',') : NULL;
  address = dolen_out_part (NULL, venue->uid, "address", 0);
  dolen_out_text (address, "location_id", venue->uid);
  add_required (address, "address_1", lines[0]);
  dolen_out_text (address, "address_2", rest);
  add_required (address, "city", venue->city);
  add_required (address, "state_province", venue->county);
  add_required (address, "postal_code", venue->postcode);
  add_required (address, "country", venue->country != NULL ? venue->country : "GB");
  add_required (address, "address_type", dolen_venue_kind_code (venue->kind));
  json_object_array_add (list, address);
  return list;
}

static json_object *
make_accessibility (const DolenVenue *venue)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < venue->accessibility->len; i++) {
    json_object *item = dolen_out_part (NULL, venue->uid, "accessibility", i);

    dolen_out_text (item, "location_id", venue->uid);
    dolen_out_text (item, "description", venue->accessibility->pdata[i]);
    json_object_array_add (list, item);
  }
  return list;
}

static json_object *
make_location (const DolenOutStyle *style, const DolenVenue *venue)
{
  json_object *location = dolen_out_part (venue->uid, NULL, NULL, 0);
  gboolean own = style->profile != DOLEN_OUT_ORUK3;

  dolen_out_text (location, "location_type", dolen_venue_kind_code (venue->kind));
  dolen_out_plain_text (style, location);
  dolen_out_bilingual (location, "name", &venue->name, own);
  if (style->profile == DOLEN_OUT_HSDS || own)
    dolen_out_text (location, "transportation", venue->getting_there);
  if (dolen_out_position_is_told (venue)) {
    dolen_out_number (location, "latitude", venue->latitude);
    dolen_out_number (location, "longitude", venue->longitude);
  }
  dolen_out_list (location, "addresses", make_addresses (venue));
  dolen_out_list (location, "accessibility", make_accessibility (venue));
  return location;
}

json_object *
dolen_out_at_location (const DolenOutStyle *style,
                       const DolenService *service,
                       const DolenVenue *venue)
{
  g_autofree char *id = dolen_out_at_location_id (service->uid, venue->uid);
  json_object *at_location = dolen_out_part (id, NULL, NULL, 0);

  dolen_out_text (at_location, "service_id", service->uid);
  dolen_out_text (at_location, "location_id", venue->uid);
  json_object_object_add (at_location, "location", make_location (style, venue));
  return at_location;
}

/* HSDS knows weekly and monthly only; every day is weekly on all of them. */
static void
add_rule (json_object *object, const DolenSchedule *schedule, gboolean own)
{
  gboolean daily = g_strcmp0 (schedule->freq, "DAILY") == 0 && schedule->interval <= 1;

  if (daily && schedule->byday == NULL) {
    dolen_out_text (object, "freq", "WEEKLY");
    dolen_out_text (object, "byday", "MO,TU,WE,TH,FR,SA,SU");
  } else if (g_strcmp0 (schedule->freq, "WEEKLY") == 0
             || g_strcmp0 (schedule->freq, "MONTHLY") == 0) {
    dolen_out_text (object, "freq", schedule->freq);
    dolen_out_text (object, "byday", schedule->byday);
  } else if (own) {
    dolen_out_text (object, "x_dolen_freq", schedule->freq);
    dolen_out_text (object, "byday", schedule->byday);
  }
  if (schedule->interval > 0)
    dolen_out_known (object, "interval", schedule->interval);
  dolen_out_text (object, "bymonthday", schedule->bymonthday);
}

static json_object *
make_schedule (const DolenOutStyle *style,
               const DolenService *service,
               const DolenSchedule *schedule,
               guint index)
{
  json_object *object = dolen_out_part (NULL, service->uid, "schedule", index);
  gboolean own = style->profile != DOLEN_OUT_ORUK3;

  dolen_out_text (object, "service_id", service->uid);
  if (schedule->venue_uid != NULL) {
    g_autofree char *id = dolen_out_at_location_id (service->uid, schedule->venue_uid);
    dolen_out_text (object, "service_at_location_id", id);
  }
  dolen_out_text (object, "valid_from", schedule->valid_from);
  dolen_out_text (object, "valid_to", schedule->valid_to);
  dolen_out_text (object, "dtstart", schedule->dtstart);
  if (own)
    dolen_out_text (object, "until", schedule->until);
  add_rule (object, schedule, own);
  dolen_out_text (object, "opens_at", schedule->opens_at);
  dolen_out_text (object, "closes_at", schedule->closes_at);
  if (!dolen_bilingual_is_empty (&schedule->description))
    dolen_out_plain_text (style, object);
  dolen_out_bilingual (object, "description", &schedule->description, own);
  if (own && schedule->closed)
    json_object_object_add (object, "closed", json_object_new_boolean (TRUE));
  return object;
}

json_object *
dolen_out_schedules (const DolenOutStyle *style, const DolenService *service)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < service->schedules->len; i++) {
    const DolenSchedule *schedule = service->schedules->pdata[i];

    /* A time without sessions would be read as one with, where "closed" is not known. */
    if (!schedule->closed || style->profile != DOLEN_OUT_ORUK3)
      json_object_array_add (list, make_schedule (style, service, schedule, i));
  }
  return list;
}
