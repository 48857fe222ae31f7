/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-closed-name.h"
#include "exchange/dolen-status-word.h"
#include "format/dolen-json-value.h"

#include <string.h>

/* What every dialect writes of a service under the same names. */

/* A word that is not the list's own is told; one that nobody understands is for a person to read.
 */
static DolenServiceStatus
read_status (DolenReadContext *context, json_object *record)
{
  g_autofree char *word = dolen_read_line (context, record, "status");
  DolenServiceStatus status = DOLEN_SERVICE_ACTIVE;

  if (!word)
    return status;
  if (!dolen_status_from_word (word, &status))
    dolen_read_odd (context, DOLEN_ODDITY_STATUS_UNKNOWN, "status", word);
  else if (!dolen_json_key_equal (word, dolen_service_status_code (status))
           && !dolen_json_key_equal (word, "temporarily closed"))
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, "status", word);
  return status;
}

/* The status stays the feed's: matching asks whether it still runs, and so does the queue. */
static void
note_closed_name (DolenReadContext *context, const DolenService *service)
{
  const char *name = service->name.en ? service->name.en : service->name.cy;

  if (service->status == DOLEN_SERVICE_ACTIVE
      && (dolen_name_says_closed (service->name.en) || dolen_name_says_closed (service->name.cy)))
    dolen_read_odd (context, DOLEN_ODDITY_NAME_SAYS_CLOSED, "name", name);
}

/* The day a feed's record was edited; where a time has no zone that is counted. */
static char *
read_modified (DolenReadContext *context, json_object *record)
{
  json_object *vendor = dolen_json_get (record, "pc_metadata");
  g_autofree char *given = dolen_json_get_line (record, "last_modified");
  const char *time = given ? strchr (given, 'T') : NULL;

  if (given && time && !strpbrk (time, "Zz+-"))
    dolen_read_odd (context, DOLEN_ODDITY_TIME_ZONE_MISSING, "last_modified", given);
  if (given)
    return dolen_read_date (context, record, "last_modified", DOLEN_SHIFT_DAYS);
  return dolen_read_date (context, vendor, "date_modified", DOLEN_SHIFT_DAYS);
}

/* "The feed says checked on": worth something only where it is not just the day of an edit. */
static void
read_assured (DolenReadContext *context, json_object *record, DolenService *service)
{
  service->assured_on = dolen_read_date (context, record, "assured_date", DOLEN_SHIFT_DAYS);
  service->modified_on = read_modified (context, record);
  service->assured_is_edit
      = service->assured_on && g_strcmp0 (service->assured_on, service->modified_on) == 0;
  if (service->assured_is_edit)
    dolen_read_odd (context, DOLEN_ODDITY_ASSURED_IS_EDIT, "assured_date", service->assured_on);
}

static void
read_fees (DolenReadContext *context, json_object *record, DolenService *service)
{
  service->fees = dolen_read_prose (context, record, "fees_description");
  if (!service->fees)
    service->fees = dolen_read_prose (context, record, "fees");
}

/* Placecube's audience labels: trailing blanks and "Sensory Impaired>Visually Impaired". */
static void
read_audience (json_object *record, DolenService *service)
{
  json_object *list = dolen_json_get (record, "pc_target_audience");

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *label = dolen_json_get_line (dolen_json_at (list, i), "audience_type");
    dolen_read_tag (service, "audience", NULL, label);
  }
}

static void
read_words (DolenReadContext *context, json_object *record, DolenService *service)
{
  dolen_read_bilingual (context, record, "name", FALSE, &service->name);
  dolen_read_bilingual (context, record, "description", TRUE, &service->description);
  dolen_read_bilingual (context, record, "eligibility_description", TRUE, &service->eligibility);
  dolen_read_bilingual (context, record, "application_process", TRUE, &service->how_to_join);
  if (dolen_bilingual_is_empty (&service->how_to_join)) {
    g_autofree char *more
        = dolen_read_prose (context, record, "pc_attending_access_additional_info");
    dolen_read_guessed (more, &service->how_to_join);
  }
  service->wait_given = dolen_read_line (context, record, "wait_time");
  service->alert = dolen_read_prose (context, record, "alert");
}

void
dolen_read_service_common (DolenReadContext *context,
                           json_object *record,
                           const char *owner,
                           DolenService *service)
{
  read_words (context, record, service);
  service->status = read_status (context, record);
  note_closed_name (context, service);
  service->url = dolen_read_url (context, record, "url");
  service->email = dolen_read_email (context, record, "email", NULL, &service->email_personal);
  read_fees (context, record, service);
  read_assured (context, record, service);
  dolen_read_contacts (context, record, owner, service->contacts, &service->phone);
  dolen_read_areas (context, dolen_json_get (record, "service_areas"), service);
  dolen_read_costs (context, dolen_json_get (record, "cost_options"), owner, service);
  dolen_read_languages (context, dolen_json_get (record, "languages"), service);
  dolen_read_funding (context, record, owner, service->funding);
  read_audience (record, service);
}

void
dolen_read_at_location (DolenReadContext *context,
                        json_object *at_location,
                        const char *owner,
                        DolenService *service)
{
  json_object *location = dolen_json_get (at_location, "location");
  const char *venue_uid = NULL;

  if (json_object_is_type (location, json_type_object)) {
    g_autofree char *place = g_strdup_printf ("%s/%u", owner, service->venues->len);
    DolenVenue *venue = dolen_read_venue (context, location, place);
    for (guint i = 0; i < service->venues->len; i++) {
      DolenVenue *other = service->venues->pdata[i];
      if (g_strcmp0 (other->uid, venue->uid) == 0) {
        venue_uid = other->uid;
        break;
      }
    }
    if (!venue_uid) {
      venue_uid = venue->uid;
      g_ptr_array_add (service->venues, venue);
    } else {
      dolen_venue_free (venue);
    }
    dolen_read_contacts (context, location, owner, service->contacts, NULL);
    dolen_read_schedules (context,
                          dolen_json_get_any (location, "schedules", "regular_schedules", NULL),
                          owner,
                          venue_uid,
                          service);
  }
  dolen_read_contacts (context, at_location, owner, service->contacts, NULL);
  dolen_read_areas (context, dolen_json_get (at_location, "service_areas"), service);
  dolen_read_schedules (context,
                        dolen_json_get_any (at_location, "schedules", "regular_schedules", NULL),
                        owner,
                        venue_uid,
                        service);
}
